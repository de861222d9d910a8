// Where a proxy call went: CrossChainCallExecuted names the proxy, CrossChainProxyCreated whom the proxy
// stands for.
#pragma once
#include "core/transition/manager_events.h"
#include <map>

namespace anchorscope::transition {

namespace rules {
inline constexpr std::string_view events_preimage =
    "events.preimage"; ///< preimage and call hash do not agree
} // namespace rules

/// A rollup id as a domain; unknown when it does not fit 64 bits.
[[nodiscard]] Domain domain_of(const U256& rollup_id);

class CallTargets {
public:
    /// Both must outlive the object.
    CallTargets(const table::ExecutionTable& table, std::span<const ManagerEvent> events);

    /// The domain that the call consumed by event `at` went to: when the log right before it gives the
    /// preimage, its proxy was created in these logs, and (where the caller's own domain is known) its hash
    /// recomputes.
    [[nodiscard]] std::optional<Domain> of(std::uint32_t at);

    /// Preimages that contradict the call hash beside them.
    [[nodiscard]] std::vector<Finding> take_findings() { return std::move(m_findings); }

private:
    void contradict(std::uint32_t at, std::string text);

    std::span<const ManagerEvent> m_events;
    Domain m_own;
    std::map<Address, const ProxyCreated*> m_proxies;
    std::vector<Finding> m_findings;
};

} // namespace anchorscope::transition
