// Follows the files of an open case: when they change on disk the case is read and verified again, and what
// that changed is told. Limits: 1. one case, that of the session; pasted tables and compiled-in samples have
// no files; 2. where reloading is switched off, that files changed is told all the same; 3. a file that is
// gone is told, and what was read of it stays.
#pragma once
#include "model/net/mailbox.h"
#include "model/session/file_watch.h"
#include "model/session/run_changes.h"

namespace anchorscope::model {

class CaseReload : public QObject {
    Q_OBJECT
public:
    /// The session must outlive it.
    explicit CaseReload(Session* session, QObject* parent = nullptr);
    ~CaseReload() override;
    void setEnabled(bool enabled) { m_enabled = enabled; }
    /// Reads again what is told to have changed.
    void reload();

    struct Reloaded {
        QStringList paths; ///< that changed
        QDateTime noticed; ///< UTC
        RunChanges changes;
    };

Q_SIGNALS:
    /// Switched off, files changed: what is shown is what was read before.
    void outdated(const QStringList& paths, const QDateTime& noticed);
    void reloaded(const anchorscope::model::CaseReload::Reloaded& what);
    void missing(const QStringList& paths, const QDateTime& noticed);

private:
    void follow();
    void notice(const QStringList& paths);
    void conclude();

    Session* m_session;
    FileWatch m_watch;
    std::shared_ptr<Mailbox> m_mailbox;
    bool m_enabled = true;
    QString m_case;        ///< the table's file: another one is another case
    Parts m_before;        ///< of the last run that made a report
    QStringList m_pending; ///< changed, and their run is not over
    QDateTime m_noticed;
    quint64 m_generation = 0; ///< of comparisons
};

} // namespace anchorscope::model
