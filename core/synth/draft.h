// Private to the room: a table while it is made, from the plan of its entries to its block.
#pragma once
#include "core/synth/breaks.h"
#include "core/synth/manager.h"
#include "core/synth/random.h"
#include <map>

namespace anchorscope::synth {

/// Which parts a version's tables have.
struct Shape {
    explicit Shape(const table::TableFormat& format);

    bool l1 = true;
    bool events = false;        ///< the manager's logs are read
    bool batches = false;       ///< of sub-batches
    bool incoming = false;      ///< a call comes with the table
    bool transient = false;     ///< a batch may have transient entries
    bool entry_lookups = false; ///< of entries, waiting for cursors
    bool table_lookups = false; ///< of the table
    bool keyed_lookups = false; ///< those of the table wait for cursors, too
    bool framed_entry_lookups = false, framed_table_lookups = false; ///< may run calls in frames
    bool static_calls = false;                                       ///< calls may be static
    bool pins = false;                                               ///< lookups of the table name states
};

struct PlannedEntry {
    Leaving start;         ///< its frame is what runs
    bool called = true;    ///< else nothing calls it, and its hash is zero
    bool incoming = false; ///< started by the call that comes with the table, from `from`
    Domain from;           ///< whose call starts it
    std::vector<Delta> deltas;
    std::size_t batch = 0;
    bool transient = false;
    bool skipped = false; ///< immediate; reverts, and another one runs in its place
};

/// What is logged while an entry runs.
struct Execution {
    std::size_t entry = 0;
    bool in_posting = false; ///< else by a transaction of its own
    std::vector<transition::EventBody> events;
};

/// A lookup of an entry as it was made: when, and what was called for it.
struct LookedUp {
    bool failed = false;
    std::uint32_t calls = 0, nested = 0; ///< begun so far
    Leaving call;
};

struct Draft {
    Draft(const Options& options, const table::TableFormat& format);

    Options options;
    Shape shape;
    Random random;
    Domain domain; ///< where the table's calls run
    std::vector<PlannedEntry> entries;
    std::vector<Ran> ran;                                   ///< by entry
    std::map<std::size_t, std::vector<LookedUp>> looked_up; ///< the same
    Table table;
    std::vector<Execution> executions; ///< in order
    std::vector<chain::Log> stray;     ///< further logs of the manager, first in the posting's receipt
    bool posted = true;                ///< the contracts take it; else it is anchored, and that is all
    bool anchored_other = false;       ///< what is anchored is the digest of something else
    bool logged_other = false;         ///< the log carries another digest than the envelope
    Bytes calldata;
    std::vector<Expected> expected;
    verify::Verdict verdict = verify::Verdict::verified;

    /// Entry `index` of the table, whatever its batch.
    [[nodiscard]] Entry& entry(std::size_t index);
    [[nodiscard]] Batch& batch() { return table.batches.front(); }
    void expect(std::string_view rule, std::string place, Severity severity = Severity::error);
    /// Rollups whose state an entry of this batch may change, ascending.
    [[nodiscard]] std::vector<U256> rollups(std::size_t batch) const;
};

/// Private to breaks.cpp: the lists that it joins.
[[nodiscard]] std::span<const Break> entry_breaks();
[[nodiscard]] std::span<const Break> batch_breaks();
[[nodiscard]] std::span<const Break> lookup_breaks();
[[nodiscard]] std::span<const Break> evidence_breaks();
[[nodiscard]] std::span<const Break> encoding_breaks();
/// Whose logs are the manager's.
[[nodiscard]] Address draft_manager();
/// Nothing carries ether any more, so that a change of one amount is a change of one amount.
void without_ether(Draft& draft);
/// "entries[3].stateDeltas[0]"
[[nodiscard]] std::string element(std::string_view array, std::size_t index, std::string_view rest = {});

/// An account of a rollup (0: L1), one of a few.
[[nodiscard]] Address account(std::uint64_t domain, std::uint64_t number);
/// A flat call by order of `source`, to an account of the domain where the table's calls run.
[[nodiscard]] Call plain_call(Draft& draft, const U256& source);

/// Rollups, proof systems, and what every entry does.
void plan(Draft& draft);
/// What a program does to each rollup's ether, two's complement: what comes in less what is sent.
[[nodiscard]] std::map<U256, U256> flows(const PlannedEntry& entry);
/// Runs the entries: the table's values and what is logged.
void execute(Draft& draft);
/// Lookups, for which the entries must have run.
void add_lookups(Draft& draft);
/// The manager makes a proxy of every account that a call leaves for, once.
[[nodiscard]] std::vector<chain::Log> proxy_logs(const Draft& draft);
/// Block, envelope and files around the draft's calldata.
[[nodiscard]] Result<Synthetic> surround(Draft draft);

} // namespace anchorscope::synth
