#include "ui/views/field_bands.h"
#include "core/table/field_rows.h"

namespace anchorscope::ui {

namespace {

constexpr std::uint64_t selector_bytes = 4, word_bytes = 32;

/// End of the band that begins at `offset`: of its field, or of the word for what belongs to no single field.
std::uint64_t bandEnd(const table::ExecutionTable& table, std::uint64_t offset) {
    const std::uint64_t word_end =
        offset < selector_bytes ? selector_bytes
                                : selector_bytes + ((offset - selector_bytes) / word_bytes + 1) * word_bytes;
    const auto field = table::field_at(table, offset);
    const bool leaf = field && !field->value.empty(); // tuples and arrays have no value of their own
    return leaf && field->range.end() > offset ? field->range.end() : word_end;
}

} // namespace

void FieldBands::setTable(std::shared_ptr<const table::ExecutionTable> table) {
    m_table = std::move(table);
    m_fields.clear();
    m_pages.clear();
}

void FieldBands::setFields(std::vector<ByteRange> fields) {
    m_table.reset();
    m_pages.clear();
    m_fields = std::move(fields);
}

const std::vector<FieldBands::Band>& FieldBands::page(std::uint64_t number) const {
    const auto known = m_pages.constFind(number);
    if (known != m_pages.cend()) {
        return *known;
    }
    if (m_pages.size() >= max_pages) {
        m_pages.clear();
    }
    std::vector<Band> bands;
    const std::uint64_t size = m_table->calldata().size();
    const std::uint64_t end = std::min<std::uint64_t>(size, (number + 1) * page_bytes);
    int parity = 0;
    for (std::uint64_t at = number * page_bytes; at < end;) {
        const std::uint64_t next = std::min(end, std::max(at + 1, bandEnd(*m_table, at)));
        bands.push_back({ByteRange{at, next - at}, parity});
        parity = 1 - parity;
        at = next;
    }
    return *m_pages.insert(number, std::move(bands));
}

int FieldBands::bandAt(std::uint64_t offset) const {
    if (!m_table) {
        const auto field = std::ranges::upper_bound(m_fields, offset, {}, &ByteRange::offset);
        return static_cast<int>((field - m_fields.begin() + 1) % 2); // without fields: 1
    }
    const std::vector<Band>& bands = page(offset / page_bytes);
    const auto after =
        std::ranges::upper_bound(bands, offset, {}, [](const Band& band) { return band.range.offset; });
    return after == bands.begin() ? 0 : std::prev(after)->parity;
}

} // namespace anchorscope::ui
