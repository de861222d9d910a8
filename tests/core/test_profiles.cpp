#include "core/digest/profile.h"
#include "eez_runs.h"

using namespace anchorscope;
using namespace anchorscope::test;
using crypto::HashFunction;

namespace {

QByteArrayList ids(const std::vector<digest::ObservationDigest>& digests) {
    QByteArrayList out;
    for (const digest::ObservationDigest& one : digests) {
        out += shown(one.profile->id);
    }
    return out;
}

const digest::ObservationDigest* find(const std::vector<digest::ObservationDigest>& digests,
                                      std::string_view id) {
    const auto found = std::ranges::find(digests, id, [](const auto& one) { return one.profile->id; });
    return found == digests.end() ? nullptr : &*found;
}

QByteArray text_of(const codec::Json& value) { return shown(value.get<std::string>()); }

} // namespace

class TestProfiles : public QObject {
    Q_OBJECT

private slots:
    void listIsInSearchOrder() {
        QByteArrayList all;
        for (const digest::Profile& profile : digest::profiles()) {
            all += shown(profile.id);
            QCOMPARE(digest::profile_named(profile.id), &profile);
            QVERIFY(!profile.description.empty());
            QVERIFY(profile.uncovered.empty());
        }
        QCOMPARE(all, QByteArrayList({"file", "calldata", "abi-batch"}));
        QVERIFY(digest::profile_named("jcs") == nullptr);
    }

    // Expected values: ethers v6 on the same calldata (oracle.json).
    void recordedTables() {
        for (const RecordedTable& recorded : recorded_tables()) {
            for (const auto& [function, name] : {std::pair(HashFunction::sha2_256, "sha256"),
                                                 std::pair(HashFunction::keccak_256, "keccak256")}) {
                const auto digests =
                    digest::observation_digests(function, *recorded.table->source, recorded.table.get());
                QCOMPARE(shown(find(digests, "calldata")->value.hex()),
                         text_of(recorded.oracle.at("calldata").at(name)));
                const bool is_l1 = recorded.oracle.contains("abiBatch");
                QCOMPARE(ids(digests), is_l1 ? QByteArrayList({"file", "calldata", "abi-batch"})
                                             : QByteArrayList({"file", "calldata"}));
                if (is_l1) {
                    const auto* batch = find(digests, "abi-batch");
                    QCOMPARE(shown(batch->value.hex()), text_of(recorded.oracle.at("abiBatch").at(name)));
                    QCOMPARE(batch->observation.range, (ByteRange{4, recorded.table->calldata().size() - 4}));
                }
            }
        }
    }

    void ofHexTextTheFileIsTheText() {
        const std::string text = "0x" + to_hex_bare(calldata_of(BatchSpec{})) + "\n";
        const auto source = source_of({text.begin(), text.end()});
        const auto table = table::decode_table(source).value();
        const auto digests = digest::observation_digests(HashFunction::sha2_256, *source, table.get());
        QCOMPARE(find(digests, "file")->value, crypto::sha256(bytes_of(text)));
        QCOMPARE(find(digests, "file")->observation.range, (ByteRange{0, text.size()}));
        QVERIFY(find(digests, "file")->observation.of_file);
        QVERIFY(!find(digests, "calldata")->observation.of_file);
        QCOMPARE(find(digests, "calldata")->value, crypto::sha256(table->calldata()));
    }

    void anOpaqueObservationIsItsFile() {
        const auto source = source_of({1, 2, 3});
        const auto digests = digest::observation_digests(HashFunction::blake2b_256, *source, nullptr);
        QCOMPARE(ids(digests), QByteArrayList({"file"}));
        QCOMPARE(digests[0].value, crypto::blake2b_256(source->file));
        QVERIFY(!digest::observe(*digest::profile_named("calldata"), *source, nullptr));
    }
};

QTEST_GUILESS_MAIN(TestProfiles)
#include "test_profiles.moc"
