// Where a format's tuples keep the version-neutral fields. Found by name once a table, so that decoding a
// million entries compares no names.
#pragma once
#include "core/codec/abi_reader.h"

namespace anchorscope::table {

/// Index of a field in its tuple; absent in versions that do not have it.
using FieldIndex = std::optional<std::uint32_t>;

struct DeltaLayout {
    FieldIndex rollup_id, current_state, new_state, ether_delta;
};

struct CallLayout {
    FieldIndex target, value, data, source, source_rollup, revert_span, is_static;
};

struct NestedLayout {
    FieldIndex call_hash, call_count, return_data, destination;
};

struct ActionLayout {
    FieldIndex type, rollup_id, destination, value, data, failed, is_static, source, source_rollup, scope;
};

struct PinLayout {
    FieldIndex rollup_id, state_root;
};

/// What entries and lookups have in common; an absent inner tuple leaves its layout empty.
struct FrameLayout {
    FieldIndex call_hash, destination, deltas, calls, nested, lookups, call_count, return_data, rolling_hash;
    FieldIndex failed, call_number, last_nested_consumed, executing_lookup, pins; ///< lookups only
    FieldIndex next_action;                                                       ///< entries of V1 only
    DeltaLayout delta;
    CallLayout call;
    NestedLayout nested_call;
    PinLayout pin;
    ActionLayout action;
};

/// Of the tuple `node`: an entry or a lookup.
[[nodiscard]] FrameLayout frame_layout(const codec::AbiType& type, std::uint32_t node);
/// The element of the array that field `index` of tuple `node` is.
[[nodiscard]] std::uint32_t element_of(const codec::AbiType& type, std::uint32_t node, std::uint32_t index);

} // namespace anchorscope::table
