// What an entry does, before any table says so: the calls of a frame in order, what they do while they run,
// and which are rolled back together. A tree of values; whatever walks it recurses on its depth, which those
// who make it bound.
#pragma once
#include "core/synth/table_values.h"

namespace anchorscope::synth {

struct Item;
using Frame = std::vector<Item>;

/// A call that leaves while a flat call runs, and what comes back in inside it.
struct Leaving {
    Frame frame; // no initializer: Item is not complete here
    U256 destination = 1;
    Address target{}, source{};
    U256 value{}; ///< wei
    Bytes data{}, returned{};
};

/// A flat call with the calls that leave while it runs; or (span) calls that are rolled back together.
struct Item {
    bool span = false;
    Frame calls{}; ///< of a span
    std::vector<Leaving> nested{};
    bool success = true;
    Bytes returned{};
    Call call{}; ///< its revert span is filled in by whoever runs it
};

/// What a frame counts as: its calls, those in spans included, not what runs inside them.
[[nodiscard]] std::uint64_t weight(const Frame& frame);

} // namespace anchorscope::synth
