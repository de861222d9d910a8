// The bands of state roots: scrolls both ways while the rollups' names stay at the left; chooses the entry
// whose step is clicked or walked to. Limits: paints what is visible; left to right in every language.
#pragma once
#include "ui/paint/roots_painting.h"
#include "ui/sequence/shown_case.h"
#include "ui/views/selection.h"
#include <QAbstractScrollArea>

namespace anchorscope::ui {

class RootsCanvas : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit RootsCanvas(Selection* selection, QWidget* parent = nullptr);
    void setCase(const ShownCase& shown);
    [[nodiscard]] const paint::RootsLayout& bands() const { return m_layout; }
    /// The step that keys move.
    [[nodiscard]] std::optional<std::size_t> current() const { return m_emphasis.current; }
    /// In the viewport's coordinates.
    [[nodiscard]] QRectF rectOf(std::size_t step) const;
    /// The next or previous break from the current step; false: there is none.
    bool walkBreaks(int by);
    /// "Rollup 1, entry 3: from 0x… to 0x…; break: …".
    [[nodiscard]] QString spoken(std::size_t step) const;
    [[nodiscard]] QString tip(std::size_t step) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void spread();
    void followSelection(const Choice& choice);
    void choose(std::size_t step);
    void reveal(std::size_t step);
    void hover(std::optional<std::size_t> step);
    void stepBand(int by);
    bool handleKey(int key);
    [[nodiscard]] QPointF toLayout(QPointF point) const;
    [[nodiscard]] std::optional<std::size_t> stepAt(QPointF point) const;

    Selection* m_selection;
    ShownCase m_shown;
    paint::RootsLayout m_layout;
    paint::RootsEmphasis m_emphasis;
};

} // namespace anchorscope::ui
