#include "ui/views/hex_view.h"
#include "core/base/hex.h"
#include "ui/paint/fonts.h"
#include "ui/widgets/accessible_role.h"
#include <QAccessible>
#include <QFontMetricsF>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

HexView::HexView(Selection* selection, QWidget* parent)
    : QAbstractScrollArea(parent), m_selection(selection) {
    setAccessibleRole(this, QAccessible::Document); // before its name makes Qt's own interface
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("Preimage bytes"));
    measure();
    connect(selection, &Selection::changed, this, &HexView::followSelection);
    connect(selection, &Selection::previewed, this, [this](std::optional<ByteRange> range) {
        m_previewed = range;
        viewport()->update();
    });
}

void HexView::measure() {
    m_layout.digit = QFontMetricsF(paint::font(paint::Type::Mono)).horizontalAdvance(u'0');
}

void HexView::setSource(std::shared_ptr<const table::TableSource> source,
                        std::shared_ptr<const table::ExecutionTable> table) {
    const bool same = m_source && source && m_source->file_sha256 == source->file_sha256;
    m_source = std::move(source);
    m_bands.setTable(std::move(table));
    m_layout.offset_digits = HexLayout::digitsFor(size());
    if (!same) {
        m_caret = 0;
        m_chosen.reset();
        m_differing.clear();
    }
    layOut();
    if (!same) {
        verticalScrollBar()->setValue(0);
    }
    followSelection(m_selection->choice());
}

void HexView::setFields(std::vector<ByteRange> fields) {
    m_bands.setFields(std::move(fields));
    viewport()->update();
}

void HexView::setDiffering(std::vector<ByteRange> ranges) {
    m_differing = std::move(ranges);
    viewport()->update();
}

void HexView::layOut() {
    measure();
    const int visible = std::max(1, (viewport()->height() - HexLayout::top) / HexLayout::line_height);
    verticalScrollBar()->setRange(0, std::max(0, HexLayout::lineCount(size()) - visible));
    verticalScrollBar()->setPageStep(visible);
    const int missing = static_cast<int>(m_layout.width()) - viewport()->width();
    horizontalScrollBar()->setRange(0, std::max(0, missing));
    horizontalScrollBar()->setPageStep(viewport()->width());
    viewport()->update();
}

std::uint64_t HexView::firstLine() const { return static_cast<std::uint64_t>(verticalScrollBar()->value()); }

std::uint64_t HexView::lastLine() const {
    const auto lines = static_cast<std::uint64_t>(verticalScrollBar()->pageStep() - 1); // whole lines only
    const auto count = static_cast<std::uint64_t>(HexLayout::lineCount(size()));
    return std::min(firstLine() + lines, count == 0 ? 0 : count - 1);
}

QRect HexView::byteRect(std::uint64_t offset) const {
    const std::uint64_t line = offset / HexLayout::bytes_per_line;
    if (offset >= size() || line < firstLine() || line > lastLine()) {
        return {};
    }
    const int column = static_cast<int>(offset % HexLayout::bytes_per_line);
    const double y = HexLayout::top + static_cast<double>(line - firstLine()) * HexLayout::line_height;
    return m_layout.cells(column, column + 1).translated(-horizontalScrollBar()->value(), y).toRect();
}

std::optional<std::uint64_t> HexView::byteAt(QPoint point) const {
    const double y = point.y() - HexLayout::top + static_cast<double>(firstLine()) * HexLayout::line_height;
    return m_layout.byteAt({static_cast<double>(point.x() + horizontalScrollBar()->value()), y}, size());
}

bool HexView::differs(std::uint64_t offset) const {
    const auto after = std::ranges::upper_bound(m_differing, offset, {}, &ByteRange::offset);
    return after != m_differing.begin() && std::prev(after)->contains(offset);
}

QString HexView::copyText() const {
    const ByteRange range = m_chosen.value_or(ByteRange{m_caret, 1});
    return m_source ? QString::fromStdString(to_hex(slice(m_source->bytes(), range))) : QString();
}

void HexView::followSelection(const Choice& choice) {
    m_chosen = choice.range;
    if (m_chosen && m_chosen->offset >= size()) {
        m_chosen.reset();
    }
    if (m_chosen && !m_choosing && !m_chosen->contains(m_caret)) {
        m_caret = m_chosen->offset;
    }
    if (m_chosen && !m_choosing) {
        scrollToByte(m_chosen->offset);
    }
    announceLine();
    viewport()->update();
}

/// With two lines above it, so that what is chosen has a context.
void HexView::scrollToByte(std::uint64_t offset) {
    const auto line = static_cast<int>(offset / HexLayout::bytes_per_line);
    const int first = verticalScrollBar()->value(), visible = verticalScrollBar()->pageStep();
    if (line < first || line >= first + visible - 1) {
        verticalScrollBar()->setValue(std::max(0, line - 2));
    }
}

void HexView::moveCaret(std::uint64_t to) {
    m_caret = std::min(to, size() - 1);
    const auto line = static_cast<int>(m_caret / HexLayout::bytes_per_line);
    const int first = verticalScrollBar()->value(), visible = verticalScrollBar()->pageStep();
    if (line < first) {
        verticalScrollBar()->setValue(line);
    } else if (line >= first + visible) {
        verticalScrollBar()->setValue(line - visible + 1);
    }
    {
        const QScopedValueRollback choosing(m_choosing, true);
        m_selection->chooseByte(m_caret);
    }
    announceLine();
    viewport()->update();
}

void HexView::announceLine() {
    const QString line = lineText(m_caret / HexLayout::bytes_per_line);
    if (line != accessibleDescription()) {
        setAccessibleDescription(line);
    }
}

void HexView::mousePressEvent(QMouseEvent* event) {
    const auto byte = byteAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && byte) {
        m_drag_from = byte;
        moveCaret(*byte);
    }
}

void HexView::mouseMoveEvent(QMouseEvent* event) {
    const auto byte = byteAt(event->position().toPoint());
    if (!m_drag_from) {
        m_previewed = byte ? std::optional(ByteRange{*byte, 1}) : std::nullopt;
        m_selection->preview(m_previewed);
        viewport()->update();
    } else if (byte && *byte != m_caret) {
        m_caret = *byte;
        const std::uint64_t from = std::min(*m_drag_from, *byte), to = std::max(*m_drag_from, *byte);
        const QScopedValueRollback choosing(m_choosing, true);
        m_selection->chooseRange({from, to - from + 1});
    }
}

void HexView::mouseReleaseEvent(QMouseEvent*) { m_drag_from.reset(); }

void HexView::keyPressEvent(QKeyEvent* event) {
    if (size() == 0) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const auto page = static_cast<std::uint64_t>(verticalScrollBar()->pageStep()) * HexLayout::bytes_per_line;
    const auto back = [this](std::uint64_t by) {
        return m_caret >= by ? m_caret - by : m_caret % HexLayout::bytes_per_line;
    };
    const auto forward = [this](std::uint64_t by) { return m_caret + by < size() ? m_caret + by : m_caret; };
    const bool whole = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCaret(m_caret > 0 ? m_caret - 1 : 0);
    case Qt::Key_Right:
        return moveCaret(m_caret + 1);
    case Qt::Key_Up:
        return moveCaret(back(HexLayout::bytes_per_line));
    case Qt::Key_Down:
        return moveCaret(forward(HexLayout::bytes_per_line));
    case Qt::Key_PageUp:
        return moveCaret(back(page));
    case Qt::Key_PageDown:
        return moveCaret(forward(page));
    case Qt::Key_Home:
        return moveCaret(whole ? 0 : m_caret - m_caret % HexLayout::bytes_per_line);
    case Qt::Key_End:
        return moveCaret(whole
                             ? size() - 1
                             : m_caret - m_caret % HexLayout::bytes_per_line + HexLayout::bytes_per_line - 1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void HexView::resizeEvent(QResizeEvent* event) {
    layOut();
    QAbstractScrollArea::resizeEvent(event);
}

void HexView::focusInEvent(QFocusEvent* event) {
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void HexView::focusOutEvent(QFocusEvent* event) {
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

void HexView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        viewport()->update();
    }
    QAbstractScrollArea::changeEvent(event);
}

bool HexView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) {
        m_previewed.reset();
        m_selection->preview(std::nullopt);
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace anchorscope::ui
