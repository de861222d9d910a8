#include "core/anchor/extraction.h"
#include "core/anchor/anchor_event.h"

namespace anchorscope::anchor {
namespace {

constexpr std::string_view recorded_event = "Recorded(bytes32,address)";
constexpr std::string_view proof_event = "AnchorProof(uint8,bytes32,bytes32,address,bytes)";

/// Which topic holds the digest and which the account.
struct Layout {
    std::size_t digest, account;
};
constexpr Layout recorded_layout{1, 2};
constexpr Layout proof_layout{2, 3};

bool is_event(const chain::Log& log, std::string_view signature) {
    return !log.topics.empty() && log.topics[0] == crypto::keccak256(bytes_of(signature));
}

tl::unexpected<Error> another_event(std::string_view signature) {
    return fail(rules::anchor_topic0, std::string("not the event ").append(signature));
}

/// Of an address topic that may not be there.
Result<std::optional<Address>> account_in(const chain::Log& log, std::size_t topic) {
    if (topic >= log.topics.size()) {
        return std::nullopt;
    }
    const auto account = Address::from_word(log.topics[topic]);
    if (!account) {
        return fail(rules::anchor_dirty_topic, "the upper 12 bytes of an address topic must be zero");
    }
    return account;
}

Result<Carried> read_event_log(const chain::Log& log) {
    if (!is_event(log, recorded_event)) {
        return another_event(recorded_event);
    }
    if (log.topics.size() < 2) {
        return fail(rules::anchor_topic_count, "evm/event-log reads logs with two topics or more");
    }
    const auto account = account_in(log, recorded_layout.account);
    if (!account) {
        return tl::unexpected(account.error());
    }
    const auto strict = decode_recorded(log);
    return Carried{log.topics[recorded_layout.digest], *account,
                   strict ? std::string() : strict.error().text};
}

Result<Carried> read_anchor_proof(const chain::Log& log) {
    if (!is_event(log, proof_event)) {
        return another_event(proof_event);
    }
    if (log.topics.size() != 4) {
        return fail(rules::anchor_topic_count,
                    "AnchorProof of ERC-8263 has exactly four topics, this log has " +
                        std::to_string(log.topics.size()));
    }
    const auto account = account_in(log, proof_layout.account);
    if (!account) {
        return tl::unexpected(account.error());
    }
    return Carried{log.topics[proof_layout.digest], *account, {}};
}

} // namespace

Result<Carried> carried_by(ExtractionRule rule, const chain::Log& log) {
    switch (rule) {
    case ExtractionRule::recorded: {
        const auto recorded = decode_recorded(log);
        if (!recorded) {
            return tl::unexpected(recorded.error());
        }
        return Carried{recorded->digest, recorded->committer, {}};
    }
    case ExtractionRule::event_log:
        return read_event_log(log);
    case ExtractionRule::anchor_proof:
        return read_anchor_proof(log);
    case ExtractionRule::solana_instruction:
    case ExtractionRule::unknown:
        break;
    }
    return fail(rules::anchor_no_rule, "no rule that reads logs");
}

std::optional<Hash32> raw_digest(ExtractionRule rule, const chain::Log& log) {
    const std::size_t topic =
        rule == ExtractionRule::anchor_proof ? proof_layout.digest : recorded_layout.digest;
    const std::string_view event = event_of(rule);
    if (event.empty() || !is_event(log, event) || topic >= log.topics.size()) {
        return {};
    }
    return log.topics[topic];
}

std::string_view event_of(ExtractionRule rule) {
    switch (rule) {
    case ExtractionRule::recorded:
    case ExtractionRule::event_log:
        return recorded_event;
    case ExtractionRule::anchor_proof:
        return proof_event;
    case ExtractionRule::solana_instruction:
    case ExtractionRule::unknown:
        break;
    }
    return {};
}

} // namespace anchorscope::anchor
