#include "core/anchor/envelope_fields.h"
#include "core/crypto/erc55.h"

namespace anchorscope::anchor {
namespace {

/// The prefix of hex text, in lower case only: 0X is no spelling that a generation knows.
bool has_prefix(std::string_view text) { return text.starts_with("0x"); }

} // namespace

std::string place_of(std::string_view parent, std::string_view field) {
    return std::string(parent).append(".").append(field);
}

Result<Hash32> read_digest(const codec::Json& object, std::string_view field, std::string_view parent,
                           bool bare) {
    const auto text = codec::string_member(object, field, parent);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const std::string prefixed = bare ? std::string("0x").append(*text) : *text;
    const auto value = Hash32::parse(prefixed);
    if (!value || value->hex() != prefixed) {
        return fail(rules::envelope_digest,
                    bare ? "must be 64 lowercase hex digits without 0x"
                         : "must be 0x and 64 lowercase hex digits",
                    {}, place_of(parent, field));
    }
    return *value;
}

Result<Hash32> read_hash(const codec::Json& object, std::string_view field, std::string_view parent) {
    const auto text = codec::string_member(object, field, parent);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto value = Hash32::parse(*text);
    if (!value || !has_prefix(*text)) {
        return fail(rules::envelope_hash, "must be 0x and 64 hex digits", {}, place_of(parent, field));
    }
    return *value;
}

Result<Address> read_address(const codec::Json& object, std::string_view field, std::string_view parent) {
    const auto text = codec::string_member(object, field, parent);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto value = crypto::parse_checksummed(*text);
    if (!value || !has_prefix(*text)) {
        return fail(rules::envelope_address,
                    "must be an address with a correct ERC-55 checksum: " +
                        (value ? std::string("0x expected in front") : value.error().text),
                    {}, place_of(parent, field));
    }
    return *value;
}

std::vector<std::string> unknown_members(const codec::Json& object, std::span<const std::string_view> known,
                                         std::string_view prefix) {
    std::vector<std::string> out;
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(known, key) == known.end()) {
            out.push_back(std::string(prefix).append(key));
        }
    }
    return out;
}

} // namespace anchorscope::anchor
