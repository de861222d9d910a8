#include "core/table/layout.h"
#include "core/table/field_names.h"

namespace anchorscope::table {
namespace {

using codec::AbiType;

DeltaLayout delta_layout(const AbiType& type, std::uint32_t node) {
    return {field_of(type, node, "rollupId"), field_of(type, node, "currentState"),
            field_of(type, node, "newState"), field_of(type, node, "etherDelta")};
}

CallLayout call_layout(const AbiType& type, std::uint32_t node) {
    return {field_of(type, node, "targetAddress"),  field_of(type, node, "value"),
            field_of(type, node, "data"),           field_of(type, node, "sourceAddress"),
            field_of(type, node, "sourceRollupId"), field_of(type, node, "revertSpan"),
            field_of(type, node, "isStatic")};
}

NestedLayout nested_layout(const AbiType& type, std::uint32_t node) {
    return {field_of(type, node, "crossChainCallHash"), field_of(type, node, "callCount"),
            field_of(type, node, "returnData"), field_of(type, node, "destinationRollupId")};
}

ActionLayout action_layout(const AbiType& type, std::uint32_t node) {
    return {field_of(type, node, "actionType"),     field_of(type, node, "rollupId"),
            field_of(type, node, "destination"),    field_of(type, node, "value"),
            field_of(type, node, "data"),           field_of(type, node, "failed"),
            field_of(type, node, "isStatic"),       field_of(type, node, "sourceAddress"),
            field_of(type, node, "sourceRollupId"), field_of(type, node, "scope")};
}

PinLayout pin_layout(const AbiType& type, std::uint32_t node) {
    return {field_of(type, node, "rollupId"), field_of(type, node, "stateRoot")};
}

} // namespace

std::uint32_t element_of(const AbiType& type, std::uint32_t node, std::uint32_t index) {
    return type.node(type.node(node).children[index]).children[0];
}

FrameLayout frame_layout(const AbiType& type, std::uint32_t node) {
    FrameLayout out;
    out.call_hash = field_of(type, node, "proxyEntryHash");
    out.destination = field_of(type, node, "destinationRollupId");
    out.deltas = field_of(type, node, "stateDeltas");
    out.calls = field_of(type, node, "l2ToL1Calls");
    out.nested = field_of(type, node, "expectedL1ToL2Calls");
    out.lookups = field_of(type, node, "expectedLookups");
    out.call_count = field_of(type, node, "callCount");
    out.return_data = field_of(type, node, "returnData");
    out.rolling_hash = field_of(type, node, "rollingHash");
    out.failed = field_of(type, node, "failed");
    out.call_number = field_of(type, node, "l2ToL1CallNumber");
    out.last_nested_consumed = field_of(type, node, "lastL1ToL2CallConsumed");
    out.executing_lookup = field_of(type, node, "executingLookupIndex");
    out.next_action = field_of(type, node, "nextAction");
    out.pins = field_of(type, node, "expectedStateRoots");
    if (out.deltas) {
        out.delta = delta_layout(type, element_of(type, node, *out.deltas));
    }
    if (out.calls) {
        out.call = call_layout(type, element_of(type, node, *out.calls));
    }
    if (out.nested) {
        out.nested_call = nested_layout(type, element_of(type, node, *out.nested));
    }
    if (out.next_action) {
        out.action = action_layout(type, type.node(node).children[*out.next_action]);
    }
    if (out.pins) {
        out.pin = pin_layout(type, element_of(type, node, *out.pins));
    }
    return out;
}

} // namespace anchorscope::table
