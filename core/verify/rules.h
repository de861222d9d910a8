// Stable names of the reasons why a rung of the ladder failed, or could not be checked.
#pragma once
#include <string_view>

namespace anchorscope::verify::rules {

// table, trajectory
inline constexpr std::string_view table_messages =
    "table.messages";                                            ///< messages: no manager has to do with them
inline constexpr std::string_view table_opaque = "table.opaque"; ///< matches no table format
inline constexpr std::string_view table_undecoded = "table.undecoded"; ///< a known selector without its table
inline constexpr std::string_view table_invariant = "table.invariant"; ///< an enforced rule is broken
inline constexpr std::string_view table_unexamined =
    "table.unexamined"; ///< its parts have not been computed yet
inline constexpr std::string_view trajectory_broken = "trajectory.broken";
inline constexpr std::string_view trajectory_no_deltas = "trajectory.no_deltas";
inline constexpr std::string_view trajectory_no_pre_states = "trajectory.no_pre_states";
inline constexpr std::string_view trajectory_alternatives =
    "trajectory.alternatives"; ///< whole only if one was skipped
inline constexpr std::string_view trajectory_not_executed =
    "trajectory.not_executed"; ///< atomicity is broken

// execution, proof
inline constexpr std::string_view manager_not_stated = "manager.not_stated";
inline constexpr std::string_view rollup_evidence =
    "rollup.no_evidence"; ///< the table belongs on a rollup's chain
inline constexpr std::string_view proof_contents = "proof.contents"; ///< batch seen, contents not bound
inline constexpr std::string_view proof_rollup_contract =
    "proof.rollup_contract"; ///< a rollup's contract was found by the manager's log
inline constexpr std::string_view proof_rollup_unstated =
    "proof.rollup_not_stated"; ///< proven by a contract that only the manager's log tells
inline constexpr std::string_view proof_trace_of_file =
    "proof.trace_of_file";                                             ///< only a trace in a file shows it
inline constexpr std::string_view proof_not_found = "proof.not_found"; ///< no transaction carries these bytes
inline constexpr std::string_view proof_chain_id =
    "proof.chain_id"; ///< the transaction is signed for another chain
inline constexpr std::string_view proof_reverted = "proof.reverted";
inline constexpr std::string_view proof_receipt = "proof.receipt"; ///< its receipt is not proven
inline constexpr std::string_view proof_block = "proof.block"; ///< its block is not (known to be) authentic
inline constexpr std::string_view execution_table_block =
    "execution.table_block"; ///< the table's block is unknown
inline constexpr std::string_view execution_differs = "execution.differs";
inline constexpr std::string_view execution_hidden = "execution.hidden"; ///< a revert span hides results
inline constexpr std::string_view execution_nothing = "execution.nothing_to_observe";
inline constexpr std::string_view execution_incomplete = "execution.incomplete"; ///< an entry left no events

// digest
inline constexpr std::string_view digest_mismatch = "digest.mismatch";
inline constexpr std::string_view digest_nothing_expected = "digest.nothing_expected";
inline constexpr std::string_view digest_expectations =
    "digest.expectations_differ";                              ///< envelope and user disagree
inline constexpr std::string_view slice_shows = "slice.shows"; ///< what a slice proves, and what not
inline constexpr std::string_view table_slice = "table.slice"; ///< a slice has single entries, no table
inline constexpr std::string_view digest_inputs =
    "digest.inputs"; ///< rests on keys and block context that only an endpoint tells
inline constexpr std::string_view digest_profile = "digest.profile"; ///< the stated profile does not apply

// event: the demands of ERC-8281 and of the older generations' rules
inline constexpr std::string_view event_nothing_expected = "event.nothing_expected";
inline constexpr std::string_view event_receipt_missing = "event.receipt_missing";
inline constexpr std::string_view event_not_found = "event.not_found"; ///< the receipt has no such log
inline constexpr std::string_view event_not_evm =
    "event.not_evm"; ///< the envelope's transaction is on no EVM chain
inline constexpr std::string_view event_unknown_rule =
    "event.unknown_rule"; ///< an extraction rule that is not known is not run
inline constexpr std::string_view event_unbound =
    "event.transaction_unbound"; ///< bodies missing: which receipt?
inline constexpr std::string_view event_reverted = "event.reverted";
inline constexpr std::string_view event_no_status = "event.no_status"; ///< a receipt before Byzantium
inline constexpr std::string_view event_log_position = "event.log_position";
inline constexpr std::string_view event_contract_mismatch = "event.contract_mismatch";
inline constexpr std::string_view event_topic0 = "event.topic0";
inline constexpr std::string_view event_topic_count = "event.topic_count";
inline constexpr std::string_view event_dirty_topic = "event.dirty_topic";
inline constexpr std::string_view event_data = "event.data";
inline constexpr std::string_view event_digest_mismatch = "event.digest_mismatch";
inline constexpr std::string_view event_committer_mismatch = "event.committer_mismatch";
inline constexpr std::string_view event_block_number = "event.block_number";
inline constexpr std::string_view event_block_hash = "event.block_hash";
inline constexpr std::string_view event_chain_id = "event.chain_id";
inline constexpr std::string_view event_removed = "event.removed";
inline constexpr std::string_view event_transaction_hash =
    "event.transaction_hash"; ///< another transaction's receipt

// inclusion
inline constexpr std::string_view inclusion_receipts_root = "inclusion.receipts_root";
inline constexpr std::string_view inclusion_transactions_root = "inclusion.transactions_root";
inline constexpr std::string_view inclusion_count =
    "inclusion.count"; ///< receipts and transactions differ in number
inline constexpr std::string_view inclusion_block_hash =
    "inclusion.block_hash"; ///< header hashes to another hash than claimed
inline constexpr std::string_view inclusion_bodies = "inclusion.bodies"; ///< transactions missing
inline constexpr std::string_view inclusion_lone_receipt = "inclusion.lone_receipt";
inline constexpr std::string_view inclusion_no_block = "inclusion.no_block";

// block, slot, finality
inline constexpr std::string_view block_pin = "block.pin"; ///< the user pinned another hash
inline constexpr std::string_view block_not_canonical = "block.not_canonical";
inline constexpr std::string_view block_only_one = "block.only_one"; ///< only one endpoint says so
inline constexpr std::string_view block_no_quorum = "block.no_quorum";
inline constexpr std::string_view block_no_authority = "block.no_authority"; ///< nobody vouches for it
inline constexpr std::string_view slot_late = "slot.late";
inline constexpr std::string_view slot_table_block = "slot.table_block"; ///< the table's block is not known
inline constexpr std::string_view slot_unauthentic = "slot.unauthentic"; ///< a block is not authentic
inline constexpr std::string_view slot_no_slot = "slot.no_slot";         ///< a time stamp that is on no slot
inline constexpr std::string_view finality_not_read = "finality.not_read";
inline constexpr std::string_view finality_unsupported = "finality.unsupported";
inline constexpr std::string_view finality_block = "finality.block"; ///< does not rest on an authentic block
inline constexpr std::string_view finality_dissent = "finality.dissent";
inline constexpr std::string_view finality_not_canonical = "finality.not_canonical";
inline constexpr std::string_view finality_head = "finality.head"; ///< above the finalized head

// findings
inline constexpr std::string_view contract_unknown = "contract.unknown";
inline constexpr std::string_view event_several = "event.several";
inline constexpr std::string_view event_not_conformant = "event.not_conformant";
inline constexpr std::string_view event_declared =
    "event.declared"; ///< the log is read by an event that the user declared
inline constexpr std::string_view event_declared_unused =
    "event.declared_unused"; ///< an envelope's rule goes before the user's
inline constexpr std::string_view pin_unused = "pin.unused";
inline constexpr std::string_view block_dissent = "block.dissent";
inline constexpr std::string_view endpoint_failed = "endpoint.failed";
inline constexpr std::string_view endpoint_other_transaction = "endpoint.transaction_hash";
inline constexpr std::string_view envelope_unknown_field = "envelope.unknown_field";
inline constexpr std::string_view envelope_finality =
    "envelope.finality"; ///< what the producer says of finality, which is not believed
inline constexpr std::string_view trajectory_skipped = "trajectory.skipped_alternative";
inline constexpr std::string_view slot_pre_commitment = "slot.pre_commitment";
inline constexpr std::string_view slot_proof_bound =
    "slot.proof_bound"; ///< until when its proof could be used
inline constexpr std::string_view slot_proof_expired = "slot.proof_expired";
inline constexpr std::string_view proof_verified = "proof.verified";      ///< recomputed, of its signer
inline constexpr std::string_view proof_differs = "proof.signer_differs"; ///< recomputed, of somebody else
inline constexpr std::string_view proof_unusable =
    "proof.not_recomputable"; ///< contracts or proofs of another form
inline constexpr std::string_view pre_state_confirmed = "pre_state.confirmed";
inline constexpr std::string_view pre_state_contradicted = "pre_state.contradicted";
inline constexpr std::string_view trace_unusable = "trace.unusable"; ///< does not fit the transaction
inline constexpr std::string_view proof_several = "proof.several_postings";
inline constexpr std::string_view digest_uncovered =
    "digest.uncovered"; ///< the profile leaves bytes uncommitted

inline constexpr std::string_view pin_syntax = "pin.syntax";
inline constexpr std::string_view slot_clock_syntax = "slot_clock.syntax";

} // namespace anchorscope::verify::rules
