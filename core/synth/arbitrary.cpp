#include "core/codec/abi_writer.h"
#include "core/synth/random.h"
#include "core/synth/synth.h"

namespace anchorscope::synth {
namespace {

using codec::AbiKind;
using codec::AbiTree;

constexpr std::uint64_t most_text = 70; ///< bytes

/// A word with `used` random bytes at its right end; often a small number, for these fit together.
Hash32 number(Random& random, std::size_t used) {
    Hash32 out;
    if (random.chance(4)) {
        out.bytes.back() = static_cast<std::uint8_t>(random.below(4));
        return out;
    }
    const Bytes bytes = random.bytes(used);
    std::ranges::copy(bytes, out.bytes.end() - static_cast<std::ptrdiff_t>(used));
    return out;
}

/// Recursion goes with the depth of the declared type.
AbiTree value_of(const codec::AbiType& type, std::uint32_t node, Random& random, std::size_t most) {
    const codec::AbiTypeNode& at = type.node(node);
    switch (at.kind) {
    case AbiKind::uint_:
        return AbiTree::of(number(random, at.bits / 8U));
    case AbiKind::int_:
        return AbiTree::of(number(random, at.bits == 256 ? 32 : at.bits / 8U - 1U));
    case AbiKind::address:
        return AbiTree::of(number(random, 20));
    case AbiKind::bool_:
        return AbiTree::of(random.chance(2));
    case AbiKind::fixed_bytes: {
        Hash32 out;
        std::ranges::copy(random.bytes(at.bits), out.bytes.begin());
        return AbiTree::of(out);
    }
    case AbiKind::bytes:
    case AbiKind::string:
        return AbiTree::of(ByteView(random.bytes(random.below(most_text))));
    case AbiKind::tuple:
    case AbiKind::array:
    case AbiKind::fixed_array:
        break;
    }
    const bool tuple = at.kind == AbiKind::tuple;
    const std::size_t count = tuple                             ? at.children.size()
                              : at.kind == AbiKind::fixed_array ? at.fixed_count
                                                                : random.below(most + 1);
    std::vector<AbiTree> items;
    items.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        // Halved with each array inside, so that values stay small.
        items.push_back(
            value_of(type, at.children[tuple ? i : 0], random, tuple ? most : most / 2 + most % 2));
    }
    return AbiTree::list(std::move(items));
}

} // namespace

Bytes arbitrary_calldata(const table::TableFormat& format, std::uint64_t seed, std::size_t most) {
    Random random(seed);
    const codec::AbiType& type = table::type_of(format);
    Bytes out(format.selector.begin(), format.selector.end());
    append(out, codec::abi_encode(type, value_of(type, type.root(), random, most)));
    return out;
}

} // namespace anchorscope::synth
