// Tables found on a chain: what, where, how certain, and where the anchor stands.
#pragma once
#include "model/discover/case_fetch.h"
#include "model/items/table_models.h"

namespace anchorscope::model {

class FoundModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { Table, Block, Transaction, FoundAs, Anchor, ColumnCount };
    explicit FoundModel(QObject* parent = nullptr);
    void setTables(std::vector<FetchedTable> tables);
    [[nodiscard]] const FetchedTable& table(int row) const {
        return m_tables.at(static_cast<std::size_t>(row));
    }
    /// Whether a case was made of it.
    [[nodiscard]] bool canOpen(int row) const { return table(row).made.has_value(); }
    /// For a window's title: "eez-main.l1, block 41".
    [[nodiscard]] QString name(int row) const;

private:
    std::vector<FetchedTable> m_tables;
};

} // namespace anchorscope::model
