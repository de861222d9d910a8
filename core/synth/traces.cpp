#include "core/synth/traces.h"
#include "core/codec/abi_writer.h"
#include "core/codec/json.h"
#include "core/crypto/hash_function.h"
#include "core/synth/event_log.h"
#include <utility>

namespace anchorscope::synth {
namespace {

using chain::CallFrame;
using chain::CallType;
using codec::AbiTree;

constexpr std::uint64_t poster = 0; ///< number of the account that sends transactions

/// Selector of "name(types)" and the canonical arguments.
Bytes call_of(std::string_view name, std::string_view types, std::vector<AbiTree> arguments) {
    std::string signature(name);
    signature += types;
    const Hash32 hash = crypto::keccak256(bytes_of(signature));
    Bytes out(hash.bytes.begin(), hash.bytes.begin() + 4);
    append(out, codec::abi_encode(codec::AbiType::parse(types).value(), AbiTree::list(std::move(arguments))));
    return out;
}

Bytes forwarded(std::string_view name, const Address& account, const Bytes& data) {
    return call_of(name, "(address,bytes)", {AbiTree::of(account), AbiTree::of(ByteView(data))});
}

/// What a function that returns bytes returns.
Bytes encoded(const Bytes& data) {
    return codec::abi_encode(codec::AbiType::parse("(bytes)").value(),
                             AbiTree::list({AbiTree::of(ByteView(data))}));
}

class Tracer {
public:
    explicit Tracer(const Draft& draft) : m_draft(draft), m_manager(draft_manager()) {}

    std::vector<chain::CallTrace> all() {
        std::vector<chain::CallTrace> out{proxies(), posting()};
        for (std::size_t i = 0; i < m_draft.entries.size(); ++i) {
            if (!m_draft.entries[i].transient && !m_draft.entries[i].incoming) {
                m_trace = {};
                start(i, CallFrame::no_parent);
                out.push_back(std::move(m_trace));
            }
        }
        return out;
    }

private:
    chain::CallTrace proxies() {
        m_trace = {};
        const std::size_t at = frame(CallFrame::no_parent, sender(), m_manager, {}, {1, 2, 3, 4});
        m_trace.frames[at].logs = proxy_logs(m_draft);
        return std::move(m_trace);
    }

    chain::CallTrace posting() {
        m_trace = {};
        const std::size_t top = frame(CallFrame::no_parent, sender(), m_manager, {}, m_draft.calldata);
        for (std::size_t i = 0; i < m_draft.entries.size(); ++i) {
            const PlannedEntry& entry = m_draft.entries[i];
            if (entry.incoming) {
                run(i, top);
            } else if (entry.transient && entry.called) {
                start(i, frame(top, m_manager, sender(), {}, {5, 6, 7, 8})); // the poster's hook
            } else if (entry.transient) {
                const std::size_t at =
                    frame(top, m_manager, m_manager, {},
                          call_of("attemptApplyImmediate", "(uint256)", {AbiTree::of(U256(i))}));
                m_trace.frames[at].failed = entry.skipped;
                if (!entry.skipped) {
                    run(i, at);
                }
            }
        }
        return std::move(m_trace);
    }

    /// The call that starts an entry.
    void start(std::size_t index, std::size_t parent) {
        const PlannedEntry& entry = m_draft.entries[index];
        std::size_t at = 0;
        if (entry.called) {
            at = leave(entry.start, entry.start.source, parent);
        } else {
            at = frame(parent, sender(), m_manager, {},
                       call_of("executeL2TX", "(uint256)", {AbiTree::of(entry.start.destination)}));
        }
        run(index, at);
        for (const Execution& one : m_draft.executions) {
            if (one.entry == index) { // the logs that name the entry
                for (const transition::EventBody& body : std::span(one.events).first(2)) {
                    m_trace.frames[at].logs.push_back(log(body));
                }
            }
        }
    }

    /// Through the proxy to the manager; the frame of the latter.
    std::size_t leave(const Leaving& call, const Address& source, std::size_t parent) {
        const Address proxy = proxy_of(call.target, call.destination);
        const std::size_t outer = frame(parent, source, proxy, call.value, call.data);
        m_trace.frames[outer].output = call.returned;
        const std::size_t inner =
            frame(outer, proxy, m_manager, call.value, forwarded("executeCrossChainCall", source, call.data));
        m_trace.frames[inner].output = encoded(call.returned);
        return inner;
    }

    void run(std::size_t index, std::size_t parent) {
        m_spans.clear();
        for (const Moment& moment : m_draft.ran[index].moments) {
            if (moment.kind == MomentKind::span_end) {
                m_spans.push_back(&moment);
            }
        }
        m_next_span = 0;
        m_cursors = {};
        const auto lookups = m_draft.looked_up.find(index);
        m_lookups = lookups == m_draft.looked_up.end() ? std::span<const LookedUp>() : lookups->second;
        process(m_draft.entries[index].start.frame, parent);
    }

    void process(const Frame& items, std::size_t parent) {
        for (const Item& item : items) {
            item.span ? span(item, parent) : call(item, parent);
        }
    }

    void call(const Item& item, std::size_t parent) {
        const Call& call = item.call;
        const Address proxy = proxy_of(call.source, call.source_rollup);
        const std::size_t outer =
            frame(parent, m_manager, proxy, call.value, forwarded("executeOnBehalf", call.target, call.data));
        const std::size_t inner = frame(outer, proxy, call.target, call.value, call.data);
        for (const std::size_t at : {outer, inner}) {
            m_trace.frames[at].type = call.is_static ? CallType::static_call : CallType::call;
            m_trace.frames[at].failed = !item.success;
            m_trace.frames[at].output = item.returned;
        }
        ++m_cursors.calls;
        look_up(inner);
        for (const Leaving& nested : item.nested) {
            const std::size_t at = leave(nested, nested.source, inner);
            ++m_cursors.nested;
            process(nested.frame, at);
            look_up(inner);
        }
    }

    /// What code of a call looks up at the cursors of now. Each pair of cursors is met once.
    void look_up(std::size_t parent) {
        for (const LookedUp& one : m_lookups) {
            if (one.calls == m_cursors.calls && one.nested == m_cursors.nested) {
                one.failed ? fail_lookup(one.call, parent) : answer_lookup(one.call, parent);
            }
        }
    }

    /// Runs as calls with cursors of their own, and reverts with what it found.
    void fail_lookup(const Leaving& call, std::size_t parent) {
        const Cursors cursors = std::exchange(m_cursors, {});
        const std::span<const LookedUp> lookups = std::exchange(m_lookups, {});
        const std::size_t at = leave(call, call.source, parent);
        process(call.frame, at);
        m_cursors = cursors;
        m_lookups = lookups;
        for (const std::size_t frame : {at - 1, at}) {
            m_trace.frames[frame].failed = true;
            m_trace.frames[frame].output = call.returned;
        }
    }

    /// Answered by static calls alone.
    void answer_lookup(const Leaving& call, std::size_t parent) {
        const std::size_t outer = leave(call, call.source, parent) - 1;
        const std::size_t inner = outer + 1;
        m_trace.frames[inner].input = forwarded("staticCallLookup", call.source, call.data);
        for (const std::size_t at : {outer, inner}) {
            m_trace.frames[at].type = CallType::static_call;
        }
        for (const Item& item : call.frame) {
            const Address proxy = proxy_of(item.call.source, item.call.source_rollup);
            const std::size_t at = frame(inner, m_manager, proxy, {},
                                         forwarded("executeOnBehalf", item.call.target, item.call.data));
            m_trace.frames[at].type = CallType::static_call;
            m_trace.frames[at].failed = !item.success;
            m_trace.frames[at].output = item.returned;
        }
    }

    void span(const Item& item, std::size_t parent) {
        const std::size_t at =
            frame(parent, m_manager, m_manager, {},
                  call_of("executeInContextAndRevert", "(uint256)", {AbiTree::of(U256(item.calls.size()))}));
        process(item.calls, at);
        const Moment& end = *m_spans[m_next_span++];
        m_trace.frames[at].failed = true;
        m_trace.frames[at].output = call_of("ContextResult", "(bytes32,uint256,uint256,bool)",
                                            {AbiTree::of(end.hash), AbiTree::of(U256(end.nested_begun)),
                                             AbiTree::of(U256(end.calls_begun)), AbiTree::of(false)});
    }

    std::size_t frame(std::size_t parent, const Address& from, const Address& to, const U256& value,
                      Bytes input) {
        CallFrame& out = m_trace.frames.emplace_back();
        out.parent = parent;
        out.depth = parent == CallFrame::no_parent ? 0 : m_trace.frames[parent].depth + 1;
        out.from = from;
        out.to = to;
        out.value = value;
        out.input = std::move(input);
        return m_trace.frames.size() - 1;
    }

    [[nodiscard]] chain::Log log(const transition::EventBody& body) const {
        return log_of(m_manager, m_draft.table.format->side, body);
    }
    [[nodiscard]] Address sender() const { return account(m_draft.domain.id, poster); }

    const Draft& m_draft;
    Address m_manager;
    chain::CallTrace m_trace;
    std::vector<const Moment*> m_spans; // ends of the entry's spans, in order
    std::size_t m_next_span = 0;
    struct Cursors {
        std::uint32_t calls = 0, nested = 0; // begun
    };
    Cursors m_cursors;
    std::span<const LookedUp> m_lookups; // of the entry
};

codec::Json json_of(const CallFrame& frame) {
    codec::Json out{{"type", chain::name(frame.type)},
                    {"from", frame.from.hex()},
                    {"to", frame.to.value_or(Address{}).hex()},
                    {"input", to_hex(frame.input)},
                    {"output", to_hex(frame.output)}};
    if (frame.type != CallType::static_call) {
        const std::string digits = to_hex(frame.value.to_be_minimal()).substr(2);
        const std::size_t first = digits.find_first_not_of('0');
        out["value"] = "0x" + (first == std::string::npos ? "0" : digits.substr(first));
    }
    if (frame.failed) {
        out["error"] = "execution reverted";
    }
    for (const chain::Log& log : frame.logs) {
        codec::Json topics = codec::Json::array();
        for (const Hash32& topic : log.topics) {
            topics.push_back(topic.hex());
        }
        out["logs"].push_back(
            {{"address", log.address.hex()}, {"topics", std::move(topics)}, {"data", to_hex(log.data)}});
    }
    return out;
}

} // namespace

std::vector<chain::CallTrace> traces_of(const Draft& draft) { return Tracer(draft).all(); }

std::string trace_text(const chain::CallTrace& trace) {
    std::vector<codec::Json> frames;
    frames.reserve(trace.frames.size());
    for (const CallFrame& frame : trace.frames) {
        frames.push_back(json_of(frame));
    }
    for (std::size_t i = frames.size(); i-- > 1;) { // children come behind their parents
        codec::Json& calls = frames[trace.frames[i].parent]["calls"];
        if (!calls.is_array()) {
            calls = codec::Json::array();
        }
        calls.insert(calls.begin(), std::move(frames[i]));
    }
    return frames.front().dump();
}

} // namespace anchorscope::synth
