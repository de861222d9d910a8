// Bounds of what the user may state, the same on the command line and in the window.
#pragma once
#include <cstdint>

namespace anchorscope::model {

inline constexpr std::uint64_t least_quorum = 2; ///< one host agrees with nobody
inline constexpr std::uint64_t max_quorum = 64;  ///< far above the endpoints that anybody names

} // namespace anchorscope::model
