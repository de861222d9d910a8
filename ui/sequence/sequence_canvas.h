// The diagram itself: scrolls and zooms, and chooses what is clicked or walked to. The lifelines' names stay
// at the top. Limits: 1. paints what is visible, whatever the size of the tree; 2. lays out anew in linear
// time when something is folded, and only once it is shown; 3. left to right in every language.
#pragma once
#include "ui/sequence/sequence_texts.h"
#include "ui/views/selection.h"
#include <QAbstractScrollArea>

namespace anchorscope::ui {

class SequenceCanvas : public QAbstractScrollArea {
    Q_OBJECT
public:
    static constexpr double least_zoom = 0.2, greatest_zoom = 3, labels_from = 0.55;
    static constexpr double least_height = 170; ///< below, the names at the top are lower

    explicit SequenceCanvas(Selection* selection, QWidget* parent = nullptr);
    /// What is not usable empties the diagram.
    void setCase(const ShownCase& shown);
    [[nodiscard]] const paint::SequenceLayout& diagram() const { return m_layout; }
    [[nodiscard]] const std::shared_ptr<const SequenceTexts>& texts() const { return m_texts; }
    /// Message that is chosen, or nothing.
    [[nodiscard]] quint32 current() const { return m_emphasis.chosen; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    /// Around a point of the viewport.
    void setZoom(double zoom, QPointF around);
    void setZoom(double zoom);
    void toggleFold(quint32 message);
    void foldEntries(bool fold);
    void toggleNarrow(quint32 lane);
    /// Nodes that a filter leaves out; an empty function: none.
    void setDimmed(std::function<bool(quint32)> dimmed);
    /// In the diagram's coordinates.
    [[nodiscard]] QRectF visibleRect() const;
    void showFrom(double y);
    /// In the viewport's coordinates; empty for what is folded away.
    [[nodiscard]] QRectF rowOf(quint32 node) const;
    [[nodiscard]] QRectF headerBox(quint32 lane) const;
    [[nodiscard]] QPointF toViewport(QPointF point) const;
    /// Lays out now what is waiting to be shown.
    void ensureLaidOut();

Q_SIGNALS:
    void viewChanged();    ///< scrolled, zoomed or resized
    void diagramChanged(); ///< laid out anew

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void layOut();
    void spread();
    void followSelection(const Choice& choice);
    void followPreview(std::optional<ByteRange> range);
    void choose(quint32 message);
    void step(int by);
    void enter();
    void leave();
    void reveal(quint32 message);
    void unfoldTo(quint32 node);
    void announce();
    bool handleKey(int key);
    bool showTip(QPoint point, QPoint global);
    void hover(std::optional<quint32> message);
    [[nodiscard]] double scale() const;
    [[nodiscard]] double headerHeight() const;
    [[nodiscard]] bool isLow() const;
    [[nodiscard]] QPointF toDiagram(QPointF point) const;
    [[nodiscard]] quint32 messageAt(QPointF point) const;
    [[nodiscard]] std::vector<QRectF> headerBoxes() const;
    [[nodiscard]] std::optional<quint32> laneAt(QPointF point) const;

    Selection* m_selection;
    std::shared_ptr<const SequenceTexts> m_texts;
    paint::SequenceWords m_words;
    paint::SequenceLayout m_layout;
    paint::SequenceEmphasis m_emphasis;
    std::vector<bool> m_folded, m_narrow;
    double m_zoom = 1;
    bool m_stale = false; ///< to be laid out when shown
    bool m_choosing = false, m_hovering = false;
};

} // namespace anchorscope::ui
