// The first byte picks a type. Data that abi_check accepts is canonical: read into a tree and written again
// it is the same. Data that it refuses can be walked all the same without leaving its bounds. The input is
// also tried as a type declaration.
#include "tests/core/abi_support.h"
#include <array>
#include <cstdlib>

using namespace anchorscope;
using codec::AbiType;
using codec::AbiValue;

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

const std::array<AbiType, 6>& types() {
    static const std::array<AbiType, 6> all{
        AbiType::parse("(" + test::batch_declaration() + ")").value(),
        AbiType::parse("(uint256, uint8, int16, address, bool, bytes3, int256)").value(),
        AbiType::parse("(bytes a, string b, uint64[] c)").value(),
        AbiType::parse("((bytes, bool)[2][] a, (uint8, bytes4)[3] b)").value(),
        AbiType::parse("(bytes[][] a, ((string)[] x, bool y) b)").value(),
        AbiType::parse("(uint256[2][3][] a)").value()};
    return all;
}

/// Visits the first few parts on every level of unchecked data.
void wander(const AbiValue& value, std::size_t size, int depth) {
    require(value.encoding_bytes().size() <= size && value.bytes().size() <= size);
    static_cast<void>(value.word());
    static_cast<void>(value.range());
    if (value.kind() < codec::AbiKind::tuple || depth == 0) {
        return;
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(value.size(), 3); ++i) {
        wander(value.at(i), size, depth - 1);
    }
}

void check_declaration(std::string_view text) {
    const Result<AbiType> type = AbiType::parse(text);
    if (type) {
        const std::string canonical = type->canonical();
        require(AbiType::parse(canonical).value().canonical() == canonical);
    } else {
        require(type.error().at.has_value() && *type.error().at <= text.size());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    check_declaration({reinterpret_cast<const char*>(data), size});
    const AbiType& type = types()[data[0] % types().size()];
    const ByteView input(data + 1, size - 1);
    const Result<void> checked = codec::abi_check(type, input);
    wander(AbiValue(type, input), input.size(), 8);
    if (checked) {
        require(equal(codec::abi_encode(type, test::read_tree(AbiValue(type, input))), input));
    } else {
        require(checked.error().at.has_value() && *checked.error().at <= input.size());
    }
    return 0;
}
