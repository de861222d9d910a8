// The JSON form of a table: canonical, and one to one with the calldata.
#include "core/codec/canonical_json.h"
#include "core/table/table_json.h"
#include "eez_runs.h"

using namespace anchorscope;
using namespace anchorscope::test;
using codec::Json;

namespace {

Result<Bytes> read(const Json& json) { return table::calldata_from_json(json.dump()); }

/// A batch in which every type of field has a value that is not zero.
BatchSpec full_batch() {
    const CallSpec call{.source_rollup = 2, .revert_span = 1, .value = 7, .data = Bytes(33, 0x5a)};
    const NestedSpec nested{word_of(9), 1, {1, 2}};
    const LookupSpec lookup{
        .hash = word_of(4), .failed = true, .calls = {call}, .nested = {nested}, .pins = {{1, 5}}};
    LookupSpec top = lookup;
    top.lookups = {lookup};
    return {.entries = {{.deltas = {{.ether = U256().minus(5)}, {.rollup = 2, .ether = 6}},
                         .hash = word_of(3),
                         .calls = {call, {}},
                         .nested = {nested},
                         .lookups = {lookup},
                         .count = U256::from_word(word("0x" + std::string(64, 'f'))),
                         .returned = {0xff}}},
            .lookups = {top},
            .transient_entries = 1,
            .rollups = {{U256(1), {0}}, {U256(2), {0, 1}}},
            .blobs = {0, 3},
            .call_data = {1},
            .proofs = {{1}, {}},
            .block_number = ~std::uint64_t{0}};
}

QByteArray spelled(const Json& json) { return shown(json.dump()); }

Json json_of(const BatchSpec& batch) {
    return codec::parse_json(table::table_json(*decoded(calldata_of(batch))).value()).value();
}

} // namespace

class TestTableJson : public QObject {
    Q_OBJECT

private slots:
    void recorded_tables_come_back_byte_for_byte() {
        for (const RecordedTable& recorded : recorded_tables()) {
            const std::string text = table::table_json(*recorded.table).value();
            QVERIFY2(codec::parse_canonical_json(text), recorded.name.c_str());
            const Result<Bytes> calldata = table::calldata_from_json(text);
            QVERIFY2(calldata && equal(*calldata, recorded.table->calldata()), recorded.name.c_str());
        }
    }

    void every_type_of_field_comes_back() {
        for (const Bytes& calldata : {calldata_of(full_batch()), incoming_calldata_of({{.returned = {1}}}),
                                      l2_calldata_of({}), calldata_of(BatchSpec{})}) {
            const std::string text = table::table_json(*decoded(calldata)).value();
            QVERIFY(codec::parse_canonical_json(text));
            QCOMPARE(table::calldata_from_json(text).value(), calldata);
        }
    }

    // Generated batches: each count, number and length from a seed that is printed where it fails.
    void generated_tables_come_back() {
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            Random random(seed);
            const auto below = [&random](std::uint64_t most) { return random() % most; };
            BatchSpec batch;
            for (std::uint64_t e = below(4); e > 0; --e) {
                EntrySpec& entry = batch.entries.emplace_back();
                entry.hash = Hash32::from(random_bytes(random, 32));
                entry.count = U256::from_be(random_bytes(random, below(33)));
                entry.returned = random_bytes(random, below(70));
                for (std::uint64_t i = below(3); i > 0; --i) {
                    entry.deltas.push_back(
                        {below(9), random(), random(), U256::from_be(random_bytes(random, 32))});
                    entry.calls.push_back({below(9), below(2), random(), random_bytes(random, below(70))});
                    entry.nested.push_back({word_of(random()), random(), random_bytes(random, below(5))});
                    entry.lookups.push_back({.failed = below(2) == 1, .calls = entry.calls});
                }
            }
            batch.proofs = {random_bytes(random, below(100))};
            const Bytes calldata = calldata_of(batch);
            const std::string text = table::table_json(*decoded(calldata)).value();
            const bool good =
                codec::parse_canonical_json(text) && table::calldata_from_json(text) == calldata;
            QVERIFY2(good, qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    void values_are_spelled_as_documented() {
        const Json json = json_of(full_batch());
        QVERIFY(spelled(json).startsWith("{\"arguments\":{\"batch\":{\""));
        QCOMPARE(spelled(json["format"]), QByteArray("\"eez-main.l1\""));
        QCOMPARE(spelled(json["schema"]), QByteArray("\"anchorscope.table/1\""));
        const Json& entry = json["arguments"]["batch"]["entries"][0];
        QCOMPARE(spelled(entry["stateDeltas"][0]["etherDelta"]), QByteArray("\"-5\""));
        QCOMPARE(spelled(entry["stateDeltas"][1]["etherDelta"]), QByteArray("\"6\""));
        QCOMPARE(
            spelled(entry["callCount"]),
            QByteArray("\"115792089237316195423570985008687907853269984665640564039457584007913129639935\""));
        QCOMPARE(spelled(entry["l2ToL1Calls"][0]["targetAddress"]),
                 QByteArray("\"0x00000000000000000000000000000000000000aa\""));
        QCOMPARE(spelled(entry["returnData"]), QByteArray("\"0xff\""));
        QCOMPARE(spelled(entry["expectedLookups"][0]["failed"]), QByteArray("true"));
        QCOMPARE(spelled(json["arguments"]["batch"]["blockNumber"]), QByteArray("\"18446744073709551615\""));
    }

    void the_reader_is_free_in_space_and_order_alone() {
        const Bytes calldata = calldata_of(full_batch());
        Json json = json_of(full_batch());
        QCOMPARE(table::calldata_from_json(json.dump(3)).value(), calldata);
        Json turned = Json::object();
        for (const char* key : {"schema", "arguments", "format"}) {
            turned[key] = json[key];
        }
        QCOMPARE(read(turned).value(), calldata);
    }

    void other_spellings_are_refused_data() {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char* name, const char* pointer, const char* value, const char* rule) {
            QTest::newRow(name) << pointer << value << rule;
        };
        const char* const delta = "/arguments/batch/entries/0/stateDeltas/0";
        const auto in_delta = [&](const char* name, const char* field, const char* value) {
            QTest::newRow(name) << QString::fromLatin1(delta) + QLatin1Char('/') + QLatin1String(field)
                                << value << "table_json.value";
        };
        in_delta("number as number", "rollupId", "1");
        in_delta("leading zero", "rollupId", "\"01\"");
        in_delta("plus", "rollupId", "\"+1\"");
        in_delta("hex number", "rollupId", "\"0x1\"");
        in_delta("negative unsigned", "rollupId", "\"-1\"");
        in_delta("minus zero", "etherDelta", "\"-0\"");
        in_delta("above int256", "etherDelta",
                 "\"57896044618658097711785492504343953926634992332820282019728792003956564819968\"");
        in_delta("below int256", "etherDelta",
                 "\"-57896044618658097711785492504343953926634992332820282019728792003956564819969\"");
        in_delta("short hash", "newState", "\"0x00\"");
        in_delta("null", "newState", "null");
        row("above uint64", "/arguments/batch/blockNumber", "\"18446744073709551616\"", "table_json.value");
        row("upper case", "/arguments/batch/callData", "\"0xAB\"", "table_json.value");
        row("no prefix", "/arguments/batch/callData", "\"ab\"", "table_json.value");
        row("half a byte", "/arguments/batch/callData", "\"0xa\"", "table_json.value");
        row("text bool", "/arguments/batch/entries/0/expectedLookups/0/failed", "\"true\"",
            "table_json.value");
        row("object as array", "/arguments/batch/entries/0", "[]", "table_json.fields");
        row("array as object", "/arguments/batch/entries", "{}", "table_json.value");
        row("missing field", "/arguments/batch/entries/0/stateDeltas/0", "{}", "table_json.fields");
        row("another name", "/arguments/batch/entries/0/stateDeltas/0",
            R"({"rollupid":"1","currentState":"0x","newState":"0x","etherDelta":"0"})", "table_json.fields");
        row("another schema", "/schema", "\"anchorscope.table/2\"", "table_json.schema");
        row("no such format", "/format", "\"eez-main.l3\"", "table_json.schema");
        row("member too many", "/more", "1", "table_json.schema");
        row("field too many", "/arguments/batch/more", "1", "table_json.fields");
    }

    void other_spellings_are_refused() {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, rule);
        Json json = json_of(full_batch());
        json[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
        const Result<Bytes> calldata = read(json);
        QCOMPARE(rule_of(calldata), rule.toLatin1());
        QVERIFY(calldata.error().text.size() < 200);
    }

    void errors_name_the_field() {
        Json json = json_of(full_batch());
        json["arguments"]["batch"]["entries"][0]["stateDeltas"][1]["newState"] = 1;
        QCOMPARE(shown(read(json).error().place),
                 QByteArray("arguments.batch.entries[0].stateDeltas[1].newState"));
    }

    void a_file_in_this_form_is_a_table() {
        const Bytes calldata = calldata_of(full_batch());
        const std::string text = json_of(full_batch()).dump(2) + "\n";
        const auto source = source_of({text.begin(), text.end()});
        QVERIFY(source->is_json && !source->is_hex);
        const auto table = table::decode_table(source).value();
        QVERIFY(equal(table->calldata(), calldata));
        // What says to be of the schema is refused rather than taken as opaque bytes.
        const std::string broken = R"({ "schema" : "anchorscope.table/1", "arguments":)";
        QCOMPARE(rule_of(table::load_source("t", {broken.begin(), broken.end()})), QByteArray("json.syntax"));
        // Other JSON is opaque.
        for (const std::string other : {R"({"schema":"anchorscope.table/2"})", R"({"a":"schema"})", "{}",
                                        R"(["schema","anchorscope.table/1"])"}) {
            QVERIFY(!source_of({other.begin(), other.end()})->is_json);
        }
    }
};

QTEST_GUILESS_MAIN(TestTableJson)
#include "test_table_json.moc"
