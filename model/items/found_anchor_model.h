// Anchors of a table found on a chain: where, by whom, and which bytes under which hash function they commit.
#pragma once
#include "model/discover/anchor_find.h"
#include "model/items/table_models.h"

namespace anchorscope::model {

class FoundAnchorModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { Block, Transaction, Contract, Committer, Digest, ColumnCount };
    explicit FoundAnchorModel(QObject* parent = nullptr);
    void setAnchors(std::vector<FoundAnchor> anchors);
    [[nodiscard]] const FoundAnchor& anchor(int row) const {
        return m_anchors.at(static_cast<std::size_t>(row));
    }

private:
    std::vector<FoundAnchor> m_anchors;
};

} // namespace anchorscope::model
