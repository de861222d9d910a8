// What came in and what was sent in an entry, as far as preimages and outcomes of its calls are known. The
// contract (EEZ.sol, _applyAndExecute) adds the value of every call that leaves while the entry runs, less
// those in revert spans, and takes off what successful flat calls of the entry's own level carry.
#pragma once
#include "core/transition/replay.h"

namespace anchorscope::transition {

class EtherKnown {
public:
    /// All must outlive the object; tree and bundle may be missing.
    EtherKnown(const table::ExecutionTable& table, const Tree* tree, const Bundle* bundle);

    [[nodiscard]] EntryEther entry(std::size_t index) const;
    /// A successful flat call inside a nested call carries ether.
    [[nodiscard]] bool nested_value(std::size_t index) const { return m_flows[index].nested_value; }

private:
    struct Flow {
        std::optional<U256> in = U256{}, sent = U256{};
        bool nested_value = false;
    };
    void learn_values();
    void follow_tree();
    void leaves(Flow& flow, const Hash32& call_hash) const;
    void from_table(Flow& flow, const table::Entry& entry) const;
    void take(Flow& flow, std::uint32_t node) const;

    const table::ExecutionTable& m_table;
    const Tree* m_tree;
    const Bundle* m_bundle;
    std::map<Hash32, U256> m_values; // that calls carry, by call hash
    std::vector<Flow> m_flows;       // one an entry
};

} // namespace anchorscope::transition
