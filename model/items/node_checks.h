// The Check column: how each node fared, in a few words. Entries carry the verdict; what runs inside them
// passes with them, because one rolling hash binds them together. Returns carry none (LOOK 6). Nothing passes
// before the rung `proof` has: logs may agree with a table that nobody posted.
#pragma once
#include "core/verify/report.h"
#include "model/items/finding_places.h"
#include "model/items/meaning.h"
#include <map>

namespace anchorscope::model {

struct NodeCheck {
    QString text;
    Meaning meaning = Meaning::None;
    bool emphasis = false; ///< something is wrong here
    QString detail;        ///< one or more sentences, may be empty
};

/// Whether the rung `proof` shows the block that accepted the table: only then do its events tell of this
/// table. False without a report.
[[nodiscard]] bool isAccepted(const verify::Report* report);
/// The rolling hash of an entry as it was recomputed, compared with the table's. Logs count where the table
/// is `accepted`; a trace is the word of whoever gave it, and never more. Empty where nothing was recomputed.
[[nodiscard]] std::optional<NodeCheck>
rollingCheck(const table::ExecutionTable& table, const transition::Tree& tree, quint32 entry, bool accepted);
/// Whether what is known of an entry's execution is a trace's word.
[[nodiscard]] bool isTraced(const transition::Tree& tree, quint32 entry);

class NodeChecks {
public:
    NodeChecks() = default;
    /// `examined` may be null. `tree` must outlive this. `accepted`: the events are those of the block that
    /// accepted the table.
    NodeChecks(const table::ExecutionTable& table, const transition::Tree& tree,
               const verify::TablePart* examined, bool accepted);
    [[nodiscard]] NodeCheck check(quint32 node) const;
    /// The state delta of an entry whose state before is not what the step before left; empty where all
    /// continue.
    [[nodiscard]] std::optional<quint32> staleDelta(quint32 node) const;

private:
    struct Wrong {
        QString text, detail;
    };
    void markBreaks(const verify::TablePart& examined, const FindingPlaces& places);
    void markFindings(const verify::TablePart& examined, const FindingPlaces& places);
    [[nodiscard]] NodeCheck entryCheck(quint32 entry) const;
    [[nodiscard]] NodeCheck innerCheck(const transition::Node& node) const;

    const transition::Tree* m_tree = nullptr;
    bool m_accepted = false;
    std::map<quint32, Wrong> m_wrong;    // by node
    std::map<quint32, QString> m_advice; // warnings and notes, by node
    std::map<quint32, quint32> m_stale;  // state delta, by node
};

} // namespace anchorscope::model
