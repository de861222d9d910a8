#include "qt_warnings.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/banner_layout.h"
#include "ui/widgets/banner_parts.h"
#include "ui/widgets/motion.h"
#include <QAccessible>
#include <QMenu>
#include <QSignalSpy>

using namespace anchorscope;
using model::Meaning;
using ui::Banner;
using ui::BannerLayout;
using ui::BannerText;

namespace {

BannerText verified() {
    BannerText text;
    text.meaning = Meaning::Passed;
    text.headline = QStringLiteral("Verified; block pinned: sample");
    text.reason = QStringLiteral("Every rung that the policy requires has passed.");
    text.checked = QStringLiteral("Checked today 08:16, offline");
    text.where = QStringLiteral("Chain 77001 · block 41");
    text.policy = QStringLiteral("block");
    return text;
}

QPushButton* button(const Banner& banner, const QString& text) {
    for (QPushButton* found : banner.findChildren<QPushButton*>()) {
        if (found->text() == text) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

class TestBanner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void layout_is_the_looks() { // LOOK 7 and the pictures
        const BannerLayout layout = ui::layoutBanner(1440, {300, 500, 160, 250});
        QCOMPARE(BannerLayout::height, 60);
        QCOMPARE(layout.icon_rect, QRect(16, 14, 32, 32));
        QCOMPARE(layout.headline.left(), 62);
        QCOMPARE(layout.reason.left(), 62);
        QCOMPARE(layout.controls_left + 250, 1440 - 16);
        QCOMPARE(layout.details.width(), 160);
        QCOMPARE(layout.details.right() + 1 + BannerLayout::gap, layout.controls_left);
        QVERIFY(layout.headline.right() < layout.details.left());
        QVERIFY(layout.headline.bottom() < layout.reason.bottom() && layout.reason.bottom() < 60);
    }

    void the_headline_gives_way_last() {
        // 1000 - 62 - 16 - 250 - gaps: 632 px to share; the headline asks for 440, leaving 172.
        const BannerLayout narrow = ui::layoutBanner(1000, {440, 900, 200, 250});
        QCOMPARE(narrow.details.width(), 192);
        QCOMPARE(narrow.headline.width(), 440);
        const BannerLayout tight = ui::layoutBanner(880, {440, 900, 200, 250});
        QCOMPARE(tight.details.width(), 0);
        QVERIFY(tight.headline.width() >= 440);
        QVERIFY(ui::layoutBanner(100, {440, 900, 200, 250}).headline.width() >= 0);
    }

    void the_verdict_comes_first_for_screen_readers() {
        Banner banner;
        banner.setText(verified());
        QCOMPARE(banner.accessibleName(),
                 QStringLiteral(
                     "Verified; block pinned: sample. Every rung that the policy requires has passed."));
        QCOMPARE(banner.accessibleDescription(),
                 QStringLiteral("Checked today 08:16, offline. Chain 77001 · block 41"));
        const QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(&banner);
        QVERIFY(seen != nullptr);
        QCOMPARE(seen->role(), QAccessible::AlertMessage);
    }

    void a_new_verdict_is_announced_once() {
        Banner banner;
        QSignalSpy announced(&banner, &Banner::announced);
        banner.setText(verified());
        QCOMPARE(announced.count(), 1);
        QCOMPARE(announced.last().first().toString(), banner.accessibleName());
        banner.setText(verified());
        BannerText later = verified();
        later.checked = QStringLiteral("Checked today 08:17, offline");
        banner.setText(later);
        QCOMPARE(announced.count(), 1); // the time alone is no news
        later.headline = QStringLiteral("Mismatch: the table is not the one anchored");
        banner.setText(later);
        QCOMPARE(announced.count(), 2);
        QVERIFY(announced.last().first().toString().startsWith(QStringLiteral("Mismatch")));
    }

    void busy_shows_progress_and_cancel() {
        Banner banner;
        banner.resize(1000, 60);
        BannerText text = verified();
        text.busy = true;
        text.percent = 41;
        banner.setText(text);
        banner.show();
        auto* progress = banner.findChild<ui::BannerProgress*>();
        QVERIFY(progress->isVisible());
        QCOMPARE(progress->value(), 41);
        QVERIFY(!button(banner, QStringLiteral("Copy verdict"))->isVisible());
        QSignalSpy cancelled(&banner, &Banner::cancelRequested);
        QTest::keyClick(button(banner, QStringLiteral("Cancel")), Qt::Key_Return);
        QCOMPARE(cancelled.count(), 1);
        text.percent = -1;
        banner.setText(text);
        QCOMPARE(progress->maximum(), 0); // unknown: Qt's own sign for it
        banner.setText(verified());
        QVERIFY(!progress->isVisible());
        QVERIFY(button(banner, QStringLiteral("Copy verdict"))->isVisible());
    }

    void nothing_moves_where_motion_is_reduced() {
        Banner banner;
        banner.resize(1000, 60);
        BannerText text = verified();
        text.busy = true;
        banner.setText(text);
        for (const bool reduced : {true, false}) {
            ui::setMotionReduced(reduced);
            banner.hide();
            banner.show();
            auto* progress = banner.findChild<ui::BannerProgress*>();
            QTest::qWait(20);
            const QImage first = progress->grab().toImage();
            QTest::qWait(200);
            QCOMPARE(progress->grab().toImage() == first, reduced);
        }
        ui::setMotionReduced(false);
    }

    void copy_takes_mouse_and_keys() {
        Banner banner;
        banner.setText(verified());
        QSignalSpy copied(&banner, &Banner::copyRequested);
        QPushButton* copy = button(banner, QStringLiteral("Copy verdict"));
        QVERIFY(copy->focusPolicy() & Qt::TabFocus);
        QTest::mouseClick(copy, Qt::LeftButton);
        QTest::keyClick(copy, Qt::Key_Space);
        QTest::keyClick(copy, Qt::Key_Enter);
        QCOMPARE(copied.count(), 3);
    }

    void what_the_user_states_is_asked_for() {
        Banner banner;
        banner.setText(verified());
        QPushButton* state = button(banner, QStringLiteral("Expect"));
        QVERIFY(state != nullptr);
        QSignalSpy digest(&banner, &Banner::digestRequested), pin(&banner, &Banner::pinRequested),
            rest(&banner, &Banner::expectationsRequested);
        for (QAction* action : state->menu()->actions()) {
            action->trigger();
        }
        QCOMPARE(digest.count() * 100 + pin.count() * 10 + rest.count(), 111);
    }

    void policies_are_offered_in_order() {
        Banner banner;
        banner.setText(verified());
        QPushButton* policy = button(banner, QStringLiteral("Policy: block"));
        QVERIFY(policy != nullptr);
        QStringList offered;
        QAction* checked = nullptr;
        for (QAction* action : policy->menu()->actions()) {
            offered.push_back(action->data().toString());
            checked = action->isChecked() ? action : checked;
        }
        QCOMPARE(offered,
                 QStringLiteral("digest event inclusion block final").split(u' ')); // the design's policies
        QVERIFY(checked != nullptr);
        QCOMPARE(checked->data().toString(), QStringLiteral("block"));
        QSignalSpy chosen(&banner, &Banner::policyChosen);
        policy->menu()->actions().last()->trigger();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("final"));
    }

    void nothing_overlaps_at_any_width_data() {
        QTest::addColumn<int>("width");
        for (const int width : {700, 1000, 1200, 1440, 2560}) {
            QTest::addRow("%d", width) << width;
        }
    }
    void nothing_overlaps_at_any_width() {
        QFETCH(int, width);
        Banner banner;
        banner.setText(verified());
        banner.resize(width, 60);
        banner.show();
        int last = 0;
        for (const QString& text :
             {QStringLiteral("Policy: block"), QStringLiteral("Expect"), QStringLiteral("Copy verdict")}) {
            const QPushButton* found = button(banner, text);
            QVERIFY(found->x() >= last);
            QCOMPARE(found->size(), found->sizeHint());
            last = found->geometry().right();
        }
        QCOMPARE(last, width - 16 - 1);
        QCOMPARE(banner.sizeHint().height(), 60);
    }

    void a_banner_paints_in_its_status_colours() {
        Banner banner;
        banner.resize(1000, 60);
        for (const paint::Scheme scheme : {paint::Scheme::Dark, paint::Scheme::Light}) {
            ui::applyTheme(scheme);
            for (const Meaning meaning : {Meaning::Passed, Meaning::NotFinal, Meaning::Failed,
                                          Meaning::Warning, Meaning::NotChecked, Meaning::None}) {
                BannerText text = verified();
                text.meaning = meaning;
                banner.setText(text);
                const QImage image = banner.grab().toImage();
                const QColor ground = paint::theme().banner(meaning).background;
                QCOMPARE(image.pixelColor(2, 2), ground);
                const QRect copy = button(banner, QStringLiteral("Copy verdict"))->geometry();
                QCOMPARE(image.pixelColor(copy.left() + 6, copy.top() + 4), ground);
            }
        }
    }
};

ANCHORSCOPE_UI_TEST(TestBanner)
#include "test_banner.moc"
