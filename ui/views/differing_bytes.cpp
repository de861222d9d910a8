#include "ui/views/differing_bytes.h"
#include "core/table/field_rows.h"

namespace anchorscope::ui {

namespace {

constexpr std::uint64_t word_bytes = 32;

/// Appends the runs of bytes in which a word of the calldata differs from what it should be.
void appendRuns(std::vector<ByteRange>& out, std::uint64_t offset, ByteView actual, const Hash32& expected) {
    for (std::size_t at = 0; at < actual.size() && at < expected.bytes.size(); ++at) {
        if (actual[at] == expected.bytes[at]) {
            continue;
        }
        if (!out.empty() && out.back().end() == offset + at) {
            ++out.back().length;
        } else {
            out.push_back({offset + at, 1});
        }
    }
}

void appendStateBreaks(std::vector<ByteRange>& out, const table::ExecutionTable& table,
                       const verify::TablePart& examined) {
    for (const transition::Trajectory& trajectory : examined.trajectories) {
        for (std::size_t i = 1; i < trajectory.steps.size() && out.size() < max_differing_ranges; ++i) {
            const transition::TrajectoryStep& step = trajectory.steps[i];
            if (step.continues || step.entry >= table.entries.size() ||
                step.delta >= table.entries[step.entry].deltas.size()) {
                continue;
            }
            // (rollupId, currentState, newState, etherDelta): the pre-state is the second word.
            const std::uint64_t offset =
                table.entries[step.entry].deltas[step.delta].range.offset + word_bytes;
            appendRuns(out, offset, slice(table.calldata(), {offset, word_bytes}),
                       trajectory.steps[i - 1].after);
        }
    }
}

void appendRollingHashes(std::vector<ByteRange>& out, const table::ExecutionTable& table,
                         const transition::Tree& tree) {
    const std::size_t count = std::min(table.entries.size(), tree.entries.size());
    for (std::size_t entry = 0; entry < count && out.size() < max_differing_ranges; ++entry) {
        const auto& recomputed = tree.entries[entry].recomputed;
        if (tree.entries[entry].state != transition::ExecutionState::differs || !recomputed ||
            *recomputed == table.entries[entry].rolling_hash) {
            continue;
        }
        for (const table::FieldRow& row : table::field_rows(table.entry_value(entry), "")) {
            if (row.name == "rollingHash" && row.depth <= 1) {
                appendRuns(out, row.range.offset, slice(table.calldata(), row.range), *recomputed);
            }
        }
    }
}

} // namespace

std::vector<ByteRange> differingBytes(const table::ExecutionTable& table, const verify::TablePart* examined,
                                      const transition::Tree* tree) {
    std::vector<ByteRange> out;
    if (examined != nullptr) {
        appendStateBreaks(out, table, *examined);
    }
    if (tree != nullptr) {
        appendRollingHashes(out, table, *tree);
    }
    std::ranges::sort(out, {}, &ByteRange::offset);
    return out;
}

} // namespace anchorscope::ui
