#include "core/synth/random.h"
#include <bit>

namespace anchorscope::synth {
namespace {

/// One step of splitmix64.
std::uint64_t split_mix(std::uint64_t& state) {
    state += 0x9e3779b97f4a7c15U;
    std::uint64_t out = state;
    out = (out ^ (out >> 30U)) * 0xbf58476d1ce4e5b9U;
    out = (out ^ (out >> 27U)) * 0x94d049bb133111ebU;
    return out ^ (out >> 31U);
}

/// Filled from the front, eight bytes a number, the least significant first.
template<class Target>
void fill(Random& random, Target& target) {
    std::uint64_t number = 0;
    std::size_t left = 0;
    for (std::uint8_t& byte : target) {
        if (left == 0) {
            number = random.next();
            left = sizeof number;
        }
        byte = static_cast<std::uint8_t>(number);
        number >>= 8U;
        --left;
    }
}

} // namespace

Random::Random(std::uint64_t seed) {
    for (std::uint64_t& word : m_state) {
        word = split_mix(seed);
    }
}

std::uint64_t Random::next() {
    const std::uint64_t out = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17U;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return out;
}

std::uint64_t Random::below(std::uint64_t limit) { return next() % limit; }

std::uint64_t Random::between(std::uint64_t least, std::uint64_t most) {
    return least + below(most - least + 1);
}

Bytes Random::bytes(std::size_t count) {
    Bytes out(count);
    fill(*this, out);
    return out;
}

Hash32 Random::word() {
    Hash32 out;
    fill(*this, out.bytes);
    return out;
}

Address Random::address() {
    Address out;
    fill(*this, out.bytes);
    return out;
}

} // namespace anchorscope::synth
