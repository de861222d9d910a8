// A slice: of one rollup, the entries of a table with their Merkle paths, so that anyone can check them
// against the anchored `entry-root` without the rest of the table (core/digest/SLICE.md). A slice proves that
// these entries stand in the committed table, and at which places. It never proves that no other entry
// belongs to the rollup, nor anything that surrounds the entries.
#pragma once
#include "core/digest/profile.h"

namespace anchorscope::digest {

namespace rules {
inline constexpr std::string_view slice_schema = "slice.schema";   ///< another schema, or a member too many
inline constexpr std::string_view slice_value = "slice.value";     ///< a member that is not as documented
inline constexpr std::string_view slice_format = "slice.format";   ///< a table whose entries name no rollup
inline constexpr std::string_view slice_empty = "slice.empty";     ///< no entry of that rollup
inline constexpr std::string_view slice_entry = "slice.entry";     ///< no canonical entry of the format
inline constexpr std::string_view slice_rollup = "slice.rollup";   ///< an entry of other rollups
inline constexpr std::string_view slice_order = "slice.order";     ///< indices that do not ascend
inline constexpr std::string_view slice_path = "slice.path";       ///< does not lead to the root
inline constexpr std::string_view slice_damaged = "slice.damaged"; ///< another SHA-256 than it says
inline constexpr std::string_view slice_size = "slice.size";
} // namespace rules

inline constexpr std::string_view slice_schema_id = "anchorscope.slice/1";
inline constexpr std::size_t max_slice_bytes = std::size_t{64} << 20U;

struct SliceEntry {
    std::uint64_t index = 0;  ///< in the table
    Bytes encoding;           ///< abi.encode of the entry, without the leading offset word
    std::vector<Hash32> path; ///< from its neighbour up
};

struct Slice {
    const table::TableFormat* format = nullptr; ///< of the table; not bound by the root
    U256 rollup;
    crypto::HashFunction tree = crypto::HashFunction::sha2_256; ///< sha2-256 or keccak-256
    std::uint64_t count = 0;                                    ///< entries of the table
    Hash32 root;
    std::vector<SliceEntry> entries; ///< ascending, at least one

    /// The profile under which it is anchored: "entry-root", or "entry-root-keccak".
    [[nodiscard]] const Profile& profile() const;
    /// What the anchored digest is of: tag, count and root.
    [[nodiscard]] Observation observation() const;
};

/// The entries whose destination is the rollup, or that have a delta of it. `tree` is one of the two that
/// have a profile (asserted).
[[nodiscard]] Result<Slice> make_slice(const table::ExecutionTable& table, const U256& rollup,
                                       crypto::HashFunction tree = crypto::HashFunction::sha2_256);
/// Canonical JSON, one text for one slice; slice_size where it would be longer than max_slice_bytes.
[[nodiscard]] Result<std::string> slice_text(const Slice& slice);
[[nodiscard]] bool announces_slice(std::string_view text);
/// Reads a slice and checks all that it holds: spelling, entries, places, paths. What it returns has led to
/// its root; that this is the anchored one is for the caller to see.
[[nodiscard]] Result<Slice> read_slice(std::string_view text);

} // namespace anchorscope::digest
