// The header of tables and trees: 28 px, caption in secondary colour, one line below, no buttons or bevels.
#pragma once
#include <QHeaderView>

namespace anchorscope::ui {

class FlatHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit FlatHeader(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    void setRightAligned(int section) { m_right_aligned = section; }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    int m_right_aligned = -1;
};

/// Continues the header over a vertical scroll bar, whose column it would otherwise leave blank.
class HeaderCorner : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace anchorscope::ui
