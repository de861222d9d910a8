// Reports from the window: the dialog that previews and saves, and the pages of the PDF, which other programs
// read and paint where they are installed.
#include "core/report/html_report.h"
#include "dialog_support.h"
#include "tests/model/busy_pool.h"
#include "ui/dialogs/page_preview.h"
#include "ui/dialogs/report_dialog.h"
#include "ui/paint/report_pdf.h"
#include "ui/views/case_notes.h"
#include "window_fixture.h"
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QProcess>
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

/// The dialog over a window with a case, opened by its key.
struct Reporting : test::WindowFixture {
    [[nodiscard]] bool openReport(const QString& sample) {
        if (!openSample(sample)) {
            return false;
        }
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) {
            return false;
        }
        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
        return dialog() != nullptr && made();
    }
    [[nodiscard]] ui::ReportDialog* dialog() const { return find<ui::ReportDialog>(); }
    [[nodiscard]] bool made() const {
        const auto* const save = test::buttonNamed(*dialog(), u"Save…"_s);
        return QTest::qWaitFor([save] { return save->isEnabled(); }, patience_ms);
    }
    void choose(const QString& format) const {
        for (QRadioButton* each : dialog()->findChildren<QRadioButton*>()) {
            if (each->text() == format) {
                each->click();
            }
        }
    }
    [[nodiscard]] bool saved(const QString& path) const {
        dialog()->save(path);
        return QTest::qWaitFor([this] { return test::showsText(*dialog(), u"Saved "_s); }, patience_ms);
    }
    void dialogShot(const QString& name) const { test::shot(*dialog(), name); }
};

report::Document documentOf(const QString& sample) {
    model::Session session;
    QSignalSpy finished(&session, &model::Session::finished);
    session.open(model::CaseFiles::discover(u":/samples/"_s + sample));
    if (finished.isEmpty()) {
        finished.wait(patience_ms);
    }
    const std::vector<report::Note> notes{
        {"", "Reviewed on the second day.\nNothing else was found."},
        {"entries[0].l2ToL1Calls[0]",
         "Calls back with the same selector: compare with the rollup's own table."}};
    return model::KeptReport(session.parts(), {}, notes, "anchorscope-cli verify table.hex --offline", {})
        .document();
}

/// The last of a run of another program; empty where it failed.
QByteArray runProgram(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool done = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit &&
                      process.exitCode() == 0;
    const QByteArray out = process.readAll();
    return done ? out + ' ' : QByteArray();
}

/// Where pictures go that somebody wants to look at, else a folder of the test's own.
QString pictureFolder(const QTemporaryDir& own) {
    const QString wanted = qEnvironmentVariable("ANCHORSCOPE_SHOTS");
    return wanted.isEmpty() ? own.path() : wanted;
}

} // namespace

class TestReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void previewsAndSavesEachFormat() {
        const QTemporaryDir folder;
        Reporting fixture;
        QVERIFY(fixture.openReport(u"deep-reentry"_s));
        fixture.dialogShot(u"report-pdf"_s);
        const auto* const pages = fixture.dialog()->findChild<ui::PagePreview*>();
        QVERIFY(pages->isVisible() && pages->count() >= 2);
        const QString pdf = folder.filePath(u"r.pdf"_s), html = folder.filePath(u"r.html"_s),
                      json = folder.filePath(u"r.json"_s);
        QVERIFY(fixture.saved(pdf));
        QVERIFY(contentsOf(pdf).startsWith("%PDF-1.4"));
        fixture.choose(u"HTML"_s);
        QVERIFY(fixture.made() && fixture.saved(html));
        QVERIFY(contentsOf(html).startsWith("<!DOCTYPE html>"));
        fixture.choose(u"JSON"_s);
        QVERIFY(fixture.made());
        const auto* const text =
            test::named<QPlainTextEdit>(*fixture.dialog(), u"Preview of the report’s text"_s);
        QVERIFY(text->isVisible());
        fixture.dialogShot(u"report-json"_s);
        QVERIFY(fixture.saved(json));
        QCOMPARE(QString::fromUtf8(contentsOf(json)), text->toPlainText());
        QTest::mouseClick(test::buttonNamed(*fixture.dialog(), u"Copy"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
    }

    void partsAndNotesAreChosen() {
        Reporting fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* const notes = fixture.find<ui::CaseView>()->notes()->store();
        QVERIFY(QTest::qWaitFor([notes] { return notes->ready(); }, patience_ms));
        QVERIFY(notes->setText(u"entries[0]"_s, u"why this order?"_s));
        QVERIFY(fixture.openReport(u"deep-reentry"_s));
        fixture.choose(u"JSON"_s);
        QVERIFY(fixture.made());
        const auto* const text =
            test::named<QPlainTextEdit>(*fixture.dialog(), u"Preview of the report’s text"_s);
        QVERIFY(text->toPlainText().contains(u"why this order?"_s) &&
                text->toPlainText().contains(u"\"tree\""_s));
        for (QCheckBox* each : fixture.dialog()->findChildren<QCheckBox*>()) {
            each->click();
        }
        QVERIFY(fixture.made());
        QVERIFY(!text->toPlainText().contains(u"why this order?"_s) &&
                !text->toPlainText().contains(u"\"tree\""_s));
        QVERIFY(notes->setText(u"entries[0]"_s, {}));
    }

    void pagesTurnByKeys() {
        Reporting fixture;
        QVERIFY(fixture.openReport(u"late"_s));
        auto* const pages = fixture.dialog()->findChild<ui::PagePreview*>();
        QTest::keyClick(pages, Qt::Key_End);
        QCOMPARE(pages->page(), pages->count() - 1);
        QTest::keyClick(pages, Qt::Key_Home);
        QCOMPARE(pages->page(), 0);
        for (int i = 0; i < 20 && pages->page() == 0; ++i) {
            QTest::keyClick(pages, Qt::Key_PageDown);
        }
        QCOMPARE(pages->page(), 1);
        QVERIFY(pages->accessibleDescription().contains(u"SHA-256"_s));
        fixture.dialogShot(u"report-page-2"_s);
    }

    void aFileThatCannotBeWrittenIsSaidInTheDialog() {
        Reporting fixture;
        QVERIFY(fixture.openReport(u"late"_s));
        fixture.dialog()->save(u"/nonexistent/folder/r.pdf"_s);
        QVERIFY(QTest::qWaitFor([&] { return test::showsText(*fixture.dialog(), u"Not saved, r.pdf: "_s); },
                                patience_ms));
        QVERIFY(fixture.dialog()->isVisible());
    }

    void canBeStopped() {
        Reporting fixture;
        QVERIFY(fixture.openReport(u"late"_s));
        {
            const test::BusyPool busy;
            fixture.choose(u"HTML"_s);
            auto* const stop = test::buttonNamed(*fixture.dialog(), u"Stop"_s);
            QVERIFY(stop->isVisible() && !test::buttonNamed(*fixture.dialog(), u"Save…"_s)->isEnabled());
            QTest::mouseClick(stop, Qt::LeftButton);
            QVERIFY(test::showsText(*fixture.dialog(), u"Stopped."_s) && !stop->isVisible());
        }
        fixture.choose(u"PDF"_s);
        QVERIFY(fixture.made());
    }

    void dark() {
        ui::applyTheme(paint::Scheme::Dark);
        Reporting fixture;
        QVERIFY(fixture.openReport(u"tampered"_s));
        fixture.dialogShot(u"report-dark"_s);
        fixture.dialog()->resize(760, 520);
        fixture.dialogShot(u"report-narrow-dark"_s);
        fixture.choose(u"JSON"_s);
        QVERIFY(fixture.made());
        fixture.dialogShot(u"report-json-dark"_s);
        ui::applyTheme(paint::Scheme::Light);
    }

    // ---- Pages ----

    void everythingStandsInsideItsPage() {
        for (const model::Sample& sample : model::samples()) {
            const paint::ReportPages pages(documentOf(sample.id));
            QVERIFY(pages.count() >= 2);
            for (int page = 0; page < pages.count(); ++page) {
                const QRectF paper(0, 0, paint::page_width, paint::page_height);
                const QRectF printed = paper.adjusted(300, 300, -300, -250);
                for (const auto& item : pages.items(page)) {
                    QVERIFY2(printed.contains(item.rect),
                             qPrintable(u"%1, page %2: %3"_s.arg(sample.id).arg(page + 1).arg(item.text)));
                }
                const QStringList texts = pages.texts(page);
                QVERIFY(texts.contains(u"Page %1 of %2"_s.arg(page + 1).arg(pages.count())));
                if (page > 0) { // verdict and hash stand on every page
                    QVERIFY(std::ranges::any_of(
                        texts, [](const QString& text) { return text.startsWith(u"SHA-256 0x"_s); }));
                }
            }
        }
    }

    void noLineOfTextLiesOnAnother() {
        const paint::ReportPages pages(documentOf(u"deep-reentry"_s));
        for (int page = 0; page < pages.count(); ++page) {
            std::vector<QRectF> lines;
            for (const auto& item : pages.items(page)) {
                if (item.kind != paint::ReportPages::Item::Kind::Text) {
                    continue;
                }
                const QRectF tight = item.rect.adjusted(4, 8, -4, -8);
                for (const QRectF& other : lines) {
                    QVERIFY2(!other.intersects(tight),
                             qPrintable(u"page %1: %2"_s.arg(page + 1).arg(item.text)));
                }
                lines.push_back(tight);
            }
        }
    }

    void longNotesGoOnOverThePages() {
        report::Document document = documentOf(u"late"_s);
        QString note;
        for (int line = 0; line < 400; ++line) {
            note += u"line %1\n"_s.arg(line);
        }
        for (report::Section& section : document.sections) {
            if (section.id == "notes") {
                section.rows[0].cells[2].text = note.trimmed().toStdString();
            }
        }
        const paint::ReportPages pages(document);
        QStringList all;
        for (int page = 0; page < pages.count(); ++page) {
            all += pages.texts(page);
        }
        for (int line = 0; line < 400; ++line) {
            QCOMPARE(all.count(u"line %1"_s.arg(line)), 1);
        }
    }

    void cancelledItHasNoPages() {
        Cancellation cancelled;
        cancelled.cancel();
        QCOMPARE(paint::ReportPages(documentOf(u"late"_s), cancelled).count(), 0);
        QVERIFY(paint::pdfOf(documentOf(u"late"_s), cancelled).isEmpty());
    }

    void pdfIsTheSameInEveryRun() {
        const QByteArray first = paint::pdfOf(documentOf(u"deep-reentry"_s));
        QTest::qWait(1100);
        QCOMPARE(paint::pdfOf(documentOf(u"deep-reentry"_s)), first);
        QVERIFY(first.contains("pdfaid:part") && first.contains("anchorscope"));
        // PDF/A-1b knows no transparency.
        QVERIFY(!first.contains("/ca 0") && first.count("/SMask") == first.count("/SMask /None"));
    }

    // ---- As other programs see it ----

    void popplerReadsAndPaintsThePdf() {
        const QString info = QStandardPaths::findExecutable(u"pdfinfo"_s),
                      text = QStandardPaths::findExecutable(u"pdftotext"_s),
                      paint = QStandardPaths::findExecutable(u"pdftoppm"_s),
                      fonts = QStandardPaths::findExecutable(u"pdffonts"_s);
        if (info.isEmpty() || text.isEmpty() || paint.isEmpty() || fonts.isEmpty()) {
            QSKIP("poppler-utils is not installed");
        }
        const QTemporaryDir folder;
        for (const char* sample : {"deep-reentry", "tampered"}) {
            const report::Document document = documentOf(QLatin1String(sample));
            const QString file = folder.filePath(u"report.pdf"_s);
            QFile out(file);
            const QByteArray pdf = paint::pdfOf(document);
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(pdf) == pdf.size());
            out.close();
            const QByteArray about = runProgram(info, {file});
            QVERIFY2(about.contains("A4") && about.contains("Creator:         anchorscope"),
                     about.constData());
            QVERIFY(about.contains("Title:           " + QByteArray::fromStdString(document.verdict)));
            const QByteArray words = runProgram(text, {u"-layout"_s, file, u"-"_s});
            for (const std::string& each : {document.headline, document.sha256, document.tool}) {
                QVERIFY2(words.contains(QByteArray::fromStdString(each)), each.c_str());
            }
            const QByteArray embedded = runProgram(fonts, {file});
            QVERIFY2(embedded.contains("NotoSans") && embedded.contains("JetBrainsMono"),
                     embedded.constData());
            QCOMPARE(embedded.count("Identity-H       yes"), embedded.count("TrueType")); // "emb"
            const QString pictures = pictureFolder(folder) + u"/pdf-"_s + QLatin1String(sample);
            QVERIFY(!runProgram(paint, {u"-r"_s, u"80"_s, u"-png"_s, file, pictures}).isEmpty());
            const QStringList painted =
                QDir(pictureFolder(folder)).entryList({u"pdf-"_s + QLatin1String(sample) + u"-*.png"_s});
            QVERIFY(painted.size() >= 2);
            const QImage first(pictureFolder(folder) + u'/' + painted.first());
            QCOMPARE(first.size(), QSize(662, 936)); // A4 at 80 dots an inch
            const QColor
                banner = first.pixelColor(first.width() / 2, 84),
                ink = paint::Theme(paint::Scheme::Light).banner(paint::meaningOf(document.mark)).background;
            QVERIFY2(std::abs(banner.red() - ink.red()) < 4 && std::abs(banner.green() - ink.green()) < 4,
                     qPrintable(banner.name() + u" for "_s + ink.name()));
        }
    }

    void chromiumShowsTheHtml() {
        const QString chromium = QStandardPaths::findExecutable(u"chromium"_s);
        if (chromium.isEmpty()) {
            QSKIP("chromium is not installed");
        }
        const QTemporaryDir folder;
        const report::Document document = documentOf(u"tampered"_s);
        const QString file = folder.filePath(u"report.html"_s);
        QFile out(file);
        const QByteArray html = QByteArray::fromStdString(report::html_of(document));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(html) == html.size());
        out.close();
        const QString picture = pictureFolder(folder) + u"/html-tampered.png"_s;
        const QByteArray told = runProgram(
            chromium, {u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--hide-scrollbars"_s,
                       u"--user-data-dir="_s + folder.filePath(u"profile"_s), u"--window-size=1200,2600"_s,
                       u"--enable-logging=stderr"_s, u"--screenshot="_s + picture, u"file://"_s + file});
        QVERIFY2(!told.isEmpty(), "chromium failed");
        QVERIFY2(!told.contains("Refused to") && !told.contains("Content Security Policy"), told.constData());
        const QImage shown(picture);
        QCOMPARE(shown.size(), QSize(1200, 2600));
        // The style was let in by its hash: the banner has the colour of a mismatch.
        const QColor banner = shown.pixelColor(600, 34);
        const QColor ink = paint::Theme(paint::Scheme::Light).banner(model::Meaning::Failed).background;
        QVERIFY2(banner == ink, qPrintable(banner.name()));
        // The octagon stands beside the headline, and its cross lets the ground through.
        QCOMPARE(shown.pixelColor(90, 68),
                 paint::Theme(paint::Scheme::Light).banner(model::Meaning::Failed).foreground);
        QCOMPARE(shown.pixelColor(106, 68), ink);
    }
};

ANCHORSCOPE_UI_TEST(TestReport)
#include "test_report.moc"
