#include "core/digest/state_roots.h"
#include <map>

namespace anchorscope::digest {

std::optional<std::vector<StateChange>> state_changes(const table::ExecutionTable& table) {
    std::map<U256, StateChange> changes;
    for (const table::Entry& entry : table.entries) {
        for (const table::StateDelta& delta : entry.deltas) {
            if (!delta.current_state) {
                return {};
            }
            const auto [found, first] = changes.try_emplace(
                delta.rollup_id, StateChange{delta.rollup_id, *delta.current_state, *delta.current_state});
            if (found->second.after != *delta.current_state) {
                return {};
            }
            found->second.after = delta.new_state;
        }
    }
    std::vector<StateChange> out;
    out.reserve(changes.size());
    for (const auto& [id, change] : changes) {
        out.push_back(change);
    }
    return out;
}

std::optional<Bytes> state_roots_observation(const table::ExecutionTable& table) {
    constexpr std::string_view tag("anchorscope/state-roots/1\0", 26);
    const auto changes = state_changes(table);
    if (!changes || changes->empty()) {
        return {};
    }
    Bytes out;
    append(out, bytes_of(tag));
    append(out, U256(32).to_word().view());
    append(out, U256(changes->size()).to_word().view());
    for (const StateChange& change : *changes) {
        append(out, change.rollup_id.to_word().view());
        append(out, change.before.view());
        append(out, change.after.view());
    }
    return out;
}

} // namespace anchorscope::digest
