// Rolling hashes and static lookups' hashes, folded over what was observed: who observed it is said with
// every step, and a trace's word is never more than that.
#include "core/transition/entry_fold.h"
#include "model/explore/explore_parts.h"
#include "model/items/node_checks.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

using digest::FoldTag;
using transition::Node;
using transition::NodeKind;

struct Place {
    quint32 entry = 0, lookup = transition::no_node;
};

std::optional<Place> placeOf(const table::ExecutionTable& table, const QString& subject) {
    const std::string text = subject.toStdString();
    std::string_view rest = text;
    const auto entry = takeIndex(rest, "entries");
    if (!entry || *entry >= table.entries.size()) {
        return std::nullopt;
    }
    Place place{static_cast<quint32>(*entry)};
    if (const auto lookup = takeIndex(rest, ".lookups")) {
        if (*lookup >= table.entries[*entry].lookups.size()) {
            return std::nullopt;
        }
        place.lookup = static_cast<quint32>(*lookup);
    }
    return rest.empty() ? std::optional(place) : std::nullopt;
}

quint32 nodeOfEntry(const transition::Tree& tree, quint32 entry) {
    for (quint32 id = 1; id < tree.nodes.size(); id = std::max(id + 1, tree.nodes[id].subtree_end)) {
        if (tree.nodes[id].kind == NodeKind::entry && tree.nodes[id].entry == entry) {
            return id;
        }
    }
    return transition::no_node;
}

struct Visit {
    quint32 node = 0;
    bool closes = false;
    int depth = 0;
};

/// The nodes that the fold's steps are of, in the fold's order: each opens, and closes behind what it holds.
std::vector<Visit> visitsOf(const transition::Tree& tree, const Place& place) {
    std::vector<Visit> visits;
    std::vector<quint32> open;
    const quint32 entry = nodeOfEntry(tree, place.entry);
    const quint32 end = entry == transition::no_node ? 0 : tree.nodes[entry].subtree_end;
    const auto closeUntil = [&](quint32 id) {
        while (!open.empty() && tree.nodes[open.back()].subtree_end <= id) {
            visits.push_back({open.back(), true, static_cast<int>(open.size()) - 1});
            open.pop_back();
        }
    };
    for (quint32 id = entry + 1; id < end; ++id) {
        closeUntil(id);
        const Node& node = tree.nodes[id];
        if (node.lookup == place.lookup && (node.kind == NodeKind::call || node.kind == NodeKind::nested)) {
            visits.push_back({id, false, static_cast<int>(open.size())});
            open.push_back(id);
        }
    }
    closeUntil(end);
    return visits;
}

class Rolling {
public:
    Rolling(const Parts& parts, Place place)
        : m_parts(parts), m_tree(*parts.tree), m_place(place), m_traced(isTraced(m_tree, place.entry)) {}

    Explored explore() {
        const auto steps = transition::observed_fold(*m_parts.table, m_tree, m_place.entry, m_place.lookup);
        const std::string subject = subjectText();
        if (!steps) {
            return unknown();
        }
        const table::Lookup* lookup = lookupOf();
        Explored out =
            explored(lookup && !lookup->failed ? digest::static_lookup_trace(subject, outcomes(*steps))
                                               : digest::rolling_hash_trace(subject, *steps),
                     m_parts.table, Told::Computed);
        out->keep.push_back(m_parts.tree);
        describe(*out, *steps, lookup && !lookup->failed);
        if (out->steps.empty()) {
            out->why = Words::tr("Without calls nothing is folded: the hash is zero, whatever happened.");
        }
        compare(*out);
        return out;
    }

private:
    [[nodiscard]] std::string subjectText() const {
        std::string subject = "entries[";
        subject.append(std::to_string(m_place.entry)).append("]");
        if (m_place.lookup != transition::no_node) {
            subject.append(".lookups[").append(std::to_string(m_place.lookup)).append("]");
        }
        return subject;
    }
    [[nodiscard]] const table::Entry& entry() const { return m_parts.table->entries[m_place.entry]; }
    [[nodiscard]] const table::Lookup* lookupOf() const {
        return m_place.lookup == transition::no_node ? nullptr : &entry().lookups[m_place.lookup];
    }

    static std::vector<digest::CallOutcome> outcomes(const std::vector<digest::FoldStep>& steps) {
        std::vector<digest::CallOutcome> out;
        for (const digest::FoldStep& step : steps) {
            if (step.tag == FoldTag::call_end) {
                out.push_back({step.success, step.return_data});
            }
        }
        return out;
    }

    /// Why the fold is not known.
    Explored unknown() const {
        ExploredDigest out;
        out.kind = Words::tr("rolling hash");
        out.subject = textOf(subjectText());
        out.table = m_parts.table;
        out.keep.push_back(m_parts.table);
        const auto& order =
            m_place.entry < m_tree.orders.size() ? m_tree.orders[m_place.entry].detail : std::string();
        out.why = Words::tr("The hash cannot be folded: the order of calls or a result is not known.");
        if (!order.empty()) {
            out.why += u'\n' + textOf(order);
        }
        out.told = Told::Unbound;
        out.comparisons.push_back({Words::tr("Stated by the table"),
                                   stated(),
                                   Words::tr("Not recomputed"),
                                   Meaning::NotChecked,
                                   {}});
        return out;
    }

    [[nodiscard]] Hash32 stated() const {
        const table::Lookup* lookup = lookupOf();
        return lookup ? lookup->rolling_hash : entry().rolling_hash;
    }

    void describe(ExploredDigest& out, const std::vector<digest::FoldStep>& steps, bool untagged) {
        const std::vector<Visit> visits = visitsOf(m_tree, m_place);
        m_told = steps.empty() ? Told::Computed : eventsTold();
        std::size_t at = 0;
        for (std::size_t i = 0; i < steps.size() && i < visits.size(); ++i) {
            if (untagged && steps[i].tag != FoldTag::call_end) {
                continue;
            }
            if (at < out.steps.size()) {
                describeStep(out.steps[at++], steps[i], visits[i], untagged);
            }
        }
        out.told = m_told;
    }

    void describeStep(DigestStep& step, const digest::FoldStep& fold, const Visit& visit, bool untagged) {
        const Node& node = m_tree.nodes[visit.node];
        step.node = visit.node;
        step.depth = untagged ? 0 : visit.depth;
        if (!untagged) {
            step.name = step.name.section(u' ', 0, 0);
            step.number = QString::number(fold.number);
        }
        if (fold.tag != FoldTag::call_end) {
            return;
        }
        const bool own = fold.number == std::uint64_t{node.index} + 1;
        step.remark = own ? QString() : Words::tr("live cursor");
        step.outcome = (fold.success ? Words::tr("success, %1") : Words::tr("reverted, %1"))
                           .arg(returnText(fold.return_data));
        observe(step, node);
    }

    void observe(DigestStep& step, const Node& node) {
        const bool known = node.result != transition::no_node && node.result < m_tree.results.size();
        if (m_traced) {
            step.observed = Words::tr("a trace");
        } else if (known) {
            step.observed = Words::tr("another table of the bundle");
            m_told = std::max(m_told, Told::Tables);
        } else if (node.event < m_tree.events.size()) {
            const transition::LogRef& log = m_tree.events[node.event].log;
            step.observed =
                Words::tr("log %1 of receipt %2").arg(log.position).arg(log.receipt_position() + 1);
        }
    }

    [[nodiscard]] Told eventsTold() const {
        // Lookups leave no events: what is told of them is never the manager's word.
        const bool logged = m_place.lookup == transition::no_node && isAccepted(m_parts.report.get());
        return m_traced ? Told::Trace : logged ? Told::Logs : Told::Unbound;
    }

    void compare(ExploredDigest& out) const {
        DigestComparison table{Words::tr("Stated by the table"), stated(), {}, Meaning::None, {}};
        judge(table, out.value == stated(), out.steps.empty());
        out.comparisons.push_back(table);
        if (m_place.lookup != transition::no_node || m_place.entry >= m_tree.entries.size()) {
            return;
        }
        for (const quint32 event : m_tree.entries[m_place.entry].events) {
            const auto* executed = event < m_tree.events.size()
                                       ? std::get_if<transition::EntryExecuted>(&m_tree.events[event].body)
                                       : nullptr;
            if (executed) {
                DigestComparison logged{
                    Words::tr("Logged by the manager"), executed->rolling_hash, {}, Meaning::None, {}};
                judge(logged, out.value == executed->rolling_hash, out.steps.empty());
                out.comparisons.push_back(logged);
            }
        }
    }

    void judge(DigestComparison& comparison, bool equal, bool nothing) const {
        if (nothing && equal) {
            comparison.result = Words::tr("No calls");
            comparison.meaning = Meaning::NotChecked;
            return;
        }
        switch (m_told) {
        case Told::Logs:
            comparison.result = equal ? Words::tr("Equal") : Words::tr("Mismatch");
            comparison.meaning = equal ? Meaning::Passed : Meaning::Failed;
            return;
        case Told::Trace:
            comparison.result = equal ? Words::tr("Trace agrees") : Words::tr("Trace differs");
            break;
        case Told::Tables:
            comparison.result = equal ? Words::tr("Tables agree") : Words::tr("Tables differ");
            break;
        case Told::Computed: // without calls the hash is zero: the table alone tells
            comparison.result = Words::tr("Mismatch");
            comparison.meaning = Meaning::Failed;
            return;
        default:
            comparison.result = equal ? Words::tr("Logs agree") : Words::tr("Logs differ");
            break;
        }
        comparison.meaning = equal ? Meaning::NotChecked : Meaning::Warning;
        comparison.detail = toldText(m_told);
    }

    const Parts& m_parts;
    const transition::Tree& m_tree;
    Place m_place;
    bool m_traced;
    Told m_told = Told::Computed;
};

} // namespace

Explored exploreRolling(const Parts& parts, const DigestId& id) {
    const bool rolling = id.kind == textOf(digest::id(digest::DigestKind::rolling_hash)) ||
                         id.kind == textOf(digest::id(digest::DigestKind::static_lookup_hash));
    if (!rolling || !parts.table || !parts.tree) {
        return std::nullopt;
    }
    const std::optional<Place> place = placeOf(*parts.table, id.subject);
    return place ? Rolling(parts, *place).explore() : std::nullopt;
}

void addLookups(const Parts& parts, std::vector<NamedDigest>& out) {
    const auto holdsLookups = [](const table::Entry& entry) { return !entry.lookups.empty(); };
    if (!parts.table || !parts.tree || std::ranges::none_of(parts.table->entries, holdsLookups)) {
        return;
    }
    for (const digest::StepTrace& trace :
         transition::observed_traces(*parts.table, *parts.tree, max_more_digests)) {
        const QString subject = textOf(trace.subject);
        const std::optional<Place> place = placeOf(*parts.table, subject);
        if (!place || place->lookup == transition::no_node) {
            continue;
        }
        const Hash32& stated = parts.table->entries[place->entry].lookups[place->lookup].rolling_hash;
        const bool equal = trace.value() == stated; // lookups leave no events: never more than a word
        out.push_back({textOf(digest::id(trace.kind)) + u':' + subject, textOf(digest::name(trace.kind)),
                       subject, trace.value(), equal ? Meaning::NotChecked : Meaning::Warning,
                       equal ? Words::tr("Agrees") : Words::tr("Differs")});
    }
}

} // namespace anchorscope::model
