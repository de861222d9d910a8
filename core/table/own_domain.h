// Which rollup an L2 table runs on: not said, but bound by the hash of the call that comes with it.
#pragma once
#include "core/table/execution_table.h"

namespace anchorscope::table {

/// Hashing at most this many bytes in the search: the data of a call is the sender's choice, and goes into
/// every try.
inline constexpr std::uint64_t max_domain_search_bytes = std::uint64_t{64} << 20U;

/// The id below max_domain_search with which the call's hash is `entry_hash`; unknown when there is none, or
/// when max_domain_search_bytes were hashed before it was found.
[[nodiscard]] Domain recover_own_domain(const IncomingCall& incoming, const Hash32& entry_hash);

} // namespace anchorscope::table
