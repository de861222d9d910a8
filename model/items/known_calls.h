// Names of well-known functions by selector, so that a call reads "increment()" and not "0xd09de08a()". To
// add one: one line in the list of known_calls.cpp. A selector has no single preimage: the name is a reading,
// not a proof.
#pragma once
#include "core/base/bytes.h"
#include <QString>

namespace anchorscope::model {

/// The list, for tests: every signature in canonical spelling.
[[nodiscard]] std::span<const std::string_view> knownSignatures();

/// What calldata calls: "increment()", "0x12345678()" for an unknown selector, "no data" when empty, and the
/// bytes themselves when they are too few for a selector.
[[nodiscard]] QString functionText(ByteView calldata);

} // namespace anchorscope::model
