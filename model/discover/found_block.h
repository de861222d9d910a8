// A block with the tables and anchors in it.
#pragma once
#include "core/verify/anchor_candidates.h"
#include "core/verify/candidates.h"
#include "core/verify/evidence.h"
#include "model/discover/block_reader.h"

namespace anchorscope::model {

struct FoundBlock {
    BlockReader::Block block;
    verify::TableCandidates tables;
    verify::AnchorCandidates anchors;
    std::vector<verify::TraceEvidence> traces; ///< of those that show a table in an inner call
};

/// What the block's own bytes show.
[[nodiscard]] inline FoundBlock examined(const BlockReader::Block& block,
                                         std::span<const anchor::DeclaredEvent> declared) {
    return {block, verify::table_candidates(*block), verify::anchor_candidates(*block, declared), {}};
}

} // namespace anchorscope::model
