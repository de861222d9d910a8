// The page of the state roots: geometry, exact sums, breaks, selection, pictures.
#include "model/items/texts.h"
#include "sequence_support.h"
#include "ui/paint/roots_painting.h"
#include "ui/sequence/roots_canvas.h"
#include "ui/sequence/roots_view.h"
#include "window_fixture.h"
#include <QElapsedTimer>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using paint::EtherSum;
using paint::RootsLayout;
using paint::RootsPainting;
using transition::Trajectory;
using Metrics = paint::RootsMetrics;

namespace {

Hash32 state(std::uint8_t number) {
    Hash32 made;
    made.bytes[0] = number;
    return made;
}

/// Steps as (entry, before, after); every step moves `wei`.
Trajectory trajectory(std::uint64_t rollup, std::initializer_list<std::array<std::uint8_t, 3>> steps,
                      const U256& wei = {}) {
    Trajectory made;
    made.rollup_id = rollup;
    for (const auto& [entry, before, after] : steps) {
        made.steps.push_back({entry, 0, state(before), state(after), wei, true});
    }
    return made;
}

U256 minus(std::uint64_t value) { return U256{}.minus(value); }

} // namespace

class TestRoots : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void stepsOfOneEntryStandInOneColumn() {
        const RootsLayout layout = paint::layOutRoots(
            {trajectory(1, {{0, 1, 2}, {2, 2, 3}}), trajectory(2, {{1, 7, 8}, {2, 8, 9}})}, nullptr);
        QCOMPARE(layout.bands.size(), std::size_t{2});
        QCOMPARE(layout.steps.size(), std::size_t{4});
        QCOMPARE(layout.steps[1].x, layout.steps[3].x); // entry 2
        QVERIFY(layout.steps[0].x < layout.steps[2].x && layout.steps[2].x < layout.steps[1].x);
        QVERIFY(layout.bands[1].y >= layout.bands[0].y + layout.bands[0].height);
        QCOMPARE(layout.breaks, std::size_t{0});
        QVERIFY(layout.bands[0].result == state(3));
        for (std::size_t i = 0; i < layout.steps.size(); ++i) {
            const auto& band = layout.bands[layout.bandOf(i)];
            QCOMPARE(layout.stepAt(layout.rect(band, layout.steps[i]).center()), std::optional(i));
        }
        QVERIFY(!layout.stepAt({layout.steps[0].x, layout.bands[1].y + 30}));
    }

    void breaksAreFoundAndHaveRoom() {
        const RootsLayout layout =
            paint::layOutRoots({trajectory(1, {{0, 1, 2}, {1, 5, 6}, {2, 6, 7}})}, nullptr);
        QCOMPARE(layout.breaks, std::size_t{1});
        QVERIFY(layout.steps[1].broken());
        QVERIFY(layout.steps[1].expected == state(2));
        QVERIFY(!layout.steps[0].broken() && !layout.steps[2].broken());
        QCOMPARE(layout.steps[1].x - layout.steps[0].x, Metrics::pitch + Metrics::before_room);
        QCOMPARE(layout.steps[2].x - layout.steps[1].x, Metrics::pitch);
        QVERIFY(RootsPainting::bandWords(layout.bands[0]).contains(u"1 break"_s));
    }

    void alternativesNotTakenLeaveNothing() {
        test::HandTree made;
        made.entry(0, 1).back().entry(0, 1).back().entry(0, 1).back();
        transition::Tree tree = made.done();
        for (std::uint32_t i = 0; i < 3; ++i) {
            tree.nodes[1 + 2 * i].entry = i;
        }
        tree.entries.resize(3);
        tree.entries[1].skipped_alternative = true;
        const RootsLayout layout =
            paint::layOutRoots({trajectory(1, {{0, 1, 2}, {1, 2, 5}, {2, 2, 3}}, U256{4})}, &tree);
        QCOMPARE(layout.breaks, std::size_t{0});
        QVERIFY(layout.steps[1].skipped);
        QCOMPARE(layout.bands[0].sum.value(), std::optional(U256{8}));
        QCOMPARE(layout.steps[2].node, 5U);
        QCOMPARE(layout.stepOf(3), std::optional<std::size_t>(1));
        QVERIFY(layout.bands[0].result == state(3));
    }

    void sumsAreExact() {
        EtherSum sum;
        sum.add(U256{5});
        sum.add(minus(7));
        QCOMPARE(sum.value(), std::optional(minus(2)));
        QVERIFY(sum.is_negative());
        QCOMPARE(RootsPainting::weiWords(sum), u"−2 wei"_s);
        sum.add(U256{2});
        QVERIFY(sum.is_zero());
        // The largest and the smallest amount, more often than 256 bits hold.
        const U256 largest =
            U256::parse_decimal("578960446186580977117854925043439539266349923328202820197287"
                                "92003956564819967")
                .value();                            // 2^255 - 1
        const U256 smallest = largest.plus(U256{1}); // -2^255
        EtherSum up, down;
        for (int i = 0; i < 3; ++i) {
            up.add(largest);
            down.add(smallest);
        }
        QVERIFY(!up.value() && !up.is_negative());
        QVERIFY(!down.value() && down.is_negative());
        QCOMPARE(RootsPainting::weiWords(up), u"above 2²⁵⁵ wei"_s);
        for (int i = 0; i < 3; ++i) {
            up.add(smallest);
            down.add(largest);
        }
        QCOMPARE(up.value(), std::optional(minus(3)));
        QCOMPARE(down.value(), std::optional(minus(3)));
        QCOMPARE(RootsPainting::weiWords(U256::parse_decimal("1234567890123456789").value()),
                 u"+1234567890123456789 wei"_s);
        QCOMPARE(RootsPainting::etherWords(minus(500'000'000'000'000'000)), u"−0.5 ETH"_s);
    }

    void ordersThatDoNotFitHaveColumnsOfTheirOwn() {
        const RootsLayout layout = paint::layOutRoots(
            {trajectory(1, {{2, 1, 2}, {0, 2, 3}}), trajectory(2, {{1, 7, 8}, {2, 8, 9}})}, nullptr);
        QVERIFY(layout.steps[0].x < layout.steps[1].x);
        QVERIFY(layout.steps[2].x < layout.steps[3].x);
    }

    void everyDeltaIsAStep_data() {
        QTest::addColumn<quint32>("domains");
        for (const quint32 domains : {2U, 4U, 12U}) {
            QTest::addRow("%u domains", domains) << domains;
        }
    }
    void everyDeltaIsAStep() {
        QFETCH(quint32, domains);
        const ui::ShownCase shown = test::generatedCase(test::withDomains(domains, 14));
        const RootsLayout layout = paint::layOutRoots(shown.examined->trajectories, shown.tree.get());
        std::size_t deltas = 0;
        for (const table::Entry& entry : shown.table->entries) {
            deltas += entry.deltas.size();
        }
        QCOMPARE(layout.steps.size(), deltas);
        QCOMPARE(layout.bands.size(), std::size_t{domains - 1});
        for (const paint::RootsBand& band : layout.bands) {
            for (std::size_t i = band.first; i < band.end; ++i) {
                const paint::RootsStep& step = layout.steps[i];
                const table::StateDelta& delta = shown.table->entries[step.entry].deltas[step.delta];
                QVERIFY(delta.rollup_id == band.rollup && delta.new_state == step.after);
                QCOMPARE(shown.tree->nodes[step.node].entry, step.entry);
                // Boxes of a band do not touch.
                QVERIFY(i == band.first ||
                        !layout.rect(band, step).intersects(layout.rect(band, layout.steps[i - 1])));
            }
        }
        ui::Selection selection;
        selection.setParts(shown.table, shown.tree);
        for (const paint::Scheme scheme : {paint::Scheme::Light, paint::Scheme::Dark}) {
            ui::applyTheme(scheme);
            ui::RootsCanvas canvas(&selection);
            canvas.resize(980, 640);
            canvas.show();
            canvas.setCase(shown);
            selection.chooseNode(layout.steps[layout.bands[0].first].node);
            QTest::qWait(20);
            const QImage image = canvas.grab().toImage();
            const QString folder = qEnvironmentVariable("ANCHORSCOPE_SHOTS");
            if (!folder.isEmpty()) {
                image.save(u"%1/roots-%2-domains-%3.png"_s.arg(folder).arg(domains).arg(
                    scheme == paint::Scheme::Light ? u"light"_s : u"dark"_s));
            }
        }
        ui::applyTheme(paint::Scheme::Light);
    }

    void aClickChoosesTheEntryAndBack() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"tampered"_s));
        fixture.find<ui::CaseView>()->showTreePage(ui::CaseView::RootsTab);
        QTest::qWait(30);
        auto* canvas = fixture.find<ui::RootsCanvas>();
        QVERIFY(canvas->isVisible());
        QVERIFY(!canvas->bands().steps.empty());
        fixture.shot(u"roots-tampered-light"_s);
        const std::size_t last = canvas->bands().steps.size() - 1;
        fixture.selection()->chooseNode(0);
        QVERIFY(!canvas->current());
        fixture.selection()->chooseNode(canvas->bands().steps[last].node);
        QVERIFY(canvas->current());
        fixture.selection()->chooseNode(0);
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, canvas->rectOf(last).center().toPoint());
        QCOMPARE(fixture.selection()->choice().node,
                 std::optional<quint32>(canvas->bands().steps[last].node));
        QCOMPARE(canvas->current(), std::optional(last));
        QCOMPARE(canvas->accessibleDescription(), canvas->spoken(last));
        const auto& step = canvas->bands().steps[last];
        QVERIFY(canvas->tip(last).contains(model::hexText(step.after.view())));
        QSignalSpy previews(fixture.selection(), &ui::Selection::previewed);
        QTest::mouseMove(canvas->viewport(), canvas->rectOf(0).center().toPoint());
        QVERIFY(previews.count() >= 1);
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_Home);
        const auto band = canvas->bands().bandOf(last);
        QCOMPARE(canvas->current(), std::optional(canvas->bands().bands[band].first));
        ui::applyTheme(paint::Scheme::Dark);
        fixture.shot(u"roots-tampered-dark"_s);
        ui::applyTheme(paint::Scheme::Light);
    }

    void keysWalkStepsBandsAndBreaks() {
        ui::ShownCase shown = test::generatedCase(test::withDomains(4, 12));
        auto examined = std::make_shared<verify::TablePart>(*shown.examined);
        examined->trajectories[1].steps.back().before = state(9); // nothing left it
        shown.examined = examined;
        ui::Selection selection;
        selection.setParts(shown.table, shown.tree);
        ui::RootsCanvas canvas(&selection);
        canvas.resize(900, 600);
        canvas.show();
        canvas.setCase(shown);
        QTest::keyClick(&canvas, Qt::Key_Right);
        QCOMPARE(canvas.current(), std::optional<std::size_t>(0));
        QTest::keyClick(&canvas, Qt::Key_Down);
        QCOMPARE(canvas.bands().bandOf(*canvas.current()), std::size_t{1});
        QTest::keyClick(&canvas, Qt::Key_End);
        QCOMPARE(canvas.current(), std::optional(canvas.bands().bands[1].end - 1));
        QVERIFY(QRectF(canvas.viewport()->rect()).contains(canvas.rectOf(*canvas.current()).center()));
        QVERIFY(canvas.spoken(*canvas.current()).contains(u"break"_s));
        QTest::keyClick(&canvas, Qt::Key_Home);
        QVERIFY(canvas.walkBreaks(1));
        QCOMPARE(canvas.current(), std::optional(canvas.bands().bands[1].end - 1));
        QVERIFY(!canvas.walkBreaks(1));
        QTest::qWait(20);
        const QString folder = qEnvironmentVariable("ANCHORSCOPE_SHOTS");
        if (!folder.isEmpty()) {
            canvas.grab().save(folder + u"/roots-break-light.png"_s);
        }
    }

    void aTableWithoutStatesSaysSo() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"rollup-table"_s));
        fixture.find<ui::CaseView>()->showTreePage(ui::CaseView::RootsTab);
        auto* page = fixture.find<ui::RootsView>();
        QCOMPARE(page->canvas()->isVisible(), !page->canvas()->bands().steps.empty());
        fixture.shot(u"roots-none-light"_s);
    }

    void aHundredThousandStepsStaySmooth() {
        Trajectory one;
        one.rollup_id = 1;
        for (std::uint32_t i = 0; i < 100'000; ++i) {
            one.steps.push_back({i, 0, state(static_cast<std::uint8_t>(i)),
                                 state(static_cast<std::uint8_t>(i + 1)), U256{i}, true});
        }
        QElapsedTimer clock;
        clock.start();
        const RootsLayout layout = paint::layOutRoots({one}, nullptr);
        const qint64 laid = clock.elapsed();
        const paint::RootsEmphasis plain;
        const RootsPainting painting(layout, paint::theme(), plain);
        QImage image(980, 300, QImage::Format_RGB32);
        QPainter painter(&image);
        painter.translate(-layout.width / 2, 0);
        clock.restart();
        painting.paint(painter, QRectF(layout.width / 2, 0, 980, 300));
        const qint64 painted = clock.elapsed();
        qInfo("100 000 steps: laid out in %lld ms, painted in %lld ms", static_cast<long long>(laid),
              static_cast<long long>(painted));
        QCOMPARE(layout.bands[0].sum.value(), std::optional(U256{4'999'950'000}));
        QVERIFY(laid < 2000 && painted < 100);
    }
};

ANCHORSCOPE_UI_TEST(TestRoots)
#include "test_roots.moc"
