#include "chain_fixtures.h"
#include "core/chain/header.h"
#include "core/chain/rpc_answers.h"
#include "core/chain/transaction.h"
#include "core/chain/trie.h"

using namespace anchorscope;
using namespace anchorscope::chain;
using namespace chain_fixtures;

namespace {

// The order of secp256k1 (SEC 2)
constexpr std::string_view curve_order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";

Bytes rlp_string(const Bytes& value) {
    codec::RlpWriter writer;
    writer.bytes(value);
    return writer.take();
}

const Bytes empty_list{0xc0};

/// The items of a small transaction of each type; values are told apart by their digits.
std::vector<Bytes> items_of_type(int type) {
    const Bytes to = rlp_string(Bytes(20, 0x22));
    const Bytes input = rlp_string({0xde, 0xad, 0xbe, 0xef});
    const Bytes word = rlp_string(Bytes(32, 0x33));
    const Bytes access = list_of({list_of({to, list_of({word, word})})});
    std::vector<Bytes> items;
    if (type >= 1) {
        items.push_back({0x05}); // chainId
    }
    items.push_back({0x07}); // nonce
    items.push_back({0x08}); // gasPrice or maxPriorityFeePerGas
    if (type >= 2) {
        items.push_back({0x09}); // maxFeePerGas
    }
    items.insert(items.end(), {{0x0a}, to, {0x0b}, input}); // gas, to, value, input
    if (type >= 1) {
        items.push_back(access);
    }
    if (type == 3) {
        items.push_back({0x0c});
        items.push_back(list_of({word}));
    }
    if (type == 4) {
        items.push_back(list_of({list_of({{0x05}, to, {0x01}, {0x80}, {0x0d}, {0x0e}})}));
    }
    items.push_back(type == 0 ? rlp_string({45}) : Bytes{0x01}); // v = 35 + 2 * 5, or yParity
    items.push_back({0x0f});
    items.push_back({0x10});
    return items;
}

Bytes raw_of(int type, const std::vector<Bytes>& items) {
    Bytes raw = list_of(items);
    if (type != 0) {
        raw.insert(raw.begin(), static_cast<std::uint8_t>(type));
    }
    return raw;
}

Bytes with_item(int type, int from_end, const Bytes& item) {
    std::vector<Bytes> items = items_of_type(type);
    items[items.size() - static_cast<std::size_t>(from_end)] = item;
    return raw_of(type, items);
}

} // namespace

class TestTransactions : public QObject {
    Q_OBJECT

private slots:
    void every_type_decodes() {
        for (int type = 0; type <= 4; ++type) {
            const Bytes raw = raw_of(type, items_of_type(type));
            const Result<Transaction> transaction = decode_transaction(raw);
            VERIFY_OK(transaction);
            QCOMPARE(int{transaction->type}, type);
            QVERIFY(transaction->raw == raw);
            QVERIFY(transaction->chain_id == std::optional<std::uint64_t>(5));
            QVERIFY(equal(transaction->to->bytes, Bytes(20, 0x22)));
            QVERIFY(transaction->value == U256{0x0b});
            QVERIFY(equal(transaction->input_bytes(), Bytes{0xde, 0xad, 0xbe, 0xef}));
            QCOMPARE(transaction->blob_hashes.size(), std::size_t{type == 3 ? 1U : 0U});
        }
    }

    void contract_creation_up_to_type_2() {
        for (int type = 0; type <= 4; ++type) {
            std::vector<Bytes> items = items_of_type(type);
            const std::size_t at = type == 0 ? 3 : type == 1 ? 4 : 5;
            items[at] = {0x80};
            const Result<Transaction> transaction = decode_transaction(raw_of(type, items));
            if (type <= 2) {
                VERIFY_OK(transaction);
                QVERIFY(!transaction->to);
            } else {
                QVERIFY(transaction.error().rule == codec::rules::rlp_width);
            }
            items[at] = rlp_string(Bytes(19, 1));
            REJECTS(decode_transaction(raw_of(type, items)), codec::rules::rlp_width);
        }
    }

    void empty_input_has_a_place() {
        std::vector<Bytes> items = items_of_type(0);
        items[5] = {0x80};
        const Result<Transaction> transaction = decode_transaction(raw_of(0, items));
        VERIFY_OK(transaction);
        QCOMPARE(transaction->input.length, std::uint64_t{0});
        QVERIFY(transaction->input.offset > 0 && transaction->input.offset < transaction->raw.size());
    }

    /// EIP-155: v = 35 + 2 * chain id + parity; 27 and 28 before it.
    void legacy_chain_ids() {
        const auto with_v = [](const Bytes& v) { return decode_transaction(with_item(0, 3, rlp_string(v))); };
        QVERIFY(!with_v({27})->chain_id && !with_v({28})->chain_id);
        QVERIFY(with_v({37})->chain_id == std::optional<std::uint64_t>(1));
        QVERIFY(with_v({38})->chain_id == std::optional<std::uint64_t>(1));
        QVERIFY(with_v({0xf4, 0xf5})->chain_id == std::optional<std::uint64_t>((0xf4f5 - 35) / 2));
        for (const std::uint8_t v : Bytes{1, 26, 29, 34}) {
            REJECTS(with_v({v}), chain::rules::transaction_signature);
        }
        REJECTS(with_v({}), chain::rules::transaction_signature);
    }

    void signature_ranges() {
        const Bytes order = unhex("0x" + std::string(curve_order));
        Bytes below = order;
        --below.back();
        for (int type = 0; type <= 4; ++type) {
            for (const int from_end : {1, 2}) { // s, r
                VERIFY_OK(decode_transaction(with_item(type, from_end, rlp_string(below))));
                REJECTS(decode_transaction(with_item(type, from_end, rlp_string(order))),
                        chain::rules::transaction_signature);
                REJECTS(decode_transaction(with_item(type, from_end, {0x80})),
                        chain::rules::transaction_signature);
                REJECTS(decode_transaction(with_item(type, from_end, rlp_string(Bytes(33, 1)))),
                        codec::rules::rlp_width);
            }
            if (type > 0) {
                VERIFY_OK(decode_transaction(with_item(type, 3, {0x80})));
                REJECTS(decode_transaction(with_item(type, 3, {0x02})), chain::rules::transaction_signature);
            }
        }
    }

    void refuses_types_and_counts() {
        Bytes raw = raw_of(2, items_of_type(2));
        for (const int type : {0, 5, 0x7e, 0x80, 0xbf}) {
            raw[0] = static_cast<std::uint8_t>(type);
            REJECTS(decode_transaction(raw), chain::rules::transaction_type);
        }
        REJECTS(decode_transaction({}), codec::rules::rlp_truncated);
        for (int type = 0; type <= 4; ++type) {
            std::vector<Bytes> items = items_of_type(type);
            items.push_back({0x80});
            REJECTS(decode_transaction(raw_of(type, items)), codec::rules::rlp_count);
            items.resize(items.size() - 2);
            REJECTS(decode_transaction(raw_of(type, items)), codec::rules::rlp_count);
            Bytes longer = raw_of(type, items_of_type(type));
            longer.push_back(0);
            REJECTS(decode_transaction(longer), codec::rules::rlp_trailing);
        }
    }

    void refuses_nested_forms() {
        const auto with_access = [](const Bytes& list) { return decode_transaction(with_item(1, 4, list)); };
        const Bytes to = rlp_string(Bytes(20, 1));
        VERIFY_OK(with_access(empty_list));
        REJECTS(with_access({0x80}), codec::rules::rlp_type);
        REJECTS(with_access(list_of({to})), codec::rules::rlp_type);
        REJECTS(with_access(list_of({list_of({to})})), codec::rules::rlp_count);
        REJECTS(with_access(list_of({list_of({to, list_of({to})})})), codec::rules::rlp_width);
        REJECTS(with_access(list_of({list_of({to, empty_list, empty_list})})), codec::rules::rlp_count);
        const auto place = with_access(list_of({list_of({to, empty_list}), list_of({{0x01}, empty_list})}));
        QCOMPARE(QString::fromStdString(place.error().place), QString("accessList[1].address"));

        const auto with_authorization = [&](const std::vector<Bytes>& items) {
            return decode_transaction(with_item(4, 4, list_of({list_of(items)})));
        };
        VERIFY_OK(
            with_authorization({{0x80}, to, {0x80}, {0x80}, {0x80}, {0x80}})); // of no effect, yet valid
        REJECTS(with_authorization({{0x80}, to, {0x80}, {0x80}, {0x80}}), codec::rules::rlp_count);
        REJECTS(with_authorization({{0x80}, {0x80}, {0x80}, {0x80}, {0x80}, {0x80}}),
                codec::rules::rlp_width);
        REJECTS(with_authorization({{0x80}, to, {0x80}, rlp_string({1, 0}), {0x80}, {0x80}}),
                chain::rules::transaction_signature);
        REJECTS(decode_transaction(with_item(3, 4, list_of({to}))), codec::rules::rlp_width);
    }

    void every_bit_flip_is_refused_or_differs() {
        for (int type = 0; type <= 4; ++type) {
            const Bytes raw = raw_of(type, items_of_type(type));
            for (std::size_t bit = 0; bit < raw.size() * 8; ++bit) {
                Bytes mutated = raw;
                mutated[bit / 8] = static_cast<std::uint8_t>(mutated[bit / 8] ^ 1U << bit % 8);
                const Result<Transaction> transaction = decode_transaction(mutated);
                QVERIFY(!transaction || transaction->raw == mutated);
                QVERIFY(!decode_transaction(ByteView(raw).first(bit / 8)));
            }
        }
    }

    /// Each run's raw transactions are what its nodes stored; hashes are the nodes' own.
    void recorded_transactions_are_re_encoded() {
        std::size_t count = 0;
        for (const std::string& file : eez_files()) {
            REQUIRE_FIXTURE(root, read_json, file);
            for (const auto& block : (*root)["blocks"]) {
                const auto& objects = block["block"]["transactions"];
                for (std::size_t index = 0; index < objects.size(); ++index) {
                    const auto& raw = block["rawTransactions"][index];
                    if (raw.is_null()) {
                        REJECTS(transaction_from_rpc(objects[index], "t"), codec::rules::json_value);
                        continue;
                    }
                    const Result<Transaction> transaction = transaction_from_rpc(objects[index], "t");
                    VERIFY_OK(transaction);
                    QCOMPARE(to_hex(transaction->raw), raw.get<std::string>());
                    QCOMPARE(transaction->hash.hex(), objects[index]["hash"].get<std::string>());
                    QCOMPARE(to_hex(transaction->input_bytes()), objects[index]["input"].get<std::string>());
                    ++count;
                }
            }
        }
        QCOMPARE(count, std::size_t{32});
    }

    /// A Goerli transaction with the hash that its endpoint gave (a16z/helios).
    void goerli_transaction() {
        REQUIRE_FIXTURE(object, read_json, std::string("mainnet-rpc/transaction.json"));
        VERIFY_OK(transaction_from_rpc(*object, "t"));
    }

    /// All 769 transactions of mainnet block 24784163, types 0, 2, 3 and 4, up to its transactionsRoot.
    void mainnet_block_of_objects() {
        REQUIRE_FIXTURE(block, read_json, std::string("light-client/block_0x17a2d23.json"));
        std::vector<Bytes> raw;
        std::map<int, int> types;
        for (const auto& object : (*block)["transactions"]) {
            const Result<Transaction> transaction = transaction_from_rpc(object, "t");
            VERIFY_OK(transaction);
            raw.push_back(transaction->raw);
            ++types[transaction->type];
        }
        QVERIFY(types == (std::map<int, int>{{0, 60}, {2, 705}, {3, 1}, {4, 3}}));
        QCOMPARE(ordered_trie_root(raw).hex(), (*block)["transactionsRoot"].get<std::string>());
    }

    void rpc_objects_are_refused() {
        REQUIRE_FIXTURE(block, read_json, std::string("light-client/block_0x17a2d23.json"));
        const codec::Json& object = (*block)["transactions"][0];
        QCOMPARE(object["type"].get<std::string>(), std::string("0x2"));
        const auto with = [&](const char* key, const codec::Json& value) {
            codec::Json copy = object;
            copy[key] = value;
            return transaction_from_rpc(copy, "t");
        };
        REJECTS(with("hash", "0x" + std::string(64, '0')), chain::rules::rpc_hash);
        REJECTS(with("nonce", "0x6c0fd"), chain::rules::rpc_hash);
        REJECTS(with("type", "0x5"), chain::rules::transaction_type);
        REJECTS(with("type", "0x7e"), chain::rules::transaction_type);
        REJECTS(with("nonce", 5), codec::rules::json_type);
        REJECTS(with("nonce", "0x0123"), codec::rules::json_value);
        REJECTS(with("gas", "0x10000000000000000"), codec::rules::json_value);
        REJECTS(with("input", "0x1"), codec::rules::json_value);
        REJECTS(with("accessList", nullptr), codec::rules::json_type);
        REJECTS(with("accessList", {{{"address", "0x00"}}}), codec::rules::json_value);
        REJECTS(with("yParity", "0x2"), chain::rules::transaction_signature);
        REJECTS(with("r", "0x0"), chain::rules::transaction_signature);
        codec::Json no_fee = object;
        no_fee.erase("maxFeePerGas");
        REJECTS(transaction_from_rpc(no_fee, "t"), codec::rules::json_missing);
        REJECTS(transaction_from_rpc("0x12", "t"), codec::rules::json_type);
        codec::Json only_v = object; // older nodes
        only_v.erase("yParity");
        VERIFY_OK(transaction_from_rpc(only_v, "t"));
    }
};

QTEST_GUILESS_MAIN(TestTransactions)
#include "test_transactions.moc"
