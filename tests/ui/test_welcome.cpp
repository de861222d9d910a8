#include "model/session/samples.h"
#include "qt_warnings.h"
#include "ui/widgets/sample_grid.h"
#include "ui/widgets/welcome.h"
#include "ui/widgets/welcome_parts.h"
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace anchorscope;
using model::Meaning;
using ui::Welcome;

namespace {

QPushButton* button(const Welcome& welcome, const QString& text) {
    for (QPushButton* found : welcome.findChildren<QPushButton*>()) {
        if (found->text() == text) {
            return found;
        }
    }
    return nullptr;
}

QList<ui::RecentCase> recentCases(int count) {
    QList<ui::RecentCase> cases;
    for (int i = 0; i < count; ++i) {
        cases.push_back({QStringLiteral("/cases/%1/table.hex").arg(i), QStringLiteral("verified · today")});
    }
    return cases;
}

} // namespace

class TestWelcome : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void every_sample_is_a_card() {
        Welcome welcome;
        const auto cards = welcome.findChildren<ui::SampleCard*>();
        QVERIFY(!cards.isEmpty());
        QCOMPARE(cards.size(), model::samples().size());
        QSignalSpy chosen(&welcome, &Welcome::pathChosen);
        for (qsizetype i = 0; i < cards.size(); ++i) {
            QCOMPARE(cards[i]->accessibleName(), model::samples()[i].title);
            QVERIFY(cards[i]->accessibleDescription().contains(QStringLiteral("Expected verdict: ")));
            QTest::mouseClick(cards[i], Qt::LeftButton);
            QCOMPARE(chosen.last().first().toString(), model::samples()[i].folder);
        }
    }

    void cards_take_keys() {
        Welcome welcome;
        QSignalSpy chosen(&welcome, &Welcome::pathChosen);
        auto* card = welcome.findChild<ui::SampleCard*>();
        QVERIFY(card->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(card, Qt::Key_Return);
        QTest::keyClick(card, Qt::Key_Space);
        QCOMPARE(chosen.count(), 2);
    }

    void buttons_ask_for_what_they_say() {
        Welcome welcome;
        QSignalSpy open(&welcome, &Welcome::openRequested), paste(&welcome, &Welcome::pasteRequested);
        QSignalSpy endpoints(&welcome, &Welcome::endpointsRequested);
        QTest::mouseClick(button(welcome, QStringLiteral("Open a file…")), Qt::LeftButton);
        QTest::mouseClick(button(welcome, QStringLiteral("Paste")), Qt::LeftButton);
        QTest::mouseClick(button(welcome, QStringLiteral("Set up endpoints…")), Qt::LeftButton);
        QCOMPARE(open.count(), 1);
        QCOMPARE(paste.count(), 1);
        QCOMPARE(endpoints.count(), 1);
    }

    void recent_cases_are_rows() {
        Welcome welcome;
        QCOMPARE(welcome.findChildren<ui::RecentRow*>().size(), qsizetype{0});
        welcome.setRecent(recentCases(12));
        const auto rows = welcome.findChildren<ui::RecentRow*>();
        QCOMPARE(rows.size(), qsizetype{5});
        QCOMPARE(rows[0]->accessibleName(), QStringLiteral("0/table.hex: Verified · today"));
        QCOMPARE(rows[0]->toolTip(), QStringLiteral("/cases/0/table.hex"));
        QSignalSpy chosen(&welcome, &Welcome::pathChosen);
        QTest::keyClick(rows[2], Qt::Key_Enter);
        QCOMPARE(chosen.last().first().toString(), QStringLiteral("/cases/2/table.hex"));
        auto* more = welcome.findChild<QToolButton*>();
        QCOMPARE(more->text(), QStringLiteral("5 more")); // ten at most
        QTest::mouseClick(more, Qt::LeftButton);
        QCOMPARE(welcome.findChildren<ui::RecentRow*>().size(), qsizetype{10});
        QTest::mouseClick(more, Qt::LeftButton);
        QCOMPARE(welcome.findChildren<ui::RecentRow*>().size(), qsizetype{5});
        QSignalSpy pinned(&welcome, &Welcome::pinChosen);
        Q_EMIT welcome.findChildren<ui::RecentRow*>().at(1)->pinChosen(true);
        QCOMPARE(pinned.last().at(0).toString(), QStringLiteral("/cases/1/table.hex"));
        welcome.setRecent({});
        QCOMPARE(welcome.findChildren<ui::RecentRow*>().size(), qsizetype{0});
        QVERIFY(more->isHidden());
    }

    void verdicts_are_told_by_their_words() {
        QCOMPARE(ui::meaningOfVerdict(QStringLiteral("verified")), Meaning::Passed);
        QCOMPARE(ui::meaningOfVerdict(QStringLiteral("Mismatch · today")), Meaning::Failed);
        QCOMPARE(ui::meaningOfVerdict(QStringLiteral("Match, not final · Friday")), Meaning::NotFinal);
        QCOMPARE(ui::meaningOfVerdict(QStringLiteral("UNPROVEN")), Meaning::Warning);
        QCOMPARE(ui::meaningOfVerdict(QStringLiteral("malformed")), Meaning::Failed);
        QCOMPARE(ui::meaningOfVerdict(QStringLiteral("not verified")),
                 Meaning::None); // never by a later word
        QCOMPARE(ui::meaningOfVerdict({}), Meaning::None);
    }

    void a_file_can_be_dropped() {
        Welcome welcome;
        QSignalSpy chosen(&welcome, &Welcome::pathChosen);
        QMimeData files;
        files.setUrls({QUrl(QStringLiteral("https://example.org/a.hex")),
                       QUrl::fromLocalFile(QStringLiteral("/a b.hex"))});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&welcome, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&welcome, &drop);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("/a b.hex"));
    }

    void several_files_can_be_dropped() {
        Welcome welcome;
        QSignalSpy chosen(&welcome, &Welcome::pathChosen);
        QMimeData files;
        files.setUrls(
            {QUrl::fromLocalFile(QStringLiteral("/a.hex")), QUrl::fromLocalFile(QStringLiteral("/b.hex"))});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&welcome, &enter);
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&welcome, &drop);
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosen.last().first().toString(), QStringLiteral("/b.hex"));
    }

    void what_is_no_file_is_not_taken() {
        Welcome welcome;
        QSignalSpy chosen(&welcome, &Welcome::pathChosen);
        QMimeData web;
        web.setUrls({QUrl(QStringLiteral("https://example.org/a.hex"))});
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &web, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&welcome, &drop);
        QCOMPARE(chosen.count(), 0);
    }

    void columns_are_balanced() {
        using ui::SampleGrid;
        QCOMPARE(SampleGrid::columnsFor(8, 1200, 260, 16, 4), 4);
        QCOMPARE(SampleGrid::columnsFor(5, 1200, 260, 16, 4), 3); // 3 and 2, not 4 and 1
        QCOMPARE(SampleGrid::columnsFor(5, 600, 260, 16, 4), 2);
        QCOMPARE(SampleGrid::columnsFor(5, 100, 260, 16, 4), 1);
        QCOMPARE(SampleGrid::columnsFor(0, 1200, 260, 16, 4), 1);
    }

    void a_small_window_scrolls_and_cuts_nothing_off_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("large") << QSize(1440, 1000);
        QTest::newRow("1000 wide") << QSize(1000, 600);
        QTest::newRow("small") << QSize(640, 400);
    }
    void a_small_window_scrolls_and_cuts_nothing_off() {
        QFETCH(QSize, size);
        Welcome welcome;
        welcome.setRecent(recentCases(4));
        welcome.setEndpointText(QStringLiteral("2 endpoints"),
                                QStringLiteral("rpc.one.example, rpc.two.example"));
        welcome.resize(size);
        welcome.show();
        QVERIFY(QTest::qWaitForWindowExposed(&welcome));
        const auto* scroll = welcome.findChild<QScrollArea*>();
        QCOMPARE(scroll->verticalScrollBar()->maximum() > 0, size.height() < 1000);
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
        for (const QWidget* part : welcome.findChildren<QPushButton*>()) {
            QVERIFY(part->width() >= part->sizeHint().width());
            QVERIFY(scroll->widget()->rect().contains(
                part->geometry().translated(part->parentWidget()->mapTo(scroll->widget(), QPoint(0, 0)))));
        }
        for (const ui::SampleCard* card : welcome.findChildren<ui::SampleCard*>()) {
            QVERIFY(card->height() >= card->heightForWidth(card->width()));
        }
    }
};

ANCHORSCOPE_UI_TEST(TestWelcome)
#include "test_welcome.moc"
