// Slices: what they hold, and that nothing but what was made is accepted. Entry hashes of the recorded tables
// are from ethers v6 (oracle.json).
#include "core/codec/canonical_json.h"
#include "core/digest/merkle_tree.h"
#include "core/digest/slice.h"
#include "eez_runs.h"

using namespace anchorscope;
using namespace anchorscope::test;
using codec::Json;
using crypto::HashFunction;
using digest::Slice;

namespace {

EntrySpec entry_of(std::uint64_t destination, const std::vector<std::uint64_t>& deltas) {
    EntrySpec out;
    out.destination = destination;
    out.hash = word_of(destination);
    for (const std::uint64_t rollup : deltas) {
        out.deltas.push_back({.rollup = rollup});
    }
    return out;
}

/// Rollup 1 in entries 0, 1 and 4, by destination, by a delta, by both.
BatchSpec batch() {
    return {.entries = {entry_of(1, {}), entry_of(2, {3, 1}), entry_of(2, {2}), entry_of(3, {3}),
                        entry_of(1, {1, 2})}};
}

std::string text_of(const BatchSpec& of, std::uint64_t rollup, HashFunction tree = HashFunction::sha2_256) {
    return digest::slice_text(digest::make_slice(*decoded(calldata_of(of)), rollup, tree).value()).value();
}

/// The text after a change of its members, with a SHA-256 that fits again: what a forger writes.
template<class Change>
std::string forged(const std::string& text, Change change) {
    Json json = codec::parse_json(text).value();
    json.erase("sha256");
    change(json);
    json["sha256"] = crypto::sha256(bytes_of(codec::canonical_json(json).value())).hex();
    return codec::canonical_json(json).value();
}

} // namespace

class TestSlice : public QObject {
    Q_OBJECT

private slots:
    void holds_the_entries_of_one_rollup() {
        const auto table = decoded(calldata_of(batch()));
        for (const HashFunction tree : {HashFunction::sha2_256, HashFunction::keccak_256}) {
            const Slice slice = digest::read_slice(text_of(batch(), 1, tree)).value();
            std::vector<std::uint64_t> indices;
            for (const digest::SliceEntry& entry : slice.entries) {
                indices.push_back(entry.index);
                QVERIFY(equal(entry.encoding,
                              anchorscope::slice(table->calldata(), table->entries[entry.index].range)));
            }
            QCOMPARE(indices, (std::vector<std::uint64_t>{0, 1, 4}));
            QCOMPARE(slice.count, 5U);
            QCOMPARE(shown(slice.format->id), QByteArray("eez-main.l1"));
            const auto whole = digest::observe(slice.profile(), {*table->source, table.get()});
            QVERIFY(equal(slice.observation().bytes, whole->bytes)); // the same as the whole table's
        }
        QCOMPARE(digest::read_slice(text_of(batch(), 2)).value().entries.size(), 3U);
        QCOMPARE(rule_of(digest::make_slice(*table, 9)), QByteArray("slice.empty"));
    }

    void recorded_tables_have_slices_of_their_rollups() {
        for (const char* scenario : scenarios) {
            const RecordedTable recorded = recorded_table(scenario, "l1");
            const U256 rollup = *recorded.table->entries[0].destination_rollup;
            const Slice slice = digest::make_slice(*recorded.table, rollup).value();
            QCOMPARE(digest::read_slice(digest::slice_text(slice).value()).value().root, slice.root);
            std::vector<Hash32> leaves;
            for (const Json& hash : recorded.oracle.at("entryHashes")) {
                leaves.push_back(word(hash.get<std::string>()));
            }
            QCOMPARE(slice.root, digest::MerkleTree(HashFunction::sha2_256, leaves).root());
            QCOMPARE(rule_of(digest::make_slice(*recorded_table(scenario, "l2").table, rollup)),
                     QByteArray("slice.format"));
        }
    }

    void no_change_of_a_single_bit_is_accepted() {
        // Two entries of both rollups: the name of the rollup alone would be exchangeable.
        const BatchSpec both{.entries = {entry_of(1, {3}), entry_of(2, {}), entry_of(1, {3})}};
        const std::string text = text_of(both, 1);
        QVERIFY(digest::read_slice(text));
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                std::string flipped = text;
                flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ (1U << bit));
                if (digest::read_slice(flipped)) {
                    QFAIL(qPrintable(QStringLiteral("bit %1 of byte %2").arg(bit).arg(at)));
                }
            }
        }
        for (std::size_t length = 0; length < text.size(); ++length) {
            QVERIFY(!digest::read_slice(std::string_view(text).substr(0, length)));
        }
    }

    // The SHA-256 is no defence: whoever forges writes it anew. The paths are.
    void forged_slices_are_refused_data() {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("rule");
        const auto row = [](const char* name, const char* pointer, const char* value, const char* rule) {
            QTest::newRow(name) << pointer << value << QByteArray(rule);
        };
        row("another place", "/entries/0/index", "\"2\"", "slice.path");
        row("behind the end", "/entries/2/index", "\"5\"", "slice.path");
        row("fewer entries in the table", "/count", "\"4\"", "slice.path");
        // The same path leads to the same root in a tree of 6: the count is bound by the anchored
        // observation.
        row("another root", "/root", "\"0x1111111111111111111111111111111111111111111111111111111111111111\"",
            "slice.path");
        row("another tree", "/tree", "\"keccak-256\"", "slice.path");
        row("blake2b tree", "/tree", "\"blake2b-256\"", "slice.value");
        row("another rollup", "/rollup", "\"2\"", "slice.rollup");
        row("no entries", "/entries", "[]", "slice.empty");
        row("a path too short", "/entries/0/path", "[]", "slice.path");
        row("no such format", "/format", "\"eez-main.l9\"", "slice.value");
        row("a format of the other side", "/format", "\"eez-main.l2\"", "slice.format");
        row("no entry", "/entries/0/encoding", "\"0x\"", "slice.entry");
        row("number as number", "/count", "5", "json.type");
        row("leading zero", "/count", "\"05\"", "slice.value");
        row("member too many", "/more", "1", "slice.schema");
        row("entry's member too many", "/entries/0/more", "1", "slice.value");
        row("another schema", "/schema", "\"anchorscope.slice/2\"", "slice.schema");
    }

    void forged_slices_are_refused() {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QByteArray, rule);
        const std::string text = forged(text_of(batch(), 1), [&](Json& json) {
            json[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
        });
        QCOMPARE(rule_of(digest::read_slice(text)), rule);
    }

    void other_entries_are_refused() {
        const std::string text = text_of(batch(), 1);
        const auto swapped = [&text](auto change) {
            return rule_of(digest::read_slice(forged(text, change)));
        };
        QVERIFY(digest::read_slice(forged(text, [](Json& /*json*/) {})));
        QCOMPARE(swapped([](Json& json) { std::swap(json["entries"][0], json["entries"][1]); }),
                 QByteArray("slice.order"));
        QCOMPARE(swapped([](Json& json) { json["entries"][1] = json["entries"][0]; }),
                 QByteArray("slice.order"));
        QCOMPARE(swapped([](Json& json) {
                     std::swap(json["entries"][0]["encoding"], json["entries"][1]["encoding"]);
                 }),
                 QByteArray("slice.path"));
        // Dropping an entry is not seen: a slice does not prove that it is complete.
        QCOMPARE(swapped([](Json& json) { json["entries"].erase(1); }), QByteArray());
        // A changed byte of an entry, in a word that may be anything (its proxy entry hash).
        QCOMPARE(swapped([](Json& json) {
                     auto& encoding = json["entries"][0]["encoding"].get_ref<std::string&>();
                     encoding[2 + 2 * 63] = encoding[2 + 2 * 63] == '0' ? '4' : '0';
                 }),
                 QByteArray("slice.path"));
    }

    void spellings_are_strict() {
        const std::string text = text_of(batch(), 1);
        QCOMPARE(rule_of(digest::read_slice(text + "\n")), QByteArray("json.not_canonical"));
        QCOMPARE(rule_of(digest::read_slice(forged(
                     text,
                     [](Json& json) {
                         auto& root = json["root"].get_ref<std::string&>();
                         std::ranges::transform(root.begin() + 2, root.end(), root.begin() + 2, [](char c) {
                             return c >= 'a' ? static_cast<char>(c - 32) : c;
                         });
                     }))),
                 QByteArray("slice.damaged"));
        QVERIFY(digest::announces_slice(text));
        QVERIFY(!digest::announces_slice("{}"));
    }
};

QTEST_GUILESS_MAIN(TestSlice)
#include "test_slice.moc"
