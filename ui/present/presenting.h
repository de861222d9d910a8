// Presenting over a window: the slides cover all of it, whatever its size, until they are left.
#pragma once
#include "ui/present/present_view.h"
#include <QPointer>

class QMainWindow;

namespace anchorscope::ui {

class Presenting : public QObject {
    Q_OBJECT
public:
    Presenting(QMainWindow* window, model::Session* session, Selection* selection);
    void toggle();
    [[nodiscard]] bool active() const { return m_view->isVisible(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void leave();

    QMainWindow* m_window;
    PresentView* m_view;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace anchorscope::ui
