// Place · Note, one row a note, in the order of their places; the note's first line, all of it in the tool
// tip.
#pragma once
#include "core/casefile/notes.h"
#include "core/transition/tree.h"
#include "model/items/table_models.h"
#include <QSet>
#include <unordered_map>

namespace anchorscope::model {

class NoteModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { Place, Text, ColumnCount };
    explicit NoteModel(QObject* parent = nullptr);
    /// `tree` and `table` may be null: then rows lead nowhere.
    void setNotes(const casefile::NoteTexts& notes, const std::shared_ptr<const table::ExecutionTable>& table,
                  const std::shared_ptr<const transition::Tree>& tree);
    /// Whether a row of that tree has a note.
    [[nodiscard]] bool isNoted(quint32 node) const { return m_noted.contains(node); }
    /// The row of a place; empty where no row is called so.
    [[nodiscard]] std::optional<quint32> nodeOf(const std::string& path) const;

private:
    void index();

    std::shared_ptr<const table::ExecutionTable> m_table;
    std::shared_ptr<const transition::Tree> m_tree;
    std::unordered_map<std::string, quint32> m_nodes; ///< of m_tree, by field path; made when first needed
    QSet<quint32> m_noted;
};

/// The place of a node's note: its field path, of the bundle the empty one, of a return its call's.
[[nodiscard]] std::string notePath(const table::ExecutionTable& table, const transition::Tree& tree,
                                   quint32 node);

/// First line, without white space around it.
[[nodiscard]] QString firstLine(const QString& text);

} // namespace anchorscope::model
