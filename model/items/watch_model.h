// What appeared on a chain while it was watched: tables with their verdicts, anchors, and what a
// reorganisation took back. Newest last. Limits: keeps the newest max_rows rows.
#pragma once
#include "model/items/table_models.h"
#include "model/watch/watch_judge.h"

namespace anchorscope::model {

class WatchModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { Block, What, State, Transaction, Detail, ColumnCount };
    static constexpr qsizetype max_rows = 10'000;

    explicit WatchModel(QObject* parent = nullptr);
    void add(const std::vector<WatchItem>& items);
    /// The block has left the chain: its rows stay, and say so.
    void takeBack(const Hash32& blockHash);
    [[nodiscard]] const WatchItem& item(int row) const {
        return m_items.at(static_cast<std::size_t>(row)).item;
    }
    /// Whether its block has left the chain.
    [[nodiscard]] bool isGone(int row) const { return m_items.at(static_cast<std::size_t>(row)).gone; }

private:
    struct Seen {
        WatchItem item;
        bool gone = false;
    };
    std::deque<Seen> m_items; // one a row
};

/// One line about an item, for a notification: "Block 41: Verified; block by your node …".
[[nodiscard]] QString watchWords(const WatchItem& item);

} // namespace anchorscope::model
