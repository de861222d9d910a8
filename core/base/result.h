// The one result type of the library: a value, or an error that names the rule broken and the place.
#pragma once
#include "core/base/bytes.h"
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace anchorscope {

/// What went wrong with an input. `rule` is one of the constants that each room declares
/// ("rlp.leading_zeros"); it is stable, shown in reports, and matched by tests.
struct Error {
    std::string_view rule;           ///< static storage, never empty
    std::string place;               ///< field path or file part, e.g. "entries[2].stateDeltas[0].rollupId"
    std::optional<std::uint64_t> at; ///< byte offset in the input named by the caller
    std::string text;                ///< what was expected and what was seen, one sentence

    /// "place (byte 17): text [rule]", leaving out what is not known.
    [[nodiscard]] std::string message() const;
};

template<class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error>
fail(std::string_view rule, std::string text, std::optional<std::uint64_t> at = {}, std::string place = {}) {
    return tl::unexpected<Error>(Error{rule, std::move(place), at, std::move(text)});
}

} // namespace anchorscope
