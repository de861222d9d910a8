// What a node of the tree says: its kind, what is called or returned, and where it goes. Presentation without
// a model: the tree, its accessible text and the details use it alike.
#pragma once
#include "model/items/call_preimages.h"

namespace anchorscope::model {

class NodeWords {
public:
    NodeWords() = default;
    /// Both must outlive this.
    NodeWords(const table::ExecutionTable& table, const transition::Tree& tree,
              std::shared_ptr<const Names> names = wellKnownNames());
    void setNames(std::shared_ptr<const Names> names) { m_names = std::move(names); }
    [[nodiscard]] const Names& names() const { return *m_names; }

    /// "bundle", "entry 0", "call 1" (counted from 1 as the events do), "nested 1", "lookup 0", "revert
    /// span", "return".
    [[nodiscard]] QString kind(quint32 node) const;
    /// What is called, or what came back.
    [[nodiscard]] QString transition(quint32 node) const;
    /// The full value behind `transition`: calldata, call hash or return data, as hex.
    [[nodiscard]] QString full(quint32 node) const;
    /// "L1 to Rollup 1", "back to L1", "on L1".
    [[nodiscard]] QString direction(quint32 node) const;

    [[nodiscard]] const table::Entry* entry(quint32 node) const;
    [[nodiscard]] const table::Call* call(quint32 node) const;
    [[nodiscard]] const table::NestedCall* nested(quint32 node) const;
    [[nodiscard]] const table::Lookup* lookup(quint32 node) const;
    /// The call of an entry, nested frame, lookup or flat call, where it is known.
    [[nodiscard]] std::optional<KnownCall> knownCall(quint32 node) const;
    /// By which the table binds the call of an entry, nested frame or lookup; zero where nothing calls it.
    [[nodiscard]] std::optional<Hash32> callHash(quint32 node) const;
    /// What came back from a call, entry, nested frame or lookup.
    struct Returned {
        bool known = false, success = true;
        ByteView data;
    };
    [[nodiscard]] Returned returned(quint32 node) const;

private:
    [[nodiscard]] Returned returnedAction(quint32 node) const;
    [[nodiscard]] QString returnWords(quint32 node) const;

    const table::ExecutionTable* m_table = nullptr;
    const transition::Tree* m_tree = nullptr;
    CallPreimages m_preimages;
    std::shared_ptr<const Names> m_names = wellKnownNames();
};

} // namespace anchorscope::model
