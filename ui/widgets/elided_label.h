// A one-line label that elides instead of forcing its window wide; the whole text is its tooltip and
// accessible name.
#pragma once
#include "ui/paint/fonts.h"
#include "ui/paint/theme.h"
#include <QLabel>

namespace anchorscope::ui {

class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    ElidedLabel(paint::Type type, paint::Ink ink, QWidget* parent = nullptr);
    void setText(const QString& text);
    void setElideMode(Qt::TextElideMode mode);
    void setInk(paint::Ink ink);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    paint::Ink m_ink;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace anchorscope::ui
