// The notes of the case that is open: read when it is opened, changed here, written by themselves a moment
// after a change, and undone and done again. Limits: 1. all signals come on the object's thread; 2. reading
// and writing happen in workers, and flush() waits for them; 3. the last max_undo steps can be undone, typing
// in one note without a pause is one step; 4. input files are never written.
#pragma once
#include "model/net/mailbox.h"
#include "model/notes/note_files.h"
#include <QObject>
#include <QTimer>
#include <deque>

namespace anchorscope::model {

class Session;

class NoteStore : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t max_undo = 500;

    /// `folder`: see notePlaces. The session must outlive it.
    explicit NoteStore(Session* session, QString folder = {}, QObject* parent = nullptr);
    /// Writes what is not written yet.
    ~NoteStore() override;

    [[nodiscard]] bool ready() const { return m_ready; } ///< an input is open, and its notes are read
    [[nodiscard]] const casefile::NoteTexts& texts() const { return m_texts; }
    [[nodiscard]] QString text(const QString& path) const;
    [[nodiscard]] bool has(const QString& path) const;
    /// Empty removes the note. False where the text cannot be one (too long, control characters): then
    /// nothing changes, and problem() says why.
    bool setText(const QString& path, const QString& text);
    /// What comes next is a step of its own for undo, even in the same note.
    void endStep() { m_typing = false; }

    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }
    /// The place whose note changed; empty pointer: there was nothing to undo.
    std::optional<QString> undo();
    std::optional<QString> redo();

    /// Where they are kept, or why not, in words; empty where there is nothing to say.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] bool failed() const { return m_failed; } ///< the last writing failed
    [[nodiscard]] bool saved() const { return !m_dirty && !m_writing; }
    [[nodiscard]] QString place() const; ///< the file that they are kept in
    /// Returns once all is written, or could not be.
    void flush();
    void setDelay(int milliseconds) { m_timer.setInterval(milliseconds); }

Q_SIGNALS:
    void notesChanged();                   ///< all of them may be different
    void noteChanged(const QString& path); ///< this one
    void stateChanged();                   ///< saved(), problem(), canUndo(), ready()

private:
    struct Step {
        std::string path, before, after;
    };
    struct Shared; ///< with the worker that writes

    void follow();
    void load();
    void write();
    void conclude(const tl::expected<StoredNotes, QString>& result, const casefile::NoteTexts& wrote);
    void put(const std::string& path, const std::string& text);
    [[nodiscard]] std::string textOf(const std::string& path) const;

    Session* m_session;
    QString m_folder;
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<Shared> m_shared;
    std::optional<NotePlaces> m_places;
    casefile::NoteTexts m_texts, m_base; ///< base: as on the disk when last seen
    std::deque<Step> m_undo, m_redo;
    NoteHome m_home = NoteHome::Beside;
    QString m_problem;
    QTimer m_timer;
    bool m_ready = false, m_dirty = false, m_writing = false, m_typing = false, m_failed = false;
};

} // namespace anchorscope::model
