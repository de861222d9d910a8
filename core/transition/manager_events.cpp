#include "core/transition/manager_events.h"
#include "core/crypto/hash_function.h"
#include <map>

namespace anchorscope::transition {
namespace {

using codec::AbiValue;

Bytes owned(const AbiValue& value) { return {value.bytes().begin(), value.bytes().end()}; }

/// Makes a body from the topics behind topic 0 and the data, both checked against their declarations.
using ReadBody = EventBody (*)(const AbiValue& topics, const AbiValue& data);

/// One shape of an event. The topics are read as the ABI reads a tuple: dirty address words are refused.
struct EventShape {
    EventSignature event;
    std::string_view topics, data;
    ReadBody read;
};

EventBody read_call_result(const AbiValue& topics, const AbiValue& data) {
    return CallResult{topics.at(0).u256(), topics.at(1).u256(), data.at(0).boolean(), owned(data.at(1))};
}

EventBody read_nested(const AbiValue& topics, const AbiValue& data) {
    return NestedConsumed{topics.at(0).u256(), topics.at(1).u256(), data.at(0).word(), data.at(1).u256()};
}

EventBody read_incoming(const AbiValue& topics, const AbiValue& data) {
    return IncomingExecuted{topics.at(0).word(), data.at(0).address(), data.at(1).u256(),
                            owned(data.at(2)),   data.at(3).address(), data.at(4).u256()};
}

constexpr std::string_view loaded_signature =
    "ExecutionTableLoaded((bytes32,(address,uint256,bytes,address,uint256,uint256)[],(bytes32,uint256,bytes)["
    "],"
    "(bytes32,bytes,bool,uint64,uint64,uint64,(address,uint256,bytes,address,uint256,uint256)[],"
    "(bytes32,uint256,bytes)[],uint256,bytes32)[],uint256,bytes,bytes32)[])";
constexpr std::string_view loaded_data =
    loaded_signature.substr(std::string_view("ExecutionTableLoaded").size());

// EEZ.sol, EEZL2.sol and EEZBase.sol of EEZ main.
constexpr std::array shapes{
    EventShape{{"BatchPosted", "BatchPosted(uint256)"},
               "(uint256)",
               "()",
               [](const AbiValue& topics, const AbiValue&) -> EventBody {
                   return BatchPosted{topics.at(0).u256()};
               }},
    EventShape{
        {"BatchPosted", "BatchPosted(uint256)"},
        "()",
        "(uint256)", // before June 2026
        [](const AbiValue&, const AbiValue& data) -> EventBody { return BatchPosted{data.at(0).u256()}; }},
    EventShape{{"ExecutionConsumed", "ExecutionConsumed(bytes32,uint256,uint256)"},
               "(bytes32,uint256,uint256)",
               "()",
               [](const AbiValue& topics, const AbiValue&) -> EventBody {
                   return ExecutionConsumed{topics.at(0).word(), topics.at(1).u256(), topics.at(2).u256()};
               }},
    EventShape{{"ExecutionConsumed", "ExecutionConsumed(bytes32,uint256)"},
               "(bytes32,uint256)",
               "()",
               [](const AbiValue& topics, const AbiValue&) -> EventBody {
                   return ExecutionConsumed{topics.at(0).word(), std::nullopt, topics.at(1).u256()};
               }},
    EventShape{{"CallResult", "CallResult(uint256,uint256,bool,bytes)"},
               "(uint256,uint256)",
               "(bool,bytes)",
               read_call_result},
    EventShape{{"L1ToL2CallConsumed", "L1ToL2CallConsumed(uint256,uint256,bytes32,uint256)"},
               "(uint256,uint256)",
               "(bytes32,uint256)",
               read_nested},
    EventShape{{"OutgoingCallConsumed", "OutgoingCallConsumed(uint256,uint256,bytes32,uint256)"},
               "(uint256,uint256)",
               "(bytes32,uint256)",
               read_nested},
    EventShape{{"EntryExecuted", "EntryExecuted(uint256,bytes32,uint256,uint256)"},
               "(uint256)",
               "(bytes32,uint256,uint256)",
               [](const AbiValue& topics, const AbiValue& data) -> EventBody {
                   return EntryExecuted{topics.at(0).u256(), data.at(0).word(), data.at(1).u256(),
                                        data.at(2).u256()};
               }},
    EventShape{{"RevertSpanExecuted", "RevertSpanExecuted(uint256,uint256,uint256)"},
               "(uint256)",
               "(uint256,uint256)",
               [](const AbiValue& topics, const AbiValue& data) -> EventBody {
                   return RevertSpanExecuted{topics.at(0).u256(), data.at(0).u256(), data.at(1).u256()};
               }},
    EventShape{{"ImmediateEntrySkipped", "ImmediateEntrySkipped(uint256,bytes)"},
               "(uint256)",
               "(bytes)",
               [](const AbiValue& topics, const AbiValue& data) -> EventBody {
                   return ImmediateEntrySkipped{topics.at(0).u256(), owned(data.at(0))};
               }},
    EventShape{{"L2TXExecuted", "L2TXExecuted(uint256,uint256)"},
               "(uint256,uint256)",
               "()",
               [](const AbiValue& topics, const AbiValue&) -> EventBody {
                   return L2TxExecuted{topics.at(0).u256(), topics.at(1).u256()};
               }},
    EventShape{{"CrossChainCallExecuted", "CrossChainCallExecuted(bytes32,address,address,bytes,uint256)"},
               "(bytes32,address)",
               "(address,bytes,uint256)",
               [](const AbiValue& topics, const AbiValue& data) -> EventBody {
                   return CallExecuted{topics.at(0).word(), topics.at(1).address(), data.at(0).address(),
                                       owned(data.at(1)), data.at(2).u256()};
               }},
    EventShape{{"CrossChainProxyCreated", "CrossChainProxyCreated(address,address,uint256)"},
               "(address,address,uint256)",
               "()",
               [](const AbiValue& topics, const AbiValue&) -> EventBody {
                   return ProxyCreated{topics.at(0).address(), topics.at(1).address(), topics.at(2).u256()};
               }},
    EventShape{{"L2ExecutionPerformed", "L2ExecutionPerformed(uint256,bytes32)"},
               "(uint256)",
               "(bytes32)",
               [](const AbiValue& topics, const AbiValue& data) -> EventBody {
                   return ExecutionPerformed{topics.at(0).u256(), data.at(0).word()};
               }},
    EventShape{{"StateUpdated", "StateUpdated(uint256,bytes32)"},
               "(uint256)",
               "(bytes32)",
               [](const AbiValue& topics, const AbiValue& data) -> EventBody {
                   return StateUpdated{topics.at(0).u256(), data.at(0).word()};
               }},
    EventShape{{"RollupCreated", "RollupCreated(uint256,address,bytes32)"},
               "(uint256,address)",
               "(bytes32)",
               [](const AbiValue& topics, const AbiValue& data) -> EventBody {
                   return RollupCreated{topics.at(0).u256(), topics.at(1).address(), data.at(0).word()};
               }},
    EventShape{{"IncomingCrossChainCallExecuted",
                "IncomingCrossChainCallExecuted(bytes32,address,uint256,bytes,address,uint256)"},
               "(bytes32)",
               "(address,uint256,bytes,address,uint256)",
               read_incoming},
    EventShape{{"ExecutionTableLoaded", loaded_signature},
               "()",
               loaded_data,
               [](const AbiValue&, const AbiValue&) -> EventBody { return TableLoaded{}; }},
};

/// A shape made ready: its topic computed, its declarations parsed.
struct Decoder {
    const EventShape* shape;
    codec::AbiType topics, data;
};

/// By topic 0. Built once.
const std::multimap<Hash32, Decoder>& decoders() {
    static const std::multimap<Hash32, Decoder> all = [] {
        std::multimap<Hash32, Decoder> out;
        for (const EventShape& shape : shapes) {
            out.emplace(crypto::keccak256(bytes_of(shape.event.signature)),
                        Decoder{&shape, codec::AbiType::parse(shape.topics).value(),
                                codec::AbiType::parse(shape.data).value()});
        }
        return out;
    }();
    return all;
}

Result<EventBody> read(const Decoder& decoder, ByteView topics, const chain::Log& log) {
    if (const Result<void> good = codec::abi_check(decoder.topics, topics); !good) {
        return tl::unexpected(good.error());
    }
    if (const Result<void> good = codec::abi_check(decoder.data, log.data); !good) {
        return tl::unexpected(good.error());
    }
    EventBody body = decoder.shape->read({decoder.topics, topics}, {decoder.data, log.data});
    if (auto* const loaded = std::get_if<TableLoaded>(&body)) {
        loaded->entries_hash = crypto::keccak256(log.data);
    }
    return body;
}

tl::unexpected<Error> wrong_shape(const EventSignature& event, const Error& cause) {
    std::string text = "expected the topics and data of ";
    text += event.signature;
    text += ": ";
    text += cause.message();
    return fail(rules::event_shape, std::move(text));
}

} // namespace

std::span<const EventSignature> manager_event_signatures() {
    static const std::vector<EventSignature> all = [] {
        std::vector<EventSignature> out;
        for (const EventShape& shape : shapes) {
            if (out.empty() || out.back().signature != shape.event.signature) {
                out.push_back(shape.event);
            }
        }
        return out;
    }();
    return all;
}

Result<ManagerEvent> decode_manager_event(const chain::Log& log, LogRef ref) {
    if (log.topics.empty()) {
        return ManagerEvent{UnknownEvent{}, ref};
    }
    Bytes topics;
    for (const Hash32& topic : std::span(log.topics).subspan(1)) {
        append(topics, topic.view());
    }
    const auto [first, last] = decoders().equal_range(log.topics.front());
    std::optional<Error> error;
    for (auto at = first; at != last; ++at) {
        Result<EventBody> body = read(at->second, topics, log);
        if (body) {
            return ManagerEvent{std::move(*body), ref};
        }
        error = error ? std::move(error) : std::move(body.error());
    }
    if (error) {
        return wrong_shape(first->second.shape->event, *error);
    }
    return ManagerEvent{UnknownEvent{log.topics.front()}, ref};
}

std::vector<ManagerEvent> manager_events(const chain::BlockEvidence& block, std::size_t block_index,
                                         const Address& manager, std::vector<Finding>& findings) {
    std::vector<ManagerEvent> out;
    for (std::size_t receipt = 0; receipt < block.receipts.size(); ++receipt) {
        const std::vector<chain::Log>& logs = block.receipts[receipt].logs;
        for (std::size_t position = 0; position < logs.size(); ++position) {
            if (logs[position].address != manager) {
                continue;
            }
            LogRef ref{block_index, receipt, position, {}};
            if (block.position_of(receipt) != receipt) {
                ref.in_block = block.position_of(receipt);
            }
            Result<ManagerEvent> event = decode_manager_event(logs[position], ref);
            if (event) {
                out.push_back(std::move(*event));
            } else {
                std::string place = "receipts[";
                place += std::to_string(ref.receipt_position());
                place += "].logs[";
                place += std::to_string(position);
                place += ']';
                findings.push_back({std::string(event.error().rule),
                                    Severity::error,
                                    std::move(place),
                                    {},
                                    std::move(event.error().text)});
            }
        }
    }
    return out;
}

} // namespace anchorscope::transition
