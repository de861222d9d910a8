// The lists of lies, and the ways of telling them.
#pragma once
#include "tests/adversarial/truth.h"

namespace anchorscope::adversarial {

using Lie = LyingProxy::Lie;
using WireLie = LyingProxy::WireLie;
using Exchange = LyingProxy::Exchange;
using devnet::Wire;
using Cases = std::vector<HostileCase>;

/// Every list below must live no longer than `truth`.
[[nodiscard]] Cases lies_of_receipts(const Truth& truth);
[[nodiscard]] Cases lies_of_blocks(const Truth& truth);
[[nodiscard]] Cases lies_of_the_chain(const Truth& truth);
[[nodiscard]] Cases lies_in_json(const Truth& truth);
[[nodiscard]] Cases lies_on_the_wire(const Truth& truth);

inline constexpr const char* receipt_method = "eth_getTransactionReceipt";
inline constexpr const char* receipts_method = "eth_getBlockReceipts";
inline constexpr const char* block_method = "eth_getBlockByHash";
inline constexpr const char* height_method = "eth_getBlockByNumber"; ///< also of "finalized"

using Change = std::function<void(Json&)>;

/// The result of one method changed, where there is one.
[[nodiscard]] Lie about(const char* method, const Change& change);
/// Another result of one method.
[[nodiscard]] Lie instead(const char* method, const Json& result);
/// One receipt of a block changed, where eth_getBlockReceipts tells it.
[[nodiscard]] Lie in_block_receipt(std::size_t index, const Change& change);
/// The receipt of this transaction changed, whoever asks for it.
[[nodiscard]] Lie in_every_receipt(const Hash32& transaction, const Change& change);
/// The block at a height, as against "finalized", changed.
[[nodiscard]] Lie at_height(const Change& change);
/// The finalized head changed.
[[nodiscard]] Lie at_finalized(const Change& change);

/// Something else over the wire: for one method, or for all where that is null.
[[nodiscard]] WireLie on_the_wire(const char* method, const std::function<Wire(const Exchange&)>& wire);
/// HTTP 200 with another text than the JSON to be answered.
[[nodiscard]] WireLie as_text(const char* method, const std::function<QByteArray(const Exchange&)>& text);

} // namespace anchorscope::adversarial
