#include "ui/views/window_dialogs.h"
#include "ui/dialogs/anchor_dialog.h"
#include "ui/dialogs/expectations_dialog.h"
#include "ui/dialogs/find_anchor_dialog.h"
#include "ui/dialogs/open_from_l1_dialog.h"
#include "ui/dialogs/profiles_dialog.h"
#include "ui/dialogs/report_dialog.h"
#include "ui/dialogs/watch_dialog.h"

namespace anchorscope::ui {

WindowDialogs::WindowDialogs(const model::Session* session, model::EndpointBook* book, QWidget* window)
    : QObject(window), m_session(session), m_book(book), m_window(window) {}

void WindowDialogs::showExpectations() {
    if (!m_expectations) {
        m_expectations = new ExpectationsDialog(m_book, m_session->requestLog(), m_window);
        m_expectations->setAttribute(Qt::WA_DeleteOnClose);
        // one that closes goes later, and must not come up again
        connect(m_expectations, &QDialog::finished, this, [this] { m_expectations = nullptr; });
        connect(m_expectations, &ExpectationsDialog::applied, this, &WindowDialogs::optionsApplied);
        m_expectations->setOptions(m_session->options());
    }
    m_expectations->open();
}

void WindowDialogs::showOpenFromL1(const QString& reference) {
    auto* dialog = new OpenFromL1Dialog(m_session->options(), m_book, m_session->requestLog(), m_window);
    dialog->setReference(reference);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EndpointDialog::chosen, this, &WindowDialogs::caseFetched);
    dialog->open();
}

void WindowDialogs::showAnchor() { show(new AnchorDialog(*m_session, m_book, m_window)); }

void WindowDialogs::showFindAnchor() { show(new FindAnchorDialog(*m_session, m_book, m_window)); }

void WindowDialogs::showWatch() {
    if (!m_watch) {
        m_watch = new WatchDialog(m_session->options(), m_book, m_session->requestLog(), m_window);
        m_watch->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_watch, &QDialog::finished, this, [this] { m_watch = nullptr; });
        connect(m_watch, &WatchDialog::chosen, this, &WindowDialogs::showOpenFromL1);
    }
    m_watch->show();
    m_watch->raise();
}

void WindowDialogs::showProfiles() {
    auto* dialog = new ProfilesDialog(m_book, m_session->requestLog(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void WindowDialogs::showReport(model::NoteStore* notes) {
    auto* dialog = new ReportDialog(m_session, notes, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void WindowDialogs::show(EndpointDialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EndpointDialog::chosen, this, &WindowDialogs::caseChosen);
    dialog->open();
}

} // namespace anchorscope::ui
