// Formats that the user states by a contract's ABI (JSON, codec/abi_json.h): of versions that are newer than
// this program. What such a version hashes, and how, no ABI tells: its calls are taken as ordered by
// callCount only where they are spelled exactly as in a known version, and nothing that its proofs are bound
// to is computed. Profiles over bytes and fields hold for it as for any other.
#pragma once
#include "core/table/format.h"
#include <memory>

namespace anchorscope::table {

namespace rules {
inline constexpr std::string_view stated_none = "stated_format.none";   ///< no function takes a table
inline constexpr std::string_view stated_field = "stated_format.field"; ///< a known name with another type
} // namespace rules

inline constexpr std::size_t max_stated_formats = 64;

class StatedFormats {
public:
    /// Every function that takes entries (or batches of them) and that the registry does not know. The first
    /// `max_stated_formats`. A function that takes entries in a shape that cannot be read is an error that
    /// names the field, unless another one can.
    [[nodiscard]] static Result<std::shared_ptr<const StatedFormats>> read(std::string_view abi_json);

    /// Ids are "abi.<function>" with the selector behind them: "abi.postBatch.0x0123abcd".
    [[nodiscard]] std::span<const TableFormat> formats() const { return m_formats; }
    [[nodiscard]] const TableFormat* of_selector(ByteView first_bytes) const;

    StatedFormats(const StatedFormats&) = delete;
    StatedFormats& operator=(const StatedFormats&) = delete;
    ~StatedFormats() = default;

private:
    struct Kept;
    StatedFormats() = default;
    void add(Kept kept);

    std::vector<std::unique_ptr<const Kept>> m_kept; ///< what the formats point into
    std::vector<TableFormat> m_formats;
};

} // namespace anchorscope::table
