#include "model/items/call_preimages.h"
#include "model/items/texts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

using Proxies = std::map<Address, Address>;

Proxies proxiesOf(const transition::Tree& tree) {
    Proxies proxies;
    for (const transition::ManagerEvent& event : tree.events) {
        if (const auto* created = std::get_if<transition::ProxyCreated>(&event.body)) {
            proxies.emplace(created->proxy, created->original);
        }
    }
    return proxies;
}

KnownCall knownCall(const transition::CallExecuted& seen, const Proxies& proxies) {
    const auto original = proxies.find(seen.proxy);
    const bool found = original != proxies.end();
    return {found ? original->second : seen.proxy, !found, seen.source, seen.value, seen.call_data};
}

} // namespace

CallPreimages::CallPreimages(const table::ExecutionTable& table, const transition::Tree& tree) {
    const Proxies proxies = proxiesOf(tree);
    for (const transition::ManagerEvent& event : tree.events) {
        if (const auto* call = std::get_if<transition::CallExecuted>(&event.body)) {
            m_calls.emplace(call->call_hash, knownCall(*call, proxies));
        } else if (const auto* incoming = std::get_if<transition::IncomingExecuted>(&event.body)) {
            m_calls.emplace(incoming->call_hash, KnownCall{incoming->destination, false, incoming->source,
                                                           incoming->value, incoming->data});
        }
    }
    if (table.incoming && !table.entries.empty()) { // the table's own first call: entries[0] binds it
        const table::IncomingCall& call = *table.incoming;
        m_calls.emplace(table.entries[0].proxy_entry_hash,
                        KnownCall{call.destination, false, call.source, call.value, call.data});
    }
}

std::optional<KnownCall> CallPreimages::find(const Hash32& callHash) const {
    const auto found = m_calls.find(callHash);
    return found != m_calls.end() ? std::optional(found->second) : std::nullopt;
}

QString callText(const KnownCall& call, const Names& names) {
    QString text = call.targetIsProxy ? Words::tr("proxy ") : QString();
    text += addressText(call.target, names) + u'.' + functionText(call.data, names);
    if (call.value && !call.value->is_zero()) {
        text += u"  "_s + etherText(*call.value);
    }
    return text;
}

} // namespace anchorscope::model
