#include "chain_fixtures.h"
#include "core/chain/history_contract.h"
#include "core/chain/rpc_answers.h"
#include "core/crypto/hash_function.h"

using namespace anchorscope;
using namespace anchorscope::chain;
using namespace chain_fixtures;

namespace {

/// Runtime code as EIP-2935 lists it.
constexpr std::string_view history_code = "0x3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042"
                                          "575f35600143038111604257611fff8143031160"
                                          "4257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500";

/// A value, and this one.
bool is(const Result<Hash32>& result, const Hash32& expected) { return result && *result == expected; }

const Address owner = Address::parse("0x00000000000000000000000000000000000000a1").value();
const Address stranger = Address::parse("0x00000000000000000000000000000000000000b2").value();

Bytes hashed(ByteView key) {
    const Hash32 digest = crypto::keccak256(key);
    return {digest.bytes.begin(), digest.bytes.end()};
}

Hash32 slot(std::uint64_t number) { return U256(number).to_word(); }

Bytes number_leaf(const U256& value) {
    codec::RlpWriter writer;
    writer.u256(value);
    return writer.take();
}

/// A state of our own making: some accounts, and words in the storage of one.
struct State {
    std::map<std::uint64_t, Bytes> words; // slot → leaf
    std::optional<Bytes> account_leaf;    // in place of a sound one
    Address holder = owner;
    Hash32 code_hash = crypto::keccak256({});

    [[nodiscard]] std::vector<TrieItem> storage() const {
        std::vector<TrieItem> items;
        for (const auto& [at, leaf] : words) {
            items.push_back({hashed(slot(at).bytes), leaf});
        }
        return items;
    }
    [[nodiscard]] Bytes account() const {
        codec::RlpWriter writer;
        writer.open_list();
        writer.u64(3);
        writer.u256(U256(77));
        writer.bytes(trie_root(storage()).bytes);
        writer.bytes(code_hash.bytes);
        writer.close_list();
        return account_leaf.value_or(writer.take());
    }
    [[nodiscard]] std::vector<TrieItem> accounts() const {
        std::vector<TrieItem> items{{hashed(holder.bytes), account()}};
        for (std::uint8_t other = 1; other < 30; ++other) {
            items.push_back({hashed(Bytes(20, other)), Bytes(70, other)});
        }
        return items;
    }
    [[nodiscard]] Hash32 root() const { return trie_root(accounts()); }
    [[nodiscard]] StorageProof proof(const Address& address, std::uint64_t at) const {
        const Bytes account_key = hashed(address.bytes), storage_key = hashed(slot(at).bytes);
        StorageProof out{trie_paths(accounts(), {&account_key, 1}).nodes, {}};
        if (address == holder) {
            out.storage_nodes = trie_paths(storage(), {&storage_key, 1}).nodes;
        }
        return out;
    }
    [[nodiscard]] Result<Hash32> read(const Address& address, std::uint64_t at) const {
        return prove_storage(root(), address, slot(at), proof(address, at));
    }
};

State small_state() {
    State state;
    for (std::uint64_t at = 0; at < 40; ++at) {
        state.words[at] = number_leaf(U256(1000 + at));
    }
    return state;
}

codec::Json list(const std::vector<Bytes>& nodes) {
    codec::Json out = codec::Json::array();
    for (const Bytes& node : nodes) {
        out.push_back(to_hex(node));
    }
    return out;
}

/// What an honest endpoint answers.
codec::Json answer(const State& state, const Address& address, std::uint64_t at) {
    const StorageProof proof = state.proof(address, at);
    const bool there = address == state.holder;
    const Hash32 word = prove_storage(state.root(), address, slot(at), proof).value_or(Hash32{});
    return {
        {"address", address.hex()},
        {"accountProof", list(proof.account_nodes)},
        {"balance", there ? "0x4d" : "0x0"},
        {"codeHash", (there ? state.code_hash : crypto::keccak256({})).hex()},
        {"nonce", there ? "0x3" : "0x0"},
        {"storageHash", there ? trie_root(state.storage()).hex() : empty_trie_root().hex()},
        {"storageProof",
         codec::Json::array({{{"key", slot(at).hex()},
                              {"value", "0x" + (U256::from_word(word).is_zero()
                                                    ? std::string("0")
                                                    : word.hex().substr(word.hex().find_first_not_of("0x")))},
                              {"proof", list(proof.storage_nodes)}}})}};
}

Header header_over(const Hash32& state_root, std::uint64_t number) {
    codec::RlpWriter out;
    out.open_list();
    out.bytes(Bytes(32, 1));
    out.bytes(Bytes(32, 2));
    out.bytes(Bytes(20, 3));
    out.bytes(state_root.bytes);
    out.bytes(Bytes(32, 5));
    out.bytes(Bytes(32, 6));
    out.bytes(Bytes(256, 0));
    for (const std::uint64_t value :
         {std::uint64_t{0}, number, std::uint64_t{1}, std::uint64_t{1}, std::uint64_t{1}}) {
        out.u64(value);
    }
    out.bytes({});
    out.bytes(Bytes(32, 7));
    out.bytes(Bytes(8, 0));
    out.close_list();
    return decode_header(out.take()).value();
}

} // namespace

class TestAccountProof : public QObject {
    Q_OBJECT

private slots:
    void words_and_absence() {
        const State state = small_state();
        for (std::uint64_t at = 0; at < 60; ++at) {
            const Result<Hash32> word = state.read(owner, at);
            VERIFY_OK(word);
            QVERIFY(*word == (at < 40 ? U256(1000 + at).to_word() : Hash32{}));
        }
        QVERIFY(is(state.read(stranger, 1), Hash32{}));
        const auto account = prove_account(state.root(), owner, state.proof(owner, 1).account_nodes);
        VERIFY_OK(account);
        QVERIFY(*account && (*account)->nonce == 3 && (*account)->balance == U256(77));
        QVERIFY((*account)->storage_root == trie_root(state.storage()));
        State bare; // an account without storage
        QVERIFY(is(bare.read(owner, 1), Hash32{}));
    }

    void foreign_proofs_are_refused() {
        const State state = small_state();
        const auto prove = [&](const Address& address, std::uint64_t at, const StorageProof& proof) {
            return prove_storage(state.root(), address, slot(at), proof);
        };
        const StorageProof sound = state.proof(owner, 1);
        VERIFY_OK(prove(owner, 1, sound));
        QVERIFY(!prove(owner, 2, sound));    // the path of another slot
        QVERIFY(!prove(stranger, 1, sound)); // of another account
        QVERIFY(!prove_storage(trie_root({}), owner, slot(1), sound));
        StorageProof extra = state.proof(stranger, 1);
        extra.storage_nodes = sound.storage_nodes; // storage of an account that is not there
        REJECTS(prove(stranger, 1, extra), chain::rules::trie_surplus);
        StorageProof cut = sound;
        cut.storage_nodes.pop_back();
        REJECTS(prove(owner, 1, cut), chain::rules::trie_missing);
        cut = sound;
        cut.account_nodes.clear();
        REJECTS(prove(owner, 1, cut), chain::rules::trie_missing);
    }

    void every_bit_flip_is_refused() {
        const State state = small_state();
        const Hash32 root = state.root();
        StorageProof proof = state.proof(owner, 5);
        std::size_t flips = 0;
        for (std::vector<Bytes>* nodes : {&proof.account_nodes, &proof.storage_nodes}) {
            for (Bytes& node : *nodes) {
                for (std::size_t bit = 0; bit < 8 * node.size(); ++bit, ++flips) {
                    node[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
                    QVERIFY(!prove_storage(root, owner, slot(5), proof));
                    node[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
                }
            }
        }
        QVERIFY(flips > 8000);
    }

    /// Leaves that no state holds, under roots that fit them.
    void broken_leaves() {
        const auto word = [](const Bytes& leaf) {
            State state;
            state.words[1] = leaf;
            return state.read(owner, 1);
        };
        VERIFY_OK(word({0x05}));
        REJECTS(word({0x80}), chain::rules::state_word);                               // zero
        REJECTS(word({0x82, 0x00, 0x05}), chain::rules::state_word);                   // a zero in front
        REJECTS(word({0x81, 0x05}), chain::rules::state_word);                         // a longer form
        REJECTS(word({0x05, 0x05}), chain::rules::state_word);                         // trailing
        REJECTS(word({0xc1, 0x05}), chain::rules::state_word);                         // a list
        REJECTS(word(unhex("0xa1" + std::string(66, '1'))), chain::rules::state_word); // 33 bytes
        const auto account = [](const Bytes& leaf) {
            State state;
            state.account_leaf = leaf;
            return state.read(owner, 1);
        };
        REJECTS(account({0x05}), chain::rules::state_account);
        REJECTS(account({0xc3, 0x01, 0x01, 0x01}), chain::rules::state_account);
        REJECTS(account(list_of({{0x01}, {0x01}, {0x01}, {0x01}})), chain::rules::state_account);
        Bytes longer = State{}.account();
        longer.push_back(0);
        REJECTS(account(longer), chain::rules::state_account);
    }

    void answers() {
        const State state = small_state();
        const auto read = [&](const codec::Json& json, std::uint64_t at, const Address& address = owner) {
            return storage_from_rpc(json, state.root(), address, slot(at));
        };
        QVERIFY(is(read(answer(state, owner, 3), 3), U256(1003).to_word()));
        QVERIFY(is(read(answer(state, owner, 50), 50), Hash32{}));
        QVERIFY(is(read(answer(state, stranger, 3), 3, stranger), Hash32{}));
        codec::Json spelled = answer(state, stranger, 3);
        spelled["storageProof"][0]["key"] = "0x3";
        spelled["storageProof"][0]["proof"] = codec::Json::array({"0x80"}); // the empty trie, spelled out
        QVERIFY(is(read(spelled, 3, stranger), Hash32{}));
        codec::Json silent = answer(state, owner, 3);
        for (const char* claim : {"address", "balance", "codeHash", "nonce", "storageHash"}) {
            silent.erase(claim);
        }
        VERIFY_OK(read(silent, 3));
    }

    void lies_in_answers_data() {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value"); // JSON
        QTest::addColumn<std::string>("rule");
        const auto row = [](const char* pointer, const QByteArray& value, std::string_view rule) {
            QTest::addRow("%s %.20s", pointer, value.constData())
                << QByteArray(pointer) << value << std::string(rule);
        };
        const QByteArray hash = "\"0x" + QByteArray(64, '1') + '"';
        row("/address", "\"0x00000000000000000000000000000000000000b2\"", chain::rules::state_claim);
        row("/balance", "\"0x4e\"", chain::rules::state_claim);
        row("/balance", "77", chain::rules::state_claim);
        row("/nonce", "\"0x4\"", chain::rules::state_claim);
        row("/codeHash", hash, chain::rules::state_claim);
        row("/storageHash", hash, chain::rules::state_claim);
        row("/storageProof/0/value", "\"0x0\"", chain::rules::state_claim);
        row("/storageProof/0/key", "\"0x4\"", chain::rules::state_slot);
        row("/storageProof/0/key", "3", chain::rules::state_slot);
        row("/storageProof", "[]", chain::rules::state_slot);
        row("/storageProof", "null", chain::rules::state_slot);
        row("/storageProof/0/proof", "[]", chain::rules::trie_missing);
        row("/storageProof/0/proof", "\"0x80\"", codec::rules::json_type);
        row("/storageProof/0/proof", "[1]", codec::rules::json_type);
        row("/accountProof", "null", codec::rules::json_type);
        row("/accountProof", "[]", chain::rules::trie_missing);
        row("/accountProof", "[\"0xzz\"]", anchorscope::rules::hex_digit);
        row("/accountProof", "[\"0x" + QByteArray(2050, '1') + "\"]", codec::rules::json_size);
        row("/accountProof", '[' + QByteArray("\"0x11\",").repeated(129) + "\"0x11\"]",
            codec::rules::json_size);
    }

    void lies_in_answers() {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        QFETCH(std::string, rule);
        const State state = small_state();
        codec::Json changed = answer(state, owner, 3);
        changed[codec::Json::json_pointer(pointer.toStdString())] = codec::Json::parse(value.toStdString());
        REJECTS(storage_from_rpc(changed, state.root(), owner, slot(3)), rule);
    }

    void no_answer() {
        REJECTS(storage_from_rpc(nullptr, Hash32{}, owner, slot(1)), chain::rules::rpc_null);
        REJECTS(storage_from_rpc(codec::Json::array(), Hash32{}, owner, slot(1)), chain::rules::rpc_shape);
    }

    /// EIP-2935: the state of block M holds the hashes of M - 8191 to M - 1.
    void block_hashes_in_state() {
        QCOMPARE(history_contract().hex(), std::string("0x0000f90827f1c53a10cb7a02335b175320002935"));
        QVERIFY(history_slot(8191) == Hash32{} && history_slot(8192) == slot(1) &&
                history_slot(20'000) == slot(3618));
        State state;
        state.holder = history_contract();
        state.code_hash = history_code_hash();
        const U256 kept = U256::from_be(Bytes(32, 0xab));
        state.words[3618] = number_leaf(kept);
        const auto read = [&](std::uint64_t at, std::uint64_t number) {
            return ancestor_hash(header_over(state.root(), at), number,
                                 state.proof(state.holder, number % 8191));
        };
        QVERIFY(is(read(20'001, 20'000), kept.to_word()));
        QVERIFY(is(read(28'191, 20'000), kept.to_word()));
        REJECTS(read(28'192, 20'000), chain::rules::history_window); // the slot holds a later block's hash
        REJECTS(read(20'000, 20'000), chain::rules::history_window); // its own hash is not in its state
        REJECTS(read(19'999, 20'000), chain::rules::history_window);
        REJECTS(read(20'002, 20'001), chain::rules::history_empty);
        const Header header = header_over(state.root(), 20'001);
        QVERIFY(
            is(ancestor_hash_from_rpc(answer(state, state.holder, 3618), header, 20'000), kept.to_word()));
        QVERIFY(!ancestor_hash_from_rpc(answer(state, state.holder, 3618), header, 19'999));
        // Another contract at the address, or an account without code: its words are no block hashes.
        const Bytes code = from_hex(history_code).value();
        QCOMPARE(code.size(), std::size_t{83});
        QVERIFY(history_code_hash() == crypto::keccak256(code));
        for (const Hash32& hash : {crypto::keccak256({}), crypto::keccak256(bytes_of("code"))}) {
            State foreign = state;
            foreign.code_hash = hash;
            const Header over = header_over(foreign.root(), 20'001);
            REJECTS(ancestor_hash(over, 20'000, foreign.proof(foreign.holder, 3618)),
                    chain::rules::history_code);
            REJECTS(ancestor_hash_from_rpc(answer(foreign, foreign.holder, 3618), over, 20'000),
                    chain::rules::history_code);
            // The endpoint says that it is the right code: only the proven account counts.
            codec::Json lie = answer(foreign, foreign.holder, 3618);
            lie["codeHash"] = history_code_hash().hex();
            REJECTS(ancestor_hash_from_rpc(lie, over, 20'000), chain::rules::history_code);
        }
        // The word of another contract at the same slot is no block's hash.
        State other = state;
        other.holder = owner;
        QVERIFY(!ancestor_hash(header_over(other.root(), 20'001), 20'000, other.proof(owner, 3618)));
    }
};

QTEST_GUILESS_MAIN(TestAccountProof)
#include "test_account_proof.moc"
