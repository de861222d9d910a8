// EMSG: what several chains sent each other, in the order in which it was executed (PROTOCOL 1.3). Messages
// as values that point into the source bytes.
#pragma once
#include "core/base/address.h"
#include "core/base/domain.h"
#include "core/base/u256.h"

namespace anchorscope::table {

inline constexpr std::uint32_t no_message = ~std::uint32_t{0};
/// The chain id that stands for no chain: what comes from, or goes to, outside.
inline constexpr std::uint64_t system_chain = ~std::uint64_t{0};

/// A transaction, or the beginning of a block, that concerns its chain alone. What is inside is the chain's.
struct ChainOperation {
    enum class Type : std::uint8_t { transaction = 1, new_block };
    Type type{};
    ByteView data;
    ByteRange range; ///< type, length and data
};

struct Message {
    enum class Type : std::uint8_t { chain_operation = 1, initiate, call, result, revert, finish };

    Type type{};
    std::uint64_t from_chain = 0, to_chain = 0;
    std::span<const ChainOperation> operations; ///< chain_operation
    ByteView transaction, signature;            ///< initiate; no signature: empty
    Address source, target;                     ///< call
    U256 value;                                 ///< call; wei
    ByteView data;                              ///< call: its input; result: what it returned
    bool success = false;                       ///< result
    std::uint64_t call_chain = 0;               ///< revert: whose call number it names
    std::uint64_t call_number = 0;              ///< call: from_chain's own, from 1; revert: of call_chain
    /// The message that belongs to it: of a call its result, of an initiate its finish, and the other way
    /// round; of a revert the call, where that stands in the same bytes.
    std::uint32_t partner = no_message;
    ByteRange range; ///< envelope and payload

    [[nodiscard]] Domain from() const { return domain_of_chain(from_chain); }
    [[nodiscard]] Domain to() const { return domain_of_chain(to_chain); }
    [[nodiscard]] static Domain domain_of_chain(std::uint64_t chain) {
        return chain == system_chain ? system_domain : Domain{chain};
    }
};

/// "ChainOperation", "Initiate", …
[[nodiscard]] std::string_view name(Message::Type type);

} // namespace anchorscope::table
