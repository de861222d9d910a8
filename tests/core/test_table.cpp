#include "core/crypto/hash_function.h"
#include "core/digest/table_digests.h"
#include "eez_runs.h"
#include <set>

using namespace anchorscope;
using namespace anchorscope::test;
using table::rules::table_selector;
using table::rules::table_unknown;

namespace {

std::string text_of(const codec::Json& value) { return value.get<std::string>(); }

/// An address or hash as the oracle writes it, in lower case.
std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

Result<std::shared_ptr<const table::ExecutionTable>> decode(Bytes calldata, const char* format = nullptr) {
    return table::decode_table(source_of(std::move(calldata)),
                               format == nullptr ? nullptr : table::format_named(format));
}

Bytes text_file(std::string_view text) { return {text.begin(), text.end()}; }

} // namespace

class TestTable : public QObject {
    Q_OBJECT

private slots:
    void everyFormatOfMainHasARecordedTable() {
        std::set<std::string_view> recorded;
        for (const RecordedTable& one : recorded_tables()) {
            recorded.insert(one.table->format->id);
        }
        QCOMPARE(recorded,
                 (std::set<std::string_view>{"eez-main.l1", "eez-main.l2", "eez-main.l2-incoming"}));
        QVERIFY(table::format_named("eez-main") == nullptr);
        QVERIFY(table::format_of_selector(bytes("8b1a09")) == nullptr);
    }

    // ethers v6 decoded the same calldata.
    void recordedTablesDecode_data() {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QString>("side");
        for (const char* scenario : scenarios) {
            QTest::addRow("%s/l1", scenario) << scenario << "l1";
            QTest::addRow("%s/l2", scenario) << scenario << "l2";
        }
    }
    void recordedTablesDecode() {
        QFETCH(const QString, scenario);
        QFETCH(const QString, side);
        const RecordedTable recorded = recorded_table(scenario.toStdString(), side.toStdString());
        const table::ExecutionTable& table = *recorded.table;
        QCOMPARE(shown(table.format->function), shown(text_of(recorded.oracle.at("name"))));
        QCOMPARE(table.calldata().size(), recorded.oracle.at("bytes").get<std::size_t>());
        const codec::Json& entries = recorded.oracle.at("entries");
        QCOMPARE(table.entries.size(), entries.size());
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const table::Entry& entry = table.entries[i];
            const codec::Json& expected = entries.at(i);
            QCOMPARE(shown(entry.proxy_entry_hash.hex()), shown(text_of(expected.at("proxyEntryHash"))));
            QCOMPARE(shown(entry.rolling_hash.hex()), shown(text_of(expected.at("rollingHash"))));
            QCOMPARE(shown(entry.call_count.decimal()), shown(text_of(expected.at("callCount"))));
            QCOMPARE(entry.calls.size(), expected.at("calls").get<std::size_t>());
            QCOMPARE(entry.nested.size(), expected.at("nested").get<std::size_t>());
            QCOMPARE(entry.lookups.size(), expected.at("lookups").get<std::size_t>());
            QCOMPARE(table.entry_value(i).range(), entry.range);
            if (!expected.contains("deltas")) {
                QVERIFY(entry.deltas.empty());
                continue;
            }
            QCOMPARE(entry.deltas.size(), expected.at("deltas").size());
            for (std::size_t j = 0; j < entry.deltas.size(); ++j) {
                const table::StateDelta& delta = entry.deltas[j];
                const codec::Json& fields = expected.at("deltas").at(j);
                QCOMPARE(shown(delta.rollup_id.decimal()), shown(text_of(fields.at(0))));
                QCOMPARE(shown(delta.current_state.value().hex()), shown(text_of(fields.at(1))));
                QCOMPARE(shown(delta.new_state.hex()), shown(text_of(fields.at(2))));
                QCOMPARE(shown(delta.ether_delta.decimal_signed()), shown(text_of(fields.at(3))));
            }
        }
        QCOMPARE(table.batch.has_value(), recorded.oracle.contains("batch"));
        if (table.batch) {
            const codec::Json& batch = recorded.oracle.at("batch");
            QCOMPARE(shown(table.batch->transient_entries.decimal()), shown(text_of(batch.at("transient"))));
            QCOMPARE(table.batch->proof_systems.size(), batch.at("proofSystems").size());
            QCOMPARE(shown(table.batch->proof_systems.at(0).hex()),
                     shown(lower(text_of(batch.at("proofSystems").at(0)))));
            QCOMPARE(shown(table.batch->rollups.at(0).rollup_id.decimal()),
                     shown(text_of(batch.at("rollups").at(0).at(0))));
            QCOMPARE(table.batch->rollups.at(0).proof_systems, (std::vector<std::uint64_t>{0}));
            QCOMPARE(shown(to_hex(table.batch->proofs.at(0))), shown(text_of(batch.at("proofs").at(0))));
            QCOMPARE(shown(to_hex(table.batch->call_data)), shown(text_of(batch.at("callData"))));
            QCOMPARE(table.batch->block_number, 0U);
        }
    }

    // The rollup of the recorded runs has id 1 (RollupCreated on L1); only a call that comes with a table
    // binds it.
    void ownDomainIsRecoveredWhereItIsBound() {
        for (const RecordedTable& recorded : recorded_tables()) {
            const Domain expected = recorded.table->incoming ? Domain{1} : Domain{};
            QCOMPARE(recorded.table->own_domain, expected);
            const bool l1 = recorded.table->format->side == table::Side::l1;
            QCOMPARE(recorded.table->executing_domain(), l1 ? l1_domain : expected);
        }
    }
    void ownDomainOfAnyIdBelowTheLimit() {
        for (const std::uint64_t id : {1U, 32U, 33U, 4095U, 4096U}) {
            EntrySpec entry;
            entry.hash = digest::call_hash(id, address_of(0xcc), 0, bytes("01020304"), address_of(0xdd), 0);
            const auto table = decoded(incoming_calldata_of({entry}));
            QCOMPARE(table->own_domain, id < table::max_domain_search ? Domain{id} : Domain{});
        }
        QCOMPARE(decoded(incoming_calldata_of({}))->own_domain, Domain{});
    }

    void madeTablesKeepEveryField() {
        EntrySpec entry;
        entry.deltas = {{3, 1, 2, U256(0).minus(5)}};
        entry.hash = word_of(9);
        entry.destination = 3;
        entry.calls = {{.source_rollup = 3, .revert_span = 2, .value = 11, .data = {1, 2}}, {}};
        entry.nested = {{word_of(8), 1, {5}}};
        entry.lookups = {{.hash = word_of(4),
                          .failed = true,
                          .call_number = 2,
                          .last_nested = 1,
                          .executing = 1,
                          .calls = {{}},
                          .count = 1,
                          .rolling_hash = word_of(6)}};
        entry.count = 1;
        entry.returned = {7};
        entry.rolling_hash = word_of(10);
        LookupSpec top{.hash = word_of(12), .destination = 5, .lookups = {{}, {}}, .pins = {{5, 6}}};
        const auto table = decoded(calldata_of(BatchSpec{.entries = {entry, {}}, .lookups = {top}}));

        const table::Entry& first = table->entries[0];
        QCOMPARE(shown(first.deltas[0].ether_delta.decimal_signed()), QByteArray("-5"));
        QCOMPARE(first.calls[0].value, U256(11));
        QCOMPARE(first.calls[0].revert_span, U256(2));
        QCOMPARE(first.calls[0].source, address_of(0xbb));
        QCOMPARE(first.calls[0].target, address_of(0xaa));
        QVERIFY(equal(first.calls[0].data, bytes("0102")));
        QVERIFY(equal(first.nested[0].return_data, bytes("05")));
        QCOMPARE(first.lookups[0].call_number, 2U);
        QCOMPARE(first.lookups[0].last_nested_consumed, 1U);
        QCOMPARE(first.lookups[0].executing_lookup, 1U);
        QCOMPARE(first.lookups[0].calls.size(), 1U);
        QCOMPARE(first.lookups[0].rolling_hash, word_of(6));
        QVERIFY(first.lookups[0].failed && !first.lookups[0].destination_rollup);
        QVERIFY(equal(first.return_data, bytes("07")));
        QCOMPARE(table->lookups[0].destination_rollup, U256(5));
        QCOMPARE(table->lookups[0].lookups.size(), 2U);
        QCOMPARE(table->lookups[0].pins[0].state_root, word_of(6));
        QCOMPARE(table->lookup_value(0).range(), table->lookups[0].range);
    }

    void rejects() {
        const Bytes good = calldata_of(BatchSpec{.entries = {{}}});
        QVERIFY(decode(good, "eez-main.l1"));
        QCOMPARE(rule_at(decode(good, "eez-main.l2")), QByteArray(table_selector.data()) + "@0");
        QCOMPARE(rule_at(decode(bytes("8b1a095b"))), QByteArray(table_unknown.data()) + "@0");
        QCOMPARE(rule_at(decode(bytes("8b1a09"))), QByteArray(table_unknown.data()) + "@0");
        QCOMPARE(rule_at(decode(bytes("8b1a095a"))), QByteArray("abi.truncated@4"));

        Bytes longer = good;
        longer.push_back(0);
        QCOMPARE(rule_at(decode(longer)), "abi.trailing@" + QByteArray::number(good.size()));

        const auto table = decoded(good);
        Bytes dirty = good;
        dirty[static_cast<std::size_t>(table->entry_value(0)["stateDeltas"].encoding().offset)] = 1;
        const auto error = decode(dirty).error();
        QCOMPARE(shown(error.rule), QByteArray("abi.count"));
        QCOMPARE(shown(error.place), QByteArray("entries[0].stateDeltas"));
    }

    // Whatever is cut off or changed, decoding ends with a table or an error inside the input.
    void anyDamageIsAnErrorOrATable() {
        const RecordedTable recorded = recorded_table("nestedCallRevert", "l1");
        const Bytes good(recorded.table->calldata().begin(), recorded.table->calldata().end());
        for (std::size_t size = 1; size < good.size(); ++size) {
            QVERIFY(!decode(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size))));
        }
        for (std::size_t at = 4; at < good.size(); ++at) {
            Bytes changed = good;
            changed[at] ^= 0x81U;
            const auto result = decode(changed);
            QVERIFY(result || (result.error().at && *result.error().at < changed.size()));
        }
    }

    void loadsHexText_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("decoded"); // hex; empty: taken as it is
        QTest::addRow("lower") << QByteArray("0xabcdef") << QByteArray("abcdef");
        QTest::addRow("upper") << QByteArray("0xABCDEF") << QByteArray("abcdef");
        QTest::addRow("no prefix") << QByteArray("8b1a095a") << QByteArray("8b1a095a");
        QTest::addRow("white space at the end") << QByteArray("0x01 \t\r\n\n") << QByteArray("01");
        QTest::addRow("white space in front") << QByteArray(" 0x01") << QByteArray();
        QTest::addRow("white space inside") << QByteArray("0x01 02") << QByteArray();
        QTest::addRow("odd") << QByteArray("0xabc") << QByteArray();
        QTest::addRow("bad digit") << QByteArray("0xabcg") << QByteArray();
        QTest::addRow("capital prefix") << QByteArray("0Xab") << QByteArray();
        QTest::addRow("prefix alone") << QByteArray("0x") << QByteArray();
        QTest::addRow("white space alone") << QByteArray("\n") << QByteArray();
        QTest::addRow("binary") << QByteArray("\x8b\x1a\x09\x5a", 4) << QByteArray();
        QTest::addRow("a selector without 0x, then text") << QByteArray("8b1a095a?") << QByteArray();
    }
    void loadsHexText() {
        QFETCH(const QByteArray, file);
        QFETCH(const QByteArray, decoded);
        const auto source =
            table::load_source("name", text_file({file.data(), static_cast<std::size_t>(file.size())}));
        QVERIFY(source);
        QCOMPARE(source->is_hex, !decoded.isEmpty());
        const ByteView expected = decoded.isEmpty() ? ByteView(source->file) : ByteView(source->decoded);
        QVERIFY(source->bytes().data() == expected.data());
        if (source->is_hex) {
            QCOMPARE(shown(to_hex_bare(source->decoded)), decoded);
        }
        QCOMPARE(source->file.size(), static_cast<std::size_t>(file.size()));
        QCOMPARE(source->file_sha256, crypto::sha256(source->file));
    }

    void refusesSpoiltTables() {
        QCOMPARE(rule_at(table::load_source("t", text_file("0x8b1a095a00zz"))), QByteArray("hex.digit@12"));
        QCOMPARE(rule_at(table::load_source("t", text_file("0x8B1A095A0G"))), QByteArray("hex.digit@11"));
        QCOMPARE(rule_of(table::load_source("t", text_file("0x59683c8b000"))), QByteArray("hex.odd_length"));
        QCOMPARE(rule_at(table::load_source("t", text_file("0x59683c8b 00"))), QByteArray("hex.digit@10"));
        QCOMPARE(rule_of(table::load_source("t", {})), QByteArray("source.empty"));
        QVERIFY(table::load_source("t", text_file("0x8b1a095b0g")));
        QCOMPARE(shown(table::load_source("t", text_file("0x8b1a095a0g")).error().place), QByteArray("t"));
    }
};

QTEST_GUILESS_MAIN(TestTable)
#include "test_table.moc"
