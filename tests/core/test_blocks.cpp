#include "chain_fixtures.h"
#include "core/chain/block_raw.h"
#include "core/chain/evidence_file.h"
#include "core/chain/rpc_answers.h"
#include <botan/hash.h>
#include <numeric>

using namespace anchorscope;
using namespace anchorscope::chain;
using namespace chain_fixtures;

namespace {

/// Evidence from consensus bytes: header; body = [transactions, ommers, withdrawals?]; eth/69 receipts.
Result<BlockEvidence> block_from_bytes(const std::map<std::string, Bytes>& parts) {
    BlockEvidence block;
    Result<Header> header = decode_header(parts.at("header"));
    if (!header) {
        return tl::unexpected(header.error());
    }
    block.header = *header;
    const std::vector<Bytes> body = items_of(parts.at("body"));
    for (const Bytes& item : items_of(body.at(0))) {
        const codec::RlpItem element = codec::rlp_single(item).value(); // typed transactions lie in strings
        const Result<Transaction> transaction =
            decode_transaction(element.is_list ? element.whole : element.payload);
        if (!transaction) {
            return tl::unexpected(transaction.error());
        }
        block.transactions.push_back(*transaction);
    }
    for (const Bytes& item : items_of(parts.at("receipts"))) {
        const Result<Receipt> receipt = decode_receipt_eth69(item);
        if (!receipt) {
            return tl::unexpected(receipt.error());
        }
        block.receipts.push_back(*receipt);
    }
    block.bodies_known = true;
    block.seal();
    return block;
}

/// What a node hands out of a block.
struct RawAnswers {
    codec::Json header, transactions = codec::Json::array(), receipts = codec::Json::array(), block;

    explicit RawAnswers(const std::map<std::string, Bytes>& parts) {
        const BlockEvidence evidence = block_from_bytes(parts).value();
        header = to_hex(evidence.header.rlp);
        for (std::size_t index = 0; index < evidence.receipts.size(); ++index) {
            transactions.push_back(to_hex(evidence.transactions[index].raw));
            receipts.push_back(to_hex(encode_receipt(evidence.receipts[index])));
        }
        std::vector<Bytes> items = items_of(parts.at("body"));
        items.insert(items.begin(), parts.at("header"));
        block = to_hex(list_of(items));
    }
    [[nodiscard]] Result<BlockEvidence> read() const {
        return block_from_raw(header, transactions, receipts, {SourceKind::endpoint, "host"});
    }
    [[nodiscard]] Result<BlockEvidence> read_block() const {
        return block_from_raw_block(block, receipts, {SourceKind::endpoint, "host"});
    }
};

} // namespace

class TestBlocks : public QObject {
    Q_OBJECT

private slots:
    void mainnet_blocks_data() {
        QTest::addColumn<quint64>("number");
        QTest::addColumn<int>("fields");
        QTest::addColumn<QList<int>>("types"); // number of transactions of types 0 to 4
        QTest::addColumn<QByteArray>("block_hash");
        // Hash: content key of the portal network's history tests for this block (ethereum/hive)
        QTest::newRow("London") << quint64{14764013} << 16 << QList<int>{3, 0, 16, 0, 0}
                                << QByteArray(
                                       "0x720704f3aa11c53cf344ea069db95cecb81ad7453c8f276b2a1062979611f09c");
        // Hash: beacon_block_proof-17062257.yaml (ethereum/portal-spec-tests), proven there against the
        // beacon chain
        QTest::newRow("Shanghai")
            << quint64{17062257} << 17 << QList<int>{19, 0, 189, 0, 0}
            << QByteArray("0x059771c1aa04d33c99edffbb19044a6189721f339775e46bcb1b1c60edbfe79b");
        // Hashes of the first Cancun and the first Prague block: history pruning points of go-ethereum
        QTest::newRow("Cancun") << quint64{19426587} << 20 << QList<int>{10, 0, 27, 0, 0}
                                << QByteArray(
                                       "0xf8e2f40d98fe5862bc947c8c83d34799c50fb344d7445d020a8a946d891b62ee");
        QTest::newRow("Prague") << quint64{22431084} << 21 << QList<int>{10, 0, 83, 2, 0}
                                << QByteArray(
                                       "0x50c8cab760b2948349c590461b166773c45d8f4858cccf5a43025ab2960152e8");
        // No published copy of this hash at hand: compared with Botan's Keccak alone
        QTest::newRow("all types") << quint64{22869878} << 21 << QList<int>{56, 4, 237, 2, 2} << QByteArray();
    }

    void mainnet_blocks() {
        QFETCH(quint64, number);
        QFETCH(int, fields);
        QFETCH(QList<int>, types);
        QFETCH(QByteArray, block_hash);
        REQUIRE_FIXTURE(text, read_text, "mainnet-blocks/block-" + std::to_string(number) + ".yaml");
        const std::map<std::string, Bytes> parts = read_hex_lines(*text);
        const Result<BlockEvidence> block = block_from_bytes(parts);
        VERIFY_OK(block);
        QCOMPARE(quint64{block->header.number}, number);
        QCOMPARE(block->header.fields.size(), static_cast<std::size_t>(fields));
        QCOMPARE(block->receipts_root.hex(), block->header.receipts_root.hex());
        QCOMPARE(block->transactions_root.hex(), block->header.transactions_root.hex());
        QVERIFY(block->receipts_proven && block->transactions_proven);
        QList<int> seen(5, 0);
        for (const Transaction& transaction : block->transactions) {
            ++seen[transaction.type];
        }
        QCOMPARE(seen, types);
        const auto botan =
            Botan::HashFunction::create_or_throw("Keccak-1600(256)")->process(parts.at("header"));
        QVERIFY(equal(block->header.hash.bytes, ByteView(botan.data(), botan.size())));
        if (!block_hash.isEmpty()) {
            QCOMPARE(QByteArray::fromStdString(block->header.hash.hex()), block_hash);
        }
    }

    void raw_answers() {
        for (const char* number : {"14764013", "17062257", "19426587", "22431084", "22869878"}) {
            const auto text = read_text(std::string("mainnet-blocks/block-") + number + ".yaml");
            if (!text) {
                continue;
            }
            const RawAnswers raw(read_hex_lines(*text));
            for (const auto& block : {raw.read(), raw.read_block()}) {
                VERIFY_OK(block);
                QVERIFY(block->receipts_proven && block->transactions_proven && block->whole());
                QCOMPARE(std::to_string(block->header.number), std::string(number));
                QVERIFY(block->source == (Source{SourceKind::endpoint, "host"}));
            }
        }
        REQUIRE_FIXTURE(text, read_text, std::string("mainnet-blocks/block-14764013.yaml"));
        const RawAnswers sound(read_hex_lines(*text));
        const auto refused = [&sound](auto change) {
            RawAnswers raw = sound;
            change(raw);
            const auto read = raw.read();
            return read ? std::string() : std::string(read.error().rule);
        };
        QCOMPARE(refused([](RawAnswers&) {}), std::string());
        QCOMPARE(refused([](RawAnswers& raw) { raw.receipts.erase(3); }),
                 std::string(chain::rules::block_unproven));
        QCOMPARE(refused([](RawAnswers& raw) { std::swap(raw.receipts[0], raw.receipts[1]); }),
                 std::string(chain::rules::block_unproven));
        QCOMPARE(refused([](RawAnswers& raw) { std::swap(raw.transactions[0], raw.transactions[1]); }),
                 std::string(chain::rules::block_unproven));
        QCOMPARE(refused([](RawAnswers& raw) { raw.transactions = codec::Json::array(); }),
                 std::string(chain::rules::block_unproven));
        QCOMPARE(refused([](RawAnswers& raw) { raw.header = nullptr; }), std::string(chain::rules::rpc_null));
        QCOMPARE(refused([](RawAnswers& raw) { raw.receipts = nullptr; }),
                 std::string(chain::rules::rpc_null));
        QCOMPARE(refused([](RawAnswers& raw) { raw.transactions[0] = nullptr; }),
                 std::string(chain::rules::rpc_null));
        QCOMPARE(refused([](RawAnswers& raw) { raw.header = 5; }), std::string(chain::rules::rpc_shape));
        QCOMPARE(refused([](RawAnswers& raw) { raw.receipts = "0x"; }), std::string(chain::rules::rpc_shape));
        QCOMPARE(refused([](RawAnswers& raw) { raw.receipts[0] = "0x05c0"; }),
                 std::string(chain::rules::receipt_type));
        QCOMPARE(refused([](RawAnswers& raw) { raw.header = raw.header.get<std::string>() + "00"; }),
                 std::string(codec::rules::rlp_trailing));
    }

    /// rlp([header, transactions, ommers, withdrawals?]), not quite.
    void raw_blocks_that_are_none() {
        REQUIRE_FIXTURE(text, read_text, std::string("mainnet-blocks/block-14764013.yaml"));
        const auto parts = read_hex_lines(*text);
        const RawAnswers sound(parts);
        const auto refused = [&sound](const Bytes& block) {
            RawAnswers raw = sound;
            raw.block = to_hex(block);
            const auto read = raw.read_block();
            return read ? std::string() : std::string(read.error().rule);
        };
        std::vector<Bytes> items = items_of(parts.at("body"));
        items.insert(items.begin(), parts.at("header"));
        QCOMPARE(refused(list_of(items)), std::string());
        QCOMPARE(refused(list_of({items[0], items[1]})), std::string(codec::rules::rlp_count));
        QCOMPARE(refused(list_of({items[0], items[1], items[2], items[2], items[2]})),
                 std::string(codec::rules::rlp_count));
        QCOMPARE(refused(items[0]), std::string(codec::rules::rlp_type));
        QCOMPARE(refused(Bytes{}), std::string(codec::rules::rlp_truncated));
        Bytes more = list_of(items);
        more.push_back(0);
        QCOMPARE(refused(more), std::string(codec::rules::rlp_trailing));
        // A typed transaction as a list of its own, a legacy one inside a string
        std::vector<Bytes> bodies = items_of(items[1]);
        for (Bytes& body : bodies) {
            codec::RlpWriter writer;
            const codec::RlpItem item = codec::rlp_single(body).value();
            if (item.is_list) {
                writer.bytes(item.whole);
                body = writer.take();
                break;
            }
        }
        QCOMPARE(refused(list_of({items[0], list_of(bodies), items[2]})),
                 std::string(chain::rules::transaction_type));
    }

    /// Receipts of mainnet block 21925176, each behind its own path, under the header's root.
    void parts_of_a_recorded_mainnet_block() {
        REQUIRE_FIXTURE(object, read_json, std::string("mainnet-rpc/block.json"));
        REQUIRE_FIXTURE(receipts, read_json, std::string("mainnet-rpc/receipts.json"));
        const BlockEvidence block =
            block_from_rpc(*object, *receipts, {SourceKind::endpoint, "host"}).value();
        for (std::size_t position = 0; position < block.receipts.size(); position += 7) {
            const Result<BlockEvidence> part = partial_of(block, {&position, 1});
            VERIFY_OK(part);
            QVERIFY(part->receipts_proven && !part->bodies_known && part->receipt_nodes.size() <= 6);
            QVERIFY(part->first_log_index(0).has_value() == (position == 0));
        }
        std::vector<std::size_t> all(block.receipts.size());
        std::iota(all.begin(), all.end(), 0);
        const Result<BlockEvidence> every = partial_of(block, all);
        VERIFY_OK(every);
        QVERIFY(every->receipts_proven && every->first_log_index(201) == block.first_log_index(201));
        for (std::size_t index = 0; index < all.size(); ++index) { // gasUsed as the endpoint told it
            const U256 claimed =
                U256::parse_quantity((*receipts)[index]["gasUsed"].get<std::string>()).value();
            QVERIFY(claimed == U256{every->gas_used(index).value()});
        }
    }

    void a_changed_receipt_is_not_proven() {
        REQUIRE_FIXTURE(text, read_text, std::string("mainnet-blocks/block-14764013.yaml"));
        BlockEvidence block = block_from_bytes(read_hex_lines(*text)).value();
        ++block.receipts.back().cumulative_gas_used;
        block.seal();
        QVERIFY(!block.receipts_proven && block.transactions_proven);
        --block.receipts.back().cumulative_gas_used;
        std::swap(block.transactions[0], block.transactions[1]);
        block.seal();
        QVERIFY(block.receipts_proven && !block.transactions_proven);
    }

    /// Whoever finds a transaction may use its position among the receipts: never proven where counts differ.
    void as_many_receipts_as_transactions() {
        REQUIRE_FIXTURE(text, read_text, std::string("mainnet-blocks/block-14764013.yaml"));
        BlockEvidence block = block_from_bytes(read_hex_lines(*text)).value();
        const Hash32 last = block.transactions.back().hash;
        QVERIFY(block.find_transaction(last) == std::optional<std::size_t>(18));
        block.receipts.pop_back();
        block.seal();
        block.header.receipts_root = block.receipts_root; // a forger's header agrees with itself
        block.seal();
        QVERIFY(block.receipts_proven && !block.transactions_proven);
        QVERIFY(!block.find_transaction(last));
    }

    /// Positions of logs against the logIndex of mainnet block 21925176 (a16z/helios), whose bodies are
    /// hashes only.
    void recorded_mainnet_answer() {
        REQUIRE_FIXTURE(object, read_json, std::string("mainnet-rpc/block.json"));
        REQUIRE_FIXTURE(receipts, read_json, std::string("mainnet-rpc/receipts.json"));
        const Result<BlockEvidence> block =
            block_from_rpc(*object, *receipts, {SourceKind::endpoint, "host"});
        VERIFY_OK(block);
        QVERIFY(block->contradictions.empty());
        QCOMPARE(block->header.hash.hex(), (*object)["hash"].get<std::string>());
        QCOMPARE(block->receipts_root.hex(), (*object)["receiptsRoot"].get<std::string>());
        QVERIFY(block->receipts_proven && !block->bodies_known && !block->transactions_proven);
        QVERIFY(block->source == (Source{SourceKind::endpoint, "host"}));
        std::size_t with_logs = 0;
        for (std::size_t index = 0; index < block->receipts.size(); ++index) {
            const auto& logs = (*receipts)[index]["logs"];
            if (!logs.empty()) {
                const U256 claimed = U256::parse_quantity(logs[0]["logIndex"].get<std::string>()).value();
                QVERIFY(claimed == U256{block->first_log_index(index).value()});
                ++with_logs;
            }
        }
        QVERIFY(with_logs > 100);
        QCOMPARE(block->first_log_index(9999), block->first_log_index(202));
    }

    /// Hashes and roots are those of the two local chains on which the runs were recorded.
    void recorded_runs() {
        std::size_t blocks = 0, without_bodies = 0;
        for (const std::string& name : eez_files()) {
            REQUIRE_FIXTURE(text, read_text, name);
            const codec::Json root = codec::Json::parse(*text);
            const Result<EvidenceFile> file = read_evidence(*text, name);
            VERIFY_OK(file);
            QCOMPARE(file->chain_id, std::uint64_t{31337});
            QVERIFY(file->manager == Address::parse(root["manager"].get<std::string>()).value());
            QCOMPARE(file->blocks.size(), root["blocks"].size());
            for (std::size_t index = 0; index < file->blocks.size(); ++index, ++blocks) {
                const BlockEvidence& block = file->blocks[index];
                const auto& object = root["blocks"][index];
                QVERIFY2(block.contradictions.empty(), name.c_str());
                QVERIFY(block.source == (Source{SourceKind::file, name}));
                QCOMPARE(block.header.hash.hex(), object["block"]["hash"].get<std::string>());
                QVERIFY2(block.receipts_proven, name.c_str());
                const auto& raw = object["rawTransactions"];
                const bool complete =
                    std::ranges::none_of(raw, [](const auto& each) { return each.is_null(); });
                QCOMPARE(block.bodies_known, complete);
                QCOMPARE(block.transactions_proven, complete);
                without_bodies += complete ? 0 : 1;
            }
        }
        QCOMPARE(blocks, std::size_t{28});
        QCOMPARE(without_bodies, std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestBlocks)
#include "test_blocks.moc"
