// A small model of the manager contract, written after EEZ.sol (_applyAndExecute, _processNCalls,
// _consumeNestedAction): runs a made-up program, and gives the table that expects it and the events that it
// logs.
#pragma once
#include "core/crypto/hash_function.h"
#include "eez_runs.h"
#include "tree_text.h"
#include <utility>

namespace anchorscope::test {

namespace model {

struct Item;
using Frame = std::vector<Item>;

/// A call with the nested calls made while it runs, or (span) calls rolled back together.
struct Item {
    bool span = false;
    Frame calls{}; ///< of a span
    std::vector<Frame> nested{};
    bool success = true;
    Bytes returned{};
};

inline std::uint64_t weight(const Frame& frame) {
    std::uint64_t sum = 0;
    for (const Item& item : frame) {
        sum += item.span ? item.calls.size() : 1;
    }
    return sum;
}

/// Keccak over the parts, as abi.encodePacked joins them.
inline Hash32 packed(std::initializer_list<ByteView> parts) {
    Bytes all;
    for (const ByteView part : parts) {
        append(all, part);
    }
    return crypto::keccak256(all);
}

/// Runs one entry of rollup 1.
class Run {
public:
    Run(const Frame& program, std::uint64_t queue_index, std::uint64_t before, std::uint64_t after)
        : m_index(queue_index) {
        spec.hash = word_of(1000 + queue_index);
        spec.deltas = {{.before = before, .after = after}};
        spec.count = U256(weight(program));
        log(transition::CallExecuted{spec.hash, {}, {}, {}, {}});
        log(transition::ExecutionConsumed{spec.hash, U256(1), U256(m_index)});
        text = "  entry %1 L1>R1 ok\n";
        process(program, 2);
        text += "    return R1>L1 ok\n";
        log(transition::ExecutionPerformed{U256(1), word_of(after)});
        log(transition::EntryExecuted{U256(m_index), m_hash, U256(spec.calls.size()),
                                      U256(spec.nested.size())});
        spec.rolling_hash = m_hash;
    }

    EntrySpec spec;
    std::vector<transition::EventBody> events;
    QByteArray text; ///< of the tree, entry number as %1
    bool has_span = false;
    bool hides_nested = false; ///< a nested call ran inside a span

private:
    void process(const Frame& frame, int depth) {
        for (const Item& item : frame) {
            item.span ? span(item, depth) : call(item, depth);
        }
    }

    void call(const Item& item, int depth) {
        spec.calls.push_back({});
        const std::size_t number = spec.calls.size();
        m_hash = packed({m_hash.view(), Bytes{1}, word_of(number).view()});
        row(depth, "call " + QByteArray::number(static_cast<qulonglong>(number)) + " R1>L1" + outcome(item));
        for (const Frame& nested : item.nested) {
            consume(nested, depth + 1);
        }
        row(depth + 1, "return L1>R1" + outcome(item));
        const std::size_t cursor = spec.calls.size();
        m_hash =
            packed({m_hash.view(), Bytes{2}, word_of(cursor).view(), Bytes{item.success}, item.returned});
        log(transition::CallResult{U256(m_index), U256(cursor), item.success, item.returned});
    }

    void consume(const Frame& frame, int depth) {
        const Hash32 hash = word_of(5000 + spec.nested.size());
        const U256 count(weight(frame));
        spec.nested.push_back({hash, count, {}});
        const std::size_t number = spec.nested.size();
        hides_nested = hides_nested || m_in_span;
        log(transition::CallExecuted{hash, {}, {}, {}, {}});
        log(transition::NestedConsumed{U256(m_index), U256(number), hash, count});
        m_hash = packed({m_hash.view(), Bytes{3}, word_of(number).view()});
        row(depth, "nested " + QByteArray::number(static_cast<qulonglong>(number)) + " L1>R1 ok");
        process(frame, depth + 1);
        row(depth + 1, "return R1>L1 ok");
        m_hash = packed({m_hash.view(), Bytes{4}, word_of(number).view()});
    }

    void span(const Item& item, int depth) {
        const std::size_t start = spec.calls.size();
        row(depth, "span " + QByteArray::number(static_cast<qulonglong>(start + 1)) + '+' +
                       QByteArray::number(static_cast<qulonglong>(item.calls.size())) + " L1>L1 rolled back");
        const bool inside = std::exchange(m_in_span, true);
        process(item.calls, depth + 1);
        m_in_span = inside;
        has_span = true;
        spec.calls[start].revert_span = item.calls.size();
        log(transition::RevertSpanExecuted{U256(m_index), U256(start), U256(item.calls.size())});
    }

    void log(transition::EventBody body) {
        if (!m_in_span) {
            events.push_back(std::move(body));
        }
    }

    [[nodiscard]] QByteArray outcome(const Item& item) const {
        return m_in_span ? " rolled back" : item.success ? " ok" : " failed";
    }

    void row(int depth, const QByteArray& words) { text += QByteArray(2 * depth, ' ') + words + '\n'; }

    std::uint64_t m_index;
    Hash32 m_hash;
    bool m_in_span = false;
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
            out.nested.push_back(frame(depth + 1, 2));
        }
        m_spans = spans;
        return out;
    }

    static constexpr int max_depth = 4;
    Random& m_random;
    bool m_spans, m_deep;
};

} // namespace model

/// A table of rollup 1 with everything that its posting and execution logs.
struct Executed {
    std::shared_ptr<const table::ExecutionTable> table;
    std::vector<transition::ManagerEvent> events;
    QByteArray text;
    bool hides_nested = false;
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
    }
    out.text += "basis events\n" + states;
    out.events = numbered(events);
    out.table = decoded(calldata_of(batch));
    return out;
}

} // namespace anchorscope::test
