// The page of the sequence: selection both ways, keys, pointer, folding, zoom, overview, pictures.
#include "model/items/texts.h"
#include "sequence_support.h"
#include "ui/sequence/sequence_canvas.h"
#include "ui/sequence/sequence_overview.h"
#include "ui/sequence/sequence_picture.h"
#include "ui/sequence/sequence_view.h"
#include "ui/widgets/task_strip.h"
#include "window_fixture.h"
#include <QElapsedTimer>
#include <QScrollBar>
#include <QToolButton>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using paint::MessageKind;

namespace {

/// A window on the page of the sequence.
class Page : public test::WindowFixture {
public:
    [[nodiscard]] bool openPage(const QString& sample) {
        const bool opened = openSample(sample);
        find<ui::CaseView>()->showTreePage(ui::CaseView::SequenceTab);
        QTest::qWait(30);
        return opened && canvas()->isVisible();
    }
    [[nodiscard]] ui::SequenceView* page() const { return find<ui::SequenceView>(); }
    [[nodiscard]] ui::SequenceCanvas* canvas() const { return page()->canvas(); }
    [[nodiscard]] quint32 chosen() const { return selection()->choice().node.value_or(paint::nothing); }
    [[nodiscard]] quint32 nodeOf(transition::NodeKind kind) const {
        const auto& nodes = session.parts().tree->nodes;
        return static_cast<quint32>(std::ranges::find(nodes, kind, &transition::Node::kind) - nodes.begin());
    }
    void click(quint32 node) const {
        QTest::mouseClick(canvas()->viewport(), Qt::LeftButton, {}, canvas()->rowOf(node).center().toPoint());
    }
};

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A picture is not of one colour.
bool hasInk(const QImage& image) {
    const QRgb first = image.pixel(0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != first) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

class TestSequence : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void choosingGoesBothWays() {
        Page page;
        QVERIFY(page.openPage(u"deep-reentry"_s));
        const quint32 nested = page.nodeOf(transition::NodeKind::nested);
        page.selection()->chooseNode(0);
        page.click(nested);
        QCOMPARE(page.chosen(), nested);
        auto* tree = page.find<ui::TreeView>();
        QCOMPARE(qobject_cast<model::TreeModel*>(tree->model())->node(tree->currentIndex()), nested);
        page.selection()->chooseNode(nested + 1);
        QCOMPARE(page.canvas()->diagram().messages[page.canvas()->current()].node, nested + 1);
        const QString spoken = page.canvas()->accessibleDescription();
        QVERIFY2(spoken.startsWith(u"Step %1: "_s.arg(nested + 2)), qPrintable(spoken));
        QVERIFY2(spoken.contains(u" calls "_s) || spoken.contains(u" returns to "_s), qPrintable(spoken));
        page.shot(u"sequence-deep-light"_s);
    }

    void keysWalkMessagesAndFrames() {
        Page page;
        QVERIFY(page.openPage(u"deep-reentry"_s));
        ui::SequenceCanvas* canvas = page.canvas();
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_Home);
        QCOMPARE(page.chosen(), 0U);
        QTest::keyClick(canvas, Qt::Key_Down);
        QCOMPARE(page.chosen(), 1U);
        QTest::keyClick(canvas, Qt::Key_Right); // into the entry
        QCOMPARE(page.chosen(), 2U);
        QTest::keyClick(canvas, Qt::Key_Left);
        QCOMPARE(page.chosen(), 1U);
        QTest::keyClick(canvas, Qt::Key_End);
        QCOMPARE(page.chosen(), static_cast<quint32>(canvas->diagram().messages.size() - 1));
        QVERIFY(QRectF(canvas->viewport()->rect()).contains(canvas->rowOf(page.chosen()).center()));
        QTest::keyClick(canvas, Qt::Key_Down); // stays
        QCOMPARE(page.chosen(), static_cast<quint32>(canvas->diagram().messages.size() - 1));
        QTest::keyClick(canvas, Qt::Key_Plus);
        QVERIFY(canvas->zoom() > 1.1);
        QTest::keyClick(canvas, Qt::Key_0);
        QCOMPARE(canvas->zoom(), 1.0);
    }

    void foldingKeepsWhatIsChosenInSight() {
        Page page;
        QVERIFY(page.openPage(u"deep-reentry"_s));
        ui::SequenceCanvas* canvas = page.canvas();
        const std::size_t all = canvas->diagram().messages.size();
        page.selection()->chooseNode(1);
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_Space);
        QCOMPARE(canvas->diagram().messages.size(), std::size_t{3}); // bundle, entry, its return
        QVERIFY(canvas->accessibleDescription().contains(u"folded"_s));
        page.shot(u"sequence-folded-light"_s);
        const quint32 nested = page.nodeOf(transition::NodeKind::nested);
        QVERIFY(canvas->rowOf(nested).isEmpty());
        page.selection()->chooseNode(nested); // whoever chooses it elsewhere sees it
        QCOMPARE(canvas->diagram().messages.size(), all);
        QCOMPARE(canvas->diagram().messages[canvas->current()].node, nested);
        canvas->foldEntries(true);
        QCOMPARE(page.chosen(), 1U); // what holds it
        QTest::keyClick(canvas, Qt::Key_Right);
        QCOMPARE(canvas->diagram().messages.size(), all);
    }

    void theChevronFolds() {
        Page page;
        QVERIFY(page.openPage(u"deep-reentry"_s));
        ui::SequenceCanvas* canvas = page.canvas();
        const paint::SequenceEmphasis plain;
        const paint::SequenceWords words = canvas->texts()->words();
        const paint::SequencePainting painting(canvas->diagram(), words, paint::theme(), plain);
        const paint::SequenceMessage& entry = canvas->diagram().messages[1];
        const QRectF chevron = canvas->diagram().chevronRect(entry, painting.needed(entry));
        const std::size_t all = canvas->diagram().messages.size();
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {},
                          canvas->toViewport(chevron.center()).toPoint());
        QVERIFY(canvas->diagram().messages.size() < all);
        const QPoint middle = canvas->rowOf(1).center().toPoint();
        QTest::mouseDClick(canvas->viewport(), Qt::LeftButton, {}, middle);
        QCOMPARE(canvas->diagram().messages.size(), all);
    }

    void theWheelZoomsAroundThePointer() {
        Page page;
        QVERIFY(page.openPage(u"deep-reentry"_s));
        ui::SequenceCanvas* canvas = page.canvas();
        const QPointF at(300, 180);
        const auto under = [&] { return (at.y() - canvas->toViewport({0, 0}).y()) / canvas->zoom(); };
        canvas->setZoom(2);
        canvas->showFrom(120);
        const double before = under();
        QWheelEvent wheel(at, canvas->viewport()->mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(canvas->viewport(), &wheel);
        QVERIFY(canvas->zoom() > 2.3);
        QVERIFY2(std::abs(under() - before) < 1, qPrintable(QString::number(under() - before)));
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(canvas, Qt::Key_Minus);
        }
        QCOMPARE(canvas->zoom(), ui::SequenceCanvas::least_zoom);
        page.shot(u"sequence-far-light"_s);
    }

    void aClickOnANameMakesTheLifelineNarrow() {
        Page page;
        QVERIFY(page.openPage(u"deep-reentry"_s));
        ui::SequenceCanvas* canvas = page.canvas();
        const double before = canvas->diagram().width;
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, canvas->headerBox(1).center().toPoint());
        QVERIFY(canvas->diagram().lifelines[1].narrow);
        QVERIFY(canvas->diagram().width < before);
        page.shot(u"sequence-narrow-lane-light"_s);
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, canvas->headerBox(1).center().toPoint());
        QCOMPARE(canvas->diagram().width, before);
    }

    void hoveringPreviews() {
        Page page;
        QVERIFY(page.openPage(u"deep-reentry"_s));
        page.selection()->chooseNode(1);
        QSignalSpy previews(page.selection(), &ui::Selection::previewed);
        const quint32 nested = page.nodeOf(transition::NodeKind::nested);
        QTest::mouseMove(page.canvas()->viewport(), page.canvas()->rowOf(nested).center().toPoint());
        QCOMPARE(previews.count(), 1);
        const model::Parts& parts = page.session.parts();
        QCOMPARE(previews[0][0].value<std::optional<ByteRange>>(),
                 std::optional(parts.tree->range(*parts.table, nested)));
        QCOMPARE(page.chosen(), 1U);
    }

    void theOverviewMovesWhatIsVisible() {
        const ui::ShownCase shown = test::generatedCase(test::withDomains(4, 60));
        ui::Selection selection;
        ui::SequenceCanvas canvas(&selection);
        ui::SequenceOverview overview(&canvas);
        canvas.resize(800, 500);
        overview.resize(180, 400);
        canvas.show();
        overview.show();
        canvas.setCase(shown);
        QVERIFY(canvas.verticalScrollBar()->maximum() > 2000);
        const QRectF before = overview.window();
        QTest::mouseClick(&overview, Qt::LeftButton, {}, QPoint(90, 300));
        QVERIFY(overview.window().contains(QPointF(90, 300)));
        QVERIFY(overview.window().top() > before.top());
        QTest::mousePress(&overview, Qt::LeftButton, {}, overview.window().center().toPoint());
        QMouseEvent drag(QEvent::MouseMove, QPointF(90, -40), overview.mapToGlobal(QPointF(90, -40)),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&overview, &drag);
        QCOMPARE(canvas.verticalScrollBar()->value(), 0);
    }

    void theTimeOnL1StandsAtTheLeft() {
        Page page;
        QVERIFY(page.openPage(u"deep-reentry"_s));
        const auto& marks = page.canvas()->diagram().marks;
        QVERIFY(!marks.empty());
        const model::Parts& parts = page.session.parts();
        QCOMPARE(marks.front().moment.block,
                 parts.evidence->blocks[parts.report->table_block.value()].header.number);
        QCOMPARE(page.canvas()->texts()->basis(), u"Order by events"_s);
    }

    void whatIsWrongIsMarked() {
        Page page;
        QVERIFY(page.openPage(u"tampered"_s));
        const auto& texts = *page.canvas()->texts();
        int wrong = 0;
        for (const paint::SequenceMessage& message : page.canvas()->diagram().messages) {
            wrong += texts.message(message).wrong ? 1 : 0;
        }
        QCOMPARE(wrong > 0, page.session.parts().report->verdict == verify::Verdict::mismatch);
        page.shot(u"sequence-tampered-light"_s);
        ui::applyTheme(paint::Scheme::Dark);
        page.shot(u"sequence-tampered-dark"_s);
        ui::applyTheme(paint::Scheme::Light);
    }

    void nothingToDrawIsSaid() {
        test::WindowFixture fixture;
        QTemporaryDir folder;
        QFile file(folder.filePath(u"opaque.bin"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no table at all") > 0);
        file.close();
        QVERIFY(fixture.open(file.fileName()));
        fixture.find<ui::CaseView>()->showTreePage(ui::CaseView::SequenceTab);
        auto* page = fixture.find<ui::SequenceView>();
        QVERIFY(!page->canvas()->isVisible());
        QVERIFY(page->isVisible());
        fixture.shot(u"sequence-none-light"_s);
    }

    /// 100 000 nodes: what is chosen elsewhere is shown within a frame.
    void aHundredThousandNodesStaySmooth() {
        synth::Options options;
        options.entries = 13'000;
        options.rollups = 3;
        const ui::ShownCase shown = test::generatedCase(options, false);
        QVERIFY2(shown.tree->nodes.size() > 100'000, qPrintable(QString::number(shown.tree->nodes.size())));
        ui::Selection selection;
        selection.setParts(shown.table, shown.tree);
        ui::SequenceCanvas canvas(&selection);
        canvas.resize(980, 600);
        canvas.show();
        QElapsedTimer clock;
        clock.start();
        canvas.setCase(shown);
        const qint64 laid = clock.elapsed();
        QCoreApplication::processEvents();
        QCOMPARE(canvas.diagram().messages.size(), shown.tree->nodes.size());
        double best = 1e9, worst = 0, paint = 1e9;
        for (quint32 i = 1; i <= 20; ++i) {
            const auto node = static_cast<quint32>(shown.tree->nodes.size() / 21 * i);
            clock.restart();
            selection.chooseNode(node);
            const double spent = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            best = std::min(best, spent);
            worst = std::max(worst, spent);
            QCOMPARE(canvas.diagram().messages[canvas.current()].node, node);
            clock.restart();
            canvas.viewport()->repaint();
            paint = std::min(paint, static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
        qInfo("%zu nodes: laid out in %lld ms; choose to changed %.2f ms (worst %.2f); painted in %.1f ms",
              shown.tree->nodes.size(), static_cast<long long>(laid), best, worst, paint);
        QVERIFY2(best < 16, qPrintable(QString::number(best)));
        QVERIFY2(paint < 40, qPrintable(QString::number(paint)));
    }

    void picturesOfManyDomains_data() {
        QTest::addColumn<quint32>("domains");
        for (const quint32 domains : {2U, 4U, 12U}) {
            QTest::addRow("%u domains", domains) << domains;
        }
    }
    void picturesOfManyDomains() {
        QFETCH(quint32, domains);
        const ui::ShownCase shown = test::generatedCase(test::withDomains(domains));
        ui::Selection selection;
        selection.setParts(shown.table, shown.tree);
        for (const paint::Scheme scheme : {paint::Scheme::Light, paint::Scheme::Dark}) {
            ui::applyTheme(scheme);
            ui::SequenceCanvas canvas(&selection);
            canvas.resize(980, 760);
            canvas.show();
            canvas.setCase(shown);
            selection.chooseNode(5);
            QTest::qWait(20);
            const QImage image = canvas.grab().toImage();
            QVERIFY(hasInk(image));
            const QString folder = qEnvironmentVariable("ANCHORSCOPE_SHOTS");
            if (!folder.isEmpty()) {
                image.save(u"%1/sequence-%2-domains-%3.png"_s.arg(folder).arg(domains).arg(
                    scheme == paint::Scheme::Light ? u"light"_s : u"dark"_s));
            }
        }
        ui::applyTheme(paint::Scheme::Light);
    }

    void anSvgHoldsTheDiagramAndWhatItIsOf() {
        Page page;
        QVERIFY(page.openPage(u"deep-reentry"_s));
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"diagram.svg"_s);
        QSignalSpy saved(page.page(), &ui::SequenceView::pictureSaved);
        page.page()->savePicture(paint::PictureSave::Kind::Svg, 1, true, path);
        QVERIFY(saved.wait(20000));
        const QByteArray svg = contents(path);
        QXmlStreamReader xml(svg);
        QString title, description, all, box;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement) {
                if (xml.name() == u"svg") {
                    box = xml.attributes().value(u"viewBox"_s).toString();
                } else if (xml.name() == u"title") {
                    title = xml.readElementText();
                } else if (xml.name() == u"desc") {
                    description = xml.readElementText();
                }
            } else if (xml.isCharacters()) {
                all += xml.text();
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        const model::Parts& parts = page.session.parts();
        const QString hash = model::hexText(parts.source->file_sha256.view());
        QVERIFY2(title.contains(u"table.hex"_s), qPrintable(title));
        QVERIFY2(description.contains(hash), qPrintable(description));
        QVERIFY2(description.contains(u"%1 message"_s.arg(page.canvas()->diagram().messages.size())),
                 qPrintable(description));
        QVERIFY(all.contains(hash) && all.contains(u"Rollup 1"_s) && all.contains(u"entry 0"_s));
        QImage image;
        QVERIFY(image.loadFromData(svg, "svg")); // by Qt's own reader of SVG
        const paint::Picture picture =
            ui::sequencePicture(page.canvas()->diagram(), page.canvas()->texts(), {});
        QCOMPARE(box,
                 u"0 0 %1 %2"_s.arg(std::ceil(picture.size.width())).arg(std::ceil(picture.size.height())));
        QVERIFY(hasInk(image));
        const QString shots = qEnvironmentVariable("ANCHORSCOPE_SHOTS");
        if (!shots.isEmpty()) {
            image.save(shots + u"/sequence-export-svg.png"_s);
        }
    }

    void pngsHaveTheSizeThatIsAskedFor() {
        Page page;
        QVERIFY(page.openPage(u"deep-reentry"_s));
        const QTemporaryDir folder;
        const paint::Picture picture =
            ui::sequencePicture(page.canvas()->diagram(), page.canvas()->texts(), {});
        for (const double scale : {1.0, 2.0}) {
            const QString path = folder.filePath(u"diagram%1.png"_s.arg(scale));
            QSignalSpy saved(page.page(), &ui::SequenceView::pictureSaved);
            page.page()->savePicture(paint::PictureSave::Kind::Png, scale, true, path);
            QVERIFY(saved.wait(20000));
            const QImage image(path);
            QCOMPARE(image.width(), static_cast<int>(std::ceil(picture.size.width() * scale)));
            QCOMPARE(image.height(), static_cast<int>(std::ceil(picture.size.height() * scale)));
            QVERIFY(image.text(u"Title"_s).contains(u"table.hex"_s));
            const QString shots = qEnvironmentVariable("ANCHORSCOPE_SHOTS");
            if (!shots.isEmpty() && scale == 1) {
                image.save(shots + u"/sequence-export-png.png"_s);
            }
        }
        // The visible part is no larger than what is seen, and light whatever the window is.
        ui::applyTheme(paint::Scheme::Dark);
        const QString path = folder.filePath(u"part.png"_s);
        QSignalSpy saved(page.page(), &ui::SequenceView::pictureSaved);
        page.canvas()->setZoom(2);
        page.page()->savePicture(paint::PictureSave::Kind::Png, 1, false, path);
        QVERIFY(saved.wait(20000));
        ui::applyTheme(paint::Scheme::Light);
        const QImage part(path);
        QVERIFY(part.height() < picture.size.height());
        QVERIFY(part.pixelColor(1, 1).lightness() > 200);
    }

    void aPictureTooLargeIsRefusedInWords() {
        synth::Options options;
        options.entries = 200;
        const ui::ShownCase shown = test::generatedCase(options, false);
        const auto texts = std::make_shared<const ui::SequenceTexts>(shown);
        paint::SequenceLayout layout = paint::layOutSequence({shown.table.get(), shown.tree.get()});
        layout.spread(900);
        QVERIFY(layout.height > paint::PictureSave::max_side);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"old.png"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("what was there") > 0);
        old.close();
        paint::PictureSave save(ui::sequencePicture(layout, texts, {}), paint::PictureSave::Kind::Png, 1,
                                path);
        QSignalSpy done(&save, &paint::PictureSave::done);
        save.start();
        QVERIFY(done.wait(5000));
        QCOMPARE(done[0][0].value<paint::PictureSave::Outcome>(), paint::PictureSave::Outcome::Failed);
        QVERIFY2(save.error().contains(u"pixels"_s) && save.error().contains(path), qPrintable(save.error()));
        QCOMPARE(contents(path), QByteArray("what was there"));

        // Stopped on the way, the old file stays too.
        paint::PictureSave stopped(ui::sequencePicture(layout, texts, {}), paint::PictureSave::Kind::Svg, 1,
                                   path);
        QSignalSpy ended(&stopped, &paint::PictureSave::done);
        stopped.cancel();
        stopped.start();
        QVERIFY(ended.wait(5000));
        QCOMPARE(ended[0][0].value<paint::PictureSave::Outcome>(), paint::PictureSave::Outcome::Cancelled);
        QCOMPARE(contents(path), QByteArray("what was there"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void aFolderThatIsNotThereIsSaid() {
        Page page;
        QVERIFY(page.openPage(u"deep-reentry"_s));
        page.page()->savePicture(paint::PictureSave::Kind::Svg, 1, true, u"/nowhere/at/all/diagram.svg"_s);
        auto* strip = page.page()->findChild<ui::TaskStrip*>();
        QVERIFY(QTest::qWaitFor([&] { return strip->isFailure(); }, 5000));
        QVERIFY2(strip->text().contains(u"/nowhere/at/all/diagram.svg"_s), qPrintable(strip->text()));
    }

    void whatIsFoldedSurvivesVerifyingAgain() {
        Page page;
        QVERIFY(page.openPage(u"deep-reentry"_s));
        page.selection()->chooseNode(1);
        page.canvas()->toggleFold(1);
        const std::size_t shown = page.canvas()->diagram().messages.size();
        QTest::keyClick(&page.window, Qt::Key_F5);
        QVERIFY(page.settle());
        QCOMPARE(page.canvas()->diagram().messages.size(), shown);
        QCOMPARE(page.canvas()->diagram().messages[page.canvas()->current()].node, 1U);
    }

    void narrowWindowsAndOtherDirections() {
        Page page;
        page.window.resize(1024, 640);
        QVERIFY(page.openPage(u"deep-reentry"_s));
        page.shot(u"sequence-small-light"_s);
        const auto lanes = page.canvas()->diagram().lifelines;
        page.window.setLayoutDirection(Qt::RightToLeft);
        QTest::qWait(30);
        QCOMPARE(page.canvas()->layoutDirection(), Qt::LeftToRight);
        QVERIFY(page.canvas()->headerBox(0).left() < page.canvas()->headerBox(1).left());
        QCOMPARE(page.canvas()->diagram().lifelines.size(), lanes.size());
        page.shot(u"sequence-small-rtl"_s);
    }

    void everythingHasAName() {
        Page page;
        QVERIFY(page.openPage(u"deep-reentry"_s));
        for (const QWidget* each : page.page()->findChildren<QWidget*>()) {
            if (each->focusPolicy() != Qt::NoFocus && each->isVisible()) {
                QVERIFY2(!each->accessibleName().isEmpty(), each->metaObject()->className());
            }
        }
        QCOMPARE(page.page()->focusProxy(), page.canvas());
        QVERIFY(!page.canvas()->accessibleDescription().isEmpty() || page.chosen() == paint::nothing);
    }
};

ANCHORSCOPE_UI_TEST(TestSequence)
#include "test_sequence.moc"
