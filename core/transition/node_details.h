// What V1's actions and messages say of a node beside where it goes, in words.
#pragma once
#include "core/transition/tree.h"

namespace anchorscope::transition {

/// The action of a call or an unwind of V1's; null for other nodes.
[[nodiscard]] const table::Action* action_of(const table::ExecutionTable& table, const Node& node);
/// The message of a node; null where the table has none.
[[nodiscard]] const table::Message* message_of(const table::ExecutionTable& table, const Node& node);

/// "[0, 1]"; "[]" is the root.
[[nodiscard]] std::string scope_text(std::span<const U256> scope);
/// Of a call of V1's: " at scope [0, 1]"; else empty.
[[nodiscard]] std::string scope_words(const table::ExecutionTable& table, const Node& node);
/// Of an unwind: " of scope [0]: 2 calls rolled back", " of call 7 of Rollup 1"; else empty.
[[nodiscard]] std::string unwind_words(const table::ExecutionTable& table, const Node& node);

} // namespace anchorscope::transition
