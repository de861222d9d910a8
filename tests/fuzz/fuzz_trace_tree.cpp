// Trees from call traces: whatever a trace says of a table with spans, nested calls and lookups, the tree is
// well formed and every node lies in the table.
#include "core/chain/call_trace.h"
#include "core/codec/json.h"
#include "core/transition/tree_sources.h"
#include "tests/core/table_maker.h"
#include <cstdlib>

using namespace anchorscope;
using namespace anchorscope::transition;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// Two entries of rollup 1: one in the transient table, one queued; everything that a trace can show in each.
std::shared_ptr<const table::ExecutionTable> made_table() {
    test::EntrySpec entry;
    entry.deltas = {{}};
    entry.calls = {{.data = {5}}, {.revert_span = 1, .data = {5}}, {.data = {6}}};
    entry.nested = {{test::word_of(3), U256(1), {0x0a}}};
    entry.count = U256(2);
    test::LookupSpec lookup{.call_number = 1, .last_nested = 0};
    lookup.failed = true;
    lookup.calls = {{.data = {8}}};
    lookup.count = 1;
    entry.lookups = {lookup, lookup};
    test::EntrySpec called = entry;
    called.hash = test::word_of(7);
    return test::decoded(
        test::calldata_of(test::BatchSpec{.entries = {entry, called}, .transient_entries = U256(1)}));
}

void check(const table::ExecutionTable& table, const Tree& tree) {
    require(!tree.nodes.empty() && tree.nodes[0].subtree_end == tree.nodes.size());
    require(tree.entries.size() == table.entries.size() && tree.orders.size() == table.entries.size());
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
        const Node& node = tree.nodes[i];
        require(i == 0 || (node.parent < i && tree.nodes[node.parent].subtree_end >= node.subtree_end));
        require(node.result == no_node || node.result < tree.results.size());
        require(tree.range(table, i).end() <= table.calldata().size());
        require(i == 0 || !tree.field_path(table, i).empty());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto table = made_table();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Result<codec::Json> json = codec::parse_json(text, {size, chain::max_trace_json_depth});
    if (!json) {
        return 0;
    }
    Result<chain::CallTrace> trace = chain::call_trace_from_rpc(*json);
    if (!trace) {
        return 0;
    }
    TreeSources sources;
    sources.manager = trace->frames[0].to.value_or(Address{});
    sources.traces = {std::make_shared<const chain::CallTrace>(std::move(*trace))};
    check(*table, build_tree_from(*table, std::move(sources)));
    return 0;
}
