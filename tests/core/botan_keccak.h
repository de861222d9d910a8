// A second Keccak, for expected values.
#pragma once
#include "core/base/hash32.h"
#include <botan/hash.h>

namespace anchorscope::test {

inline Hash32 botan_keccak(const Bytes& message) {
    const auto hash = Botan::HashFunction::create_or_throw("Keccak-1600(256)");
    hash->update(message);
    Hash32 out;
    hash->final(out.bytes.data());
    return out;
}

} // namespace anchorscope::test
