// What a call hash is made of (PROTOCOL 1.4): abi.encode of six loose arguments, the data left where it is.
#pragma once
#include "core/base/address.h"
#include "core/base/u256.h"
#include "core/crypto/hash_many.h"

namespace anchorscope::table {

/// abi.encode(targetRollupId, targetAddress, value, data, sourceAddress, sourceRollupId). Refers to `data`.
class CallMessage {
public:
    CallMessage(std::uint64_t target_rollup, const Address& target, const U256& value, ByteView data,
                const Address& source, const U256& source_rollup);

    /// Head words, data, padding. Valid while this object and the data live.
    [[nodiscard]] std::array<ByteView, 3> pieces() const;
    /// Bytes of the message.
    [[nodiscard]] std::uint64_t length() const;
    /// The call hash: keccak-256 of the message.
    [[nodiscard]] Hash32 hash() const;
    /// Adds the message to a list for hash_many; this object must outlive the list.
    void add_to(crypto::MessageList& messages) const;

private:
    static constexpr std::size_t word = 32;
    std::array<std::uint8_t, 7 * word>
        m_head{}; // six arguments (data as its offset) and the length of the data
    ByteView m_data;
};

} // namespace anchorscope::table
