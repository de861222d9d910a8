// Hashing against named baselines: our Keccak-256 against Botan's, our SHA-256 (fetched once, context reused)
// against OpenSSL's convenience call. Read the ratio of items_per_second within a pair, never a single
// figure.
#include "core/crypto/hash_function.h"
#include <benchmark/benchmark.h>
#include <botan/hash.h>
#include <openssl/evp.h>

namespace {

using anchorscope::Bytes;

Bytes message_of(const benchmark::State& state) {
    return Bytes(static_cast<std::size_t>(state.range(0)), 0x5a);
}

void count(benchmark::State& state) {
    state.SetBytesProcessed(state.iterations() * state.range(0));
    state.SetItemsProcessed(state.iterations());
}

void keccak_ours(benchmark::State& state) {
    const Bytes message = message_of(state);
    for (auto step : state) {
        benchmark::DoNotOptimize(anchorscope::crypto::keccak256(message));
    }
    count(state);
}

void keccak_baseline_botan(benchmark::State& state) {
    const Bytes message = message_of(state);
    const auto function = Botan::HashFunction::create_or_throw("Keccak-1600(256)");
    for (auto step : state) {
        benchmark::DoNotOptimize(function->process(message.data(), message.size()));
    }
    count(state);
}

void sha256_ours(benchmark::State& state) {
    const Bytes message = message_of(state);
    for (auto step : state) {
        benchmark::DoNotOptimize(anchorscope::crypto::sha256(message));
    }
    count(state);
}

void sha256_baseline_evp_digest(benchmark::State& state) {
    const Bytes message = message_of(state);
    std::array<std::uint8_t, 32> out{};
    for (auto step : state) {
        EVP_Digest(message.data(), message.size(), out.data(), nullptr, EVP_sha256(), nullptr);
        benchmark::DoNotOptimize(out);
    }
    count(state);
}

} // namespace

BENCHMARK(keccak_ours)->Arg(64)->Arg(1024)->Arg(1 << 20);
BENCHMARK(keccak_baseline_botan)->Arg(64)->Arg(1024)->Arg(1 << 20);
BENCHMARK(sha256_ours)->Arg(64)->Arg(1024)->Arg(1 << 20);
BENCHMARK(sha256_baseline_evp_digest)->Arg(64)->Arg(1024)->Arg(1 << 20);
