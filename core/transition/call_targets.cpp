#include "core/transition/call_targets.h"
#include "core/digest/table_digests.h"
#include "core/transition/event_segments.h"

namespace anchorscope::transition {
namespace {

/// The call hash of an event that consumes a call.
const Hash32* consumed_hash(const EventBody& body) {
    if (const auto* const consumed = std::get_if<ExecutionConsumed>(&body)) {
        return &consumed->call_hash;
    }
    const auto* const nested = std::get_if<NestedConsumed>(&body);
    return nested != nullptr ? &nested->call_hash : nullptr;
}

/// The proxy call logged right before event `at` in the same transaction.
const CallExecuted* right_before(std::span<const ManagerEvent> events, std::uint32_t at) {
    if (at == 0) {
        return nullptr;
    }
    const ManagerEvent& before = events[at - 1];
    const bool same_transaction =
        before.log.block == events[at].log.block && before.log.receipt == events[at].log.receipt;
    return same_transaction ? std::get_if<CallExecuted>(&before.body) : nullptr;
}

} // namespace

Domain domain_of(const U256& rollup_id) { return Domain{rollup_id.to_u64().value_or(Domain::unknown_id)}; }

CallTargets::CallTargets(const table::ExecutionTable& table, std::span<const ManagerEvent> events)
    : m_events(events), m_own(table.executing_domain()) {
    for (const ManagerEvent& event : events) {
        if (const auto* const created = std::get_if<ProxyCreated>(&event.body)) {
            m_proxies.emplace(created->proxy, created);
        }
    }
}

std::optional<Domain> CallTargets::of(std::uint32_t at) {
    const Hash32* const hash = consumed_hash(m_events[at].body);
    const auto* const call = right_before(m_events, at);
    if (hash == nullptr || call == nullptr) {
        return std::nullopt;
    }
    if (call->call_hash != *hash) {
        contradict(at, "expected the CrossChainCallExecuted before it to have call hash " + hash->hex());
        return std::nullopt;
    }
    const auto proxy = m_proxies.find(call->proxy);
    if (proxy == m_proxies.end()) {
        return std::nullopt;
    }
    const ProxyCreated& created = *proxy->second;
    const Domain target = domain_of(created.original_rollup);
    const bool recomputes =
        !m_own.known() || digest::call_hash(target.id, created.original, call->value, call->call_data,
                                            call->source, U256(m_own.id)) == *hash;
    if (!target.known() || !recomputes) {
        contradict(at,
                   "expected the preimage in CrossChainCallExecuted and CrossChainProxyCreated to hash to " +
                       hash->hex());
        return std::nullopt;
    }
    return target;
}

void CallTargets::contradict(std::uint32_t at, std::string text) {
    m_findings.push_back({std::string(rules::events_preimage),
                          Severity::warning,
                          {},
                          {},
                          describe(m_events[at]) + ": " + std::move(text)});
}

} // namespace anchorscope::transition
