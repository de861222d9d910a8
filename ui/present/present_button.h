// A button of a slide's footer: grows with the page, filled or outlined, with a chevron at its end.
#pragma once
#include "ui/paint/icons.h"
#include <QAbstractButton>
#include <optional>

namespace anchorscope::ui {

class PresentButton : public QAbstractButton {
    Q_OBJECT
public:
    PresentButton(const QString& text, bool filled, QWidget* parent);
    void setGlyphs(std::optional<paint::Glyph> before, std::optional<paint::Glyph> after);
    /// Pixels of a designed one.
    void setScale(double scale);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_filled;
    double m_scale = 1;
    std::optional<paint::Glyph> m_before, m_after;
};

} // namespace anchorscope::ui
