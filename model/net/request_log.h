// Every request that left the machine: endpoint, method, outcome, time. Never a credential, never a body.
#pragma once
#include <QAbstractTableModel>
#include <QDateTime>

namespace anchorscope::model {

struct RequestRecord {
    QDateTime at;
    QString endpoint; ///< host[:port]
    QString method;   ///< "eth_getBlockByHash"
    QString outcome;  ///< "ok", "HTTP 429, retry in 2 s", "timed out after 20 s", "error -32601: …"
    bool ok = false;
    qint64 milliseconds = 0;
    qint64 bytes = 0; ///< of the answer
};

class RequestLog : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Endpoint, Method, Outcome, Duration, Size, ColumnCount };
    static constexpr int max_records = 5000; ///< older ones are dropped

    explicit RequestLog(QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void append(const RequestRecord& record);
    void clear();
    [[nodiscard]] const RequestRecord& record(int row) const { return m_records.at(row); }

private:
    QList<RequestRecord> m_records;
};

} // namespace anchorscope::model
