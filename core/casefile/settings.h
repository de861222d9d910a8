// settings.json: what the maker of a case stated about the chain. A hint that is shown to the reader; never
// an expectation, never a pin.
#pragma once
#include "core/base/address.h"

namespace anchorscope::casefile {

namespace rules {
inline constexpr std::string_view case_settings = "case.settings"; ///< not the canonical form of its content
} // namespace rules

struct Settings {
    std::optional<std::uint64_t> chain_id; ///< of the anchor
    std::optional<Address> contract;       ///< that emits the anchor event
    std::optional<Address> manager;        ///< of the rollups

    [[nodiscard]] bool is_empty() const { return !chain_id && !contract && !manager; }
    friend bool operator==(const Settings&, const Settings&) = default;
};

/// anchorscope.settings/1: a closed schema with one spelling; anything else is refused.
[[nodiscard]] Result<Settings> read_settings(std::string_view text);
[[nodiscard]] std::string write_settings(const Settings& settings);

} // namespace anchorscope::casefile
