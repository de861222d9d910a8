// Execution tables in what a block's transactions carry. Finding one says where bytes stand, never that they
// were accepted: that is the ladder's business.
// Limits: 1. only whole blocks whose transactions give their root are searched; 2. an input is decoded at
// most max_attempts times and for at most decode_factor times its own length, so the work is linear in the
// block; 3. found tables never overlap within one input; 4. at most max_tables a block, `cut` says so.
#pragma once
#include "core/chain/block_evidence.h"
#include "core/chain/call_trace.h"
#include "core/table/execution_table.h"

namespace anchorscope::verify {

/// Where a table was found; the later, the less it says.
enum class FoundIn : std::uint8_t {
    input,        ///< is the whole input of a transaction
    inside_input, ///< lies inside the input of a transaction to some other contract
    inner_call    ///< is the input of an inner call, as the trace of an endpoint says
};
[[nodiscard]] std::string_view name(FoundIn place); ///< JSON spelling
/// One sentence: how certain it is that somebody was called with these bytes.
[[nodiscard]] std::string_view certainty(FoundIn place);

struct TableCandidate {
    const table::TableFormat* format = nullptr;
    std::size_t transaction = 0; ///< position in the block
    Hash32 transaction_hash;     ///< computed
    FoundIn found_in{};
    std::optional<Address> callee;   ///< who was called with the bytes; empty where only a trace could tell
    std::optional<std::size_t> call; ///< the inner call, by its position in the flat trace
    ByteRange range;                 ///< in the transaction's input; in the call's own input without one
    std::optional<bool> succeeded;   ///< the transaction, or the inner call; empty where it is not known
    std::shared_ptr<const table::ExecutionTable> table;

    [[nodiscard]] std::size_t entries() const { return table->entries.size(); }
};

struct TableCandidates {
    std::vector<TableCandidate> tables; ///< by transaction, then by offset
    bool cut = false;                   ///< a limit was reached: there may be more
};

/// Tables of known formats that decode canonically: L1 and L2 formats alike.
[[nodiscard]] TableCandidates table_candidates(const chain::BlockEvidence& block);

/// Adds what a trace of the transaction at that position shows: tables that are the input of an inner call.
/// One that was found inside the transaction's own input gets its callee. Nothing of a trace is bound by a
/// root.
void add_traced_tables(TableCandidates& found, const chain::BlockEvidence& block, std::size_t transaction,
                       const chain::CallTrace& trace);
/// Positions of transactions that only a trace can explain: they succeeded, a manager's event is in their
/// logs, and no table was found in them with which its emitter was called. At most `most`, in order.
[[nodiscard]] std::vector<std::size_t> unexplained(const TableCandidates& found,
                                                   const chain::BlockEvidence& block, std::size_t most);

inline constexpr std::size_t max_attempts = 256;
inline constexpr std::uint64_t decode_factor = 4;
inline constexpr std::size_t max_tables = 1024;

} // namespace anchorscope::verify
