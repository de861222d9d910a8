// The flat lists of the window, each a small table model over immutable parts.
#pragma once
#include "core/table/field_rows.h"
#include "core/verify/report.h"
#include "model/items/meaning.h"
#include "model/items/names.h"
#include <QAbstractTableModel>

namespace anchorscope::model {

/// Shared plumbing: a list of rows of cells prepared once when the part arrives.
class CellTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Cell {
        QString text;
        Meaning meaning = Meaning::None;
        bool monospace = false, emphasis = false;
        QString copy{}; ///< full value when text is shortened
    };
    struct Row {
        QList<Cell> cells;
        std::optional<ByteRange> range;
        std::optional<quint32> node;
        QString path;
        int depth = 0; ///< indent of the first cell
        int rung = -1;
        QString toolTip;
        QString digest{}; ///< DigestRole
    };

    CellTableModel(QStringList headers, QObject* parent);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] const QList<Row>& rows() const { return m_rows; }
    /// Row whose range holds the byte, deepest first; -1 if none.
    [[nodiscard]] int rowAt(quint64 offset) const;

protected:
    void setRows(QList<Row> rows);
    void appendRow(Row row);
    void replaceRow(int at, Row row);
    void removeFirstRow(); ///< only where there is one

private:
    QStringList m_headers;
    QList<Row> m_rows;
};

/// Field · Value · Bytes (offset), for one node of the tree. Nodes from events add rows without a range
/// ("consumed in  log 7 of receipt 1").
class FieldModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { Field, Value, Offset, ColumnCount };
    explicit FieldModel(QObject* parent = nullptr);
    void setNode(const std::shared_ptr<const table::ExecutionTable>& table,
                 const std::shared_ptr<const transition::Tree>& tree,
                 const std::shared_ptr<const verify::TablePart>& examined, quint32 node);
    void setNames(std::shared_ptr<const Names> names); ///< for the nodes set from now on
    /// Whether the events tell of this table (null: no), for the nodes set from now on.
    void setReport(const std::shared_ptr<const verify::Report>& report);
    void clear();

private:
    std::shared_ptr<const Names> m_names = wellKnownNames();
    bool m_accepted = false;
};

/// A digest by its name; the explorer makes the rest (model/explore).
struct NamedDigest {
    QString id; ///< DigestRole
    QString kind, subject;
    Hash32 value;
    Meaning meaning = Meaning::None;
    QString compared{}; ///< empty: "Computed"
};

/// Digest kind · Subject · Value · Compared.
class DigestModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { Kind, Subject, Value, Result, ColumnCount };
    explicit DigestModel(QObject* parent = nullptr);
    void setParts(const std::shared_ptr<const table::ExecutionTable>& table,
                  const std::shared_ptr<const verify::TablePart>& examined,
                  const std::shared_ptr<const transition::Tree>& tree,
                  const std::shared_ptr<const verify::Report>& report);
    /// Behind those of setParts: digests that take a while, or need evidence.
    void addMore(const std::vector<NamedDigest>& digests);
    /// The row with that DigestRole; -1 if none.
    [[nodiscard]] int rowOf(const QString& id) const;
};

/// Anchor event · Log index (block-wide, as JSON-RPC counts) · Digest · Result, the manager's EntryExecuted
/// and StateUpdated rows included.
class AnchorModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { Event, Log, Digest, Result, ColumnCount };
    explicit AnchorModel(QObject* parent = nullptr);
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void setParts(const std::shared_ptr<const table::ExecutionTable>& table,
                  const std::shared_ptr<const transition::Tree>& tree,
                  const std::shared_ptr<const verify::Evidence>& evidence,
                  const std::shared_ptr<const verify::Report>& report);
};

/// Severity · Rule · Place · Finding, worst first.
class FindingModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { SeverityColumn, Rule, Place, Text, ColumnCount };
    explicit FindingModel(QObject* parent = nullptr);
    void setFindings(const std::shared_ptr<const table::ExecutionTable>& table,
                     const std::shared_ptr<const transition::Tree>& tree, std::vector<Finding> findings);
    [[nodiscard]] int problems() const; ///< warnings and errors
};

/// The ten rungs: Rung · State · Basis · Detail; RungRole and MeaningRole per row.
class RungModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { Name, State, BasisColumn, Detail, ColumnCount };
    explicit RungModel(QObject* parent = nullptr);
    void setReport(const std::shared_ptr<const verify::Report>& report);
};

} // namespace anchorscope::model
