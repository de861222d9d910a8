// The window on a live chain, by keys and clicks: a table is opened from L1 by its transaction, its digest is
// recorded, and the chain is watched.
#include "tests/devnet/calldata.h"
#include "tests/devnet/lying_proxy.h"
#include "tests/devnet/world.h"
#include "tests/ui/dialog_support.h"
#include "tests/ui/window_fixture.h"
#include "ui/dialogs/anchor_dialog.h"
#include "ui/dialogs/expectations_dialog.h"
#include "ui/dialogs/find_anchor_dialog.h"
#include "ui/dialogs/open_from_l1_dialog.h"
#include "ui/dialogs/watch_dialog.h"
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>

using namespace anchorscope;
using namespace Qt::StringLiterals;
using namespace anchorscope::devnet;
using test::WindowFixture;

namespace {

constexpr int patience_ms = 20000;

QPushButton* button(const QWidget& in, const QString& text) {
    for (QPushButton* each : in.findChildren<QPushButton*>()) {
        if (each->text() == text) {
            return each;
        }
    }
    return nullptr;
}

QLineEdit* lineNamed(const QWidget& in, const QString& accessible_name) {
    for (QLineEdit* each : in.findChildren<QLineEdit*>()) {
        if (each->accessibleName() == accessible_name) {
            return each;
        }
    }
    return nullptr;
}

} // namespace

class WindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }
    void opensFromATransaction();
    void looksInVain();
    void anchors();
    void anchorsNothingWithoutAnAccount();
    void findsAnAnchor();
    void statesADeclaredEvent();
    void statesAQuorum();
    void watches();

private:
    /// Of the open dialog.
    static void shot(QWidget& of, const QString& name);
    /// Endpoint and expectations of somebody who runs the node.
    [[nodiscard]] model::VerifyOptions options() const;
    std::unique_ptr<World> m_world;
};

void WindowTest::initTestCase() {
    if (Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
    m_world = std::make_unique<World>();
    test::startUi();
}

model::VerifyOptions WindowTest::options() const {
    model::VerifyOptions out;
    out.endpoints = {{QUrl(m_world->url()), true}};
    out.expect.contract = m_world->anchor;
    out.expect.manager = m_world->manager;
    return out;
}

void WindowTest::opensFromATransaction() {
    const Hash32 posting = m_world->post_table();
    m_world->record(m_world->digest);
    m_world->chain.mine();

    WindowFixture fixture;
    fixture.session.setOptions(options());
    QLineEdit* where = lineNamed(fixture.window, QStringLiteral("Transaction, block or explorer’s page"));
    QVERIFY(where != nullptr);
    where->setFocus();
    QTest::keyClicks(where, QStringLiteral("https://explorer.example/tx/") + text_of(posting));
    QTest::keyClick(where, Qt::Key_Return);
    auto* dialog = fixture.find<ui::OpenFromL1Dialog>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QPushButton* look = button(*dialog, QStringLiteral("Look"));
    QPushButton* open = button(*dialog, QStringLiteral("Open"));
    QVERIFY(look != nullptr && look->isEnabled() && open != nullptr && !open->isEnabled());
    QTest::mouseClick(look, Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([open] { return open->isEnabled(); }, patience_ms));
    auto* found = dialog->findChild<ui::CellTableView*>();
    QCOMPARE(found->model()->rowCount(), 1);
    QCOMPARE(found->model()->index(0, 0).data().toString(), QStringLiteral("eez-main.l1, 1 entry"));
    shot(*dialog, QStringLiteral("open-from-l1"));
    QTest::mouseClick(open, Qt::LeftButton);
    QVERIFY(fixture.settle());

    const auto& report = fixture.session.parts().report;
    QVERIFY(report != nullptr);
    QCOMPARE(QString::fromStdString(report->headline),
             QStringLiteral("Verified; block by your node %1").arg(QUrl(m_world->url()).authority()));
    QCOMPARE(report->verdict, verify::Verdict::verified);
    QVERIFY(fixture.window.windowTitle().startsWith(QStringLiteral("eez-main.l1, block ")));
    fixture.shot(QStringLiteral("opened-from-l1"));
}

void WindowTest::looksInVain() {
    WindowFixture fixture;
    fixture.session.setOptions(options());
    const QString nowhere = QStringLiteral("0x") + QString(64, QLatin1Char('5'));
    ui::OpenFromL1Dialog dialog(options(), &fixture.book, fixture.session.requestLog());
    dialog.setReference(nowhere);
    dialog.show();
    QSignalSpy chosen(&dialog, &ui::OpenFromL1Dialog::chosen);
    QPushButton* look = button(dialog, QStringLiteral("Look"));
    QTest::mouseClick(look, Qt::LeftButton);
    QCOMPARE(look->text(), QStringLiteral("Stop"));
    QVERIFY(QTest::qWaitFor([look] { return look->text() == QStringLiteral("Look"); }, patience_ms));
    QVERIFY(!button(dialog, QStringLiteral("Open"))->isEnabled());
    QVERIFY(chosen.isEmpty());

    dialog.setReference(QStringLiteral("0x12 34")); // names nothing
    QVERIFY(!look->isEnabled());
}

void WindowTest::shot(QWidget& of, const QString& name) {
    if (const QString folder = qEnvironmentVariable("ANCHORSCOPE_SHOTS"); !folder.isEmpty()) {
        QVERIFY(of.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
    }
}

void WindowTest::anchors() {
    m_world->chain.rpc("evm_setAutomine", codec::Json::array({true}));
    WindowFixture fixture;
    fixture.session.setOptions(options());
    QVERIFY(fixture.openSample(QStringLiteral("late"))); // a table that this chain does not know
    QAction* action = nullptr;
    for (QAction* each : fixture.window.findChildren<QAction*>()) {
        action = each->text() == QStringLiteral("&Anchor on L1…") ? each : action;
    }
    QVERIFY(action != nullptr && action->isEnabled());
    action->trigger();
    auto* dialog = fixture.find<ui::AnchorDialog>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    const QList<QLineEdit*> fields = dialog->findChildren<QLineEdit*>();
    QCOMPARE(fields.first()->text().toLower(), text_of(m_world->anchor)); // as the user expects it
    QTest::keyClicks(fields.last(), text_of(m_world->committer()));
    QPushButton* record = button(*dialog, QStringLiteral("Record"));
    QPushButton* open = button(*dialog, QStringLiteral("Open the case"));
    QVERIFY(record != nullptr && record->isEnabled() && !open->isEnabled());
    QTest::mouseClick(record, Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([open] { return open->isEnabled(); }, patience_ms));
    shot(*dialog, QStringLiteral("anchor"));
    QTest::mouseClick(open, Qt::LeftButton);
    QVERIFY(fixture.settle());
    const auto& report = fixture.session.parts().report;
    QCOMPARE(report->verdict, verify::Verdict::verified);
    QVERIFY(report->matched);
    QCOMPARE(std::string(report->matched->profile->id), std::string("calldata"));
    m_world->chain.rpc("evm_setAutomine", codec::Json::array({false}));
}

void WindowTest::anchorsNothingWithoutAnAccount() {
    WindowFixture fixture;
    fixture.session.setOptions(options());
    QVERIFY(fixture.openSample(QStringLiteral("tampered")));
    const std::uint64_t head = m_world->chain.head();
    ui::AnchorDialog dialog(fixture.session, &fixture.book);
    dialog.show();
    QPushButton* prepare = button(dialog, QStringLiteral("Prepare"));
    QVERIFY(prepare != nullptr && prepare->isEnabled());
    QTest::mouseClick(prepare, Qt::LeftButton);
    auto* result = dialog.findChild<QPlainTextEdit*>();
    QVERIFY(QTest::qWaitFor([result] { return result->toPlainText().contains(QStringLiteral("cast send")); },
                            patience_ms));
    QVERIFY(result->toPlainText().contains(QStringLiteral("0xb5c645bd"))); // record(bytes32)
    QVERIFY(!button(dialog, QStringLiteral("Open the case"))->isEnabled());
    QCOMPARE(m_world->chain.head(), head);
    QVERIFY(m_world->chain.rpc("txpool_status")["pending"] == "0x0");
    shot(dialog, QStringLiteral("anchor-prepared"));
}

void WindowTest::findsAnAnchor() {
    WindowFixture fixture;
    fixture.session.setOptions(options());
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("kept.bin"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("an observation that somebody kept");
    file.close();
    const Bytes kept = [] {
        const ByteView view = bytes_of("an observation that somebody kept");
        return Bytes(view.begin(), view.end());
    }();
    m_world->record(crypto::keccak256(kept));
    m_world->chain.mine();
    QVERIFY(fixture.open(path));
    QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::unproven);
    QPushButton* offered = button(*fixture.find<ui::NextStepBar>(), QStringLiteral("Find it on L1…"));
    QVERIFY(offered != nullptr);
    QTest::mouseClick(offered, Qt::LeftButton);
    auto* dialog = fixture.find<ui::FindAnchorDialog>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QTest::mouseClick(button(*dialog, QStringLiteral("Search")), Qt::LeftButton);
    QPushButton* open = button(*dialog, QStringLiteral("Open"));
    QVERIFY(QTest::qWaitFor([open] { return open->isEnabled(); }, patience_ms));
    shot(*dialog, QStringLiteral("find-anchor"));
    const auto* rows = dialog->findChild<ui::CellTableView*>()->model();
    QCOMPARE(rows->rowCount(), 1);
    QCOMPARE(rows->index(0, 4).data().toString(), QStringLiteral("file, keccak-256"));
    QTest::mouseClick(open, Qt::LeftButton);
    QVERIFY(fixture.settle());
    QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::verified);
}

/// An event that no standard knows, declared in the dialog: the anchor counts after Apply, and not before.
void WindowTest::statesADeclaredEvent() {
    const Hash32 who = m_world->committer().to_word();
    const std::vector topics{crypto::keccak256(bytes_of("Anchored(bytes32,address)")), m_world->digest};
    const Mined at =
        m_world->mined(m_world->emitter, emit_call(topics, Bytes(who.bytes.begin(), who.bytes.end())));
    const CaseFolder files(m_world->table);
    WindowFixture fixture;
    model::VerifyOptions trusting;
    trusting.endpoints = {{QUrl(m_world->url()), true}};
    fixture.session.setOptions(trusting);
    QVERIFY(fixture.open(files.file("table.hex")));
    test::actionNamed(fixture.window, u"Endpoints and expectations…"_s)->trigger();
    auto* dialog = fixture.find<ui::ExpectationsDialog>();
    QTest::keyClicks(test::named<QLineEdit>(*dialog, u"Digest"_s), text_of(m_world->digest));
    QTest::keyClicks(test::named<QLineEdit>(*dialog, u"Anchor transaction"_s), text_of(at.transaction));
    QTest::mouseClick(button(*dialog, u"Apply and verify"_s), Qt::LeftButton);
    QVERIFY(fixture.settle());
    QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::unproven);

    test::actionNamed(fixture.window, u"Endpoints and expectations…"_s)->trigger();
    dialog = fixture.window.findChildren<ui::ExpectationsDialog*>().last();
    dialog->findChild<QTabBar*>()->setCurrentIndex(3);
    auto* events = test::named<QPlainTextEdit>(*dialog, u"Declared events, one a line"_s);
    QTest::keyClicks(events, u"Anchored(bytes32 indexed digest, address who) digest=topic1"_s);
    shot(*dialog, u"declared-event"_s);
    QTest::mouseClick(button(*dialog, u"Apply and verify"_s), Qt::LeftButton);
    QVERIFY(fixture.settle());
    const auto& report = fixture.session.parts().report;
    QCOMPARE(report->verdict, verify::Verdict::verified);
    QVERIFY2(report->headline.find("unknown contract") != std::string::npos, report->headline.c_str());
}

/// Two hosts agree: enough where two are demanded, too few where three are.
void WindowTest::statesAQuorum() {
    const std::vector<QHostAddress> hosts = LyingProxy::hosts();
    if (hosts.size() < 2) {
        QSKIP("this machine has too few addresses for two hosts");
    }
    const auto honest = [](const std::string&, const codec::Json&, codec::Json&) {};
    const LyingProxy one(m_world->chain.url(), honest, hosts[0]);
    const LyingProxy other(m_world->chain.url(), honest, hosts[1]);
    const Mined at = m_world->anchored();
    const auto files = m_world->honest_case(at);
    WindowFixture fixture;
    model::VerifyOptions asking;
    asking.endpoints = {{QUrl(one.url()), false}, {QUrl(other.url()), false}};
    fixture.session.setOptions(asking);
    QVERIFY(fixture.open(files->path()));
    QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::verified);
    const auto demand = [&](const QString& number) {
        test::actionNamed(fixture.window, u"Endpoints and expectations…"_s)->trigger();
        auto* dialog = fixture.window.findChildren<ui::ExpectationsDialog*>().last();
        auto* quorum = test::named<QLineEdit>(*dialog, u"Quorum"_s);
        quorum->selectAll();
        QTest::keyClicks(quorum, number);
        QTest::mouseClick(button(*dialog, u"Apply and verify"_s), Qt::LeftButton);
        return fixture.settle();
    };
    QVERIFY(demand(u"3"_s));
    QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::unproven);
    QVERIFY(demand(u"2"_s));
    QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::verified);
}

void WindowTest::watches() {
    WindowFixture fixture;
    ui::WatchDialog dialog(options(), &fixture.book, fixture.session.requestLog());
    dialog.show();
    QLineEdit* first = dialog.findChild<QLineEdit*>();
    QTest::keyClicks(first, QString::number(m_world->chain.head() + 1));
    QPushButton* run = button(dialog, QStringLiteral("Watch"));
    QVERIFY(run != nullptr && run->isEnabled());
    QTest::mouseClick(run, Qt::LeftButton);
    QVERIFY(dialog.watching());
    const codec::Json before = m_world->chain.rpc("evm_snapshot");
    m_world->post_table();
    m_world->record(m_world->digest);
    m_world->chain.mine();
    auto* list = dialog.findChild<ui::CellTableView*>();
    const QAbstractItemModel* rows = list->model();
    QVERIFY(QTest::qWaitFor([rows] { return rows->rowCount() >= 2; }, patience_ms));
    const auto text = [rows](int row, int column) { return rows->index(row, column).data().toString(); };
    QCOMPARE(text(0, 1), QStringLiteral("eez-main.l1, 1 entry"));
    QCOMPARE(text(0, 2), QStringLiteral("Verified"));
    QCOMPARE(text(1, 2), QStringLiteral("Seen"));
    // A reorganisation takes both back.
    m_world->chain.rpc("evm_revert", codec::Json::array({before}));
    m_world->chain.mine(3);
    QVERIFY(QTest::qWaitFor([&] { return text(0, 2) == QStringLiteral("Taken back"); }, patience_ms));
    QCOMPARE(text(1, 2), QStringLiteral("Taken back"));
    shot(dialog, QStringLiteral("watch"));
    QTest::mouseClick(button(dialog, QStringLiteral("Stop")), Qt::LeftButton);
    QVERIFY(!dialog.watching());
}

ANCHORSCOPE_UI_TEST(WindowTest)
#include "test_window.moc"
