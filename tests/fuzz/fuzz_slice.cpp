// What read_slice accepts is written again as the same text, and every entry leads to the root it names. The
// fuzzer rarely meets a SHA-256: with a first byte that is odd, the rest is members of a slice to which the
// fitting one is added.
#include "core/codec/canonical_json.h"
#include "core/digest/merkle_tree.h"
#include "core/digest/slice.h"
#include "core/digest/slice_entries.h"
#include <cstdlib>

using namespace anchorscope;

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

std::string sealed(std::string_view text) {
    auto json = codec::parse_json(text, {.max_bytes = std::size_t{1} << 20U, .max_depth = 8});
    if (!json || !json->is_object()) {
        return std::string(text);
    }
    json->erase("sha256");
    const auto content = codec::canonical_json(*json);
    if (!content) {
        return std::string(text);
    }
    (*json)["sha256"] = crypto::sha256(bytes_of(*content)).hex();
    return codec::canonical_json(*json).value();
}

void check(const std::string& text) {
    const Result<digest::Slice> slice = digest::read_slice(text);
    if (!slice) {
        require(!slice.error().rule.empty() && slice.error().text.size() < 500);
        return;
    }
    require(digest::slice_text(*slice).value() == text && !slice->entries.empty());
    for (const digest::SliceEntry& entry : slice->entries) {
        require(digest::root_of_path(slice->tree, digest::SliceEntries::hash(entry.encoding), entry.index,
                                     slice->count, entry.path) == slice->root);
    }
    require(slice->observation().bytes.size() == 89);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    check(data[0] % 2 == 0 ? text : sealed(text));
    return 0;
}
