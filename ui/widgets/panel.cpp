#include "ui/widgets/panel.h"
#include "ui/paint/boxes.h"
#include "ui/paint/scale.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/panel_tabs.h"
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>

namespace anchorscope::ui {

using paint::Ink;

namespace {

// LOOK 1: inside panels 14, title rows 32, tab bars 36. The bottom margin keeps content clear of the round
// corners.
constexpr paint::Px inside{14}, title_height{32}, tab_height{36}, bottom{4};
constexpr int border = 1;
constexpr paint::Px tab_inset{5}; ///< with half a tab's gap, the first word stands under a title's

} // namespace

/// A child object, so that it goes with the panel.
class Panel::Private : public QObject {
public:
    Private(Panel* panel, bool tabbed) : QObject(panel), stack(new QStackedWidget(panel)) {
        auto* rows = new QVBoxLayout(panel);
        rows->setContentsMargins(border, border, border, bottom);
        rows->setSpacing(0);
        header = new QWidget(panel);
        header->setFixedHeight((tabbed ? tab_height : title_height) - border);
        row = new QHBoxLayout(header);
        row->setContentsMargins(tabbed ? tab_inset - border : inside - border, 0, inside - border, 0);
        row->setSpacing(paint::px(8));
        if (tabbed) {
            tabs = new PanelTabs(header);
            row->addWidget(tabs, 0, Qt::AlignBottom);
        } else {
            title = new ElidedLabel(paint::Type::BodyBold, Ink::Text, header);
            row->addWidget(title);
        }
        caption = new ElidedLabel(paint::Type::Caption, Ink::SecondaryText, header);
        caption->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row->addWidget(caption, 1);
        rows->addWidget(header);
        rows->addSpacing(border); // the line under the title
        rows->addWidget(stack, 1);
    }

    QStackedWidget* stack;
    QWidget* header = nullptr;
    QHBoxLayout* row = nullptr;
    PanelTabs* tabs = nullptr;
    ElidedLabel* title = nullptr;
    ElidedLabel* caption = nullptr;
};

Panel::Panel(const QString& title, QWidget* parent) : QFrame(parent), d(new Private(this, false)) {
    setTitle(title);
}

Panel::Panel(QWidget* parent) : QFrame(parent), d(new Private(this, true)) {
    connect(d->tabs, &QTabBar::currentChanged, this, [this](int page) {
        d->stack->setCurrentIndex(page);
        Q_EMIT pageChanged(page);
    });
}

void Panel::setContent(QWidget* content) {
    if (QWidget* old = d->stack->currentWidget(); old != nullptr && old != content) {
        d->stack->removeWidget(old);
        old->deleteLater();
    }
    d->stack->setCurrentIndex(d->stack->addWidget(content));
}

int Panel::addPage(const QString& title, QWidget* page) {
    const int index = d->stack->addWidget(page);
    if (d->tabs != nullptr) {
        d->tabs->addTab(title);
    }
    return index;
}

void Panel::setPageTitle(int page, const QString& title) {
    if (d->tabs != nullptr) {
        d->tabs->setTabText(page, title);
    }
}

void Panel::setCurrentPage(int page) {
    if (d->tabs != nullptr) {
        d->tabs->setCurrentIndex(page);
    }
}

int Panel::currentPage() const { return d->stack->currentIndex(); }

void Panel::setCaption(const QString& caption) { d->caption->setText(caption); }

void Panel::setTitle(const QString& title) {
    if (d->title != nullptr) {
        d->title->setText(title);
    } else {
        d->tabs->setAccessibleName(title);
    }
    setAccessibleName(title);
}

QToolButton* Panel::addButton(const QIcon& icon, const QString& text) {
    auto* button = new QToolButton(d->header);
    button->setIcon(icon);
    button->setIconSize(paint::px(QSize(14, 14))); // LOOK 8: dock buttons
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    d->row->addWidget(button);
    d->row->setSpacing(paint::px(4));
    d->row->setContentsMargins(d->row->contentsMargins().left(), 0, paint::px(8), 0);
    return button;
}

void Panel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor line = paint::theme().color(Ink::Line);
    paint::drawBox(painter, rect(), paint::panel_radius, paint::theme().color(Ink::Panel), line);
    painter.fillRect(QRect(border, d->header->geometry().bottom() + 1, width() - 2 * border, border), line);
}

} // namespace anchorscope::ui
