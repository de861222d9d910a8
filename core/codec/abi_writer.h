// ABI writer: builds the canonical encoding of a value tree. For digests of loose arguments, tests and
// generators.
#pragma once
#include "core/base/address.h"
#include "core/base/u256.h"
#include "core/codec/abi_type.h"

namespace anchorscope::codec {

/// A value to be written: a word, a byte string, or a list (tuple or array) of values.
struct AbiTree {
    enum class Shape : std::uint8_t { word, bytes, list };
    Shape shape = Shape::word;
    Hash32 word;
    Bytes bytes;
    std::vector<AbiTree> items;

    [[nodiscard]] static AbiTree of(const U256& value) { return {Shape::word, value.to_word(), {}, {}}; }
    [[nodiscard]] static AbiTree of(const Hash32& value) { return {Shape::word, value, {}, {}}; }
    [[nodiscard]] static AbiTree of(const Address& value) { return {Shape::word, value.to_word(), {}, {}}; }
    [[nodiscard]] static AbiTree of(bool value) {
        return {Shape::word, U256(value ? 1 : 0).to_word(), {}, {}};
    }
    [[nodiscard]] static AbiTree of(ByteView value) {
        return {Shape::bytes, {}, Bytes(value.begin(), value.end()), {}};
    }
    [[nodiscard]] static AbiTree list(std::vector<AbiTree> items) {
        return {Shape::list, {}, {}, std::move(items)};
    }
};

/// The encoding of `value` as a tuple of arguments (abi.encode of its fields). The shape must fit the type
/// (asserted).
[[nodiscard]] Bytes abi_encode(const AbiType& type, const AbiTree& value);

} // namespace anchorscope::codec
