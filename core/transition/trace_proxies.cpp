#include "core/transition/trace_proxies.h"
#include "core/digest/table_digests.h"
#include "core/transition/call_targets.h"

namespace anchorscope::transition {

void TraceProxies::learn(std::span<const ManagerEvent> events) {
    for (const ManagerEvent& event : events) {
        if (const auto* const created = std::get_if<ProxyCreated>(&event.body)) {
            m_proxies.emplace(created->proxy, *created);
        }
    }
}

void TraceProxies::learn(const chain::CallTrace& trace) {
    for (const chain::CallFrame& frame : trace.frames) {
        for (const chain::Log& log : frame.logs) {
            if (log.address != m_manager) {
                continue;
            }
            const Result<ManagerEvent> event = decode_manager_event(log, {});
            const auto* const created = event ? std::get_if<ProxyCreated>(&event->body) : nullptr;
            if (created != nullptr) {
                m_proxies.emplace(created->proxy, *created);
            }
        }
    }
}

std::optional<Hash32> TraceProxies::call_hash(const chain::CallFrame& frame, const ManagerCall& call) const {
    if (const auto executed = logged<CallExecuted>(frame)) {
        return executed->call_hash;
    }
    const auto proxy = m_proxies.find(frame.from);
    const Domain to = proxy == m_proxies.end() ? Domain{} : domain_of(proxy->second.original_rollup);
    if (!to.known() || !m_own.known()) {
        return std::nullopt;
    }
    const bool looks = call.kind == ManagerCallKind::static_lookup;
    return digest::call_hash(to.id, proxy->second.original, looks ? U256{} : frame.value, call.data,
                             call.account, U256(m_own.id));
}

std::optional<Domain> TraceProxies::target(const chain::CallFrame& frame) const {
    const auto proxy = m_proxies.find(frame.from);
    const Domain to = proxy == m_proxies.end() ? Domain{} : domain_of(proxy->second.original_rollup);
    return to.known() ? std::optional(to) : std::nullopt;
}

} // namespace anchorscope::transition
