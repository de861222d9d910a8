// The list of endpoints: what trying one shows, and that its words are text and nothing else.
#include "core/codec/json.h"
#include "qt_warnings.h"
#include "tests/model/http_server.h"
#include "ui/dialogs/endpoint_list.h"
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::ui;

namespace {

/// A node that has a head and a chain, and a client's name that looks like a link; no more.
model::HttpResponse answered(const model::HttpRequest& request) {
    const codec::Json asked = codec::parse_json(request.body.toStdString()).value();
    const std::string method = asked["method"].get<std::string>();
    const bool head = method == "eth_getBlockByNumber" && asked["params"][0] == "latest";
    const QByteArray block = R"("result":{"number":"0x5","hash":"0x)" + QByteArray(64, 'a') + R"("})";
    const QByteArray part = head                      ? block
                            : method == "eth_chainId" ? QByteArray(R"("result":"0x1")")
                            : method == "web3_clientVersion"
                                ? QByteArray(R"("result":"<b>node</b>")")
                                : QByteArray(R"("error":{"code":-32601,"message":"no"})");
    return {200, R"({"jsonrpc":"2.0","id":)" + QByteArray::number(quint64{asked["id"].get<std::uint64_t>()}) +
                     "," + part + "}"};
}

template<class T>
T* named(const QWidget& parent, const QString& name) {
    for (T* each : parent.findChildren<T*>()) {
        if (each->accessibleName() == name) {
            return each;
        }
    }
    return nullptr;
}

} // namespace

class TestEndpointList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void tryingShowsWhatItCanDo() {
        model::HttpServer server(answered);
        model::RequestLog log;
        EndpointList list(&m_book, &log);
        list.setEndpoints({{server.url(), true}});
        list.show();
        auto* abilities = named<QLabel>(list, u"What the endpoint can do"_s);
        auto* attempt = named<QToolButton>(list, u"Try this endpoint"_s);
        QVERIFY(abilities && attempt && !abilities->isVisibleTo(&list));
        attempt->click();
        QVERIFY(QTest::qWaitFor([abilities] { return abilities->text().startsWith(u"chain 1"_s); }, 10'000));
        QVERIFY(abilities->text().startsWith(u"chain 1, <b>node</b>\n"_s));
        QCOMPARE(abilities->textFormat(), Qt::PlainText);
        QVERIFY(abilities->text().contains(u"Traces of inner calls (error -32601: no)"_s));
        QVERIFY(log.rowCount() > 5); // whatever leaves the machine is written down
    }

    void whatIsNoEndpointIsNotAsked() {
        EndpointList list(&m_book, nullptr);
        named<QLineEdit>(list, u"Address of an endpoint"_s)->setText(u"file:///etc/passwd"_s);
        named<QToolButton>(list, u"Try this endpoint"_s)->click();
        QVERIFY(named<QLabel>(list, u"What the endpoint can do"_s)->text().isEmpty());
    }

    void aLineMayGoWhileItIsTried() {
        model::HttpServer server([](const model::HttpRequest&) {
            model::HttpResponse silent;
            silent.mode = model::HttpResponse::Mode::Silent;
            return silent;
        });
        EndpointList list(&m_book, nullptr);
        list.setEndpoints({{server.url(), false}});
        named<QToolButton>(list, u"Try this endpoint"_s)->click();
        QTest::qWait(50);
        named<QToolButton>(list, u"Remove this endpoint"_s)->click();
        QTest::qWait(50);
        QCOMPARE(list.endpoints().size(), 0);
    }

private:
    QTemporaryDir m_folder;
    model::Settings m_settings{m_folder.filePath(u"settings.ini"_s)};
    model::SessionSecrets m_secrets;
    model::EndpointBook m_book{&m_settings, &m_secrets};
};

ANCHORSCOPE_UI_TEST(TestEndpointList)
#include "test_endpoint_list.moc"
