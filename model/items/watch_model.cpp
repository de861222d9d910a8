#include "model/items/watch_model.h"
#include "model/items/cells.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

using Cell = CellTableModel::Cell;
using Row = CellTableModel::Row;

QString what(const WatchItem& item) {
    switch (item.kind) {
    case WatchItem::Kind::Table:
        return item.format + u", "_s +
               (item.entries == 1 ? WatchModel::tr("1 entry")
                                  : WatchModel::tr("%1 entries").arg(item.entries));
    case WatchItem::Kind::Verdict:
        return WatchModel::tr("%1, anchored now").arg(item.format);
    case WatchItem::Kind::Anchor:
        break;
    }
    return item.anchorKind;
}

Cell stateCell(const WatchItem& item, bool gone) {
    if (gone) {
        return {WatchModel::tr("Taken back"), Meaning::Warning};
    }
    if (!item.verdict) {
        return {WatchModel::tr("Seen"), Meaning::Info};
    }
    switch (*item.verdict) {
    case verify::Verdict::verified:
        return {WatchModel::tr("Verified"), Meaning::Passed};
    case verify::Verdict::mismatch:
        return {WatchModel::tr("Mismatch"), Meaning::Failed, false, true};
    case verify::Verdict::malformed:
        return {WatchModel::tr("Malformed"), Meaning::Failed, false, true};
    case verify::Verdict::unproven:
        break;
    }
    return {WatchModel::tr("Unproven"), Meaning::NotChecked};
}

QString detail(const WatchItem& item) {
    if (item.kind != WatchItem::Kind::Anchor) {
        return item.headline;
    }
    QString out =
        item.contract ? WatchModel::tr("by %1").arg(shortHexText(item.contract->view())) : QString();
    if (item.digest) {
        out += WatchModel::tr(", digest %1").arg(shortHexText(item.digest->view()));
    }
    return out;
}

Row rowOf(const WatchItem& item, bool gone) {
    Row row;
    row.cells = {
        {QString::number(item.block), Meaning::None, true},
        {what(item)},
        stateCell(item, gone),
        item.transaction ? hashCell(*item.transaction) : Cell{},
        {gone ? WatchModel::tr("Its block left the chain; before: %1").arg(detail(item)) : detail(item)}};
    row.toolTip = detail(item);
    return row;
}

} // namespace

WatchModel::WatchModel(QObject* parent)
    : CellTableModel({tr("Block"), tr("What"), tr("State"), tr("Transaction"), tr("Detail")}, parent) {}

void WatchModel::add(const std::vector<WatchItem>& items) {
    for (const WatchItem& item : items) {
        if (rows().size() >= max_rows) {
            removeFirstRow();
            m_items.pop_front();
        }
        m_items.push_back({item, false});
        appendRow(rowOf(item, false));
    }
}

void WatchModel::takeBack(const Hash32& blockHash) {
    for (std::size_t row = 0; row < m_items.size(); ++row) {
        if (Seen& seen = m_items[row]; !seen.gone && seen.item.blockHash == blockHash) {
            seen.gone = true;
            replaceRow(static_cast<int>(row), rowOf(seen.item, true));
        }
    }
}

QString watchWords(const WatchItem& item) {
    return WatchModel::tr("Block %1: %2")
        .arg(item.block)
        .arg(item.headline.isEmpty() ? what(item) : item.headline);
}

} // namespace anchorscope::model
