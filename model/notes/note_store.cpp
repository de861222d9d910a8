#include "model/notes/note_store.h"
#include "model/session/session.h"
#include <QMutex>

namespace anchorscope::model {

using casefile::NoteTexts;

namespace {

constexpr int save_after_ms = 800;

/// The file that the notes are about: the case, or else the table.
std::optional<Hash32> inputOf(const Parts& parts) {
    if (parts.container) {
        return parts.container->file.sha256;
    }
    return parts.source ? std::optional(parts.source->file_sha256) : std::nullopt;
}

} // namespace

/// Held by the worker while it works, so that flush() can wait for it.
struct NoteStore::Shared {
    QMutex busy;
};

NoteStore::NoteStore(Session* session, QString folder, QObject* parent)
    : QObject(parent), m_session(session), m_folder(std::move(folder)),
      m_mailbox(std::make_shared<Mailbox>(this)), m_shared(std::make_shared<Shared>()) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(save_after_ms);
    connect(&m_timer, &QTimer::timeout, this, &NoteStore::write);
    connect(session, &Session::tableChanged, this, &NoteStore::follow);
    connect(session, &Session::phaseChanged, this, &NoteStore::follow);
    follow();
}

NoteStore::~NoteStore() {
    flush();
    m_mailbox->close();
}

QString NoteStore::text(const QString& path) const {
    return QString::fromStdString(textOf(path.toStdString()));
}

bool NoteStore::has(const QString& path) const { return m_texts.contains(path.toStdString()); }

std::string NoteStore::textOf(const std::string& path) const {
    const auto found = m_texts.find(path);
    return found == m_texts.end() ? std::string() : found->second;
}

QString NoteStore::place() const {
    return !m_places ? QString() : m_home == NoteHome::Beside ? m_places->beside : m_places->own;
}

/// Another input has other notes; those of the one before are written first.
void NoteStore::follow() {
    const std::optional<Hash32> input = inputOf(m_session->parts());
    std::optional<NotePlaces> places;
    if (input) {
        places = notePlaces(m_session->files(), *input, m_folder);
    }
    if (places == m_places) {
        return;
    }
    flush();
    m_places = std::move(places);
    m_texts.clear();
    m_base.clear();
    m_undo.clear();
    m_redo.clear();
    m_problem.clear();
    m_ready = m_dirty = m_typing = m_failed = false;
    Q_EMIT notesChanged();
    Q_EMIT stateChanged();
    if (m_places) {
        load();
    }
}

void NoteStore::load() {
    inPool(
        m_mailbox, [places = *m_places] { return readNotes(places); },
        [this, places = *m_places](const StoredNotes& read) {
            if (m_places != places) {
                return; // another input by now
            }
            m_texts = m_base = read.texts;
            m_home = read.home;
            m_problem = read.why;
            m_ready = true;
            Q_EMIT notesChanged();
            Q_EMIT stateChanged();
        });
}

void NoteStore::put(const std::string& path, const std::string& text) {
    if (text.empty()) {
        m_texts.erase(path);
    } else {
        m_texts[path] = text;
    }
    m_dirty = true;
    m_timer.start();
    Q_EMIT noteChanged(QString::fromStdString(path));
    Q_EMIT stateChanged();
}

bool NoteStore::setText(const QString& path, const QString& text) {
    const std::string place = path.toStdString(), next = text.toStdString(), before = textOf(place);
    if (!m_ready || next == before) {
        return m_ready;
    }
    if (const auto sound = next.empty() ? Result<void>() : casefile::check_note(place, next); !sound) {
        m_problem = QString::fromStdString(sound.error().text);
        m_failed = true;
        Q_EMIT stateChanged();
        return false;
    }
    if (before.empty() && m_texts.size() >= casefile::max_notes) {
        m_problem = tr("There are %1 notes already, the most that are kept").arg(casefile::max_notes);
        m_failed = true;
        Q_EMIT stateChanged();
        return false;
    }
    if (m_typing && !m_undo.empty() && m_undo.back().path == place) {
        m_undo.back().after = next;
    } else {
        m_undo.push_back({place, before, next});
        if (m_undo.size() > max_undo) {
            m_undo.pop_front();
        }
    }
    m_redo.clear();
    m_typing = true;
    m_failed = false;
    put(place, next);
    return true;
}

std::optional<QString> NoteStore::undo() {
    if (m_undo.empty()) {
        return {};
    }
    Step step = std::move(m_undo.back());
    m_undo.pop_back();
    m_typing = false;
    m_redo.push_back(step);
    put(step.path, step.before);
    return QString::fromStdString(step.path);
}

std::optional<QString> NoteStore::redo() {
    if (m_redo.empty()) {
        return {};
    }
    Step step = std::move(m_redo.back());
    m_redo.pop_back();
    m_typing = false;
    m_undo.push_back(step);
    put(step.path, step.after);
    return QString::fromStdString(step.path);
}

void NoteStore::write() {
    m_typing = false;
    if (!m_dirty || !m_places || m_writing) {
        return; // a writing that runs sees to it when it ends
    }
    m_dirty = false;
    m_writing = true;
    inPool(
        m_mailbox,
        [shared = m_shared, places = *m_places, base = m_base, ours = m_texts] {
            const QMutexLocker lock(&shared->busy);
            return writeNotes(places, base, ours);
        },
        [this, places = *m_places, ours = m_texts](const tl::expected<StoredNotes, QString>& result) {
            if (std::exchange(m_writing, false) && m_places == places) {
                conclude(result, ours);
            }
        });
    Q_EMIT stateChanged();
}

/// What came from the disk joins what was changed here meanwhile.
void NoteStore::conclude(const tl::expected<StoredNotes, QString>& result, const NoteTexts& wrote) {
    m_failed = !result;
    if (!result) {
        m_problem = result.error();
        m_dirty = true; // the next change, or the end, tries again
    } else {
        m_home = result->home;
        m_problem = result->why;
        m_base = result->texts;
        if (NoteTexts joined = mergedNotes(wrote, m_texts, result->texts); joined != m_texts) {
            m_texts = std::move(joined);
            Q_EMIT notesChanged();
        }
        if (m_dirty) {
            m_timer.start();
        }
    }
    Q_EMIT stateChanged();
}

void NoteStore::flush() {
    m_timer.stop();
    if (!m_places) {
        return;
    }
    const bool unwritten = m_dirty || m_writing;
    m_writing = m_dirty = false; // a worker's answer comes too late now
    if (!unwritten) {
        return;
    }
    const QMutexLocker lock(&m_shared->busy);
    conclude(writeNotes(*m_places, m_base, m_texts), m_texts);
}

} // namespace anchorscope::model
