#include "model/items/known_calls.h"
#include "core/crypto/hash_function.h"
#include "model/items/texts.h"
#include <map>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

// ERC-20, WETH and the contracts of the EEZ end-to-end scenarios.
constexpr std::array<std::string_view, 22> signatures{
    "increment()",
    "incrementProxy()",
    "callNested()",
    "counter()",
    "getCounter()",
    "deposit()",
    "deposit(uint256)",
    "withdraw(uint256)",
    "lock(address,uint256)",
    "unlock(address,uint256)",
    "mint(address,uint256)",
    "burn(address,uint256)",
    "transfer(address,uint256)",
    "approve(address,uint256)",
    "transferFrom(address,address,uint256)",
    "balanceOf(address)",
    "totalSupply()",
    "run()",
    "execute()",
    "deepCall(uint256)",
    "onL1(uint256)",
    "record(bytes32)",
};

using Selector = std::array<std::uint8_t, 4>;

Selector selectorOf(ByteView bytes) {
    Selector selector{};
    std::copy_n(bytes.begin(), selector.size(), selector.begin());
    return selector;
}

const std::map<Selector, std::string_view>& bySelector() {
    static const std::map<Selector, std::string_view> map = [] {
        std::map<Selector, std::string_view> built;
        for (const std::string_view signature : signatures) {
            built.emplace(selectorOf(crypto::keccak256(bytes_of(signature)).view()), signature);
        }
        return built;
    }();
    return map;
}

} // namespace

std::span<const std::string_view> knownSignatures() { return signatures; }

QString functionText(ByteView calldata) {
    if (calldata.empty()) {
        return u"no data"_s;
    }
    if (calldata.size() < 4) {
        return hexText(calldata);
    }
    const auto known = bySelector().find(selectorOf(calldata));
    return known != bySelector().end() ? textOf(known->second) : hexText(calldata.first(4)) + u"()"_s;
}

} // namespace anchorscope::model
