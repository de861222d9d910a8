// Tables that hold together, with everything that a verifier asks for: what the manager logs when it runs
// them, in receipts and transactions of a block, and the anchor event and envelope of their digest. The same
// options give the same bytes on every machine. Limits: 1. only versions that list calls flat
// (Scheme::partitioned), and logs only of those whose events are read; 2. signatures of transactions and
// proofs of batches have the right form and are nobody's; 3. proxies' addresses are made up; 4. bounded, see
// Options.
#pragma once
#include "core/anchor/envelope.h"
#include "core/chain/block_evidence.h"
#include "core/chain/call_trace.h"
#include "core/digest/profile.h"
#include "core/synth/table_values.h"
#include "core/verify/report.h"

namespace anchorscope::synth {

namespace rules {
inline constexpr std::string_view options = "synth.options"; ///< out of bounds, or they do not go together
} // namespace rules

struct Break;

struct Options {
    std::uint64_t seed = 1;
    const table::TableFormat* format = nullptr; ///< null: eez-main.l1
    std::uint32_t entries = 4;                  ///< at most max_entries
    std::uint32_t rollups = 2;                  ///< at most max_rollups, at least 1; ids count from 1
    std::uint32_t depth = 2;         ///< of nested calls, reached by the first entry; at most max_depth
    std::uint32_t calls = 3;         ///< of a frame, at most; at most max_calls
    std::uint32_t lookups = 2;       ///< at most max_lookups; of entries and of the table in turn
    std::uint32_t spans = 0;         ///< revert spans, in the first entries; they hide results from logs
    std::uint32_t proof_systems = 1; ///< at most max_proof_systems, at least 1
    std::uint32_t immediate = 0; ///< leading entries that the manager itself runs while the batch is posted
    std::uint32_t transient = 0; ///< entries behind these that the poster's hook calls
    const digest::Profile* profile = nullptr; ///< what is anchored; null: calldata
    crypto::HashFunction function = crypto::HashFunction::sha2_256;
    const Break* broken = nullptr; ///< in exactly this way; null: in none
};

inline constexpr std::uint32_t max_entries = 100'000, max_rollups = 256, max_depth = 64, max_calls = 16,
                               max_lookups = 100'000, max_spans = 100'000, max_proof_systems = 32;
/// Entries that a block of evidence is made for: each has a transaction of its own.
inline constexpr std::uint32_t max_evidence_entries = 10'000;
/// Calls of one entry that nesting may add up to.
inline constexpr std::uint32_t max_calls_of_entry = 256;

/// A finding that the table deserves.
struct Expected {
    std::string rule, place;
    Severity severity = Severity::error;
    friend bool operator==(const Expected&, const Expected&) = default;
};

/// What was made. `calldata` is of a table that decodes, unless it is broken so that it does not.
struct Synthetic {
    const table::TableFormat* format = nullptr;
    Bytes calldata;
    std::string table_file; ///< hex text
    chain::BlockEvidence block;
    std::vector<chain::Receipt> rollup_receipts; ///< of L2 tables: what the rollup's manager logs, in order
    std::vector<chain::CallTrace>
        traces;                ///< of the manager's transactions, in order; lookups are not in them
    std::string evidence_file; ///< the block
    std::uint64_t chain_id = 0;
    Address manager, contract, committer;
    anchor::Envelope envelope;
    std::string envelope_file;
    verify::Pin pin;
    std::vector<Expected> expected; ///< findings of the whole ladder and of the replay; of a good table none
    verify::Verdict verdict = verify::Verdict::verified; ///< with the pin, and manager and contract stated

    /// The arguments of `verify FOLDER` with which the verdict is reached.
    [[nodiscard]] std::vector<std::string> verify_arguments(std::string folder) const;
};

/// Versions that tables are made of.
[[nodiscard]] std::vector<const table::TableFormat*> formats();
[[nodiscard]] Result<Synthetic> make(const Options& options);
/// The calldata alone, for tables too large for a block of their own.
[[nodiscard]] Result<Bytes> make_calldata(const Options& options);
/// As debug_traceTransaction answers with callTracer.
[[nodiscard]] std::string trace_text(const chain::CallTrace& trace);
/// A canonical encoding of any version's arguments, whatever they mean: every shape that the type allows, at
/// most `most` elements an array.
[[nodiscard]] Bytes arbitrary_calldata(const table::TableFormat& format, std::uint64_t seed,
                                       std::size_t most);

} // namespace anchorscope::synth
