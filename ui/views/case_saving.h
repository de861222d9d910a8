// Save case: asks for the file, has it written by a worker, and tells on a strip how far it is and what went
// wrong; the window stays usable.
#pragma once
#include "model/session/case_save.h"

namespace anchorscope::ui {

class TaskStrip;

class CaseSaving : public QObject {
    Q_OBJECT
public:
    /// All must outlive it; file dialogs open over `window`.
    CaseSaving(const model::Session* session, TaskStrip* strip, QWidget* window);
    /// Opens the dialog in which the file is chosen.
    void choose();
    [[nodiscard]] bool running() const { return m_save != nullptr; }
    /// Says that the window waits for it.
    void announceClosing();

Q_SIGNALS:
    void runningChanged();
    void saved(const QString& path);

private:
    void save(const QString& path);
    void conclude(model::CaseSave::Outcome outcome);
    void refresh();

    const model::Session* m_session;
    TaskStrip* m_strip;
    QWidget* m_window;
    std::unique_ptr<model::CaseSave> m_save;
    quint64 m_done = 0, m_total = 0;
    bool m_stopping = false, m_closing = false;
};

} // namespace anchorscope::ui
