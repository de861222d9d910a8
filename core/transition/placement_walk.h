// Walks through the placements of an entry one by one, depth first, folding the rolling hash on the way.
// Limits: 1. memory grows with the entry, never with the number of placements; 2. steps are counted, and the
// walk stops when they are used up; 3. nothing recurses. Frames are immutable nodes in an arena: going back
// means cutting it off.
#pragma once
#include "core/base/cancellation.h"
#include "core/transition/placement.h"

namespace anchorscope::transition {

/// The result of a flat call: what CALL_END folds.
struct CallOutcome {
    bool success = false;
    ByteView return_data;
};

/// Results that each flat call can have had, by flat index.
using PossibleOutcomes = std::vector<std::vector<CallOutcome>>;

/// Calls and nested frames of an entry that is walked: each costs some hundred bytes.
inline constexpr std::size_t max_walk_size = std::size_t{1} << 18U;

class PlacementWalk {
public:
    enum class Stop : std::uint8_t { found, exhausted, out_of_steps, cancelled };

    /// `outcomes`, where given, holds at least one result a call. Both must outlive the walk. `steps` is
    /// counted down, so that several walks can share it.
    PlacementWalk(const PlacementProblem& problem, const PossibleOutcomes* outcomes, std::uint64_t& steps,
                  Cancellation cancellation);

    /// Goes on to the next complete placement.
    Stop next();
    [[nodiscard]] const Placement& placement() const { return m_steps; }
    /// Rolling hash of the placement found; zero where no outcomes were given.
    [[nodiscard]] const Hash32& hash() const { return m_state.hash; }

private:
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    enum class Kind : std::uint8_t { own, nested, span };
    enum class Settled : std::uint8_t { in_call, at_end, dead };

    /// A run of calls. Never changed: what changes is a new node with the same `below`.
    struct Frame {
        Kind kind = Kind::own;
        std::uint32_t below = none;
        std::uint32_t remaining = 0; ///< calls still to begin
        std::uint32_t index = none;  ///< nested: which; span: its first call
        std::uint32_t call = none;   ///< the call that runs
    };
    struct State {
        std::uint32_t cursor = 0, opened = 0, top = none;
        Hash32 hash;
    };
    /// A place with more than one way on.
    struct Choice {
        State state;
        std::size_t steps = 0, frames = 0;
        std::uint32_t taken = 0, options = 0;
    };

    [[nodiscard]] Settled settle();
    [[nodiscard]] bool begin_call();
    void end_frame();
    [[nodiscard]] bool can_open() const;
    void take(std::uint32_t option);
    void open_nested();
    void close_call(std::uint32_t result);
    [[nodiscard]] bool go_back();
    void push(Frame frame);
    void step(PlacedKind kind, std::uint32_t index, std::uint32_t number = 0, std::uint32_t result = 0);
    [[nodiscard]] Frame top() const { return m_frames[m_state.top]; }

    const PlacementProblem& m_problem;
    const PossibleOutcomes* m_outcomes;
    std::uint64_t& m_steps_left;
    Cancellation m_cancellation;
    std::vector<Frame> m_frames;
    std::vector<Choice> m_choices;
    Placement m_steps;
    State m_state;
    bool m_started = false;
};

} // namespace anchorscope::transition
