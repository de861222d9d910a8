// Which field each byte belongs to, as alternating neutral bands.
// Limits: computed per page of 4 KiB when it is looked at, so that size does not matter; the alternation
// starts anew on each page; at most max_pages are kept.
#pragma once
#include "core/table/execution_table.h"
#include <QHash>

namespace anchorscope::ui {

class FieldBands {
public:
    static constexpr std::uint64_t page_bytes = 4096;
    static constexpr qsizetype max_pages = 64;

    /// Null: no fields are known, one band for all.
    void setTable(std::shared_ptr<const table::ExecutionTable> table);
    /// Fields that follow one another, in ascending order, instead of a table's.
    void setFields(std::vector<ByteRange> fields);
    /// 0 or 1 for each byte of the range, which lies inside the calldata.
    [[nodiscard]] int bandAt(std::uint64_t offset) const;

private:
    struct Band {
        ByteRange range;
        int parity = 0;
    };
    [[nodiscard]] const std::vector<Band>& page(std::uint64_t number) const;

    std::shared_ptr<const table::ExecutionTable> m_table;
    std::vector<ByteRange> m_fields;
    mutable QHash<quint64, std::vector<Band>> m_pages;
};

} // namespace anchorscope::ui
