#include "model/net/request_log.h"
#include "model/items/meaning.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

RequestLog::RequestLog(QObject* parent) : QAbstractTableModel(parent) {}

int RequestLog::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int RequestLog::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int{ColumnCount};
}

QVariant RequestLog::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_records.size()) {
        return {};
    }
    const RequestRecord& record = m_records.at(index.row());
    if (role == MeaningRole) {
        const Meaning outcome = record.ok ? Meaning::Passed : Meaning::Warning;
        return QVariant::fromValue(index.column() == Outcome ? outcome : Meaning::None);
    }
    if (role != Qt::DisplayRole && role != CopyRole) {
        return {};
    }
    switch (index.column()) {
    case Time:
        return record.at.toString(role == CopyRole ? u"yyyy-MM-dd HH:mm:ss.zzz"_s : u"HH:mm:ss.zzz"_s);
    case Endpoint:
        return record.endpoint;
    case Method:
        return record.method;
    case Outcome:
        return record.outcome;
    case Duration:
        return Words::tr("%1 ms").arg(record.milliseconds);
    case Size:
        return u"%1 B"_s.arg(record.bytes);
    default:
        return {};
    }
}

QVariant RequestLog::headerData(int section, Qt::Orientation orientation, int role) const {
    const QStringList headers{Words::tr("Time"),    Words::tr("Endpoint"), Words::tr("Method"),
                              Words::tr("Outcome"), Words::tr("Duration"), Words::tr("Size")};
    const bool named = orientation == Qt::Horizontal && role == Qt::DisplayRole;
    return named ? QVariant(headers.value(section)) : QVariant();
}

void RequestLog::append(const RequestRecord& record) {
    if (m_records.size() >= max_records) {
        beginRemoveRows({}, 0, 0);
        m_records.removeFirst();
        endRemoveRows();
    }
    const int row = static_cast<int>(m_records.size());
    beginInsertRows({}, row, row);
    m_records.append(record);
    endInsertRows();
}

void RequestLog::clear() {
    beginResetModel();
    m_records.clear();
    endResetModel();
}

} // namespace anchorscope::model
