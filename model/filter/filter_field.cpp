#include "model/filter/filter_field.h"
#include <algorithm>
#include <array>
#include <utility>

namespace anchorscope::model {

namespace {

using F = FilterField;
using T = FilterType;

constexpr std::uint8_t hash_octets = 32, selector_octets = 4;

constexpr std::array fields{
    FilterFieldInfo{F::text, u"text", T::Text},
    FilterFieldInfo{F::domain, u"domain", T::Domain},
    FilterFieldInfo{F::from, u"from", T::Domain},
    FilterFieldInfo{F::to, u"to", T::Domain},
    FilterFieldInfo{F::rollup, u"rollup", T::Domain},
    FilterFieldInfo{F::kind, u"kind", T::Word, filter_kinds},
    FilterFieldInfo{F::entry, u"entry", T::Number},
    FilterFieldInfo{F::call, u"call", T::Number},
    FilterFieldInfo{F::nested, u"nested", T::Number},
    FilterFieldInfo{F::lookup, u"lookup", T::Number},
    FilterFieldInfo{F::depth, u"depth", T::Number},
    FilterFieldInfo{F::step, u"step", T::Number},
    FilterFieldInfo{F::state, u"state", T::Word, filter_states},
    FilterFieldInfo{F::check, u"check", T::Text},
    FilterFieldInfo{F::outcome, u"outcome", T::Word, filter_outcomes},
    FilterFieldInfo{F::reverted, u"reverted", T::Flag},
    FilterFieldInfo{F::crossing, u"crossing", T::Flag},
    FilterFieldInfo{F::placed, u"placed", T::Flag},
    FilterFieldInfo{F::problem, u"problem", T::Flag},
    FilterFieldInfo{F::function, u"function", T::Text},
    FilterFieldInfo{F::selector, u"selector", T::Octets, {}, false, selector_octets},
    FilterFieldInfo{F::data, u"data", T::Octets},
    FilterFieldInfo{F::dataLength, u"data.length", T::Number},
    FilterFieldInfo{F::returned, u"returned", T::Octets},
    FilterFieldInfo{F::returnedLength, u"returned.length", T::Number},
    FilterFieldInfo{F::value, u"value", T::Amount},
    FilterFieldInfo{F::delta, u"delta", T::Amount},
    FilterFieldInfo{F::callHash, u"call_hash", T::Octets, {}, false, hash_octets},
    FilterFieldInfo{F::rollingHash, u"rolling_hash", T::Octets, {}, false, hash_octets},
    FilterFieldInfo{F::before, u"before", T::Octets, {}, false, hash_octets},
    FilterFieldInfo{F::after, u"after", T::Octets, {}, false, hash_octets},
    FilterFieldInfo{F::source, u"source", T::Address},
    FilterFieldInfo{F::target, u"target", T::Address},
    FilterFieldInfo{F::address, u"address", T::Address},
    FilterFieldInfo{F::label, u"label", T::Text},
    FilterFieldInfo{F::severity, u"severity", T::Word, filter_severities, true},
    FilterFieldInfo{F::finding, u"finding", T::Text},
    FilterFieldInfo{F::path, u"path", T::Text},
    FilterFieldInfo{F::offset, u"offset", T::Number},
    FilterFieldInfo{F::size, u"size", T::Number},
};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (static_cast<std::size_t>(fields[i].field) != i) {
            return false;
        }
    }
    return fields.size() == static_cast<std::size_t>(F::size) + 1;
}
static_assert(inOrder(), "every field has a line, in the order of the enumeration");

constexpr std::size_t longest_compared = 24; // no name is longer, and the table below stays small

/// Keys that must be added, taken away or replaced.
std::size_t distance(std::u16string_view a, std::u16string_view b) {
    std::array<std::size_t, longest_compared + 1> costs{};
    for (std::size_t j = 0; j <= b.size(); ++j) {
        costs[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(costs[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = costs[j];
            costs[j] = std::min({replaced, costs[j] + 1, costs[j - 1] + 1});
        }
    }
    return costs[b.size()];
}

} // namespace

std::span<const FilterFieldInfo> filterFields() { return fields; }

const FilterFieldInfo& filterField(FilterField field) { return fields.at(static_cast<std::size_t>(field)); }

const FilterFieldInfo* filterFieldNamed(std::u16string_view name) {
    const auto* const found = std::ranges::find(fields, name, &FilterFieldInfo::name);
    return found == fields.end() ? nullptr : found;
}

std::u16string_view nearestName(std::u16string_view name, std::span<const std::u16string_view> names) {
    constexpr std::size_t farthest = 2;
    std::u16string_view nearest;
    std::size_t least = farthest + 1;
    for (const std::u16string_view each : names) {
        if (name.size() > longest_compared || each.size() > longest_compared) {
            continue;
        }
        const std::size_t cost = distance(name, each);
        if (cost < least && cost < each.size()) { // a name of two letters is not like every other
            least = cost;
            nearest = each;
        }
    }
    return nearest;
}

} // namespace anchorscope::model
