// Hashes of V1's actions, keccak(abi.encode(action)): of those that a table spells out, and of those that the
// manager makes itself and a table holds the hash of only (Rollups.sol, CrossChainManagerL2.sol).
#pragma once
#include "core/crypto/hash_many.h"
#include "core/table/execution_table.h"
#include "core/table/layout.h"

namespace anchorscope::table {

/// Of an action of this table: the leading 0x20 word, then its encoding.
[[nodiscard]] Hash32 action_hash(const ExecutionTable& table, const Action& action);

/// Makes the actions that no table spells out. The fields that a version does not have are left out.
class ActionMaker {
public:
    /// Empty for formats whose entries hold no actions, and for stated ones whose actions are of other types.
    [[nodiscard]] static std::optional<ActionMaker> of(const TableFormat& format);

    /// What the manager makes of the end of a call to `rollup`: RESULT with what came back.
    [[nodiscard]] Hash32 result_hash(const U256& rollup, ByteView returned, bool failed) const;
    /// What it looks for after a REVERT: REVERT_CONTINUE, failed, without data.
    [[nodiscard]] Hash32 continuation_hash(const U256& rollup) const;
    /// abi.encode of any action.
    [[nodiscard]] Bytes encoded(const Action& action) const;

private:
    ActionMaker(codec::AbiType type, ActionLayout layout) : m_type(std::move(type)), m_layout(layout) {}

    codec::AbiType m_type; ///< a tuple with the action as its only field
    ActionLayout m_layout;
};

} // namespace anchorscope::table
