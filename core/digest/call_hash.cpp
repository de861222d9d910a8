#include "core/digest/table_digests.h"
#include "core/table/call_message.h"

namespace anchorscope::digest {
namespace {

constexpr std::uint64_t word = 32;

/// Adds a piece that should lie at `range` of the calldata: as that range where the same bytes lie there,
/// else as a literal, so that the preimage is right whatever the format's layout.
void add(Preimage& preimage, std::string name, ByteView bytes, ByteRange range, ByteView calldata) {
    if (!bytes.empty() && equal(slice(calldata, range), bytes)) {
        preimage.source(std::move(name), range);
    } else if (!bytes.empty()) {
        preimage.literal(std::move(name), bytes);
    }
}

} // namespace

Preimage call_hash_preimage(const table::Call& call, std::uint64_t target_rollup, ByteView calldata) {
    // EEZ main's tuple: target, value, offset of the data, source, source rollup, revert span; then length
    // and data.
    const table::CallMessage message(target_rollup, call.target, call.value, call.data, call.source,
                                     call.source_rollup);
    const auto [head, data, padding] = message.pieces();
    const auto tuple_word = [&](std::uint64_t index) {
        return ByteRange{call.range.offset + word * index, word};
    };
    const auto head_word = [&, words = head](std::size_t index) { return words.subspan(word * index, word); };
    const std::uint64_t content = call.range.offset + 7 * word;

    Preimage out;
    out.literal("targetRollupId", head_word(0));
    add(out, "targetAddress", head_word(1), tuple_word(0), calldata);
    add(out, "value", head_word(2), tuple_word(1), calldata);
    add(out, "offset word", head_word(3), tuple_word(2), calldata);
    add(out, "sourceAddress", head_word(4), tuple_word(3), calldata);
    add(out, "sourceRollupId", head_word(5), tuple_word(4), calldata);
    add(out, "data length", head_word(6), tuple_word(6), calldata);
    add(out, "data", data, {content, data.size()}, calldata);
    add(out, "padding", padding, {content + data.size(), padding.size()}, calldata);
    return out;
}

Hash32 call_hash(std::uint64_t target_rollup, const Address& target, const U256& value, ByteView data,
                 const Address& source, const U256& source_rollup) {
    return table::CallMessage(target_rollup, target, value, data, source, source_rollup).hash();
}

} // namespace anchorscope::digest
