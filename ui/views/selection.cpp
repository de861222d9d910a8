#include "ui/views/selection.h"
#include "core/table/field_rows.h"

namespace anchorscope::ui {

namespace {

template<class T>
std::optional<T> valueOf(const QModelIndex& row, int role) {
    const QVariant value = row.data(role);
    return value.isValid() && value.canConvert<T>() ? std::optional(value.value<T>()) : std::nullopt;
}

/// The row's answer, from whichever of its cells gives one.
template<class T>
std::optional<T> valueOfRow(const QModelIndex& row, int role) {
    for (int column = 0; row.isValid() && column < row.model()->columnCount(row.parent()); ++column) {
        if (auto value = valueOf<T>(row.siblingAtColumn(column), role)) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace

void Selection::setParts(std::shared_ptr<const table::ExecutionTable> table,
                         std::shared_ptr<const transition::Tree> tree) {
    if (m_table == table && m_tree == tree) {
        return;
    }
    m_table = std::move(table);
    m_tree = std::move(tree);
    Choice choice = m_choice;
    if (choice.node) {
        choice.node = choice.range ? nodeNamed(choice.path, *choice.range) : std::nullopt;
    }
    set(choice, Aspect::Place);
}

void Selection::chooseNode(quint32 node) {
    if (!m_tree || !m_table || node >= m_tree->nodes.size()) {
        return;
    }
    Choice choice = m_choice;
    choice.node = node;
    choice.path = QString::fromStdString(m_tree->field_path(*m_table, node));
    choice.range = m_tree->range(*m_table, node);
    set(choice, Aspect::Place);
}

void Selection::chooseByte(quint64 offset) {
    Choice choice = m_choice;
    choice.range = ByteRange{offset, 1};
    choice.path.clear();
    choice.node.reset();
    if (m_table) {
        if (const auto field = table::field_at(*m_table, offset)) {
            choice.range = field->range;
            choice.path = QString::fromStdString(field->path);
        }
        if (m_tree) {
            choice.node = m_tree->node_at(*m_table, offset);
        }
    }
    set(choice, Aspect::Place);
}

void Selection::chooseRange(ByteRange range) {
    Choice choice = m_choice;
    choice.range = range;
    choice.path.clear();
    choice.node.reset();
    if (m_table) {
        if (const auto field = table::field_at(*m_table, range.offset)) {
            choice.path = QString::fromStdString(field->path);
        }
        if (m_tree) {
            choice.node = m_tree->node_at(*m_table, range.offset);
        }
    }
    set(choice, Aspect::Place);
}

void Selection::chooseField(const QString& path, std::optional<ByteRange> range) {
    Choice choice = m_choice;
    choice.node = nodeOfPlace(path, range);
    choice.path = path;
    choice.range = range;
    set(choice, Aspect::Place);
}

void Selection::chooseRung(verify::RungId rung) {
    Choice choice = m_choice;
    choice.rung = rung;
    set(choice, Aspect::Rung);
}

void Selection::chooseRow(const QModelIndex& row) {
    const auto rung = valueOfRow<int>(row, model::RungRole);
    if (rung && *rung >= 0 && *rung < static_cast<int>(verify::rung_count)) {
        chooseRung(static_cast<verify::RungId>(*rung));
    }
    const auto node = valueOfRow<quint32>(row, model::NodeRole);
    const auto range = valueOfRow<ByteRange>(row, model::RangeRole);
    const QString path = valueOfRow<QString>(row, model::PathRole).value_or(QString());
    if (range && node && (!m_tree || *node < m_tree->nodes.size())) {
        set({node, range, path, m_choice.rung}, Aspect::Place);
    } else if (range) {
        chooseField(path, range);
    } else if (node) {
        chooseNode(*node);
    }
}

void Selection::clear() { set({}, Aspect::Place); }

model::Place Selection::place() const {
    return model::keptPlace({m_choice.node, {}, m_choice.range, m_choice.path}, m_table.get(), m_tree.get());
}

bool Selection::choosePlace(const model::Place& place, std::optional<verify::RungId> rung) {
    std::optional<quint32> node;
    if (place.node) {
        node = m_table && m_tree ? model::nodeOf(place, *m_table, *m_tree) : std::nullopt;
        if (!node) {
            return false;
        }
    }
    if (m_table && !model::fits(place, m_table->calldata().size())) {
        return false;
    }
    if (rung) {
        chooseRung(*rung);
    }
    set({node, place.range, place.path, m_choice.rung}, Aspect::Place);
    return true;
}

void Selection::preview(std::optional<ByteRange> range, const QString& path) {
    if (range != m_preview) {
        m_preview = range;
        Q_EMIT previewed(range, path);
    }
}

void Selection::previewRow(const QModelIndex& row) {
    preview(valueOfRow<ByteRange>(row, model::RangeRole),
            valueOfRow<QString>(row, model::PathRole).value_or(QString()));
}

void Selection::set(Choice choice, Aspect aspect) {
    if (choice != m_choice) {
        m_choice = std::move(choice);
        Q_EMIT changed(m_choice, aspect);
    }
}

/// The chosen node stays where the place lies inside it: its fields are looked through without leaving it.
std::optional<quint32> Selection::nodeOfPlace(const QString& path, std::optional<ByteRange> range) const {
    if (!m_tree || !m_table || !range) {
        return m_choice.node;
    }
    if (const auto named = nodeNamed(path, *range)) {
        return named;
    }
    if (m_choice.node && *m_choice.node < m_tree->nodes.size()) {
        const ByteRange own = m_tree->range(*m_table, *m_choice.node);
        if (*m_choice.node != 0 && range->offset >= own.offset && range->end() <= own.end()) {
            return m_choice.node;
        }
    }
    return m_tree->node_at(*m_table, range->offset);
}

/// The node with exactly this path, if any.
std::optional<quint32> Selection::nodeNamed(const QString& path, ByteRange range) const {
    if (!m_tree || !m_table || m_tree->nodes.empty()) {
        return std::nullopt;
    }
    if (path.isEmpty()) { // of the bundle, but also of bytes that belong to no field
        return range == m_tree->range(*m_table, 0) ? std::optional<quint32>(0) : std::nullopt;
    }
    quint32 node = m_tree->node_at(*m_table, range.offset);
    while (node < m_tree->nodes.size()) {
        if (QString::fromStdString(m_tree->field_path(*m_table, node)) == path) {
            return node;
        }
        node = m_tree->nodes[node].parent;
    }
    return std::nullopt;
}

} // namespace anchorscope::ui
