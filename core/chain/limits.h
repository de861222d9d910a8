// The room's limits, in one place.
#pragma once
#include <cstddef>
#include <cstdint>

namespace anchorscope::chain {

/// LOG0 to LOG4.
inline constexpr std::size_t max_topics = 4;
/// EIP-7702; types 0 (legacy) to 4 are read.
inline constexpr std::uint8_t max_transaction_type = 4;
/// Receipts or transactions of one block: 5.5 G gas at the 21 000 of the cheapest transaction.
inline constexpr std::size_t max_block_transactions = std::size_t{1} << 18U;
/// Trie nodes in one proof: a block's worth of receipts, each behind a node of its own, and the branches
/// above.
inline constexpr std::size_t max_proof_nodes = std::size_t{1} << 19U;
/// Trie nodes on the path of one hashed key: 32 bytes, a branch and an extension a nibble, and the leaf.
inline constexpr std::size_t max_account_nodes = 2 * 64 + 1;
/// Bytes of a node on such a path: a branch of 16 hashes; leaves hold an account or a word and are shorter.
inline constexpr std::size_t max_account_node_bytes = 1024;
/// Characters of an evidence file: some hundred full mainnet blocks as JSON-RPC gives them.
inline constexpr std::size_t max_evidence_bytes = std::size_t{256} << 20U;
/// Blocks in an evidence file.
inline constexpr std::size_t max_evidence_blocks = std::size_t{1} << 16U;
/// Block hashes proven from state in an evidence file.
inline constexpr std::size_t max_history_proofs = 1024;
/// Nesting of an evidence file: recorded traces hold up to 1024 nested calls (the EVM's limit), two levels
/// each.
inline constexpr std::size_t max_file_traces = std::size_t{1} << 16U; ///< of an evidence file
inline constexpr std::size_t max_evidence_depth = 2 * 1024 + 16;

} // namespace anchorscope::chain
