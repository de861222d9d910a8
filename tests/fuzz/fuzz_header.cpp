// Headers, from RLP and from JSON-RPC: whatever is accepted keeps its bytes.
#include "core/chain/header.h"
#include "core/codec/json.h"
#include <cstdlib>

using namespace anchorscope;
using namespace anchorscope::chain;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void check(const Header& header) {
    for (const HeaderField& field : header.fields) {
        require(field.range.end() <= header.rlp.size());
    }
    const Result<Header> again = decode_header(header.rlp);
    require(again && again->hash == header.hash);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    if (const Result<Header> header = decode_header(input)) {
        require(equal(header->rlp, input));
        check(*header);
    }
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const Result<codec::Json> json = codec::parse_json(text)) {
        if (const Result<Header> header = header_from_rpc(*json, "block")) {
            check(*header);
        }
    }
    return 0;
}
