// A lie by name, and what has to come of it.
#pragma once
#include "tests/devnet/lying_proxy.h"

namespace anchorscope::adversarial {

using devnet::LyingProxy;

/// What the envelope claims. Only the first is so: of the others, an endpoint that lies would have to be
/// believed for the verdict to be "verified".
enum class Claim {
    anchored,       ///< the digest was recorded, as the envelope states
    other_digest,   ///< the transaction recorded another one
    other_contract, ///< a contract of another address emitted the event
    reverted,       ///< the transaction failed
    invented        ///< there is no such transaction
};

/// How the program is told to take the endpoint.
enum class Standing {
    own_node, ///< --trust
    stranger  ///< --rpc: its word alone is never enough
};

struct HostileCase {
    std::string name;
    LyingProxy::Lie lie{};
    LyingProxy::WireLie wire{};
    std::vector<int> exits; ///< the exit statuses that are right
    std::string rule;       ///< under which the lie is named in the findings; empty: nothing came of it
    std::string words{};    ///< in the text of that finding
    std::string rung{};     ///< "block not_checked": a rung and its state, where one must stand so
    Claim claim = Claim::anchored;
    Standing standing = Standing::own_node;
    QStringList arguments{};         ///< added to the command line
    bool names_block = true;         ///< the envelope has a block_hash
    bool own_chain = false;          ///< the lie changes the chain: it gets one for itself
    std::string reorganise_before{}; ///< the first call of this method: the anchor's block leaves the chain
    int seconds = 20;                ///< that the run may take at most, on a busy machine
    int megabytes = 200;             ///< of memory, at most
};

} // namespace anchorscope::adversarial
