#include "tests/devnet/calldata.h"
#include "core/codec/abi_writer.h"
#include "core/codec/json.h"
#include <QFile>
#include <stdexcept>

namespace anchorscope::devnet {
namespace {

using codec::AbiTree;

const codec::Json& artifacts() {
    static const codec::Json parsed = [] {
        QFile file(QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/tests/devnet/contracts/artifacts.json"));
        if (!file.open(QIODevice::ReadOnly)) {
            throw std::runtime_error("cannot read artifacts.json");
        }
        return codec::parse_json(file.readAll().toStdString()).value().at("contracts");
    }();
    return parsed;
}

Bytes call(const char* contract, const char* function, std::string_view arguments, const AbiTree& values) {
    const auto selector = artifacts().at(contract).at("selectors").at(function).get<std::string>();
    Bytes out = from_hex(selector).value();
    append(out, codec::abi_encode(codec::AbiType::parse(arguments).value(), values));
    return out;
}

AbiTree list_of(const std::vector<Hash32>& words) {
    std::vector<AbiTree> items;
    items.reserve(words.size());
    for (const Hash32& word : words) {
        items.push_back(AbiTree::of(word));
    }
    return AbiTree::list(std::move(items));
}

} // namespace

Bytes bytecode(std::string_view contract) {
    return from_hex(artifacts().at(std::string(contract)).at("bytecode").get<std::string>()).value();
}

Bytes record_call(const Hash32& digest) {
    return call("Anchor", "record(bytes32)", "(bytes32 digest)", AbiTree::list({AbiTree::of(digest)}));
}

Bytes emit_call(const std::vector<Hash32>& topics, ByteView data) {
    return call("Emitter", "emitLog(bytes32[],bytes)", "(bytes32[] topics, bytes data)",
                AbiTree::list({list_of(topics), AbiTree::of(data)}));
}

Bytes fail_call() {
    return from_hex(artifacts().at("Emitter").at("selectors").at("fail()").get<std::string>()).value();
}

Bytes arm_call(std::span<const chain::Log> logs) {
    std::vector<AbiTree> items;
    for (const chain::Log& log : logs) {
        items.push_back(AbiTree::list({list_of(log.topics), AbiTree::of(ByteView(log.data))}));
    }
    return call("ManagerStandIn", "arm((bytes32[],bytes)[])", "((bytes32[] topics, bytes data)[] logs)",
                AbiTree::list({AbiTree::list(std::move(items))}));
}

std::string history_code() {
    return "0x3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257611fff8"
           "1430311"
           "604257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500";
}

Bytes forwarder_code(const Address& target) {
    Bytes code = from_hex("0x6021600a5f3960215ff3" // returns the 33 bytes behind itself
                          "365f5f37"               // copies the input to memory
                          "5f5f365f5f73")          // CALL(gas, target, 0, 0, size, 0, 0)
                     .value();
    append(code, target.view());
    append(code, Bytes{0x5a, 0xf1, 0x00});
    return code;
}

} // namespace anchorscope::devnet
