// Trie proofs against their named baseline, the root of the whole trie: 1 500 receipts of a full block. Read
// the ratio of the times, never a single figure.
#include "core/chain/receipt.h"
#include "core/chain/trie_proof.h"
#include <benchmark/benchmark.h>

namespace {

using namespace anchorscope;

constexpr std::size_t receipts_of_a_block = 1500;
constexpr std::size_t wanted = 777;

/// Encoded receipts: a bloom each, and none to five logs of a common size.
const std::vector<Bytes>& receipts() {
    static const std::vector<Bytes> all = [] {
        std::vector<Bytes> out;
        for (std::size_t index = 0; index < receipts_of_a_block; ++index) {
            chain::Receipt receipt;
            receipt.type = 2;
            receipt.succeeded = true;
            receipt.cumulative_gas_used = 21000 * (index + 1);
            for (std::size_t log = 0; log < index % 6; ++log) {
                Hash32 topic;
                topic.bytes[index % 32] = static_cast<std::uint8_t>(log + 1);
                receipt.logs.push_back({Address{}, {topic, Hash32{}, Hash32{}}, Bytes(32, 0x5a)});
            }
            out.push_back(chain::encode_receipt(receipt));
        }
        return out;
    }();
    return all;
}

std::vector<ByteView> views() { return {receipts().begin(), receipts().end()}; }

void path_baseline_whole_root(benchmark::State& state) {
    const std::vector<ByteView> values = views();
    for (auto step : state) {
        benchmark::DoNotOptimize(chain::ordered_trie_root_of_views(values));
    }
}

void path_built(benchmark::State& state) {
    const std::vector<ByteView> values = views();
    const std::vector<std::size_t> positions{wanted};
    std::size_t bytes = 0;
    for (auto step : state) {
        const chain::TriePaths paths = chain::ordered_trie_paths(values, positions);
        benchmark::DoNotOptimize(paths.root);
        bytes = 0;
        for (const Bytes& node : paths.nodes) {
            bytes += node.size();
        }
    }
    state.counters["proof_bytes"] = static_cast<double>(bytes);
}

void path_verified(benchmark::State& state) {
    const std::vector<std::size_t> positions{wanted};
    const chain::TriePaths paths = chain::ordered_trie_paths(views(), positions);
    const Bytes key = chain::ordered_trie_key(wanted);
    for (auto step : state) {
        const auto value = chain::read_trie_path(paths.root, key, paths.nodes);
        if (!value || !*value || !equal(**value, receipts()[wanted])) {
            state.SkipWithError("not proven");
            break;
        }
    }
}

} // namespace

BENCHMARK(path_baseline_whole_root)->Unit(benchmark::kMicrosecond);
BENCHMARK(path_built)->Unit(benchmark::kMicrosecond);
BENCHMARK(path_verified)->Unit(benchmark::kMicrosecond);
