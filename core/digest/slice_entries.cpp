#include "core/digest/slice_entries.h"
#include "core/crypto/hash_many.h"
#include "core/table/field_names.h"

namespace anchorscope::digest {
namespace {

/// abi.encode of a dynamic struct begins with its offset.
constexpr std::array<std::uint8_t, 32> offset_word = [] {
    std::array<std::uint8_t, 32> word{};
    word.back() = 0x20;
    return word;
}();

/// A type as a declaration spells it, names included. Recursion goes with the depth of the declared type.
std::string declared(const codec::AbiType& type, std::uint32_t index) {
    const codec::AbiTypeNode& node = type.node(index);
    switch (node.kind) {
    case codec::AbiKind::tuple: {
        std::string out;
        for (const std::uint32_t child : node.children) {
            out += out.empty() ? "(" : ", ";
            out += declared(type, child);
            out += type.node(child).name.empty() ? "" : " " + type.node(child).name;
        }
        return out + ")";
    }
    case codec::AbiKind::array:
        return declared(type, node.children[0]) + "[]";
    case codec::AbiKind::fixed_array:
        return declared(type, node.children[0]) + "[" + std::to_string(node.fixed_count) + "]";
    default:
        return type.canonical(index);
    }
}

/// The tuple that an entry is, below the arguments or below each sub-batch.
std::optional<std::uint32_t> entry_node(const table::TableFormat& format, const codec::AbiType& type) {
    const table::FieldNames names = table::field_names(format);
    std::uint32_t holder = table::table_body(codec::AbiValue(type, {})).type_index();
    std::vector<std::string_view> arrays{names.entries};
    if (!names.batches.empty()) {
        arrays.insert(arrays.begin(), names.batches);
    }
    for (const std::string_view array : arrays) {
        const auto field = type.field_index(holder, array);
        if (!field) {
            return {};
        }
        holder = table::element_of(type, holder, *field);
    }
    return holder;
}

/// abi.encode of the entry: what its hash is over, and what is checked.
Bytes message_of(ByteView encoding) {
    Bytes out;
    out.reserve(offset_word.size() + encoding.size());
    append(out, offset_word);
    append(out, encoding);
    return out;
}

} // namespace

std::optional<SliceEntries> SliceEntries::of(const table::TableFormat& format) {
    const codec::AbiType& whole = table::type_of(format);
    const std::optional<std::uint32_t> entry = entry_node(format, whole);
    if (!entry || !table::hashes_structs(format)) {
        return {};
    }
    Result<codec::AbiType> type = codec::AbiType::parse("(" + declared(whole, *entry) + ")");
    if (!type || !type->node(type->root()).dynamic) {
        return {};
    }
    const table::FrameLayout layout = table::frame_layout(*type, type->node(type->root()).children[0]);
    if (!layout.deltas && !layout.destination) {
        return {};
    }
    return SliceEntries(*std::move(type), layout);
}

Result<void> SliceEntries::check(ByteView encoding) const {
    return codec::abi_check(m_type, message_of(encoding));
}

bool SliceEntries::is_of(ByteView encoding, const U256& rollup) const {
    const Bytes message = message_of(encoding);
    const codec::AbiValue entry = codec::AbiValue(m_type, message).at(0);
    if (m_layout.destination && entry.at(*m_layout.destination).u256() == rollup) {
        return true;
    }
    if (!m_layout.deltas || !m_layout.delta.rollup_id) {
        return false;
    }
    const codec::AbiValue deltas = entry.at(*m_layout.deltas);
    for (std::size_t i = 0; i < deltas.size(); ++i) {
        if (deltas.at(i).at(*m_layout.delta.rollup_id).u256() == rollup) {
            return true;
        }
    }
    return false;
}

std::vector<table::FieldRow> SliceEntries::rows(ByteView encoding, std::string_view path) const {
    const Bytes message = message_of(encoding);
    return table::field_rows(codec::AbiValue(m_type, message).at(0), path);
}

Hash32 SliceEntries::hash(ByteView encoding) {
    const std::array<ByteView, 2> pieces{offset_word, encoding};
    return crypto::hash_pieces(crypto::HashFunction::keccak_256, pieces);
}

} // namespace anchorscope::digest
