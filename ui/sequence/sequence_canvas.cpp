#include "ui/sequence/sequence_canvas.h"
#include "ui/paint/scale.h"
#include "ui/sequence/l1_moments.h"
#include "ui/widgets/accessible_role.h"
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace anchorscope::ui {

using paint::nothing;
using paint::SequenceLayout;
using paint::SequenceMessage;
using paint::SequenceMetrics;
using paint::SequencePainting;

SequenceCanvas::SequenceCanvas(Selection* selection, QWidget* parent)
    : QAbstractScrollArea(parent), m_selection(selection) {
    setFrameShape(NoFrame);
    setAccessibleRole(this, QAccessible::Graphic);
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight); // time and lanes run the same way in every language
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Sequence diagram"));
    connect(selection, &Selection::changed, this, [this](const Choice& choice, Selection::Aspect aspect) {
        if (aspect == Selection::Aspect::Place) {
            followSelection(choice);
        }
    });
    connect(selection, &Selection::previewed, this,
            [this](std::optional<ByteRange> range) { followPreview(range); });
}

void SequenceCanvas::setCase(const ShownCase& shown) {
    const transition::Tree* before = m_texts ? m_texts->shown().tree.get() : nullptr;
    if (!shown.usable() || !sameShape(before, shown.tree.get())) {
        m_folded.clear();
        m_narrow.clear();
    }
    m_texts = shown.usable() ? std::make_shared<const SequenceTexts>(shown) : nullptr;
    m_words = m_texts ? m_texts->words() : paint::SequenceWords();
    m_emphasis.chosen = m_emphasis.previewed = nothing;
    m_layout = SequenceLayout(); // its nodes were the other tree's
    m_stale = true;
    if (isVisible()) {
        ensureLaidOut();
    }
}

void SequenceCanvas::ensureLaidOut() {
    if (m_stale) {
        layOut();
    }
}

void SequenceCanvas::layOut() {
    m_stale = false;
    m_layout = SequenceLayout();
    if (m_texts) {
        const ShownCase& shown = m_texts->shown();
        m_layout = paint::layOutSequence({shown.table.get(), shown.tree.get(), l1Moments(shown)}, m_folded);
    }
    m_emphasis.previewed = nothing;
    spread();
    followSelection(m_selection->choice());
    Q_EMIT diagramChanged();
}

double SequenceCanvas::scale() const { return m_zoom * paint::px(1.0); }

/// Where the view is low, its names take less of it.
bool SequenceCanvas::isLow() const { return viewport()->height() < paint::px(least_height); }

double SequenceCanvas::headerHeight() const {
    return paint::px(isLow() ? SequencePainting::low_header : SequencePainting::header_height);
}

/// Lifelines into the width, scroll bars to what is left over.
void SequenceCanvas::spread() {
    m_layout.spread(viewport()->width() / scale(), m_narrow);
    const int room = viewport()->height() - qRound(headerHeight());
    const int high = static_cast<int>(std::min(m_layout.height * scale(), 2.0e9));
    verticalScrollBar()->setRange(0, std::max(0, high - room));
    verticalScrollBar()->setPageStep(std::max(1, room));
    verticalScrollBar()->setSingleStep(qRound(SequenceMetrics::pitch * scale()));
    const int wide = qRound(m_layout.width * scale());
    horizontalScrollBar()->setRange(0, std::max(0, wide - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(paint::px(40));
    viewport()->update();
    Q_EMIT viewChanged();
}

QPointF SequenceCanvas::toDiagram(QPointF point) const {
    return {(point.x() + horizontalScrollBar()->value()) / scale(),
            (point.y() - headerHeight() + verticalScrollBar()->value()) / scale()};
}

QPointF SequenceCanvas::toViewport(QPointF point) const {
    return {point.x() * scale() - horizontalScrollBar()->value(),
            point.y() * scale() + headerHeight() - verticalScrollBar()->value()};
}

QRectF SequenceCanvas::visibleRect() const {
    return {toDiagram({0, headerHeight()}),
            toDiagram({static_cast<double>(viewport()->width()), static_cast<double>(viewport()->height())})};
}

QRectF SequenceCanvas::rowOf(quint32 node) const {
    const quint32 at = m_layout.messageOf(node);
    if (at == nothing || m_layout.messages[at].node != node) {
        return {};
    }
    const QRectF row = m_layout.rowRect(m_layout.messages[at]);
    return {toViewport(row.topLeft()), toViewport(row.bottomRight())};
}

quint32 SequenceCanvas::messageAt(QPointF point) const {
    if (point.y() < headerHeight()) {
        return nothing;
    }
    return m_layout.messageAt(toDiagram(point).y());
}

std::vector<QRectF> SequenceCanvas::headerBoxes() const {
    return SequencePainting::headerBoxes(m_layout, scale(), horizontalScrollBar()->value(), paint::px(1.0),
                                         isLow());
}

QRectF SequenceCanvas::headerBox(quint32 lane) const {
    const std::vector<QRectF> boxes = headerBoxes();
    return lane < boxes.size() ? boxes[lane] : QRectF();
}

std::optional<quint32> SequenceCanvas::laneAt(QPointF point) const {
    const std::vector<QRectF> boxes = headerBoxes();
    for (std::size_t lane = 0; lane < boxes.size(); ++lane) {
        if (boxes[lane].contains(point)) {
            return static_cast<quint32>(lane);
        }
    }
    return std::nullopt;
}

void SequenceCanvas::setZoom(double zoom, QPointF around) {
    const QPointF held = toDiagram(around);
    m_zoom = std::clamp(zoom, least_zoom, greatest_zoom);
    spread();
    verticalScrollBar()->setValue(qRound(held.y() * scale() - around.y() + headerHeight()));
    horizontalScrollBar()->setValue(qRound(held.x() * scale() - around.x()));
}

void SequenceCanvas::setZoom(double zoom) {
    const QRectF row = m_emphasis.chosen < m_layout.messages.size()
                           ? rowOf(m_layout.messages[m_emphasis.chosen].node)
                           : QRectF();
    const QRectF view = QRectF(viewport()->rect()).adjusted(0, headerHeight(), 0, 0);
    setZoom(zoom, view.contains(row.center()) ? QPointF(view.left(), row.center().y()) : view.topLeft());
}

void SequenceCanvas::showFrom(double y) { verticalScrollBar()->setValue(qRound(y * scale())); }

/// With two rows above it, where it was out of sight.
void SequenceCanvas::reveal(quint32 message) {
    const QRectF row = m_layout.rowRect(m_layout.messages[message]);
    const QRectF seen = visibleRect();
    if (row.top() < seen.top() || row.bottom() > seen.bottom()) {
        const bool near = row.bottom() > seen.top() - SequenceMetrics::pitch &&
                          row.top() < seen.bottom() + SequenceMetrics::pitch;
        const double above = near && row.top() > seen.top()
                                 ? seen.height() - row.height() - SequenceMetrics::below
                                 : 2 * SequenceMetrics::pitch;
        showFrom(row.top() - std::max(0.0, above));
    }
}

void SequenceCanvas::followSelection(const Choice& choice) {
    if (m_stale && !isVisible()) {
        return; // once it is shown
    }
    quint32 at = choice.node && m_texts ? m_layout.messageOf(*choice.node) : nothing;
    if (at != nothing && m_layout.messages[at].node != *choice.node && m_layout.messages[at].folded) {
        unfoldTo(*choice.node);
        return; // came back here
    }
    const bool moved = at != m_emphasis.chosen;
    m_emphasis.chosen = at;
    if (at != nothing && moved) {
        reveal(at);
    }
    announce();
    viewport()->update();
}

/// What is around it is unfolded, and laid out once.
void SequenceCanvas::unfoldTo(quint32 node) {
    const transition::Tree& tree = *m_texts->shown().tree;
    for (quint32 at = tree.nodes[node].parent; at < tree.nodes.size(); at = tree.nodes[at].parent) {
        if (at < m_folded.size()) {
            m_folded[at] = false;
        }
    }
    layOut();
}

void SequenceCanvas::followPreview(std::optional<ByteRange> range) {
    if (m_hovering || !m_texts || !isVisible()) {
        return;
    }
    const quint32 node =
        range ? m_texts->shown().tree->node_at(*m_texts->shown().table, range->offset) : nothing;
    const quint32 at = node == nothing || node == 0 ? nothing : m_layout.messageOf(node);
    if (at != m_emphasis.previewed) {
        m_emphasis.previewed = at;
        viewport()->update();
    }
}

void SequenceCanvas::announce() {
    const bool any = m_emphasis.chosen < m_layout.messages.size();
    const QString spoken =
        any ? m_texts->spoken(m_layout.messages[m_emphasis.chosen], m_emphasis.chosen + 1) : QString();
    if (spoken != accessibleDescription()) {
        setAccessibleDescription(spoken);
    }
}

void SequenceCanvas::toggleFold(quint32 message) {
    if (message >= m_layout.messages.size() || !m_layout.messages[message].foldable) {
        return;
    }
    const quint32 node = m_layout.messages[message].node;
    const bool fold = !m_layout.messages[message].folded;
    m_folded.resize(m_texts->shown().tree->nodes.size(), false);
    m_folded[node] = fold;
    // What is chosen goes with what it lies in.
    const transition::Node& at = m_texts->shown().tree->nodes[node];
    const auto chosen = m_selection->choice().node;
    if (fold && chosen && *chosen > node && *chosen < at.subtree_end) {
        m_selection->chooseNode(node);
    }
    const double y = m_layout.messages[message].y * scale() - verticalScrollBar()->value();
    layOut();
    const quint32 now = m_layout.messageOf(node);
    verticalScrollBar()->setValue(qRound(m_layout.messages[now].y * scale() - y)); // stays where it was
}

void SequenceCanvas::foldEntries(bool fold) {
    if (!m_texts) {
        return;
    }
    const transition::Tree& tree = *m_texts->shown().tree;
    m_folded.assign(fold ? tree.nodes.size() : 0, false);
    for (std::size_t node = 0; fold && node < tree.nodes.size(); ++node) {
        m_folded[node] = tree.nodes[node].kind == transition::NodeKind::entry;
    }
    const auto chosen = m_selection->choice().node;
    if (fold && chosen && *chosen < tree.nodes.size()) {
        quint32 outer = *chosen; // the outermost entry around it
        for (quint32 at = *chosen; at < tree.nodes.size() && at != 0; at = tree.nodes[at].parent) {
            outer = m_folded[at] ? at : outer;
        }
        m_selection->chooseNode(outer);
    }
    layOut();
}

void SequenceCanvas::toggleNarrow(quint32 lane) {
    m_narrow.resize(m_layout.lifelines.size(), false);
    if (lane < m_narrow.size()) {
        m_narrow[lane] = !m_narrow[lane];
        spread();
    }
}

void SequenceCanvas::setDimmed(std::function<bool(quint32)> dimmed) {
    m_emphasis.dimmed = std::move(dimmed);
    viewport()->update();
}

void SequenceCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const paint::Theme& theme = paint::theme();
    painter.fillRect(viewport()->rect(), theme.color(paint::Ink::Panel));
    if (m_layout.messages.empty()) {
        return;
    }
    const SequencePainting painting(m_layout, m_words, theme, m_emphasis);
    const QRectF seen = visibleRect();
    const bool labels = m_zoom >= labels_from;
    painter.save();
    painter.translate(toViewport({0, 0}));
    painter.scale(scale(), scale());
    painting.paintGround(painter, seen, labels);
    const quint32 first = m_layout.firstFrom(seen.top());
    painting.paintMessages(painter, first, m_layout.firstFrom(seen.bottom() + SequenceMetrics::pitch), labels,
                           seen);
    painter.restore();
    const QRectF header(0, 0, viewport()->width(), headerHeight());
    painter.fillRect(header, theme.color(paint::Ink::Panel));
    painting.paintHeader(painter, headerBoxes(), paint::px(1.0), header.bottom());
    painter.fillRect(QRectF(0, header.bottom() - 1, header.width(), 1), theme.color(paint::Ink::Line));
}

void SequenceCanvas::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    spread();
}

void SequenceCanvas::showEvent(QShowEvent* event) {
    QAbstractScrollArea::showEvent(event);
    ensureLaidOut();
}

void SequenceCanvas::scrollContentsBy(int, int) {
    viewport()->update();
    Q_EMIT viewChanged();
}

void SequenceCanvas::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        spread();
        Q_EMIT diagramChanged(); // pictures of it are in the old colours
    }
}

} // namespace anchorscope::ui
