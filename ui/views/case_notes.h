// The notes of an open case in its view: the page of the chosen place's note, the list of all, and the mark
// on the tree's rows. Listens to the session and the linked selection by itself.
#pragma once
#include "model/items/note_model.h"
#include "model/notes/note_store.h"
#include "ui/views/selection.h"

class QTreeView;

namespace anchorscope::ui {

class CellTableView;
class NotePane;
class Panel;

class CaseNotes : public QObject {
    Q_OBJECT
public:
    /// Adds a page to each of the panels; all must outlive it.
    CaseNotes(model::Session* session, Selection* selection, Panel* details, Panel* lists, QTreeView* tree,
              QObject* parent);
    ~CaseNotes() override;

    [[nodiscard]] model::NoteStore* store() { return &m_store; }
    [[nodiscard]] NotePane* pane() const { return m_pane; }
    [[nodiscard]] CellTableView* list() const { return m_list; }
    void edit(); ///< brings the note of the chosen place forward, to write
    /// Goes to the place whose note changed; false: there was nothing to undo.
    bool undo();
    bool redo();

private:
    void followSelection();
    void updateList();
    void show(const QString& path);

    model::Session* m_session;
    Selection* m_selection;
    Panel *m_details, *m_lists;
    QTreeView* m_tree;
    model::NoteStore m_store;
    model::NoteModel m_notes;
    NotePane* m_pane;
    CellTableView* m_list;
    int m_note_page, m_list_page;
};

} // namespace anchorscope::ui
