// Programs run on the model of the manager contract (core/synth/manager.h): the tables that expect them, the
// events that they log, and the trees that these should give.
#pragma once
#include "core/synth/manager.h"
#include "eez_runs.h"
#include "tree_text.h"
#include <utility>

namespace anchorscope::test {

namespace model {

using synth::Frame;
using synth::Item;
using synth::Leaving;

/// Runs one entry of rollup 1.
class Run {
public:
    Run(const Frame& program, std::uint64_t queue_index, std::uint64_t before, std::uint64_t after)
        : ran(synth::run(program, {l1_domain, U256(queue_index)})), has_span(ran.has_span()),
          hides_nested(ran.hides_nested()) {
        spec.hash = word_of(1000 + queue_index);
        spec.deltas = {{.before = before, .after = after}};
        spec.count = ran.call_count;
        spec.rolling_hash = ran.rolling_hash;
        for (const synth::Call& call : ran.calls) {
            spec.calls.push_back({.revert_span = call.revert_span.to_u64().value()});
        }
        for (const synth::Nested& nested : ran.nested) {
            spec.nested.push_back({nested.call_hash, nested.call_count, {}});
        }
        events = {transition::CallExecuted{spec.hash, {}, {}, {}, {}},
                  transition::ExecutionConsumed{spec.hash, U256(1), U256(queue_index)}};
        events.insert(events.end(), ran.events.begin(), ran.events.end());
        events.emplace_back(transition::ExecutionPerformed{U256(1), word_of(after)});
        events.emplace_back(transition::EntryExecuted{U256(queue_index), ran.rolling_hash,
                                                      U256(spec.calls.size()), U256(spec.nested.size())});
        text = "  entry %1 L1>R1 ok\n";
        int depth = 2;
        for (const synth::Moment& moment : ran.moments) {
            tell(moment, depth);
        }
        text += "    return R1>L1 ok\n";
    }

    EntrySpec spec;
    std::vector<transition::EventBody> events;
    QByteArray text; ///< of the tree, entry number as %1
    synth::Ran ran;
    bool has_span, hides_nested;

private:
    void tell(const synth::Moment& moment, int& depth) {
        using synth::MomentKind;
        const QByteArray number = QByteArray::number(moment.index + 1U);
        switch (moment.kind) {
        case MomentKind::call_begin:
            row(depth++, "call " + number + " R1>L1" + outcome(moment));
            break;
        case MomentKind::call_end:
            row(depth--, "return L1>R1" + outcome(moment));
            break;
        case MomentKind::nested_begin:
            row(depth++, "nested " + number + " L1>R1 ok");
            break;
        case MomentKind::nested_end:
            row(depth--, "return R1>L1 ok");
            break;
        case MomentKind::span_begin:
            row(depth++, "span " + number + '+' + QByteArray::number(moment.number) + " L1>L1 rolled back");
            break;
        case MomentKind::span_end:
            --depth;
            break;
        }
    }

    [[nodiscard]] static QByteArray outcome(const synth::Moment& moment) {
        return moment.rolled_back ? " rolled back" : moment.success ? " ok" : " failed";
    }

    void row(int depth, const QByteArray& words) { text += QByteArray(2 * depth, ' ') + words + '\n'; }
};

/// A program of at most `budget` calls; spans hold plain calls unless `deep_spans`.
class Programs {
public:
    Programs(Random& random, bool spans, bool deep_spans)
        : m_random(random), m_spans(spans), m_deep(deep_spans) {}

    Frame frame(int depth, std::size_t most) {
        Frame out;
        const std::size_t count = m_random() % (most + 1);
        for (std::size_t i = 0; i < count; ++i) {
            out.push_back(item(depth));
        }
        return out;
    }

private:
    Item item(int depth) {
        Item out;
        if (m_spans && m_random() % 4 == 0) {
            out.span = true;
            for (std::size_t i = 0, count = 1 + m_random() % 2; i < count; ++i) {
                out.calls.push_back(call(m_deep ? depth + 1 : max_depth));
            }
            return out;
        }
        return call(depth);
    }

    Item call(int depth) {
        Item out;
        out.success = m_random() % 4 != 0;
        out.returned = random_bytes(m_random, m_random() % 40);
        const bool spans = std::exchange(m_spans, m_spans && depth < max_depth);
        for (std::size_t i = 0, count = depth < max_depth ? m_random() % 3 : 0; i < count; ++i) {
            out.nested.push_back({.frame = frame(depth + 1, 2), .data = {m_next++}});
        }
        m_spans = spans;
        return out;
    }

    static constexpr int max_depth = 4;
    Random& m_random;
    bool m_spans, m_deep;
    std::uint8_t m_next = 0; // data of a nested call: another hash for each
};

} // namespace model

/// A table of rollup 1 with everything that its posting and execution logs.
struct Executed {
    std::shared_ptr<const table::ExecutionTable> table;
    std::vector<transition::ManagerEvent> events;
    QByteArray text;
    bool hides_nested = false;
    std::vector<synth::Ran> ran; ///< by entry
};

inline std::vector<transition::ManagerEvent> numbered(const std::vector<transition::EventBody>& bodies,
                                                      std::size_t receipt = 0) {
    std::vector<transition::ManagerEvent> out;
    for (const transition::EventBody& body : bodies) {
        out.push_back({body, {0, receipt, out.size()}});
    }
    return out;
}

inline Executed executed(const std::vector<model::Frame>& programs) {
    Executed out;
    BatchSpec batch;
    std::vector<transition::EventBody> events{transition::BatchPosted{U256(1)}};
    QByteArray states;
    out.text = "bundle L1>L1\n";
    for (std::size_t i = 0; i < programs.size(); ++i) {
        const model::Run run(programs[i], i, i, i + 1);
        batch.entries.push_back(run.spec);
        events.insert(events.end(), run.events.begin(), run.events.end());
        out.text += QByteArray(run.text).replace("%1", QByteArray::number(static_cast<qulonglong>(i)));
        out.hides_nested = out.hides_nested || run.hides_nested;
        states += run.has_span          ? "not observable\n"
                  : programs[i].empty() ? "nothing to observe\n"
                                        : "equal\n";
        out.ran.push_back(run.ran);
    }
    out.text += "basis events\n" + states;
    out.events = numbered(events);
    out.table = decoded(calldata_of(batch));
    return out;
}

} // namespace anchorscope::test
