#include "ui/views/hex_layout.h"
#include <limits>

namespace anchorscope::ui {

int HexLayout::digitsFor(std::uint64_t size) {
    int digits = 4;
    while (digits < 16 && size > (std::uint64_t{1} << (4U * static_cast<unsigned>(digits)))) {
        digits += 2;
    }
    return digits;
}

int HexLayout::lineCount(std::uint64_t size) {
    const std::uint64_t lines = size / bytes_per_line + (size % bytes_per_line != 0 ? 1 : 0);
    return static_cast<int>(std::min<std::uint64_t>(lines, std::numeric_limits<int>::max()));
}

double HexLayout::byteX(int column) const {
    const double middle = column >= bytes_per_line / 2 ? digit : 0;
    return bytesLeft() + column * cell() + middle;
}

std::optional<std::uint64_t> HexLayout::byteAt(QPointF point, std::uint64_t size) const {
    if (point.y() < 0) {
        return std::nullopt;
    }
    int column = -1;
    if (point.x() >= textLeft() && point.x() < textLeft() + digit * bytes_per_line) {
        column = static_cast<int>((point.x() - textLeft()) / digit);
    }
    for (int at = 0; column < 0 && at < bytes_per_line; ++at) {
        const double right = at == bytes_per_line / 2 - 1 ? byteX(at + 1) : byteX(at) + cell();
        if (point.x() >= byteX(at) && point.x() < right) {
            column = at;
        }
    }
    if (column < 0) {
        return std::nullopt;
    }
    const auto line = static_cast<std::uint64_t>(point.y() / line_height);
    const std::uint64_t byte = line * bytes_per_line + static_cast<std::uint64_t>(column);
    return byte < size ? std::optional(byte) : std::nullopt;
}

QRectF HexLayout::cells(int from, int to) const {
    // The gap in the middle belongs to what spans it.
    const double right = byteX(to - 1) + cell();
    return {byteX(from), 0, right - byteX(from), double(line_height)};
}

QPainterPath HexLayout::outline(ByteRange range, std::uint64_t first_line, std::uint64_t last_line) const {
    QPainterPath path;
    if (range.length == 0) {
        return path;
    }
    const std::uint64_t last_byte = range.end() - 1;
    const std::uint64_t from_line = std::max(first_line, range.offset / bytes_per_line);
    const std::uint64_t to_line = std::min(last_line, last_byte / bytes_per_line);
    for (std::uint64_t line = from_line; line <= to_line; ++line) {
        const std::uint64_t start = line * bytes_per_line;
        const int from = range.offset > start ? static_cast<int>(range.offset - start) : 0;
        const int to =
            last_byte < start + bytes_per_line - 1 ? static_cast<int>(last_byte - start) + 1 : bytes_per_line;
        QPainterPath line_path;
        line_path.addRect(
            cells(from, to).translated(0, static_cast<double>(line - first_line) * line_height));
        path = path.united(line_path);
    }
    return path.simplified();
}

} // namespace anchorscope::ui
