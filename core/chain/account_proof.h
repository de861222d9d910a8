// State under a state root: an account, and a word of its storage, each by a trie proof (EIP-1186). What an
// endpoint says beside the nodes is only compared. A proof is as authentic as the header that its state root
// is from.
#pragma once
#include "core/base/address.h"
#include "core/base/u256.h"
#include "core/chain/trie_proof.h"
#include "core/codec/json_fwd.h"

namespace anchorscope::chain {

namespace rules {
inline constexpr std::string_view state_account =
    "state.account";                                           ///< the leaf is no account (Yellow Paper, 4.1)
inline constexpr std::string_view state_word = "state.word";   ///< the leaf is no word: 1 to 32 bytes, not 0
inline constexpr std::string_view state_slot = "state.slot";   ///< the answer holds no proof of this slot
inline constexpr std::string_view state_claim = "state.claim"; ///< a claim that the proof contradicts
} // namespace rules

struct Account {
    std::uint64_t nonce = 0;
    U256 balance; ///< wei
    Hash32 storage_root;
    Hash32 code_hash;
};

/// Nodes from the root down, without those that are embedded in their parents; none: the trie is empty.
struct StorageProof {
    std::vector<Bytes> account_nodes; ///< the account under the state root
    std::vector<Bytes>
        storage_nodes; ///< the slot under the account's storage root; none where there is no account

    friend bool operator==(const StorageProof&, const StorageProof&) = default;
};

/// Empty: proven that there is no such account.
[[nodiscard]] Result<std::optional<Account>> prove_account(const Hash32& state_root, const Address& address,
                                                           std::span<const Bytes> nodes);
/// The word at `slot` (a word as Solidity numbers them); zero where the account or the word is proven absent.
[[nodiscard]] Result<Hash32> prove_storage(const Hash32& state_root, const Address& address,
                                           const Hash32& slot, const StorageProof& proof);

/// The nodes of an eth_getProof answer; nothing is proven yet. Limits: limits.h.
[[nodiscard]] Result<StorageProof> storage_proof_from_rpc(const codec::Json& answer, const Hash32& slot);
/// Both, and every claim beside (address, value, storageHash, balance, nonce, codeHash) compared:
/// state_claim.
[[nodiscard]] Result<Hash32> storage_from_rpc(const codec::Json& answer, const Hash32& state_root,
                                              const Address& address, const Hash32& slot);

} // namespace anchorscope::chain
