// Where a report stands in its evidence.
#pragma once
#include "core/verify/report.h"

namespace anchorscope::ui {

[[nodiscard]] inline std::optional<std::uint64_t> anchorBlockNumber(const verify::Report& report,
                                                                    const verify::Evidence* evidence) {
    const bool known =
        evidence != nullptr && report.anchor_block && *report.anchor_block < evidence->blocks.size();
    return known ? std::optional(evidence->blocks[*report.anchor_block].header.number) : std::nullopt;
}

} // namespace anchorscope::ui
