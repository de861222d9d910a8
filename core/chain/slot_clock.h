// Slots of proof-of-stake chains: (timestamp - genesis) / seconds per slot, exact or not at all.
#pragma once
#include "core/chain/header.h"

namespace anchorscope::chain {

struct SlotClock {
    std::uint64_t chain_id;
    std::string_view name;
    std::uint64_t genesis; ///< seconds since 1970, of slot 0
    std::uint64_t seconds_per_slot;
    std::uint64_t slots_per_epoch;
};

/// Built-in clocks (consensus-specs configurations of each network); null for chains without one.
[[nodiscard]] const SlotClock* slot_clock(std::uint64_t chain_id);
/// Only for headers with difficulty 0 whose timestamp lies exactly on a slot.
[[nodiscard]] std::optional<std::uint64_t> slot_of(const SlotClock& clock, const Header& header);

} // namespace anchorscope::chain
