// The permutation Keccak-f[1600], FIPS 202 section 3.2; the round constants are those of its algorithm 5.
#include "core/crypto/keccak.h"
#include <bit>
#include <cstring>

namespace anchorscope::crypto {
namespace {

using Lanes = std::array<std::uint64_t, 25>;
static_assert(std::endian::native == std::endian::little, "lanes are loaded as they lie in memory");

constexpr std::array<std::uint64_t, 24> round_constants{
    0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000, 0x000000000000808b,
    0x0000000080000001, 0x8000000080008081, 0x8000000000008009, 0x000000000000008a, 0x0000000000000088,
    0x0000000080008009, 0x000000008000000a, 0x000000008000808b, 0x800000000000008b, 0x8000000000008089,
    0x8000000000008003, 0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
    0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008};

/// One row of chi: five lanes of the output from five rotated lanes of the input.
[[gnu::always_inline]] inline void chi(std::uint64_t* to, std::uint64_t b0, std::uint64_t b1,
                                       std::uint64_t b2, std::uint64_t b3, std::uint64_t b4) {
    to[0] = b0 ^ (~b1 & b2);
    to[1] = b1 ^ (~b2 & b3);
    to[2] = b2 ^ (~b3 & b4);
    to[3] = b3 ^ (~b4 & b0);
    to[4] = b4 ^ (~b0 & b1);
}

/// Theta, rho, pi, chi and iota from `a` to `e`, written out: the compiler keeps what it can in registers.
[[gnu::always_inline]] inline void round(const Lanes& a, Lanes& e, std::uint64_t constant) {
    const std::uint64_t c0 = a[0] ^ a[5] ^ a[10] ^ a[15] ^ a[20];
    const std::uint64_t c1 = a[1] ^ a[6] ^ a[11] ^ a[16] ^ a[21];
    const std::uint64_t c2 = a[2] ^ a[7] ^ a[12] ^ a[17] ^ a[22];
    const std::uint64_t c3 = a[3] ^ a[8] ^ a[13] ^ a[18] ^ a[23];
    const std::uint64_t c4 = a[4] ^ a[9] ^ a[14] ^ a[19] ^ a[24];
    const std::uint64_t d0 = c4 ^ std::rotl(c1, 1);
    const std::uint64_t d1 = c0 ^ std::rotl(c2, 1);
    const std::uint64_t d2 = c1 ^ std::rotl(c3, 1);
    const std::uint64_t d3 = c2 ^ std::rotl(c4, 1);
    const std::uint64_t d4 = c3 ^ std::rotl(c0, 1);
    chi(e.data() + 0, a[0] ^ d0, std::rotl(a[6] ^ d1, 44), std::rotl(a[12] ^ d2, 43),
        std::rotl(a[18] ^ d3, 21), std::rotl(a[24] ^ d4, 14));
    chi(e.data() + 5, std::rotl(a[3] ^ d3, 28), std::rotl(a[9] ^ d4, 20), std::rotl(a[10] ^ d0, 3),
        std::rotl(a[16] ^ d1, 45), std::rotl(a[22] ^ d2, 61));
    chi(e.data() + 10, std::rotl(a[1] ^ d1, 1), std::rotl(a[7] ^ d2, 6), std::rotl(a[13] ^ d3, 25),
        std::rotl(a[19] ^ d4, 8), std::rotl(a[20] ^ d0, 18));
    chi(e.data() + 15, std::rotl(a[4] ^ d4, 27), std::rotl(a[5] ^ d0, 36), std::rotl(a[11] ^ d1, 10),
        std::rotl(a[17] ^ d2, 15), std::rotl(a[23] ^ d3, 56));
    chi(e.data() + 20, std::rotl(a[2] ^ d2, 62), std::rotl(a[8] ^ d3, 55), std::rotl(a[14] ^ d4, 39),
        std::rotl(a[15] ^ d0, 41), std::rotl(a[21] ^ d1, 2));
    e[0] ^= constant;
}

[[gnu::always_inline]] inline void rounds(Lanes& a) {
    Lanes e;
    for (std::size_t i = 0; i < round_constants.size(); i += 2) {
        round(a, e, round_constants[i]);
        round(e, a, round_constants[i + 1]);
    }
}

[[gnu::always_inline]] inline void add_block(Lanes& state, const std::uint8_t* block) {
    for (std::size_t i = 0; i < Keccak256::rate / 8; ++i) {
        std::uint64_t lane = 0;
        std::memcpy(&lane, block + 8 * i, 8);
        state[i] ^= lane;
    }
}

/// Absorbs `count` blocks that lie one behind the other.
using Absorb = void (*)(Lanes& state, const std::uint8_t* blocks, std::size_t count);

void absorb_portable(Lanes& state, const std::uint8_t* blocks, std::size_t count) {
    for (; count > 0; --count, blocks += Keccak256::rate) {
        add_block(state, blocks);
        rounds(state);
    }
}

#if defined(__x86_64__)
/// The same with andn and rorx, which save a fifth of the instructions.
[[gnu::target("bmi,bmi2")]] void absorb_bmi2(Lanes& state, const std::uint8_t* blocks, std::size_t count) {
    for (; count > 0; --count, blocks += Keccak256::rate) {
        add_block(state, blocks);
        rounds(state);
    }
}
#endif

Absorb best_absorb() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2")) {
        return absorb_bmi2;
    }
#endif
    return absorb_portable;
}

void absorb(Lanes& state, const std::uint8_t* blocks, std::size_t count) {
    static const Absorb best = best_absorb();
    best(state, blocks, count);
}

} // namespace

void Keccak256::update(ByteView bytes) {
    if (m_filled != 0) {
        const std::size_t taken = std::min(rate - m_filled, bytes.size());
        std::copy_n(bytes.begin(), taken, m_block.begin() + static_cast<std::ptrdiff_t>(m_filled));
        m_filled += taken;
        bytes = bytes.subspan(taken);
        if (m_filled < rate) {
            return;
        }
        absorb(m_state, m_block.data(), 1);
    }
    const std::size_t blocks = bytes.size() / rate;
    absorb(m_state, bytes.data(), blocks);
    bytes = bytes.subspan(blocks * rate);
    std::ranges::copy(bytes, m_block.begin());
    m_filled = bytes.size();
}

Hash32 Keccak256::finish() {
    std::fill(m_block.begin() + static_cast<std::ptrdiff_t>(m_filled), m_block.end(), std::uint8_t{0});
    m_block[m_filled] ^= 0x01;
    m_block[rate - 1] ^= 0x80;
    absorb(m_state, m_block.data(), 1);
    Hash32 out;
    std::memcpy(out.bytes.data(), m_state.data(), out.bytes.size());
    return out;
}

} // namespace anchorscope::crypto
