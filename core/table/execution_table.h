// The execution table as values that point into the source bytes. Version-neutral: every format fills the
// same structures. Everything variable in size is a view or a span into flat arrays owned by the table.
#pragma once
#include "core/base/domain.h"
#include "core/base/finding.h"
#include "core/table/format.h"
#include "core/table/message.h"
#include "core/table/table_source.h"
#include <memory>

namespace anchorscope::table {

namespace rules {
inline constexpr std::string_view table_unknown = "table.unknown_selector"; ///< no format has this selector
inline constexpr std::string_view table_selector = "table.selector"; ///< --format names another selector
} // namespace rules

struct StateDelta {
    U256 rollup_id;
    std::optional<Hash32> current_state; ///< empty in versions that do not state it
    Hash32 new_state;
    U256 ether_delta; ///< two's complement int256, wei
    ByteRange range;  ///< its words
};

/// A flat call: executed on the table's own side, by order of a rollup (L1 tables) or from abroad (L2
/// tables).
struct Call {
    Address target;
    U256 value; ///< wei
    ByteView data;
    Address source;
    U256 source_rollup;
    U256 revert_span;       ///< number of flat calls rolled back together from here; 0 for none
    bool is_static = false; ///< may not change state; false in versions that have no static calls
    ByteRange range;        ///< the tuple's whole encoding
};

/// A call that leaves the side again while a flat call runs (expectedL1ToL2Calls, expectedOutgoingCalls).
struct NestedCall {
    Hash32 call_hash;
    U256 call_count; ///< flat calls that run inside it
    ByteView return_data;
    ByteRange range;
    std::optional<U256> destination_rollup; ///< where it goes; in versions that say so
};

/// What V1's contracts do next: make a call, take its result, unwind.
struct Action {
    enum class Type : std::uint8_t { call, result, l2_transaction, revert, revert_continue };

    std::uint8_t type = 0; ///< as encoded; see kind()
    U256 rollup_id;
    Address destination;
    U256 value; ///< wei
    ByteView data;
    bool failed = false, is_static = false;
    Address source;
    U256 source_rollup;
    std::span<const U256> scope; ///< where in the tree of calls: indices from the root down
    ByteRange range;

    /// Empty for a number that no version gives a meaning.
    [[nodiscard]] std::optional<Type> kind() const;
};

struct StatePin {
    U256 rollup_id;
    Hash32 state_root;
    ByteRange range;
};

/// An expected lookup of an entry (coordinates set) or a top-level one (destination and pins set).
struct Lookup {
    Hash32 call_hash;
    std::optional<U256> destination_rollup;
    ByteView return_data;
    bool failed = false;
    std::uint64_t call_number = 0, last_nested_consumed = 0, executing_lookup = 0;
    std::span<const Call> calls;
    std::span<const NestedCall> nested;
    std::span<const Lookup> lookups; ///< of a top-level lookup
    U256 call_count;
    Hash32 rolling_hash;
    std::span<const StatePin> pins;
    ByteRange range;
};

struct Entry {
    std::span<const StateDelta> deltas;     ///< empty in L2 tables
    Hash32 proxy_entry_hash;                ///< call hash of the call that starts the entry
    std::optional<U256> destination_rollup; ///< L1 tables only
    std::span<const Call> calls;
    std::span<const NestedCall> nested;
    std::span<const Lookup> lookups;
    U256 call_count; ///< flat calls at the entry's own level
    ByteView return_data;
    Hash32 rolling_hash;                 ///< expected
    std::optional<bool> failed;          ///< March to May: whether the call that starts the entry fails
    const Action* next_action = nullptr; ///< V1
    ByteRange range;
};

struct RollupProofs {
    U256 rollup_id;
    std::vector<std::uint64_t> proof_systems; ///< indices into Batch::proof_systems
};

/// What surrounds the entries of an L1 batch.
struct Batch {
    U256 transient_entries, transient_lookups;
    std::vector<Address> proof_systems;
    std::vector<RollupProofs> rollups;
    Hash32 cross_proof_system_interactions;
    std::vector<U256> blob_indices;
    ByteView call_data;
    std::vector<ByteView> proofs;
    std::uint64_t block_number = 0;
};

/// A batch of a version that posts several at once: its part of the table's entries and lookups.
struct SubBatch {
    std::size_t first_entry = 0, entry_count = 0, first_lookup = 0, lookup_count = 0;
    Batch batch;
    ByteRange range;
};

/// The call that comes with an L2 table in executeIncomingCrossChainCall.
struct IncomingCall {
    Address destination;
    U256 value;
    ByteView data;
    Address source;
    U256 source_rollup;
};

class ExecutionTable {
public:
    ExecutionTable() = default;
    ExecutionTable(const ExecutionTable&) = delete;
    ExecutionTable& operator=(const ExecutionTable&) = delete;
    ExecutionTable(ExecutionTable&&) = default;
    ExecutionTable& operator=(ExecutionTable&&) = default;
    ~ExecutionTable() = default;

    const TableFormat* format = nullptr;
    std::shared_ptr<const TableSource> source;
    std::span<const Entry> entries;
    std::span<const Lookup> lookups;      ///< top level
    std::optional<Batch> batch;           ///< L1 tables with proof systems, of one batch
    std::vector<SubBatch> sub_batches;    ///< L1 tables of several
    std::optional<IncomingCall> incoming; ///< executeIncomingCrossChainCall
    std::span<const Message> messages;    ///< EMSG; then there are no entries
    std::uint64_t padding = 0;            ///< EMSG: bytes behind those that the header counts
    /// The rollup an L2 table runs on: recovered where entries[0] binds it (call hash of `incoming` with ids
    /// below max_domain_search), else unknown.
    Domain own_domain;

    /// The calldata: selector and arguments; of messages their bytes.
    [[nodiscard]] ByteView calldata() const { return source->bytes(); }
    /// All arguments as a checked ABI value; ranges count from the start of the calldata. Of messages an
    /// empty tuple: they are no ABI encoding.
    [[nodiscard]] codec::AbiValue arguments() const;
    [[nodiscard]] codec::AbiValue entry_value(std::size_t index) const;
    [[nodiscard]] codec::AbiValue lookup_value(std::size_t index) const;
    /// "entries[2]", "batches[1].entries[0]", as the format spells it.
    [[nodiscard]] std::string entry_path(std::size_t index) const;
    [[nodiscard]] std::string lookup_path(std::size_t index) const;
    /// "messages[3]".
    [[nodiscard]] static std::string message_path(std::size_t index);
    /// Where a flat call is executed: L1 for L1 tables, own_domain for L2 tables.
    [[nodiscard]] Domain executing_domain() const {
        return format->side == Side::l1 ? l1_domain : own_domain;
    }

private:
    friend class TableBuilder;
    friend class MessageReader;
    std::vector<Entry> m_entries;
    std::vector<Lookup> m_lookups, m_entry_lookups, m_nested_lookups;
    std::vector<StateDelta> m_deltas;
    std::vector<Call> m_calls;
    std::vector<NestedCall> m_nested;
    std::vector<StatePin> m_pins;
    std::vector<Action> m_actions;
    std::vector<U256> m_scopes;
    std::vector<Message> m_messages;
    std::vector<ChainOperation> m_operations;
};

inline constexpr std::uint64_t max_domain_search = 4096;

/// Decodes calldata of a known format, messages, or calldata of a format stated beside the source. Unknown
/// selector: table_unknown (the bytes may still be an opaque observation). With `format`, the selector must
/// be that format's.
[[nodiscard]] Result<std::shared_ptr<const ExecutionTable>>
decode_table(std::shared_ptr<const TableSource> source, const TableFormat* format = nullptr);

} // namespace anchorscope::table
