#include "core/table/address_labels.h"
#include "core/codec/json.h"
#include "core/crypto/erc55.h"

namespace anchorscope::table {
namespace {

constexpr std::size_t max_labels = 10'000;
constexpr std::size_t max_label = 64;

bool is_control(char c) {
    constexpr unsigned char first_printable = 0x20;
    constexpr unsigned char del = 0x7f;
    return static_cast<unsigned char>(c) < first_printable || static_cast<unsigned char>(c) == del;
}

} // namespace

Result<AddressLabels> read_address_labels(std::string_view text) {
    const auto json = codec::parse_json(text, {.max_bytes = max_labels_bytes, .max_depth = 2});
    if (!json) {
        return tl::unexpected(json.error());
    }
    if (!json->is_object() || json->size() > max_labels) {
        return fail(rules::labels_form,
                    "expected an object of at most " + std::to_string(max_labels) + " names by address");
    }
    AddressLabels out;
    for (const auto& [key, value] : json->items()) {
        const Result<Address> address = crypto::parse_checksummed(key);
        if (!address) {
            return fail(address.error().rule, address.error().text, {}, key.substr(0, max_label));
        }
        const std::string label = value.is_string() ? value.get<std::string>() : std::string();
        if (label.empty() || label.size() > max_label || std::ranges::any_of(label, is_control)) {
            return fail(rules::labels_label, "expected a printable text of 1 to 64 bytes", {}, key);
        }
        if (!out.emplace(*address, label).second) {
            return fail(rules::labels_twice, "expected each address once", {}, key);
        }
    }
    return out;
}

} // namespace anchorscope::table
