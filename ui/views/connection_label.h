// The right end of the tool bar: whether endpoints are asked, and whether they answer.
#pragma once
#include "ui/views/banner_text.h"
#include <QWidget>

namespace anchorscope::ui {

class ConnectionLabel : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionLabel(QWidget* parent = nullptr);
    void setText(const ConnectionText& text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ConnectionText m_text;
};

} // namespace anchorscope::ui
