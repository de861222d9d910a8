// The tables of one bundle side by side. A call that leaves one domain arrives on another one as a flat call
// with the same call hash: the table that it leaves from holds its result, the table that it arrives on its
// preimage. Limits: 1. calls with equal hashes are paired in order; 2. that the tables are of one bundle is
// the user's claim; 3. static lookups are answered without a call on the other side and take no part.
#pragma once
#include "core/transition/placement_solver.h"

namespace anchorscope::transition {

/// Results that are tried for a call without a counterpart: those that the other tables hold.
inline constexpr std::size_t max_pooled_results = 64;
/// Rollup ids that are tried for an L2 table that does not tell its own.
inline constexpr std::size_t max_tried_rollups = 256;

inline constexpr std::uint32_t no_counterpart = ~std::uint32_t{0};

enum class LeavingKind : std::uint8_t {
    start,       ///< the call that starts an entry
    nested,      ///< expectedL1ToL2Calls, expectedOutgoingCalls
    lookup,      ///< a failed lookup of an entry
    table_lookup ///< a failed top-level lookup
};

/// A call that leaves a table's domain.
struct LeavingCall {
    std::uint32_t table = 0;
    LeavingKind kind{};
    std::uint32_t entry = 0; ///< of a table_lookup: nothing
    std::uint32_t index = 0; ///< nested, lookup, table_lookup
    Hash32 call_hash;
    CallOutcome outcome;
    ByteRange range;
    std::uint32_t arrives = no_counterpart; ///< index into Bundle::arriving

    /// Failed lookups may be answered without a call on the other side.
    [[nodiscard]] bool needs_counterpart() const {
        return kind == LeavingKind::start || kind == LeavingKind::nested;
    }
};

/// A flat call: it arrives on the table's domain.
struct ArrivingCall {
    std::uint32_t table = 0, entry = 0, index = 0;
    Hash32 call_hash; ///< zero where the table's domain is not known
    Domain from;
    ByteRange range;
    std::uint32_t leaves = no_counterpart; ///< index into Bundle::leaving
};

class Bundle {
public:
    /// The tables must outlive the object. Of one table alone no calls are listed: there is nothing to pair.
    explicit Bundle(std::vector<const table::ExecutionTable*> tables);

    [[nodiscard]] std::size_t size() const { return m_tables.size(); }
    [[nodiscard]] const table::ExecutionTable& table(std::size_t index) const { return *m_tables[index]; }
    /// Where the table's calls run; of an L2 table that does not tell, found from the other tables' hashes,
    /// or because an L1 table of the bundle names one rollup only.
    [[nodiscard]] Domain domain(std::size_t table) const { return m_domains[table]; }
    /// A table of that domain is there.
    [[nodiscard]] bool has_domain(Domain domain) const;

    /// In table order; within a table in the order in which they happen.
    [[nodiscard]] const std::vector<LeavingCall>& leaving() const { return m_leaving; }
    [[nodiscard]] const std::vector<ArrivingCall>& arriving() const { return m_arriving; }
    /// Index of a flat call in `arriving`.
    [[nodiscard]] std::uint32_t arriving_index(std::size_t table, std::size_t entry, std::size_t call) const;
    /// Index of an entry's start or nested call in `leaving`; no_counterpart for an entry that nothing starts
    /// here.
    [[nodiscard]] std::uint32_t start_index(std::size_t table, std::size_t entry) const;
    [[nodiscard]] std::uint32_t nested_index(std::size_t table, std::size_t entry, std::size_t nested) const;

    /// The distinct results that the other tables hold, at most max_pooled_results.
    [[nodiscard]] std::vector<CallOutcome> pooled_results(std::size_t but_table) const;

    /// "table 1 (L1) entries[0].expectedOutgoingCalls[2]"; tables count from 1 as the user gave them.
    [[nodiscard]] std::string place(const LeavingCall& call) const;
    [[nodiscard]] std::string place(const ArrivingCall& call) const;

private:
    struct EntryIndex {
        std::uint32_t start = no_counterpart, first_call = 0;
        std::vector<std::uint32_t> nested;
    };

    void collect_leaving(std::uint32_t table);
    void index_leaving(EntryIndex& entry, std::size_t first);
    void collect_arriving(std::uint32_t table);
    void find_domains();
    [[nodiscard]] Domain found_domain(std::uint32_t table) const;
    void pair_up();
    [[nodiscard]] std::string table_name(std::uint32_t table) const;

    std::vector<const table::ExecutionTable*> m_tables;
    std::vector<Domain> m_domains;
    std::vector<LeavingCall> m_leaving;
    std::vector<ArrivingCall> m_arriving;
    std::vector<std::vector<EntryIndex>> m_entries; // by table
};

} // namespace anchorscope::transition
