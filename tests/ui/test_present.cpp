// Presenting and the tour: keys, geometry at any size, the digest that builds up, and a verdict that is never
// greener than the banner's.
#include "core/digest/rolling_hash.h"
#include "dialog_support.h"
#include "model/items/texts.h"
#include "ui/present/present_button.h"
#include "ui/present/present_layout.h"
#include "ui/present/presenting.h"
#include "ui/present/tour.h"
#include "window_fixture.h"
#include <QPainter>

using namespace anchorscope;
using namespace anchorscope::test;
using namespace Qt::StringLiterals;
using model::Meaning;
using model::SlideKind;

namespace {

ui::PresentView* presented(WindowFixture& fixture) {
    QTest::keyClick(&fixture.window, Qt::Key_F11);
    auto* view = fixture.find<ui::PresentView>();
    return view != nullptr && view->isVisible() ? view : nullptr;
}

/// Worse is larger.
int badness(Meaning meaning) {
    switch (meaning) {
    case Meaning::Passed:
        return 0;
    case Meaning::NotFinal:
        return 1;
    case Meaning::Failed:
        return 3;
    default:
        return 2;
    }
}

} // namespace

class TestPresent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startUi(); }
    void cleanup() { QCOMPARE(qtWarnings(), QStringList()); }

    void keys() {
        WindowFixture fixture;
        QTest::keyClick(&fixture.window, Qt::Key_F11); // nothing is open
        QVERIFY(!fixture.find<ui::PresentView>()->isVisible());
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        ui::PresentView* view = presented(fixture);
        QVERIFY(view != nullptr);
        QCOMPARE(view->size(), fixture.window.size());
        QVERIFY(view->hasFocus());
        QCOMPARE(view->current(), 0);
        for (const auto& [key, slide] :
             {std::pair{Qt::Key_Right, 1}, std::pair{Qt::Key_Space, 2}, std::pair{Qt::Key_PageDown, 3},
              std::pair{Qt::Key_Left, 2}, std::pair{Qt::Key_PageUp, 1}, std::pair{Qt::Key_Home, 0},
              std::pair{Qt::Key_Left, 0}, std::pair{Qt::Key_End, view->count() - 1},
              std::pair{Qt::Key_Right, view->count() - 1}}) {
            QTest::keyClick(view, key);
            QCOMPARE(view->current(), slide);
        }
        fixture.window.resize(1100, 700);
        QTest::qWait(20);
        QCOMPARE(view->size(), fixture.window.size());
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!view->isVisible());
        QVERIFY(presented(fixture) != nullptr); // F11 comes back, and leaves
        QTest::keyClick(view, Qt::Key_F11);
        QVERIFY(!view->isVisible());
    }

    void tabGoesRound() {
        WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        ui::PresentView* view = presented(fixture);
        QVERIFY(view != nullptr);
        QStringList names;
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            const auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
            names += button != nullptr ? button->text() : u"slide"_s;
        }
        QCOMPARE(names, QStringList({u"Leave"_s, u"Next"_s, u"slide"_s})); // Back is off on the first slide
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(view->current(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right); // arrows work from a button too
        QCOMPARE(view->current(), 2);
    }

    /// What is shown of a fold is what keccak gives: each step goes on from the one before, and the entry's
    /// last equals the table's.
    void theDigestBuildsUp() {
        WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        const model::Presentation slides(fixture.session.parts(), fixture.session.names());
        QString last = u"0"_s;
        int folds = 0, ends = 0;
        for (int i = 0; i < slides.count(); ++i) {
            const model::Slide slide = slides.slide(i);
            if (slide.fold) {
                ++folds;
                QCOMPARE(slide.fold->before, last);
                QVERIFY(slide.fold->after != last);
                last = slide.fold->after;
            }
            if (slide.end) {
                ++ends;
                const auto& stated = fixture.session.parts().table->entries[0].rolling_hash;
                QCOMPARE(slide.end->stated, model::shortHexText(stated.view()));
                QCOMPARE(slide.end->computed, last);
                QCOMPARE(slide.end->meaning, Meaning::Passed);
            }
        }
        QVERIFY(folds >= 4);
        QCOMPARE(ends, 1);
        // The first step by hand: keccak(0 ‖ 01 ‖ 1).
        const Hash32 first = digest::fold({}, {digest::FoldTag::call_begin, 1, false, {}});
        bool seen = false;
        for (int i = 0; i < slides.count(); ++i) {
            const auto fold = slides.slide(i).fold;
            seen = seen || (fold && fold->after == model::shortHexText(first.view()));
        }
        QVERIFY(seen);
    }

    void neverGreenerThanTheBanner_data() {
        QTest::addColumn<QString>("sample");
        for (const model::Sample& sample : model::samples()) {
            QTest::newRow(qPrintable(sample.id)) << sample.id;
        }
    }
    void neverGreenerThanTheBanner() {
        QFETCH(QString, sample);
        WindowFixture fixture;
        QVERIFY(fixture.openSample(sample));
        ui::PresentView* view = presented(fixture);
        QVERIFY(view != nullptr);
        const ui::BannerText& banner = fixture.banner();
        for (int i = 0; i < view->count(); ++i) {
            view->goTo(i);
            QCOMPARE(view->shown().banner.meaning, banner.meaning); // the chip
            QCOMPARE(view->shown().banner.headline, banner.headline);
            if (view->shown().slide.kind == SlideKind::Verdict) {
                QCOMPARE(view->shown().meaning, banner.meaning);
                QCOMPARE(view->shown().slide.title, banner.headline);
                QCOMPARE(view->shown().rungs.size(), qsizetype{10});
            }
            for (const model::SlideFact& fact : view->shown().slide.facts) {
                if (fact.meaning == Meaning::Passed && view->shown().rung) {
                    QVERIFY(badness(view->shown().meaning) == 0);
                }
            }
        }
        QCOMPARE(view->shown().slide.kind, SlideKind::Verdict);
    }

    void aMismatchTellsWhere() {
        WindowFixture fixture;
        QVERIFY(fixture.openSample(u"tampered"_s));
        ui::PresentView* view = presented(fixture);
        QVERIFY(view != nullptr);
        bool states = false, digest = false;
        for (int i = 0; i < view->count(); ++i) {
            view->goTo(i);
            const ui::ShownSlide& shown = view->shown();
            if (shown.slide.kind == SlideKind::States) {
                states = shown.slide.text.contains(u"does not continue at entry 2"_s) &&
                         shown.slide.facts.first().meaning == Meaning::Failed;
            }
            if (shown.slide.rung == verify::RungId::digest) {
                digest = shown.meaning == Meaning::Failed;
                QVERIFY(shown.slide.facts.size() >= 2);
                QVERIFY(shown.slide.facts.last().value !=
                        shown.slide.facts.at(shown.slide.facts.size() - 2).value);
            }
        }
        QVERIFY(states);
        QVERIFY(digest);
    }

    void followsTheSession() {
        WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        ui::PresentView* view = presented(fixture);
        QVERIFY(view != nullptr);
        view->goTo(view->count() - 1);
        QCOMPARE(view->shown().meaning, Meaning::Passed);
        model::VerifyOptions options = fixture.session.options();
        options.policy = verify::Policy::final_; // finality is not read offline
        fixture.session.setOptions(options);
        QVERIFY(fixture.settle());
        QCOMPARE(view->shown().slide.kind, SlideKind::Verdict);
        QCOMPARE(view->shown().meaning, Meaning::Warning);
        QCOMPARE(view->shown().banner.meaning, fixture.banner().meaning);
        fixture.session.close();
        QTRY_VERIFY(!view->isVisible());
    }

    void leavingChoosesTheStep() {
        WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        ui::PresentView* view = presented(fixture);
        view->goTo(3);
        const auto node = view->shown().slide.node;
        QVERIFY(node);
        QTest::keyClick(view, Qt::Key_Escape);
        QCOMPARE(fixture.selection()->choice().node, node);
    }

    void isHeard() {
        WindowFixture fixture;
        QVERIFY(fixture.openSample(u"tampered"_s));
        ui::PresentView* view = presented(fixture);
        const QSignalSpy heard(view, &ui::PresentView::announced);
        view->goTo(view->count() - 1);
        QCOMPARE(heard.size(), 1);
        QCOMPARE(heard.first().first().toString(), view->accessibleName());
        QVERIFY(view->accessibleName().contains(u"Mismatch"_s));
        QVERIFY(view->accessibleName().contains(u"digest: failed"_s));
    }

    void fitsAnyWindow_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("sample");
        for (const QSize size :
             {QSize(1024, 640), QSize(1440, 900), QSize(1920, 1080), QSize(3840, 2160), QSize(1200, 1600)}) {
            for (const model::Sample& sample : model::samples()) {
                QTest::addRow("%dx%d %s", size.width(), size.height(), qPrintable(sample.id))
                    << size << sample.id;
            }
        }
    }
    void fitsAnyWindow() {
        QFETCH(QSize, size);
        QFETCH(QString, sample);
        WindowFixture fixture;
        QVERIFY(fixture.openSample(sample));
        fixture.window.resize(size);
        ui::PresentView* view = presented(fixture);
        QVERIFY(view != nullptr);
        const QRectF page(QPointF(0, 0), view->size());
        for (int i = 0; i < view->count(); ++i) {
            view->goTo(i);
            const model::Slide& slide = view->shown().slide;
            const ui::PresentLayout layout = ui::layoutSlide(page.size(), slide.title, slide.text, 400);
            QVERIFY2(ui::fits(layout.title_font, slide.title, layout.title.size()), qPrintable(slide.title));
            QVERIFY2(ui::fits(layout.text_font, slide.text, layout.text.size()), qPrintable(slide.text));
            const QList<QRectF> parts{layout.source, layout.title, layout.text, layout.body, layout.footer};
            for (qsizetype part = 0; part < parts.size(); ++part) {
                QVERIFY(page.contains(parts[part]));
                QVERIFY(part == 0 || parts[part - 1].bottom() <= parts[part].top() + 0.5);
            }
            QVERIFY(layout.body.height() >= view->height() * 0.4);
        }
        const QList<ui::PresentButton*> buttons = view->findChildren<ui::PresentButton*>();
        for (const ui::PresentButton* each : buttons) {
            QVERIFY(view->rect().contains(each->geometry()));
            QVERIFY(each->width() >= each->sizeHint().width());
        }
    }

    void dotsAreBounded() {
        QCOMPARE(ui::DotRow::of(8, 1).count, 8);
        QCOMPARE(ui::DotRow::of(8, 1).current, 1);
        for (const int slides : {1, 24, 25, 500, 1010}) {
            int last = -1;
            for (int slide = 0; slide < slides; ++slide) {
                const ui::DotRow row = ui::DotRow::of(slides, slide);
                QVERIFY(row.count <= ui::DotRow::most_dots);
                QVERIFY(row.current >= last);
                QVERIFY(row.current < row.count);
                last = row.current;
            }
            QCOMPARE(last, std::min(slides, ui::DotRow::most_dots) - 1);
        }
    }

    void pictures_data() {
        QTest::addColumn<paint::Scheme>("scheme");
        QTest::newRow("light") << paint::Scheme::Light;
        QTest::newRow("dark") << paint::Scheme::Dark;
    }
    void pictures() {
        QFETCH(paint::Scheme, scheme);
        ui::applyTheme(scheme);
        const QString mode = scheme == paint::Scheme::Light ? u"light"_s : u"dark"_s;
        for (const char* sample : {"deep-reentry", "tampered"}) {
            WindowFixture fixture;
            QVERIFY(fixture.openSample(QString::fromLatin1(sample)));
            ui::PresentView* view = presented(fixture);
            for (int i = 0; i < view->count(); ++i) {
                view->goTo(i);
                fixture.shot(
                    u"present-%1-%2-%3"_s.arg(QLatin1String(sample), mode).arg(i, 2, 10, QLatin1Char('0')),
                    0);
            }
            fixture.window.resize(1024, 640);
            view->goTo(3);
            fixture.shot(u"present-%1-%2-small"_s.arg(QLatin1String(sample), mode), 20);
        }
        ui::applyTheme(paint::Scheme::Light);
    }

    void theTourStopsAtEverySample() {
        const QList<ui::TourStop> stops = ui::tourStops();
        for (const model::Sample& sample : model::samples()) {
            QVERIFY(std::ranges::any_of(stops,
                                        [&](const ui::TourStop& stop) { return stop.sample == sample.id; }));
        }
        WindowFixture fixture;
        actionNamed(fixture.window, u"Tour of the samples"_s)->trigger();
        auto* tour = fixture.window.findChild<ui::Tour*>();
        auto* bar = fixture.find<ui::TourBar>();
        auto* light = fixture.find<ui::Spotlight>();
        for (int i = 0; i < stops.size(); ++i) {
            QCOMPARE(tour->at(), i);
            QTRY_COMPARE_WITH_TIMEOUT(fixture.session.phase(), model::Session::Phase::done, 20000);
            QTRY_VERIFY(light->isVisible());
            QVERIFY2(light->parentWidget()->rect().contains(light->lit()), qPrintable(stops[i].title));
            QVERIFY(light->lit().height() > 20);
            QVERIFY(bar->isVisible());
            QVERIFY(bar->accessibleName().contains(stops[i].title));
            QVERIFY(QApplication::focusWidget() != nullptr && bar->isAncestorOf(QApplication::focusWidget()));
            fixture.shot(u"tour-%1"_s.arg(i));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        }
        QVERIFY(!tour->active());
        QVERIFY(!bar->isVisible());
        QVERIFY(!light->isVisible());
    }

    void theTourIsLeft() {
        WindowFixture fixture;
        buttonNamed(*fixture.find<ui::Welcome>(), u"Guided tour"_s)->click();
        auto* tour = fixture.window.findChild<ui::Tour*>();
        QVERIFY(tour->active());
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session.phase(), model::Session::Phase::done, 20000);
        const auto* bar = fixture.find<ui::TourBar>();
        QTRY_VERIFY(bar->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left); // there is nothing before
        QCOMPARE(tour->at(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!tour->active());
    }
};

ANCHORSCOPE_UI_TEST(TestPresent)
#include "test_present.moc"
