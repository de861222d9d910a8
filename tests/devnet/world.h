// The stage of the devnet tests: a chain with an anchor contract, a stand-in for the manager and an emitter
// of any log, and a real table (recorded from the EEZ contracts, see resources/samples/README.md) with the
// events of its execution.
#pragma once
#include "tests/devnet/case_folder.h"
#include "tests/devnet/devnet.h"

namespace anchorscope::devnet {

inline constexpr std::uint64_t chain_id = 77001;

/// A transaction in a mined block.
struct Mined {
    Hash32 transaction;
    std::uint64_t block = 0;
};

class World {
public:
    explicit World(std::uint64_t id = chain_id);

    Devnet chain;
    Address manager, anchor, emitter;
    Bytes table;                          ///< calldata of the recorded posting
    std::vector<chain::Log> manager_logs; ///< what the manager emitted for it
    Hash32 digest;                        ///< SHA-256 of the table

    [[nodiscard]] Address committer() const { return chain.account(committer_account); }
    [[nodiscard]] Address poster() const { return chain.account(poster_account); }

    /// Arms the stand-in with events, in a block of its own; then puts the posting into the pool.
    Hash32 post_table(std::span<const chain::Log> logs);
    Hash32 post_table() { return post_table(manager_logs); }
    /// Puts record(digest) into the pool.
    Hash32 record(const Hash32& what);
    /// Sends, mines, and tells where.
    Mined mined(const Address& to, ByteView data);
    /// record(digest) in a block of its own.
    Mined anchored();
    Mined located(const Hash32& transaction);

    /// What an honest producer writes about an anchor.
    [[nodiscard]] anchor::Envelope envelope(const Mined& anchor_at);
    /// Table, envelope and evidence of the anchor's block.
    [[nodiscard]] std::unique_ptr<CaseFolder> honest_case(const Mined& anchor_at);
    /// [CHAIN:]NUMBER:HASH of a block as the chain has it now.
    [[nodiscard]] QString pin(std::uint64_t number);
    [[nodiscard]] QString url() const { return chain.url().toString(); }

private:
    static constexpr std::size_t deployer_account = 0, poster_account = 1, committer_account = 2,
                                 owner_account = 3;
};

/// Recorded(bytes32,address): topic of the anchor event (ERC-8281).
[[nodiscard]] Hash32 recorded_topic();

[[nodiscard]] QString text_of(const Hash32& hash);
[[nodiscard]] QString text_of(const Address& address);

} // namespace anchorscope::devnet
