// The rolling hash of an entry: h = keccak(h ‖ tag ‖ n …), folded over what was observed (PROTOCOL 1.4).
#pragma once
#include "core/base/hash32.h"
#include "core/crypto/hash_function.h"

namespace anchorscope::digest {

enum class FoldTag : std::uint8_t { call_begin = 1, call_end = 2, nested_begin = 3, nested_end = 4 };

struct FoldStep {
    FoldTag tag{};
    std::uint64_t number = 0; ///< call_end: the live cursor (last call begun), not the call's own number
    bool success = false;     ///< call_end only
    ByteView return_data;     ///< call_end only
};

/// h before the first step is zero.
[[nodiscard]] Hash32 fold(const Hash32& before, const FoldStep& step);
[[nodiscard]] Hash32 rolling_hash(std::span<const FoldStep> steps);
/// Value after each step, same length as `steps`.
[[nodiscard]] std::vector<Hash32> fold_trace(std::span<const FoldStep> steps);

} // namespace anchorscope::digest
