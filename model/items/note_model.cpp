#include "model/items/note_model.h"
#include "model/words.h"

namespace anchorscope::model {

QString firstLine(const QString& text) {
    const QString trimmed = text.trimmed();
    return trimmed.left(trimmed.indexOf(u'\n') < 0 ? trimmed.size() : trimmed.indexOf(u'\n'));
}

NoteModel::NoteModel(QObject* parent) : CellTableModel({Words::tr("Place"), Words::tr("Note")}, parent) {}

std::string notePath(const table::ExecutionTable& table, const transition::Tree& tree, quint32 node) {
    const transition::Node& at = tree.nodes[node];
    if (at.kind == transition::NodeKind::call_return && at.returns_from < tree.nodes.size()) {
        node = at.returns_from;
    }
    return tree.nodes[node].kind == transition::NodeKind::bundle ? std::string()
                                                                 : tree.field_path(table, node);
}

/// Of the outer one, where two rows share a path; returns are noted with their calls.
void NoteModel::index() {
    if (!m_nodes.empty() || !m_table || !m_tree) {
        return;
    }
    for (quint32 node = 0; node < m_tree->nodes.size(); ++node) {
        if (m_tree->nodes[node].kind != transition::NodeKind::call_return) {
            m_nodes.emplace(notePath(*m_table, *m_tree, node), node);
        }
    }
}

std::optional<quint32> NoteModel::nodeOf(const std::string& path) const {
    const auto found = m_nodes.find(path);
    return found == m_nodes.end() ? std::nullopt : std::optional(found->second);
}

void NoteModel::setNotes(const casefile::NoteTexts& notes,
                         const std::shared_ptr<const table::ExecutionTable>& table,
                         const std::shared_ptr<const transition::Tree>& tree) {
    if (m_tree != tree) {
        m_tree = tree;
        m_table = table;
        m_nodes.clear();
    }
    if (!notes.empty()) {
        index();
    }
    m_noted.clear();
    QList<Row> rows;
    rows.reserve(static_cast<qsizetype>(notes.size()));
    for (const auto& [path, text] : notes) {
        const QString whole = QString::fromStdString(text);
        Row row;
        row.path = QString::fromStdString(path);
        row.cells = {{path.empty() ? Words::tr("The case") : row.path}, {firstLine(whole)}};
        row.cells[Text].copy = whole;
        row.toolTip = whole;
        if (const auto found = m_nodes.find(path); found != m_nodes.end()) {
            row.node = found->second;
            m_noted.insert(found->second);
        }
        rows += std::move(row);
    }
    setRows(std::move(rows));
}

} // namespace anchorscope::model
