// Exit statuses of the program that are not a verdict (verify::exit_status gives those).
#pragma once

namespace anchorscope::cli {

inline constexpr int exit_success = 0;
inline constexpr int exit_usage = 2;
inline constexpr int exit_malformed = 3;
inline constexpr int exit_unproven = 4;  ///< not found, or not as it should be
inline constexpr int exit_no_answer = 5; ///< no endpoint answered
inline constexpr int exit_internal = 70; ///< EX_SOFTWARE of sysexits.h

} // namespace anchorscope::cli
