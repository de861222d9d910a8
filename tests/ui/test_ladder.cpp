#include "qt_warnings.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/ladder_buttons.h"
#include "ui/widgets/ladder_layout.h"
#include "ui/widgets/ladder_words.h"
#include <QSignalSpy>

using namespace anchorscope;
using model::Meaning;
using ui::Ladder;
using ui::LadderLayout;
using ui::LadderNeeds;
using verify::Rung;
using verify::RungId;
using verify::RungState;
using verify::Stage;

namespace {

Rung rung(RungId id, RungState state, const char* summary = "") {
    Rung made;
    made.id = id;
    made.state = state;
    made.summary = summary;
    return made;
}

/// The states of the six commitment rungs.
std::vector<Rung> commitment(const std::vector<RungState>& states) {
    std::vector<Rung> rungs;
    for (std::size_t i = 0; i < states.size(); ++i) {
        rungs.push_back(rung(static_cast<RungId>(static_cast<std::size_t>(RungId::digest) + i), states[i]));
    }
    return rungs;
}

std::shared_ptr<verify::Report> passedReport() {
    auto report = std::make_shared<verify::Report>();
    for (std::size_t i = 0; i < verify::rung_count; ++i) {
        report->rungs[i] = rung(static_cast<RungId>(i), RungState::passed);
    }
    report->rungs[static_cast<std::size_t>(RungId::proof)].summary = "transaction";
    report->rungs[static_cast<std::size_t>(RungId::block)].summary = "pinned: sample";
    report->rungs[static_cast<std::size_t>(RungId::block)].detail = "The block hash is the one shipped.";
    report->rungs[static_cast<std::size_t>(RungId::finality)].state = RungState::passed_not_final;
    return report;
}

ui::LadderButton* named(const Ladder& ladder, const QString& start) {
    for (ui::LadderButton* button : ladder.findChildren<ui::LadderButton*>()) {
        if (button->accessibleName().startsWith(start)) {
            return button;
        }
    }
    return nullptr;
}

const LadderNeeds english{{142, 116, 168}, {180, 182, 186}, {118, 132, 132}, {84, 80, 106, 78, 66, 92}};

} // namespace

class TestLadder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void stages_hold_the_designs_rungs() {
        QCOMPARE(ui::rungsOf(Stage::execution).size(), std::size_t{3});
        QCOMPARE(ui::rungsOf(Stage::proof).size(), std::size_t{1});
        QCOMPARE(ui::rungsOf(Stage::commitment).size(), std::size_t{6});
        QCOMPARE(ui::rungsOf(Stage::commitment).front(), RungId::digest);
        for (std::size_t i = 0; i < verify::rung_count; ++i) {
            const auto id = static_cast<RungId>(i);
            const std::string_view core_name = verify::name(id);
            QCOMPARE(ui::rungName(id), QString::fromUtf8(core_name.data(), qsizetype(core_name.size())));
        }
    }

    void counts_never_take_not_final_as_passed() {
        using S = RungState;
        const auto rungs =
            commitment({S::passed, S::passed, S::passed, S::passed, S::passed, S::passed_not_final});
        QCOMPARE(ui::stageCount(rungs, true), QStringLiteral("5 of 6 passed"));
        QCOMPARE(ui::stageCount(rungs, false), QStringLiteral("5 of 6 rungs passed"));
        QCOMPARE(ui::worst(rungs), Meaning::NotFinal);
    }

    void counts_in_words_data() {
        using S = RungState;
        QTest::addColumn<std::vector<RungState>>("states");
        QTest::addColumn<QString>("words");
        QTest::addColumn<Meaning>("worst");
        const auto row = [](const char* name, const std::vector<RungState>& states, const char* words,
                            Meaning worst) {
            QTest::newRow(name) << states << QString::fromUtf8(words) << worst;
        };
        row("all passed", {S::passed, S::passed, S::passed}, "3 of 3 rungs passed", Meaning::Passed);
        row("one failed", {S::passed, S::failed, S::not_checked}, "1 of 3 rungs failed", Meaning::Failed);
        row("two failed", {S::failed, S::failed, S::passed}, "2 of 3 rungs failed", Meaning::Failed);
        row("none checked", {S::not_checked, S::not_checked}, "not checked", Meaning::NotChecked);
        row("none can be", {S::cannot_check, S::cannot_check}, "cannot be checked", Meaning::CannotCheck);
        row("some checked", {S::passed, S::cannot_check, S::not_checked}, "1 of 3 rungs passed",
            Meaning::CannotCheck);
        row("all not final", {S::passed_not_final, S::passed_not_final}, "0 of 2 rungs passed",
            Meaning::NotFinal);
        row("one not final", {S::passed_not_final}, "passed, not final", Meaning::NotFinal);
        row("one alone", {S::passed}, "passed", Meaning::Passed);
    }
    void counts_in_words() {
        QFETCH(std::vector<RungState>, states);
        QFETCH(QString, words);
        QFETCH(Meaning, worst);
        QCOMPARE(ui::stageCount(commitment(states), false), words);
        QCOMPARE(ui::worst(commitment(states)), worst);
    }

    void one_rung_speaks_for_its_stage() {
        const std::vector<Rung> proof{rung(RungId::proof, RungState::passed, "transaction")};
        QCOMPARE(ui::stageCount(proof, false), QStringLiteral("passed: transaction"));
    }

    void sentences_name_state_and_summary() {
        QCOMPARE(ui::rungSentence(rung(RungId::block, RungState::passed, "pinned: sample")),
                 QStringLiteral("block: passed, pinned: sample"));
        QCOMPARE(ui::rungSentence(rung(RungId::slot, RungState::not_checked)),
                 QStringLiteral("slot: not checked"));
        QCOMPARE(ui::rungSentence(rung(RungId::slot, RungState::not_checked, "not checked")),
                 QStringLiteral("slot: not checked"));
        QCOMPARE(ui::rungSummary(rung(RungId::finality, RungState::passed_not_final)),
                 QStringLiteral("passed, not final"));
    }

    void layout_is_the_looks() { // LOOK 7
        const LadderLayout layout = ui::layoutLadder(1440, 2, english);
        QCOMPARE(LadderLayout::height, 72);
        QCOMPARE(layout.groups.size(), std::size_t{3});
        QCOMPARE(layout.groups[0], QRect(12, 8, 196, 56));
        QCOMPARE(layout.groups[1], QRect(220, 8, 196, 56));
        QCOMPARE(layout.groups[2].left(), 428);
        QCOMPARE(layout.groups[2].right(), 1440 - 12 - 1);
        QCOMPARE(layout.rungs.size(), std::size_t{6});
        for (const QRect& at : layout.rungs) {
            QCOMPARE(at.height(), 48);
            QVERIFY(std::abs(at.width() - layout.rungs[0].width()) <= 1); // equal, but for rounding
            QVERIFY(layout.groups[2].contains(at));
        }
        QCOMPARE(layout.rungs[5].right() + LadderLayout::inset, layout.groups[2].right());
    }

    void layout_holds_at_any_width_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("open");
        for (const int width : {1000, 1100, 1280, 1440, 2560}) {
            for (const int open : {-1, 0, 1, 2}) {
                QTest::addRow("%d, open %d", width, open) << width << open;
            }
        }
    }
    void layout_holds_at_any_width() {
        QFETCH(int, width);
        QFETCH(int, open);
        LadderNeeds needs = english;
        needs.rungs.resize(open == 0 ? 3 : open == 1 ? 1 : 6);
        const LadderLayout layout = ui::layoutLadder(width, open, needs);
        QVERIFY(ui::leastLadderWidth(open, needs) <= width);
        int last = -1;
        for (std::size_t i = 0; i < layout.groups.size(); ++i) {
            QVERIFY(layout.groups[i].left() > last);
            last = layout.groups[i].right();
            if (static_cast<int>(i) != open) {
                QVERIFY2(layout.groups[i].width() >= needs.folded[i], "a folded name would be cut off");
            }
        }
        QVERIFY(last <= width - LadderLayout::margin - 1);
        QCOMPARE(layout.rungs.size(), open < 0 ? std::size_t{0} : needs.rungs.size());
        for (std::size_t i = 0; i < layout.rungs.size(); ++i) {
            QVERIFY2(layout.rungs[i].width() >= needs.rungs[i], "a rung's name would be cut off");
            QVERIFY(i == 0 || layout.rungs[i].left() > layout.rungs[i - 1].right());
        }
    }

    void narrower_rungs_take_a_second_row() {
        const int width = ui::leastLadderWidth(2, english) - 1;
        const LadderLayout layout = ui::layoutLadder(width, 2, english);
        QCOMPARE(layout.groups.size(), std::size_t{4});
        QVERIFY(layout.strip > LadderLayout::height);
        for (std::size_t i = 0; i < layout.rungs.size(); ++i) {
            QVERIFY(layout.groups[3].contains(layout.rungs[i]));
            QVERIFY2(layout.rungs[i].width() >= english.rungs[i], "a rung's name would be cut off");
        }
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY2(layout.groups[i].width() >= english.folded[i], "a stage's name would be cut off");
            QCOMPARE(layout.headers[i], layout.groups[i]);
        }
        QVERIFY(layout.groups[3].bottom() < layout.strip);
        const LadderLayout tiny = ui::layoutLadder(300, 2, english); // elided, never outside
        QVERIFY(tiny.rungs.back().right() < 300);
        QCOMPARE(ui::layoutLadder(width + 1, 2, english).strip, int{LadderLayout::height});
    }

    void longer_words_widen_the_folded_groups() {
        LadderNeeds long_words = english;
        long_words.folded_best[0] = 260;
        QCOMPARE(ui::layoutLadder(1600, 2, long_words).groups[0].width(), 260);
    }

    void without_a_report_nothing_is_checked() {
        Ladder ladder;
        QVERIFY(named(ladder, QStringLiteral("digest: not checked")) != nullptr);
        QVERIFY(named(ladder, QStringLiteral("Commitment: not checked")) != nullptr);
        ladder.setReport(passedReport());
        QVERIFY(named(ladder, QStringLiteral("digest: passed")) != nullptr);
        ladder.setReport(nullptr);
        QVERIFY(named(ladder, QStringLiteral("digest: not checked")) != nullptr);
    }

    void rungs_tell_screen_readers_all() {
        Ladder ladder;
        ladder.setReport(passedReport());
        const ui::LadderButton* block = named(ladder, QStringLiteral("block"));
        QVERIFY(block != nullptr);
        QCOMPARE(block->accessibleName(), QStringLiteral("block: passed, pinned: sample"));
        QCOMPARE(block->accessibleDescription(), QStringLiteral("The block hash is the one shipped."));
        QVERIFY(named(ladder, QStringLiteral("Proof: passed: transaction")) != nullptr);
        QVERIFY(named(ladder, QStringLiteral("Commitment: 5 of 6 rungs passed")) != nullptr);
    }

    void stages_unfold_one_at_a_time() {
        Ladder ladder;
        ladder.resize(1440, 72);
        ladder.show();
        QCOMPARE(ladder.openStage(), Stage::commitment);
        QVERIFY(named(ladder, QStringLiteral("digest"))->isVisible());
        QTest::mouseClick(named(ladder, QStringLiteral("Execution")), Qt::LeftButton);
        QCOMPARE(ladder.openStage(), Stage::execution);
        QVERIFY(named(ladder, QStringLiteral("trajectory"))->isVisible());
        QVERIFY(!named(ladder, QStringLiteral("digest"))->isVisible());
        QTest::mouseClick(named(ladder, QStringLiteral("Execution")), Qt::LeftButton); // folds again
        QVERIFY(!named(ladder, QStringLiteral("trajectory"))->isVisible());
    }

    void choosing_a_rung_unfolds_its_stage() {
        Ladder ladder;
        ladder.resize(1440, 72);
        ladder.show();
        QSignalSpy activated(&ladder, &Ladder::rungActivated);
        ladder.setCurrentRung(RungId::execution);
        QCOMPARE(ladder.openStage(), Stage::execution);
        QCOMPARE(activated.count(), 0); // only the user activates
        QTest::mouseClick(named(ladder, QStringLiteral("table")), Qt::LeftButton);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().value<RungId>(), RungId::table);
    }

    void keys_go_along_the_ladder() {
        Ladder ladder;
        ladder.resize(1440, 72);
        ladder.show();
        ladder.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&ladder));
        const auto at = [] { return QApplication::focusWidget()->accessibleName().section(u':', 0, 0); };
        named(ladder, QStringLiteral("Commitment"))->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(at(), QStringLiteral("digest"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
        QCOMPARE(at(), QStringLiteral("finality"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(at(), QStringLiteral("finality")); // the end is the end
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QCOMPARE(at(), QStringLiteral("slot"));
        QSignalSpy activated(&ladder, &Ladder::rungActivated);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(activated.count(), 2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Home);
        QCOMPARE(at(), QStringLiteral("Execution"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(at(), QStringLiteral("Proof")); // folded rungs are passed over
    }

    void a_window_of_1000_px_keeps_names_whole() {
        Ladder ladder;
        ladder.setReport(passedReport());
        for (const Stage stage : {Stage::execution, Stage::proof, Stage::commitment}) {
            ladder.setOpenStage(stage);
            QVERIFY(ladder.minimumSizeHint().width() <= 1000);
            QCOMPARE(ladder.minimumSizeHint().height(), 72);
        }
        ladder.resize(1000, 72);
        ladder.show();
        for (const ui::RungButton* button : ladder.findChildren<ui::RungButton*>()) {
            QVERIFY(!button->isVisible() || button->width() >= button->leastWidth());
        }
    }

    void the_current_rung_is_marked() {
        Ladder ladder;
        ladder.setReport(passedReport());
        ladder.resize(1440, 72);
        const auto ground = [&ladder](const char* name) {
            const QRect at = named(ladder, QLatin1String(name))->geometry();
            return ladder.grab().toImage().pixelColor(at.right() - 6, at.bottom() - 5);
        };
        ladder.setCurrentRung(RungId::block);
        QCOMPARE(ground("block"), paint::theme().color(paint::Ink::Selection));
        QCOMPARE(ground("slot"), paint::theme().color(paint::Ink::Panel));
        ladder.clearCurrentRung();
        QCOMPARE(ground("block"), paint::theme().color(paint::Ink::Panel));
    }
};

ANCHORSCOPE_UI_TEST(TestLadder)
#include "test_ladder.moc"
