// Shown over the window while files are dragged across it.
#pragma once
#include <QWidget>

namespace anchorscope::ui {

class DropOverlay : public QWidget {
    Q_OBJECT
public:
    explicit DropOverlay(QWidget* parent);
    void showOver(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

} // namespace anchorscope::ui
