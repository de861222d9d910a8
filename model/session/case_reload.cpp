#include "model/session/case_reload.h"

namespace anchorscope::model {

CaseReload::CaseReload(Session* session, QObject* parent)
    : QObject(parent), m_session(session), m_mailbox(std::make_shared<Mailbox>(this)) {
    connect(&m_watch, &FileWatch::changed, this, &CaseReload::notice);
    connect(&m_watch, &FileWatch::missing, this,
            [this](const QStringList& paths) { Q_EMIT missing(paths, QDateTime::currentDateTimeUtc()); });
    connect(session, &Session::phaseChanged, this, &CaseReload::follow);
    connect(session, &Session::tableChanged, this, &CaseReload::follow);
    connect(session, &Session::finished, this, &CaseReload::conclude);
}

CaseReload::~CaseReload() { m_mailbox->close(); }

/// Before anything is read: a change while it is read is noticed too.
void CaseReload::follow() {
    const CaseFiles& files = m_session->files();
    if (files.isEmpty() || m_session->phase() == Session::Phase::empty) {
        m_case.clear();
        m_before = {};
        m_pending.clear();
        ++m_generation;
        m_watch.watch({});
        return;
    }
    QStringList paths;
    if (!files.fromBytes) {
        paths += files.table;
    }
    paths += files.envelope;
    paths += files.evidence + files.peers + files.traces;
    const QString name = files.fromBytes ? QString() : files.table;
    if (name != m_case || files.fromBytes) {
        m_case = name;
        m_before = {};
        m_pending.clear();
        ++m_generation;
        m_watch.watch(paths);
    } else {
        m_watch.watchAlso(paths);
    }
}

void CaseReload::notice(const QStringList& paths) {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QString& path : paths) {
        if (!m_pending.contains(path)) {
            m_pending += path;
        }
    }
    m_noticed = now;
    m_enabled ? m_session->verifyAgain() : Q_EMIT outdated(m_pending, now);
}

void CaseReload::reload() { m_session->verifyAgain(); }

void CaseReload::conclude() {
    follow(); // attached files
    if (!m_session->ioError().isEmpty() || !m_session->parts().report) {
        return;
    }
    const Parts after = m_session->parts();
    const Parts before = std::exchange(m_before, after);
    if (m_pending.isEmpty() || !before.report) {
        m_pending.clear();
        return;
    }
    inPool(
        m_mailbox, [before, after] { return compareRuns(before, after); },
        [this, mine = ++m_generation, paths = std::exchange(m_pending, {}),
         noticed = m_noticed](const RunChanges& changes) {
            if (mine == m_generation) {
                Q_EMIT reloaded({paths, noticed, changes});
            }
        });
}

} // namespace anchorscope::model
