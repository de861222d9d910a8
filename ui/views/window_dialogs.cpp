#include "ui/views/window_dialogs.h"
#include "ui/dialogs/anchor_dialog.h"
#include "ui/dialogs/expectations_dialog.h"
#include "ui/dialogs/find_anchor_dialog.h"
#include "ui/dialogs/open_from_l1_dialog.h"
#include "ui/dialogs/watch_dialog.h"

namespace anchorscope::ui {

WindowDialogs::WindowDialogs(const model::Session* session, QWidget* window)
    : QObject(window), m_session(session), m_window(window) {}

void WindowDialogs::showExpectations() {
    if (!m_expectations) {
        m_expectations = new ExpectationsDialog(m_window);
        m_expectations->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_expectations, &ExpectationsDialog::applied, this, &WindowDialogs::optionsApplied);
        m_expectations->setLog(m_session->requestLog());
        m_expectations->setOptions(m_session->options());
    }
    m_expectations->open();
}

void WindowDialogs::showOpenFromL1(const QString& reference) {
    auto* dialog = new OpenFromL1Dialog(m_session->options(), m_session->requestLog(), m_window);
    dialog->setReference(reference);
    show(dialog);
}

void WindowDialogs::showAnchor() { show(new AnchorDialog(*m_session, m_window)); }

void WindowDialogs::showFindAnchor() { show(new FindAnchorDialog(*m_session, m_window)); }

void WindowDialogs::showWatch() {
    if (!m_watch) {
        m_watch = new WatchDialog(m_session->options(), m_session->requestLog(), m_window);
        m_watch->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_watch, &WatchDialog::chosen, this, &WindowDialogs::showOpenFromL1);
        connect(m_watch, &WatchDialog::endpointsRequested, this, &WindowDialogs::showExpectations);
    }
    m_watch->show();
    m_watch->raise();
}

void WindowDialogs::show(EndpointDialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EndpointDialog::chosen, this, &WindowDialogs::caseChosen);
    connect(dialog, &EndpointDialog::endpointsRequested, this, [this, dialog] {
        dialog->reject();
        showExpectations();
    });
    dialog->open();
}

} // namespace anchorscope::ui
