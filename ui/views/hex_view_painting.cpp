// How the lines of bytes look, and how they read aloud.
#include "ui/paint/fonts.h"
#include "ui/paint/theme.h"
#include "ui/views/hex_view.h"
#include <QFontMetricsF>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

constexpr double outline_width = 1.5;

QChar textOf(std::uint8_t byte) { return byte >= 0x21 && byte < 0x7f ? QChar(char16_t{byte}) : QChar(u'·'); }

QString hexOf(std::uint8_t byte) { return u"%1"_s.arg(uint{byte}, 2, 16, QChar(u'0')); }

} // namespace

QString HexView::lineText(std::uint64_t line) const {
    const std::uint64_t start = line * HexLayout::bytes_per_line;
    if (start >= size()) {
        return {};
    }
    QString text = u"0x%1:"_s.arg(qulonglong{start}, m_layout.offset_digits, 16, QChar(u'0'));
    const ByteRange range{start, std::min<std::uint64_t>(HexLayout::bytes_per_line, size() - start)};
    for (const std::uint8_t byte : slice(m_source->bytes(), range)) {
        text.append(u' ').append(hexOf(byte));
    }
    return text;
}

void HexView::paintLine(QPainter& painter, std::uint64_t line, double y) const {
    const paint::Theme& theme = paint::theme();
    const std::uint64_t start = line * HexLayout::bytes_per_line;
    const ByteView bytes = m_source->bytes();
    const int count =
        static_cast<int>(std::min<std::uint64_t>(HexLayout::bytes_per_line, bytes.size() - start));
    const QColor quiet = theme.color(paint::Ink::SecondaryText), loud = theme.color(paint::Ink::Text);
    const QFontMetricsF metrics(painter.font());
    const double baseline = y + (HexLayout::line_height + metrics.ascent() - metrics.descent()) / 2;

    for (int from = 0; from < count;) { // one rectangle for each run of one band
        int to = from + 1;
        const int band = m_bands.bandAt(start + static_cast<std::uint64_t>(from));
        while (to < count && m_bands.bandAt(start + static_cast<std::uint64_t>(to)) == band) {
            ++to;
        }
        painter.fillRect(m_layout.cells(from, to).translated(0, y),
                         theme.color(band == 0 ? paint::Ink::BandA : paint::Ink::BandB));
        from = to;
    }
    painter.setPen(quiet);
    painter.drawText(QPointF(HexLayout::margin, baseline),
                     u"%1"_s.arg(qulonglong{start}, m_layout.offset_digits, 16, QChar(u'0')));
    for (int column = 0; column < count; ++column) {
        const std::uint64_t offset = start + static_cast<std::uint64_t>(column);
        const std::uint8_t byte = bytes[static_cast<std::size_t>(offset)];
        const bool chosen = m_chosen && m_chosen->contains(offset);
        QColor ink = byte == 0 && !chosen ? quiet : loud;
        if (chosen) {
            painter.fillRect(m_layout.cells(column, column + 1).translated(0, y),
                             theme.color(paint::Ink::Selection));
            if (column == HexLayout::bytes_per_line / 2 && offset > m_chosen->offset) {
                painter.fillRect(QRectF(m_layout.byteX(column) - m_layout.digit, y, m_layout.digit,
                                        HexLayout::line_height),
                                 theme.color(paint::Ink::Selection));
            }
        }
        if (differs(offset)) {
            ink = theme.color(chosen ? paint::Ink::MismatchOnSelection : paint::Ink::Mismatch);
        }
        painter.setPen(ink);
        painter.drawText(QPointF(m_layout.byteX(column) + m_layout.digit / 2, baseline), hexOf(byte));
        painter.drawText(QPointF(m_layout.textLeft() + column * m_layout.digit, baseline),
                         QString(textOf(byte)));
    }
}

void HexView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const paint::Theme& theme = paint::theme();
    painter.fillRect(viewport()->rect(), theme.color(paint::Ink::Panel));
    if (size() == 0) {
        return;
    }
    painter.setFont(paint::font(paint::Type::Mono));
    painter.translate(-horizontalScrollBar()->value(), HexLayout::top);
    const std::uint64_t first = firstLine(), last = lastLine();
    for (std::uint64_t line = first; line <= last; ++line) {
        paintLine(painter, line, static_cast<double>(line - first) * HexLayout::line_height);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (m_previewed && m_previewed != m_chosen) {
        painter.strokePath(m_layout.outline(*m_previewed, first, last + 1),
                           QPen(theme.color(paint::Ink::SecondaryText), 1, Qt::DotLine));
    }
    if (m_chosen) {
        const bool wrong = m_chosen->length <= 64 && differs(m_chosen->offset);
        painter.strokePath(
            m_layout.outline(*m_chosen, first, last + 1),
            QPen(theme.color(wrong ? paint::Ink::Mismatch : paint::Ink::Accent), outline_width));
    }
    if (hasFocus()) {
        const QRectF caret =
            QRectF(byteRect(m_caret)).translated(horizontalScrollBar()->value(), -HexLayout::top);
        painter.fillRect(QRectF(caret.left() + 2, caret.bottom() - 2, caret.width() - 4, 2),
                         theme.color(paint::Ink::Accent));
    }
}

} // namespace anchorscope::ui
