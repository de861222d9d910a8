#include "core/table/unknown_calldata.h"
#include "core/base/address.h"
#include "core/base/u256.h"

namespace anchorscope::table {
namespace {

constexpr std::size_t selector_size = std::tuple_size_v<Selector>;
constexpr std::size_t word_size = 32;
/// Less than this much of a version's head is no resemblance: two words fit anything.
constexpr std::uint64_t least_resemblance = selector_size + 3 * word_size;

NearFormat compared(const TableFormat& format, ByteView bytes) {
    const Result<void> checked =
        codec::abi_check(type_of(format), bytes.subspan(selector_size), selector_size);
    if (checked) {
        return {&format, true, bytes.size(), {}};
    }
    const Error& error = checked.error();
    return {&format, false, error.at.value_or(0), error.place + ": " + error.text};
}

/// Printable ASCII from the left, then zeros.
std::string text_in(const Hash32& word) {
    const auto* const end = std::ranges::find(word.bytes, std::uint8_t{0});
    const bool clean = std::all_of(end, word.bytes.end(), [](std::uint8_t byte) { return byte == 0; });
    const bool printable =
        std::all_of(word.bytes.begin(), end, [](std::uint8_t byte) { return byte >= ' ' && byte <= '~'; });
    constexpr std::ptrdiff_t least = 3;
    return clean && printable && end - word.bytes.begin() >= least ? std::string(word.bytes.begin(), end)
                                                                   : std::string();
}

std::string guess(const Hash32& word) {
    if (word.is_zero()) {
        return "zero";
    }
    const U256 number = U256::from_word(word);
    if (const std::optional<std::uint64_t> small = number.to_u64()) {
        return "number " + std::to_string(*small);
    }
    if (const std::string text = text_in(word); !text.empty()) {
        return "text \"" + text + "\"";
    }
    constexpr std::size_t padding = word_size - std::tuple_size_v<decltype(Address::bytes)>;
    const bool padded =
        std::ranges::all_of(word.view().first(padding), [](std::uint8_t byte) { return byte == 0; });
    return padded ? "address" : "";
}

} // namespace

std::optional<UnknownCalldata> explain_unknown(ByteView bytes) {
    if (bytes.size() <= selector_size || (bytes.size() - selector_size) % word_size != 0 ||
        format_of_selector(bytes) != nullptr) {
        return std::nullopt;
    }
    UnknownCalldata out;
    std::ranges::copy(bytes.first(selector_size), out.selector.begin());
    for (const TableFormat& format : formats()) {
        NearFormat near = compared(format, bytes);
        if (near.fits || near.read_to >= least_resemblance) {
            out.nearest.push_back(std::move(near));
        }
    }
    // Stable: among equals the newest version comes first, as in the registry.
    std::ranges::stable_sort(out.nearest, [](const NearFormat& a, const NearFormat& b) {
        return a.fits != b.fits ? a.fits : a.read_to > b.read_to;
    });
    if (out.nearest.size() > max_near_formats) {
        out.nearest.resize(max_near_formats);
    }
    return out;
}

std::vector<WordRow> word_rows(ByteView bytes, std::size_t most) {
    std::vector<WordRow> out;
    for (std::size_t at = selector_size; at + word_size <= bytes.size() && out.size() < most;
         at += word_size) {
        Hash32 word;
        std::ranges::copy(bytes.subspan(at, word_size), word.bytes.begin());
        out.push_back({at, word, guess(word)});
    }
    return out;
}

} // namespace anchorscope::table
