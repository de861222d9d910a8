// Tables inside JSON that tools write: a transaction as eth_getTransactionByHash answers it, a Foundry
// broadcast file, a callTracer trace of a transaction or of a block, each bare or as the `result` of a
// JSON-RPC answer.
// Limits: those of the JSON reader; at most max_wrapped_inputs inputs are looked at. Calls nest as deep as
// the reader allows; nothing recurses.
#pragma once
#include "core/base/result.h"

namespace anchorscope::table {

namespace rules {
/// More than one table, and no place was named; or none stands at the named place.
inline constexpr std::string_view source_place = "source.place";
} // namespace rules

/// A table's calldata and where it stands: "transactions[2].transaction.input", "result.calls[0].input".
struct WrappedInput {
    std::string place;
    Bytes input;
};

inline constexpr std::size_t max_wrapped_inputs = std::size_t{1} << 16U;

/// The input that begins with a known format's selector: the one at `place`, or the only one where `place` is
/// empty. The same bytes at several places count once. Nothing where the text is no such JSON, or holds no
/// table: it may still be an observation of its own.
[[nodiscard]] Result<std::optional<WrappedInput>> unwrap(std::string_view text, std::string_view place);

/// Where tables stand in such a text: what `place` may be. Empty where it is no such JSON.
[[nodiscard]] std::vector<std::string> table_places(std::string_view text);

} // namespace anchorscope::table
