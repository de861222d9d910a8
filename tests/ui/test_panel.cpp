#include "qt_warnings.h"
#include "ui/paint/icons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/panel_tabs.h"
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

using namespace anchorscope;
using paint::Ink;
using ui::Panel;

class TestPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void a_title_row_is_32_px() { // LOOK 1
        Panel panel(QStringLiteral("Details"));
        auto* content = new QLabel(QStringLiteral("content"));
        panel.setContent(content);
        panel.resize(300, 200);
        panel.show();
        QCOMPARE(content->mapTo(&panel, QPoint(0, 0)).y(), 33); // title 32 with the outline, then its line
        QCOMPARE(panel.accessibleName(), QStringLiteral("Details"));
        panel.setTitle(QStringLiteral("Diagnosis"));
        QCOMPARE(panel.accessibleName(), QStringLiteral("Diagnosis"));
    }

    void a_tab_bar_is_36_px() { // LOOK 1
        Panel panel;
        auto* page = new QLabel(QStringLiteral("page"));
        panel.addPage(QStringLiteral("Tree"), page);
        panel.resize(300, 200);
        panel.show();
        QCOMPARE(page->mapTo(&panel, QPoint(0, 0)).y(), 37);
    }

    void content_keeps_clear_of_the_corners() {
        Panel panel(QStringLiteral("Details"));
        auto* content = new QWidget;
        content->setAutoFillBackground(true);
        QPalette red;
        red.setColor(QPalette::Window, Qt::red);
        content->setPalette(red);
        panel.setContent(content);
        panel.resize(300, 200);
        const QImage image = panel.grab().toImage();
        QCOMPARE(image.pixelColor(150, 150), QColor(Qt::red));
        for (const QPoint corner : {QPoint(1, 198), QPoint(298, 198), QPoint(2, 197), QPoint(0, 190)}) {
            QVERIFY(image.pixelColor(corner) != QColor(Qt::red));
        }
        QCOMPARE(image.pixelColor(0, 100), paint::theme().color(Ink::Line));
    }

    void new_content_replaces_the_old() {
        Panel panel(QStringLiteral("Details"));
        QPointer<QWidget> first = new QLabel(QStringLiteral("first"));
        panel.setContent(first);
        panel.setContent(new QLabel(QStringLiteral("second")));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(first.isNull());
    }

    void pages_follow_the_tabs() {
        Panel panel;
        auto* tree = new QLabel(QStringLiteral("tree"));
        auto* roots = new QLabel(QStringLiteral("roots"));
        QCOMPARE(panel.addPage(QStringLiteral("Tree"), tree), 0);
        QCOMPARE(panel.addPage(QStringLiteral("State roots"), roots), 1);
        panel.resize(500, 200);
        panel.show();
        QSignalSpy changed(&panel, &Panel::pageChanged);
        QVERIFY(tree->isVisible());
        panel.setCurrentPage(1);
        QCOMPARE(panel.currentPage(), 1);
        QVERIFY(roots->isVisible() && !tree->isVisible());
        QCOMPARE(changed.count(), 1);
        auto* tabs = panel.findChild<QTabBar*>();
        QTest::keyClick(tabs, Qt::Key_Left);
        QCOMPARE(panel.currentPage(), 0);
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        QCOMPARE(panel.currentPage(), 1);
        panel.setPageTitle(1, QStringLiteral("Findings  2"));
        QCOMPARE(tabs->tabText(1), QStringLiteral("Findings  2"));
    }

    void choosing_a_tab_moves_nothing() {
        ui::PanelTabs tabs;
        tabs.addTab(QStringLiteral("Tree"));
        tabs.addTab(QStringLiteral("Sequence"));
        tabs.resize(tabs.sizeHint());
        const QRect before = tabs.tabRect(1);
        tabs.setCurrentIndex(1);
        QCOMPARE(tabs.tabRect(1), before);
        const QFontMetrics bold(paint::font(paint::Type::BodyBold));
        QVERIFY(tabs.tabRect(1).width() > bold.horizontalAdvance(QStringLiteral("Sequence")));
    }

    void the_chosen_tab_is_underlined_in_the_accent() { // LOOK 5: 3 px
        ui::PanelTabs tabs;
        tabs.addTab(QStringLiteral("Tree"));
        tabs.addTab(QStringLiteral("Sequence"));
        tabs.resize(tabs.sizeHint());
        const QImage image = tabs.grab().toImage();
        const QColor accent = paint::theme().color(Ink::Accent);
        int thick = 0;
        for (int y = 0; y < image.height(); ++y) {
            thick += image.pixelColor(tabs.tabRect(0).center().x(), y) == accent ? 1 : 0;
        }
        QCOMPARE(thick, 3);
        QVERIFY(image.pixelColor(tabs.tabRect(1).center().x(), image.height() - 2) != accent);
    }

    void a_long_caption_gives_way() {
        Panel panel(QStringLiteral("Details"));
        panel.setCaption(QString(400, u'x'));
        panel.addButton(paint::icon(paint::Glyph::Close, Ink::SecondaryText), QStringLiteral("Close"));
        QVERIFY(panel.minimumSizeHint().width() < 200);
        panel.resize(300, 200);
        panel.show();
        const auto* close = panel.findChild<QToolButton*>();
        QCOMPARE(close->accessibleName(), QStringLiteral("Close"));
        QVERIFY(close->geometry().right() < 300);
        const auto labels = panel.findChildren<ui::ElidedLabel*>();
        QCOMPARE(labels.size(), qsizetype{2});
        QVERIFY(labels[0]->width() >= labels[0]->sizeHint().width()); // the title stays whole
    }
};

ANCHORSCOPE_UI_TEST(TestPanel)
#include "test_panel.moc"
