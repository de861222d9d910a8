// How reports spell the kinds and states of the other rooms.
#pragma once
#include "core/report/json_report.h"

namespace anchorscope::report {

[[nodiscard]] std::string_view name_of(transition::NodeKind kind);        ///< "revert_span"
[[nodiscard]] std::string_view name_of(transition::Outcome outcome);      ///< "rolled_back"
[[nodiscard]] std::string_view name_of(transition::ExecutionState state); ///< "nothing_to_observe"

} // namespace anchorscope::report
