// The manager's functions as the input of a traced call (EEZ main): which one, and what it was given.
#pragma once
#include "core/base/u256.h"
#include "core/chain/call_trace.h"

namespace anchorscope::transition {

enum class ManagerCallKind : std::uint8_t {
    none,
    table,         ///< a function that takes a table: the input is its calldata
    immediate,     ///< attemptApplyImmediate(index), by the manager itself
    l2_tx,         ///< executeL2TX(rollup)
    cross_chain,   ///< executeCrossChainCall(source, data), by a proxy
    span,          ///< executeInContextAndRevert(calls), by the manager itself
    static_lookup, ///< staticCallLookup(source, data), by a proxy
    forwarded      ///< executeOnBehalf(target, data): the manager has a source's proxy make a flat call
};

struct ManagerCall {
    ManagerCallKind kind = ManagerCallKind::none;
    U256 number;     ///< immediate: index; l2_tx: rollup; span: calls
    Address account; ///< cross_chain, static_lookup: source; forwarded: target
    ByteView data;   ///< of the call that is passed on; views into the frame
};

/// `none` where the call is not to the manager (or, of `forwarded`, from it), or its arguments are not the
/// canonical encoding.
[[nodiscard]] ManagerCall manager_call(const chain::CallFrame& frame, const Address& manager);

/// What executeInContextAndRevert reverts with.
struct ContextResult {
    Hash32 rolling_hash;
    U256 nested_consumed, calls_processed;
    bool not_found = false;
};
/// Empty where `output` is no ContextResult(bytes32,uint256,uint256,bool).
[[nodiscard]] std::optional<ContextResult> context_result(ByteView output);

} // namespace anchorscope::transition
