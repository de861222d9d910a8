// A block with the tables and anchors in it.
#pragma once
#include "core/verify/candidates.h"
#include "model/discover/block_reader.h"

namespace anchorscope::model {

struct FoundBlock {
    BlockReader::Block block;
    verify::TableCandidates tables;
    verify::AnchorCandidates anchors;
};

/// What the block's own bytes show.
[[nodiscard]] inline FoundBlock examined(const BlockReader::Block& block) {
    return {block, verify::table_candidates(*block), verify::anchor_candidates(*block)};
}

} // namespace anchorscope::model
