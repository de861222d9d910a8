// Calldata of versions that nobody knows: what they resemble is named, and nothing is claimed.
#include "core/report/unknown_report.h"
#include "core/table/unknown_calldata.h"
#include "eez_runs.h"

using namespace anchorscope;
using namespace anchorscope::test;

namespace {

Bytes recorded_calldata() {
    const RecordedTable recorded = recorded_table("reentrant", "l1");
    const ByteView calldata = recorded.table->calldata();
    return {calldata.begin(), calldata.end()};
}

} // namespace

class TestUnknownCalldata : public QObject {
    Q_OBJECT

private slots:
    void anotherSelectorOfTheSameArgumentsFits() {
        Bytes calldata = recorded_calldata();
        calldata[0] ^= 1U;
        const auto unknown = table::explain_unknown(calldata);
        QVERIFY(unknown);
        QCOMPARE(shown(to_hex(unknown->selector)), QByteArray("0x8a1a095a"));
        QVERIFY(unknown->nearest.at(0).fits);
        QCOMPARE(shown(unknown->nearest.at(0).format->id), QByteArray("eez-main.l1"));
        QVERIFY(!unknown->nearest.at(1).fits);
        QVERIFY(!unknown->nearest.at(1).obstacle.empty());
    }

    // A word more in the middle: no version fits, main reads farthest.
    void aChangedVersionNamesWhereItDiffers() {
        Bytes calldata = recorded_calldata();
        calldata[0] ^= 1U;
        const auto at = static_cast<std::ptrdiff_t>(calldata.size() - 64);
        calldata.insert(calldata.begin() + at, 32, std::uint8_t{7});
        const auto unknown = table::explain_unknown(calldata);
        QVERIFY(unknown && !unknown->nearest.empty());
        QVERIFY(!unknown->nearest[0].fits);
        QCOMPARE(shown(unknown->nearest[0].format->id), QByteArray("eez-main.l1"));
        QVERIFY(unknown->nearest[0].read_to > calldata.size() / 2);
    }

    void onlyCalldataOfUnknownFunctionsIsExplained() {
        QVERIFY(!table::explain_unknown(recorded_calldata()));
        QVERIFY(!table::explain_unknown(bytes("01020304")));
        QVERIFY(!table::explain_unknown(bytes("0102030405")));
        QVERIFY(!table::explain_unknown({}));
        const auto words = table::explain_unknown(Bytes(4 + 32, 0xff));
        QVERIFY(words && words->nearest.empty());
    }

    void reportsShowVersionsAndWords() {
        Bytes calldata = recorded_calldata();
        QVERIFY(report::unknown_json(calldata).is_null());
        QVERIFY(report::unknown_lines(calldata, {}).empty());
        calldata[0] ^= 1U;
        const codec::Json json = report::unknown_json(calldata);
        QCOMPARE(shown(json["selector"].get<std::string>()), QByteArray("0x8a1a095a"));
        QCOMPARE(shown(json["nearest"][0]["format"].get<std::string>()), QByteArray("eez-main.l1"));
        QVERIFY(json["nearest"][0]["fits"].get<bool>());
        QCOMPARE(json["words"].size(), report::max_word_rows);
        QCOMPARE(json["words_left_out"].get<std::size_t>(),
                 (calldata.size() - 4) / 32 - report::max_word_rows);
        const QByteArray text = shown(report::unknown_lines(calldata, {}));
        QVERIFY2(text.contains("only the selector differs") && text.contains("more words"), text.constData());
    }

    void wordsSayWhatTheyLookLike() {
        Bytes calldata = bytes("01020304");
        for (const Hash32& one :
             {Hash32{}, word_of(96), address_of(7).to_word(),
              word("0x6162632d00000000000000000000000000000000000000000000000000000000"),
              word("0xff00000000000000000000000000000000000000000000000000000000000001")}) {
            append(calldata, one.view());
        }
        calldata[4 + 3 * 32 - 20] = 1; // an address that is no small number
        QByteArrayList guesses;
        for (const table::WordRow& row : table::word_rows(calldata, 5)) {
            guesses.push_back(QByteArray::number(static_cast<qulonglong>(row.offset)) + ' ' +
                              shown(row.guess));
        }
        QCOMPARE(guesses,
                 (QByteArrayList{"4 zero", "36 number 96", "68 address", "100 text \"abc-\"", "132 "}));
        QCOMPARE(table::word_rows(calldata, 2).size(), 2U);
    }
};

QTEST_GUILESS_MAIN(TestUnknownCalldata)
#include "test_unknown_calldata.moc"
