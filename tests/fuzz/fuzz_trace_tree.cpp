// Trees from call traces: whatever a trace says of a made-up table with spans, nested calls and lookups, by
// itself or behind the table's own first transactions, the tree is well formed and every node lies in the
// table.
#include "core/chain/call_trace.h"
#include "core/codec/json.h"
#include "core/transition/tree_sources.h"
#include "tests/fuzz/traced_table.h"
#include <cstdlib>

using namespace anchorscope;
using namespace anchorscope::transition;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
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
    static const synth::Synthetic made = fuzz::traced_table();
    static const auto table = table::decode_table(std::make_shared<const table::TableSource>(
                                                      table::load_source("table", made.calldata).value()))
                                  .value();
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
    sources.manager = made.manager;
    // Alone, and behind the transactions that came before it: entries that wait for others run, too.
    sources.traces = {std::make_shared<const chain::CallTrace>(std::move(*trace))};
    check(*table, build_tree_from(*table, sources));
    static const std::vector<std::shared_ptr<const chain::CallTrace>> before = [] {
        std::vector<std::shared_ptr<const chain::CallTrace>> out;
        for (const chain::CallTrace& one : std::span(made.traces).first(2)) {
            out.push_back(std::make_shared<const chain::CallTrace>(one));
        }
        return out;
    }();
    sources.traces.insert(sources.traces.begin(), before.begin(), before.end());
    check(*table, build_tree_from(*table, std::move(sources)));
    return 0;
}
