// What was called inside a transaction: the answer of debug_traceTransaction with callTracer and withLog. It
// is a claim of whoever gave it: no root of a block binds it. Limits: 1. frames, depth and decoded bytes are
// bounded (below); 2. members that are not listed here are ignored;
// 3. creation code may be left out, the input of a call may not.
#pragma once
#include "core/base/u256.h"
#include "core/chain/log.h"
#include "core/codec/json_fwd.h"

namespace anchorscope::chain {

namespace rules {
inline constexpr std::string_view trace_type = "trace.type"; ///< a kind of call that is not known
inline constexpr std::string_view trace_limit =
    "trace.limit"; ///< too many frames, too deep, or too many bytes
} // namespace rules

/// Frames of one transaction: a block's gas allows some 10^5 calls of 100 gas and more each.
inline constexpr std::size_t max_trace_frames = std::size_t{1} << 18U;
/// The EVM's own limit on nested calls, the outermost call not counted.
inline constexpr std::size_t max_trace_depth = 1024;
/// Inputs, outputs and logs of all frames together. One call's data is bounded by gas; nested calls
/// repeat it.
inline constexpr std::size_t max_trace_bytes = std::size_t{64} << 20U;
/// Nesting of the JSON text around it: two levels a call, and what surrounds them.
inline constexpr std::size_t max_trace_json_depth = 2 * max_trace_depth + 16;

enum class CallType : std::uint8_t {
    call,
    static_call,
    delegate_call,
    call_code,
    create,
    create2,
    self_destruct
};
[[nodiscard]] std::string_view name(CallType type); ///< "CALL"

struct CallFrame {
    static constexpr std::size_t no_parent = SIZE_MAX;

    std::size_t parent = no_parent; ///< index in CallTrace::frames, always smaller than its own
    std::size_t depth = 0;          ///< 0 for the transaction's own call
    CallType type{};
    Address from;
    std::optional<Address> to; ///< absent in a creation that failed
    U256 value;                ///< wei
    Bytes input, output;
    bool failed = false;
    std::string error;     ///< of a failed frame, in the node's words, shortened
    std::vector<Log> logs; ///< this frame's own, in order
    std::vector<std::uint64_t>
        log_positions; ///< calls of this frame made before each log; empty where not told
};

struct CallTrace {
    std::vector<CallFrame> frames; ///< in the order in which they began; never empty once parsed

    /// Inputs, outputs and logs, and what a frame takes beside them.
    [[nodiscard]] std::size_t bytes() const;
    /// Neither the frame nor one around it failed: what it did was kept.
    [[nodiscard]] bool took_effect(std::size_t index) const;
    /// The frame or one around it is a static call, in which nothing can be written.
    [[nodiscard]] bool is_static(std::size_t index) const;
    /// The first plain call to `target` with exactly this input that took effect and could write.
    [[nodiscard]] std::optional<std::size_t> find_call(const Address& target, ByteView input) const;
};

/// Strict: every member listed in CallFrame has its type and form, "to" and "input" of a call are there.
[[nodiscard]] Result<CallTrace> call_trace_from_rpc(const codec::Json& answer,
                                                    std::string_view place = "trace");

} // namespace anchorscope::chain
