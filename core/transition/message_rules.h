// The rules that messages keep among each other (PROTOCOL 1.3, EMSG). Those that the format demands are
// errors.
#pragma once
#include "core/transition/invariant_report.h"

namespace anchorscope::transition {

namespace rules {
// Demanded: errors.
inline constexpr std::string_view message_window =
    "emsg.window"; ///< Initiate, Finish and what stands between them do not pair
inline constexpr std::string_view message_operation =
    "emsg.operation_inside"; ///< a chain's own operation inside a transaction
inline constexpr std::string_view message_unmatched =
    "emsg.unmatched"; ///< a call without a result, or a result without
inline constexpr std::string_view message_number =
    "emsg.call_number"; ///< not counted from 1, or not greater than the chain's last
inline constexpr std::string_view message_system =
    "emsg.system_chain"; ///< the system where a chain must be, or the other way round
inline constexpr std::string_view message_ways =
    "emsg.ways"; ///< a result that does not go back the way of its call
inline constexpr std::string_view message_reverted =
    "emsg.reverted"; ///< a revert of a call that did not succeed before, or sent to another chain than ran it
// Worth a look: warnings and less.
inline constexpr std::string_view message_gap = "emsg.call_gap"; ///< a number was left out
inline constexpr std::string_view message_standing =
    "emsg.standing"; ///< a call from a chain on which nothing runs at that moment
inline constexpr std::string_view message_earlier =
    "emsg.earlier_call"; ///< info: a revert of a call published before
inline constexpr std::string_view message_padding = "emsg.padding"; ///< info: bytes behind blob_size
} // namespace rules

void check_messages(InvariantReport& report);

} // namespace anchorscope::transition
