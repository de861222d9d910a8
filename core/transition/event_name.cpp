#include "core/transition/manager_events.h"

namespace anchorscope::transition {
namespace {

struct NameOf {
    std::string_view operator()(const BatchPosted&) const { return "BatchPosted"; }
    std::string_view operator()(const ExecutionConsumed&) const { return "ExecutionConsumed"; }
    std::string_view operator()(const CallResult&) const { return "CallResult"; }
    // L1ToL2CallConsumed and OutgoingCallConsumed alike
    std::string_view operator()(const NestedConsumed&) const { return "nested call consumed"; }
    std::string_view operator()(const EntryExecuted&) const { return "EntryExecuted"; }
    std::string_view operator()(const RevertSpanExecuted&) const { return "RevertSpanExecuted"; }
    std::string_view operator()(const ImmediateEntrySkipped&) const { return "ImmediateEntrySkipped"; }
    std::string_view operator()(const L2TxExecuted&) const { return "L2TXExecuted"; }
    std::string_view operator()(const CallExecuted&) const { return "CrossChainCallExecuted"; }
    std::string_view operator()(const ProxyCreated&) const { return "CrossChainProxyCreated"; }
    std::string_view operator()(const ExecutionPerformed&) const { return "L2ExecutionPerformed"; }
    std::string_view operator()(const StateUpdated&) const { return "StateUpdated"; }
    std::string_view operator()(const IncomingExecuted&) const { return "IncomingCrossChainCallExecuted"; }
    std::string_view operator()(const TableLoaded&) const { return "ExecutionTableLoaded"; }
    std::string_view operator()(const RollupCreated&) const { return "RollupCreated"; }
    std::string_view operator()(const UnknownEvent&) const { return "an unknown event"; }
};

} // namespace

std::string_view event_name(const EventBody& body) { return std::visit(NameOf{}, body); }

} // namespace anchorscope::transition
