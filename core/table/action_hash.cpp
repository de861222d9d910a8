#include "core/table/action_hash.h"
#include "core/codec/abi_writer.h"
#include "core/table/field_names.h"

namespace anchorscope::table {
namespace {

using codec::AbiTree;

Action made(Action::Type type, const U256& rollup, ByteView data, bool failed) {
    Action out;
    out.type = static_cast<std::uint8_t>(type);
    out.rollup_id = rollup;
    out.data = data;
    out.failed = failed;
    return out;
}

/// Data are bytes, the scope an array of numbers, all else one word: so in every version, but a stated one
/// may differ.
bool is_plain(const codec::AbiType& type, std::uint32_t action, const ActionLayout& layout) {
    const codec::AbiTypeNode& node = type.node(action);
    for (std::uint32_t i = 0; i < node.children.size(); ++i) {
        const codec::AbiTypeNode& field = type.node(node.children[i]);
        const bool fits = layout.data == i    ? field.kind == codec::AbiKind::bytes
                          : layout.scope == i ? field.kind == codec::AbiKind::array &&
                                                    type.node(field.children[0]).kind == codec::AbiKind::uint_
                                              : field.kind < codec::AbiKind::bytes;
        if (!fits) {
            return false;
        }
    }
    return node.kind == codec::AbiKind::tuple;
}

} // namespace

Hash32 action_hash(const ExecutionTable& table, const Action& action) {
    const Hash32 head = U256(32).to_word();
    const std::array<ByteView, 2> pieces{head.view(), slice(table.calldata(), action.range)};
    return crypto::hash_pieces(crypto::HashFunction::keccak_256, pieces);
}

std::optional<ActionMaker> ActionMaker::of(const TableFormat& format) {
    const codec::AbiType& whole = type_of(format);
    const std::optional<std::uint32_t> entry = entry_type(format);
    const FrameLayout layout = entry ? frame_layout(whole, *entry) : FrameLayout{};
    if (!layout.next_action) {
        return {};
    }
    const std::uint32_t action = whole.node(*entry).children[*layout.next_action];
    if (!is_plain(whole, action, layout.action)) {
        return {};
    }
    Result<codec::AbiType> type = codec::AbiType::parse("(" + whole.canonical(action) + ")");
    return type ? std::optional(ActionMaker(*std::move(type), layout.action)) : std::nullopt;
}

Bytes ActionMaker::encoded(const Action& action) const {
    const codec::AbiTypeNode& node = m_type.node(m_type.node(m_type.root()).children[0]);
    std::vector<AbiTree> fields(node.children.size());
    const auto set = [&](FieldIndex field, AbiTree value) {
        if (field) {
            fields[*field] = std::move(value);
        }
    };
    std::vector<AbiTree> scope;
    scope.reserve(action.scope.size());
    for (const U256& one : action.scope) {
        scope.push_back(AbiTree::of(one));
    }
    set(m_layout.type, AbiTree::of(U256(action.type)));
    set(m_layout.rollup_id, AbiTree::of(action.rollup_id));
    set(m_layout.destination, AbiTree::of(action.destination));
    set(m_layout.value, AbiTree::of(action.value));
    set(m_layout.data, AbiTree::of(action.data));
    set(m_layout.failed, AbiTree::of(action.failed));
    set(m_layout.is_static, AbiTree::of(action.is_static));
    set(m_layout.source, AbiTree::of(action.source));
    set(m_layout.source_rollup, AbiTree::of(action.source_rollup));
    set(m_layout.scope, AbiTree::list(std::move(scope)));
    return codec::abi_encode(m_type, AbiTree::list({AbiTree::list(std::move(fields))}));
}

Hash32 ActionMaker::result_hash(const U256& rollup, ByteView returned, bool failed) const {
    return crypto::keccak256(encoded(made(Action::Type::result, rollup, returned, failed)));
}

Hash32 ActionMaker::continuation_hash(const U256& rollup) const {
    return crypto::keccak256(encoded(made(Action::Type::revert_continue, rollup, {}, true)));
}

} // namespace anchorscope::table
