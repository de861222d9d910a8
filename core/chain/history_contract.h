// Block hashes kept in state (EIP-2935, since Prague): the state of block M holds the hashes of the 8191
// blocks before it. A hash read here is as authentic as the header of M: it carries authenticity, and creates
// none.
#pragma once
#include "core/chain/account_proof.h"
#include "core/chain/header.h"

namespace anchorscope::chain {

namespace rules {
inline constexpr std::string_view history_window = "history.window"; ///< not one of the 8191 blocks before
inline constexpr std::string_view history_empty = "history.empty";   ///< the contract holds no hash there
inline constexpr std::string_view history_code =
    "history.code"; ///< another contract, or none, stands at that address: what it stores is no block hash
} // namespace rules

/// EIP-2935: HISTORY_SERVE_WINDOW.
inline constexpr std::uint64_t history_window_blocks = 8191;
/// EIP-2935: HISTORY_STORAGE_ADDRESS, 0x0000F90827F1C53a10cb7A02335B175320002935.
[[nodiscard]] Address history_contract();
/// keccak-256 of the runtime code that EIP-2935 puts there (83 bytes, spelled out in its test).
[[nodiscard]] Hash32 history_code_hash();
/// The slot of block `number`: number mod 8191, as a word.
[[nodiscard]] Hash32 history_slot(std::uint64_t number);

/// The hash of block `number`, which must be one of the 8191 before `header`'s (rules::history_window), by a
/// proof under the header's state root. The account must have EIP-2935's code: on a chain that put another
/// contract there its storage says nothing about blocks (rules::history_code). A zero word is refused: before
/// the fork nothing was stored.
[[nodiscard]] Result<Hash32> ancestor_hash(const Header& header, std::uint64_t number,
                                           const StorageProof& proof);
/// The same from an eth_getProof answer for the contract and history_slot(number) at the header's block.
[[nodiscard]] Result<Hash32> ancestor_hash_from_rpc(const codec::Json& answer, const Header& header,
                                                    std::uint64_t number);

/// A proof to keep: with an authentic `header`, block `number` has the hash that ancestor_hash gives.
struct HistoryProof {
    Header header;
    std::uint64_t number = 0;
    StorageProof proof;

    [[nodiscard]] Result<Hash32> hash() const { return ancestor_hash(header, number, proof); }
};

} // namespace anchorscope::chain
