// Endpoints' answers put into evidence. What they mean, core decides; here is only which answer belongs
// where.
#pragma once
#include "core/anchor/log_search.h"
#include "core/codec/json.h"
#include "core/verify/evidence.h"
#include <QStringList>
#include <memory>

namespace anchorscope::model {

using SharedAnswer = std::shared_ptr<const Result<codec::Json>>;

/// All that an endpoint answered to one need.
/// block: the block, its receipts (null when the endpoint lacks the method), then single receipts in that
/// case. chain_id: the chain id, then the newest block number. canonical_hash: the block, then the chain id
/// again. finalized_head: that head, then the safe one, then the newest block number again. header: the block
/// by its hash, then those below it by number. raw_block: the block, then its receipts. rollup_logs: a search
/// in place of parts. Else one answer.
struct Answer {
    verify::Need need;
    std::vector<SharedAnswer> parts;
    std::optional<anchor::LogSearch> search = {}; ///< rollup_logs
    std::optional<Error> searchError = {};        ///< why it ended early
};

/// The evidence with these answers added. Every answer removes its need: as a value, as "not found", or as
/// the endpoint's failure.
[[nodiscard]] std::shared_ptr<const verify::Evidence> absorb(const verify::Evidence& evidence,
                                                             const std::vector<Answer>& answers);

/// A JSON-RPC error that says the method is unknown or not supported (-32601, -32004).
[[nodiscard]] bool methodMissing(const Result<codec::Json>& answer);
/// Hashes of a block answer's transactions, given as objects or as hashes; empty for anything else.
[[nodiscard]] QStringList transactionHashes(const codec::Json& block);

namespace rules {
inline constexpr std::string_view endpoint_unusable = "endpoint.unusable"; ///< a block that cannot be used
inline constexpr std::string_view endpoint_header =
    "endpoint.header"; ///< a block whose header does not hash to the hash told with it, or is none
inline constexpr std::string_view endpoint_block = "endpoint.wrong_block"; ///< another block than asked for
inline constexpr std::string_view endpoint_missing = "endpoint.missing_block"; ///< no block of that hash
inline constexpr std::string_view endpoint_bodies =
    "endpoint.bodies"; ///< transactions as hashes, or unreadable
inline constexpr std::string_view endpoint_chain = "endpoint.chain_changed"; ///< another chain id than before
inline constexpr std::string_view endpoint_finalized =
    "endpoint.finalized_head"; ///< finalized far above its own newest block
inline constexpr std::string_view endpoint_rollups =
    "endpoint.rollup_search"; ///< how far it was asked for the rollups' contracts
inline constexpr std::string_view endpoint_head_back =
    "endpoint.head_went_back"; ///< its newest block is older than before
} // namespace rules

} // namespace anchorscope::model
