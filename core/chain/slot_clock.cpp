#include "core/chain/slot_clock.h"

namespace anchorscope::chain {
namespace {

/// Genesis time, SECONDS_PER_SLOT and SLOTS_PER_EPOCH of each network's consensus configuration
/// (ethereum/consensus-specs, eth-clients, gnosischain/configs).
constexpr std::array<SlotClock, 5> clocks{{
    {1, "Mainnet", 1606824023, 12, 32},
    {11155111, "Sepolia", 1655733600, 12, 32},
    {560048, "Hoodi", 1742213400, 12, 32},
    {100, "Gnosis", 1638993340, 5, 16},
    {10200, "Chiado", 1665396300, 5, 16},
}};

} // namespace

const SlotClock* slot_clock(std::uint64_t chain_id) {
    const auto found = std::ranges::find(clocks, chain_id, &SlotClock::chain_id);
    return found == clocks.end() ? nullptr : &*found;
}

std::optional<std::uint64_t> slot_of(const SlotClock& clock, const Header& header) {
    if (!header.difficulty.is_zero() || header.timestamp < clock.genesis) {
        return std::nullopt;
    }
    const std::uint64_t since = header.timestamp - clock.genesis;
    if (clock.seconds_per_slot == 0 || since % clock.seconds_per_slot != 0) {
        return std::nullopt;
    }
    return since / clock.seconds_per_slot;
}

} // namespace anchorscope::chain
