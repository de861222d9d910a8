#include "core/table/execution_table.h"
#include "core/table/field_names.h"
#include "core/table/message_reader.h"
#include "core/table/stated_formats.h"
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

Result<const TableFormat*> format_for(const TableSource& source, const TableFormat* wanted) {
    const ByteView calldata = source.bytes();
    if (wanted == nullptr) {
        const TableFormat* found = format_of_selector(calldata);
        if (found == nullptr && source.stated) {
            found = source.stated->of_selector(calldata);
        }
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
    if (format->scheme == Scheme::messages) {
        return {type_of(*format), {}, selector_size};
    }
    return {type_of(*format), calldata().subspan(selector_size), selector_size};
}

std::optional<Action::Type> Action::kind() const {
    constexpr auto last = static_cast<std::uint8_t>(Type::revert_continue);
    return type <= last ? std::optional(static_cast<Type>(type)) : std::nullopt;
}

namespace {

std::string element(std::string_view array, std::size_t index) {
    std::string out(array);
    out += '[';
    out += std::to_string(index);
    out += ']';
    return out;
}

/// Where an entry or lookup stands: in which sub-batch, if any, and at which index there.
struct Place {
    std::optional<std::size_t> sub_batch;
    std::size_t index = 0;
};

Place place_of(std::span<const SubBatch> sub_batches, std::size_t index, std::size_t SubBatch::*first) {
    // The last sub-batch that begins at or before it: those in front may be empty and begin there too.
    const auto behind = std::ranges::upper_bound(sub_batches, index, {}, first);
    if (behind == sub_batches.begin()) {
        return {std::nullopt, index};
    }
    const auto sub_batch = static_cast<std::size_t>(behind - sub_batches.begin() - 1);
    return {sub_batch, index - sub_batches[sub_batch].*first};
}

codec::AbiValue value_at(const ExecutionTable& table, const Place& place, std::string_view array) {
    const codec::AbiValue body = table_body(table.arguments());
    const codec::AbiValue holder =
        place.sub_batch ? body[field_names(*table.format).batches].at(*place.sub_batch) : body;
    return holder[array].at(place.index);
}

std::string path_of(const ExecutionTable& table, const Place& place, std::string_view array) {
    const std::string path = element(array, place.index);
    return place.sub_batch ? element(field_names(*table.format).batches, *place.sub_batch) + "." + path
                           : path;
}

} // namespace

codec::AbiValue ExecutionTable::entry_value(std::size_t index) const {
    return value_at(*this, place_of(sub_batches, index, &SubBatch::first_entry),
                    field_names(*format).entries);
}

codec::AbiValue ExecutionTable::lookup_value(std::size_t index) const {
    return value_at(*this, place_of(sub_batches, index, &SubBatch::first_lookup),
                    field_names(*format).lookups);
}

std::string ExecutionTable::message_path(std::size_t index) { return element("messages", index); }

std::string ExecutionTable::entry_path(std::size_t index) const {
    return path_of(*this, place_of(sub_batches, index, &SubBatch::first_entry), field_names(*format).entries);
}

std::string ExecutionTable::lookup_path(std::size_t index) const {
    return path_of(*this, place_of(sub_batches, index, &SubBatch::first_lookup),
                   field_names(*format).lookups);
}

Result<std::shared_ptr<const ExecutionTable>> decode_table(std::shared_ptr<const TableSource> source,
                                                           const TableFormat* format) {
    const ByteView calldata = source->bytes();
    const Result<const TableFormat*> found = format_for(*source, format);
    if (!found) {
        return tl::unexpected(found.error());
    }
    if ((*found)->scheme == Scheme::messages) {
        return read_messages(std::move(source), **found);
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
