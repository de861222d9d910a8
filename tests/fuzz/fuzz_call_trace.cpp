// Call traces: whatever is accepted is a tree in the order of its calls, within the limits.
#include "core/chain/call_trace.h"
#include "core/codec/json.h"
#include <cstdlib>

using namespace anchorscope;
using namespace anchorscope::chain;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void check(const CallTrace& trace) {
    require(!trace.frames.empty() && trace.frames.size() <= max_trace_frames);
    require(trace.frames[0].parent == CallFrame::no_parent && trace.frames[0].depth == 0);
    for (std::size_t index = 1; index < trace.frames.size(); ++index) {
        const CallFrame& frame = trace.frames[index];
        require(frame.parent < index && frame.depth == trace.frames[frame.parent].depth + 1);
        require(frame.depth <= max_trace_depth);
        require(frame.log_positions.empty() || frame.log_positions.size() == frame.logs.size());
        require(!trace.took_effect(index) || trace.took_effect(frame.parent));
    }
    for (const CallFrame& frame : trace.frames) {
        const auto found = frame.to ? trace.find_call(*frame.to, frame.input) : std::nullopt;
        require(!found || (trace.took_effect(*found) && !trace.is_static(*found) &&
                           trace.frames[*found].type == CallType::call));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const Result<codec::Json> json = codec::parse_json(text, {size, max_trace_json_depth})) {
        if (const Result<CallTrace> trace = call_trace_from_rpc(*json)) {
            check(*trace);
        }
    }
    return 0;
}
