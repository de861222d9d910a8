// What a rule asks of a table, who minds, under which error, and where to look when it is broken (PROTOCOL
// 1.7). One line a rule; findings end with it.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace anchorscope::transition {

enum class RuleForce : unsigned char {
    enforced, ///< by the contracts, with an error
    prover,   ///< the prover's obligation: the contracts do not look
    advice    ///< of audits
};

struct RuleGuide {
    std::string_view rule;
    RuleForce force{};
    std::string_view errors; ///< of the contracts, separated by commas; empty: they have none for it
    std::string_view look_at;
};

/// Of every rule in invariant_rules.h and replay.h.
[[nodiscard]] std::span<const RuleGuide> rule_guides();
[[nodiscard]] const RuleGuide* guide_of(std::string_view rule);
/// The text of a finding with where to look behind it.
[[nodiscard]] std::string with_guide(std::string_view rule, std::string text);

} // namespace anchorscope::transition
