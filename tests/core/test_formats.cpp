// Every format of the registry: its selector, and tables made from its own declaration.
#include "abi_support.h"
#include "core/crypto/hash_function.h"
#include "core/digest/profile.h"
#include "core/digest/table_digests.h"
#include "core/synth/synth.h"
#include "core/table/field_names.h"
#include "core/table/field_rows.h"
#include "core/transition/invariants.h"
#include "core/transition/trajectory.h"
#include "core/transition/tree.h"
#include "eez_runs.h"
#include <set>

using namespace anchorscope;
using namespace anchorscope::test;
using table::ExecutionTable;
using table::TableFormat;

namespace {

constexpr std::size_t formats_known = 46;   ///< of contracts; messages beside them
constexpr std::size_t formats_searched = 7; ///< a call comes with their tables
/// Over all formats; few of those whose rollup is searched for, which takes thousands of hashes each.
constexpr std::size_t tables_made = 100'000;
constexpr std::size_t tables_searched = 50;

/// Formats of contracts' calls; messages have no ABI.
std::vector<TableFormat> call_formats() {
    std::vector<TableFormat> out;
    std::ranges::copy_if(table::formats(), std::back_inserter(out),
                         [](const TableFormat& format) { return format.scheme != table::Scheme::messages; });
    return out;
}

Bytes encoded_call(const TableFormat& format, const AbiTree& arguments) {
    Bytes out(format.selector.begin(), format.selector.end());
    const Bytes encoded = codec::abi_encode(table::type_of(format), arguments);
    out.insert(out.end(), encoded.begin(), encoded.end());
    return out;
}

Bytes made(const TableFormat& format, std::uint64_t seed) {
    return synth::arbitrary_calldata(format, seed, 1 + seed % 4);
}

/// What is wrong with the neutral values of the table, compared with the fields that they were read from.
std::string contradiction(const ExecutionTable& table) {
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
        const table::Entry& entry = table.entries[i];
        const codec::AbiValue value = table.entry_value(i);
        if (value.range() != entry.range) {
            return "range of entry " + std::to_string(i);
        }
        const auto field = table::field_at(table, entry.range.offset);
        if (!field || !field->path.starts_with(table.entry_path(i))) {
            return "path of entry " + std::to_string(i) + ": " + table.entry_path(i) + " against " +
                   (field ? field->path : "nothing");
        }
        for (const table::Call& call : entry.calls) {
            if (!entry.range.contains(call.range.offset)) {
                return "a call outside entry " + std::to_string(i);
            }
        }
        if (entry.next_action != nullptr && !entry.range.contains(entry.next_action->range.offset)) {
            return "the action of entry " + std::to_string(i);
        }
    }
    for (std::size_t i = 0; i < table.lookups.size(); ++i) {
        if (table.lookup_value(i).range() != table.lookups[i].range) {
            return "range of lookup " + std::to_string(i);
        }
    }
    return {};
}

} // namespace

class TestFormats : public QObject {
    Q_OBJECT

private slots:
    // Selectors as published, and no two formats alike.
    void selectorsFollowFromTheDeclarations() {
        QCOMPARE(call_formats().size(), formats_known);
        std::set<std::string_view> ids;
        std::set<table::Selector> selectors;
        for (const TableFormat& format : call_formats()) {
            const std::string signature = std::string(format.function) + table::type_of(format).canonical();
            const Hash32 hash = crypto::keccak256(bytes_of(signature));
            QCOMPARE(shown(to_hex(hash.view().first(4))), shown(to_hex(format.selector)));
            QVERIFY(table::format_named(format.id)->selector == format.selector);
            QCOMPARE(table::format_of_selector(format.selector), table::format_named(format.id));
            ids.insert(format.id);
            selectors.insert(format.selector);
        }
        QCOMPARE(ids.size(), formats_known);
        QCOMPARE(selectors.size(), formats_known);
    }

    // Every function of the published history that takes entries is known, with its signature.
    void everyPublishedTableIsKnown() {
        const std::optional<std::string> history = recorded("../abi/history.txt");
        if (!history) {
            QSKIP("not there: the history of signatures beside the fixtures");
        }
        const QByteArrayList functions{"postBatch",
                                       "postAndVerifyBatch",
                                       "postVerifyAndExecuteOrSaveExecutionsFromBatch",
                                       "loadExecutionTable",
                                       "executeIncomingCrossChainCall",
                                       "loadL2Executions"};
        // States alone, addresses alone, a call for a table that was loaded before.
        const QByteArrayList without_entries{"0x7eea77f2", "0xe9c126fe", "0x0f64c845"};
        std::size_t seen = 0;
        for (const QByteArray& line : QByteArray::fromStdString(*history).split('\n')) {
            const QByteArrayList words = line.simplified().split(' ');
            const QByteArray function =
                words.size() == 4 ? words[3].left(words[3].indexOf('(')) : QByteArray();
            if (!functions.contains(function) || without_entries.contains(words[0])) {
                continue;
            }
            ++seen;
            const TableFormat* const format =
                table::format_of_selector(from_hex(words[0].toStdString()).value());
            QVERIFY2(format != nullptr, words[3].constData());
            QCOMPARE(shown(std::string(format->function) + table::type_of(*format).canonical()), words[3]);
        }
        QCOMPARE(seen, formats_known - 1); // V1's call that comes after its table was loaded has no entries
    }

    void everyFormatReadsTablesOfItsOwn_data() {
        QTest::addColumn<QString>("id");
        for (const TableFormat& format : call_formats()) {
            QTest::addRow("%s", format.id.data()) << QString::fromUtf8(format.id.data());
        }
    }
    // Decoded and encoded again they are the same bytes; what is shown of them agrees with their fields.
    void everyFormatReadsTablesOfItsOwn() {
        QFETCH(const QString, id);
        const TableFormat& format = *table::format_named(id.toStdString());
        const bool searched = format.function == "executeIncomingCrossChainCall";
        const std::size_t count =
            searched ? tables_searched : tables_made / (formats_known - formats_searched) + 1;
        std::size_t entries = 0;
        std::size_t calls = 0;
        std::size_t actions = 0;
        for (std::uint64_t seed = 0; seed < count; ++seed) {
            const Bytes calldata = made(format, seed);
            const auto table = table::decode_table(source_of(calldata));
            QVERIFY2(table, qPrintable("seed " + QString::number(seed)));
            QVERIFY2(encoded_call(format, read_tree((*table)->arguments())) == calldata,
                     qPrintable("seed " + QString::number(seed)));
            entries += (*table)->entries.size();
            for (const table::Entry& entry : (*table)->entries) {
                calls += entry.calls.size();
                actions += entry.next_action != nullptr ? 1 : 0;
            }
            if (seed % 16 != 0) {
                continue;
            }
            const std::string wrong = contradiction(**table);
            QVERIFY2(wrong.empty(), (wrong + ", seed " + std::to_string(seed)).c_str());
            const transition::Tree tree = transition::build_tree(**table, {});
            QCOMPARE(tree.entries.size(), (*table)->entries.size());
            for (std::uint32_t node = 0; node < tree.nodes.size(); ++node) {
                QVERIFY(tree.range(**table, node).end() <= calldata.size());
                static_cast<void>(tree.field_path(**table, node));
            }
            static_cast<void>(transition::check_invariants(**table));
            static_cast<void>(transition::trajectories(**table));
            static_cast<void>(digest::table_digests(**table));
            static_cast<void>(table::field_rows((*table)->arguments(), "", 500));
        }
        const bool has_entries = !table::field_names(format).entries.empty();
        QCOMPARE(entries > 0, has_entries);
        QCOMPARE(calls > 0, has_entries && format.scheme != table::Scheme::actions);
        QCOMPARE(actions == entries, format.scheme == table::Scheme::actions);
        qInfo("%zu tables, seeds 0 to %zu: %zu entries, %zu calls", count, count - 1, entries, calls);
    }

    // One dirty byte in a boolean, an offset or a padding is named as such.
    void whatIsNotCanonicalIsRefused() {
        for (const TableFormat& format : call_formats()) {
            Bytes calldata = made(format, 1);
            calldata.push_back(0);
            const auto longer = table::decode_table(source_of(calldata));
            QVERIFY2(!longer, format.id.data());
            QCOMPARE(shown(longer.error().rule), QByteArray("abi.trailing"));
        }
    }

    // A table of several batches: entries count through, and say in which batch they stand.
    void subBatchesAreJoined() {
        const TableFormat& format = *table::format_named("eez-batches-b.l1");
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            const auto table = table::decode_table(source_of(made(format, seed))).value();
            QVERIFY(!table->batch);
            std::size_t next = 0;
            for (std::size_t i = 0; i < table->sub_batches.size(); ++i) {
                const table::SubBatch& part = table->sub_batches[i];
                QCOMPARE(part.first_entry, next);
                next += part.entry_count;
                for (std::size_t j = 0; j < part.entry_count; ++j) {
                    QCOMPARE(shown(table->entry_path(part.first_entry + j)),
                             QByteArray("batches[" + QByteArray::number(i) + "].entries[" +
                                        QByteArray::number(j) + "]"));
                }
                for (const table::RollupProofs& rollup : part.batch.rollups) {
                    QCOMPARE(rollup.proof_systems.size(), part.batch.proof_systems.size());
                }
            }
            QCOMPARE(next, table->entries.size());
        }
    }

    // Where deltas do not say from which state they start, nothing is said to continue.
    void deltasWithoutPreStatesAreNotCompared() {
        const TableFormat& format = *table::format_named("eez-flat.l1");
        bool seen = false;
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const auto table = table::decode_table(source_of(made(format, seed))).value();
            for (const transition::Trajectory& trajectory : transition::trajectories(*table)) {
                QVERIFY(!trajectory.stated());
                QVERIFY(!trajectory.steps.front().before);
                seen = true;
            }
        }
        QVERIFY(seen);
    }
};

QTEST_GUILESS_MAIN(TestFormats)
#include "test_formats.moc"
