#include "ui/widgets/notice_bar.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace anchorscope::ui {

using model::Meaning;
using paint::px;

namespace {

constexpr paint::Px margin{16}, icon{16}, gap{12}, row_height{44}, line_height{26};
constexpr paint::Px work_height{560}; ///< of a window, that lines leave to the rest
constexpr int least_lines = 2, most_lines = 6;
constexpr paint::Px text_inset{6}; ///< of items in lists

} // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent), m_text(new QLabel), m_more(new QToolButton), m_close(new QToolButton),
      m_lines(new QListWidget) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 1);
    rows->setSpacing(0);
    auto* head = new QWidget;
    head->setMinimumHeight(row_height);
    m_row = new QHBoxLayout(head);
    m_row->setContentsMargins(margin + icon + gap, px(6), margin, px(6));
    m_row->setSpacing(px(8));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFont(paint::hexSafe(paint::font(paint::Type::Body)));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_row->addWidget(m_text, 1);
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setText(tr("Details"));
    m_more->setAccessibleName(tr("Details of what changed"));
    m_close->setIcon(paint::icon(paint::Glyph::Close));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setToolTip(tr("Put this message away"));
    m_close->setAccessibleName(tr("Put this message away"));
    m_row->addWidget(m_more);
    m_row->addWidget(m_close);
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setFont(paint::hexSafe(paint::font(paint::Type::Body)));
    m_lines->setAccessibleName(tr("What changed"));
    m_lines->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lines->setTextElideMode(Qt::ElideMiddle);
    m_lines->setUniformItemSizes(true);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(margin + icon + gap - text_inset, 0, margin, 0);
    below->addWidget(m_lines);
    rows->addWidget(head);
    rows->addLayout(below);
    connect(m_more, &QToolButton::toggled, this, &NoticeBar::unfold);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT putAway();
    });
    const auto lead = [this](const QListWidgetItem* item) { Q_EMIT lineChosen(m_lines->row(item)); };
    connect(m_lines, &QListWidget::itemActivated, this, lead);
    connect(m_lines, &QListWidget::itemClicked, this, lead);
    unfold(false);
    hide();
}

bool NoticeBar::isUnfolded() const { return m_more->isChecked(); }

void NoticeBar::clear() {
    m_notice = {};
    hide();
}

void NoticeBar::setNotice(const Notice& notice) {
    m_notice = notice;
    m_text->setText(notice.text);
    m_text->setFont(paint::hexSafe(paint::font(paint::Type::Body)));
    m_lines->setFont(m_text->font());
    remakeButtons();
    m_lines->clear();
    for (const QString& line : notice.lines) {
        auto* item = new QListWidgetItem(line, m_lines);
        item->setSizeHint({0, line_height});
        item->setToolTip(line);
        if (const auto meaning = notice.meanings.value(m_lines->count() - 1); meaning != Meaning::None) {
            item->setIcon(paint::statusIcon(meaning));
        }
    }
    m_more->setVisible(!notice.lines.isEmpty());
    m_more->setChecked(false);
    unfold(false);
    setAccessibleName(notice.text);
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::remakeButtons() {
    for (QPushButton* old : std::as_const(m_buttons)) { // one of them may be the one being clicked
        old->hide();
        old->deleteLater();
    }
    m_buttons.clear();
    for (int i = 0; i < m_notice.buttons.size(); ++i) {
        auto* button = new QPushButton(m_notice.buttons.at(i), this);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT buttonChosen(i); });
        m_row->insertWidget(m_row->indexOf(m_more), button);
        m_buttons += button;
    }
}

void NoticeBar::unfold(bool open) {
    m_more->setIcon(paint::icon(open ? paint::Glyph::ChevronDown : paint::Glyph::ChevronRight));
    const int room = (window()->height() - work_height) / line_height; // the case stays visible
    const int shown =
        std::min(std::clamp(room, least_lines, most_lines), static_cast<int>(m_notice.lines.size()));
    m_lines->setFixedHeight(shown * line_height + px(4));
    m_lines->setVisible(open);
}

void NoticeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const paint::Theme& theme = paint::theme();
    painter.fillRect(rect(), theme.color(paint::Ink::Panel));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(paint::Ink::Line));
    const int head = m_text->parentWidget()->height();
    const QRectF place(margin, (head - icon) / 2.0, icon, icon);
    if (m_notice.meaning == Meaning::None) {
        paint::drawGlyph(painter, place, paint::Glyph::Refresh, theme.color(paint::Ink::SecondaryText));
    } else {
        paint::drawStatus(painter, place, m_notice.meaning, theme.color(m_notice.meaning));
    }
}

} // namespace anchorscope::ui
