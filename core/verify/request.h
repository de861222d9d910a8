// What is to be verified, and what the user expects. A case or envelope never fills the user's part.
#pragma once
#include "core/anchor/declared_event.h"
#include "core/chain/slot_clock.h"
#include "core/digest/slice.h"
#include "core/verify/rung.h"
#include <map>
#include <set>

namespace anchorscope::verify {

enum class Policy : std::uint8_t { digest, event, inclusion, block, final_ };
[[nodiscard]] std::string_view name(Policy policy); ///< "final" for final_
[[nodiscard]] std::optional<Policy> policy_named(std::string_view name);

/// A block hash the user vouches for: [CHAIN:]NUMBER:HASH.
struct Pin {
    std::optional<std::uint64_t> chain_id;
    std::uint64_t number = 0;
    Hash32 hash;
    std::string label = "user"; ///< "sample" for pins compiled in
};
[[nodiscard]] Result<Pin> parse_pin(std::string_view text);

/// CHAIN:GENESIS:SECONDS[:SLOTS_PER_EPOCH], decimal; seconds and slots at least 1.
[[nodiscard]] Result<chain::SlotClock> parse_slot_clock(std::string_view text);

struct Expectations {
    std::optional<std::uint64_t> chain_id;
    std::optional<Address> contract; ///< that emits the anchor event
    std::optional<Address> committer;
    std::optional<Address> manager; ///< the EEZ manager
    bool built_in = false;          ///< contract and manager come from the compiled-in sample list
};

/// The case file that table, envelope and evidence were taken from; for reports.
struct CaseFile {
    std::string name; ///< without folder
    std::uint64_t bytes = 0;
    Hash32 sha256;
};

/// What Request::malformed is about.
enum class BrokenPart : std::uint8_t { table, envelope, evidence, case_file, option, slice };

struct Request {
    std::shared_ptr<const table::TableSource> source;
    std::optional<CaseFile> case_file;
    std::shared_ptr<const table::ExecutionTable> table; ///< null: opaque observation, or malformed
    std::shared_ptr<const digest::Slice> slice;         ///< the input is a slice: there is no table then
    std::optional<Error> malformed;        ///< why an input did not decode: the first that did not
    BrokenPart broken = BrokenPart::table; ///< which input that was

    std::optional<anchor::Envelope> envelope;
    std::string envelope_name;             ///< file name, for bases
    std::optional<Hash32> expected_digest; ///< --expect; any hash function is tried in registry order
    std::optional<Hash32> anchor_tx;       ///< where to look for the anchor of expected_digest
    std::optional<Hash32> table_tx;        ///< the posting transaction, when it lies in another block
    std::vector<anchor::DeclaredEvent>
        declared_events; ///< --event: what counts, beside Recorded, as the anchor of expected_digest

    const digest::Profile* profile = nullptr; ///< null: search in registry order
    std::optional<digest::ProofInputs>
        proof_inputs; ///< stated by the user: keys and block context for public-inputs/k
    Expectations expect;
    Policy policy = Policy::block;
    std::set<RungId> also;
    std::vector<Pin> pins;
    std::optional<std::size_t> quorum;         ///< hosts that must agree (2 at least); empty: all named
    std::uint64_t slot_tolerance = 0;          ///< slots (blocks on chains without a slot clock)
    std::vector<chain::SlotClock> slot_clocks; ///< stated by the user; they go before the built-in ones
    std::map<std::uint64_t, Address> rollup_contracts; ///< stated by the user: rollup id → its contract on L1
    bool offline = true;                               ///< no endpoint will be asked
};

} // namespace anchorscope::verify
