// The forms in which a thing is copied: right for the thing, read back by whoever is meant to read them, and
// without any key.
#include "core/codec/json.h"
#include "core/table/table_json.h"
#include "model/copy/copy_forms.h"
#include "model_test_support.h"
#include "session_watch.h"
#include <QProcess>
#include <QRegularExpression>

using namespace anchorscope;
using namespace anchorscope::model;

namespace {

using Kind = CopyForm::Kind;

QString textAs(const QList<CopyForm>& forms, Kind kind) {
    const auto found = std::ranges::find(forms, kind, &CopyForm::kind);
    return found == forms.end() ? QString() : found->text;
}

QStringList textsAs(const QList<CopyForm>& forms, Kind kind) {
    QStringList out;
    for (const CopyForm& form : forms) {
        if (form.kind == kind) {
            out += form.text;
        }
    }
    return out;
}

/// What a program sees of a line of words.
QStringList wordsOf(const QString& line) {
    QProcess process;
    process.start(u"bash"_s, {u"-c"_s, u"RPC_KEY=key; printf '%s\\0' "_s + line});
    process.waitForFinished(20'000);
    QList<QByteArray> seen = process.readAllStandardOutput().split('\0');
    seen.removeLast();
    QStringList out;
    for (const QByteArray& each : seen) {
        out += QString::fromUtf8(each);
    }
    return out;
}

/// The value at "$.arguments.a[0].b".
std::string at(const codec::Json& root, QString path) {
    const codec::Json* here = &root;
    path.replace(u'[', u'.').remove(u']');
    for (const QString& step : path.sliced(2).split(u'.')) {
        bool index = false;
        const auto number = step.toULongLong(&index);
        here = index ? &here->at(static_cast<std::size_t>(number)) : &here->at(step.toStdString());
    }
    return here->is_string() ? here->get<std::string>() : here->dump();
}

} // namespace

class TestCopyAs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_watched.open(sound)); }
    void aNumber();
    void aWord();
    void calldataOfAKnownFunction();
    void aSelector();
    void theJsonPathLeadsToTheValue();
    void theArrayHoldsTheBytes();
    void requestsOfTheEvidence();
    void noKeyIsEverCopied();
    void nothingOpen();

private:
    [[nodiscard]] QList<CopyForm> forms(const CopyThing& thing) const {
        return copyForms(thing, copyContext(m_watched.session));
    }
    Watched m_watched;
};

void TestCopyAs::aNumber() {
    const auto made = forms({u"500"_s, {}, {}, {}});
    QCOMPARE(textAs(made, Kind::Value), u"500"_s);
    QCOMPARE(textAs(made, Kind::Hex), u"0x01f4"_s);
    QCOMPARE(textAs(made, Kind::Decimal), u"500"_s);
    QCOMPARE(textAs(made, Kind::Cast), u"cast to-base 500 hex"_s);
    QVERIFY(textAs(made, Kind::CArray).isEmpty());
    QVERIFY(textAs(made, Kind::JsonPath).isEmpty());
    QCOMPARE(textAs(forms({u"0"_s, {}, {}, {}}), Kind::Hex), u"0x0"_s);
}

void TestCopyAs::aWord() {
    const QString word = u"0x"_s + QString(62, u'0') + u"ff"_s;
    const auto made = forms({word, {}, {}, {}});
    QCOMPARE(textAs(made, Kind::Hex), word);
    QCOMPARE(textAs(made, Kind::Decimal), u"255"_s);
    QCOMPARE(textsAs(made, Kind::Cast),
             (QStringList{u"cast to-base %1 dec"_s.arg(word), u"cast keccak "_s + word}));
    const auto address = forms({u"0x"_s + QString(40, u'a'), {}, {}, {}});
    QCOMPARE(textsAs(address, Kind::Cast).first(), u"cast to-check-sum-address 0x"_s + QString(40, u'a'));
    QVERIFY(textsAs(forms({u"increment() 0x12"_s, {}, {}, {}}), Kind::Cast).isEmpty());
}

/// ERC-20 transfer(address,uint256): selector 0xa9059cbb (EIP-20's function, keccak of its signature).
void TestCopyAs::calldataOfAKnownFunction() {
    const QString data = u"0xa9059cbb"_s + QString(24, u'0') + QString(40, u'b') + QString(63, u'0') + u"1"_s;
    const QString cast = textAs(forms({data, {}, {}, {}}), Kind::Cast);
    QCOMPARE(wordsOf(cast),
             (QStringList{u"cast"_s, u"decode-calldata"_s, u"transfer(address,uint256)"_s, data}));
}

void TestCopyAs::aSelector() {
    const QString cast = textAs(forms({u"0xa9059cbb"_s, {}, {}, {}}), Kind::Cast);
    QCOMPARE(wordsOf(cast), (QStringList{u"cast"_s, u"sig"_s, u"transfer(address,uint256)"_s}));
}

/// Every field of the first entry, looked up in the table's own JSON.
void TestCopyAs::theJsonPathLeadsToTheValue() {
    const Parts& parts = m_watched.session.parts();
    const codec::Json json = codec::parse_json(table::table_json(*parts.table).value()).value();
    const auto rows = table::field_rows(parts.table->entry_value(0), parts.table->entry_path(0));
    int compared = 0;
    for (const table::FieldRow& row : rows) {
        if (row.value.empty() || row.value.find("bytes)") != std::string::npos) {
            continue;
        }
        const QString path =
            textAs(forms({textOf(row.value), textOf(row.path), row.range, {}}), Kind::JsonPath);
        QVERIFY2(path.startsWith(u"$.arguments."_s), qPrintable(path));
        std::string value;
        try {
            value = at(json, path);
        } catch (const std::exception& error) {
            QFAIL(qPrintable(path + u": "_s + QString::fromUtf8(error.what())));
        }
        QCOMPARE(textOf(value), textOf(row.value));
        ++compared;
    }
    QVERIFY(compared > 5);
}

void TestCopyAs::theArrayHoldsTheBytes() {
    const Parts& parts = m_watched.session.parts();
    const ByteRange range{4, 40};
    const QString array = textAs(forms({u"entry 0"_s, {}, range, {}}), Kind::CArray);
    QVERIFY2(array.startsWith(u"const unsigned char bytes[40] = {\n    0x"_s), qPrintable(array));
    static const QRegularExpression byte(u"0x([0-9a-f]{2}),"_s);
    QString hex;
    auto each = byte.globalMatch(array);
    while (each.hasNext()) {
        hex += each.next().captured(1);
    }
    QCOMPARE(u"0x"_s + hex, hexText(slice(parts.source->bytes(), range)));
    QCOMPARE(textAs(forms({u"entry 0"_s, {}, range, {}}), Kind::TableBytes), u"0x"_s + hex);
}

void TestCopyAs::requestsOfTheEvidence() {
    const Parts& parts = m_watched.session.parts();
    const auto made = forms({u"0x01"_s, {}, {}, verify::RungId::block});
    const QStringList curls = textsAs(made, Kind::Curl);
    QVERIFY(curls.size() >= 3);
    const QStringList words = wordsOf(curls.first());
    QCOMPARE(words.first(), u"curl"_s);
    const codec::Json body = codec::parse_json(words[words.size() - 2].toStdString()).value();
    QCOMPARE(body["method"].get<std::string>(), std::string("eth_getBlockByHash"));
    QCOMPARE(body["params"][0].get<std::string>(),
             parts.evidence->blocks[*parts.report->anchor_block].header.hash.hex());
    QCOMPARE(body["params"][1].get<bool>(), false);
    const QStringList receipt =
        wordsOf(textsAs(forms({u"0x01"_s, {}, {}, verify::RungId::inclusion}), Kind::Curl).first());
    const codec::Json asked = codec::parse_json(receipt[receipt.size() - 2].toStdString()).value();
    QCOMPARE(asked["method"].get<std::string>(), std::string("eth_getTransactionReceipt"));
    const auto chosen = std::ranges::find(parts.report->anchors, true, &verify::AnchorSeen::chosen);
    QVERIFY(chosen != parts.report->anchors.end());
    QCOMPARE(asked["params"][0].get<std::string>(),
             parts.evidence->blocks[chosen->block].transactions[chosen->receipt].hash.hex());
}

void TestCopyAs::noKeyIsEverCopied() {
    VerifyOptions options;
    options.endpoints = {{QUrl(u"https://user:s3cr3tPW@one.example/v3/s3cr3tKEY?apikey=s3cr3tQ"_s), true}};
    const CopyContext context{m_watched.session.parts(), m_watched.session.files(), options,
                              *m_watched.session.names()};
    const auto made = copyForms({u"0x01"_s, {}, {}, {}}, context);
    QVERIFY(textAs(made, Kind::Curl).contains(u"\"$RPC_KEY\""_s));
    QVERIFY(textAs(made, Kind::Command).contains(u"--trust https://"_s));
    for (const CopyForm& form : made) {
        QVERIFY2(!form.text.contains(u"s3cr3t"_s), qPrintable(form.text));
    }
}

void TestCopyAs::nothingOpen() {
    const Session session;
    const auto made = copyForms({u"0x0102"_s, u"entries[0]"_s, ByteRange{0, 4}, {}}, copyContext(session));
    QCOMPARE(textAs(made, Kind::Hex), u"0x0102"_s);
    QVERIFY(textAs(made, Kind::Command).isEmpty());
    QVERIFY(textAs(made, Kind::TableBytes).isEmpty());
    QVERIFY(textAs(made, Kind::JsonPath).isEmpty());
}

QTEST_GUILESS_MAIN(TestCopyAs)
#include "test_copy_as.moc"
