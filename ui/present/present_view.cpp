#include "ui/present/present_view.h"
#include "ui/paint/boxes.h"
#include "ui/present/present_button.h"
#include "ui/present/slide_painter.h"
#include "ui/widgets/accessible_role.h"
#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>

namespace anchorscope::ui {

using model::Session;
using paint::Ink;

PresentView::PresentView(Session* session, Selection* selection, QWidget* parent)
    : QWidget(parent), m_session(session), m_selection(selection),
      m_back(new PresentButton(tr("Back"), false, this)), m_next(new PresentButton(tr("Next"), true, this)),
      m_leave(new PresentButton(tr("Leave"), false, this)) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(this, QAccessible::Document);
    setAutoFillBackground(false);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_back->setGlyphs(paint::Glyph::ChevronLeft, {});
    m_next->setGlyphs({}, paint::Glyph::ChevronRight);
    connect(m_back, &PresentButton::clicked, this, [this] { goTo(m_current - 1); });
    connect(m_next, &PresentButton::clicked, this, [this] { goTo(m_current + 1); });
    connect(m_leave, &PresentButton::clicked, this, &PresentView::leave);
    for (const auto signal :
         {&Session::treeChanged, &Session::reportChanged, &Session::finished, &Session::namesChanged}) {
        connect(session, signal, this, [this] { isVisible() ? rebuild() : void(); });
    }
    connect(session, &Session::phaseChanged, this, [this] { isVisible() ? rebuild() : void(); });
}

void PresentView::start() {
    m_presentation = model::Presentation(m_session->parts(), m_session->names());
    m_current = -1;
    showSlide(0);
    setFocus();
}

void PresentView::goTo(int slide) {
    const int to = std::clamp(slide, 0, std::max(0, count() - 1));
    if (to != m_current) {
        showSlide(to);
    }
}

/// Other parts of the session, the same place in them where it still exists.
void PresentView::rebuild() {
    const std::optional<quint32> node = m_shown.slide.node;
    const auto kind = m_shown.slide.kind;
    m_presentation = model::Presentation(m_session->parts(), m_session->names());
    int to = std::clamp(m_current, 0, std::max(0, count() - 1));
    if (node) {
        to = m_presentation.slideOf(*node);
    } else if (kind == model::SlideKind::Verdict) {
        to = std::max(0, count() - 1);
    }
    showSlide(to);
}

void PresentView::showSlide(int slide) {
    const QString before = accessibleName();
    m_current = slide;
    m_shown = shownSlide(*m_session, m_presentation, slide);
    m_back->setEnabled(slide > 0);
    m_next->setEnabled(slide + 1 < count());
    if (!m_next->isEnabled() && m_next->hasFocus()) {
        m_leave->setFocus(); // a focus on what cannot be pressed would be lost
    }
    setAccessibleName(spoken(m_shown, slide, count()));
    if (accessibleName() != before) {
        announce();
    }
    place();
    update();
}

void PresentView::announce() {
    QAccessibleEvent name(this, QAccessible::NameChanged), alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&name);
    QAccessible::updateAccessibility(&alert);
    Q_EMIT announced(accessibleName());
}

PresentLayout PresentView::layoutNow() const {
    PresentLayout sizes = layoutSlide(size(), {}, {}, 0);
    return layoutSlide(size(), m_shown.slide.title, m_shown.slide.text,
                       chipWidth(sizes.scale, m_shown.banner.headline));
}

void PresentView::place() {
    const PresentLayout layout = layoutSlide(size(), {}, {}, 0);
    double right = layout.footer.right();
    for (PresentButton* each : {m_next, m_back, m_leave}) {
        each->setScale(layout.scale);
        const QSize size = each->sizeHint();
        each->setGeometry(QRect(QPoint(qRound(right) - size.width(), qRound(layout.footer.top())), size));
        right -= size.width() + layout.at(12);
    }
}

void PresentView::leave() {
    if (m_shown.slide.node) {
        m_selection->chooseNode(*m_shown.slide.node);
    }
    Q_EMIT left();
}

void PresentView::keyPressEvent(QKeyEvent* event) {
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_F11:
        return leave();
    case Qt::Key_Right:
        return goTo(m_current + (mirrored ? -1 : 1));
    case Qt::Key_Left:
        return goTo(m_current + (mirrored ? 1 : -1));
    case Qt::Key_Space:
    case Qt::Key_PageDown:
    case Qt::Key_Down:
        return goTo(m_current + 1);
    case Qt::Key_Backspace:
    case Qt::Key_PageUp:
    case Qt::Key_Up:
        return goTo(m_current - 1);
    case Qt::Key_Home:
        return goTo(0);
    case Qt::Key_End:
        return goTo(count() - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

/// Tab goes round on the slide: what lies under it is out of sight.
bool PresentView::focusNextPrevChild(bool next) {
    const QList<QWidget*> ring{this, m_leave, m_back, m_next};
    qsizetype at = ring.indexOf(focusWidget());
    for (qsizetype tried = 0; tried < ring.size(); ++tried) {
        at = (at + (next ? 1 : -1) + ring.size()) % ring.size();
        if (ring[at]->isEnabled()) {
            ring[at]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return true;
}

void PresentView::mousePressEvent(QMouseEvent* event) {
    const PresentLayout layout = layoutSlide(size(), {}, {}, 0);
    const DotRow row = DotRow::of(count(), m_current);
    const double x = event->position().x() - layout.dots.left();
    if (row.count > 0 && layout.dots.contains(event->position())) {
        const int dot = std::clamp(static_cast<int>(x / layout.dots.width() * row.count), 0, row.count - 1);
        goTo(DotRow::firstSlide(dot, count()));
    }
    setFocus();
}

void PresentView::resizeEvent(QResizeEvent*) { place(); }

void PresentView::paintFooter(QPainter& painter, const PresentLayout& layout) const {
    const paint::Theme& theme = paint::theme();
    painter.fillRect(layout.rule, theme.color(Ink::Line));
    const QString where = tr("%1 of %2").arg(m_current + 1).arg(std::max(1, count()));
    painter.setFont(presentFont(layout.at(20), true));
    painter.setPen(theme.color(Ink::Text));
    const double width = painter.fontMetrics().horizontalAdvance(where) + layout.at(24);
    painter.drawText(layout.footer, Qt::AlignVCenter | Qt::AlignLeft, where);
    painter.setFont(presentFont(layout.at(15)));
    painter.setPen(theme.color(Ink::SecondaryText));
    const QRectF hint = layout.footer.adjusted(width, 0, 0, 0);
    painter.drawText(
        QRectF(hint.left(), hint.top(), layout.dots.left() - hint.left() - layout.at(12), hint.height()),
        Qt::AlignVCenter | Qt::AlignLeft, tr("← → step   Esc leave"));
    const DotRow row = DotRow::of(count(), m_current);
    const double pitch = layout.dots.width() / std::max(1, row.count), dot = layout.at(10);
    for (int i = 0; i < row.count; ++i) {
        const bool here = i == row.current;
        const double long_dot = here ? std::min(dot * 2.6, pitch * 0.9) : dot;
        const QRectF at(layout.dots.left() + pitch * (i + 0.5) - long_dot / 2,
                        layout.dots.center().y() - dot / 2, long_dot, dot);
        const QColor passed = theme.color(Ink::Accent), coming = theme.color(Ink::ControlLine);
        paint::drawBox(painter, at, dot / 2, i <= row.current ? passed : coming);
    }
}

void PresentView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // as its parts stand
    painter.setRenderHint(QPainter::Antialiasing);
    const paint::Theme& theme = paint::theme();
    painter.fillRect(rect(), theme.color(Ink::Panel));
    const PresentLayout layout = layoutNow();
    painter.setFont(presentFont(layout.at(18)));
    painter.setPen(theme.color(Ink::SecondaryText));
    painter.drawText(layout.source, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_shown.source, Qt::ElideMiddle,
                                                      static_cast<int>(layout.source.width())));
    paintChip(painter, layout, m_shown.banner);
    const bool wrong = m_shown.meaning == model::Meaning::Failed;
    QRectF title = layout.title;
    if (m_shown.meaning != model::Meaning::None) {
        const double icon = layout.at(52);
        const QRectF place(title.left(), title.center().y() - icon / 2, icon, icon);
        paint::drawStatus(painter, place, m_shown.meaning, theme.color(m_shown.meaning));
        title.setLeft(place.right() + layout.at(22));
    }
    painter.setFont(fitted(layout.title_font, m_shown.slide.title, title.size(), 0.4));
    painter.setPen(theme.color(wrong ? Ink::Mismatch : Ink::Text));
    painter.drawText(title, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, m_shown.slide.title);
    painter.setFont(layout.text_font);
    painter.setPen(theme.color(Ink::SecondaryText));
    painter.drawText(layout.text, Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, m_shown.slide.text);
    paintBody(painter, layout, m_shown);
    paintFooter(painter, layout);
}

} // namespace anchorscope::ui
