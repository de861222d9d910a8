#include "core/chain/rpc_claims.h"
#include "core/chain/json_fields.h"
#include <charconv>

namespace anchorscope::chain {
namespace {

constexpr std::size_t max_claim_text = 80; // longer claims (blooms, nonsense) are shown cut

} // namespace

std::string quantity_text(std::uint64_t value) {
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16).ptr;
    std::string text("0x");
    text.append(digits.data(), end);
    return text;
}

std::string shortened(std::string text, std::size_t max) {
    if (text.size() <= max) {
        return text;
    }
    std::size_t size = max;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0U) == 0x80U) {
        --size;
    }
    text.resize(size);
    return text;
}

const codec::Json* ClaimCheck::claim(std::string_view key) const {
    const codec::Json* found = find_member(*m_object, key);
    return found == nullptr || found->is_null() ? nullptr : found;
}

void ClaimCheck::contradict(std::string_view rule, std::string_view key, const codec::Json& claimed,
                            std::string computed) const {
    std::string text;
    if (claimed.is_string()) {
        text = claimed.get_ref<const std::string&>();
    } else if (claimed.is_structured()) {
        text = claimed.type_name();
    } else {
        text = claimed.dump();
    }
    std::string place = m_place;
    place += '.';
    place += key;
    m_found->push_back({rule, std::move(place), shortened(std::move(text), max_claim_text),
                        shortened(std::move(computed), max_claim_text)});
}

void ClaimCheck::hash(std::string_view rule, std::string_view key, const Hash32& computed) const {
    bytes(rule, key, computed.bytes);
}

void ClaimCheck::bytes(std::string_view rule, std::string_view key, ByteView computed) const {
    const codec::Json* claimed = claim(key);
    if (claimed == nullptr) {
        return;
    }
    if (claimed->is_string()) {
        const Result<Bytes> parsed = from_hex(claimed->get_ref<const std::string&>());
        if (parsed && equal(*parsed, computed)) {
            return;
        }
    }
    contradict(rule, key, *claimed, to_hex(computed));
}

void ClaimCheck::number(std::string_view rule, std::string_view key, std::uint64_t computed) const {
    const codec::Json* claimed = claim(key);
    std::string expected = quantity_text(computed);
    if (claimed != nullptr && (!claimed->is_string() || claimed->get_ref<const std::string&>() != expected)) {
        contradict(rule, key, *claimed, std::move(expected));
    }
}

void ClaimCheck::boolean(std::string_view rule, std::string_view key, bool computed) const {
    const codec::Json* claimed = claim(key);
    if (claimed != nullptr && (!claimed->is_boolean() || claimed->get<bool>() != computed)) {
        contradict(rule, key, *claimed, computed ? "true" : "false");
    }
}

} // namespace anchorscope::chain
