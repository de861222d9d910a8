// Digest kinds are types, never bare "hash".
#pragma once
#include "core/base/hash32.h"

namespace anchorscope::digest {

enum class DigestKind {
    call_hash,
    action_hash, ///< V1
    entry_hash,
    lookup_hash,
    rolling_hash,
    static_lookup_hash,
    shared_public_input,
    accumulated_inputs, ///< acc_k of a proof system
    public_inputs_hash, ///< of a proof system
    recovered_signer,   ///< no digest: an address, as a word
    proxy_address,      ///< its last 20 bytes are a proxy's address (CREATE2)
    observation
};

/// "call hash", "entry hash", …
[[nodiscard]] std::string_view name(DigestKind kind);
/// "call_hash", … for JSON.
[[nodiscard]] std::string_view id(DigestKind kind);

} // namespace anchorscope::digest
