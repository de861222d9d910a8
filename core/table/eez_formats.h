// The formats of the EEZ protocol, January to June 2026, each family in its own file. Field names are those
// of the contracts' structs, so that paths read as their authors'; types and selectors are as published.
// Beside them the messages of the same authors.
#pragma once
#include "core/table/format.h"

namespace anchorscope::table {

/// Main (commit 5c51e02, June 2026): the three functions whose calldata is an execution table (PROTOCOL 1.1,
/// 1.2).
extern const std::array<TableFormat, 3> eez_main_formats;
/// Newer than main: calls that may be static, nested calls that name their rollup.
extern const std::array<TableFormat, 4> eez_static_formats;
/// One struct a batch, May and June, before lookups belonged to entries.
extern const std::array<TableFormat, 13> eez_single_batch_formats;
/// An array of batches, one for each set of proof systems, May.
extern const std::array<TableFormat, 3> eez_sub_batch_formats;
/// Flat calls with one prover, March and April; the first three are drafts.
extern const std::array<TableFormat, 11> eez_flat_formats;
/// V1: entries that answer an action with the next one, January to May.
extern const std::array<TableFormat, 12> eez_action_formats;

/// Messages of several chains.
extern const std::array<TableFormat, 1> emsg_formats;

} // namespace anchorscope::table
