// A filter asked of a million rows against its named baselines: the same question written by hand over the
// flat array of nodes, and a search through all texts in one piece. Read the ratio of items_per_second within
// a pair, never a single figure.
#include "core/synth/synth.h"
#include "model/filter/filter_parser.h"
#include "model/filter/filter_run.h"
#include "model/session/case_work.h"
#include <benchmark/benchmark.h>

using namespace anchorscope;
using transition::NodeKind;

namespace {

constexpr std::size_t rows = 1'000'000;

/// A made-up table whose tree stands there as often as it takes: a million rows of a case of megabytes.
const model::FilterParts& parts() {
    static const model::FilterParts made = [] {
        synth::Options options;
        options.entries = 1000;
        options.rollups = 3;
        const synth::Synthetic synthetic = synth::make(options).value();
        std::vector<Finding> findings;
        model::FilterParts out;
        out.table = model::loadTable(QStringLiteral("bench"), synthetic.calldata, {}).table;
        const transition::Tree one = transition::build_tree(
            *out.table, transition::manager_events(synthetic.block, 0, synthetic.manager, findings));
        transition::Tree tree = one;
        while (tree.nodes.size() < rows) {
            const auto shift = static_cast<std::uint32_t>(tree.nodes.size() - 1); // the bundle stays alone
            for (std::size_t i = 1; i < one.nodes.size(); ++i) {
                transition::Node node = one.nodes[i];
                node.parent = node.parent == 0 ? 0 : node.parent + shift;
                node.subtree_end += shift;
                node.returns_from += node.returns_from == transition::no_node ? 0 : shift;
                tree.nodes.push_back(node);
            }
        }
        tree.nodes.resize(rows);
        tree.nodes[0].subtree_end = rows;
        out.tree = std::make_shared<const transition::Tree>(std::move(tree));
        out.accepted = true;
        return out;
    }();
    return made;
}

const model::NodeFacts& facts() {
    static const model::NodeFacts made(parts());
    return made;
}

void count(benchmark::State& state) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
}

void run(benchmark::State& state, std::u16string_view text) {
    const model::FilterProgram program = model::parseFilter(text).value();
    std::uint32_t matches = model::runFilter(program, facts())->count(); // texts are made once
    for (auto step : state) {
        matches = model::runFilter(program, facts())->count();
        benchmark::DoNotOptimize(matches);
    }
    state.counters["matches"] = matches;
    count(state);
}

void fields_ours(benchmark::State& state) { run(state, u"kind == call && depth > 2"); }

void fields_baseline_by_hand(benchmark::State& state) {
    for (auto step : state) {
        std::vector<bool> bits(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const transition::Node& node = parts().tree->nodes[i];
            bits[i] = node.kind == NodeKind::call && node.depth > 2;
        }
        benchmark::DoNotOptimize(bits);
    }
    count(state);
}

void text_ours(benchmark::State& state) { run(state, u"\"entry 77\""); }

void text_baseline_one_search(benchmark::State& state) {
    std::string all;
    for (std::uint32_t i = 0; i < rows; ++i) {
        all += facts().rowText(i);
        all += '\n';
    }
    for (auto step : state) {
        std::size_t found = 0;
        for (std::size_t at = all.find("entry 77"); at != std::string::npos;
             at = all.find("entry 77", at + 1)) {
            ++found;
        }
        benchmark::DoNotOptimize(found);
    }
    count(state);
}

void states_ours(benchmark::State& state) { run(state, u"state != passed || delta < 0"); }

BENCHMARK(fields_ours)->Unit(benchmark::kMillisecond);
BENCHMARK(fields_baseline_by_hand)->Unit(benchmark::kMillisecond);
BENCHMARK(text_ours)->Unit(benchmark::kMillisecond);
BENCHMARK(text_baseline_one_search)->Unit(benchmark::kMillisecond);
BENCHMARK(states_ours)->Unit(benchmark::kMillisecond);

} // namespace
