#include "core/report/names.h"

namespace anchorscope::report {

std::string_view name_of(transition::NodeKind kind) {
    constexpr std::array<std::string_view, 9> names{"bundle", "entry",  "call",   "nested",   "revert_span",
                                                    "lookup", "return", "unwind", "operation"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(transition::Outcome outcome) {
    constexpr std::array<std::string_view, 4> names{"unknown", "success", "failure", "rolled_back"};
    return names[static_cast<std::size_t>(outcome)];
}

std::string_view name_of(transition::ExecutionState state) {
    constexpr std::array<std::string_view, 6> names{"equal",          "differs",      "nothing_to_observe",
                                                    "not_observable", "not_executed", "no_events"};
    return names[static_cast<std::size_t>(state)];
}

} // namespace anchorscope::report
