// Every widget in every meaning, light and dark, as pictures for human eyes (ANCHORSCOPE_SHOTS); without that
// variable it only holds that each paints something and warns of nothing.
#include "qt_warnings.h"
#include "shots.h"
#include "ui/paint/boxes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/lane_geometry.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/welcome.h"
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace anchorscope;
using model::Meaning;
using paint::Ink;

namespace {

constexpr Meaning meanings[] = {Meaning::Passed,     Meaning::NotFinal,    Meaning::Failed, Meaning::Warning,
                                Meaning::NotChecked, Meaning::CannotCheck, Meaning::Info};

/// A white sheet painted by a function.
class Sheet : public QWidget {
public:
    Sheet(QSize size, std::function<void(QPainter&)> draw) : m_draw(std::move(draw)) { resize(size); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), paint::theme().color(Ink::Panel));
        m_draw(painter);
    }

private:
    std::function<void(QPainter&)> m_draw;
};

void drawIcons(QPainter& painter) {
    int y = 10;
    for (const int side : {16, 20, 32, 64}) {
        int x = 10;
        for (const Meaning meaning : meanings) {
            paint::statusIcon(meaning).paint(&painter, QRect(x, y, side, side));
            x += side + 14;
        }
        x += 10;
        paint::statusIcon(Meaning::Passed)
            .paint(&painter, QRect(x, y, side, side), Qt::AlignCenter, QIcon::Disabled);
        y += side + 14;
    }
    for (const int side : {14, 16, 32}) {
        int x = 10;
        for (int glyph = 0; glyph <= static_cast<int>(paint::Glyph::Moon); ++glyph) {
            paint::icon(static_cast<paint::Glyph>(glyph)).paint(&painter, QRect(x, y, side, side));
            x += side + 10;
        }
        y += side + 14;
    }
    double x = 10;
    for (const Meaning meaning : meanings) {
        paint::drawChip(painter, QPointF(x, y), meaning, paint::words(meaning));
        x += paint::chipSize(paint::words(meaning)).width() + 8;
    }
}

void drawLanes(QPainter& painter, const QList<int>& path, int lanes) {
    QStringList names{QStringLiteral("L1")};
    for (int i = 1; i < lanes; ++i) {
        names.push_back(QStringLiteral("R%1").arg(i));
    }
    const double width = paint::LaneMetrics::width(lanes);
    painter.fillRect(QRectF(0, 0, width, 28), paint::theme().color(Ink::Header));
    paint::drawLaneHeader(painter, QRectF(0, 0, width, 28), names);
    for (int i = 0; i < path.size(); ++i) {
        const paint::LaneRow row{i > 0 ? path[i - 1] : -1, path[i], i + 1 < path.size() ? path[i + 1] : -1};
        const QRectF rect(0, 28 + 28 * i, width, 28);
        const QColor ground = paint::theme().color(i == 3  ? Ink::Selection
                                                   : i % 2 ? Ink::Header
                                                           : Ink::Panel);
        painter.fillRect(rect, ground);
        paint::drawLaneRow(painter, rect, row, lanes, ground);
    }
}

verify::Rung rung(verify::RungId id, verify::RungState state, const char* summary) {
    verify::Rung made;
    made.id = id;
    made.state = state;
    made.summary = summary;
    made.detail = "why and on whose word";
    return made;
}

std::shared_ptr<const verify::Report> report(bool mismatch) {
    using verify::RungId;
    using S = verify::RungState;
    auto made = std::make_shared<verify::Report>();
    made->rungs = {
        rung(RungId::table, S::passed, "3 entries"),
        rung(RungId::trajectory, mismatch ? S::failed : S::passed, "continuous"),
        rung(RungId::execution, S::passed, "6 events"),
        mismatch ? rung(RungId::proof, S::not_checked, "") : rung(RungId::proof, S::passed, "transaction"),
        rung(RungId::digest, mismatch ? S::failed : S::passed,
             mismatch ? "not as anchored" : "equals anchor"),
        rung(RungId::event, S::passed, "log 2, Recorded"),
        rung(RungId::inclusion, S::passed, "receipt 1 of 4"),
        rung(RungId::block, S::passed, "pinned: sample"),
        mismatch ? rung(RungId::slot, S::cannot_check, "") : rung(RungId::slot, S::passed, "same slot"),
        rung(RungId::finality, S::passed_not_final, "")};
    return made;
}

ui::BannerText bannerText(Meaning meaning) {
    ui::BannerText text;
    text.meaning = meaning;
    text.policy = QStringLiteral("block");
    text.checked = QStringLiteral("Checked today 08:16, offline");
    text.where = QStringLiteral("Chain 77001 · block 41");
    switch (meaning) {
    case Meaning::Failed:
        text.headline = QString::fromUtf8("Mismatch: the table is not the one anchored");
        text.reason = QString::fromUtf8(
            "Digest 0x9c41…f0a2, anchored 0x7f02…c93e. Explained, not passed: entry 2 holds a "
            "stale state of Rollup 2.");
        break;
    case Meaning::Warning:
        text.headline = QString::fromUtf8("Included, if rpc.example is honest");
        text.reason = QString::fromUtf8(
            "One endpoint says that the block is real. Name a second one, or pin the block.");
        break;
    case Meaning::NotChecked:
        text.headline = QString::fromUtf8("Reading the table");
        text.reason = QString::fromUtf8("412 of 1 000 entries");
        text.busy = true;
        text.percent = 41;
        break;
    default:
        text.headline = QString::fromUtf8("Verified; block pinned: sample");
        text.reason = QString::fromUtf8(
            "This bundle is the one anchored in block 41. Every rung that the policy requires "
            "has passed.");
    }
    return text;
}

std::unique_ptr<QWidget> controls() {
    auto window = std::make_unique<QMainWindow>();
    QMenu* file = window->menuBar()->addMenu(QStringLiteral("File"));
    file->addAction(QStringLiteral("Open"));
    window->menuBar()->addMenu(QStringLiteral("Edit"));
    window->menuBar()->addMenu(QStringLiteral("View"));
    QToolBar* bar = window->addToolBar(QStringLiteral("Main"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(paint::icon(paint::Glyph::Open), QStringLiteral("Open"));
    bar->addSeparator();
    bar->addAction(paint::icon(paint::Glyph::Shield), QStringLiteral("Verify"));
    bar->addAction(paint::icon(paint::Glyph::Report), QStringLiteral("Report"))->setEnabled(false);
    auto* search = new QLineEdit(window.get());
    search->setPlaceholderText(QStringLiteral("Filter: domain == 2 && state != passed"));
    search->addAction(paint::icon(paint::Glyph::Filter, Ink::SecondaryText), QLineEdit::LeadingPosition);
    search->setFixedWidth(380);
    bar->addWidget(search);
    auto* central = new QWidget(window.get());
    auto* rows = new QVBoxLayout(central);
    auto* buttons = new QHBoxLayout;
    auto* filled = new QPushButton(QStringLiteral("Show difference"), central);
    filled->setDefault(true);
    auto* off = new QPushButton(QStringLiteral("Disabled"), central);
    off->setEnabled(false);
    buttons->addWidget(filled);
    buttons->addWidget(new QPushButton(QStringLiteral("What if corrected"), central));
    buttons->addWidget(off);
    auto* combo = new QComboBox(central);
    combo->addItems(
        {QStringLiteral("Policy: block"), QStringLiteral("digest"), QStringLiteral("a rather long choice")});
    buttons->addWidget(combo);
    auto* editable = new QComboBox(central);
    editable->setEditable(true);
    editable->addItem(QStringLiteral("http://localhost:8545"));
    buttons->addWidget(editable);
    buttons->addWidget(new QSpinBox(central));
    buttons->addStretch(1);
    rows->addLayout(buttons);
    auto* checks = new QHBoxLayout;
    for (const bool on : {false, true}) {
        auto* box = new QCheckBox(on ? QStringLiteral("Checked") : QStringLiteral("Not checked"), central);
        box->setChecked(on);
        auto* radio = new QRadioButton(on ? QStringLiteral("Chosen") : QStringLiteral("Other"), central);
        radio->setChecked(on);
        checks->addWidget(box);
        checks->addWidget(radio);
    }
    auto* progress = new QProgressBar(central);
    progress->setValue(40);
    checks->addWidget(progress);
    rows->addLayout(checks);
    auto* tree = new QTreeWidget(central);
    tree->setAlternatingRowColors(true);
    tree->setHeaderLabels({QStringLiteral("Field"), QStringLiteral("Value"), QStringLiteral("Bytes")});
    for (int i = 0; i < 12; ++i) {
        auto* item =
            new QTreeWidgetItem(tree, {QStringLiteral("entry %1").arg(i), QStringLiteral("0x9c41…f0a2")});
        item->setIcon(1, paint::statusIcon(meanings[i % 7]));
        new QTreeWidgetItem(item, {QStringLiteral("callCount"), QStringLiteral("0x9c")});
        item->setExpanded(i == 1);
        item->setCheckState(2, i % 2 ? Qt::Checked : Qt::Unchecked);
    }
    tree->setCurrentItem(tree->topLevelItem(2));
    auto* tabs = new QTabWidget(central);
    tabs->addTab(tree, QStringLiteral("Fields"));
    tabs->addTab(new QWidget(tabs), QStringLiteral("Preimage"));
    rows->addWidget(tabs, 1);
    window->setCentralWidget(central);
    window->statusBar()->showMessage(QStringLiteral("entry 0 › nested 2 · Counter.increment() on Rollup 2"));
    window->resize(1000, 520);
    return window;
}

std::unique_ptr<QWidget> menu() {
    auto made = std::make_unique<QMenu>();
    QAction* open = made->addAction(paint::icon(paint::Glyph::Open), QStringLiteral("Open…"));
    open->setShortcut(QKeySequence::Open);
    open->setShortcutVisibleInContextMenu(true);
    made->addMenu(QStringLiteral("Recent"))->addAction(QStringLiteral("batch.hex"));
    made->addSeparator();
    for (const char* title : {"Light", "Dark"}) {
        QAction* action = made->addAction(QString::fromLatin1(title));
        action->setCheckable(true);
        action->setChecked(made->actions().size() == 4);
    }
    made->addAction(QStringLiteral("Not now"))->setEnabled(false);
    made->setActiveAction(open);
    return made;
}

std::unique_ptr<QWidget> panels() {
    auto page = std::make_unique<QWidget>();
    auto* row = new QHBoxLayout(page.get());
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(8);
    auto* tabbed = new ui::Panel(page.get());
    for (const char* title : {"Tree", "Sequence", "State roots", "Diff"}) {
        auto* tree = new QTreeWidget(tabbed);
        tree->setAlternatingRowColors(true);
        tree->setHeaderLabels({QStringLiteral("Transition"), QStringLiteral("State")});
        for (int i = 0; i < 8; ++i) {
            new QTreeWidgetItem(tree, {QStringLiteral("entry"), QStringLiteral("0x9c")});
        }
        tabbed->addPage(QString::fromLatin1(title), tree);
    }
    tabbed->setCaption(QStringLiteral("1 entry · 2 nested frames · tree from events"));
    auto* plain = new ui::Panel(QStringLiteral("Details"), page.get());
    plain->setCaption(QStringLiteral("entry 0 › nested 2"));
    plain->addButton(paint::icon(paint::Glyph::Float, Ink::SecondaryText), QStringLiteral("Float"));
    plain->addButton(paint::icon(paint::Glyph::Close, Ink::SecondaryText), QStringLiteral("Close"));
    auto* tree = new QTreeWidget(plain);
    tree->setAlternatingRowColors(true);
    tree->setRootIsDecorated(false);
    tree->setHeaderLabels({QStringLiteral("Field"), QStringLiteral("Value")});
    for (int i = 0; i < 30; ++i) {
        new QTreeWidgetItem(tree, {QStringLiteral("field"), QStringLiteral("0x9c")});
    }
    plain->setContent(tree);
    row->addWidget(tabbed, 2);
    row->addWidget(plain, 1);
    page->resize(1000, 320);
    return page;
}

/// How many colours a picture has: a blank one has one.
qsizetype colours(const QImage& image) {
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2) {
            seen.insert(image.pixel(x, y));
        }
    }
    return seen.size();
}

} // namespace

class TestWidgetGallery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void gallery_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void gallery() {
        QFETCH(bool, dark);
        ui::applyTheme(dark ? paint::Scheme::Dark : paint::Scheme::Light);
        const QString suffix = dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        const auto show = [&suffix](QWidget& widget, const char* name) {
            widget.show();
            QVERIFY(QTest::qWaitForWindowExposed(&widget));
            const QImage image = test::shot(widget, QLatin1String(name) + suffix);
            QVERIFY2(colours(image) > 4, name);
        };

        Sheet icons({1000, 420}, drawIcons);
        show(icons, "icons");
        Sheet lanes({1000, 340}, [](QPainter& painter) {
            drawLanes(painter, {0, 1, 0, 1, 0, 2, 0, 1, 0, 1, 0}, 3);
            painter.translate(140, 0);
            drawLanes(painter, {0, 0, 0}, 1);
            painter.translate(80, 0);
            drawLanes(painter, {0, 1, 1, 0}, 2);
            painter.translate(120, 0);
            drawLanes(painter, {0, 11, 5, 4, 3, 7, 3, 0}, 12);
        });
        show(lanes, "lanes");
        for (const int width : {1440, 1000}) {
            QWidget strips;
            strips.setFixedWidth(width);
            auto* rows = new QVBoxLayout(&strips);
            rows->setContentsMargins(0, 0, 0, 0);
            rows->setSpacing(0);
            for (const Meaning meaning : {Meaning::Passed, Meaning::NotFinal, Meaning::Failed,
                                          Meaning::Warning, Meaning::NotChecked}) {
                auto* banner = new ui::Banner(&strips);
                banner->setText(bannerText(meaning));
                rows->addWidget(banner);
                auto* ladder = new ui::Ladder(&strips);
                if (meaning != Meaning::NotChecked) {
                    ladder->setReport(report(meaning == Meaning::Failed));
                    ladder->setCurrentRung(meaning == Meaning::Warning ? verify::RungId::trajectory
                                                                       : verify::RungId::block);
                }
                if (meaning == Meaning::NotFinal) {
                    ladder->setOpenStage(verify::Stage::proof);
                }
                rows->addWidget(ladder);
            }
            show(strips, width == 1440 ? "strips" : "strips-narrow");
        }
        const auto page = panels();
        show(*page, "panels");
        const auto popup = menu();
        show(*popup, "menu");
        const auto window = controls();
        show(*window, "controls");
        for (const QSize size : {QSize(1440, 820), QSize(1000, 640), QSize(700, 900)}) {
            ui::Welcome welcome;
            welcome.setRecent(
                {{QStringLiteral("/home/ada/block41/batch.hex"), QStringLiteral("mismatch · today")},
                 {QStringLiteral("/home/ada/cases/reentrant.case"), QStringLiteral("verified · today")},
                 {QStringLiteral("/home/ada/cases/counter-l2.case"),
                  QStringLiteral("match, not final · Friday")},
                 {QStringLiteral("/home/ada/cases/bridge-0x1f1f.json"), QStringLiteral("unproven")}});
            welcome.resize(size);
            show(welcome, qPrintable(QStringLiteral("welcome-%1").arg(size.width())));
        }
        ui::Welcome fresh;
        fresh.resize(1440, 820);
        show(fresh, "welcome-fresh");
    }
};

ANCHORSCOPE_UI_TEST(TestWidgetGallery)
#include "test_widget_gallery.moc"
