// Good tables around which something else is wrong: what the manager logged, what was anchored.
#include "core/synth/draft.h"
#include "core/synth/event_log.h"
#include "core/transition/call_targets.h"
#include "core/transition/event_assignment.h"
#include "core/transition/tree.h"
#include "core/verify/rules.h"

namespace anchorscope::synth {
namespace {

using namespace transition;
using verify::Verdict;
namespace found = transition::rules;

constexpr std::string_view main_l1 = "eez-main.l1";
constexpr std::size_t last = 3; ///< the last of four entries

/// The first event of that kind while entry 0 runs; its first call makes a nested one.
template<class Event>
Event& first_of(Draft& draft) {
    const auto is = [](const EventBody& body) { return std::holds_alternative<Event>(body); };
    std::vector<EventBody>& events = draft.executions.front().events;
    return std::get<Event>(*std::ranges::find_if(events, is));
}

void expect_difference(Draft& draft, std::string_view field = {}) {
    draft.expect(found::events_differ, element("entries", 0));
    draft.expect(verify::rules::execution_differs, element("entries", 0, field));
}

void other_rolling_hash(Draft& draft) {
    draft.entry(0).rolling_hash = draft.random.word();
    expect_difference(draft, "rollingHash");
}

void other_result(Draft& draft) {
    first_of<CallResult>(draft).return_data.push_back(1);
    expect_difference(draft, "rollingHash");
}

void other_number(Draft& draft) {
    U256& number = first_of<CallResult>(draft).call_number;
    number = number.plus(1);
    expect_difference(draft);
}

void other_nested(Draft& draft) {
    first_of<NestedConsumed>(draft).call_hash = draft.random.word();
    expect_difference(draft);
}

void other_nested_count(Draft& draft) {
    U256& count = first_of<NestedConsumed>(draft).call_count;
    count = count.plus(1);
    expect_difference(draft);
}

void other_state(Draft& draft) {
    first_of<ExecutionPerformed>(draft).new_state = draft.random.word();
    expect_difference(draft);
}

void other_end(Draft& draft) {
    first_of<EntryExecuted>(draft).rolling_hash = draft.random.word();
    expect_difference(draft);
}

void other_start(Draft& draft) {
    first_of<ExecutionConsumed>(draft).call_hash = draft.random.word();
    expect_difference(draft);
}

void no_end(Draft& draft) {
    draft.executions.front().events.pop_back();
    expect_difference(draft);
}

void not_executed(Draft& draft) {
    draft.executions.pop_back();
    draft.expect(found::events_not_executed, element("entries", last), Severity::warning);
    draft.expect(verify::rules::trajectory_not_executed, element("entries", last));
}

void unknown_entry(Draft& draft) {
    Execution extra = draft.executions.back();
    const U256 nowhere = 99;
    extra.events = {ExecutionConsumed{draft.random.word(), U256(1), nowhere},
                    EntryExecuted{nowhere, {}, {}, {}}};
    draft.executions.push_back(std::move(extra));
    draft.expect(found::events_unknown_entry, {});
}

/// Where the preimage is the log before the nested call's.
void other_preimage(Draft& draft) {
    std::vector<EventBody>& events = draft.executions.front().events;
    const auto is = [](const EventBody& body) { return std::holds_alternative<NestedConsumed>(body); };
    const auto nested = std::ranges::find_if(events, is);
    std::get<CallExecuted>(*std::prev(nested)).call_data.push_back(1);
    draft.expect(found::events_preimage, {}, Severity::warning);
}

void broken_log(Draft& draft) {
    chain::Log log = log_of(draft_manager(), table::Side::l1, CallResult{1, 1, true, {}});
    log.data.pop_back();
    draft.stray.push_back(std::move(log));
    draft.expect(found::event_shape, "receipts[1].logs[0]");
}

void two_tables(Draft& draft) {
    draft.stray.push_back(log_of(draft_manager(), table::Side::l1, BatchPosted{1}));
    draft.expect(found::events_several, {}, Severity::info);
}

void other_digest(Draft& draft) {
    draft.anchored_other = true;
    draft.expect(verify::rules::digest_mismatch, "digest");
}

void other_logged(Draft& draft) {
    draft.logged_other = true;
    draft.expect(verify::rules::event_digest_mismatch, "event");
}

constexpr std::array list{
    Break{"execution.differs:rolling_hash", "the table expects another rolling hash than the logs give",
          main_l1, Verdict::mismatch, nullptr, nullptr, other_rolling_hash},
    Break{"execution.differs:result", "a call returned something else", main_l1, Verdict::mismatch, nullptr,
          nullptr, nullptr, nullptr, other_result},
    Break{"execution.differs:call_number", "a call's result carries another number", main_l1,
          Verdict::mismatch, nullptr, nullptr, nullptr, nullptr, other_number},
    Break{"execution.differs:nested_hash", "another nested call was consumed", main_l1, Verdict::mismatch,
          nullptr, nullptr, nullptr, nullptr, other_nested},
    Break{"execution.differs:nested_count", "a nested call was consumed with another callCount", main_l1,
          Verdict::mismatch, nullptr, nullptr, nullptr, nullptr, other_nested_count},
    Break{"execution.differs:state", "a rollup was given another state", main_l1, Verdict::mismatch, nullptr,
          nullptr, nullptr, nullptr, other_state},
    Break{"execution.differs:reported", "the log that ends the entry carries another rolling hash", main_l1,
          Verdict::mismatch, nullptr, nullptr, nullptr, nullptr, other_end},
    Break{"execution.differs:start", "another call took the entry", main_l1, Verdict::mismatch, nullptr,
          nullptr, nullptr, nullptr, other_start},
    Break{"execution.differs:end", "the log that ends the entry is missing", main_l1, Verdict::mismatch,
          nullptr, nullptr, nullptr, nullptr, no_end},
    Break{"trajectory.not_executed", "an entry was never executed", main_l1, Verdict::mismatch, nullptr,
          nullptr, nullptr, nullptr, not_executed},
    Break{"events.unknown_entry", "an execution that the table has no entry for", main_l1, Verdict::verified,
          nullptr, nullptr, nullptr, nullptr, unknown_entry},
    Break{"events.preimage", "a call's preimage does not hash to its call hash", main_l1, Verdict::verified,
          nullptr, nullptr, nullptr, nullptr, other_preimage},
    Break{"event.shape", "a log of the manager that cannot be read", main_l1, Verdict::verified, nullptr,
          nullptr, nullptr, nullptr, broken_log},
    Break{"events.several_tables", "a second batch in the block", main_l1, Verdict::verified, nullptr,
          nullptr, nullptr, nullptr, two_tables},
    Break{"digest.mismatch", "another digest was anchored", main_l1, Verdict::mismatch, nullptr, nullptr,
          nullptr, nullptr, other_digest},
    Break{"event.digest_mismatch", "the log carries another digest than the envelope", main_l1,
          Verdict::mismatch, nullptr, nullptr, nullptr, nullptr, other_logged},
};

} // namespace

std::span<const Break> evidence_breaks() { return list; }

} // namespace anchorscope::synth
