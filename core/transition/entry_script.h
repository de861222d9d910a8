// What the logs of one entry's execution say happened, step by step (PROTOCOL 1.5, "From events"):
//   Frame(k) = Call (weight 1) and Span(s) (weight s) of total weight k;  Call = Nested* CallResult;
//   Nested = Consumed(k) Frame(k);  Span(s) = RevertSpanExecuted(start, s).
// A loop with an explicit stack. Everything that does not fit stops it with one sentence that names the log.
#pragma once
#include "core/transition/event_segments.h"

namespace anchorscope::transition {

enum class StepKind : std::uint8_t { call_begin, call_end, nested_begin, nested_end, span };

struct Step {
    StepKind kind{};
    std::uint32_t index = 0;        ///< call: flat index; nested: index; span: first call
    std::uint32_t event = no_event; ///< that showed it; a call_begin has its CallResult's, a nested_end none
    std::uint64_t number = 0;       ///< call_end: the live cursor
    std::uint32_t length = 0;       ///< span: number of calls rolled back together
    std::uint32_t hidden_calls = 0; ///< span: flat calls of nested frames inside it, beyond `length`
    std::uint32_t hidden_nested =
        0; ///< span: nested frames that began inside it, from `first_hidden_nested` on
    std::uint32_t first_hidden_nested = 0;

    static constexpr std::uint32_t no_event = ~std::uint32_t{0};
};

struct EntryScript {
    std::vector<Step> steps;
    bool has_span = false;
    std::vector<std::uint32_t> unplaced_nested; ///< began in one of several spans, not known which
    std::optional<Hash32> reported;             ///< rolling hash that EntryExecuted carries
    std::optional<std::string> mismatch;        ///< why the logs do not fit the grammar or the table
    /// The logs fit the grammar to the end; a mismatch then lies in compared values only.
    bool complete = false;
};

[[nodiscard]] EntryScript read_script(const table::Entry& entry, std::span<const ManagerEvent> events,
                                      const Segment& segment);

} // namespace anchorscope::transition
