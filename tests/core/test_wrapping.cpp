// Tables inside the JSON that tools write.
#include "core/table/wrapping.h"
#include "eez_runs.h"

using namespace anchorscope;
using namespace anchorscope::test;

namespace {

std::string recorded_hex(const char* scenario) {
    const RecordedTable recorded = recorded_table(scenario, "l1");
    return to_hex(recorded.table->calldata());
}

/// JSON written with single quotes; @ is the reentrant table's calldata.
std::string json(std::string_view pattern) {
    std::string out;
    for (const char c : pattern) {
        if (c == '@') {
            out += recorded_hex("reentrant");
        } else {
            out += c == '\'' ? '"' : c;
        }
    }
    return out;
}

Result<table::TableSource> loaded(std::string_view text, std::string_view place = {}) {
    return table::load_source("t.json", Bytes(text.begin(), text.end()), place);
}

} // namespace

class TestWrapping : public QObject {
    Q_OBJECT

private slots:
    void tablesAreFound_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("place");
        QTest::newRow("transaction") << "{'hash':'0x01','input':'@'}"
                                     << "input";
        QTest::newRow("answer") << "{'jsonrpc':'2.0','id':1,'result':{'hash':'0x01','input':'@'}}"
                                << "result.input";
        QTest::newRow("broadcast")
            << "{'transactions':[{'transaction':{'input':'0x60806040'}},{'transaction':{'input':"
               "'@'}}],'receipts':[],'chain':1}"
            << "transactions[1].transaction.input";
        QTest::newRow("older broadcast") << "{'transactions':[{'transaction':{'data':'@'}}]}"
                                         << "transactions[0].transaction.data";
        QTest::newRow("trace") << "{'type':'CALL','input':'0x01020304','calls':[{'type':'CALL','input':'@'}]}"
                               << "calls[0].input";
        QTest::newRow("block trace")
            << "{'result':[{'result':{'input':'0x'}},{'result':{'input':'0x','calls':"
               "[{'input':'@'}]}}]}"
            << "result[1].result.calls[0].input";
        QTest::newRow("twice the same") << "{'calls':[{'input':'@'}],'input':'@'}"
                                        << "input";
        QTest::newRow("white space") << " \n{'input' : '@'} \n"
                                     << "input";
    }
    void tablesAreFound() {
        QFETCH(const QString, pattern);
        QFETCH(const QString, place);
        const std::string text = json(pattern.toStdString());
        const auto source = loaded(text);
        QVERIFY2(source, source ? "" : source.error().message().c_str());
        QCOMPARE(shown(source->place), place.toUtf8());
        QCOMPARE(to_hex(source->bytes()), recorded_hex("reentrant"));
        QCOMPARE(source->file.size(), text.size()); // the file is kept as it is
        QVERIFY(table::decode_table(std::make_shared<const table::TableSource>(*source)));
        QVERIFY(loaded(text, place.toStdString()));
        QCOMPARE(rule_of(loaded(text, "calls[7].input")), QByteArray("source.place"));
    }

    void severalTablesNeedAPlace() {
        const std::string text =
            json("{'calls':[{'input':'") + recorded_hex("counter") + json("'},{'input':'@'}]}");
        const auto refused = loaded(text);
        QCOMPARE(rule_of(refused), QByteArray("source.place"));
        QVERIFY2(shown(refused.error().text).contains("calls[0].input, calls[1].input"),
                 refused.error().text.c_str());
        QCOMPARE(to_hex(loaded(text, "calls[1].input")->bytes()), recorded_hex("reentrant"));
        QCOMPARE(to_hex(loaded(text, "calls[0].input")->bytes()), recorded_hex("counter"));
    }

    // JSON without a table is what it was: an observation of its own.
    void otherJsonStaysOpaque_data() {
        QTest::addColumn<QString>("pattern");
        for (const char* const pattern :
             {"{'input':'0x01020304'}", "{'input':7}", "{'input':'0x8b1a095a", "[]", "{'a':{'input':'@'}}",
              "{'input':'0x8b1a095a0'}", "{'input':'@','input':'@'}", "'@'"}) {
            QTest::newRow(pattern) << pattern;
        }
    }
    void otherJsonStaysOpaque() {
        QFETCH(const QString, pattern);
        const std::string text = json(pattern.toStdString());
        const auto source = loaded(text);
        QVERIFY(source && source->place.empty());
        QCOMPARE(source->bytes().size(), text.size());
    }

    // As deep as the EVM nests calls.
    void deepTracesAreRead() {
        constexpr int depth = 1023;
        std::string text;
        for (int i = 0; i < depth; ++i) {
            text += json("{'calls':[");
        }
        text += json("{'input':'@'}");
        for (int i = 0; i < depth; ++i) {
            text += "]}";
        }
        const auto source = loaded(text);
        QVERIFY(source && !source->place.empty());
    }
};

QTEST_GUILESS_MAIN(TestWrapping)
#include "test_wrapping.moc"
