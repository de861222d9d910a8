// Call hashes of traced calls: from the log beside them, else recomputed where the proxy is known.
#pragma once
#include "core/transition/manager_calls.h"
#include "core/transition/manager_events.h"
#include <map>

namespace anchorscope::transition {

class TraceProxies {
public:
    /// `own`: the domain that the calls leave from.
    TraceProxies(const Address& manager, Domain own) : m_manager(manager), m_own(own) {}

    void learn(std::span<const ManagerEvent> events);
    /// Proxies that the manager created inside, failed calls included as far as their logs are there.
    void learn(const chain::CallTrace& trace);

    /// The hash of a proxy's call to the manager (cross_chain or static_lookup).
    [[nodiscard]] std::optional<Hash32> call_hash(const chain::CallFrame& frame,
                                                  const ManagerCall& call) const;
    /// The domain that the proxy's account lives on.
    [[nodiscard]] std::optional<Domain> target(const chain::CallFrame& frame) const;
    /// The first log of this kind that the manager emitted in the frame itself.
    template<class Event>
    [[nodiscard]] std::optional<Event> logged(const chain::CallFrame& frame) const {
        for (const chain::Log& log : frame.logs) {
            if (log.address == m_manager) {
                const Result<ManagerEvent> event = decode_manager_event(log, {});
                if (event && std::holds_alternative<Event>(event->body)) {
                    return std::get<Event>(event->body);
                }
            }
        }
        return std::nullopt;
    }

private:
    Address m_manager;
    Domain m_own;
    std::map<Address, ProxyCreated> m_proxies;
};

} // namespace anchorscope::transition
