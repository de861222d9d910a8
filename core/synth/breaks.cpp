#include "core/synth/breaks.h"
#include "core/synth/draft.h"

namespace anchorscope::synth {
namespace {

void clear_values(Frame& frame) {
    for (Item& item : frame) {
        item.call.value = {};
        clear_values(item.calls);
        for (Leaving& nested : item.nested) {
            nested.value = {};
            clear_values(nested.frame);
        }
    }
}

} // namespace

std::span<const Break> breaks() {
    static const std::vector<Break> all = [] {
        std::vector<Break> out;
        for (const std::span<const Break> list :
             {entry_breaks(), batch_breaks(), lookup_breaks(), evidence_breaks(), encoding_breaks()}) {
            out.insert(out.end(), list.begin(), list.end());
        }
        return out;
    }();
    return all;
}

const Break* break_named(std::string_view id) {
    const auto all = breaks();
    const auto found = std::ranges::find(all, id, &Break::id);
    return found == all.end() ? nullptr : &*found;
}

void without_ether(Draft& draft) {
    for (PlannedEntry& entry : draft.entries) {
        entry.start.value = {};
        clear_values(entry.start.frame);
        for (Delta& delta : entry.deltas) {
            delta.ether = {};
        }
    }
}

std::string element(std::string_view array, std::size_t index, std::string_view rest) {
    std::string out(array);
    out += '[';
    out += std::to_string(index);
    out += ']';
    out += rest.empty() ? "" : ".";
    return out.append(rest);
}

} // namespace anchorscope::synth
