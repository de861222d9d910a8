// One session for each kind of user, from start to report, by the keys and clicks that they would use: an
// auditor, a developer, a presenter. Each ends with a file that says what was seen.
#include "dialog_support.h"
#include "model/explore/explore.h"
#include "ui/dialogs/report_dialog.h"
#include "ui/dialogs/statement_prompt.h"
#include "ui/explorers/digest_explorer.h"
#include "ui/explorers/evidence_explorer.h"
#include "ui/explorers/what_if_panel.h"
#include "ui/present/presenting.h"
#include "ui/sequence/sequence_view.h"
#include "ui/views/case_notes.h"
#include "ui/views/filter_field.h"
#include "ui/views/node_filter.h"
#include "ui/views/note_pane.h"
#include "ui/widgets/welcome_parts.h"
#include "window_fixture.h"
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace anchorscope;

namespace {

constexpr int patience_ms = 20'000;

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A window and a folder with a case of the user's own.
struct Desk : test::WindowFixture {
    explicit Desk(const QString& sample = {}) {
        (void)model::samples();
        for (const QString& name : {u"table.hex"_s, u"envelope.json"_s, u"evidence.json"_s}) {
            if (!sample.isEmpty()) {
                QFile::copy(u":/samples/%1/%2"_s.arg(sample, name), folder.filePath(name));
                QFile::setPermissions(folder.filePath(name), QFile::ReadOwner | QFile::WriteOwner);
            }
        }
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
    }

    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) {
        window.activateWindow(); // a dialog may just have closed
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QWidget* const focused = window.focusWidget();
        QTest::keyClick(focused != nullptr ? focused : &window, static_cast<Qt::Key>(key), with);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] verify::RungState rung(verify::RungId id) const {
        return session.parts().report->rungs.at(static_cast<std::size_t>(id)).state;
    }
    /// Ctrl+E, that format, saved under that name.
    [[nodiscard]] bool report(const QString& format, const QString& path) {
        press(Qt::Key_E, Qt::ControlModifier);
        auto* const dialog = find<ui::ReportDialog>();
        if (dialog == nullptr) {
            return false;
        }
        const auto made = [dialog] {
            const auto* const save = test::buttonNamed(*dialog, u"Save…"_s);
            return QTest::qWaitFor([save] { return save->isEnabled(); }, patience_ms);
        };
        for (QRadioButton* each : dialog->findChildren<QRadioButton*>()) {
            if (each->text() == format) {
                QTest::mouseClick(each, Qt::LeftButton, {}, QPoint(8, each->height() / 2));
            }
        }
        if (!made()) {
            return false;
        }
        dialog->save(path);
        const bool saved =
            QTest::qWaitFor([dialog] { return test::showsText(*dialog, u"Saved "_s); }, patience_ms);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // a new one comes next time
        return saved;
    }
    QTemporaryDir folder;
};

} // namespace

class TestSessions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() {
        QCOMPARE(test::qtWarnings(), QStringList());
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/notes"_s)
            .removeRecursively();
    }
    void anAuditorPinsLooksAndReports();
    void aDeveloperFindsTheByteThatDiffers();
    void aPresenterStepsThroughASample();
};

/// Files from somebody else, for a block that nobody vouches for; the hash comes from where the auditor
/// trusts it.
void TestSessions::anAuditorPinsLooksAndReports() {
    Desk desk(u"deep-reentry"_s);
    QVERIFY(desk.open(desk.folder.path()));
    desk.session.attachEvidence(u":/samples/late/evidence.json"_s); // no longer the sample that is pinned
    QVERIFY(desk.settle());
    QCOMPARE(desk.rung(verify::RungId::block), verify::RungState::cannot_check);
    QVERIFY(desk.session.parts().report->verdict == verify::Verdict::unproven);
    QTest::mouseClick(test::buttonNamed(*desk.find<ui::NextStepBar>(), u"Pin the block…"_s), Qt::LeftButton);
    auto* const prompt = desk.find<ui::StatementPrompt>();
    QVERIFY(prompt && prompt->isVisible());
    auto* const field = test::named<QLineEdit>(*prompt, u"Block"_s);
    QTest::keyClick(field, Qt::Key_End); // behind the chain and the height, which are filled in
    QTest::keyClicks(field, QString::fromStdString(model::samples().first().pins.at(0).hash.hex()));
    QTest::mouseClick(test::buttonNamed(*prompt, u"Pin"_s), Qt::LeftButton);
    QVERIFY(desk.settle());
    QVERIFY(desk.session.parts().report->verdict == verify::Verdict::verified);
    QVERIFY2(desk.find<ui::Banner>()->accessibleName().contains(u"Verified"_s),
             qPrintable(desk.find<ui::Banner>()->accessibleName()));

    // What does the rung "inclusion" stand on?
    desk.find<ui::CaseView>()->showRung(verify::RungId::inclusion);
    desk.press(Qt::Key_I, Qt::ControlModifier);
    QVERIFY(desk.find<ui::EvidenceExplorer>()->isVisible());
    QTRY_VERIFY(!desk.find<ui::EvidenceExplorer>()->copyText().isEmpty());
    QVERIFY(desk.find<ui::EvidenceExplorer>()->copyText().contains(u"receiptsRoot"_s));
    desk.shot(u"session-auditor-evidence"_s);
    desk.press(Qt::Key_Escape);
    QVERIFY(!desk.find<ui::EvidenceExplorer>()->isVisible());

    // A remark on the first call, and the report.
    auto* const notes = desk.find<ui::CaseView>()->notes();
    QVERIFY(QTest::qWaitFor([notes] { return notes->store()->ready(); }, patience_ms));
    desk.selection()->chooseNode(2);
    desk.press(Qt::Key_M, Qt::ControlModifier);
    QTest::keyClicks(notes->pane()->field(), u"Calls back into L1: as agreed."_s);
    QVERIFY(QTest::qWaitFor([notes] { return notes->store()->saved(); }, patience_ms));
    const QString path = desk.folder.filePath(u"audit.html"_s);
    QVERIFY(desk.report(u"HTML"_s, path));
    const QByteArray html = contentsOf(path);
    for (const char* said : {"Verified", "Calls back into L1: as agreed.", "--pin-block",
                             "0x845982dfdbde3305d2ad796e07502b3af0b808feda7c41b724afea98b06dd60d"}) {
        QVERIFY2(html.contains(said), said);
    }
    desk.shot(u"session-auditor"_s);
}

/// A commitment that does not match: where, which field, which bytes, and what would have matched.
void TestSessions::aDeveloperFindsTheByteThatDiffers() {
    Desk desk(u"tampered"_s);
    QVERIFY(desk.open(desk.folder.path()));
    QVERIFY(desk.session.parts().report->verdict == verify::Verdict::mismatch);
    QVERIFY2(desk.find<ui::Banner>()->accessibleName().contains(u"Mismatch"_s),
             qPrintable(desk.find<ui::Banner>()->accessibleName()));
    desk.press(Qt::Key_F8);
    const ui::Choice choice = desk.selection()->choice();
    QCOMPARE(choice.path, u"entries[2].stateDeltas[0].currentState"_s);
    QVERIFY(choice.range && choice.range->length == 32);

    // Only what is wrong, then everything again.
    desk.press(Qt::Key_L, Qt::ControlModifier);
    auto* const field = desk.find<ui::FilterField>();
    QCOMPARE(desk.window.focusWidget(), static_cast<QWidget*>(field));
    for (const QChar each : u"state == failed"_s) {
        QWidget* const popup = QApplication::activePopupWidget();
        QTest::keyClick(popup != nullptr ? popup : static_cast<QWidget*>(field), each.toLatin1());
        QCoreApplication::processEvents();
    }
    auto* const filter = desk.find<ui::CaseView>()->filter();
    QVERIFY(QTest::qWaitFor([filter] { return !filter->isRunning() && filter->matches(); }, patience_ms));
    QCOMPARE(filter->matches()->count(), quint32{1});
    desk.shot(u"session-developer-filter"_s);
    while (QApplication::activePopupWidget() != nullptr) {
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QCoreApplication::processEvents();
    }
    desk.press(Qt::Key_Escape);
    QTRY_VERIFY(!filter->matches());

    // The rolling hash of the entry that was tampered with, and a value tried on a scratch copy.
    desk.find<ui::CaseView>()->exploreDigest(u"rolling_hash:entries[0]"_s);
    auto* const explorer = desk.find<ui::DigestExplorer>();
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto* const fields = desk.list(u"Fields of the preimage"_s);
            return explorer->isVisible() && fields != nullptr && fields->model()->rowCount() > 0;
        },
        patience_ms));
    QTest::qWait(20);
    desk.list(u"Fields of the preimage"_s)->selectRow(2);
    auto* const what_if = desk.find<ui::WhatIfPanel>();
    what_if->input()->selectAll();
    QTest::keyClicks(what_if->input(), u"7"_s);
    QTest::keyClick(what_if->input(), Qt::Key_Return);
    QVERIFY(
        QTest::qWaitFor([what_if] { return what_if->resultText().startsWith(u"gives 0x"); }, patience_ms));
    QVERIFY(desk.session.parts().report->verdict == verify::Verdict::mismatch); // a scratch copy, no more
    desk.press(Qt::Key_Escape);

    // The value for the clipboard, and the report for a script.
    desk.selection()->chooseField(choice.path, choice.range);
    desk.press(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"0x"));
    const QString path = desk.folder.filePath(u"mismatch.json"_s),
                  again = desk.folder.filePath(u"again.json"_s);
    QVERIFY(desk.report(u"JSON"_s, path));
    QVERIFY(desk.report(u"JSON"_s, again));
    const QByteArray json = contentsOf(path);
    QVERIFY(!json.isEmpty());
    QCOMPARE(json, contentsOf(again));
    QVERIFY(json.contains("\"verdict\": \"mismatch\"") || json.contains("\"verdict\":\"mismatch\""));
    QVERIFY(json.contains("entries[2].stateDeltas[0]"));
}

/// From the welcome page with the keyboard alone; the audience sees one idea at a time.
void TestSessions::aPresenterStepsThroughASample() {
    Desk desk;
    auto* const card = desk.window.findChild<ui::SampleCard*>(u"sample-deep-reentry"_s);
    QVERIFY(card);
    card->setFocus(Qt::TabFocusReason);
    QTest::keyClick(card, Qt::Key_Return);
    QVERIFY(desk.settle());
    QVERIFY(desk.session.parts().report->verdict == verify::Verdict::verified);
    desk.press(Qt::Key_2, Qt::ControlModifier); // the sequence first
    QVERIFY(desk.find<ui::SequenceView>()->isVisible());
    desk.shot(u"session-presenter-sequence"_s);
    desk.press(Qt::Key_F11);
    auto* const view = desk.find<ui::PresentView>();
    QVERIFY(view && view->isVisible());
    QTest::keyClick(view, Qt::Key_Home);
    for (int slide = 1; slide < view->count(); ++slide) {
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(view->current(), slide);
    }
    desk.shot(u"session-presenter-verdict"_s);
    QVERIFY(view->shown().banner.headline.contains(u"Verified"_s) ||
            view->accessibleName().contains(u"Verified"_s) ||
            view->accessibleDescription().contains(u"Verified"_s));
    QTest::keyClick(view, Qt::Key_Escape);
    QVERIFY(!view->isVisible());
    const QString path = desk.folder.filePath(u"handout.pdf"_s);
    QVERIFY(desk.report(u"PDF"_s, path));
    QVERIFY(contentsOf(path).startsWith("%PDF-"));
    QVERIFY(contentsOf(path).size() > 10'000);
}

ANCHORSCOPE_UI_TEST(TestSessions)
#include "test_sessions.moc"
