// What a log carries under the extraction rule of an envelope. Each rule is run as it is declared, and no
// other rule in its place; an address topic with dirty upper bytes is refused by all of them.
#pragma once
#include "core/anchor/envelope.h"
#include "core/chain/log.h"

namespace anchorscope::anchor {

namespace rules {
inline constexpr std::string_view anchor_no_rule =
    "anchor.no_rule"; ///< a rule that is not known, or reads no logs
} // namespace rules

struct Carried {
    Hash32 digest;
    std::optional<Address> account; ///< whom the contract names: committer, recorder or operator
    std::string
        departure; ///< how the log differs from the event that the rule is meant for; empty: not at all
};

/// The log as the rule reads it. Errors are those of anchor_event.h: another event, too few topics, a dirty
/// address. recorded: exactly three topics, no data. event_log: two topics or more. anchor_proof: exactly
/// four topics.
[[nodiscard]] Result<Carried> carried_by(ExtractionRule rule, const chain::Log& log);

/// Where the digest stands in a log that has the rule's topic 0, however malformed the rest is.
[[nodiscard]] std::optional<Hash32> raw_digest(ExtractionRule rule, const chain::Log& log);

/// The event that the rule reads: "Recorded(bytes32,address)"; empty for rules that read no logs.
[[nodiscard]] std::string_view event_of(ExtractionRule rule);

} // namespace anchorscope::anchor
