#include "core/synth/manager.h"
#include "core/digest/table_digests.h"
#include <utility>

namespace anchorscope::synth {
namespace {

using digest::FoldTag;

class Runner {
public:
    explicit Runner(const RunPlace& place) : m_place(place) {}

    Ran run(const Frame& program) {
        m_out.call_count = U256(weight(program));
        process(program);
        return std::move(m_out);
    }

private:
    void process(const Frame& frame) {
        for (const Item& item : frame) {
            item.span ? span(item) : call(item);
        }
    }

    void call(const Item& item) {
        const auto index = static_cast<std::uint32_t>(m_out.calls.size());
        m_out.calls.push_back(item.call);
        m_out.calls.back().revert_span = {};
        m_out.successes.push_back(item.success);
        m_out.returned.push_back(item.returned);
        fold({FoldTag::call_begin, std::uint64_t{index} + 1, false, {}});
        note(MomentKind::call_begin, index, 0, item.success);
        for (const Leaving& nested : item.nested) {
            consume(nested);
        }
        // The live cursor: the number of the last call begun, not the call's own (PROTOCOL 1.4).
        const std::uint64_t cursor = m_out.calls.size();
        fold({FoldTag::call_end, cursor, item.success, item.returned});
        note(MomentKind::call_end, index, static_cast<std::uint32_t>(cursor), item.success);
        log(transition::CallResult{m_place.entry_index, U256(cursor), item.success, item.returned});
    }

    void consume(const Leaving& nested) {
        const auto index = static_cast<std::uint32_t>(m_out.nested.size());
        const Hash32 hash = hash_of(nested, m_place.domain);
        const U256 count(weight(nested.frame));
        m_out.nested.push_back({hash, nested.destination, count, nested.returned});
        log(executed(nested, m_place.domain));
        log(transition::NestedConsumed{m_place.entry_index, U256(std::uint64_t{index} + 1), hash, count});
        fold({FoldTag::nested_begin, std::uint64_t{index} + 1, false, {}});
        note(MomentKind::nested_begin, index, 0, true);
        ++m_depth;
        process(nested.frame);
        --m_depth;
        fold({FoldTag::nested_end, std::uint64_t{index} + 1, false, {}});
        note(MomentKind::nested_end, index, 0, true);
    }

    void span(const Item& item) {
        const auto start = static_cast<std::uint32_t>(m_out.calls.size());
        const auto length = static_cast<std::uint32_t>(item.calls.size());
        note(MomentKind::span_begin, start, length, true);
        const bool inside = std::exchange(m_in_span, true);
        process(item.calls);
        m_in_span = inside;
        note(MomentKind::span_end, start, length, true);
        m_out.calls[start].revert_span = U256(length);
        log(transition::RevertSpanExecuted{m_place.entry_index, U256(start), U256(length)});
    }

    void fold(const digest::FoldStep& step) { m_out.rolling_hash = digest::fold(m_out.rolling_hash, step); }

    void note(MomentKind kind, std::uint32_t index, std::uint32_t number, bool success) {
        m_out.moments.push_back(
            {kind, index, number, m_depth, static_cast<std::uint32_t>(m_out.nested.size()),
             static_cast<std::uint32_t>(m_out.calls.size()), m_out.rolling_hash, success, m_in_span});
    }

    void log(transition::EventBody body) {
        if (!m_in_span) {
            m_out.events.push_back(std::move(body));
        }
    }

    const RunPlace& m_place;
    Ran m_out;
    std::uint32_t m_depth = 0;
    bool m_in_span = false;
};

} // namespace

std::uint64_t weight(const Frame& frame) {
    std::uint64_t sum = 0;
    for (const Item& item : frame) {
        sum += item.span ? item.calls.size() : 1;
    }
    return sum;
}

bool Ran::has_span() const {
    return std::ranges::any_of(calls, [](const Call& call) { return !call.revert_span.is_zero(); });
}

bool Ran::hides_nested() const {
    return std::ranges::any_of(moments, [](const Moment& moment) {
        return moment.kind == MomentKind::nested_begin && moment.rolled_back;
    });
}

Ran run(const Frame& program, const RunPlace& place) { return Runner(place).run(program); }

Hash32 hash_of(const Leaving& call, Domain from) {
    return digest::call_hash(call.destination.to_u64().value_or(0), call.target, call.value, call.data,
                             call.source, U256(from.id));
}

Address proxy_of(const Address& original, const U256& rollup) {
    Bytes text;
    append(text, bytes_of("a proxy that was never deployed"));
    append(text, original.view());
    append(text, rollup.to_word().view());
    return Address::from(crypto::keccak256(text).view().subspan(12));
}

transition::CallExecuted executed(const Leaving& call, Domain from) {
    return {hash_of(call, from), proxy_of(call.target, call.destination), call.source, call.data, call.value};
}

} // namespace anchorscope::synth
