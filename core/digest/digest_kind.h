// Digest kinds are types, never bare "hash".
#pragma once
#include "core/base/hash32.h"

namespace anchorscope::digest {

enum class DigestKind { call_hash, entry_hash, lookup_hash, rolling_hash, shared_public_input, observation };

/// "call hash", "entry hash", …
[[nodiscard]] std::string_view name(DigestKind kind);
/// "call_hash", … for JSON.
[[nodiscard]] std::string_view id(DigestKind kind);

} // namespace anchorscope::digest
