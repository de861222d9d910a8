#include "core/table/eez_formats.h"
#include "core/table/format.h"
#include <cassert>

namespace anchorscope::table {

std::span<const TableFormat> formats() {
    // Every format that is known, in the order of search and display. A new family is one line here.
    static const std::vector<TableFormat> all = [] {
        const std::array<std::span<const TableFormat>, 7> families{
            eez_main_formats,      eez_static_formats, eez_single_batch_formats,
            eez_sub_batch_formats, eez_flat_formats,   eez_action_formats,
            emsg_formats,
        };
        std::vector<TableFormat> joined;
        for (const std::span<const TableFormat> family : families) {
            joined.insert(joined.end(), family.begin(), family.end());
        }
        return joined;
    }();
    return all;
}

const TableFormat* format_of_selector(ByteView first_bytes) {
    const auto has_selector = [&](const TableFormat& format) {
        return first_bytes.size() >= format.selector.size() &&
               equal(first_bytes.first(format.selector.size()), format.selector);
    };
    const auto found = std::ranges::find_if(formats(), has_selector);
    return found == formats().end() ? nullptr : &*found;
}

const TableFormat* format_named(std::string_view id) {
    const auto found = std::ranges::find(formats(), id, &TableFormat::id);
    return found == formats().end() ? nullptr : &*found;
}

const codec::AbiType& type_of(const TableFormat& format) {
    if (format.stated_type != nullptr) {
        return *format.stated_type;
    }
    static const std::vector<codec::AbiType> types = [] {
        std::vector<codec::AbiType> parsed;
        for (const TableFormat& one : formats()) {
            // A declaration that does not parse is a mistake of ours, found by the first test that runs.
            parsed.push_back(codec::AbiType::parse(one.declaration).value());
        }
        return parsed;
    }();
    const auto found = std::ranges::find(formats(), format.id, &TableFormat::id);
    assert(found != formats().end());
    return types[static_cast<std::size_t>(found - formats().begin())];
}

} // namespace anchorscope::table
