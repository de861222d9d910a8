// An event log as consensus knows it: address, topics, data. Its position in the receipt is its index in the
// vector; block-wide log index, transaction hash and block are derived by whoever holds the block.
#pragma once
#include "core/base/address.h"
#include "core/codec/rlp.h"

namespace anchorscope::chain {

struct Log {
    Address address;
    std::vector<Hash32> topics; ///< at most 4
    Bytes data;

    friend bool operator==(const Log&, const Log&) = default;
};

} // namespace anchorscope::chain
