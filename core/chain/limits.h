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
/// Characters of an evidence file: some hundred full mainnet blocks as JSON-RPC gives them.
inline constexpr std::size_t max_evidence_bytes = std::size_t{256} << 20U;
/// Blocks in an evidence file.
inline constexpr std::size_t max_evidence_blocks = std::size_t{1} << 16U;
/// Nesting of an evidence file: recorded traces hold up to 1024 nested calls (the EVM's limit), two levels
/// each.
inline constexpr std::size_t max_evidence_depth = 2 * 1024 + 16;

} // namespace anchorscope::chain
