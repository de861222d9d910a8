// What is known from outside so far, and what else is needed. core never fetches: it asks by next_needs and
// consumes values that carry their source.
#pragma once
#include "core/chain/call_trace.h"
#include "core/chain/header_walk.h"
#include "core/chain/history_contract.h"
#include "core/verify/lone_receipt.h"
#include "core/verify/request.h"
#include <map>

namespace anchorscope::verify {

/// What one endpoint said about the chain as a whole, in this run.
struct EndpointState {
    std::string name;     ///< host and port, credentials removed
    bool trusted = false; ///< the user's own node (--trust)
    std::optional<std::uint64_t> chain_id;
    std::optional<std::uint64_t> head_number; ///< newest block, for display
    std::optional<std::uint64_t> finalized_number;
    std::optional<std::uint64_t> safe_number; ///< for display
    bool finality_unsupported = false;        ///< answered that it has no finalized head
    std::map<std::uint64_t, std::optional<Hash32>>
        canonical; ///< height → block hash answered in this run; empty: no such block
    std::map<std::uint64_t, chain::Header>
        headers;                              ///< of the blocks in `canonical`, to compare field by field
    std::set<std::uint64_t> unusable_heights; ///< answered with what is no block of that hash: no vote
    std::map<Hash32, std::optional<chain::ReceiptLocation>>
        receipts;                     ///< transaction → where; empty: not found
    std::set<Hash32> missing_blocks;  ///< asked by hash, answered null
    std::set<Hash32> missing_headers; ///< asked by hash, not given
    std::set<std::pair<Hash32, std::uint64_t>>
        missing_histories;               ///< (block, number): no proof given, or of no use
    std::set<Hash32> missing_traces;     ///< by transaction: not offered, or of no use
    std::set<Hash32> missing_raw_blocks; ///< asked by hash for consensus bytes: of no use
    bool raw_unsupported = false;        ///< does not hand out consensus bytes
    std::optional<std::string> failure;  ///< no usable answer: why. Nothing more is asked of it
};

/// What was called inside a transaction, as its source tells it.
struct TraceEvidence {
    chain::Source source; ///< only an endpoint asked in this run counts
    Hash32 transaction;
    std::shared_ptr<const chain::CallTrace> trace;
};

/// What a contract answers to a call at the state of a block (eth_call).
struct CallAnswer {
    chain::Source source; ///< only an endpoint asked in this run counts
    Hash32 block;
    Address to;
    Bytes data;
    std::optional<Bytes> output; ///< empty: it gave none (reverted, pruned, not offered)
};

/// How an endpoint's search for RollupCreated logs of the manager ended. Hints: each is read in its block,
/// and that there are no others is the endpoint's word.
struct RollupSearch {
    chain::Source source; ///< only an endpoint asked in this run counts
    Address manager;
    std::vector<Hash32> blocks; ///< that hold such logs, as it says
    bool complete = false;      ///< every block of the span was asked for, and none refused
    std::string words;          ///< how far was searched, and what that says
};

struct Evidence {
    std::vector<chain::BlockEvidence> blocks; ///< from files and endpoints
    std::vector<LoneReceipt> lone_receipts;   ///< where a block cannot be had: never more than an event
    std::vector<chain::HeaderWalk> walks; ///< from pinned blocks down: one for each hash that they start at
    std::vector<chain::HistoryProof> history; ///< block hashes in the state of later blocks
    std::vector<TraceEvidence> traces;
    std::vector<CallAnswer> calls;
    std::vector<RollupSearch> rollup_searches;
    std::optional<std::uint64_t> file_chain_id; ///< said by an evidence file
    std::vector<EndpointState> endpoints;
    std::vector<Finding> findings; ///< of reading: contradictions, unusable answers
};

enum class NeedKind : std::uint8_t {
    chain_id,         ///< eth_chainId
    receipt_location, ///< transaction → block hash and number (eth_getTransactionReceipt)
    block,            ///< by hash: header, full transactions, all receipts
    canonical_hash,   ///< block at a height (eth_getBlockByNumber)
    finalized_head,   ///< eth_getBlockByNumber("finalized"), and "safe" for display
    header, ///< by hash, and the `count` - 1 below it by number (eth_getBlockByHash, eth_getBlockByNumber)
    history_proof, ///< eth_getProof of the history contract at block `hash`, for the hash of block `number`
    trace,         ///< debug_traceTransaction with callTracer and logs
    call,          ///< eth_call of `to` with `data` at block `hash` (EIP-1898)
    raw_block,     ///< by hash: debug_getRawBlock and debug_getRawReceipts
    rollup_logs    ///< eth_getLogs of RollupCreated by `to` for `keys`, over all blocks up to `number`
};

struct Need {
    NeedKind kind{};
    std::size_t endpoint = 0;   ///< index into Evidence::endpoints
    Hash32 hash{};              ///< receipt_location, trace: transaction; the others: block hash
    std::uint64_t number = 0;   ///< canonical_hash, header, history_proof, rollup_logs
    std::size_t count = 1;      ///< header
    Address to{};               ///< call; rollup_logs: the manager
    Bytes data{};               ///< call
    std::vector<Hash32> keys{}; ///< rollup_logs: rollup ids as words
};

/// What to ask next, given what is known; empty when nothing more would help. Terminates: every answer
/// (including "not found" and failure) removes its need, and needs per endpoint are bounded
/// (max_needs_per_endpoint).
[[nodiscard]] std::vector<Need> next_needs(const Request& request, const Evidence& evidence);

inline constexpr std::size_t max_needs_per_endpoint = 16;
/// Headers of a parent walk that are asked for at once.
inline constexpr std::size_t headers_at_once = 128;
/// Below a gap of this many headers a walk is asked for, above it the history contract first.
inline constexpr std::uint64_t short_walk = 16;
/// Transactions that are traced in search of the table: those of a block that a batch was seen in.
inline constexpr std::size_t max_traces = 8;
/// Rollups of a table whose contracts are searched for, and blocks that are read for each search.
inline constexpr std::size_t max_rollups_searched = 16;

} // namespace anchorscope::verify
