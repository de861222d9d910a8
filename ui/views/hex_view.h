// Bytes with their fields: neutral bands, the chosen range tinted and outlined, differing bytes in the
// mismatch colour. Limits: paints visible lines only; holds no copy of the bytes; offsets up to 2^31 lines of
// sixteen bytes.
#pragma once
#include "core/table/table_source.h"
#include "ui/views/field_bands.h"
#include "ui/views/hex_layout.h"
#include "ui/views/selection.h"
#include <QAbstractScrollArea>

namespace anchorscope::ui {

class HexView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit HexView(Selection* selection, QWidget* parent = nullptr);
    /// Null source: nothing to show. Null table: opaque bytes without fields.
    void setSource(std::shared_ptr<const table::TableSource> source,
                   std::shared_ptr<const table::ExecutionTable> table);
    /// Fields of bytes that are no table's, ascending: the bands.
    void setFields(std::vector<ByteRange> fields);
    /// Ascending ranges painted in the mismatch colour.
    void setDiffering(std::vector<ByteRange> ranges);
    [[nodiscard]] std::uint64_t size() const { return m_source ? m_source->bytes().size() : 0; }
    [[nodiscard]] std::uint64_t caret() const { return m_caret; }
    [[nodiscard]] const HexLayout& layoutOfBytes() const { return m_layout; }
    /// Where a byte is painted, in viewport coordinates; empty when it is not visible.
    [[nodiscard]] QRect byteRect(std::uint64_t offset) const;
    /// The chosen bytes, or the byte at the caret, as 0x-hex; long ranges whole.
    [[nodiscard]] QString copyText() const;
    /// "0x0710: 00 00 … "
    [[nodiscard]] QString lineText(std::uint64_t line) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void followSelection(const Choice& choice);
    void moveCaret(std::uint64_t to);
    void announceLine();
    void scrollToByte(std::uint64_t offset);
    void measure();
    void layOut();
    void paintLine(QPainter& painter, std::uint64_t line, double y) const;
    [[nodiscard]] bool differs(std::uint64_t offset) const;
    [[nodiscard]] std::optional<std::uint64_t> byteAt(QPoint point) const;
    [[nodiscard]] std::uint64_t firstLine() const;
    [[nodiscard]] std::uint64_t lastLine() const;

    Selection* m_selection;
    std::shared_ptr<const table::TableSource> m_source;
    FieldBands m_bands;
    HexLayout m_layout;
    std::vector<ByteRange> m_differing;
    std::optional<ByteRange> m_chosen, m_previewed;
    std::optional<std::uint64_t> m_drag_from;
    std::uint64_t m_caret = 0;
    bool m_choosing = false;
};

} // namespace anchorscope::ui
