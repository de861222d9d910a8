// What the tour shows over the window: a caption with its buttons at the bottom, and a veil with a hole round
// what is spoken of. The veil lets the mouse through.
#pragma once
#include "ui/present/tour_stops.h"
#include <QFrame>

class QLabel;
class QPushButton;

namespace anchorscope::ui {

class Spotlight : public QWidget {
    Q_OBJECT
public:
    explicit Spotlight(QWidget* parent);
    /// In the parent's coordinates; null: no veil.
    void showOn(const QRect& lit);
    [[nodiscard]] QRect lit() const { return m_lit; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect m_lit;
};

class TourBar : public QFrame {
    Q_OBJECT
public:
    explicit TourBar(QWidget* parent = nullptr);
    void takeFocus();
    void showStop(const TourStop& stop, int index, int count);

Q_SIGNALS:
    void stepped(int by);
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool take(int key);

    QLabel *m_title, *m_text, *m_count;
    QPushButton *m_back, *m_next, *m_leave;
};

} // namespace anchorscope::ui
