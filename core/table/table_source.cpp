#include "core/table/table_source.h"
#include "core/crypto/hash_function.h"
#include "core/table/format.h"
#include "core/table/table_json.h"
#include "core/table/wrapping.h"

namespace anchorscope::table {
namespace {

constexpr std::string_view hex_prefix = "0x";

constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// The text without white space at its end.
std::string_view trimmed(ByteView file) {
    std::string_view text(reinterpret_cast<const char*>(file.data()), file.size());
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

/// True for 0x and the eight digits of a known format's selector.
bool announces_table(std::string_view text) {
    constexpr std::size_t selector_digits = 2 * std::tuple_size_v<Selector>;
    if (!text.starts_with(hex_prefix)) {
        return false;
    }
    const Result<Bytes> first = from_hex(text.substr(0, hex_prefix.size() + selector_digits));
    return first && format_of_selector(*first) != nullptr;
}

/// True when the text is at least one byte in hex digits and nothing else.
bool is_hex_text(std::string_view text) {
    if (text.starts_with(hex_prefix)) {
        text.remove_prefix(hex_prefix.size());
    }
    return !text.empty() && text.size() % 2 == 0 &&
           std::ranges::all_of(text, [](char c) { return hex_digit_value(c) >= 0; });
}

} // namespace

Result<TableSource> load_source(std::string name, Bytes file, std::string_view place) {
    if (file.empty()) {
        return fail(rules::source_empty, "expected at least one byte, the input is empty", {},
                    std::move(name));
    }
    if (file.size() > max_source_bytes) {
        return fail(rules::source_size,
                    "expected at most " + std::to_string(max_source_bytes) + " bytes, the input has " +
                        std::to_string(file.size()),
                    {}, std::move(name));
    }
    TableSource source;
    source.file_sha256 = crypto::sha256(file);
    const std::string_view text = trimmed(file);
    source.is_hex = is_hex_text(text) || announces_table(text);
    source.is_json = !source.is_hex && announces_table_json(text);
    if (source.is_hex || source.is_json) {
        Result<Bytes> decoded =
            source.is_hex ? from_hex(text, HexPrefix::optional) : calldata_from_json(text);
        if (!decoded) {
            Error error = std::move(decoded.error());
            error.place = error.place.empty() ? std::move(name) : name + ": " + error.place;
            return tl::unexpected(std::move(error));
        }
        source.decoded = std::move(*decoded);
    } else {
        Result<std::optional<WrappedInput>> wrapped = unwrap(text, place);
        if (!wrapped) {
            Error error = std::move(wrapped.error());
            error.place = std::move(name);
            return tl::unexpected(std::move(error));
        }
        if (*wrapped) {
            source.place = std::move((*wrapped)->place);
            source.decoded = std::move((*wrapped)->input);
        }
    }
    source.name = std::move(name);
    source.file = std::move(file);
    return source;
}

} // namespace anchorscope::table
