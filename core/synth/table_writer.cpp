#include "core/synth/table_values.h"
#include "core/table/field_names.h"
#include "core/table/layout.h"
#include <cassert>

namespace anchorscope::synth {
namespace {

using codec::AbiKind;
using codec::AbiTree;
using codec::AbiType;
using table::FieldIndex;

/// Zero, false, empty. Recursion goes with the depth of the declared type.
AbiTree zero_of(const AbiType& type, std::uint32_t node) {
    const codec::AbiTypeNode& at = type.node(node);
    switch (at.kind) {
    case AbiKind::bytes:
    case AbiKind::string:
        return AbiTree::of(ByteView());
    case AbiKind::array:
        return AbiTree::list({});
    case AbiKind::tuple:
    case AbiKind::fixed_array:
        break;
    case AbiKind::uint_:
    case AbiKind::int_:
    case AbiKind::address:
    case AbiKind::bool_:
    case AbiKind::fixed_bytes:
        return AbiTree::of(U256{});
    }
    std::vector<AbiTree> items;
    const bool tuple = at.kind == AbiKind::tuple;
    const std::size_t count = tuple ? at.children.size() : at.fixed_count;
    items.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        items.push_back(zero_of(type, at.children[tuple ? i : 0]));
    }
    return AbiTree::list(std::move(items));
}

template<class T, class Make>
AbiTree list_of(const std::vector<T>& items, Make make) {
    std::vector<AbiTree> out;
    out.reserve(items.size());
    for (const T& item : items) {
        out.push_back(make(item));
    }
    return AbiTree::list(std::move(out));
}

AbiTree number(std::uint64_t value) { return AbiTree::of(U256(value)); }
AbiTree text(const Bytes& value) { return AbiTree::of(ByteView(value)); }

/// A tuple that begins as zeros; fields that its version does not have are let go.
class Tuple {
public:
    Tuple(const AbiType& type, std::uint32_t node)
        : m_type(type), m_node(node), m_tree(zero_of(type, node)) {}

    void set(FieldIndex field, AbiTree value) {
        if (field) {
            m_tree.items[*field] = std::move(value);
        }
    }
    /// By main's name, whatever the version calls it.
    void set(std::string_view name, AbiTree value) {
        set(table::field_of(m_type, m_node, name), std::move(value));
    }
    [[nodiscard]] AbiTree take() { return std::move(m_tree); }

private:
    const AbiType& m_type;
    std::uint32_t m_node;
    AbiTree m_tree;
};

/// An entry or a lookup: the layout of its tuple, and of the lookups inside.
class FrameWriter {
public:
    FrameWriter(const AbiType& type, std::uint32_t node)
        : m_type(type), m_node(node), m_layout(table::frame_layout(type, node)) {
        if (m_layout.lookups) {
            m_lookup_node = table::element_of(type, node, *m_layout.lookups);
        }
    }

    [[nodiscard]] AbiTree entry(const Entry& entry) const {
        Tuple out(m_type, m_node);
        out.set(m_layout.call_hash, AbiTree::of(entry.start_hash));
        out.set(m_layout.destination, AbiTree::of(entry.destination));
        if (m_layout.deltas) {
            out.set(m_layout.deltas,
                    list_of(entry.deltas, [this](const Delta& delta) { return tree_of(delta); }));
        }
        common(out, entry.calls, entry.nested, entry.lookups);
        out.set(m_layout.call_count, AbiTree::of(entry.call_count));
        out.set(m_layout.return_data, text(entry.returned));
        out.set(m_layout.rolling_hash, AbiTree::of(entry.rolling_hash));
        return out.take();
    }

    [[nodiscard]] AbiTree lookup(const Lookup& lookup) const {
        Tuple out(m_type, m_node);
        out.set(m_layout.call_hash, AbiTree::of(lookup.call_hash));
        out.set(m_layout.destination, AbiTree::of(lookup.destination));
        out.set(m_layout.return_data, text(lookup.returned));
        out.set(m_layout.failed, AbiTree::of(lookup.failed));
        out.set(m_layout.call_number, number(lookup.call_number));
        out.set(m_layout.last_nested_consumed, number(lookup.last_nested));
        out.set(m_layout.executing_lookup, number(lookup.executing));
        common(out, lookup.calls, lookup.nested, lookup.lookups);
        out.set(m_layout.call_count, AbiTree::of(lookup.call_count));
        out.set(m_layout.rolling_hash, AbiTree::of(lookup.rolling_hash));
        if (m_layout.pins) {
            out.set(m_layout.pins, list_of(lookup.pins, [this](const Pin& pin) { return tree_of(pin); }));
        }
        return out.take();
    }

private:
    void common(Tuple& out, const std::vector<Call>& calls, const std::vector<Nested>& nested,
                const std::vector<Lookup>& lookups) const {
        if (m_layout.calls) {
            out.set(m_layout.calls, list_of(calls, [this](const Call& call) { return tree_of(call); }));
        }
        if (m_layout.nested) {
            out.set(m_layout.nested, list_of(nested, [this](const Nested& one) { return tree_of(one); }));
        }
        if (m_layout.lookups) {
            const FrameWriter inner(m_type, m_lookup_node);
            out.set(m_layout.lookups,
                    list_of(lookups, [&inner](const Lookup& lookup) { return inner.lookup(lookup); }));
        }
    }

    [[nodiscard]] AbiTree tree_of(const Delta& delta) const {
        Tuple out(m_type, table::element_of(m_type, m_node, *m_layout.deltas));
        out.set(m_layout.delta.rollup_id, AbiTree::of(delta.rollup));
        out.set(m_layout.delta.current_state, AbiTree::of(delta.before));
        out.set(m_layout.delta.new_state, AbiTree::of(delta.after));
        out.set(m_layout.delta.ether_delta, AbiTree::of(delta.ether));
        return out.take();
    }

    [[nodiscard]] AbiTree tree_of(const Call& call) const {
        Tuple out(m_type, table::element_of(m_type, m_node, *m_layout.calls));
        out.set(m_layout.call.target, AbiTree::of(call.target));
        out.set(m_layout.call.value, AbiTree::of(call.value));
        out.set(m_layout.call.data, text(call.data));
        out.set(m_layout.call.source, AbiTree::of(call.source));
        out.set(m_layout.call.source_rollup, AbiTree::of(call.source_rollup));
        out.set(m_layout.call.revert_span, AbiTree::of(call.revert_span));
        out.set(m_layout.call.is_static, AbiTree::of(call.is_static));
        return out.take();
    }

    [[nodiscard]] AbiTree tree_of(const Nested& nested) const {
        Tuple out(m_type, table::element_of(m_type, m_node, *m_layout.nested));
        out.set(m_layout.nested_call.call_hash, AbiTree::of(nested.call_hash));
        out.set(m_layout.nested_call.destination, AbiTree::of(nested.destination));
        out.set(m_layout.nested_call.call_count, AbiTree::of(nested.call_count));
        out.set(m_layout.nested_call.return_data, text(nested.returned));
        return out.take();
    }

    [[nodiscard]] AbiTree tree_of(const Pin& pin) const {
        Tuple out(m_type, table::element_of(m_type, m_node, *m_layout.pins));
        out.set(m_layout.pin.rollup_id, AbiTree::of(pin.rollup));
        out.set(m_layout.pin.state_root, AbiTree::of(pin.root));
        return out.take();
    }

    const AbiType& m_type;
    std::uint32_t m_node;
    table::FrameLayout m_layout;
    std::uint32_t m_lookup_node = 0;
};

/// Fills what a batch has: the body of a table, or one of its sub-batches.
class BatchWriter {
public:
    BatchWriter(const AbiType& type, std::uint32_t node) : m_type(type), m_node(node) {}

    void write(Tuple& out, const Batch& batch) const {
        if (const FieldIndex field = table::field_of(m_type, m_node, "entries")) {
            const FrameWriter writer(m_type, table::element_of(m_type, m_node, *field));
            out.set(field, list_of(batch.entries, [&](const Entry& entry) { return writer.entry(entry); }));
        }
        if (const FieldIndex field = table::field_of(m_type, m_node, "l1ToL2lookupCalls")) {
            const FrameWriter writer(m_type, table::element_of(m_type, m_node, *field));
            out.set(field,
                    list_of(batch.lookups, [&](const Lookup& lookup) { return writer.lookup(lookup); }));
        }
        const auto of = [](const auto& one) { return AbiTree::of(one); };
        out.set("transientExecutionEntryCount", AbiTree::of(batch.transient_entries));
        out.set("transientLookupCallCount", AbiTree::of(batch.transient_lookups));
        out.set("crossProofSystemInteractions", AbiTree::of(batch.interactions));
        out.set("callData", text(batch.call_data));
        out.set("blockNumber", number(batch.block_number));
        set_list(out, "proofSystems", [&](std::uint32_t) { return list_of(batch.proof_systems, of); });
        set_list(out, "blobIndices", [&](std::uint32_t) { return list_of(batch.blob_indices, of); });
        set_list(out, "proofs", [&](std::uint32_t) { return list_of(batch.proofs, text); });
        set_list(out, "rollupIdsWithProofSystems",
                 [&](std::uint32_t element) { return rollups(element, batch.rollups); });
    }

private:
    /// Only where the field is an array: of the versions with one prover `proof` is a byte string.
    template<class Make>
    void set_list(Tuple& out, std::string_view name, Make make) const {
        const FieldIndex field = table::field_of(m_type, m_node, name);
        if (field && m_type.node(m_type.node(m_node).children[*field]).kind == AbiKind::array) {
            out.set(field, make(table::element_of(m_type, m_node, *field)));
        }
    }

    [[nodiscard]] AbiTree rollups(std::uint32_t element, const std::vector<RollupSystems>& all) const {
        return list_of(all, [&](const RollupSystems& one) {
            if (m_type.node(element).kind != AbiKind::tuple) {
                return AbiTree::of(one.rollup); // sub-batches name nothing but the rollup
            }
            Tuple out(m_type, element);
            out.set("rollupId", AbiTree::of(one.rollup));
            out.set("proofSystemIndex", list_of(one.systems, number));
            return out.take();
        });
    }

    const AbiType& m_type;
    std::uint32_t m_node;
};

/// The tuple that holds the entries or the sub-batches; nothing where that is the list of arguments itself.
std::optional<std::uint32_t> sole_tuple(const AbiType& type) {
    const codec::AbiTypeNode& root = type.node(type.root());
    if (root.children.size() == 1 && type.node(root.children[0]).kind == AbiKind::tuple) {
        return root.children[0];
    }
    return std::nullopt;
}

std::uint32_t body_of(const AbiType& type) { return sole_tuple(type).value_or(type.root()); }

} // namespace

bool has_sub_batches(const table::TableFormat& format) { return !table::field_names(format).batches.empty(); }

bool has_incoming_call(const table::TableFormat& format) {
    const AbiType& type = table::type_of(format);
    return table::field_of(type, body_of(type), "sourceRollup").has_value();
}

Bytes calldata_of(const Table& table) {
    assert(table.format != nullptr && table.format->scheme == table::Scheme::partitioned);
    const AbiType& type = table::type_of(*table.format);
    const std::uint32_t body = body_of(type);
    Tuple out(type, body);
    if (const std::string_view name = table::field_names(*table.format).batches; !name.empty()) {
        const FieldIndex field = type.field_index(body, name);
        const std::uint32_t element = table::element_of(type, body, *field);
        out.set(field, list_of(table.batches, [&](const Batch& batch) {
                    Tuple one(type, element);
                    BatchWriter(type, element).write(one, batch);
                    return one.take();
                }));
    } else {
        BatchWriter(type, body).write(out, table.batches.front());
    }
    if (has_incoming_call(*table.format)) {
        out.set("destination", AbiTree::of(table.incoming.destination));
        out.set("value", AbiTree::of(table.incoming.value));
        out.set("data", text(table.incoming.data));
        out.set("sourceAddress", AbiTree::of(table.incoming.source));
        out.set("sourceRollup", AbiTree::of(table.incoming.source_rollup));
    }
    Bytes calldata(table.format->selector.begin(), table.format->selector.end());
    append(calldata, codec::abi_encode(type, sole_tuple(type) ? AbiTree::list({out.take()}) : out.take()));
    return calldata;
}

} // namespace anchorscope::synth
