#include "ui/present/presenting.h"
#include <QEvent>
#include <QMainWindow>
#include <QPointer>

namespace anchorscope::ui {

Presenting::Presenting(QMainWindow* window, model::Session* session, Selection* selection)
    : QObject(window), m_window(window), m_view(new PresentView(session, selection, window)) {
    m_view->hide();
    window->installEventFilter(this);
    connect(m_view, &PresentView::left, this, &Presenting::leave);
    connect(session, &model::Session::phaseChanged, this, [this](model::Session::Phase phase) {
        if (phase == model::Session::Phase::empty && active()) {
            leave();
        }
    });
}

void Presenting::toggle() {
    if (active()) {
        leave();
        return;
    }
    m_before = m_window->focusWidget();
    m_view->setGeometry(m_window->rect());
    m_view->show();
    m_view->raise();
    m_view->start();
}

void Presenting::leave() {
    m_view->hide();
    if (m_before) {
        m_before->setFocus();
    }
}

bool Presenting::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_window && event->type() == QEvent::Resize && active()) {
        m_view->setGeometry(m_window->rect());
    }
    return QObject::eventFilter(watched, event);
}

} // namespace anchorscope::ui
