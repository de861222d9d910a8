#include "core/table/field_names.h"
#include "core/table/field_rows.h"
#include "core/transition/tree.h"
#include "eez_runs.h"
#include <set>

using namespace anchorscope;
using namespace anchorscope::test;
using table::FieldRow;

namespace {

/// Rows as indented text: name, type, value, place.
QByteArray shown_rows(const std::vector<FieldRow>& rows) {
    QByteArray out;
    for (const FieldRow& row : rows) {
        out += QByteArray(static_cast<qsizetype>(2 * row.depth), ' ') + shown(row.name) + " (" +
               shown(row.type) + ") " + shown(row.value) + " @" +
               QByteArray::number(static_cast<qulonglong>(row.range.offset)) + '+' +
               QByteArray::number(static_cast<qulonglong>(row.range.length)) + '\n';
    }
    return out;
}

bool inside(ByteRange inner, ByteRange outer) {
    return inner.offset >= outer.offset && inner.end() <= outer.end();
}

} // namespace

class TestFieldRows : public QObject {
    Q_OBJECT

private slots:
    void rowsOfAnEntry() {
        const auto table =
            decoded(l2_calldata_of({{.hash = word_of(5), .returned = {0xab}, .rolling_hash = word_of(6)}}));
        // By hand: selector 4, two offsets, count, one offset, then the entry's seven head words at 132.
        QCOMPARE(
            shown_rows(table::field_rows(table->entry_value(0), "entries[0]")),
            QByteArray(
                "proxyEntryHash (bytes32) 0x0000000000000000000000000000000000000000000000000000000000000005 "
                "@132+32\n"
                "incomingCalls (0 items)  @388+0\n"
                "expectedOutgoingCalls (0 items)  @420+0\n"
                "expectedLookups (0 items)  @452+0\n"
                "callCount (uint256) 0 @260+32\n"
                "returnData (bytes) 0xab @484+1\n"
                "rollingHash (bytes32) 0x0000000000000000000000000000000000000000000000000000000000000006 "
                "@324+32\n"));
    }

    void valuesByType() {
        const auto table = decoded(calldata_of(BatchSpec{.entries = {{.deltas = {{.ether = U256(0).minus(3)}},
                                                                      .lookups = {{.failed = true}},
                                                                      .returned = Bytes(65, 0x11)}}}));
        const auto rows = table::field_rows(table->arguments(), "");
        const auto row = [&](std::string_view path) {
            const auto found = std::ranges::find(rows, path, &FieldRow::path);
            return found == rows.end() ? QByteArray("no such path")
                                       : shown(found->type) + ' ' + shown(found->value);
        };
        QCOMPARE(row("entries"), QByteArray("1 item "));
        QCOMPARE(row("entries[0]"), QByteArray("9 fields "));
        QCOMPARE(row("entries[0].stateDeltas[0].etherDelta"), QByteArray("int256 -3"));
        QCOMPARE(row("entries[0].expectedLookups[0].failed"), QByteArray("bool true"));
        QCOMPARE(row("entries[0].returnData"), "bytes 0x" + QByteArray(64, '1') + QByteArray("…(65 bytes)"));
        QCOMPARE(row("proofSystems[0]"), QByteArray("address 0x0000000000000000000000000000000000000007"));
        QCOMPARE(row("rollupIdsWithProofSystems[0].proofSystemIndex[0]"), QByteArray("uint64 0"));
        QCOMPARE(row("blockNumber"), QByteArray("uint64 0"));
        QCOMPARE(rows.front().path, std::string("entries"));
        QCOMPARE(rows.front().depth, 0U);
    }

    void longListsAreCut() {
        const auto table = decoded(l2_calldata_of(std::vector<EntrySpec>(50)));
        const auto all = table::field_rows(table->arguments(), "");
        QCOMPARE(all.size(), 2U + 50U * 8U);
        const auto cut = table::field_rows(table->arguments(), "", 10);
        QCOMPARE(cut.size(), 11U);
        QCOMPARE(shown(cut.back().value),
                 "" + QByteArray::number(static_cast<qulonglong>(all.size() - 10)) + " fields left out");
        QVERIFY(std::equal(cut.begin(), cut.end() - 1, all.begin(), [](const FieldRow& a, const FieldRow& b) {
            return a.path == b.path && a.range == b.range && a.value == b.value;
        }));
    }

    // Linked both ways: for every byte of every recorded table, the field at it is the deepest row that holds
    // it.
    void everyByteOfTheRecordedTables() {
        for (const RecordedTable& recorded : recorded_tables()) {
            const table::ExecutionTable& table = *recorded.table;
            const auto rows = table::field_rows(table.arguments(), "", 1'000'000);
            for (std::uint64_t at = 0; at < table.calldata().size(); ++at) {
                const FieldRow* deepest = nullptr;
                for (const FieldRow& row : rows) {
                    deepest = row.range.contains(at) ? &row : deepest;
                }
                const auto found = table::field_at(table, at);
                QCOMPARE(found.has_value(), deepest != nullptr);
                if (found && deepest != nullptr) {
                    QCOMPARE(shown(found->path), shown(deepest->path));
                    QCOMPARE(found->range, deepest->range);
                    QCOMPARE(shown(found->value), shown(deepest->value));
                    QCOMPARE(found->depth, deepest->depth);
                }
            }
            QVERIFY(!table::field_at(table, table.calldata().size()));
            QVERIFY(!table::field_at(table, ~std::uint64_t{0}));
        }
    }

    void rangesNest() {
        for (const RecordedTable& recorded : recorded_tables()) {
            std::vector<ByteRange> open;
            for (const FieldRow& row : table::field_rows(recorded.table->arguments(), "", 1'000'000)) {
                open.resize(row.depth);
                QVERIFY(open.empty() || inside(row.range, open.back()));
                QVERIFY(inside(row.range, {4, recorded.table->calldata().size() - 4}));
                open.push_back(row.range);
            }
        }
    }

    void everyByteBelongsToANode() {
        for (const RecordedTable& recorded : recorded_tables()) {
            const table::ExecutionTable& table = *recorded.table;
            for (const auto& events : {recorded.events, std::vector<transition::ManagerEvent>()}) {
                const transition::Tree tree = transition::build_tree(table, events);
                std::set<std::uint32_t> met;
                for (std::uint64_t at = 0; at < table.calldata().size(); ++at) {
                    const std::uint32_t node = tree.node_at(table, at);
                    QVERIFY(tree.range(table, node).contains(at));
                    met.insert(node);
                }
                for (std::uint32_t node = 0; node < tree.nodes.size(); ++node) {
                    const transition::NodeKind kind = tree.nodes[node].kind;
                    const ByteRange range = tree.range(table, node);
                    QVERIFY(inside(range, tree.range(table, 0)));
                    if (kind != transition::NodeKind::call_return &&
                        kind != transition::NodeKind::revert_span) {
                        QVERIFY(met.contains(node));
                        QCOMPARE(tree.node_at(table, range.offset), node);
                    }
                    const std::string path = tree.field_path(table, node);
                    QVERIFY(path.empty() || range.length == 0 ||
                            table::field_at(table, range.offset)->path.starts_with(path));
                }
                QCOMPARE(tree.node_at(table, table.calldata().size()), 0U);
            }
        }
    }

    void pathsAreSpelledAsTheFormatDoes() {
        const RecordedTable l1 = recorded_table("reentrant", "l1");
        const transition::Tree tree = transition::build_tree(*l1.table, l1.events);
        QByteArrayList paths;
        for (std::uint32_t node = 0; node < tree.nodes.size(); ++node) {
            paths += shown(tree.field_path(*l1.table, node));
        }
        QCOMPARE(paths,
                 QByteArrayList({"", "entries[0]", "entries[0].l2ToL1Calls[0]",
                                 "entries[0].expectedL1ToL2Calls[0]", "entries[0].l2ToL1Calls[1]",
                                 "entries[0].expectedL1ToL2Calls[1]",
                                 "entries[0].expectedL1ToL2Calls[1].returnData", "entries[0].l2ToL1Calls[1]",
                                 "entries[0].expectedL1ToL2Calls[0].returnData", "entries[0].l2ToL1Calls[0]",
                                 "entries[0].returnData"}));
        QCOMPARE(shown(table::field_names(*table::format_named("eez-main.l2")).calls),
                 QByteArray("incomingCalls"));
    }
};

QTEST_GUILESS_MAIN(TestFieldRows)
#include "test_field_rows.moc"
