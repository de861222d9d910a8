// A batch of many entries, each with a delta, a call that makes a nested call, and their logs: about 1.3 KB
// an entry. Every step should take time in proportion to the number of entries.
#include "core/crypto/hash_function.h"
#include "core/digest/rolling_hash.h"
#include "core/digest/table_digests.h"
#include "core/transition/invariants.h"
#include "core/transition/trajectory.h"
#include "core/transition/tree.h"
#include "tests/core/table_maker.h"
#include <benchmark/benchmark.h>
#include <map>

using namespace anchorscope;
using namespace anchorscope::test;
using digest::FoldTag;

namespace {

const Bytes returned(32, 0x11);

Hash32 folded() {
    const std::array steps{digest::FoldStep{FoldTag::call_begin, 1, false, {}},
                           digest::FoldStep{FoldTag::nested_begin, 1, false, {}},
                           digest::FoldStep{FoldTag::nested_end, 1, false, {}},
                           digest::FoldStep{FoldTag::call_end, 1, true, returned}};
    return digest::rolling_hash(steps);
}

struct Case {
    std::shared_ptr<const table::TableSource> source;
    std::shared_ptr<const table::ExecutionTable> table;
    std::vector<transition::ManagerEvent> events;
};

Case make(std::size_t count) {
    const Hash32 hash = folded();
    BatchSpec batch;
    Case out;
    std::vector<transition::EventBody> events;
    for (std::size_t i = 0; i < count; ++i) {
        const Hash32 call = word_of(1'000'000 + i);
        batch.entries.push_back({.deltas = {{.before = i, .after = i + 1}},
                                 .hash = call,
                                 .calls = {{.data = Bytes(68, 0x22)}},
                                 .nested = {{.hash = call, .count = 0, .returned = returned}},
                                 .count = 1,
                                 .returned = returned,
                                 .rolling_hash = hash});
        events.emplace_back(transition::ExecutionConsumed{call, U256(1), U256(i)});
        events.emplace_back(transition::CallExecuted{call, {}, {}, {}, {}});
        events.emplace_back(transition::NestedConsumed{U256(i), U256(1), call, U256(0)});
        events.emplace_back(transition::CallResult{U256(i), U256(1), true, returned});
        events.emplace_back(transition::ExecutionPerformed{U256(1), word_of(i + 1)});
        events.emplace_back(transition::EntryExecuted{U256(i), hash, U256(1), U256(1)});
    }
    for (const transition::EventBody& body : events) {
        out.events.push_back({body, {0, 0, out.events.size()}});
    }
    out.source = source_of(calldata_of(batch));
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
BENCHMARK(tree_from_table)->Apply(sizes);
BENCHMARK(invariants)->Apply(sizes);
BENCHMARK(trajectory)->Apply(sizes);
BENCHMARK(paths_and_back)->Apply(sizes);

} // namespace
