// The list of findings: severities, groups, jumps, and the light in the status bar.
#include "ui/views/finding_light.h"
#include "ui/views/findings_page.h"
#include "window_fixture.h"
#include <QComboBox>
#include <QHeaderView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace anchorscope;

namespace {

/// A sample with something to tell.
bool openWrong(test::WindowFixture& fixture) {
    for (const model::Sample& sample : model::samples()) {
        if (sample.expected == verify::Verdict::mismatch && fixture.open(sample.folder) &&
            fixture.find<ui::FindingsPage>()->rows()->count(Severity::error) > 0) {
            return true;
        }
    }
    return false;
}

} // namespace

class TestFindings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void theLightSaysTheWorstAndOpensTheList() {
        test::WindowFixture fixture;
        auto* light = fixture.find<ui::FindingLight>();
        QVERIFY(!light->isVisible()); // nothing is open
        QVERIFY(openWrong(fixture));
        auto* rows = fixture.find<ui::FindingsPage>()->rows();
        const int errors = rows->count(Severity::error), warnings = rows->count(Severity::warning);
        QVERIFY(light->isVisible());
        QCOMPARE(light->meaning(), model::Meaning::Failed);
        QVERIFY2(light->text().startsWith(QString::number(errors)), qPrintable(light->text()));
        QCOMPARE(light->text().contains(u"warning"_s), warnings > 0);
        QVERIFY(light->accessibleName().contains(light->text()));
        fixture.shot(u"findings-light"_s);
        light->setFocus();
        QTest::keyClick(light, Qt::Key_Space);
        auto* list = fixture.list(u"Findings"_s);
        QVERIFY(list->isVisible() && list->hasFocus());
        fixture.shot(u"findings-open"_s);
        fixture.window.resize(1024, 640);
        fixture.shot(u"findings-narrow"_s);
        fixture.session.close();
        QTRY_VERIFY(!light->isVisible());
    }

    /// Nothing found is no verdict: no tick, no word of praise.
    void theLightIsNeverGreen() {
        test::WindowFixture fixture;
        auto* light = fixture.find<ui::FindingLight>();
        for (const model::Sample& sample : model::samples()) {
            QVERIFY(fixture.open(sample.folder));
            QVERIFY(light->meaning() == model::Meaning::Failed ||
                    light->meaning() == model::Meaning::Warning || light->meaning() == model::Meaning::Info);
        }
    }

    void severitiesAreHiddenAndCounted() {
        test::WindowFixture fixture;
        QVERIFY(openWrong(fixture));
        auto* page = fixture.find<ui::FindingsPage>();
        auto* rows = page->rows();
        fixture.find<ui::FindingLight>()->click();
        const int all = rows->rowCount();
        const int errors = rows->count(Severity::error);
        QToolButton* button = nullptr;
        for (auto* each : page->findChildren<QToolButton*>()) {
            QVERIFY(!each->accessibleName().isEmpty());
            if (each->toolTip().contains(u"error"_s)) {
                button = each;
            }
        }
        QVERIFY(button != nullptr);
        QCOMPARE(button->text(), QString::number(errors));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(rows->rowCount(), all - errors);
        QTest::keyClick(&fixture.window, Qt::Key_F8); // a problem that is hidden is shown again
        QCOMPARE(button->text(), QString::number(errors));
        button->setChecked(true);
        QCOMPARE(rows->rowCount(), all);
    }

    void groupsFoldByKeysAndAreKept() {
        test::WindowFixture fixture;
        QVERIFY(openWrong(fixture));
        auto* page = fixture.find<ui::FindingsPage>();
        auto* rows = page->rows();
        fixture.find<ui::FindingLight>()->click();
        auto* groups = page->findChild<QComboBox*>();
        const int findings = rows->rowCount();
        groups->setCurrentIndex(groups->findData(u"rule"_s));
        QVERIFY(rows->isHeading(0));
        QCOMPARE(fixture.settings.get(model::Setting::FindingGroups).toString(), u"rule"_s);
        QVERIFY(page->list()->isColumnHidden(model::FindingModel::Rule)); // the heading says it
        fixture.shot(u"findings-by-rule"_s);
        auto* list = page->list();
        list->setFocus();
        list->setCurrentIndex(rows->index(0, 0));
        const int shown = rows->rowCount(), first = rows->index(0, 0).data().toInt();
        QTest::keyClick(list, Qt::Key_Left);
        QCOMPARE(rows->rowCount(), shown - first);
        QCOMPARE(list->currentIndex().row(), 0);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(rows->rowCount(), shown);
        groups->setCurrentIndex(groups->findData(u"none"_s));
        QCOMPARE(rows->rowCount(), findings);
    }

    void enterJumps() {
        test::WindowFixture fixture;
        QVERIFY(openWrong(fixture));
        auto* page = fixture.find<ui::FindingsPage>();
        fixture.find<ui::FindingLight>()->click();
        auto* rows = page->rows();
        int placed = -1;
        for (int row = 0; row < rows->rowCount() && placed < 0; ++row) {
            placed = rows->index(row, 0).data(model::RangeRole).isValid() ? row : -1;
        }
        if (placed < 0) {
            QSKIP("no finding of this sample has a place in the table");
        }
        page->list()->setFocus();
        page->list()->setCurrentIndex(rows->index(placed, 0));
        QTest::keyClick(page->list(), Qt::Key_Return);
        QCOMPARE(fixture.selection()->choice().range,
                 std::optional(rows->index(placed, 0).data(model::RangeRole).value<ByteRange>()));
        QVERIFY(fixture.find<ui::HexView>()->hasFocus());
    }

    void theTextIsNeverCramped() {
        test::WindowFixture fixture;
        QVERIFY(openWrong(fixture));
        fixture.find<ui::FindingLight>()->click();
        auto* list = fixture.find<ui::FindingsPage>()->list();
        for (const QSize size : {QSize(1024, 640), QSize(1440, 900), QSize(2200, 1200)}) {
            fixture.window.resize(size);
            QTest::qWait(30);
            QVERIFY2(list->columnWidth(model::FindingModel::Text) >= 240,
                     qPrintable(
                         u"%1 of %2"_s.arg(list->columnWidth(model::FindingModel::Text)).arg(size.width())));
        }
    }

    void dark() {
        test::startUi(paint::Scheme::Dark);
        test::WindowFixture fixture;
        QVERIFY(openWrong(fixture));
        fixture.find<ui::FindingLight>()->click();
        fixture.find<ui::FindingsPage>()->findChild<QComboBox*>()->setCurrentIndex(1);
        QVERIFY(fixture.find<ui::FindingsPage>()->rows()->isHeading(0));
        fixture.shot(u"findings-dark"_s);
        test::startUi();
    }
};

ANCHORSCOPE_UI_TEST(TestFindings)
#include "test_findings.moc"
