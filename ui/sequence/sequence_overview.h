// The whole diagram in small beside it, with the visible part outlined; a press or a drag moves that part.
// Limits: paints at most two lines a pixel, whatever the size of the diagram.
#pragma once
#include <QPixmap>
#include <QWidget>

namespace anchorscope::ui {

class SequenceCanvas;

class SequenceOverview : public QWidget {
    Q_OBJECT
public:
    explicit SequenceOverview(SequenceCanvas* canvas, QWidget* parent = nullptr);
    /// The outline of what is visible.
    [[nodiscard]] QRectF window() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void moveTo(double y);
    void makePicture();
    [[nodiscard]] double stretchX() const;
    [[nodiscard]] double stretchY() const;

    SequenceCanvas* m_canvas;
    QPixmap m_picture; ///< null: to be made
    double m_held = 0; ///< where in the outline it is dragged
};

/// What the lines and boxes of the diagram mean.
class SequenceKey : public QWidget {
    Q_OBJECT
public:
    explicit SequenceKey(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace anchorscope::ui
