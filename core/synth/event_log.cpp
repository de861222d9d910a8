#include "core/synth/event_log.h"
#include "core/codec/abi_writer.h"
#include "core/crypto/hash_function.h"
#include "core/table/field_names.h"
#include <cassert>

namespace anchorscope::synth {
namespace {

using codec::AbiTree;
using namespace transition;

/// Topics behind the first, and data as loose arguments.
struct Parts {
    std::string_view signature;
    std::vector<AbiTree> topics;
    std::string_view types = "()";
    std::vector<AbiTree> data{};
};

AbiTree bytes_tree(const Bytes& bytes) { return AbiTree::of(ByteView(bytes)); }

template<class T>
AbiTree of(const T& value) {
    return AbiTree::of(value);
}

Parts parts_of(table::Side, const BatchPosted& event) {
    return {"BatchPosted(uint256)", {of(event.rollup_count)}};
}
Parts parts_of(table::Side, const ExecutionConsumed& event) {
    if (!event.rollup_id) {
        return {"ExecutionConsumed(bytes32,uint256)", {of(event.call_hash), of(event.index)}};
    }
    return {"ExecutionConsumed(bytes32,uint256,uint256)",
            {of(event.call_hash), of(*event.rollup_id), of(event.index)}};
}
Parts parts_of(table::Side, const CallResult& event) {
    return {"CallResult(uint256,uint256,bool,bytes)",
            {of(event.entry_index), of(event.call_number)},
            "(bool,bytes)",
            {of(event.success), bytes_tree(event.return_data)}};
}
Parts parts_of(table::Side side, const NestedConsumed& event) {
    return {side == table::Side::l1 ? "L1ToL2CallConsumed(uint256,uint256,bytes32,uint256)"
                                    : "OutgoingCallConsumed(uint256,uint256,bytes32,uint256)",
            {of(event.entry_index), of(event.nested_number)},
            "(bytes32,uint256)",
            {of(event.call_hash), of(event.call_count)}};
}
Parts parts_of(table::Side, const EntryExecuted& event) {
    return {"EntryExecuted(uint256,bytes32,uint256,uint256)",
            {of(event.entry_index)},
            "(bytes32,uint256,uint256)",
            {of(event.rolling_hash), of(event.calls), of(event.nested)}};
}
Parts parts_of(table::Side, const RevertSpanExecuted& event) {
    return {"RevertSpanExecuted(uint256,uint256,uint256)",
            {of(event.entry_index)},
            "(uint256,uint256)",
            {of(event.start), of(event.span)}};
}
Parts parts_of(table::Side, const ImmediateEntrySkipped& event) {
    return {"ImmediateEntrySkipped(uint256,bytes)",
            {of(event.index)},
            "(bytes)",
            {bytes_tree(event.revert_data)}};
}
Parts parts_of(table::Side, const L2TxExecuted& event) {
    return {"L2TXExecuted(uint256,uint256)", {of(event.rollup_id), of(event.index)}};
}
Parts parts_of(table::Side, const CallExecuted& event) {
    return {"CrossChainCallExecuted(bytes32,address,address,bytes,uint256)",
            {of(event.call_hash), of(event.proxy)},
            "(address,bytes,uint256)",
            {of(event.source), bytes_tree(event.call_data), of(event.value)}};
}
Parts parts_of(table::Side, const ProxyCreated& event) {
    return {"CrossChainProxyCreated(address,address,uint256)",
            {of(event.proxy), of(event.original), of(event.original_rollup)}};
}
Parts parts_of(table::Side, const ExecutionPerformed& event) {
    return {
        "L2ExecutionPerformed(uint256,bytes32)", {of(event.rollup_id)}, "(bytes32)", {of(event.new_state)}};
}
Parts parts_of(table::Side, const StateUpdated& event) {
    return {"StateUpdated(uint256,bytes32)", {of(event.rollup_id)}, "(bytes32)", {of(event.new_state)}};
}
Parts parts_of(table::Side, const RollupCreated& event) {
    return {"RollupCreated(uint256,address,bytes32)",
            {of(event.rollup_id), of(event.contract)},
            "(bytes32)",
            {of(event.initial_state)}};
}
Parts parts_of(table::Side, const IncomingExecuted& event) {
    return {"IncomingCrossChainCallExecuted(bytes32,address,uint256,bytes,address,uint256)",
            {of(event.call_hash)},
            "(address,uint256,bytes,address,uint256)",
            {of(event.destination), of(event.value), bytes_tree(event.data), of(event.source),
             of(event.source_rollup)}};
}
template<class Other> // TableLoaded, UnknownEvent
Parts parts_of(table::Side, const Other&) {
    assert(false && "an event that is not made from its values");
    return {};
}

Hash32 topic_of(std::string_view signature) { return crypto::keccak256(bytes_of(signature)); }

} // namespace

chain::Log log_of(const Address& manager, table::Side side, const EventBody& body) {
    const Parts parts = std::visit([side](const auto& event) { return parts_of(side, event); }, body);
    chain::Log log{manager, {topic_of(parts.signature)}, {}};
    for (const AbiTree& topic : parts.topics) {
        log.topics.push_back(topic.word);
    }
    log.data = codec::abi_encode(codec::AbiType::parse(parts.types).value(), AbiTree::list(parts.data));
    return log;
}

chain::Log loaded_log(const Address& manager, const table::ExecutionTable& table) {
    const auto signatures = manager_event_signatures();
    const auto loaded =
        std::ranges::find(signatures, std::string_view("ExecutionTableLoaded"), &EventSignature::name);
    const codec::AbiValue body = table::table_body(table.arguments());
    chain::Log log{manager, {topic_of(loaded->signature)}, {}};
    append(log.data, U256(32).to_word().view());
    append(log.data, body[table::field_names(*table.format).entries].encoding_bytes());
    return log;
}

} // namespace anchorscope::synth
