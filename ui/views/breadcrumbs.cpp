#include "ui/views/breadcrumbs.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/paint/theme.h"
#include "ui/views/crumb_layout.h"
#include "ui/widgets/control_painting.h"
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

constexpr int bar_height = 30, inset = 8, text_inset = 6, between = 14, chevron = 10;

/// Flat: the text alone, tinted under the pointer, with a ring when the keyboard is on it.
class CrumbButton : public QAbstractButton {
public:
    using QAbstractButton::QAbstractButton;
    void setLast(bool last) { m_last = last; }
    [[nodiscard]] static int widthOf(const QString& text) {
        return QFontMetrics(paint::font(paint::Type::Caption)).horizontalAdvance(text) +
               2 * paint::px(text_inset) + 2;
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const paint::Theme& theme = paint::theme();
        if (underMouse() || isDown()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(paint::Ink::Selection));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0, 3, 0, -3), paint::px(4.0), paint::px(4.0));
        }
        painter.setFont(paint::font(paint::Type::Caption));
        painter.setPen(theme.color(m_last ? paint::Ink::Text : paint::Ink::Accent));
        const QRect inside = rect().adjusted(paint::px(text_inset), 0, -paint::px(text_inset), 0);
        painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, inside.width() + 2));
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
            drawFocusRing(painter, rect().adjusted(0, 3, 0, -3));
        }
    }
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }

private:
    bool m_last = false;
};

} // namespace

Breadcrumbs::Breadcrumbs(const model::TreeModel* model, Selection* selection, QWidget* parent)
    : QWidget(parent), m_model(model), m_selection(selection) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(tr("Path to the chosen row"));
    connect(selection, &Selection::changed, this, &Breadcrumbs::follow);
    connect(model, &QAbstractItemModel::modelReset, this, &Breadcrumbs::follow);
    connect(model, &QAbstractItemModel::layoutChanged, this, &Breadcrumbs::follow);
}

QSize Breadcrumbs::sizeHint() const { return {paint::px(200), paint::px(bar_height)}; }

QString Breadcrumbs::text() const {
    QStringList parts;
    for (int crumb = 0; crumb < count(); ++crumb) {
        parts += textOf(crumb);
    }
    return parts.join(u" › "_s);
}

QString Breadcrumbs::textOf(int crumb) const {
    return m_model->indexOf(m_nodes[static_cast<std::size_t>(crumb)], 0).data(model::KindTextRole).toString();
}

void Breadcrumbs::follow() {
    m_nodes.clear();
    const std::optional<quint32> node = m_selection->choice().node;
    for (QModelIndex at = node ? m_model->indexOf(*node, 0) : QModelIndex(); at.isValid(); at = at.parent()) {
        m_nodes.push_back(m_model->node(at));
    }
    std::ranges::reverse(m_nodes);
    layOut();
}

QAbstractButton* Breadcrumbs::button(std::size_t at) {
    while (m_buttons.size() <= at) {
        auto* made = new CrumbButton(this);
        const std::size_t mine = m_buttons.size();
        made->setCursor(Qt::PointingHandCursor);
        made->installEventFilter(this);
        connect(made, &QAbstractButton::clicked, this, [this, mine] {
            if (mine < m_shown.size()) {
                m_shown[mine] < 0 ? showLeftOut() : activate(m_shown[mine]);
            }
        });
        m_buttons.push_back(made);
    }
    return m_buttons[at];
}

void Breadcrumbs::layOut() {
    // What cannot be shown anyhow is not measured: the first, and the last ones.
    const int skipped = std::max(0, count() - max_buttons + 1);
    std::vector<int> widths;
    for (int crumb = 0; crumb < count(); ++crumb) {
        const bool measured = crumb == 0 || crumb > skipped;
        widths.push_back(measured ? CrumbButton::widthOf(textOf(crumb)) : width());
    }
    const QRect bar = rect().adjusted(paint::px(inset), 0, -paint::px(inset), 0);
    const auto boxes = layOutCrumbs(widths, bar, {paint::px(between), CrumbButton::widthOf(u"…"_s)});
    m_shown.clear();
    m_left_out = {0, 0};
    const bool right_to_left = isRightToLeft();
    for (std::size_t at = 0; at < boxes.size(); ++at) {
        auto* shown = static_cast<CrumbButton*>(button(at)); // button() makes no others
        const int crumb = boxes[at].crumb;
        const bool last = at + 1 == boxes.size();
        shown->setText(crumb < 0 ? u"…"_s : textOf(crumb));
        shown->setAccessibleName(crumb < 0 ? tr("Parts of the path that are left out") : shown->text());
        shown->setToolTip(crumb < 0 ? tr("Show what is left out") : QString());
        shown->setLast(last);
        shown->setFocusPolicy(last ? Qt::TabFocus : Qt::NoFocus); // arrow keys lead to the others
        shown->setGeometry(right_to_left ? QStyle::visualRect(layoutDirection(), rect(), boxes[at].rect)
                                         : boxes[at].rect);
        shown->show();
        shown->update();
        if (crumb < 0) {
            m_left_out = {1, boxes[at + 1].crumb};
        }
        m_shown.push_back(crumb);
    }
    for (std::size_t at = boxes.size(); at < m_buttons.size(); ++at) {
        m_buttons[at]->hide();
    }
    update();
}

void Breadcrumbs::activate(int crumb) { m_selection->chooseNode(m_nodes[static_cast<std::size_t>(crumb)]); }

void Breadcrumbs::showLeftOut() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int first = std::max(m_left_out.first, m_left_out.second - max_in_menu);
    for (int crumb = first; crumb < m_left_out.second; ++crumb) {
        menu->addAction(textOf(crumb), this, [this, node = m_nodes[static_cast<std::size_t>(crumb)]] {
            m_selection->chooseNode(node);
        });
    }
    const auto at = std::ranges::find(m_shown, -1) - m_shown.begin();
    menu->popup(m_buttons[static_cast<std::size_t>(at)]->mapToGlobal(QPoint(0, height())));
}

void Breadcrumbs::resizeEvent(QResizeEvent*) { layOut(); }

void Breadcrumbs::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, paint::theme().color(paint::Ink::Line));
    for (std::size_t at = 0; at + 1 < m_shown.size(); ++at) {
        const QRect from = m_buttons[at]->geometry(), to = m_buttons[at + 1]->geometry();
        const double middle =
            isRightToLeft() ? (from.left() + to.right()) / 2.0 : (from.right() + to.left()) / 2.0;
        const double side = paint::px(double{chevron});
        paint::drawGlyph(painter, QRectF(middle - side / 2 + 0.5, (height() - side) / 2, side, side),
                         isRightToLeft() ? paint::Glyph::ChevronLeft : paint::Glyph::ChevronRight,
                         paint::theme().color(paint::Ink::SecondaryText));
    }
}

/// From the button at that place by an arrow key, Home or End.
bool Breadcrumbs::moveBy(int key, std::ptrdiff_t at) {
    const auto last = static_cast<std::ptrdiff_t>(m_shown.size()) - 1;
    const int forward = isRightToLeft() ? -1 : 1;
    const std::ptrdiff_t to = key == Qt::Key_Right  ? at + forward
                              : key == Qt::Key_Left ? at - forward
                              : key == Qt::Key_Home ? 0
                                                    : last;
    if (to >= 0 && to <= last) {
        m_buttons[static_cast<std::size_t>(to)]->setFocus(Qt::TabFocusReason);
    }
    return true;
}

/// Before the buttons themselves see the keys, to whom arrows mean something else.
bool Breadcrumbs::eventFilter(QObject* watched, QEvent* event) {
    const auto button_at = std::ranges::find(m_buttons, watched);
    if (event->type() != QEvent::KeyPress || button_at == m_buttons.end()) {
        return QWidget::eventFilter(watched, event);
    }
    switch (const int key = static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        return moveBy(key, button_at - m_buttons.begin());
    case Qt::Key_Return:
    case Qt::Key_Enter:
        (*button_at)->click();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void Breadcrumbs::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::LayoutDirectionChange) {
        layOut();
    }
}

} // namespace anchorscope::ui
