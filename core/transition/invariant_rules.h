// The rules of PROTOCOL 1.7 that a table alone can be checked for. Continuity of states is the trajectory's.
#pragma once
#include "core/transition/invariant_report.h"
#include <set>

namespace anchorscope::transition {

namespace rules {
// Enforced by the contracts: errors.
inline constexpr std::string_view call_count = "table.call_count";   ///< counts do not sum up to the calls
inline constexpr std::string_view no_calls = "table.no_calls";       ///< callCount 0, yet something to run
inline constexpr std::string_view ether_delta = "table.ether_delta"; ///< no ether moves, yet deltas do
inline constexpr std::string_view proof_systems = "table.proof_systems"; ///< InvalidProofSystemConfig and kin
inline constexpr std::string_view rollup_not_in_batch = "table.rollup_not_in_batch";
inline constexpr std::string_view transient_counts = "table.transient_counts";
inline constexpr std::string_view empty_entries = "table.empty_entries"; ///< a call comes with no entry
inline constexpr std::string_view entry_hash = "table.entry_hash";       ///< entry 0 is not the call's
inline constexpr std::string_view rollup_not_proven =
    "table.rollup_not_proven"; ///< versions with static calls: a rollup touched, whose state is not proven
inline constexpr std::string_view proven_order =
    "table.proven_order"; ///< versions with static calls: deltas or pins not ascending by rollup
// The prover's obligations and advice: warnings.
inline constexpr std::string_view no_state_delta = "table.no_state_delta";
inline constexpr std::string_view revert_span = "table.revert_span";
inline constexpr std::string_view static_lookup = "table.static_lookup";
inline constexpr std::string_view lookup_key = "table.lookup_key"; ///< never met, or met twice
inline constexpr std::string_view lookup_shadowed = "table.lookup_shadowed";
inline constexpr std::string_view zero_entry_hash = "table.zero_entry_hash";
inline constexpr std::string_view rollup_id_width = "table.rollup_id_width"; ///< 2^64 or more
inline constexpr std::string_view unused_proof_system = "table.unused_proof_system";
inline constexpr std::string_view blob_index = "table.blob_index";
inline constexpr std::string_view transient_hook =
    "table.transient_hook"; ///< info: needs a contract as poster
} // namespace rules

/// Counts, revert spans and ether of every entry.
void check_entries(InvariantReport& report);
/// Lookups of entries and of the table.
void check_lookups(InvariantReport& report);
/// Proof systems, rollups, transient counts, blobs (L1).
void check_batch(InvariantReport& report);
/// The call that comes with an L2 table.
void check_incoming(InvariantReport& report);

/// That only rollups are touched whose state is proven (the version with static calls).
void check_verified(InvariantReport& report);

/// The calls of a frame: the sum of its counts, and the revert spans. Shared by entries and reverted lookups.
void check_counts(InvariantReport& report, const Field& frame, std::span<const table::Call> calls,
                  std::span<const table::NestedCall> nested, const U256& call_count);
void check_revert_spans(InvariantReport& report, const Field& frame, std::span<const table::Call> calls,
                        bool has_nested);
/// callCount 0: no call could consume nested calls.
void check_no_nested(InvariantReport& report, const Field& frame, std::span<const table::NestedCall> nested,
                     const U256& call_count);
/// The rollups that calls come from and nested calls go to.
void check_call_ids(InvariantReport& report, const Field& frame, std::span<const table::Call> calls,
                    std::span<const table::NestedCall> nested);
void check_rollup_id(InvariantReport& report, const Field& frame, std::string_view field,
                     const U256& rollup_id);

/// Which of a batch's two lists is counted.
enum class BatchPart : std::uint8_t { entries, lookups };

/// The rollups that the batch of each entry (or lookup) proves.
class BatchRollups {
public:
    BatchRollups(const table::ExecutionTable& table, BatchPart part);
    /// Null: it is in no batch that names rollups.
    [[nodiscard]] const std::set<U256>* of(std::size_t index) const;

private:
    struct Part {
        std::size_t first = 0;
        std::set<U256> rollups;
    };
    std::vector<Part> m_parts;
};

} // namespace anchorscope::transition
