// Values of any ABI type, made from a seed: every shape that the type allows, small.
#pragma once
#include "core/codec/abi_type.h"
#include "core/codec/abi_writer.h"
#include "core_test_support.h"

namespace anchorscope::test {

/// `most`: elements an array, at most; it is halved with each array inside, so that values stay small.
inline codec::AbiTree random_value(const codec::AbiType& type, std::uint32_t node, Random& random,
                                   std::size_t most) {
    using codec::AbiKind;
    using codec::AbiTree;
    const codec::AbiTypeNode& at = type.node(node);
    const auto word = [&](std::size_t used) { // in bytes, at the right end
        Hash32 out;
        if (random() % 4 == 0) {
            out.bytes.back() =
                static_cast<std::uint8_t>(random() % 4); // small numbers fit together more often
            return out;
        }
        const Bytes bytes = random_bytes(random, used);
        std::ranges::copy(bytes, out.bytes.end() - static_cast<std::ptrdiff_t>(used));
        return out;
    };
    switch (at.kind) {
    case AbiKind::uint_:
        return AbiTree::of(word(at.bits / 8U));
    case AbiKind::int_:
        return AbiTree::of(word(32));
    case AbiKind::address:
        return AbiTree::of(word(20));
    case AbiKind::bool_:
        return AbiTree::of(random() % 2 == 0);
    case AbiKind::fixed_bytes: {
        Hash32 out;
        std::ranges::copy(random_bytes(random, at.bits), out.bytes.begin());
        return AbiTree::of(out);
    }
    case AbiKind::bytes:
    case AbiKind::string:
        return AbiTree::of(ByteView(random_bytes(random, random() % 70)));
    case AbiKind::tuple:
    case AbiKind::array:
    case AbiKind::fixed_array:
        break;
    }
    std::vector<AbiTree> items;
    const bool tuple = at.kind == AbiKind::tuple;
    const std::size_t count = tuple                             ? at.children.size()
                              : at.kind == AbiKind::fixed_array ? at.fixed_count
                                                                : random() % (most + 1);
    items.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        items.push_back(
            random_value(type, at.children[tuple ? i : 0], random, tuple ? most : most / 2 + most % 2));
    }
    return AbiTree::list(std::move(items));
}

} // namespace anchorscope::test
