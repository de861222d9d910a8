#include "core/digest/proxy_address.h"
#include <set>

namespace anchorscope::digest {
namespace {

constexpr std::array<std::uint8_t, 1> create2_byte{0xff};

Preimage salt_message(const ProxiedAccount& account) {
    Preimage out;
    out.literal("original rollup id", account.rollup.to_word().view());
    out.literal("original address", account.address.view());
    return out;
}

Preimage creation_message(const Address& manager, const ProxiedAccount& account, ByteView creation_code) {
    Preimage out;
    out.literal("creation code", creation_code);
    out.literal("manager", manager.to_word().view());
    out.literal("original address", account.address.to_word().view());
    out.literal("original rollup id", account.rollup.to_word().view());
    return out;
}

Preimage address_message(const Address& deployer, const Hash32& salt, const Hash32& code_hash) {
    Preimage out;
    out.literal("0xff", create2_byte);
    out.literal("deployer", deployer.view());
    out.literal("salt", salt.view());
    out.literal("creation code hash", code_hash.view());
    return out;
}

Hash32 keccak(const Preimage& message) { return message.hash(crypto::HashFunction::keccak_256, {}); }

Address low_bytes(const Hash32& word) { return Address::from(word.view().subspan(12)); }

} // namespace

Address create2_address(const Address& deployer, const Hash32& salt, const Hash32& creation_code_hash) {
    return low_bytes(keccak(address_message(deployer, salt, creation_code_hash)));
}

Address proxy_address(const Address& manager, const ProxiedAccount& account, ByteView creation_code) {
    return create2_address(manager, keccak(salt_message(account)),
                           keccak(creation_message(manager, account, creation_code)));
}

StepTrace proxy_address_trace(const Address& manager, const ProxiedAccount& account, ByteView creation_code) {
    StepTrace out{DigestKind::proxy_address,
                  "rollup " + account.rollup.decimal() + " " + account.address.hex(),
                  crypto::HashFunction::keccak_256,
                  {}};
    const auto add = [&out](std::string name, Preimage message) {
        const Hash32 value = keccak(message);
        out.steps.push_back({std::move(name), {}, std::move(message), value, StepRule::hash});
        return value;
    };
    const Hash32 salt = add("salt", salt_message(account));
    const Hash32 code =
        add("creation code with arguments", creation_message(manager, account, creation_code));
    add("address: the last 20 bytes", address_message(manager, salt, code));
    return out;
}

std::vector<ProxiedAccount> calling_accounts(const table::ExecutionTable& table) {
    std::vector<ProxiedAccount> out;
    std::set<ProxiedAccount> seen;
    const auto add = [&](std::span<const table::Call> calls) {
        for (const table::Call& call : calls) {
            const ProxiedAccount account{call.source, call.source_rollup};
            if (seen.insert(account).second) {
                out.push_back(account);
            }
        }
    };
    const auto add_lookups = [&](std::span<const table::Lookup> lookups) {
        for (const table::Lookup& lookup : lookups) {
            add(lookup.calls);
            for (const table::Lookup& inside : lookup.lookups) {
                add(inside.calls);
            }
        }
    };
    for (const table::Entry& entry : table.entries) {
        add(entry.calls);
        add_lookups(entry.lookups);
    }
    add_lookups(table.lookups);
    return out;
}

} // namespace anchorscope::digest
