// What pointer and keys do in the sequence diagram.
#include "ui/sequence/sequence_canvas.h"
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextDocument>
#include <QToolTip>
#include <cmath>

namespace anchorscope::ui {

using paint::nothing;
using paint::SequenceMessage;

namespace {

constexpr double zoom_step = 1.2;

bool isOurs(int key) {
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
    case Qt::Key_0:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return true;
    default:
        return false;
    }
}

bool isPlain(const QKeyEvent* event) {
    return (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
}

} // namespace

void SequenceCanvas::choose(quint32 message) {
    if (message < m_layout.messages.size()) {
        m_selection->chooseNode(m_layout.messages[message].node);
    }
}

void SequenceCanvas::step(int by) {
    const auto count = static_cast<qint64>(m_layout.messages.size());
    const qint64 from = m_emphasis.chosen < m_layout.messages.size() ? qint64{m_emphasis.chosen}
                        : by > 0                                     ? -1
                                                                     : 0;
    choose(static_cast<quint32>(std::clamp<qint64>(from + by, 0, count - 1)));
}

/// Into what the message opens; first unfolds it.
void SequenceCanvas::enter() {
    if (m_emphasis.chosen >= m_layout.messages.size()) {
        return step(1);
    }
    if (m_layout.messages[m_emphasis.chosen].folded) {
        return toggleFold(m_emphasis.chosen);
    }
    const quint32 next = m_emphasis.chosen + 1;
    if (next < m_layout.messages.size() && m_layout.messages[next].parent == m_emphasis.chosen) {
        choose(next);
    }
}

/// Out to the message that led here.
void SequenceCanvas::leave() {
    if (m_emphasis.chosen < m_layout.messages.size()) {
        choose(m_layout.messages[m_emphasis.chosen].parent);
    }
}

bool SequenceCanvas::handleKey(int key) {
    const auto last = static_cast<quint32>(m_layout.messages.size() - 1);
    const int page =
        std::max(1, static_cast<int>(visibleRect().height() / paint::SequenceMetrics::pitch) - 1);
    switch (key) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_PageUp:
        step(-page);
        return true;
    case Qt::Key_PageDown:
        step(page);
        return true;
    case Qt::Key_Left:
        leave();
        return true;
    case Qt::Key_Right:
        enter();
        return true;
    case Qt::Key_Home:
        choose(0);
        return true;
    case Qt::Key_End:
        choose(last);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(m_zoom * zoom_step);
        return true;
    case Qt::Key_Minus:
        setZoom(m_zoom / zoom_step);
        return true;
    case Qt::Key_0:
        setZoom(1);
        return true;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        toggleFold(m_emphasis.chosen);
        return true;
    default:
        return false;
    }
}

void SequenceCanvas::keyPressEvent(QKeyEvent* event) {
    if (m_layout.messages.empty() || !isPlain(event) || !handleKey(event->key())) {
        event->ignore(); // the scroll area's own keys would scroll away from what is chosen
    }
}

bool SequenceCanvas::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (isPlain(key) && isOurs(key->key())) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void SequenceCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        return QAbstractScrollArea::mousePressEvent(event);
    }
    if (const auto lane = laneAt(event->position())) {
        return toggleNarrow(*lane);
    }
    const quint32 at = messageAt(event->position());
    if (at == nothing) {
        return;
    }
    const SequenceMessage& message = m_layout.messages[at];
    const paint::SequencePainting painting(m_layout, m_words, paint::theme(), m_emphasis);
    const QRectF chevron = m_layout.chevronRect(message, painting.needed(message), visibleRect());
    if (chevron.adjusted(-3, -3, 3, 3).contains(toDiagram(event->position()))) {
        return toggleFold(at);
    }
    choose(at);
}

void SequenceCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (laneAt(event->position())) {
        return mousePressEvent(event);
    }
    if (event->button() == Qt::LeftButton) {
        toggleFold(messageAt(event->position()));
    }
}

void SequenceCanvas::hover(std::optional<quint32> message) {
    const quint32 at = message.value_or(nothing);
    if (at == m_emphasis.previewed) {
        return;
    }
    m_emphasis.previewed = at;
    const QScopedValueRollback own(m_hovering, true);
    if (at < m_layout.messages.size() && m_texts) {
        const ShownCase& shown = m_texts->shown();
        m_selection->preview(shown.tree->range(*shown.table, m_layout.messages[at].node));
    } else {
        m_selection->preview(std::nullopt);
    }
    viewport()->update();
}

void SequenceCanvas::mouseMoveEvent(QMouseEvent* event) {
    const quint32 at = messageAt(event->position());
    hover(at == nothing ? std::nullopt : std::optional(at));
    const bool hand = laneAt(event->position()).has_value();
    viewport()->setCursor(hand ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void SequenceCanvas::wheelEvent(QWheelEvent* event) {
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const double turns = event->angleDelta().y() / 120.0;
        setZoom(m_zoom * std::pow(zoom_step, turns), event->position());
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

bool SequenceCanvas::showTip(QPoint point, QPoint global) {
    if (!m_texts) {
        return false;
    }
    const auto showPlain = [&](const QString& text) { // names are others' words: never mark-up
        QToolTip::showText(global, Qt::convertFromPlainText(text), viewport());
    };
    if (const auto lane = laneAt(point)) {
        const bool narrow = m_layout.lifelines[*lane].narrow;
        const QString name = QString::fromStdString(m_layout.lifelines[*lane].domain.name());
        showPlain(narrow ? tr("%1. A click widens it.").arg(name)
                         : tr("%1. A click makes it narrow.").arg(name));
        return true;
    }
    const quint32 at = messageAt(point);
    if (at == nothing) {
        QToolTip::hideText();
        return false;
    }
    showPlain(m_texts->tip(m_layout.messages[at].node));
    return true;
}

bool SequenceCanvas::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) {
        hover(std::nullopt);
    } else if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        return showTip(help->pos(), help->globalPos());
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void SequenceCanvas::focusInEvent(QFocusEvent* event) {
    m_emphasis.focused = true;
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void SequenceCanvas::focusOutEvent(QFocusEvent* event) {
    m_emphasis.focused = false;
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace anchorscope::ui
