// Random numbers that are the same on every machine and for every compiler: xoshiro256** seeded by splitmix64
// (Blackman and Vigna). Not for secrets.
#pragma once
#include "core/base/address.h"
#include "core/base/u256.h"

namespace anchorscope::synth {

class Random {
public:
    explicit Random(std::uint64_t seed);

    /// 64 random bits.
    [[nodiscard]] std::uint64_t next();
    /// From 0 to before `limit`, which is not 0. The bias of 2^-64 times the limit is of no account here.
    [[nodiscard]] std::uint64_t below(std::uint64_t limit);
    /// From `least` to `most`, both possible.
    [[nodiscard]] std::uint64_t between(std::uint64_t least, std::uint64_t most);
    /// True once in `one_in` times.
    [[nodiscard]] bool chance(std::uint64_t one_in) { return below(one_in) == 0; }

    [[nodiscard]] Bytes bytes(std::size_t count);
    [[nodiscard]] Hash32 word();
    [[nodiscard]] Address address();

private:
    std::array<std::uint64_t, 4> m_state{};
};

} // namespace anchorscope::synth
