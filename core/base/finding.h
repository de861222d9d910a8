// Something worth telling about an input: which rule, how bad, where, in one sentence.
#pragma once
#include "core/base/bytes.h"
#include <optional>
#include <string>

namespace anchorscope {

enum class Severity {
    info,    ///< worth knowing
    warning, ///< advice not followed, something unusual
    error    ///< an enforced rule is broken, or evidence contradicts itself
};

[[nodiscard]] constexpr std::string_view name(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "info";
}

struct Finding {
    std::string rule; ///< stable id: "table.call_count"
    Severity severity = Severity::info;
    std::string place;              ///< field path "entries[2].callCount", rung, or file; may be empty
    std::optional<ByteRange> range; ///< in the table's decoded bytes
    std::string text; ///< what is, what should be, and the contract's error name where there is one

    friend bool operator==(const Finding&, const Finding&) = default;
};

} // namespace anchorscope
