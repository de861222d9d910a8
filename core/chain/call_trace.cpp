#include "core/chain/call_trace.h"
#include "core/chain/json_fields.h"
#include "core/chain/limits.h"
#include "core/chain/rpc_answers.h"
#include "core/chain/rpc_claims.h"

namespace anchorscope::chain {
namespace {

constexpr std::size_t max_error_text = 200; // a node's words, for one line on screen

constexpr std::array<std::string_view, 7> type_names{"CALL",   "STATICCALL", "DELEGATECALL", "CALLCODE",
                                                     "CREATE", "CREATE2",    "SELFDESTRUCT"};

bool is_creation(CallType type) { return type == CallType::create || type == CallType::create2; }

/// Reads frames one by one; what is nested waits on a stack of its own.
class Reader {
public:
    explicit Reader(std::string_view place) : m_place(place) {}

    Result<CallTrace> read(const codec::Json& root) {
        Result<void> done = add(root, CallFrame::no_parent);
        while (done && !m_open.empty()) {
            Open& open = m_open.back();
            if (open.next == open.calls->size()) {
                m_open.pop_back();
                continue;
            }
            const codec::Json& call = (*open.calls)[open.next++];
            done = add(call, open.frame); // may add to m_open: `open` is not used any more
        }
        if (!done) {
            return tl::unexpected<Error>(std::move(done).error());
        }
        return std::move(m_trace);
    }

private:
    struct Open {
        const codec::Json* calls;
        std::size_t next, frame;
    };

    std::string m_place;
    CallTrace m_trace;
    std::vector<Open> m_open;
    std::size_t m_bytes = 0;

    [[nodiscard]] std::string place_of(std::size_t frame) const {
        return indexed(m_place + ".frames", frame);
    }

    Result<void> limit(std::string text) const {
        return fail(rules::trace_limit, std::move(text), {}, place_of(m_trace.frames.size()));
    }

    Result<void> add(const codec::Json& object, std::size_t parent) {
        const std::size_t index = m_trace.frames.size();
        const std::size_t depth = parent == CallFrame::no_parent ? 0 : m_trace.frames[parent].depth + 1;
        if (index == max_trace_frames) {
            return limit("expected at most " + std::to_string(max_trace_frames) + " calls");
        }
        if (depth > max_trace_depth) {
            return limit("calls nest deeper than the EVM allows");
        }
        if (!object.is_object()) {
            return fail(codec::rules::json_type, "expected an object", {}, place_of(index));
        }
        JsonFields in(object, place_of(index));
        CallFrame frame;
        frame.parent = parent;
        frame.depth = depth;
        read_call(in, frame);
        read_failure(in, object, frame);
        if (in.has("logs")) {
            read_logs(in, frame);
        }
        const codec::Json* calls = in.has("calls") ? &in.array("calls") : nullptr;
        if (!in.ok()) {
            return tl::unexpected<Error>(in.error());
        }
        m_bytes += frame.input.size() + frame.output.size();
        if (m_bytes > max_trace_bytes) {
            return limit("expected at most " + std::to_string(max_trace_bytes) + " bytes of call data");
        }
        m_trace.frames.push_back(std::move(frame));
        if (calls != nullptr && !calls->empty()) {
            m_open.push_back({calls, 0, index});
        }
        return {};
    }

    static CallType read_type(JsonFields& in) {
        const std::string type = in.string("type");
        const auto found = std::ranges::find(type_names, std::string_view(type));
        if (in.ok() && found == type_names.end()) {
            in.refuse(
                {rules::trace_type, in.path("type"), {}, "expected a kind of call (CALL, CREATE, ...)"});
        }
        return static_cast<CallType>(found == type_names.end() ? 0 : found - type_names.begin());
    }

    static void read_call(JsonFields& in, CallFrame& frame) {
        frame.type = read_type(in);
        frame.from = in.address("from");
        if (in.has("to") || !is_creation(frame.type)) {
            frame.to = in.address("to");
        }
        if (in.has("input") || !(is_creation(frame.type) || frame.type == CallType::self_destruct)) {
            frame.input = in.bytes("input");
        }
        if (in.has("output")) {
            frame.output = in.bytes("output");
        }
        if (in.has("value")) {
            frame.value = in.quantity("value");
        }
    }

    static void read_failure(JsonFields& in, const codec::Json& object, CallFrame& frame) {
        const codec::Json* error = find_member(object, "error");
        frame.failed = error != nullptr && !error->is_null();
        if (frame.failed) {
            frame.error = shortened(in.string("error"), max_error_text);
        }
    }

    void read_logs(JsonFields& in, CallFrame& frame) {
        bool positions = true;
        for (const codec::Json& item : in.array("logs")) {
            const std::string place = indexed(in.path("logs"), frame.logs.size());
            if (!item.is_object()) {
                in.refuse({codec::rules::json_type, place, {}, "expected an object"});
            }
            if (!in.ok()) {
                return;
            }
            JsonFields log(item, place);
            frame.logs.push_back(read_log(log));
            positions = positions && log.has("position");
            frame.log_positions.push_back(positions ? log.u64("position") : 0);
            if (!log.ok()) {
                in.refuse(log.error());
                return;
            }
            const Log& read = frame.logs.back();
            m_bytes += read.address.bytes.size() + 32 * read.topics.size() + read.data.size();
        }
        if (!positions) {
            frame.log_positions.clear();
        }
    }

    static Log read_log(JsonFields& in) {
        Log log;
        log.address = in.address("address");
        for (const codec::Json& topic : in.array("topics")) {
            if (log.topics.size() == max_topics) {
                in.refuse({rules::receipt_topics, in.path("topics"), {}, "a log has at most four topics"});
                break;
            }
            const std::string place = indexed(in.path("topics"), log.topics.size());
            log.topics.push_back(in.take(
                topic.is_string() ? Hash32::parse(topic.get_ref<const std::string&>())
                                  : Result<Hash32>(fail(codec::rules::json_type, "expected a string")),
                place));
        }
        log.data = in.bytes("data");
        return log;
    }
};

} // namespace

std::string_view name(CallType type) { return type_names[static_cast<std::size_t>(type)]; }

std::size_t CallTrace::bytes() const {
    std::size_t out = 0;
    for (const CallFrame& frame : frames) {
        out += sizeof(CallFrame) + frame.input.size() + frame.output.size() + frame.error.size();
        for (const Log& log : frame.logs) {
            out += sizeof(Log) + 32 * log.topics.size() + log.data.size();
        }
    }
    return out;
}

bool CallTrace::took_effect(std::size_t index) const {
    while (index != CallFrame::no_parent && !frames[index].failed) {
        index = frames[index].parent;
    }
    return index == CallFrame::no_parent;
}

bool CallTrace::is_static(std::size_t index) const {
    while (index != CallFrame::no_parent && frames[index].type != CallType::static_call) {
        index = frames[index].parent;
    }
    return index != CallFrame::no_parent;
}

std::optional<std::size_t> CallTrace::find_call(const Address& target, ByteView input) const {
    for (std::size_t index = 0; index < frames.size(); ++index) {
        const CallFrame& frame = frames[index];
        if (frame.type == CallType::call && frame.to == target && equal(frame.input, input) &&
            took_effect(index) && !is_static(index)) {
            return index;
        }
    }
    return {};
}

Result<CallTrace> call_trace_from_rpc(const codec::Json& answer, std::string_view place) {
    if (answer.is_null()) {
        return fail(rules::rpc_null, "the endpoint knows no such transaction", {}, std::string(place));
    }
    return Reader(place).read(answer);
}

} // namespace anchorscope::chain
