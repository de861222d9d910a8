#include "core/base/address.h"
#include "core/base/fixed_bytes.h"

namespace anchorscope {
namespace {
constexpr std::size_t padding = 12; // zero bytes in front of an address in a word
}

Address Address::from(ByteView bytes) { return {fixed_bytes<20>(bytes)}; }

std::optional<Address> Address::from_word(const Hash32& word) {
    const ByteView view = word.view();
    if (std::ranges::any_of(view.first(padding), [](std::uint8_t byte) { return byte != 0; })) {
        return std::nullopt;
    }
    return from(view.subspan(padding));
}

Hash32 Address::to_word() const {
    Hash32 word;
    std::ranges::copy(bytes, word.bytes.begin() + padding);
    return word;
}

Result<Address> Address::parse(std::string_view text) {
    return parse_fixed_bytes<20>(text).map([](const auto& raw) { return Address{raw}; });
}

} // namespace anchorscope
