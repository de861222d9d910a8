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

Hash32 history_slot(std::uint64_t number) { return U256(number % history_window_blocks).to_word(); }

Result<Hash32> ancestor_hash(const Header& header, std::uint64_t number, const StorageProof& proof) {
    return expect_in_window(header, number)
        .and_then(
            [&] { return prove_storage(header.state_root, history_contract(), history_slot(number), proof); })
        .and_then(expect_stored);
}

Result<Hash32> ancestor_hash_from_rpc(const codec::Json& answer, const Header& header, std::uint64_t number) {
    return expect_in_window(header, number)
        .and_then([&] {
            return storage_from_rpc(answer, header.state_root, history_contract(), history_slot(number));
        })
        .and_then(expect_stored);
}

} // namespace anchorscope::chain
