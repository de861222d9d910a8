// The parts that JSON reports have in common.
#pragma once
#include "core/codec/json.h"
#include "core/digest/proxy_address.h"
#include "core/report/json_report.h"

namespace anchorscope::report {

using codec::Json;

inline constexpr std::string_view report_schema = "anchorscope.report/1";

/// {path, bytes, sha256, format, profile}; null where there is none. With case {path, bytes, sha256} where
/// the input is a case file: the first three are then its table's. With slice {format, rollup, entries, of,
/// root} where the input is a slice.
[[nodiscard]] Json input_json(const verify::Request& request, const digest::Profile* profile);
[[nodiscard]] Json observation_json(const digest::ObservationDigest& digest);
[[nodiscard]] Json digest_json(const digest::Digest& digest);
/// How every digest came about: of the table, of the proofs where their inputs are stated, and of what the
/// tree shows to have been folded; of proxies where their code is stated. At most max_traces. `missing` gets
/// what was not stated.
[[nodiscard]] std::vector<digest::StepTrace> traces_of(const Subject& subject, std::vector<Finding>* missing);
inline constexpr std::size_t max_traces = 100'000; ///< some 100 MB of JSON
/// [{kind, subject, function, value, steps: [{name, rule: hash|recovery, before, message: [{name, source,
/// offset, length} or {name, bytes}], after}]}]. The hash of a message's pieces, one after the other, is
/// `after`; under the rule `recovery` it is the signer of the first 32 bytes, as a word.
[[nodiscard]] Json steps_json(std::span<const digest::StepTrace> traces);
/// [{subject, target, target_label, source, source_label, data, function: {signature, by: stated|well_known,
/// fields: [{name, type, value}]}}]; where no function fits, `selector_of` names those with the selector.
[[nodiscard]] Json calls_json(const table::ExecutionTable& table, const table::SignatureBook& book,
                              const table::AddressLabels* labels);
/// [{subject, data, error: as function above}].
[[nodiscard]] Json reverts_json(const table::ExecutionTable& table, const transition::Tree* tree,
                                const table::SignatureBook& book);
/// [{original, rollup, proxy, logged, equal}]: the last two null where no event tells the proxy.
[[nodiscard]] Json proxies_json(const Subject& subject);
/// Adds to `out` what a kept report has beside the ladder: files [{role, name, bytes, sha256}], blocks
/// [{number, hash, role: anchor|table|anchor_and_table|null, receipts, receipts_proven, source: {kind,
/// name}}], with endpoints [{name, trusted, chain_id, head, finalized, failure}], with the tree trajectories
/// [{rollup, unbroken, steps: [{entry, before, after, ether_delta, continues}]}] and tree (as of `inspect`),
/// then notes [{path, text}], reproduce {command, checked_at}. null where something is not known.
void add_annex(Json& out, const verify::Report& report, const Subject& subject);
[[nodiscard]] Json findings_json(const std::vector<Finding>& findings);
[[nodiscard]] Json tool_json(const ToolVersion& tool);
[[nodiscard]] Json entries_json(const table::ExecutionTable& table, const transition::Tree* tree);
/// [{index, type, from, to, partner, fields: [{name, type, value, offset, length}]}]; of tables of other
/// kinds empty.
[[nodiscard]] Json messages_json(const table::ExecutionTable& table);
[[nodiscard]] Json tree_json(const transition::Tree& tree);
/// [{depth, placed, leaves, arrives}], one a call from one domain to another.
[[nodiscard]] Json joined_json(const transition::Bundle& bundle, const transition::JoinedOrder& joined);
/// {rollups, order, entries}: the table replayed without the state of its rollups.
[[nodiscard]] Json replay_json(const transition::Replay& replay);

/// Two-space indent, newline at the end; bytes that are not UTF-8 are replaced.
[[nodiscard]] std::string written(const Json& json);

} // namespace anchorscope::report
