// How the manager runs an entry (EEZ.sol: _applyAndExecute, _processNCalls, _consumeNestedAction): flat calls
// in order, live cursors, the rolling hash, what it logs. A model, written once for everything that needs
// tables that hold together.
#pragma once
#include "core/base/domain.h"
#include "core/digest/rolling_hash.h"
#include "core/synth/program.h"
#include "core/transition/manager_events.h"

namespace anchorscope::synth {

enum class MomentKind : std::uint8_t { call_begin, call_end, nested_begin, nested_end, span_begin, span_end };

/// One thing that happens, in order; also what is rolled back afterwards.
struct Moment {
    MomentKind kind{};
    std::uint32_t index = 0;        ///< call: flat index; nested: index; span: its first call
    std::uint32_t number = 0;       ///< call_end: the live cursor; span_begin: its calls
    std::uint32_t depth = 0;        ///< of the frame; 0 is the entry's own
    std::uint32_t nested_begun = 0; ///< so far
    std::uint32_t calls_begun = 0;  ///< the same
    Hash32 hash;                    ///< rolling hash by then
    bool success = true;            ///< calls
    bool rolled_back = false;       ///< inside a span
};

/// What running a frame gives: the table's part, and what is logged.
struct Ran {
    std::vector<Call> calls;
    std::vector<Nested> nested;
    U256 call_count;
    Hash32 rolling_hash;
    std::vector<transition::EventBody> events; ///< of what is not rolled back
    std::vector<Moment> moments;
    std::vector<bool> successes; ///< by flat call
    std::vector<Bytes> returned; ///< the same
    [[nodiscard]] bool has_span() const;
    /// A nested call ran inside a span, so that no log shows it.
    [[nodiscard]] bool hides_nested() const;
};

/// Of an entry, or of a lookup that reverts, which has cursors of its own and whose events nobody sees.
struct RunPlace {
    Domain domain = l1_domain; ///< where the flat calls run
    U256 entry_index;          ///< as the events carry it
};
[[nodiscard]] Ran run(const Frame& program, const RunPlace& place);

/// The hash of a call that leaves `from`.
[[nodiscard]] Hash32 hash_of(const Leaving& call, Domain from);
/// The manager's proxy for an account of a rollup: made up, the same every time.
[[nodiscard]] Address proxy_of(const Address& original, const U256& rollup);
/// What is logged before a call that leaves is taken from the table.
[[nodiscard]] transition::CallExecuted executed(const Leaving& call, Domain from);

} // namespace anchorscope::synth
