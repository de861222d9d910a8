// The digest explorer in the window: ways in and out, steps, fields and bytes chosen together, what-if, keys,
// names for screen readers. Pictures are written when ANCHORSCOPE_SHOTS names a folder.
#include "model/explore/digest_models.h"
#include "ui/explorers/digest_explorer.h"
#include "ui/explorers/what_if_panel.h"
#include "ui/paint/theme.h"
#include "window_fixture.h"
#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::ui;
using test::WindowFixture;

namespace {

/// Waits until the worker has taken the digest apart, and lists are laid out.
bool waitFor(WindowFixture& fixture, const QString& id) {
    auto* explorer = fixture.find<DigestExplorer>();
    auto* steps = fixture.list(u"Steps of the digest"_s);
    const bool done = QTest::qWaitFor([&] {
        return explorer->shown() == id && steps && steps->model()->rowCount() > 0 &&
               fixture.list(u"Fields of the preimage"_s)->model()->rowCount() > 0;
    });
    QTest::qWait(20);
    return done;
}

QPushButton* buttonNamed(QWidget* in, const QString& text) {
    for (auto* each : in->findChildren<QPushButton*>()) {
        if (each->text() == text && each->isVisible()) {
            return each;
        }
    }
    return nullptr;
}

void explore(WindowFixture& fixture, const QString& id) {
    fixture.find<CaseView>()->exploreDigest(id);
    QVERIFY2(waitFor(fixture, id), qPrintable(id));
}

const QString rolling = u"rolling_hash:entries[0]"_s;

} // namespace

class TestDigestExplorer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() {
        ui::applyTheme(paint::Scheme::Light);
        QCOMPARE(test::qtWarnings(), QStringList());
    }
    void opens_from_the_list_and_closes_with_escape();
    void opens_from_a_field_in_details();
    void lists_the_chain_digests_too();
    void steps_fields_and_bytes_are_chosen_together();
    void a_field_of_the_calldata_is_chosen_everywhere();
    void what_if_by_keys();
    void what_if_survives_nothing_it_should_not();
    void every_widget_has_a_name();
    void f6_goes_through_the_panes();
    void pictures();
};

void TestDigestExplorer::opens_from_the_list_and_closes_with_escape() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    auto* view = fixture.find<CaseView>();
    view->panel(CaseView::Part::Bytes)->setCurrentPage(CaseView::DigestsTab);
    CellTableView* digests = fixture.list(u"Digests"_s);
    digests->setFocus();
    int row = 0;
    while (digests->model()->index(row, 0).data(model::DigestRole).toString() != rolling) {
        QVERIFY(++row < digests->model()->rowCount());
    }
    digests->setCurrentIndex(digests->model()->index(row, 0));
    QTest::keyClick(digests, Qt::Key_Return);
    QCOMPARE(view->stage(), CaseView::DigestStage);
    QVERIFY(waitFor(fixture, rolling));
    QVERIFY(fixture.window.focusWidget() == fixture.list(u"Steps of the digest"_s));
    QTest::keyClick(fixture.window.focusWidget(), Qt::Key_Escape);
    QCOMPARE(view->stage(), CaseView::Workbench);
    // The menu of a row does the same.
    QCOMPARE(digests->actions().size(), 1);
    digests->actions().first()->trigger();
    QCOMPARE(view->stage(), CaseView::DigestStage);
    QTest::mouseClick(buttonNamed(fixture.find<DigestExplorer>(), u"Back to the tree"_s), Qt::LeftButton);
    QCOMPARE(view->stage(), CaseView::Workbench);
}

void TestDigestExplorer::opens_from_a_field_in_details() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    fixture.selection()->chooseNode(1);
    CellTableView* details = fixture.list(u"Fields of the chosen transition"_s);
    const int last = details->model()->rowCount() - 1;
    QCOMPARE(details->model()->index(last, 0).data().toString(), u"rolling hash, recomputed"_s);
    details->setCurrentIndex(details->model()->index(last, 0));
    details->setFocus();
    QTest::keyClick(details, Qt::Key_Return);
    QCOMPARE(fixture.find<CaseView>()->stage(), CaseView::DigestStage);
    QVERIFY(waitFor(fixture, rolling));
}

void TestDigestExplorer::lists_the_chain_digests_too() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    CellTableView* digests = fixture.list(u"Digests"_s);
    const auto listed = [digests](const QString& kind) {
        for (int row = 0; row < digests->model()->rowCount(); ++row) {
            if (digests->model()->index(row, 0).data().toString() == kind) {
                return true;
            }
        }
        return false;
    };
    QVERIFY(QTest::qWaitFor([&] { return listed(u"block hash"_s); }));
    QVERIFY(listed(u"transaction hash"_s) && listed(u"receipts root"_s) && listed(u"entry hash"_s));
}

void TestDigestExplorer::steps_fields_and_bytes_are_chosen_together() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    explore(fixture, rolling);
    auto* explorer = fixture.find<DigestExplorer>();
    CellTableView* steps = fixture.list(u"Steps of the digest"_s);
    CellTableView* fields = fixture.list(u"Fields of the preimage"_s);
    auto* hex = explorer->findChild<HexView*>();
    QCOMPARE(steps->currentIndex().row(), 0);
    QCOMPARE(hex->size(), 65U); // 32 before, tag, number
    steps->setFocus();
    QTest::keyClick(steps, Qt::Key_Down);
    QCOMPARE(steps->currentIndex().row(), 1);
    QVERIFY(fixture.selection()->choice().node.has_value()); // of the step's call or frame
    // From the field to the bytes.
    fields->selectRow(2);
    QCOMPARE(fields->model()->index(2, 0).data().toString(), u"number"_s);
    QCOMPARE(hex->copyText().size(), 2 + 64);
    // From the bytes to the field.
    hex->setFocus();
    QTest::keyClick(hex, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(fields->currentIndex().row(), 0);
    QTest::keyClick(hex, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(fields->currentIndex().row(), fields->model()->rowCount() - 1);
    // The last step's hash is the table's.
    const int last = steps->model()->rowCount();
    QVERIFY(last >= 9);
    QCOMPARE(steps->model()->index(0, model::StepModel::Check).data().toString(), u"Agrees"_s);
}

void TestDigestExplorer::a_field_of_the_calldata_is_chosen_everywhere() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    explore(fixture, u"entry_hash:entries[0]"_s);
    CellTableView* fields = fixture.list(u"Fields of the preimage"_s);
    for (int row = 0; row < fields->model()->rowCount(); ++row) {
        const QModelIndex index = fields->model()->index(row, 0);
        if (index.data(model::PathRole).toString() == u"entries[0].rollingHash") {
            fields->selectRow(row);
            QCOMPARE(fixture.selection()->choice().path, u"entries[0].rollingHash"_s);
            QCOMPARE(fixture.selection()->choice().range->length, 32U);
            return;
        }
    }
    QFAIL("no such field");
}

void TestDigestExplorer::what_if_by_keys() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    explore(fixture, rolling);
    auto* panel = fixture.find<WhatIfPanel>();
    CellTableView* steps = fixture.list(u"Steps of the digest"_s);
    CellTableView* fields = fixture.list(u"Fields of the preimage"_s);
    QVERIFY(!panel->recompute()->isEnabled()); // no field is chosen
    fields->selectRow(2);
    QVERIFY(panel->recompute()->isEnabled());
    QCOMPARE(panel->input()->text(), u"1"_s);
    panel->input()->setFocus();
    panel->input()->selectAll();
    QTest::keyClicks(panel->input(), u"x"_s);
    QSignalSpy errors(panel, &WhatIfPanel::error);
    QTest::keyClick(panel->input(), Qt::Key_Return);
    QCOMPARE(errors.size(), 1); // refused, in words, and nothing hashed
    QCOMPARE(panel->resultText(), QString());
    panel->input()->selectAll();
    QTest::keyClicks(panel->input(), u"5"_s);
    const QByteArray before =
        QByteArray(reinterpret_cast<const char*>(fixture.session.parts().source->file.data()),
                   static_cast<qsizetype>(fixture.session.parts().source->file.size()));
    QTest::keyClick(panel->input(), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return panel->resultText().startsWith(u"gives 0x"); }));
    QVERIFY(panel->resultText().contains(u"nowhere"));
    for (int row = 0; row < steps->model()->rowCount() - 2; ++row) {
        const QModelIndex check = steps->model()->index(row, model::StepModel::Check);
        QCOMPARE(check.data(model::MeaningRole).value<model::Meaning>(), model::Meaning::Warning);
    }
    fixture.shot(u"digest-what-if"_s);
    // Nothing of the case has changed, nor its verdict.
    const auto& file = fixture.session.parts().source->file;
    QVERIFY(QByteArray(reinterpret_cast<const char*>(file.data()), static_cast<qsizetype>(file.size())) ==
            before);
    QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::verified);
    QTest::mouseClick(buttonNamed(panel, u"Undo"_s), Qt::LeftButton);
    QCOMPARE(panel->resultText(), QString());
    QCOMPARE(steps->model()->index(0, model::StepModel::Check).data().toString(), u"Agrees"_s);
    // All bytes of the step, as hex.
    panel->findChild<QComboBox*>()->setCurrentIndex(1);
    QVERIFY(panel->input()->text().startsWith(u"0x0000"));
    panel->input()->setText(u"0x01"_s);
    QTest::mouseClick(panel->recompute(), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return panel->resultText().startsWith(u"gives 0x"); }));
    QTest::mouseClick(buttonNamed(panel, u"Reset"_s), Qt::LeftButton);
    QCOMPARE(panel->resultText(), QString());
}

void TestDigestExplorer::what_if_survives_nothing_it_should_not() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    explore(fixture, rolling);
    auto* panel = fixture.find<WhatIfPanel>();
    fixture.list(u"Fields of the preimage"_s)->selectRow(2);
    panel->input()->setText(u"9"_s);
    QTest::mouseClick(panel->recompute(), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return panel->resultText().startsWith(u"gives 0x"); }));
    explore(fixture, u"entry_hash:entries[0]"_s);
    QCOMPARE(panel->resultText(), QString()); // another digest, no edits
    // Another case: what was explored is not shown as if it were of that one.
    QVERIFY(fixture.openSample(u"late"_s));
    QCOMPARE(fixture.find<CaseView>()->stage(), CaseView::Workbench);
    QCOMPARE(fixture.find<DigestExplorer>()->shown(), QString());
}

void TestDigestExplorer::every_widget_has_a_name() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    explore(fixture, rolling);
    auto* explorer = fixture.find<DigestExplorer>();
    for (QWidget* each : explorer->findChildren<QWidget*>()) {
        const auto* button = qobject_cast<QAbstractButton*>(each);
        if (each->isVisible() && each->focusPolicy() != Qt::NoFocus && each->focusProxy() == nullptr) {
            const bool named = !each->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, each->metaObject()->className());
        }
    }
}

void TestDigestExplorer::f6_goes_through_the_panes() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    explore(fixture, rolling);
    fixture.list(u"Steps of the digest"_s)->setFocus();
    for (int i = 0; i < 3; ++i) { // no field is chosen: nothing to edit, and no trap
        QTest::keyClick(&fixture.window, Qt::Key_F6);
    }
    QCOMPARE(fixture.window.focusWidget(), fixture.list(u"Steps of the digest"_s));
    fixture.list(u"Fields of the preimage"_s)->selectRow(2);
    QSet<QWidget*> seen;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(&fixture.window, Qt::Key_F6);
        seen.insert(fixture.window.focusWidget());
    }
    QCOMPARE(seen.size(), 4);
    for (const QWidget* each : std::as_const(seen)) {
        QVERIFY(fixture.find<DigestExplorer>()->isAncestorOf(each));
    }
}

void TestDigestExplorer::pictures() {
    for (const auto scheme : {paint::Scheme::Light, paint::Scheme::Dark}) {
        ui::applyTheme(scheme);
        const QString suffix = scheme == paint::Scheme::Light ? u"-light"_s : u"-dark"_s;
        WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        explore(fixture, rolling);
        CellTableView* steps = fixture.list(u"Steps of the digest"_s);
        steps->selectRow(7);
        fixture.list(u"Fields of the preimage"_s)->selectRow(2);
        fixture.shot(u"digest"_s + suffix);
        explore(fixture, u"entry_hash:entries[0]"_s);
        fixture.list(u"Fields of the preimage"_s)->selectRow(3);
        fixture.shot(u"digest-entry"_s + suffix);
        explore(fixture, u"receipts_root:0:1"_s);
        fixture.shot(u"digest-root"_s + suffix);
        explore(fixture, u"observation:sha2-256:calldata"_s);
        fixture.shot(u"digest-observation"_s + suffix);
        fixture.window.resize(1024, 640);
        explore(fixture, rolling);
        fixture.list(u"Fields of the preimage"_s)->selectRow(2);
        fixture.shot(u"digest-narrow"_s + suffix);
    }
}

ANCHORSCOPE_UI_TEST(TestDigestExplorer)
#include "test_digest_explorer.moc"
