#include "ui/paint/style_sheet.h"
#include "ui/paint/scale.h"
#include "ui/paint/theme.h"
#include <QRegularExpression>

namespace anchorscope::paint::detail {

namespace {

// @names are inks. Radii, rows and gaps: LOOK 1, 3, 4, 5. Surfaces and fields only: buttons, combo and spin
// boxes, check marks and arrows are drawn by ui::ProgramStyle, because a sheet can draw arrows only from
// image files.
constexpr const char* sheet = R"(
QMainWindow, QDialog { background: @window; }
QMainWindow::separator { background: @window; width: 8px; height: 8px; }
QMainWindow::separator:hover { background: @line; }
QSplitter::handle { background: @window; }
QSplitter::handle:horizontal { width: 8px; }
QSplitter::handle:vertical { height: 8px; }
QSplitter::handle:hover { background: @line; }

QMenuBar { background: @panel; color: @text; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 6px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @selection; }
QMenuBar::item:disabled { color: @disabled; }
QMenu { background: @panel; color: @text; border: 1px solid @control; padding: 6px 0; }
QMenu::item { padding: 6px 28px 6px 14px; border-left: 3px solid transparent; }
QMenu::item:selected { background: @selection; border-left-color: @accent; }
QMenu::item:disabled { color: @disabled; }
QMenu::item:disabled:selected { background: @header; border-left-color: transparent; }
QMenu::icon { left: 12px; }
QMenu::indicator { left: 12px; width: 14px; height: 14px; }
QMenu::right-arrow { right: 10px; width: 12px; height: 12px; }
QMenu::separator { height: 1px; background: @line; margin: 6px 0; }

QToolBar { background: @panel; border: none; border-bottom: 1px solid @line; padding: 6px 8px; spacing: 4px; }
QStatusBar { background: @panel; color: @secondary; border-top: 1px solid @line; min-height: 25px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @secondary; }

QLineEdit, QPlainTextEdit, QTextEdit { background: @field;
    border: 1px solid @control; border-radius: 6px; padding: 4px 8px; min-height: 18px;
    selection-background-color: @accent; selection-color: @accenttext; }
QLineEdit:hover { border-color: @secondary; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent;
    padding: 3px 7px; }
QLineEdit:disabled { background: @header; border-color: @line; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit, QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit:focus,
QLineEdit[frame="false"], QLineEdit[frame="false"]:focus {
    background: transparent; border: none; border-radius: 0; padding: 0; min-height: 16px; }
QAbstractSpinBox { min-width: 60px; min-height: 26px; }
QPlainTextEdit[frameShape="0"], QTextEdit[frameShape="0"] { background: @panel; border: none; border-radius: 0; }

QAbstractItemView { background: @panel; alternate-background-color: @header; color: @text; border: none; outline: none;
    selection-background-color: @selection; selection-color: @text; }
QComboBox QAbstractItemView, QListView#completions { border: 1px solid @control; padding: 4px 0; }
QHeaderView { background: @header; border: none; }
QHeaderView::section { background: @header; color: @secondary; border: none; border-bottom: 1px solid @line;
    padding: 0 6px 0 14px; min-height: 27px; font-size: 12px; }
QHeaderView::section:hover { color: @text; }
QTableCornerButton::section { background: @header; border: none; border-bottom: 1px solid @line; }

QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @secondary; padding: 8px 2px 6px 2px; margin: 0 10px 0 14px;
    border-bottom: 3px solid transparent; min-height: 18px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:focus { color: @accent; }
QTabBar::tab:disabled { color: @disabled; }

QDockWidget { color: @text; font-weight: bold; }
QDockWidget::title { background: @panel; border: 1px solid @line; border-top-left-radius: 8px;
    border-top-right-radius: 8px; padding: 8px 14px; }

QScrollArea { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 11px; }
QScrollBar:horizontal { height: 11px; }
QScrollBar::handle { background: @thumb; border-radius: 2px; margin: 2px 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; margin: 3px 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QProgressBar { background: @line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
    color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QGroupBox { border: 1px solid @line; border-radius: 8px; margin-top: 20px; padding: 12px 10px 10px 10px; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; left: 2px; color: @secondary; }
QToolTip { background: @header; color: @text; border: 1px solid @control; padding: 5px 8px; }
)";

struct Name {
    const char* name;
    QColor color;
};

} // namespace

QString styleSheet(const Theme& theme) {
    const bool light = theme.scheme() == Scheme::Light;
    const QColor panel = theme.color(Ink::Panel);
    // A name that begins another comes after it.
    const Name names[] = {{"@accenttext", theme.color(Ink::AccentText)},
                          {"@accent", theme.color(Ink::Accent)},
                          {"@window", theme.color(Ink::Window)},
                          {"@panel", panel},
                          {"@field", theme.color(light ? Ink::Panel : Ink::Header)},
                          {"@header", theme.color(Ink::Header)},
                          {"@line", theme.color(Ink::Line)},
                          {"@control", theme.color(Ink::ControlLine)},
                          {"@thumb", mixed(panel, theme.color(Ink::SecondaryText), 0.45)},
                          {"@text", theme.color(Ink::Text)},
                          {"@secondary", theme.color(Ink::SecondaryText)},
                          {"@disabled", theme.color(Ink::DisabledText)},
                          {"@selection", theme.color(Ink::Selection)}};
    QString filled = QString::fromLatin1(sheet);
    for (const Name& name : names) {
        filled.replace(QLatin1String(name.name), name.color.name());
    }
    static const QRegularExpression pixels(
        QStringLiteral("\\b([2-9]|[1-9][0-9]+)px")); // lines stay one pixel
    QString scaled;
    qsizetype from = 0;
    for (auto found = pixels.globalMatch(filled); found.hasNext();) {
        const QRegularExpressionMatch each = found.next();
        scaled += QStringView(filled).sliced(from, each.capturedStart() - from);
        scaled += QString::number(px(each.captured(1).toInt())) + QStringLiteral("px");
        from = each.capturedEnd();
    }
    scaled += QStringView(filled).sliced(from);
    return scaled;
}

} // namespace anchorscope::paint::detail
