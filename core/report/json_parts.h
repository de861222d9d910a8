// The parts that JSON reports have in common.
#pragma once
#include "core/codec/json.h"
#include "core/report/json_report.h"

namespace anchorscope::report {

using codec::Json;

inline constexpr std::string_view report_schema = "anchorscope.report/1";

/// {path, bytes, sha256, format, profile}; null where there is none. With case {path, bytes, sha256} where
/// the input is a case file: the first three are then its table's.
[[nodiscard]] Json input_json(const verify::Request& request, const digest::Profile* profile);
[[nodiscard]] Json observation_json(const digest::ObservationDigest& digest);
[[nodiscard]] Json digest_json(const digest::Digest& digest);
[[nodiscard]] Json findings_json(const std::vector<Finding>& findings);
[[nodiscard]] Json tool_json(const ToolVersion& tool);
[[nodiscard]] Json entries_json(const table::ExecutionTable& table, const transition::Tree* tree);
[[nodiscard]] Json tree_json(const transition::Tree& tree);
/// [{depth, placed, leaves, arrives}], one a call from one domain to another.
[[nodiscard]] Json joined_json(const transition::Bundle& bundle, const transition::JoinedOrder& joined);
/// {rollups, order, entries}: the table replayed without the state of its rollups.
[[nodiscard]] Json replay_json(const transition::Replay& replay);

/// Two-space indent, newline at the end; bytes that are not UTF-8 are replaced.
[[nodiscard]] std::string written(const Json& json);

} // namespace anchorscope::report
