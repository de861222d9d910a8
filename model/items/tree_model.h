// The tree of transitions as a Qt model over the flat node array: no per-node allocation. Leaves carry
// Qt::ItemNeverHasChildren; internal ids are spread (multiplied by an odd constant), see STYLE.
#pragma once
#include "core/transition/tree.h"
#include "core/verify/report.h"
#include "model/filter/node_matches.h"
#include "model/items/meaning.h"
#include "model/items/names.h"
#include <QAbstractItemModel>
#include <set>

namespace anchorscope::model {

class NodeWords;

class TreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column {
        Lane,
        Transition,
        StateBefore,
        StateAfter,
        Check,
        UsualColumns, ///< those from here on are shown when the user wants them: node_columns.h
        Step = UsualColumns,
        Number,
        From,
        To,
        Selector,
        Value,
        Outcome,
        Offset,
        Size,
        CallHash,
        ColumnCount
    };
    enum { BookmarkRole = Qt::UserRole + 64 }; ///< bool: the row is marked

    explicit TreeModel(QObject* parent = nullptr);
    /// Null pointers empty the model. `examined` gives the findings shown at their nodes; `report` says
    /// whether the events are those of the block that accepted the table (null: no).
    void setTree(std::shared_ptr<const table::ExecutionTable> table,
                 std::shared_ptr<const transition::Tree> tree,
                 std::shared_ptr<const verify::TablePart> examined, const verify::Report* report);
    void setNames(std::shared_ptr<const Names> names);
    /// Nodes that the user marked.
    void setBookmarks(std::set<quint32> nodes);
    /// With `hide` only rows that match or lead to a match are in the model from now on; else the rows stay
    /// and standing() tells them apart. Null: all rows, all alike. Of another tree's size they are not used.
    void setMatches(std::shared_ptr<const NodeMatches> matches, bool hide);
    [[nodiscard]] bool hidesRows() const;
    enum class Standing { Plain, Match, Other };
    /// Plain while rows are hidden: those that are left need not stand out.
    [[nodiscard]] Standing standing(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;

    [[nodiscard]] quint32 node(const QModelIndex& index) const;
    /// Invalid where a filter hides the node.
    [[nodiscard]] QModelIndex indexOf(quint32 node, int column = Transition) const;
    /// Null and of no tree while the model is empty.
    [[nodiscard]] const transition::Tree* tree() const;
    [[nodiscard]] const NodeWords& words() const;
    /// Lanes, in drawing order: names ("L1", "R1").
    [[nodiscard]] QStringList laneNames() const;
    [[nodiscard]] int laneOf(quint32 node) const;
    /// "L1 → Rollup 1 → L1, and back: three crossings, one atomic bundle."
    [[nodiscard]] QString crossingsText() const;
    /// "1 entry · 2 nested frames · tree from events"
    [[nodiscard]] QString summary() const;

private:
    void setMatchesOfTree(std::shared_ptr<const NodeMatches> matches, bool hide);

    class Private;
    std::shared_ptr<Private> d;
    std::shared_ptr<const Names> m_names = wellKnownNames();
    std::set<quint32> m_bookmarks;
    std::shared_ptr<const NodeMatches> m_matches;
    bool m_hide = false;
};

} // namespace anchorscope::model
