// Makes V1's tables from short descriptions, and hashes of actions from words put together by hand.
#pragma once
#include "abi_support.h"
#include "core/crypto/hash_function.h"
#include "table_maker.h"

namespace anchorscope::test {

using ActionType = table::Action::Type;

struct ActionSpec {
    ActionType type = ActionType::result;
    std::uint64_t rollup = 0;
    Bytes data{};
    bool failed = false;
    std::uint64_t source_rollup = 0;
    std::vector<std::uint64_t> scope{};
};

struct AnswerSpec {
    std::vector<DeltaSpec> deltas{};
    Hash32 hash{};
    ActionSpec next{};
};

inline void put(Bytes& out, std::uint64_t word) { append(out, word_of(word).view()); }

/// abi.encode(action) of V1's action with neither addresses nor value: the offset word, the head of nine
/// words, data, scope.
inline Bytes words_by_hand(const ActionSpec& action) {
    const std::uint64_t padded = (action.data.size() + 31) / 32 * 32;
    Bytes out;
    for (const std::uint64_t word :
         {std::uint64_t{32}, static_cast<std::uint64_t>(action.type), action.rollup, std::uint64_t{0},
          std::uint64_t{0}, std::uint64_t{9 * 32}, std::uint64_t{action.failed ? 1U : 0U}, std::uint64_t{0},
          action.source_rollup, 9 * 32 + 32 + padded, std::uint64_t{action.data.size()}}) {
        put(out, word);
    }
    append(out, action.data);
    out.resize(out.size() + padded - action.data.size());
    put(out, action.scope.size());
    for (const std::uint64_t index : action.scope) {
        put(out, index);
    }
    return out;
}

inline Hash32 hash_by_hand(const ActionSpec& action) { return crypto::keccak256(words_by_hand(action)); }

inline AbiTree tree_of(const ActionSpec& action) {
    return AbiTree::list({number(static_cast<std::uint64_t>(action.type)), number(action.rollup), number(0),
                          number(0), text(action.data), AbiTree::of(action.failed), number(0),
                          number(action.source_rollup), list_of(action.scope, number)});
}

inline AbiTree tree_of(const AnswerSpec& entry) {
    return AbiTree::list({list_of(entry.deltas, to_tree), AbiTree::of(entry.hash), tree_of(entry.next)});
}

inline Bytes encoded_for(std::string_view format_id, const AbiTree& arguments) {
    const table::TableFormat& format = *table::format_named(format_id);
    Bytes out(format.selector.begin(), format.selector.end());
    append(out, codec::abi_encode(table::type_of(format), arguments));
    return out;
}

/// postBatch of V1.
inline std::shared_ptr<const table::ExecutionTable> v1_batch(const std::vector<AnswerSpec>& entries,
                                                             std::uint64_t blobs = 0,
                                                             const Bytes& call_data = {},
                                                             const Bytes& proof = {}) {
    return decoded(encoded_for("eez-v1.l1", AbiTree::list({list_of(entries, to_tree), number(blobs),
                                                           text(call_data), text(proof)})));
}

/// loadExecutionTable of V1.
inline std::shared_ptr<const table::ExecutionTable> v1_loaded(const std::vector<AnswerSpec>& entries) {
    return decoded(encoded_for("eez-v1.l2", AbiTree::list({list_of(entries, to_tree)})));
}

} // namespace anchorscope::test
