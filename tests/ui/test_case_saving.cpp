// Saving a case from the window, by keys and clicks: the window stays usable meanwhile, can stop it, and says
// what went wrong without a dialog.
#include "tests/model/busy_pool.h"
#include "ui/widgets/task_strip.h"
#include "window_fixture.h"
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using test::BusyPool;

namespace {

constexpr int patience_ms = 20'000;

/// To the window itself, wherever the focus was.
void press(QWidget& window, Qt::Key key) {
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, key, Qt::ControlModifier);
}

/// Ctrl+S, a path typed into the dialog, Return.
bool saveAs(test::WindowFixture& fixture, const QString& path) {
    press(fixture.window, Qt::Key_S);
    auto* dialog = fixture.find<QFileDialog>();
    auto* name = dialog != nullptr ? dialog->findChild<QLineEdit*>(u"fileNameEdit"_s) : nullptr;
    if (name == nullptr || !dialog->isVisible()) {
        return false;
    }
    name->setText(path);
    QTimer::singleShot(0, dialog, [dialog] { // whether a file that is there may be replaced
        if (auto* asked = dialog->findChild<QMessageBox*>()) {
            QTest::mouseClick(asked->button(QMessageBox::Yes), Qt::LeftButton);
        }
    });
    QTest::keyClick(name, Qt::Key_Return);
    QTest::qWait(0); // the dialog deletes itself
    return fixture.find<QFileDialog>() == nullptr;
}

QPushButton* button(const QWidget& in, const QString& text) {
    for (QPushButton* each : in.findChildren<QPushButton*>()) {
        if (each->text() == text && each->isVisible()) {
            return each;
        }
    }
    return nullptr;
}

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void putThere(const QString& path) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("what was there") > 0);
}

} // namespace

class TestCaseSaving : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"kept.anchorcase"_s);
    }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void whatIsSavedOpensAgain() {
        test::WindowFixture fixture;
        QVERIFY(!saveAs(fixture, m_path)); // nothing is open
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        const QString headline = fixture.banner().headline;
        QVERIFY(saveAs(fixture, m_path));
        QVERIFY(QTest::qWaitFor(
            [&] { return fixture.window.statusBar()->currentMessage() == u"Saved kept.anchorcase"_s; },
            patience_ms));
        QVERIFY(!fixture.find<ui::TaskStrip>()->isVisible());
        QVERIFY(fixture.open(m_path));
        QCOMPARE(fixture.banner().headline, headline);
        QVERIFY(fixture.window.windowTitle().startsWith(u"kept.anchorcase"_s));
    }

    /// While it is written: panes answer, another case is opened and judged, and what is written is the
    /// first.
    void theWindowStaysUsable() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* strip = fixture.find<ui::TaskStrip>();
        {
            const BusyPool busy;
            QVERIFY(saveAs(fixture, m_path));
            QVERIFY(strip->isVisible() && !strip->isFailure());
            QCOMPARE(strip->text(), u"Saving kept.anchorcase, preparing"_s);
            fixture.shot(u"saving-light"_s);
            auto* tree = fixture.find<ui::TreeView>();
            tree->setFocus();
            const QModelIndex before = tree->currentIndex();
            QTest::keyClick(tree, Qt::Key_Down);
            QVERIFY(tree->currentIndex() != before);
            press(fixture.window, Qt::Key_S); // one at a time
            QVERIFY(fixture.find<QFileDialog>() == nullptr);
            fixture.window.open(u":/samples/tampered"_s);
        }
        QVERIFY(fixture.settle());
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(m_path) && !strip->isVisible(); }, patience_ms));
        QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::mismatch); // the tampered one
        QVERIFY(fixture.open(m_path));
        QVERIFY(fixture.banner().headline.startsWith(u"Verified"_s));
    }

    void itIsStopped() {
        putThere(m_path);
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* strip = fixture.find<ui::TaskStrip>();
        {
            const BusyPool busy;
            QVERIFY(saveAs(fixture, m_path));
            QTest::mouseClick(button(*strip, u"Stop"_s), Qt::LeftButton);
            QVERIFY(strip->text().startsWith(u"Stopping"_s));
            QVERIFY(!button(*strip, u"Stop"_s)->isEnabled());
        }
        QVERIFY(QTest::qWaitFor([&] { return !strip->isVisible(); }, patience_ms));
        QCOMPARE(contentsOf(m_path), QByteArray("what was there"));
        QVERIFY(fixture.window.statusBar()->currentMessage().isEmpty());
        QVERIFY(saveAs(fixture, m_path)); // and the next one goes through
        QVERIFY(QTest::qWaitFor([&] { return contentsOf(m_path).startsWith("PK"); }, patience_ms));
    }

    void aFailureStaysInSight() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* strip = fixture.find<ui::TaskStrip>();
        const QString nowhere = m_folder->filePath(u"gone/c.anchorcase"_s);
        {
            const BusyPool busy;
            QVERIFY(QDir(m_folder->path()).mkdir(u"gone"_s));
            QVERIFY(saveAs(fixture, nowhere));
            QVERIFY(QDir(m_folder->path()).rmdir(u"gone"_s));
        }
        QVERIFY(QTest::qWaitFor([&] { return strip->isFailure(); }, patience_ms));
        QVERIFY2(strip->text().startsWith(u"Not saved: "_s), qPrintable(strip->text()));
        QVERIFY(strip->text().contains(nowhere));
        QVERIFY(fixture.window.isEnabled() && QApplication::activeModalWidget() == nullptr);
        fixture.shot(u"not-saved-light"_s);
        ui::applyTheme(paint::Scheme::Dark);
        fixture.shot(u"not-saved-dark"_s);
        ui::applyTheme(paint::Scheme::Light);
        QTest::mouseClick(button(*strip, u"Save again…"_s), Qt::LeftButton);
        auto* dialog = fixture.find<QFileDialog>();
        QVERIFY(dialog && dialog->isVisible() && !strip->isVisible());
        dialog->reject();
    }

    /// Closing waits for the file, and for the user where it was not written.
    void closingWaits() {
        putThere(m_path);
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        {
            const BusyPool busy;
            QVERIFY(saveAs(fixture, m_path));
            press(fixture.window, Qt::Key_Q);
            QVERIFY(fixture.window.isVisible());
            QVERIFY(fixture.find<ui::TaskStrip>()->text().contains(u"then the window closes"_s));
            QCOMPARE(contentsOf(m_path), QByteArray("what was there"));
        }
        QVERIFY(QTest::qWaitFor([&] { return !fixture.window.isVisible(); }, patience_ms));
        QVERIFY(contentsOf(m_path).startsWith("PK"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

ANCHORSCOPE_UI_TEST(TestCaseSaving)
#include "test_case_saving.moc"
