// What a slice needs to know of one entry: its hash, and of which rollups it is.
#pragma once
#include "core/table/execution_table.h"
#include "core/table/field_rows.h"
#include "core/table/layout.h"

namespace anchorscope::digest {

/// Reads entries of one format from their encodings alone. Limits: only formats whose entries name rollups
/// and have a hash of their own (table::hashes_structs); the entries of L2 tables name none.
class SliceEntries {
public:
    /// Empty for other formats.
    [[nodiscard]] static std::optional<SliceEntries> of(const table::TableFormat& format);

    /// The error of a bytes string that is not the canonical encoding of an entry; offsets count in it.
    [[nodiscard]] Result<void> check(ByteView encoding) const;
    /// Whether an encoding that has passed the check is of an entry of that rollup.
    [[nodiscard]] bool is_of(ByteView encoding, const U256& rollup) const;
    /// Its fields, below `path`; their ranges count in abi.encode(entry).
    [[nodiscard]] std::vector<table::FieldRow> rows(ByteView encoding, std::string_view path) const;
    /// keccak(abi.encode(entry)).
    [[nodiscard]] static Hash32 hash(ByteView encoding);

private:
    explicit SliceEntries(codec::AbiType type, table::FrameLayout layout)
        : m_type(std::move(type)), m_layout(layout) {}

    codec::AbiType m_type; ///< a tuple with the entry as its only field
    table::FrameLayout m_layout;
};

} // namespace anchorscope::digest
