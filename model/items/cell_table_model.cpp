#include "model/items/table_models.h"
#include "model/items/texts.h"

namespace anchorscope::model {

CellTableModel::CellTableModel(QStringList headers, QObject* parent)
    : QAbstractTableModel(parent), m_headers(std::move(headers)) {}

int CellTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CellTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant CellTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows.size()) {
        return {};
    }
    const Row& row = m_rows.at(index.row());
    const Cell cell = row.cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return row.toolTip.isEmpty() ? QVariant() : QVariant(row.toolTip);
    case MeaningRole:
        return QVariant::fromValue(cell.meaning);
    case MonospaceRole:
        return cell.monospace;
    case EmphasisRole:
        return cell.emphasis;
    case CopyRole:
        return cell.copy.isEmpty() ? cell.text : cell.copy;
    case RangeRole:
        return row.range ? QVariant::fromValue(*row.range) : QVariant();
    case NodeRole:
        return row.node ? QVariant::fromValue(*row.node) : QVariant();
    case PathRole:
        return row.path;
    case DigestRole:
        return row.digest.isEmpty() ? QVariant() : QVariant(row.digest);
    case RungRole:
        return row.rung >= 0 ? QVariant(row.rung) : QVariant();
    default:
        return {};
    }
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const bool named = orientation == Qt::Horizontal && role == Qt::DisplayRole;
    return named ? QVariant(m_headers.value(section)) : QVariant();
}

int CellTableModel::rowAt(quint64 offset) const {
    int best = -1;
    for (int i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows.at(i);
        if (row.range && row.range->contains(offset) && (best < 0 || row.depth >= m_rows.at(best).depth)) {
            best = i;
        }
    }
    return best;
}

void CellTableModel::setRows(QList<Row> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void CellTableModel::appendRow(Row row) {
    const int at = static_cast<int>(m_rows.size());
    beginInsertRows({}, at, at);
    m_rows += std::move(row);
    endInsertRows();
}

void CellTableModel::replaceRow(int at, Row row) {
    m_rows[at] = std::move(row);
    Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
}

void CellTableModel::removeFirstRow() {
    beginRemoveRows({}, 0, 0);
    m_rows.removeFirst();
    endRemoveRows();
}

} // namespace anchorscope::model
