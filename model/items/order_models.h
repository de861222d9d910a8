// What the order of a bundle is shown by: its tables joined into one list of crossings, and its L1 table
// replayed entry by entry.
#pragma once
#include "model/items/table_models.h"
#include "model/session/companions.h"

namespace anchorscope::model {

/// Crossing (indented by how deep it nests) · Leaves · Arrives · Result · Call hash. Rows of the first table
/// have their node and bytes.
class CrossingModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { Way, Leaves, Arrives, Result, CallHash, ColumnCount };
    explicit CrossingModel(QObject* parent = nullptr);
    /// No rows without a bundle of several tables.
    void setOrder(const std::shared_ptr<const BundleOrder>& order);
};

/// Step · When · Fate · Ether · Detail: the rollups with what became of them, then the entries in table
/// order.
class ReplayModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { Step, When, Fate, Ether, Detail, ColumnCount };
    explicit ReplayModel(QObject* parent = nullptr);
    /// No rows without a replay.
    void setOrder(const std::shared_ptr<const BundleOrder>& order);
};

} // namespace anchorscope::model
