// A made-up batch of many entries (core/synth), with calls, nested calls, lookups and the logs of all that:
// about 2.3 KB an entry. Every step should take time in proportion to the number of entries.
#include "core/crypto/hash_function.h"
#include "core/digest/table_digests.h"
#include "core/synth/synth.h"
#include "core/transition/invariants.h"
#include "core/transition/trajectory.h"
#include "core/transition/tree.h"
#include <benchmark/benchmark.h>
#include <map>

using namespace anchorscope;

namespace {

struct Case {
    std::shared_ptr<const table::TableSource> source;
    std::shared_ptr<const table::ExecutionTable> table;
    std::vector<transition::ManagerEvent> events;
};

Case make(std::size_t count) {
    synth::Options options;
    options.entries = static_cast<std::uint32_t>(count);
    options.lookups = options.entries / 2;
    const synth::Synthetic made = synth::make(options).value();
    Case out;
    std::vector<Finding> findings;
    out.events = transition::manager_events(made.block, 0, made.manager, findings);
    out.source =
        std::make_shared<const table::TableSource>(table::load_source("bench", made.calldata).value());
    out.table = table::decode_table(out.source).value();
    return out;
}

/// Made once a size.
const Case& the_case(const benchmark::State& state) {
    static std::map<std::int64_t, Case> made;
    const auto [at, fresh] = made.try_emplace(state.range(0));
    if (fresh) {
        at->second = make(static_cast<std::size_t>(state.range(0)));
    }
    return at->second;
}

void per_entry(benchmark::State& state) {
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.SetComplexityN(state.range(0));
}

void baseline_keccak_of_calldata(benchmark::State& state) {
    const Case& one = the_case(state);
    for (auto step : state) {
        benchmark::DoNotOptimize(crypto::keccak256(one.table->calldata()));
    }
    per_entry(state);
}

void decode(benchmark::State& state) {
    const Case& one = the_case(state);
    for (auto step : state) {
        benchmark::DoNotOptimize(table::decode_table(one.source));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(one.table->calldata().size()));
    per_entry(state);
}

void digests(benchmark::State& state) {
    const Case& one = the_case(state);
    for (auto step : state) {
        benchmark::DoNotOptimize(digest::table_digests(*one.table));
    }
    per_entry(state);
}

void tree_from_events(benchmark::State& state) {
    const Case& one = the_case(state);
    for (auto step : state) {
        benchmark::DoNotOptimize(transition::build_tree(*one.table, one.events));
    }
    per_entry(state);
}

/// What opening a table takes, all together.
void decode_digests_and_tree(benchmark::State& state) {
    const Case& one = the_case(state);
    for (auto step : state) {
        const auto table = table::decode_table(one.source).value();
        benchmark::DoNotOptimize(digest::table_digests(*table));
        benchmark::DoNotOptimize(transition::build_tree(*table, one.events));
    }
    per_entry(state);
}

void tree_from_table(benchmark::State& state) {
    const Case& one = the_case(state);
    for (auto step : state) {
        benchmark::DoNotOptimize(transition::build_tree(*one.table, {}));
    }
    per_entry(state);
}

void invariants(benchmark::State& state) {
    const Case& one = the_case(state);
    for (auto step : state) {
        benchmark::DoNotOptimize(transition::check_invariants(*one.table));
    }
    per_entry(state);
}

void trajectory(benchmark::State& state) {
    const Case& one = the_case(state);
    for (auto step : state) {
        benchmark::DoNotOptimize(transition::trajectories(*one.table));
    }
    per_entry(state);
}

/// Paths of all nodes, and the node at the place of each.
void paths_and_back(benchmark::State& state) {
    const Case& one = the_case(state);
    const transition::Tree tree = transition::build_tree(*one.table, one.events);
    for (auto step : state) {
        for (std::uint32_t node = 0; node < tree.nodes.size(); ++node) {
            benchmark::DoNotOptimize(tree.field_path(*one.table, node));
            benchmark::DoNotOptimize(tree.node_at(*one.table, tree.range(*one.table, node).offset));
        }
    }
    per_entry(state);
}

void sizes(benchmark::internal::Benchmark* one) {
    one->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);
}

BENCHMARK(baseline_keccak_of_calldata)->Apply(sizes);
BENCHMARK(decode)->Apply(sizes);
BENCHMARK(digests)->Apply(sizes);
BENCHMARK(tree_from_events)->Apply(sizes);
BENCHMARK(decode_digests_and_tree)->Apply(sizes);
BENCHMARK(tree_from_table)->Apply(sizes);
BENCHMARK(invariants)->Apply(sizes);
BENCHMARK(trajectory)->Apply(sizes);
BENCHMARK(paths_and_back)->Apply(sizes);

} // namespace
