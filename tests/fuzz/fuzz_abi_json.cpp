// An ABI file, a zero byte, and calldata: what is read has a selector and a name that parses again; what is
// named covers the calldata. The text is read as labels too.
#include "core/codec/abi_json.h"
#include "core/table/address_labels.h"
#include "core/table/signature_book.h"
#include <cstdlib>

using namespace anchorscope;

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    const auto zero = static_cast<std::size_t>(std::ranges::find(input, 0) - input.begin());
    const std::string_view text(reinterpret_cast<const char*>(data), zero);
    const ByteView calldata = input.subspan(std::min(zero + 1, size));
    if (const auto labels = table::read_address_labels(text)) {
        for (const auto& [address, label] : *labels) {
            require(!label.empty() && label.size() <= 64);
        }
    }
    table::SignatureBook book;
    if (auto items = codec::read_abi_json(text)) {
        for (const codec::AbiSignature& item : *items) {
            const auto again = codec::parse_signature(item.text(), item.kind);
            require(again && again->selector() == item.selector());
        }
        book.add(*std::move(items));
    }
    for (const auto& named : {book.function(calldata), book.error(calldata)}) {
        for (const table::FieldRow& row : named ? named->fields : std::vector<table::FieldRow>()) {
            require(row.range.end() <= calldata.size());
        }
    }
    return 0;
}
