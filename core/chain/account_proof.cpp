#include "core/chain/account_proof.h"
#include "core/chain/json_fields.h"
#include "core/chain/limits.h"
#include "core/chain/rlp_fields.h"
#include "core/chain/rpc_answers.h"
#include "core/crypto/hash_function.h"

namespace anchorscope::chain {
namespace {

constexpr std::size_t account_fields = 4; // nonce, balance, storage root, code hash
constexpr std::uint8_t rlp_empty_string = 0x80;

Result<Account> decode_account(ByteView leaf) {
    const auto broken = [](Error error) {
        return Error{rules::state_account, std::move(error.place), error.at, std::move(error.text)};
    };
    Result<RlpFields> in = single_list(leaf).and_then(
        [](codec::RlpReader list) { return RlpFields::open(list, account_fields); });
    if (!in) {
        return tl::unexpected<Error>(broken(in.error()));
    }
    Account account;
    account.nonce = in->u64("nonce");
    account.balance = in->u256("balance");
    account.storage_root = in->hash("storageRoot");
    account.code_hash = in->hash("codeHash");
    return in->finish(account).map_error(broken);
}

/// A word is kept as the RLP of its bytes without leading zeros; a zero word is not kept at all.
Result<Hash32> decode_word(ByteView leaf) {
    codec::RlpReader reader(leaf);
    const Result<U256> word = reader.next_u256();
    if (!word || !reader.at_end() || word->is_zero()) {
        return fail(rules::state_word, "expected the shortest RLP of a word that is not zero");
    }
    return word->to_word();
}

Result<std::vector<Bytes>> read_nodes(const codec::Json& list, const std::string& place) {
    if (!list.is_array()) {
        return fail(codec::rules::json_type, "expected an array", {}, place);
    }
    if (list.size() > max_account_nodes) {
        return fail(codec::rules::json_size,
                    "expected at most " + std::to_string(max_account_nodes) + " nodes", {}, place);
    }
    std::vector<Bytes> nodes;
    for (const codec::Json& element : list) {
        const std::string here = indexed(place, nodes.size());
        if (!element.is_string()) {
            return fail(codec::rules::json_type, "expected a string of hex digits", {}, here);
        }
        const auto& text = element.get_ref<const std::string&>();
        if (text.size() > 2 + 2 * max_account_node_bytes) {
            return fail(codec::rules::json_size,
                        "expected at most " + std::to_string(max_account_node_bytes) + " bytes", {}, here);
        }
        Result<Bytes> node = from_hex(text);
        if (!node) {
            return tl::unexpected<Error>(within(here, std::move(node).error()));
        }
        nodes.push_back(*std::move(node));
    }
    if (nodes.size() == 1 && nodes[0] == Bytes{rlp_empty_string}) {
        nodes.clear(); // some nodes spell the empty trie so
    }
    return nodes;
}

/// A slot is written as a quantity or as a whole word.
std::optional<Hash32> slot_of(const codec::Json& element) {
    const codec::Json* key = find_member(element, "key");
    if (key == nullptr || !key->is_string()) {
        return {};
    }
    std::string text = key->get<std::string>();
    constexpr std::size_t word_text = 2 + 64;
    if (!text.starts_with("0x") || text.size() > word_text) {
        return {};
    }
    text.insert(2, word_text - text.size(), '0');
    const Result<Hash32> slot = Hash32::parse(text);
    return slot ? std::optional(*slot) : std::nullopt;
}

const codec::Json* entry_of(const codec::Json& answer, const Hash32& slot) {
    const codec::Json* list = find_member(answer, "storageProof");
    if (list == nullptr || !list->is_array()) {
        return nullptr;
    }
    const auto found =
        std::ranges::find_if(*list, [&slot](const codec::Json& element) { return slot_of(element) == slot; });
    return found == list->end() ? nullptr : &*found;
}

/// Claims beside the proof. A member that is absent or null claims nothing.
class Claims {
public:
    explicit Claims(const codec::Json& object) : m_object(object) {}

    void bytes(std::string_view key, ByteView proven) {
        compare(key, to_hex(proven), [&](const std::string& text) {
            const Result<Bytes> claimed = from_hex(text);
            return claimed && equal(*claimed, proven);
        });
    }
    void number(std::string_view key, const U256& proven) {
        compare(key, proven.decimal(), [&](const std::string& text) {
            const Result<U256> claimed = U256::parse_quantity(text);
            return claimed && *claimed == proven;
        });
    }
    [[nodiscard]] const std::optional<Error>& broken() const { return m_broken; }

private:
    template<class Agrees>
    void compare(std::string_view key, const std::string& proven, Agrees agrees) {
        const codec::Json* claim = find_member(m_object, key);
        if (claim == nullptr || claim->is_null() || m_broken) {
            return;
        }
        if (!claim->is_string() || !agrees(claim->get_ref<const std::string&>())) {
            m_broken = Error{rules::state_claim, std::string(key), {}, "the proof says " + proven};
        }
    }

    const codec::Json& m_object;
    std::optional<Error> m_broken;
};

/// What a state without the account is asked to look like (execution-apis say nothing: both spellings are
/// met).
bool claims_nothing(const codec::Json& answer) {
    return find_member(answer, "nonce") == nullptr || answer["nonce"] == "0x0";
}

std::optional<Error> contradiction(const codec::Json& answer, const Address& address,
                                   const std::optional<Account>& account) {
    Claims claims(answer);
    claims.bytes("address", address.bytes);
    if (account) {
        claims.number("nonce", U256(account->nonce));
        claims.number("balance", account->balance);
        claims.bytes("storageHash", account->storage_root.bytes);
        claims.bytes("codeHash", account->code_hash.bytes);
    } else {
        claims.number("balance", U256{});
        if (!claims_nothing(answer)) {
            return Error{rules::state_claim, "nonce", {}, "the proof says that there is no account"};
        }
    }
    return claims.broken();
}

} // namespace

Result<std::optional<Account>> prove_account(const Hash32& state_root, const Address& address,
                                             std::span<const Bytes> nodes) {
    const Result<TrieValue> leaf = read_secure_trie_path(state_root, address.bytes, nodes);
    if (!leaf) {
        return tl::unexpected<Error>(leaf.error());
    }
    if (!*leaf) {
        return std::optional<Account>();
    }
    return decode_account(**leaf).map([](const Account& account) { return std::optional(account); });
}

Result<Hash32> prove_storage(const Hash32& state_root, const Address& address, const Hash32& slot,
                             const StorageProof& proof) {
    const auto account = prove_account(state_root, address, proof.account_nodes);
    if (!account) {
        return tl::unexpected<Error>(within("account", account.error()));
    }
    const Hash32 storage_root = *account ? (*account)->storage_root : empty_trie_root();
    const Result<TrieValue> leaf = read_secure_trie_path(storage_root, slot.bytes, proof.storage_nodes);
    if (!leaf) {
        return tl::unexpected<Error>(within("storage", leaf.error()));
    }
    return *leaf ? decode_word(**leaf) : Hash32{};
}

Result<StorageProof> storage_proof_from_rpc(const codec::Json& answer, const Hash32& slot) {
    if (answer.is_null()) {
        return fail(rules::rpc_null, "the endpoint gives no proof", {}, "proof");
    }
    if (!answer.is_object()) {
        return fail(rules::rpc_shape, "expected an object", {}, "proof");
    }
    const codec::Json* entry = entry_of(answer, slot);
    if (entry == nullptr) {
        return fail(rules::state_slot, "expected a proof of slot " + slot.hex(), {}, "storageProof");
    }
    const auto account = codec::member(answer, "accountProof", {});
    const auto storage = codec::member(*entry, "proof", "storageProof");
    if (!account || !storage) {
        return tl::unexpected<Error>(account ? storage.error() : account.error());
    }
    auto account_nodes = read_nodes(**account, "accountProof");
    auto storage_nodes = read_nodes(**storage, "storageProof.proof");
    if (!account_nodes || !storage_nodes) {
        return tl::unexpected<Error>(account_nodes ? storage_nodes.error() : account_nodes.error());
    }
    return StorageProof{*std::move(account_nodes), *std::move(storage_nodes)};
}

Result<Hash32> storage_from_rpc(const codec::Json& answer, const Hash32& state_root, const Address& address,
                                const Hash32& slot) {
    const Result<StorageProof> proof = storage_proof_from_rpc(answer, slot);
    if (!proof) {
        return tl::unexpected<Error>(proof.error());
    }
    Result<Hash32> word = prove_storage(state_root, address, slot, *proof);
    if (!word) {
        return word;
    }
    const auto account = prove_account(state_root, address, proof->account_nodes);
    if (const auto error = contradiction(answer, address, *account)) {
        return tl::unexpected<Error>(*error);
    }
    Claims claims(*entry_of(answer, slot));
    claims.number("value", U256::from_word(*word));
    if (claims.broken()) {
        return tl::unexpected<Error>(within("storageProof", *claims.broken()));
    }
    return word;
}

} // namespace anchorscope::chain
