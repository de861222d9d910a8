// Calls of the tests' own contracts (contracts/*.sol), as compiled into artifacts.json.
#pragma once
#include "core/chain/log.h"

namespace anchorscope::devnet {

/// Creation code of a contract of artifacts.json.
[[nodiscard]] Bytes bytecode(std::string_view contract);

/// Anchor.record(bytes32): emits Recorded(digest, sender).
[[nodiscard]] Bytes record_call(const Hash32& digest);
/// Emitter.emitLog(bytes32[],bytes): emits exactly this log from the emitter's address.
[[nodiscard]] Bytes emit_call(const std::vector<Hash32>& topics, ByteView data = {});
/// Emitter.fail(): reverts.
[[nodiscard]] Bytes fail_call();
/// Runtime code of the contract that keeps block hashes, as EIP-2935 lists it.
[[nodiscard]] std::string history_code();

/// Creation code of a contract that passes its whole input on to `target` in a call, and stops.
[[nodiscard]] Bytes forwarder_code(const Address& target);
/// ManagerStandIn.arm((bytes32[],bytes)[]): these logs are emitted, once, by the next call that is no
/// function of it.
[[nodiscard]] Bytes arm_call(std::span<const chain::Log> logs);

} // namespace anchorscope::devnet
