#include "core/table/execution_table.h"
#include "core/table/field_names.h"
#include "core/table/table_builder.h"

namespace anchorscope::table {
namespace {

constexpr std::size_t selector_size = std::tuple_size_v<Selector>;

std::string known_functions() {
    std::string text;
    for (const TableFormat& format : formats()) {
        text += text.empty() ? "" : ", ";
        text += format.function;
    }
    return text;
}

Result<const TableFormat*> format_for(ByteView calldata, const TableFormat* wanted) {
    if (wanted == nullptr) {
        const TableFormat* const found = format_of_selector(calldata);
        if (found == nullptr) {
            return fail(rules::table_unknown, "expected the selector of " + known_functions(), 0);
        }
        return found;
    }
    if (calldata.size() < selector_size || !equal(calldata.first(selector_size), wanted->selector)) {
        std::string text = "expected the selector ";
        text += to_hex(wanted->selector);
        text += " of ";
        text += wanted->function;
        return fail(rules::table_selector, std::move(text), 0);
    }
    return wanted;
}

} // namespace

codec::AbiValue ExecutionTable::arguments() const {
    return {type_of(*format), calldata().subspan(selector_size), selector_size};
}

codec::AbiValue ExecutionTable::entry_value(std::size_t index) const {
    return table_body(arguments())[field_names(*format).entries].at(index);
}

codec::AbiValue ExecutionTable::lookup_value(std::size_t index) const {
    return table_body(arguments())[field_names(*format).lookups].at(index);
}

Result<std::shared_ptr<const ExecutionTable>> decode_table(std::shared_ptr<const TableSource> source,
                                                           const TableFormat* format) {
    const ByteView calldata = source->bytes();
    const Result<const TableFormat*> found = format_for(calldata, format);
    if (!found) {
        return tl::unexpected(found.error());
    }
    const codec::AbiType& type = type_of(**found);
    if (Result<void> checked = codec::abi_check(type, calldata.subspan(selector_size), selector_size);
        !checked) {
        Error error = std::move(checked.error());
        const std::string implied = implied_prefix(type);
        if (!implied.empty() && error.place.starts_with(implied)) {
            error.place.erase(0, implied.size());
        }
        return tl::unexpected(std::move(error));
    }
    return TableBuilder(std::move(source), **found).build();
}

} // namespace anchorscope::table
