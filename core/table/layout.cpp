#include "core/table/layout.h"
#include "core/table/field_names.h"

namespace anchorscope::table {
namespace {

using codec::AbiType;

DeltaLayout delta_layout(const AbiType& type, std::uint32_t node) {
    return {spelled(type, node, {"rollupId"}), spelled(type, node, {"currentState"}),
            spelled(type, node, {"newState"}), spelled(type, node, {"etherDelta"})};
}

CallLayout call_layout(const AbiType& type, std::uint32_t node) {
    return {spelled(type, node, {"targetAddress"}),  spelled(type, node, {"value"}),
            spelled(type, node, {"data"}),           spelled(type, node, {"sourceAddress"}),
            spelled(type, node, {"sourceRollupId"}), spelled(type, node, {"revertSpan"})};
}

NestedLayout nested_layout(const AbiType& type, std::uint32_t node) {
    return {spelled(type, node, {"crossChainCallHash"}), spelled(type, node, {"callCount"}),
            spelled(type, node, {"returnData"})};
}

PinLayout pin_layout(const AbiType& type, std::uint32_t node) {
    return {spelled(type, node, {"rollupId"}), spelled(type, node, {"stateRoot"})};
}

} // namespace

std::uint32_t element_of(const AbiType& type, std::uint32_t node, std::uint32_t index) {
    return type.node(type.node(node).children[index]).children[0];
}

FrameLayout frame_layout(const AbiType& type, std::uint32_t node) {
    FrameLayout out;
    out.call_hash = spelled(type, node, {"proxyEntryHash", "crossChainCallHash"});
    out.destination = spelled(type, node, {"destinationRollupId"});
    out.deltas = spelled(type, node, {"stateDeltas"});
    out.calls = spelled(type, node, {"l2ToL1Calls", "incomingCalls"});
    out.nested = spelled(type, node, {"expectedL1ToL2Calls", "expectedOutgoingCalls"});
    out.lookups = spelled(type, node, {"expectedLookups"});
    out.call_count = spelled(type, node, {"callCount"});
    out.return_data = spelled(type, node, {"returnData"});
    out.rolling_hash = spelled(type, node, {"rollingHash"});
    out.failed = spelled(type, node, {"failed"});
    out.call_number = spelled(type, node, {"l2ToL1CallNumber", "callNumber"});
    out.last_nested_consumed = spelled(type, node, {"lastL1ToL2CallConsumed", "lastOutgoingCallConsumed"});
    out.executing_lookup = spelled(type, node, {"executingLookupIndex"});
    out.pins = spelled(type, node, {"expectedStateRoots"});
    if (out.deltas) {
        out.delta = delta_layout(type, element_of(type, node, *out.deltas));
    }
    if (out.calls) {
        out.call = call_layout(type, element_of(type, node, *out.calls));
    }
    if (out.nested) {
        out.nested_call = nested_layout(type, element_of(type, node, *out.nested));
    }
    if (out.pins) {
        out.pin = pin_layout(type, element_of(type, node, *out.pins));
    }
    return out;
}

} // namespace anchorscope::table
