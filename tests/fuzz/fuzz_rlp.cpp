// What rlp_check accepts reads item by item, and writes back the same; every refused input names a place
// inside it.
#include "core/codec/rlp.h"
#include <cstdlib>

using namespace anchorscope;

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

/// Writes all that `input` holds again, without recursion.
Bytes rewritten(ByteView input) {
    codec::RlpWriter writer;
    std::vector<codec::RlpReader> open{codec::RlpReader(input)};
    while (true) {
        if (open.back().at_end()) {
            open.pop_back();
            if (open.empty()) {
                return writer.take();
            }
            writer.close_list();
            continue;
        }
        const Result<codec::RlpItem> item = open.back().next();
        require(item.has_value());
        if (item->is_list) {
            writer.open_list();
            open.emplace_back(item->payload);
        } else {
            writer.bytes(item->payload);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    const Result<void> checked = codec::rlp_check(input);
    if (checked) {
        require(equal(rewritten(input), input));
    } else {
        require(checked.error().at.has_value() && *checked.error().at <= size &&
                !checked.error().rule.empty());
    }
    codec::RlpReader numbers(input);
    if (const Result<U256> number = numbers.next_u256()) {
        codec::RlpWriter writer;
        writer.u256(*number);
        require(equal(writer.take(), input.first(static_cast<std::size_t>(numbers.offset()))));
    }
    return 0;
}
