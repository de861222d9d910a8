// The guided tour of the samples: opens each, lights what is spoken of, and says one thing about it. Offline,
// from the samples that come with the program; leaves the window as it is at that stop.
#pragma once
#include "model/session/session.h"
#include "ui/present/tour_bar.h"
#include <functional>

class QMainWindow;

namespace anchorscope::ui {

class Tour : public QObject {
    Q_OBJECT
public:
    /// `open` opens a sample's folder as the user would.
    Tour(QMainWindow* window, model::Session* session, std::function<void(const QString&)> open);
    void start();
    [[nodiscard]] bool active() const { return m_at >= 0; }
    [[nodiscard]] int at() const { return m_at; }
    [[nodiscard]] const QList<TourStop>& stops() const { return m_stops; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void go(int stop);
    void light();
    void leave();
    [[nodiscard]] QWidget* target(const TourStop& stop) const;

    QMainWindow* m_window;
    model::Session* m_session;
    std::function<void(const QString&)> m_open;
    QList<TourStop> m_stops;
    TourBar* m_bar;
    Spotlight* m_spotlight;
    QString m_opened; ///< sample that the tour opened last
    int m_at = -1;
};

} // namespace anchorscope::ui
