// Endpoint profiles, by keys and clicks: made, changed, removed, tried, and chosen wherever somebody is
// asked. No key is ever on the screen.
#include "core/codec/json.h"
#include "model/net/redaction.h"
#include "tests/model/http_server.h"
#include "tests/ui/dialog_support.h"
#include "ui/dialogs/anchor_dialog.h"
#include "ui/dialogs/endpoint_chooser.h"
#include "ui/dialogs/expectations_dialog.h"
#include "ui/dialogs/find_anchor_dialog.h"
#include "ui/dialogs/open_from_l1_dialog.h"
#include "ui/dialogs/profiles_dialog.h"
#include "ui/dialogs/watch_dialog.h"
#include "window_fixture.h"
#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using test::buttonNamed;
using test::named;

namespace {

constexpr int patience_ms = 10'000;
const QString key = u"0123456789abcdef0123456789abcdef"_s;
const QUrl full(u"https://node.example:8545/v3/"_s + key);

/// A node of chain 5 that repeats the address it was asked at.
model::HttpResponse answered(const model::HttpRequest& request) {
    const codec::Json asked = codec::parse_json(request.body.toStdString()).value();
    const std::string method = asked["method"].get<std::string>();
    const bool head = method == "eth_getBlockByNumber" && asked["params"][0] == "latest";
    const QByteArray block = R"("result":{"number":"0x5","hash":"0x)" + QByteArray(64, 'a') + R"("})";
    const QByteArray part = head                      ? block
                            : method == "eth_chainId" ? QByteArray(R"("result":"0x5")")
                            : method == "web3_clientVersion"
                                ? R"("result":"node at )" + key.toUtf8() + "\""
                                : QByteArray(R"("error":{"code":-32601,"message":"no"})");
    return {200, R"({"jsonrpc":"2.0","id":)" + QByteArray::number(quint64{asked["id"].get<std::uint64_t>()}) +
                     "," + part + "}"};
}

/// Every text that somebody could see or hear.
bool shows(const QWidget& in, const QString& secret) {
    QStringList texts;
    QList<const QWidget*> all{&in};
    for (const QWidget* each : in.findChildren<QWidget*>()) {
        all += each;
    }
    for (const QWidget* each : all) {
        texts << each->accessibleName() << each->accessibleDescription() << each->toolTip();
        if (const auto* label = qobject_cast<const QLabel*>(each)) {
            texts += label->text();
        } else if (const auto* line = qobject_cast<const QLineEdit*>(each)) {
            texts << line->text() << line->placeholderText();
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(each)) {
            texts += button->text();
        } else if (const auto* combo = qobject_cast<const QComboBox*>(each)) {
            for (int i = 0; i < combo->count(); ++i) {
                texts += combo->itemText(i);
            }
        } else if (const auto* view = qobject_cast<const QAbstractItemView*>(each); view && view->model()) {
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column) {
                    const QModelIndex index = view->model()->index(row, column);
                    texts << index.data().toString() << index.data(model::CopyRole).toString()
                          << index.data(Qt::ToolTipRole).toString();
                }
            }
        }
    }
    return texts.join(u'\n').contains(secret);
}

struct Page {
    explicit Page(test::WindowFixture& fixture) {
        test::actionNamed(fixture.window, u"Endpoint profiles…"_s)->trigger();
        dialog = fixture.window.findChildren<ui::ProfilesDialog*>().last();
    }
    [[nodiscard]] QLineEdit* field(const QString& name) const { return named<QLineEdit>(*dialog, name); }
    [[nodiscard]] QComboBox* keyPlace() const {
        return named<QComboBox>(*dialog, u"Where the key of the address is kept"_s);
    }
    void type(const QString& name, const QString& text) const {
        field(name)->selectAll();
        QTest::keyClicks(field(name), text);
    }
    void click(const QString& button) const {
        QTest::mouseClick(buttonNamed(*dialog, button), Qt::LeftButton);
    }
    [[nodiscard]] bool says(const QString& start) const { return test::showsText(*dialog, start); }
    [[nodiscard]] QAbstractItemView* list() const {
        return named<ui::CellTableView>(*dialog, u"Endpoint profiles"_s);
    }
    void chooseRow(int row) const {
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualRect(list()->model()->index(row, 0)).center());
    }

    ui::ProfilesDialog* dialog = nullptr;
};

} // namespace

class TestProfiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void oneIsMadeChangedAndRemoved() {
        test::WindowFixture fixture;
        const Page page(fixture);
        QVERIFY(page.dialog->isVisible());
        QVERIFY(!buttonNamed(*page.dialog, u"Save"_s)->isEnabled());
        test::shot(*page.dialog, u"profiles-empty"_s);
        page.type(u"Name"_s, u"my node"_s);
        page.type(u"Address"_s, u"ftp://x"_s);
        QVERIFY(!buttonNamed(*page.dialog, u"Save"_s)->isEnabled());
        page.type(u"Address"_s, u"http://127.0.0.1:1"_s);
        QVERIFY(!page.keyPlace()->isEnabled()); // it holds no key
        page.type(u"Address"_s, full.toString());
        QVERIFY(page.keyPlace()->isEnabled());
        page.type(u"Chain id"_s, u"5"_s);
        QTest::keyClick(page.keyPlace(), Qt::Key_End); // for this run only
        QCOMPARE(page.keyPlace()->currentText(), u"for this run only"_s);
        QTest::mouseClick(page.dialog->findChild<QCheckBox*>(), Qt::LeftButton, {}, {8, 8});
        page.click(u"Save"_s);
        QVERIFY(page.says(u"Saved my node; its key is kept for this run only"_s));
        const auto* entry = fixture.book.entry(u"my node"_s);
        QVERIFY(entry && entry->profile.trusted && entry->profile.chain == 5);
        QCOMPARE(entry->url, full);
        QCOMPARE(entry->profile.key, model::KeyPlace::ThisRun);
        QVERIFY(!shows(*page.dialog, key));
        test::shot(*page.dialog, u"profiles-one"_s);

        page.type(u"Name"_s, u"archive"_s); // the address stays as it is
        QTest::keyClick(page.keyPlace(), Qt::Key_Home);
        page.click(u"Save"_s);
        QCOMPARE(fixture.book.entries().size(), 1);
        QCOMPARE(fixture.book.entry(u"archive"_s)->url, full);
        QCOMPARE(fixture.book.entry(u"archive"_s)->profile.key, model::KeyPlace::Keychain);
        QCOMPARE(page.list()->model()->index(0, 0).data().toString(), u"archive"_s);
        QCOMPARE(page.list()->model()->index(0, 1).data().toString(), u"https://node.example:8545/…"_s);

        page.click(u"New"_s);
        QVERIFY(page.field(u"Name"_s)->text().isEmpty());
        page.type(u"Name"_s, u"archive"_s);
        page.type(u"Address"_s, u"http://127.0.0.1:1"_s);
        page.click(u"Save"_s);
        QVERIFY(page.says(u"There is a profile of this name already"_s));
        page.type(u"Name"_s, u"rollup"_s);
        page.type(u"Rollup id"_s, u"7"_s);
        page.click(u"Save"_s);
        QCOMPARE(fixture.book.entry(u"rollup"_s)->profile.domain, quint64{7});

        page.chooseRow(0);
        QCOMPARE(page.field(u"Name"_s)->text(), u"archive"_s);
        test::shot(*page.dialog, u"profiles-two"_s);
        page.click(u"Remove"_s);
        QCOMPARE(fixture.book.entries().size(), 1);
        page.click(u"Save"_s); // puts it back, with its key
        QCOMPARE(fixture.book.entry(u"archive"_s)->url, full);
    }

    void testingShowsWhatItCanDo() {
        model::HttpServer server(answered);
        test::WindowFixture fixture;
        const Page page(fixture);
        QUrl address = server.url();
        address.setPath(u"/v3/"_s + key);
        page.type(u"Address"_s, address.toString());
        page.type(u"Chain id"_s, u"6"_s);
        page.click(u"Test"_s);
        QVERIFY(QTest::qWaitFor([&] { return page.says(u"It serves chain 5, not 6"_s); }, patience_ms));
        auto* abilities = named<QLabel>(*page.dialog, u"What the endpoint can do"_s);
        QVERIFY2(abilities->text().startsWith(u"chain 5, node at …"_s), qPrintable(abilities->text()));
        QVERIFY(abilities->text().contains(u"Traces of inner calls (error -32601: no)"_s));
        page.field(u"Address"_s)->clear(); // where it was typed it may stand
        QVERIFY(!shows(*page.dialog, key));
        test::shot(*page.dialog, u"profiles-tested"_s);
        page.type(u"Address"_s, address.toString());
        page.type(u"Chain id"_s, u"5"_s);
        page.click(u"Test"_s);
        QVERIFY(QTest::qWaitFor([&] { return page.says(u"It answers, and serves chain 5"_s); }, patience_ms));
        page.field(u"Address"_s)->clear();
        QVERIFY(!shows(fixture.window, key)); // nor in the log of requests
        page.type(u"Address"_s, u"http://127.0.0.1:1"_s);
        page.click(u"Test"_s);
        QVERIFY(QTest::qWaitFor([&] { return page.says(u"It did not say which chain"_s); }, 3 * patience_ms));
    }

    void profilesAreAskedWhenVerifying() {
        test::WindowFixture fixture;
        QVERIFY(
            fixture.book.put({}, {u"mine"_s, {}, true, 0, {}, model::KeyPlace::Keychain}, full).isEmpty());
        QVERIFY(fixture.book.put({}, {u"of a rollup"_s, {}, false, 7, {}, {}}, QUrl(u"http://127.0.0.1:1"_s))
                    .isEmpty());
        test::actionNamed(fixture.window, u"Endpoints and expectations…"_s)->trigger();
        auto* dialog = fixture.find<ui::ExpectationsDialog>();
        auto* menu = buttonNamed(*dialog, u"From profiles"_s)->menu();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 3); // the one of L1, a line, and the way to the page
        menu->actions().first()->trigger();
        QTest::qWait(0); // the line comes up
        QVERIFY(test::showsText(*dialog, u"mine"_s) &&
                test::showsText(*dialog, u"https://node.example:8545/…"_s));
        QVERIFY(!shows(*dialog, key));
        test::shot(*dialog, u"endpoint-from-profile"_s);
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->actions().first()->isEnabled()); // once
        QTest::mouseClick(buttonNamed(*dialog, u"Apply and verify"_s), Qt::LeftButton);
        const QList<model::EndpointChoice> asked{{full, true}};
        QCOMPARE(fixture.session.options().endpoints, asked);
        QCOMPARE(fixture.book.chosen(), asked);
        QCOMPARE(fixture.book.entries().size(), 2); // none was taken away
        QVERIFY(!shows(fixture.window, key));
    }

    /// A key that is typed into the list is shown there once.
    void aTypedKeyIsNotShownAgain() {
        test::WindowFixture fixture;
        test::actionNamed(fixture.window, u"Endpoints and expectations…"_s)->trigger();
        auto* dialog = fixture.find<ui::ExpectationsDialog>();
        QTest::keyClicks(named<QLineEdit>(*dialog, u"Address of an endpoint"_s), full.toString());
        QTest::mouseClick(buttonNamed(*dialog, u"Apply and verify"_s), Qt::LeftButton);
        QCOMPARE(fixture.session.options().endpoints.first().url, full);
        test::actionNamed(fixture.window, u"Endpoints and expectations…"_s)->trigger();
        dialog = fixture.window.findChildren<ui::ExpectationsDialog*>().last();
        QTest::qWait(0); // the line comes up
        QVERIFY(test::showsText(*dialog, u"https://node.example:8545/…"_s));
        QVERIFY(!shows(*dialog, key) && !shows(fixture.window, key));
    }

    void aProfileIsChosenWhereverSomebodyIsAsked_data() {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("ask");
        QTest::newRow("open from L1") << u"Open from L1…"_s << u"Look"_s;
        QTest::newRow("find anchors") << u"Find anchors on L1…"_s << u"Search"_s;
        QTest::newRow("anchor") << u"Anchor on L1…"_s << u"Prepare"_s;
        QTest::newRow("watch") << u"Watch L1…"_s << u"Watch"_s;
    }
    void aProfileIsChosenWhereverSomebodyIsAsked() {
        QFETCH(QString, action);
        QFETCH(QString, ask);
        int first_asked = 0;
        int second_asked = 0;
        model::HttpServer first(
            [&](const model::HttpRequest& request) { return ++first_asked, answered(request); });
        model::HttpServer second(
            [&](const model::HttpRequest& request) { return ++second_asked, answered(request); });
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"tampered"_s));
        QVERIFY(fixture.book.put({}, {u"one"_s, {}, true, 0, {}, {}}, first.url()).isEmpty());
        test::actionNamed(fixture.window, action)->trigger();
        QWidget* dialog = nullptr;
        for (QDialog* each : fixture.window.findChildren<QDialog*>()) {
            dialog = each->isVisible() ? each : dialog;
        }
        QVERIFY(dialog);
        auto* combo = named<QComboBox>(*dialog, u"Endpoint to ask"_s);
        QVERIFY(combo && combo->isVisible());
        QCOMPARE(combo->count(), 1);
        QUrl with_key = second.url();
        with_key.setPath(u"/v3/"_s + key);
        QVERIFY(
            fixture.book.put({}, {u"two"_s, {}, false, 0, {}, model::KeyPlace::ThisRun}, with_key).isEmpty());
        QCOMPARE(combo->count(), 2); // while the dialog is open
        QTest::keyClick(combo, Qt::Key_Down);
        QVERIFY(combo->currentText().startsWith(u"two · "_s));
        QVERIFY(!shows(*dialog, key));
        for (const QString& name : {u"Where"_s, u"Contract"_s}) {
            if (auto* field = named<QLineEdit>(*dialog, name)) {
                QTest::keyClicks(field, name == u"Where" ? u"0x"_s + u"5"_s.repeated(64)
                                                         : u"0x"_s + u"5"_s.repeated(40));
            }
        }
        test::shot(*dialog, u"chooser-%1"_s.arg(QLatin1String(QTest::currentDataTag())));
        auto* button = buttonNamed(*dialog, ask);
        QVERIFY(button && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return second_asked > 0; }, patience_ms));
        QCOMPARE(first_asked, 0);
        QVERIFY(!shows(*dialog, key) && !shows(fixture.window, key));
        dialog->close();
        QTest::qWait(20);
    }
};

ANCHORSCOPE_UI_TEST(TestProfiles)
#include "test_profiles.moc"
