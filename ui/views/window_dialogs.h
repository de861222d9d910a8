// The dialogs of the window: opens them over it with what the session knows, and tells what was chosen.
#pragma once
#include "model/session/session.h"
#include "model/settings/endpoint_book.h"
#include <QPointer>

namespace anchorscope::model {
class NoteStore;
}

namespace anchorscope::ui {

class EndpointDialog;
class ExpectationsDialog;
class WatchDialog;

class WindowDialogs : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    WindowDialogs(const model::Session* session, model::EndpointBook* book, QWidget* window);
    void showExpectations();
    /// `reference` may be empty.
    void showOpenFromL1(const QString& reference);
    void showFindAnchor();
    void showAnchor();
    void showWatch();
    void showProfiles();
    void showReport(model::NoteStore* notes);

Q_SIGNALS:
    void optionsApplied(const anchorscope::model::VerifyOptions& options);
    /// A case file's bytes and a name for it.
    void caseChosen(const QByteArray& caseFile, const QString& name);
    /// The same, of another table than the one that is open.
    void caseFetched(const QByteArray& caseFile, const QString& name);

private:
    void show(EndpointDialog* dialog);

    const model::Session* m_session;
    model::EndpointBook* m_book;
    QWidget* m_window;
    QPointer<ExpectationsDialog> m_expectations;
    QPointer<WatchDialog> m_watch;
};

} // namespace anchorscope::ui
