// Commitment profiles: which bytes they take. Expected digests: ethers v6 on the same calldata (oracle.json),
// and observations put together here from the profiles' definitions.
#include "core/codec/canonical_json.h"
#include "core/digest/merkle_tree.h"
#include "core/digest/profile.h"
#include "core/digest/state_roots.h"
#include "core/digest/table_digests.h"
#include "eez_runs.h"

using namespace anchorscope;
using namespace anchorscope::test;
using crypto::HashFunction;
using digest::Observation;

namespace {

struct Found {
    std::shared_ptr<const table::ExecutionTable> table;
    std::vector<Observation> observations;

    explicit Found(std::shared_ptr<const table::ExecutionTable> of,
                   const digest::ProofInputs* inputs = nullptr)
        : table(std::move(of)), observations(digest::observations({*table->source, table.get(), inputs})) {}

    [[nodiscard]] QByteArrayList ids() const {
        QByteArrayList out;
        for (const Observation& one : observations) {
            out += shown(one.profile->id);
        }
        return out;
    }
    [[nodiscard]] const Observation* find(std::string_view id) const {
        const auto found =
            std::ranges::find(observations, id, [](const Observation& one) { return one.profile->id; });
        return found == observations.end() ? nullptr : &*found;
    }
    [[nodiscard]] Hash32 digest(std::string_view id, HashFunction function) const {
        return digest::observation_digests(function, {find(id), 1}).front().value;
    }
};

QByteArray text_of(const codec::Json& value) { return shown(value.get<std::string>()); }

Bytes joined(std::string_view tag, const std::vector<Hash32>& words) {
    Bytes out(tag.begin(), tag.end());
    for (const Hash32& one : words) {
        append(out, one.view());
    }
    return out;
}

constexpr std::string_view inputs_text =
    R"({"schema":"anchorscope.public-inputs/1","rollups":[{"rollupId":"1","vkeys":[)"
    R"("0x0000000000000000000000000000000000000000000000000000000000000011"],)"
    R"("blockHash":"0x0000000000000000000000000000000000000000000000000000000000000022","timestamp":"51"}]})";

} // namespace

class TestProfiles : public QObject {
    Q_OBJECT

private slots:
    void listIsInSearchOrder() {
        QByteArrayList all;
        std::size_t rank = 0;
        for (const digest::Profile& profile : digest::profiles()) {
            all += shown(profile.id);
            QCOMPARE(digest::profile_named(profile.id), &profile);
            QVERIFY(!profile.description.empty());
            QCOMPARE(profile.uncovered.empty(), profile.subject.empty());
            QVERIFY(digest::search_rank(profile) >= rank);
            rank = digest::search_rank(profile) + 1;
        }
        QCOMPARE(all, QByteArrayList({"file", "calldata", "abi-batch", "abi-entries", "entry-root",
                                      "entry-root-keccak", "public-inputs/k", "jcs", "state-roots"}));
        const digest::Profile* const third = digest::profile_named("public-inputs/3");
        QCOMPARE(third->index, 3U);
        QVERIFY(digest::search_rank(*third) > digest::search_rank(*digest::profile_named("public-inputs/2")));
        QVERIFY(digest::search_rank(*third) < digest::search_rank(*digest::profile_named("jcs")));
        for (const char* none :
             {"public-inputs/64", "public-inputs/01", "public-inputs/", "entry-roots", ""}) {
            QVERIFY(digest::profile_named(none) == nullptr);
        }
    }

    // Only these commit every byte, so that a search may take them unasked.
    void whatCommitsAllOfTheTable() {
        QByteArrayList whole;
        for (const digest::Profile& profile : digest::profiles()) {
            if (profile.uncovered.empty()) {
                whole += shown(profile.id);
            }
        }
        QCOMPARE(whole, QByteArrayList({"file", "calldata", "abi-batch", "jcs"}));
    }

    void recordedTables() {
        for (const RecordedTable& recorded : recorded_tables()) {
            const Found found(recorded.table);
            const bool is_l1 = recorded.oracle.contains("abiBatch");
            QByteArrayList expected{"file", "calldata"};
            expected += is_l1 ? QByteArrayList{"abi-batch"} : QByteArrayList();
            expected += {"abi-entries", "entry-root", "entry-root-keccak", "jcs"};
            expected += digest::state_roots_observation(*recorded.table) ? QByteArrayList{"state-roots"}
                                                                         : QByteArrayList();
            QCOMPARE(found.ids(), expected);
            for (const auto& [function, name] : {std::pair(HashFunction::sha2_256, "sha256"),
                                                 std::pair(HashFunction::keccak_256, "keccak256")}) {
                QCOMPARE(shown(found.digest("calldata", function).hex()),
                         text_of(recorded.oracle.at("calldata").at(name)));
                if (is_l1) {
                    QCOMPARE(shown(found.digest("abi-batch", function).hex()),
                             text_of(recorded.oracle.at("abiBatch").at(name)));
                }
            }
            if (is_l1) {
                QCOMPARE(found.find("abi-batch")->range,
                         (ByteRange{4, recorded.table->calldata().size() - 4}));
            }
        }
    }

    // Entry hashes: ethers v6. The root: the tree's own test knows its shape; here is what goes in and comes
    // out.
    void theEntryRootBindsCountAndRoot() {
        for (const RecordedTable& recorded : recorded_tables()) {
            std::vector<Hash32> leaves;
            for (const codec::Json& hash : recorded.oracle.at("entryHashes")) {
                leaves.push_back(word(hash.get<std::string>()));
            }
            const Found found(recorded.table);
            for (const auto& [id, function] : {std::pair("entry-root", HashFunction::sha2_256),
                                               std::pair("entry-root-keccak", HashFunction::keccak_256)}) {
                const Bytes expected =
                    joined({"anchorscope/entry-root/1\0", 25},
                           {U256(leaves.size()).to_word(), digest::MerkleTree(function, leaves).root()});
                const Observation* const one = found.find(id);
                QVERIFY(equal(one->bytes, expected));
                QCOMPARE(one->origin, digest::ObservationOrigin::derived);
                QCOMPARE(one->range, (ByteRange{0, 89}));
            }
        }
        // By hand, for the counter scenario: one entry, so its leaf is the root.
        const RecordedTable one = recorded_table("counter", "l1");
        QCOMPARE(one.oracle.at("entryHashes").size(), 1U);
        Bytes leaf{0};
        append(leaf, word(one.oracle.at("entryHashes").at(0).get<std::string>()).view());
        QVERIFY(equal(Found(one.table).find("entry-root")->bytes,
                      joined({"anchorscope/entry-root/1\0", 25}, {word_of(1), crypto::sha256(leaf)})));
    }

    void abiEntriesIsTheArrayAlone() {
        const BatchSpec batch{.entries = {{.deltas = {{}}, .returned = {1}}, {.calls = {{}}}},
                              .lookups = {{}}};
        // The same entries as the only argument of a function.
        const codec::AbiType& type = table::type_of(*table::format_named("eez-main.l1"));
        const std::uint32_t body = type.node(type.root()).children[0];
        const std::string declared = "(" + type.canonical(type.field(body, "entries")) + ")";
        const Bytes expected = codec::abi_encode(codec::AbiType::parse(declared).value(),
                                                 AbiTree::list({list_of(batch.entries, to_tree)}));
        QVERIFY(equal(Found(decoded(calldata_of(batch))).find("abi-entries")->bytes, expected));
        // What surrounds the entries changes nothing.
        BatchSpec other = batch;
        other.proofs = {{9, 9}};
        other.lookups.clear();
        QVERIFY(equal(Found(decoded(calldata_of(other))).find("abi-entries")->bytes, expected));
        QVERIFY(!equal(Found(decoded(l2_calldata_of(batch.entries))).find("abi-entries")->bytes, expected));
    }

    void stateRootsAreThoseBeforeAndAfter() {
        const auto table = decoded(
            calldata_of(BatchSpec{.entries = {{.deltas = {{.rollup = 7, .before = 1, .after = 2},
                                                          {.rollup = 3, .before = 5, .after = 6}}},
                                              {.deltas = {{.rollup = 7, .before = 2, .after = 4}}}}}));
        const Bytes expected =
            joined({"anchorscope/state-roots/1\0", 26}, {word_of(32), word_of(2), word_of(3), word_of(5),
                                                         word_of(6), word_of(7), word_of(1), word_of(4)});
        QVERIFY(equal(Found(table).find("state-roots")->bytes, expected));
        // abi.encode as the writer has it.
        const codec::AbiType type = codec::AbiType::parse("((uint256,bytes32,bytes32)[])").value();
        const auto row = [](int id, int pre, int post) {
            return AbiTree::list({number(static_cast<std::uint64_t>(id)),
                                  number(static_cast<std::uint64_t>(pre)),
                                  number(static_cast<std::uint64_t>(post))});
        };
        const Bytes encoded =
            codec::abi_encode(type, AbiTree::list({AbiTree::list({row(3, 5, 6), row(7, 1, 4)})}));
        QVERIFY(equal(ByteView(expected).subspan(26), encoded));
    }

    void stateRootsNeedATrajectoryWithoutBreaks() {
        const auto broken = decoded(calldata_of(BatchSpec{
            .entries = {{.deltas = {{.before = 1, .after = 2}}}, {.deltas = {{.before = 1, .after = 3}}}}}));
        QVERIFY(Found(broken).find("state-roots") == nullptr);
        QVERIFY(Found(decoded(calldata_of(BatchSpec{.entries = {{}}}))).find("state-roots") == nullptr);
        QVERIFY(Found(decoded(l2_calldata_of({{}}))).find("state-roots") == nullptr);
    }

    void jcsIsTheCanonicalTextWhateverTheFile() {
        const Bytes calldata = calldata_of(BatchSpec{.entries = {{}}});
        const Found binary(decoded(calldata));
        const Observation* const jcs = binary.find("jcs");
        const std::string text(jcs->bytes.begin(), jcs->bytes.end());
        QVERIFY(codec::parse_canonical_json(text));
        const std::string pretty = codec::parse_json(text)->dump(4);
        const Found spelled(decoded({pretty.begin(), pretty.end()}));
        QVERIFY(equal(spelled.find("jcs")->bytes, jcs->bytes));
        QVERIFY(equal(spelled.find("calldata")->bytes, calldata));
        QVERIFY(equal(spelled.find("file")->bytes, bytes_of(pretty)));
    }

    void publicInputsNeedKeysAndContext() {
        const BatchSpec batch{.entries = {{.returned = {1}}}, .proof_systems = {address_of(7)}};
        const auto table = decoded(calldata_of(batch));
        QVERIFY(Found(table).find("public-inputs/0") == nullptr);
        const digest::ProofInputs inputs = digest::read_proof_inputs(inputs_text, "keys.json").value();
        const Found found(table, &inputs);
        QVERIFY(found.ids().contains("public-inputs/0") && !found.ids().contains("public-inputs/1"));
        Bytes message;
        for (const Hash32& one : {word_of(0), word_of(1), word_of(0x11), word_of(0x22), word_of(51)}) {
            append(message, one.view());
        }
        const Hash32 shared = digest::shared_public_input(*table).value();
        QVERIFY(
            equal(found.find("public-inputs/0")->bytes, joined("", {shared, crypto::keccak256(message)})));
        QCOMPARE(found.digest("public-inputs/0", HashFunction::keccak_256),
                 digest::public_inputs_hash(shared, crypto::keccak256(message)));
        QVERIFY(digest::needs_inputs(*found.find("public-inputs/0")->profile));
        QVERIFY(!digest::needs_inputs(*found.find("jcs")->profile));
        // Inputs of another batch do not apply.
        for (const BatchSpec& other : {BatchSpec{.rollups = {{U256(2), {0}}}}, BatchSpec{.rollups = {}},
                                       BatchSpec{.rollups = {{U256(1), {0}}, {U256(2), {0}}}},
                                       BatchSpec{.rollups = {{U256(1), {0, 1}}}}, BatchSpec{.blobs = {0}}}) {
            QVERIFY(Found(decoded(calldata_of(other)), &inputs).find("public-inputs/0") == nullptr);
        }
        QVERIFY(Found(decoded(l2_calldata_of({{}})), &inputs).find("public-inputs/0") == nullptr);
    }

    void proofInputsAreReadStrictly() {
        const codec::Json good = codec::parse_json(inputs_text).value();
        const auto changed = [&good](const char* pointer, const codec::Json& value) {
            codec::Json json = good;
            json[codec::Json::json_pointer(pointer)] = value;
            return rule_of(digest::read_proof_inputs(json.dump(), "f"));
        };
        QCOMPARE(changed("/blobHashes", codec::Json::array()), QByteArray());
        QCOMPARE(changed("/more", 1), QByteArray("public_inputs.value"));
        QCOMPARE(changed("/rollups/0/more", 1), QByteArray("public_inputs.value"));
        QCOMPARE(changed("/rollups/0/rollupId", 1), QByteArray("json.type"));
        QCOMPARE(changed("/rollups/0/rollupId", "01"), QByteArray("public_inputs.value"));
        QCOMPARE(changed("/rollups/0/vkeys", "0x"), QByteArray("public_inputs.value"));
        QCOMPARE(changed("/rollups/0/vkeys/0", "0x11"), QByteArray("public_inputs.value"));
        QCOMPARE(changed("/rollups/0/blockHash", "0x11"), QByteArray("json.value"));
        QCOMPARE(changed("/schema", "anchorscope.public-inputs/2"), QByteArray("public_inputs.schema"));
        QCOMPARE(changed("/blobHashes", codec::Json{1}), QByteArray("public_inputs.value"));
        QCOMPARE(rule_of(digest::read_proof_inputs("[]", "f")), QByteArray("public_inputs.schema"));
        QCOMPARE(
            rule_of(digest::read_proof_inputs(std::string(digest::max_proof_inputs_bytes + 1, ' '), "f")),
            QByteArray("json.size"));
    }

    void ofHexTextTheFileIsTheText() {
        const std::string text = "0x" + to_hex_bare(calldata_of(BatchSpec{})) + "\n";
        const Found found(decoded({text.begin(), text.end()}));
        QCOMPARE(found.digest("file", HashFunction::sha2_256), crypto::sha256(bytes_of(text)));
        QCOMPARE(found.find("file")->range, (ByteRange{0, text.size()}));
        QCOMPARE(found.find("file")->origin, digest::ObservationOrigin::file);
        QCOMPARE(found.find("calldata")->origin, digest::ObservationOrigin::calldata);
        QCOMPARE(found.digest("calldata", HashFunction::sha2_256), crypto::sha256(found.table->calldata()));
    }

    void anOpaqueObservationIsItsFile() {
        const auto source = source_of({1, 2, 3});
        const auto found = digest::observations({*source});
        QCOMPARE(found.size(), 1U);
        const auto digests = digest::observation_digests(HashFunction::blake2b_256, found);
        QCOMPARE(digests[0].value, crypto::blake2b_256(source->file));
        for (const digest::Profile& profile : digest::profiles()) {
            QCOMPARE(digest::observe(profile, {*source}).has_value(), profile.id == "file");
        }
    }
};

QTEST_GUILESS_MAIN(TestProfiles)
#include "test_profiles.moc"
