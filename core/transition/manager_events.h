// The manager's events (EEZ main, PROTOCOL 1.6) decoded from logs. Only logs of the stated manager take part.
#pragma once
#include "core/chain/block_evidence.h"
#include "core/table/execution_table.h"
#include <variant>

namespace anchorscope::transition {

namespace rules {
inline constexpr std::string_view event_shape =
    "event.shape"; ///< a known topic, topics or data of another shape
} // namespace rules

/// Where a log stands: block in the evidence, receipt in BlockEvidence::receipts, position in the receipt.
struct LogRef {
    std::size_t block = 0, receipt = 0, position = 0;
    std::optional<std::size_t> in_block =
        {}; ///< position of the receipt in its block, where that is not `receipt`

    /// Position of the receipt in its block.
    [[nodiscard]] std::size_t receipt_position() const { return in_block.value_or(receipt); }
    friend bool operator==(const LogRef&, const LogRef&) = default;
};

struct BatchPosted {
    U256 rollup_count;
};
struct ExecutionConsumed {
    Hash32 call_hash;
    std::optional<U256> rollup_id;
    U256 index;
};
struct CallResult {
    U256 entry_index, call_number;
    bool success = false;
    Bytes return_data;
};
struct NestedConsumed {
    U256 entry_index, nested_number;
    Hash32 call_hash;
    U256 call_count;
};
struct EntryExecuted {
    U256 entry_index;
    Hash32 rolling_hash;
    U256 calls, nested;
};
struct RevertSpanExecuted {
    U256 entry_index, start, span;
};
struct ImmediateEntrySkipped {
    U256 index;
    Bytes revert_data;
};
struct L2TxExecuted {
    U256 rollup_id, index;
};
struct CallExecuted {
    Hash32 call_hash;
    Address proxy, source;
    Bytes call_data;
    U256 value;
};
struct ProxyCreated {
    Address proxy, original;
    U256 original_rollup;
};
struct ExecutionPerformed {
    U256 rollup_id;
    Hash32 new_state;
};
struct StateUpdated {
    U256 rollup_id;
    Hash32 new_state;
};
struct IncomingExecuted {
    Hash32 call_hash;
    Address destination;
    U256 value;
    Bytes data;
    Address source;
    U256 source_rollup;
};
struct TableLoaded {
    Hash32 entries_hash;
}; ///< keccak-256 of the log's data: abi.encode(entries)
struct RollupCreated {
    U256 rollup_id;
    Address contract;
    Hash32 initial_state;
};
struct UnknownEvent {
    std::optional<Hash32> topic0;
};

using EventBody = std::variant<BatchPosted, ExecutionConsumed, CallResult, NestedConsumed, EntryExecuted,
                               RevertSpanExecuted, ImmediateEntrySkipped, L2TxExecuted, CallExecuted,
                               ProxyCreated, ExecutionPerformed, StateUpdated, IncomingExecuted, TableLoaded,
                               RollupCreated, UnknownEvent>;

struct ManagerEvent {
    EventBody body;
    LogRef log;
};

struct EventSignature {
    std::string_view name;      ///< "CallResult"
    std::string_view signature; ///< "CallResult(uint256,uint256,bool,bytes)"
};
/// The list that the decoder is built from; topics are computed from it.
[[nodiscard]] std::span<const EventSignature> manager_event_signatures();
[[nodiscard]] std::string_view event_name(const EventBody& body);

/// Decodes one log; a known topic with data of another shape is an error (event.shape).
[[nodiscard]] Result<ManagerEvent> decode_manager_event(const chain::Log& log, LogRef ref);

/// All events of `manager` in a block, in order, as far as its receipts are at hand; malformed ones become
/// findings.
[[nodiscard]] std::vector<ManagerEvent> manager_events(const chain::BlockEvidence& block,
                                                       std::size_t block_index, const Address& manager,
                                                       std::vector<Finding>& findings);

} // namespace anchorscope::transition
