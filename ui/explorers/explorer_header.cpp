#include "ui/explorers/explorer_header.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/widgets/elided_label.h"
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace anchorscope::ui {

namespace {

constexpr int icon_side = 20, gap = 10;

} // namespace

ExplorerHeader::ExplorerHeader(QWidget* parent)
    : QFrame(parent), m_row(new QHBoxLayout(this)),
      m_title(new ElidedLabel(paint::Type::Callout, paint::Ink::Text)),
      m_note(new ElidedLabel(paint::Type::Caption, paint::Ink::SecondaryText)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(paint::px(8));
    auto* back = new QPushButton(paint::icon(paint::Glyph::ChevronLeft), tr("Back to the tree"));
    back->setToolTip(tr("Esc"));
    back->setAutoDefault(false);
    connect(back, &QPushButton::clicked, this, &ExplorerHeader::back);
    m_row->addWidget(back);
    m_row->addSpacing(paint::px(gap + icon_side + 4)); // of the status icon
    m_row->addWidget(m_title);
    m_row->addWidget(m_note, 1);
}

void ExplorerHeader::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void ExplorerHeader::setNote(const QString& note) { m_note->setText(note); }

void ExplorerHeader::setMeaning(model::Meaning meaning) {
    m_meaning = meaning;
    update();
}

QPushButton* ExplorerHeader::addButton(const QIcon& icon, const QString& text) {
    auto* button = new QPushButton(icon, text);
    button->setAutoDefault(false);
    m_row->addWidget(button);
    return button;
}

QToolButton* ExplorerHeader::addSmallButton(const QIcon& icon, const QString& text) {
    auto* button = new QToolButton;
    button->setIcon(icon);
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    m_row->addWidget(button);
    return button;
}

void ExplorerHeader::paintEvent(QPaintEvent*) {
    if (m_meaning == model::Meaning::None) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = paint::px(icon_side);
    const double left = isRightToLeft() ? m_title->geometry().right() + paint::px(gap)
                                        : m_title->geometry().left() - side - paint::px(gap);
    paint::drawStatus(painter, QRectF(left, (height() - side) / 2, side, side), m_meaning,
                      paint::theme().color(m_meaning));
}

} // namespace anchorscope::ui
