// Reports as text for a terminal. Colour is an argument; nothing here knows a terminal.
#pragma once
#include "core/report/json_report.h"

namespace anchorscope::report {

struct TextStyle {
    bool color = false; ///< ANSI escapes
    bool quiet = false; ///< the headline only
};

[[nodiscard]] std::string verify_text(const verify::Report& report, const Subject& subject, TextStyle style);
/// Decoded table, tree, digests, invariants.
[[nodiscard]] std::string inspect_text(const Subject& subject, TextStyle style);
/// The tree as indented rows, one a node: what the tests compare and terminals show.
[[nodiscard]] std::string tree_text(const table::ExecutionTable& table, const transition::Tree& tree);

/// The calls between several tables as indented rows, in one order.
[[nodiscard]] std::string joined_text(const transition::Bundle& bundle,
                                      const transition::JoinedOrder& joined);
/// Rollups and entries of a replay, one a row.
[[nodiscard]] std::string replay_text(const transition::Replay& replay);
/// Calls and reverts by name, one a line.
/// One row a proxy; empty where their code is not stated.
[[nodiscard]] std::string proxies_text(const Subject& subject);
[[nodiscard]] std::string names_text(const table::ExecutionTable& table, const transition::Tree* tree,
                                     const table::SignatureBook& book, const table::AddressLabels* labels);

/// Untrusted text made safe for a terminal: control characters and escapes shown, not sent.
[[nodiscard]] std::string printable(std::string_view text);

} // namespace anchorscope::report
