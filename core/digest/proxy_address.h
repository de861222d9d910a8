// Where the manager keeps a stranger's account: the address of its cross-chain proxy, by CREATE2 (EIP-1014).
// The manager makes it with salt keccak(rollupId ‖ original address) from the proxy's creation code and the
// arguments (manager, original address, rollupId); who gives the creation code can compute, without a chain,
// the sender that a call's target sees. Rollup ids are 32 bytes, addresses 20 in the salt and 32 in the
// arguments.
#pragma once
#include "core/digest/step_trace.h"

namespace anchorscope::digest {

/// The EVM's own limit on creation code (EIP-3860), the three arguments included.
inline constexpr std::size_t max_proxy_code_bytes = 49152;

/// The last 20 bytes of keccak(0xff ‖ deployer ‖ salt ‖ keccak(creation code)).
[[nodiscard]] Address create2_address(const Address& deployer, const Hash32& salt,
                                      const Hash32& creation_code_hash);

/// An account of another domain.
struct ProxiedAccount {
    Address address;
    U256 rollup;
    friend auto operator<=>(const ProxiedAccount&, const ProxiedAccount&) = default;
};

/// `creation_code`: of the proxy, without arguments.
[[nodiscard]] Address proxy_address(const Address& manager, const ProxiedAccount& account,
                                    ByteView creation_code);
/// Salt, hash of code and arguments, and the hash whose last 20 bytes are the address.
[[nodiscard]] StepTrace proxy_address_trace(const Address& manager, const ProxiedAccount& account,
                                            ByteView creation_code);

/// The accounts that a table's calls come from, each once, in order: those whose proxies the targets see.
[[nodiscard]] std::vector<ProxiedAccount> calling_accounts(const table::ExecutionTable& table);

} // namespace anchorscope::digest
