#include "core/codec/rlp.h"

namespace anchorscope::codec {
namespace {

// Prefix bytes, Yellow Paper appendix B.
constexpr std::uint8_t short_string = 0x80;
constexpr std::uint8_t short_list = 0xc0;
constexpr std::uint8_t max_short = 55; // longest payload whose length fits the prefix byte

/// Where an item's payload lies, behind its prefix.
struct Layout {
    bool is_list = false;
    std::size_t prefix = 0;
    std::size_t payload = 0;
};

std::string bytes_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " byte" : " bytes");
}

/// The length written in `width` bytes after the first byte of `input`.
Result<std::size_t> long_length(ByteView input, std::size_t width, std::uint64_t at) {
    if (input.size() - 1 < width) {
        return fail(rules::rlp_truncated, "expected a length of " + bytes_text(width) + ", the input ends",
                    at);
    }
    std::uint64_t length = 0;
    for (const std::uint8_t byte : input.subspan(1, width)) {
        length = (length << 8U) | byte; // width is at most 8
    }
    if (input[1] == 0 || length <= max_short) {
        return fail(rules::rlp_non_minimal, "expected the shortest form of the length", at);
    }
    return static_cast<std::size_t>(length);
}

/// Reads the prefix of the item at the front of `input`; `at` is its offset, for errors.
Result<Layout> layout_of(ByteView input, std::uint64_t at) {
    if (input.empty()) {
        return fail(rules::rlp_truncated, "expected an item, the input ends", at);
    }
    const std::uint8_t first = input[0];
    if (first < short_string) {
        return Layout{false, 0, 1};
    }
    const bool is_list = first >= short_list;
    const std::size_t code = first - std::size_t{is_list ? short_list : short_string};
    Layout layout{is_list, 1, code};
    if (code > max_short) {
        layout.prefix = 1 + code - max_short;
        const Result<std::size_t> length = long_length(input, code - max_short, at);
        if (!length) {
            return tl::unexpected(length.error());
        }
        layout.payload = *length;
    }
    if (layout.payload > input.size() - layout.prefix) {
        std::string text = "expected a payload of " + bytes_text(layout.payload);
        text += ", got " + bytes_text(input.size() - layout.prefix);
        return fail(rules::rlp_truncated, std::move(text), at);
    }
    if (!is_list && code == 1 && input[1] < short_string) {
        return fail(rules::rlp_non_minimal, "expected a byte below 0x80 without a prefix", at);
    }
    return layout;
}

} // namespace

Result<RlpItem> RlpReader::next() {
    const ByteView rest = m_input.subspan(m_at);
    const Result<Layout> layout = layout_of(rest, offset());
    if (!layout) {
        return tl::unexpected(layout.error());
    }
    const std::size_t whole = layout->prefix + layout->payload;
    m_at += whole;
    return RlpItem{layout->is_list, rest.subspan(layout->prefix, layout->payload), rest.first(whole)};
}

Result<ByteView> RlpReader::next_bytes() {
    const std::uint64_t at = offset();
    const Result<RlpItem> item = next();
    if (!item) {
        return tl::unexpected(item.error());
    }
    if (item->is_list) {
        return fail(rules::rlp_type, "expected a string, got a list", at);
    }
    return item->payload;
}

Result<ByteView> RlpReader::next_bytes(std::size_t exactly) {
    const std::uint64_t at = offset();
    Result<ByteView> bytes = next_bytes();
    if (bytes && bytes->size() != exactly) {
        std::string text = "expected a string of " + bytes_text(exactly);
        text += ", got " + bytes_text(bytes->size());
        return fail(rules::rlp_width, std::move(text), at);
    }
    return bytes;
}

Result<Hash32> RlpReader::next_hash() { return next_bytes(32).map(Hash32::from); }

Result<Address> RlpReader::next_address() { return next_bytes(20).map(Address::from); }

Result<U256> RlpReader::next_u256() {
    const std::uint64_t at = offset();
    const Result<ByteView> bytes = next_bytes();
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    if (bytes->size() > 32) {
        return fail(rules::rlp_width,
                    "expected an integer of at most 32 bytes, got " + bytes_text(bytes->size()), at);
    }
    if (!bytes->empty() && bytes->front() == 0) {
        return fail(rules::rlp_leading_zero, "expected an integer without zeros in front", at);
    }
    return U256::from_be(*bytes);
}

Result<std::uint64_t> RlpReader::next_u64() {
    const std::uint64_t at = offset();
    const Result<U256> value = next_u256();
    if (!value) {
        return tl::unexpected(value.error());
    }
    const std::optional<std::uint64_t> small = value->to_u64();
    if (!small) {
        return fail(rules::rlp_width, "expected an integer of at most 8 bytes", at);
    }
    return *small;
}

Result<RlpReader> RlpReader::next_list() {
    const std::uint64_t at = offset();
    const Result<RlpItem> item = next();
    if (!item) {
        return tl::unexpected(item.error());
    }
    if (!item->is_list) {
        return fail(rules::rlp_type, "expected a list, got a string", at);
    }
    return RlpReader(item->payload, offset() - item->payload.size());
}

Result<void> RlpReader::expect_end() const {
    if (at_end()) {
        return {};
    }
    return fail(rules::rlp_trailing, "expected the end, got " + bytes_text(m_input.size() - m_at) + " more",
                offset());
}

Result<RlpItem> rlp_single(ByteView input) {
    RlpReader reader(input);
    Result<RlpItem> item = reader.next();
    if (!item) {
        return item;
    }
    if (const Result<void> end = reader.expect_end(); !end) {
        return tl::unexpected(end.error());
    }
    return item;
}

// A list's payload is walked like the rest of the input; `ends` holds where the open lists end, innermost
// last. A list that ends with the one around it needs no place of its own, so mere nesting costs no memory.
Result<void> rlp_check(ByteView input) {
    if (const Result<RlpItem> item = rlp_single(input); !item) {
        return tl::unexpected(item.error());
    }
    std::vector<std::size_t> ends{input.size()};
    for (std::size_t at = 0; !ends.empty();) {
        if (at == ends.back()) {
            ends.pop_back();
            continue;
        }
        const Result<Layout> layout = layout_of(input.subspan(at, ends.back() - at), at);
        if (!layout) {
            return tl::unexpected(layout.error());
        }
        at += layout->prefix;
        const std::size_t end = at + layout->payload;
        if (!layout->is_list) {
            at = end;
        } else if (end != ends.back()) {
            ends.push_back(end);
        }
    }
    return {};
}

} // namespace anchorscope::codec
