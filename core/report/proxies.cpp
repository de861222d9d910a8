// The senders that the targets of a table's calls see: addresses of cross-chain proxies, computed, and beside
// each the one that the manager told in an event.
#include "core/crypto/erc55.h"
#include "core/report/json_parts.h"
#include "core/report/text_report.h"

namespace anchorscope::report {
namespace {

struct ProxyRow {
    digest::ProxiedAccount account;
    Address computed;
    std::optional<Address> logged;

    [[nodiscard]] bool differs() const { return logged && *logged != computed; }
};

std::vector<ProxyRow> rows_of(const Subject& subject) {
    std::vector<ProxyRow> out;
    if (!subject.request.table || subject.proxy_code == nullptr) {
        return out;
    }
    std::map<digest::ProxiedAccount, Address> logged;
    if (subject.tree != nullptr) {
        for (const transition::ManagerEvent& event : subject.tree->events) {
            if (const auto* const created = std::get_if<transition::ProxyCreated>(&event.body)) {
                logged.emplace(digest::ProxiedAccount{created->original, created->original_rollup},
                               created->proxy);
            }
        }
    }
    const ProxyCode& code = *subject.proxy_code;
    for (const digest::ProxiedAccount& account : digest::calling_accounts(*subject.request.table)) {
        const auto told = logged.find(account);
        out.push_back({account, digest::proxy_address(code.manager, account, code.creation_code),
                       told == logged.end() ? std::nullopt : std::optional(told->second)});
    }
    return out;
}

} // namespace

Json proxies_json(const Subject& subject) {
    Json out = Json::array();
    for (const ProxyRow& row : rows_of(subject)) {
        out.push_back(Json{{"original", crypto::checksummed(row.account.address)},
                           {"rollup", row.account.rollup.decimal()},
                           {"proxy", crypto::checksummed(row.computed)},
                           {"logged", row.logged ? Json(crypto::checksummed(*row.logged)) : Json()},
                           {"equal", row.logged ? Json(!row.differs()) : Json()}});
    }
    return out;
}

std::string proxies_text(const Subject& subject) {
    std::string out;
    for (const ProxyRow& row : rows_of(subject)) {
        out.append("  ").append(crypto::checksummed(row.account.address));
        out.append(" of rollup ").append(row.account.rollup.decimal());
        out.append("  acts as ").append(crypto::checksummed(row.computed));
        out.append(!row.logged     ? ""
                   : row.differs() ? "  but the manager made " + crypto::checksummed(*row.logged)
                                   : "  as the manager told");
        out.append("\n");
    }
    return out;
}

} // namespace anchorscope::report
