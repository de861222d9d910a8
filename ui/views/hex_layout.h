// Geometry of the bytes' view: offset column, sixteen bytes a line with a gap in the middle, text column.
// Lines are 22 px. Plain values, no widget.
#pragma once
#include "core/base/bytes.h"
#include "ui/paint/scale.h"
#include <QPainterPath>
#include <QRectF>
#include <optional>

namespace anchorscope::ui {

struct HexLayout {
    static constexpr paint::Px line_height{22}, margin{14}, column_gap{12}, top{6};
    static constexpr int bytes_per_line = 16;

    double digit = 7.2;    ///< width of one character of the fixed-width font
    int offset_digits = 4; ///< hex digits of the offset column

    /// Digits needed for the largest offset of that many bytes; at least 4, even.
    [[nodiscard]] static int digitsFor(std::uint64_t size);
    [[nodiscard]] static int lineCount(std::uint64_t size);

    [[nodiscard]] double cell() const { return digit * 3; }
    [[nodiscard]] double bytesLeft() const { return margin + digit * offset_digits + column_gap; }
    /// Left edge of a byte's cell; `column` may be 16 for the right edge of the last one.
    [[nodiscard]] double byteX(int column) const;
    [[nodiscard]] double bytesRight() const { return byteX(bytes_per_line); }
    [[nodiscard]] double textLeft() const { return bytesRight() + column_gap - digit / 2; }
    [[nodiscard]] double width() const { return textLeft() + digit * bytes_per_line + margin / 2.0; }

    /// The byte under a point, whose y counts from the top of line 0; in the hex or the text column.
    [[nodiscard]] std::optional<std::uint64_t> byteAt(QPointF point, std::uint64_t size) const;
    /// Rectangle of the bytes [from, to) of one line, y from the top of that line.
    [[nodiscard]] QRectF cells(int from, int to) const;
    /// Outline of a range over the lines [first_line, last_line], y from the top of first_line.
    [[nodiscard]] QPainterPath outline(ByteRange range, std::uint64_t first_line,
                                       std::uint64_t last_line) const;
};

} // namespace anchorscope::ui
