#include "core/digest/rolling_hash.h"
#include "core/base/u256.h"
#include "core/crypto/hash_many.h"

namespace anchorscope::digest {

Hash32 fold(const Hash32& before, const FoldStep& step) {
    const std::array<std::uint8_t, 1> tag{static_cast<std::uint8_t>(step.tag)};
    const Hash32 number = U256(step.number).to_word();
    const std::array<std::uint8_t, 1> success{static_cast<std::uint8_t>(step.success ? 1 : 0)};
    const std::array<ByteView, 5> pieces{before.view(), tag, number.view(), success, step.return_data};
    const std::size_t used = step.tag == FoldTag::call_end ? 5 : 3;
    return crypto::hash_pieces(crypto::HashFunction::keccak_256, std::span(pieces).first(used));
}

Hash32 rolling_hash(std::span<const FoldStep> steps) {
    Hash32 value;
    for (const FoldStep& step : steps) {
        value = fold(value, step);
    }
    return value;
}

std::vector<Hash32> fold_trace(std::span<const FoldStep> steps) {
    std::vector<Hash32> values;
    values.reserve(steps.size());
    Hash32 value;
    for (const FoldStep& step : steps) {
        value = fold(value, step);
        values.push_back(value);
    }
    return values;
}

} // namespace anchorscope::digest
