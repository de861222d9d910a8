#include "core/anchor/anchor_event.h"
#include "model/items/cells.h"
#include "model/items/finding_places.h"
#include "model/words.h"
#include <map>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using Cell = CellTableModel::Cell;
using Row = CellTableModel::Row;

namespace {

/// "Recorded, ERC-8281" for conformant logs, else the event's name and "not conformant", "malformed" or
/// "declared".
QString anchorName(const verify::AnchorSeen& seen) {
    const QString name = textOf(seen.signature.substr(0, seen.signature.find('(')));
    const anchor::AnchorEventKind* kind = anchor::anchor_event_kind(seen.kind);
    if (!seen.flaw.empty()) {
        return name + Words::tr(", malformed");
    }
    return name + (!kind              ? Words::tr(", declared by you")
                   : kind->conformant ? Words::tr(", ERC-8281")
                                      : Words::tr(", not conformant"));
}

/// Who emitted it, and what it says.
QString anchorToolTip(const verify::AnchorSeen& seen) {
    QString out = Words::tr("Log %1 of receipt %2. Contract %3.")
                      .arg(QString::number(seen.position), QString::number(seen.receipt_position + 1),
                           hexText(seen.contract.view()));
    if (seen.committer) {
        out += Words::tr(" It names %1 as committer.").arg(hexText(seen.committer->view()));
    }
    for (const anchor::EventField& field : seen.fields) {
        out += u"\n%1 = %2"_s.arg(textOf(field.name), textOf(field.value));
    }
    return out + (seen.flaw.empty() ? QString() : Words::tr("\nMalformed: ") + textOf(seen.flaw));
}

void addAnchors(QList<Row>& rows, const verify::Report& report) {
    for (const verify::AnchorSeen& seen : report.anchors) {
        const anchor::AnchorEventKind* kind = anchor::anchor_event_kind(seen.kind);
        if (kind && kind->of_manager) {
            continue; // ManagerRows compares them with the table
        }
        Row row;
        // Other people's anchors in the same block are no mismatch; the chosen one that differs is.
        const Cell result = seen.equal || seen.chosen ? equalityCell(seen.equal)
                            : seen.digest             ? Cell{Words::tr("Another digest")}
                                                      : Cell{Words::tr("No digest")};
        row.cells = {{anchorName(seen)},
                     {seen.log_index ? QString::number(*seen.log_index) : QString()},
                     seen.digest ? hashCell(*seen.digest) : Cell{},
                     result};
        row.rung = static_cast<int>(verify::RungId::event);
        row.toolTip = anchorToolTip(seen);
        rows += row;
    }
}

/// Rows of the manager's events that carry a hash which the table promises.
class ManagerRows {
public:
    ManagerRows(const table::ExecutionTable& table, const transition::Tree& tree,
                const verify::Evidence& evidence)
        : m_table(table), m_tree(tree), m_evidence(evidence), m_places(&table, &tree),
          m_entryOf(tree.events.size(), transition::no_node) {
        for (quint32 entry = 0; entry < tree.entries.size(); ++entry) {
            for (const quint32 event : tree.entries[entry].events) {
                if (event < m_entryOf.size()) {
                    m_entryOf[event] = entry;
                }
            }
        }
    }

    [[nodiscard]] QList<Row> rows() {
        QList<Row> rows;
        for (quint32 i = 0; i < m_tree.events.size(); ++i) {
            const transition::EventBody& body = m_tree.events[i].body;
            if (const auto* executed = std::get_if<transition::EntryExecuted>(&body)) {
                rows += executedRow(i, *executed);
            } else if (const auto* performed = std::get_if<transition::ExecutionPerformed>(&body)) {
                rows += stateRow(i, body, performed->rollup_id, performed->new_state);
            } else if (const auto* updated = std::get_if<transition::StateUpdated>(&body)) {
                rows += stateRow(i, body, updated->rollup_id, updated->new_state);
            }
        }
        return rows;
    }

private:
    [[nodiscard]] const table::Entry* entryOf(quint32 event) const {
        const quint32 entry = m_entryOf[event];
        return entry < m_table.entries.size() ? &m_table.entries[entry] : nullptr;
    }

    Row executedRow(quint32 event, const transition::EntryExecuted& executed) {
        const table::Entry* entry = entryOf(event);
        const QString which =
            entry ? Words::tr("entry %1").arg(m_entryOf[event]) : Words::tr("not of this table");
        Cell result{Words::tr("Not compared"), Meaning::NotChecked};
        if (entry && entry->calls.empty() && executed.rolling_hash == entry->rolling_hash) {
            result = noCallsCell();
        } else if (entry) {
            result = equalityCell(executed.rolling_hash == entry->rolling_hash);
        }
        return row(event, u"EntryExecuted · "_s + which, executed.rolling_hash, result);
    }

    Row stateRow(quint32 event, const transition::EventBody& body, const U256& rollup, const Hash32& state) {
        Cell result{Words::tr("Not compared"), Meaning::NotChecked};
        if (const table::Entry* entry = entryOf(event)) {
            const auto delta = std::ranges::find(entry->deltas, rollup, &table::StateDelta::rollup_id);
            if (delta != entry->deltas.end()) {
                result = equalityCell(delta->new_state == state);
            }
        }
        const QString name =
            Words::tr("%1 · Rollup %2").arg(textOf(transition::event_name(body)), textOf(rollup.decimal()));
        return row(event, name, state, result);
    }

    Row row(quint32 event, const QString& name, const Hash32& digest, const Cell& result) {
        Row made;
        made.cells = {{name}, {logIndex(m_tree.events[event].log)}, hashCell(digest), result};
        made.rung = static_cast<int>(verify::RungId::execution);
        if (const quint32 entry = m_entryOf[event]; entry < m_table.entries.size()) {
            made.node = m_places.nodeOfEntry(entry);
            made.range = m_table.entries[entry].range;
        }
        return made;
    }

    /// Block-wide, as explorers count; nothing where receipts before it are missing.
    QString logIndex(const transition::LogRef& log) {
        if (log.block >= m_evidence.blocks.size() ||
            log.receipt >= m_evidence.blocks[log.block].receipts.size()) {
            return {};
        }
        const auto [first, added] = m_firstLog.try_emplace({log.block, log.receipt});
        if (added) {
            first->second = m_evidence.blocks[log.block].first_log_index(log.receipt);
        }
        return first->second ? QString::number(*first->second + log.position) : QString();
    }

    const table::ExecutionTable& m_table;
    const transition::Tree& m_tree;
    const verify::Evidence& m_evidence;
    FindingPlaces m_places;
    std::vector<quint32> m_entryOf; // by event
    std::map<std::pair<std::size_t, std::size_t>, std::optional<std::size_t>> m_firstLog;
};

} // namespace

AnchorModel::AnchorModel(QObject* parent)
    : CellTableModel(
          {Words::tr("Anchor event"), Words::tr("Log index"), Words::tr("Digest"), Words::tr("Result")},
          parent) {}

QVariant AnchorModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section == Log && orientation == Qt::Horizontal && role == Qt::ToolTipRole) {
        return Words::tr(
            "Counted through the block, as JSON-RPC and explorers do. The ladder counts in the receipt.");
    }
    return CellTableModel::headerData(section, orientation, role);
}

void AnchorModel::setParts(const std::shared_ptr<const table::ExecutionTable>& table,
                           const std::shared_ptr<const transition::Tree>& tree,
                           const std::shared_ptr<const verify::Evidence>& evidence,
                           const std::shared_ptr<const verify::Report>& report) {
    QList<Row> rows;
    if (report) {
        addAnchors(rows, *report);
    }
    if (table && tree && evidence) {
        rows += ManagerRows(*table, *tree, *evidence).rows();
    }
    setRows(std::move(rows));
}

} // namespace anchorscope::model
