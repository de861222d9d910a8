#include "core/verify/request.h"
#include "core/base/u256.h"
#include "core/verify/rules.h"

namespace anchorscope::verify {
namespace {

constexpr std::array<std::string_view, 5> policy_names{"digest", "event", "inclusion", "block", "final"};

std::optional<std::uint64_t> parse_number(std::string_view text) {
    const auto value = U256::parse_decimal(text);
    return value ? value->to_u64() : std::nullopt;
}

} // namespace

std::string_view name(Policy policy) { return policy_names[static_cast<std::size_t>(policy)]; }

std::optional<Policy> policy_named(std::string_view name) {
    const auto found = std::ranges::find(policy_names, name);
    if (found == policy_names.end()) {
        return {};
    }
    return static_cast<Policy>(found - policy_names.begin());
}

Result<Pin> parse_pin(std::string_view text) {
    const auto refuse = [](std::string_view what) {
        return fail(rules::pin_syntax, std::string("a pin is [CHAIN:]NUMBER:HASH; ").append(what), {}, "pin");
    };
    const std::size_t last = text.rfind(':');
    if (last == std::string_view::npos) {
        return refuse("there is no colon");
    }
    const auto hash = Hash32::parse(text.substr(last + 1));
    if (!hash) {
        return refuse("HASH must be 0x and 64 hex digits");
    }
    std::string_view numbers = text.substr(0, last);
    Pin pin;
    pin.hash = *hash;
    if (const std::size_t colon = numbers.find(':'); colon != std::string_view::npos) {
        pin.chain_id = parse_number(numbers.substr(0, colon));
        if (!pin.chain_id) {
            return refuse("CHAIN must be a decimal number");
        }
        numbers.remove_prefix(colon + 1);
    }
    const auto number = parse_number(numbers);
    if (!number) {
        return refuse("NUMBER must be a decimal number");
    }
    pin.number = *number;
    return pin;
}

Result<chain::SlotClock> parse_slot_clock(std::string_view text) {
    const auto refuse = [](std::string_view what) {
        return fail(rules::slot_clock_syntax,
                    std::string("a slot clock is CHAIN:GENESIS:SECONDS[:SLOTS_PER_EPOCH]; ").append(what), {},
                    "slot clock");
    };
    constexpr std::uint64_t usual_epoch = 32;
    std::vector<std::uint64_t> numbers;
    while (true) {
        const std::size_t colon = text.find(':');
        const auto number = parse_number(text.substr(0, colon));
        if (!number || numbers.size() == 4) {
            return refuse("three or four decimal numbers");
        }
        numbers.push_back(*number);
        if (colon == std::string_view::npos) {
            break;
        }
        text.remove_prefix(colon + 1);
    }
    if (numbers.size() < 3 || numbers[2] == 0 || (numbers.size() == 4 && numbers[3] == 0)) {
        return refuse(numbers.size() < 3 ? "three or four decimal numbers"
                                         : "SECONDS and SLOTS are at least 1");
    }
    return chain::SlotClock{numbers[0], "stated", numbers[1], numbers[2],
                            numbers.size() == 4 ? numbers[3] : usual_epoch};
}

} // namespace anchorscope::verify
