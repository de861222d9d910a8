// The window on a live chain, by keys and clicks: a table is opened from L1 by its transaction.
#include "tests/devnet/world.h"
#include "tests/ui/window_fixture.h"
#include "ui/dialogs/open_from_l1_dialog.h"
#include <QLineEdit>
#include <QPushButton>

using namespace anchorscope;
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

private:
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
    if (const QString folder = qEnvironmentVariable("ANCHORSCOPE_SHOTS"); !folder.isEmpty()) {
        QVERIFY(dialog->grab().save(folder + QStringLiteral("/open-from-l1.png")));
    }
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
    ui::OpenFromL1Dialog dialog(options(), fixture.session.requestLog());
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

ANCHORSCOPE_UI_TEST(WindowTest)
#include "test_window.moc"
