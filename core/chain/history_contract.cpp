#include "core/chain/history_contract.h"

namespace anchorscope::chain {
namespace {

Result<void> expect_in_window(const Header& header, std::uint64_t number) {
    if (number < header.number && header.number - number <= history_window_blocks) {
        return {};
    }
    std::string text = "block " + std::to_string(number);
    text += " is not one of the 8191 before block " + std::to_string(header.number);
    return fail(rules::history_window, std::move(text));
}

/// The account is proven, not what is said of it.
Result<void> expect_code(const Header& header, std::span<const Bytes> account_nodes) {
    const auto account = prove_account(header.state_root, history_contract(), account_nodes);
    if (!account) {
        return tl::unexpected<Error>(account.error());
    }
    if (!*account || (*account)->code_hash != history_code_hash()) {
        return fail(rules::history_code,
                    *account
                        ? "another contract stands at the history contract's address, its code hash is " +
                              (*account)->code_hash.hex()
                        : std::string("no contract stands at the history contract's address"));
    }
    return {};
}

Result<Hash32> expect_stored(const Hash32& word) {
    if (word.is_zero()) {
        return fail(rules::history_empty, "the history contract holds no hash in this slot");
    }
    return word;
}

} // namespace

Address history_contract() {
    return {{0x00, 0x00, 0xf9, 0x08, 0x27, 0xf1, 0xc5, 0x3a, 0x10, 0xcb,
             0x7a, 0x02, 0x33, 0x5b, 0x17, 0x53, 0x20, 0x00, 0x29, 0x35}};
}

Hash32 history_code_hash() {
    // keccak-256 of the runtime code in EIP-2935.
    return {{0x6e, 0x49, 0xe6, 0x67, 0x82, 0x03, 0x7c, 0x05, 0x55, 0x89, 0x78, 0x70, 0xe2, 0x9f, 0xa5, 0xe5,
             0x52, 0xda, 0xf4, 0x71, 0x95, 0x52, 0x13, 0x1a, 0x0a, 0xbc, 0xe7, 0x79, 0xda, 0xec, 0x0a, 0x5d}};
}

Hash32 history_slot(std::uint64_t number) { return U256(number % history_window_blocks).to_word(); }

Result<Hash32> ancestor_hash(const Header& header, std::uint64_t number, const StorageProof& proof) {
    return expect_in_window(header, number)
        .and_then([&] { return expect_code(header, proof.account_nodes); })
        .and_then(
            [&] { return prove_storage(header.state_root, history_contract(), history_slot(number), proof); })
        .and_then(expect_stored);
}

Result<Hash32> ancestor_hash_from_rpc(const codec::Json& answer, const Header& header, std::uint64_t number) {
    return expect_in_window(header, number)
        .and_then([&] { return storage_proof_from_rpc(answer, history_slot(number)); })
        .and_then([&](const StorageProof& proof) { return expect_code(header, proof.account_nodes); })
        .and_then([&] {
            return storage_from_rpc(answer, header.state_root, history_contract(), history_slot(number));
        })
        .and_then(expect_stored);
}

} // namespace anchorscope::chain
