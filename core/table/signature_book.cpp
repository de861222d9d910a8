#include "core/table/signature_book.h"
#include "core/table/contract_errors.h"

namespace anchorscope::table {
namespace {

constexpr std::size_t selector_size = std::tuple_size_v<codec::AbiSelector>;
constexpr std::size_t max_fields = 64; // of one call; a table inside a call has thousands

// Parameters without names: the facts at hand state none.
constexpr std::array<std::string_view, 55> functions{
    // ERC-20, with its metadata and ERC-2612
    "name()",
    "symbol()",
    "decimals()",
    "totalSupply()",
    "balanceOf(address owner)",
    "transfer(address to, uint256 value)",
    "transferFrom(address from, address to, uint256 value)",
    "approve(address spender, uint256 value)",
    "allowance(address owner, address spender)",
    "permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)",
    "nonces(address owner)",
    "mint(address to, uint256 value)",
    "burn(uint256 value)",
    "burn(address from, uint256 value)",
    // ERC-165, ERC-721
    "supportsInterface(bytes4 interfaceId)",
    "ownerOf(uint256 tokenId)",
    "safeTransferFrom(address from, address to, uint256 tokenId)",
    "safeTransferFrom(address from, address to, uint256 tokenId, bytes data)",
    "setApprovalForAll(address operator, bool approved)",
    "getApproved(uint256 tokenId)",
    "isApprovedForAll(address owner, address operator)",
    "tokenURI(uint256 tokenId)",
    "onERC721Received(address operator, address from, uint256 tokenId, bytes data)",
    // WETH
    "deposit()",
    "withdraw(uint256 value)",
    // the managers of synchronous rollups
    "attemptApplyImmediate(uint256)",
    "computeCrossChainCallHash(uint256,address,uint256,bytes,address,uint256)",
    "computeCrossChainProxyAddress(address,uint256)",
    "createCrossChainProxy(address,uint256)",
    "createRollup(bytes32,bytes32,address)",
    "executeCrossChainCall(address,bytes)",
    "executeInContextAndRevert(uint256)",
    "executeL2TX(uint256)",
    "executeL2TX(uint256,bytes)",
    "executionQueueIndex(uint256)",
    "lastVerifiedBlock(uint256)",
    "queueLength(uint256)",
    "registerRollup(address,bytes32)",
    "setStateByOwner(uint256,bytes32)",
    "setStateRoot(uint256,bytes32)",
    "setVerificationKey(uint256,bytes32)",
    "staticCallLookup(address,bytes)",
    "transferRollupOwnership(uint256,address)",
    "record(bytes32 digest)", // an anchor (ERC-8281)
    // the contracts of the protocol's end-to-end runs
    "increment()",
    "incrementProxy()",
    "callNested()",
    "counter()",
    "getCounter()",
    "deposit(uint256)",
    "lock(address,uint256)",
    "unlock(address,uint256)",
    "run()",
    "execute()",
    "deepCall(uint256)",
};

std::vector<FieldRow> fields_of(const codec::AbiType& type, ByteView arguments) {
    return field_rows(codec::AbiValue(type, arguments, selector_size), "", max_fields);
}

} // namespace

std::span<const std::string_view> well_known_functions() { return functions; }

SignatureBook::SignatureBook() {
    for (const std::string_view declaration : functions) {
        insert(codec::parse_signature(declaration, codec::AbiItemKind::function).value(), false);
    }
    for (const std::string_view declaration : contract_errors()) {
        insert(codec::parse_signature(declaration, codec::AbiItemKind::error).value(), false);
    }
}

void SignatureBook::add(std::vector<codec::AbiSignature> signatures) {
    for (codec::AbiSignature& signature : signatures) {
        insert(std::move(signature), true);
    }
}

void SignatureBook::insert(codec::AbiSignature signature, bool stated) {
    if (signature.kind == codec::AbiItemKind::event) {
        return;
    }
    Names& names = signature.kind == codec::AbiItemKind::error ? m_errors : m_functions;
    std::vector<Known>& same = names[signature.selector()];
    const auto behind = std::ranges::find(same, false, &Known::stated);
    same.insert(stated ? behind : same.end(), {std::move(signature), stated});
}

const std::vector<SignatureBook::Known>* SignatureBook::find(const Names& names, ByteView data) {
    if (data.size() < selector_size) {
        return nullptr;
    }
    codec::AbiSelector selector{};
    std::copy_n(data.begin(), selector.size(), selector.begin());
    const auto found = names.find(selector);
    return found == names.end() ? nullptr : &found->second;
}

std::optional<NamedData> SignatureBook::read(const Names& names, ByteView data) {
    const std::vector<Known>* const known = find(names, data);
    for (const Known& one : known == nullptr ? std::vector<Known>() : *known) {
        const codec::AbiType& type = one.signature.inputs;
        const ByteView arguments = data.subspan(selector_size);
        if (codec::abi_check(type, arguments, selector_size)) {
            return NamedData{one.signature.text(), one.stated, fields_of(type, arguments)};
        }
    }
    return {};
}

std::optional<NamedData> SignatureBook::function(ByteView data) const { return read(m_functions, data); }

std::optional<NamedData> SignatureBook::error(ByteView data) const { return read(m_errors, data); }

std::vector<std::string> SignatureBook::functions_named(ByteView data) const {
    std::vector<std::string> out;
    const std::vector<Known>* const known = find(m_functions, data);
    for (const Known& one : known == nullptr ? std::vector<Known>() : *known) {
        out.push_back(one.signature.text());
    }
    return out;
}

} // namespace anchorscope::table
