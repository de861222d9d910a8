#include "chain_fixtures.h"
#include "core/chain/rpc_answers.h"

using namespace anchorscope;
using namespace anchorscope::chain;
using namespace chain_fixtures;
using Pointer = codec::Json::json_pointer;

namespace {

/// A block of two transactions, both with logs: {"block": …, "receipts": […]}.
std::optional<codec::Json> real_answer() {
    const std::optional<codec::Json> file = read_json("eez/reentrant/l2/chain.json");
    return file ? std::optional((*file)["blocks"][2]) : std::nullopt;
}

Result<BlockEvidence> evidence_of(const codec::Json& answer) {
    return block_from_rpc(answer["block"], answer["receipts"], {SourceKind::endpoint, "host"});
}

codec::Json with(codec::Json answer, const char* pointer, const codec::Json& value) {
    answer[Pointer(pointer)] = value;
    return answer;
}

const std::string other_hash = "0x" + std::string(64, '7');

} // namespace

class TestRpcAnswers : public QObject {
    Q_OBJECT

private slots:
    void a_real_answer_has_no_contradictions() {
        const auto answer = real_answer();
        if (!answer) {
            QSKIP("fixture absent: eez/reentrant");
        }
        const Result<BlockEvidence> block = evidence_of(*answer);
        VERIFY_OK(block);
        QVERIFY(block->contradictions.empty());
        QVERIFY(block->receipts_proven && block->transactions_proven);
        QCOMPARE(block->receipts.size(), std::size_t{2});
        QVERIFY(!block->receipts[0].logs.empty() && !block->receipts[1].logs.empty());
    }

    void contradictions_data() {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value"); // JSON
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char* pointer, const std::string& value, std::string_view rule,
                            const char* place) {
            QTest::newRow(place) << QByteArray(pointer) << QByteArray::fromStdString(value)
                                 << QByteArray(rule.data(), static_cast<qsizetype>(rule.size()))
                                 << QByteArray(place);
        };
        const std::string quoted = '"' + other_hash + '"';
        row("/block/hash", quoted, chain::rules::rpc_hash, "block.hash");
        row("/block/transactions/1/hash", quoted, chain::rules::rpc_hash, "block.transactions[1].hash");
        row("/receipts/0/blockHash", quoted, chain::rules::rpc_receipt_block, "receipts[0].blockHash");
        row("/receipts/1/blockNumber", "\"0x6\"", chain::rules::rpc_receipt_block, "receipts[1].blockNumber");
        row("/receipts/1/transactionIndex", "\"0x0\"", chain::rules::rpc_receipt_block,
            "receipts[1].transactionIndex");
        row("/receipts/1/transactionHash", quoted, chain::rules::rpc_receipt_block,
            "receipts[1].transactionHash");
        row("/receipts/1/logs/0/blockHash", quoted, chain::rules::rpc_receipt_block,
            "receipts[1].logs[0].blockHash");
        row("/receipts/1/logs/0/blockNumber", "5", chain::rules::rpc_receipt_block,
            "receipts[1].logs[0].blockNumber");
        row("/receipts/1/logs/0/transactionHash", quoted, chain::rules::rpc_receipt_block,
            "receipts[1].logs[0].transactionHash");
        row("/receipts/1/logs/0/transactionIndex", "\"0x01\"", chain::rules::rpc_receipt_block,
            "receipts[1].logs[0].transactionIndex");
        row("/receipts/1/logs/0/logIndex", "\"0x0\"", chain::rules::rpc_log_index,
            "receipts[1].logs[0].logIndex");
        row("/receipts/0/gasUsed", "\"0x1\"", chain::rules::rpc_gas, "receipts[0].gasUsed");
        row("/receipts/1/gasUsed", "{}", chain::rules::rpc_gas, "receipts[1].gasUsed");
        row("/receipts/0/logs/0/removed", "true", chain::rules::rpc_removed, "receipts[0].logs[0].removed");
        row("/receipts/0/logsBloom", "\"0x" + std::string(512, '0') + '"', chain::rules::rpc_bloom,
            "receipts[0].logsBloom");
        row("/receipts/0/logsBloom", "\"0x00\"", chain::rules::rpc_bloom, "receipts[0].logsBloom");
    }

    /// One false claim beside the consensus bytes: exactly that is reported, and the roots still hold.
    void contradictions() {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, place);
        const auto answer = real_answer();
        if (!answer) {
            QSKIP("fixture absent: eez/reentrant");
        }
        const Result<BlockEvidence> block =
            evidence_of(with(*answer, pointer.constData(), codec::Json::parse(value.toStdString())));
        VERIFY_OK(block);
        QCOMPARE(block->contradictions.size(), std::size_t{1});
        const Contradiction& found = block->contradictions.front();
        QCOMPARE(QByteArray(found.rule.data(), static_cast<qsizetype>(found.rule.size())), rule);
        QCOMPARE(QByteArray::fromStdString(found.place), place);
        QVERIFY(!found.computed.empty() && found.claimed != found.computed);
        QVERIFY(block->receipts_proven && block->transactions_proven);
    }

    void claims_that_are_absent_or_null_contradict_nothing() {
        const auto answer = real_answer();
        if (!answer) {
            QSKIP("fixture absent: eez/reentrant");
        }
        codec::Json sparse = with(*answer, "/block/hash", nullptr);
        sparse["receipts"][0].erase("gasUsed");
        sparse["receipts"][0].erase("logsBloom");
        sparse["receipts"][1]["logs"][0].erase("removed");
        sparse["receipts"][1]["logs"][0]["logIndex"] = nullptr;
        const Result<BlockEvidence> block = evidence_of(sparse);
        VERIFY_OK(block);
        QVERIFY(block->contradictions.empty());
    }

    /// A changed consensus field: the root fails, and what was derived from it contradicts.
    void changed_consensus_fields() {
        const auto answer = real_answer();
        if (!answer) {
            QSKIP("fixture absent: eez/reentrant");
        }
        const Result<BlockEvidence> gas = evidence_of(with(*answer, "/receipts/1/cumulativeGasUsed", "0x1"));
        VERIFY_OK(gas);
        QVERIFY(!gas->receipts_proven);
        QCOMPARE(gas->contradictions.size(), std::size_t{1});
        QVERIFY(gas->contradictions[0].rule == chain::rules::rpc_gas);
        QCOMPARE(gas->contradictions[0].place, std::string("receipts[1].cumulativeGasUsed"));

        const Result<BlockEvidence> data = evidence_of(with(*answer, "/receipts/1/logs/0/data", "0x01"));
        VERIFY_OK(data);
        QVERIFY(!data->receipts_proven && data->contradictions.empty());

        const Result<BlockEvidence> topic =
            evidence_of(with(*answer, "/receipts/1/logs/0/topics/0", other_hash));
        VERIFY_OK(topic);
        QVERIFY(!topic->receipts_proven);
        QVERIFY(topic->contradictions.at(0).rule == chain::rules::rpc_bloom);

        const Result<BlockEvidence> nonce = evidence_of(with(*answer, "/block/transactions/1/nonce", "0x77"));
        VERIFY_OK(nonce);
        QVERIFY(!nonce->transactions_proven && nonce->bodies_known);
        QVERIFY(nonce->contradictions.at(0).rule == chain::rules::rpc_hash);

        const Result<BlockEvidence> time = evidence_of(with(*answer, "/block/timestamp", "0x1"));
        VERIFY_OK(time);
        QVERIFY(time->contradictions.at(0).rule ==
                chain::rules::rpc_hash); // then every receipt names another block
    }

    void receipt_counts() {
        const auto answer = real_answer();
        if (!answer) {
            QSKIP("fixture absent: eez/reentrant");
        }
        codec::Json fewer = *answer;
        fewer["receipts"].erase(1);
        codec::Json more = *answer;
        more["receipts"].push_back(more["receipts"][1]);
        for (const codec::Json& wrong : {fewer, more}) {
            const Result<BlockEvidence> block = evidence_of(wrong);
            VERIFY_OK(block);
            QVERIFY(block->contradictions.at(0).rule == chain::rules::rpc_receipt_count);
            QCOMPARE(block->contradictions[0].computed, std::string("2"));
            QVERIFY(!block->receipts_proven && !block->transactions_proven);
        }
    }

    void bodies_that_are_not_known() {
        const auto answer = real_answer();
        if (!answer) {
            QSKIP("fixture absent: eez/reentrant");
        }
        codec::Json hashes = *answer;
        for (auto& object : hashes["block"]["transactions"]) {
            object = object["hash"];
        }
        for (const codec::Json& sparse : {hashes, with(*answer, "/block/transactions/0/type", "0x7e"),
                                          with(*answer, "/block/transactions/0/r", "0x0")}) {
            const Result<BlockEvidence> block = evidence_of(sparse);
            VERIFY_OK(block);
            QVERIFY(!block->bodies_known && block->transactions.empty() && !block->transactions_proven);
            QVERIFY(block->receipts_proven && block->contradictions.empty());
        }
        // The listed hash is compared even where the body is not known
        const Result<BlockEvidence> other =
            evidence_of(with(hashes, "/receipts/1/transactionHash", other_hash));
        QVERIFY(other->contradictions.at(0).rule == chain::rules::rpc_receipt_block);
    }

    void what_cannot_be_encoded_is_an_error() {
        const auto answer = real_answer();
        if (!answer) {
            QSKIP("fixture absent: eez/reentrant");
        }
        const auto changed = [&](const char* pointer, const codec::Json& value) {
            return evidence_of(with(*answer, pointer, value));
        };
        REJECTS(changed("/block", nullptr), chain::rules::rpc_null);
        REJECTS(changed("/receipts", nullptr), chain::rules::rpc_null);
        REJECTS(changed("/block", "0x"), chain::rules::rpc_shape);
        REJECTS(changed("/receipts", codec::Json::object()), chain::rules::rpc_shape);
        REJECTS(changed("/block/transactions", "0x"), codec::rules::json_type);
        REJECTS(changed("/block/transactions/0/nonce", "zero"), codec::rules::json_value);
        REJECTS(changed("/block/stateRoot", "0x00"), codec::rules::json_value);
        REJECTS(changed("/receipts/0", nullptr), codec::rules::json_type);
        REJECTS(changed("/receipts/0/type", "0x5"), chain::rules::receipt_type);
        REJECTS(changed("/receipts/0/status", "0x2"), chain::rules::receipt_status);
        REJECTS(changed("/receipts/0/status", nullptr), codec::rules::json_type);
        REJECTS(changed("/receipts/0/logs", nullptr), codec::rules::json_type);
        REJECTS(changed("/receipts/0/logs/0/topics", codec::Json(std::vector<std::string>(5, other_hash))),
                chain::rules::receipt_topics);
        REJECTS(changed("/receipts/0/logs/0/topics/0", "0x12"), rules_of_a_short_hash());
        REJECTS(changed("/receipts/0/logs/0/topics/0", 5), codec::rules::json_type);
        REJECTS(changed("/receipts/0/logs/0/data", "0x123"), codec::rules::json_value);
        const Result<BlockEvidence> topic = changed("/receipts/1/logs/0/address", "0x12");
        QCOMPARE(topic.error().place, std::string("receipts[1].logs[0].address"));
    }

    void results() {
        const Result<codec::Json> number = rpc_result(R"({"jsonrpc":"2.0","id":7,"result":"0x1"})", 7);
        VERIFY_OK(number);
        QVERIFY(*number == "0x1");
        QVERIFY(rpc_result(R"({"result":null,"id":7,"jsonrpc":"2.0"})", 7)->is_null());
        for (const char* answer : {
                 R"({"jsonrpc":"2.0","id":8,"result":1})",
                 R"({"jsonrpc":"2.0","id":"7","result":1})",
                 R"({"jsonrpc":"2.0","id":null,"result":1})",
                 R"({"jsonrpc":"2.0","id":-7,"result":1})",
                 R"({"jsonrpc":"2.0","result":1})",
                 R"({"jsonrpc":"1.0","id":7,"result":1})",
                 R"({"id":7,"result":1})",
                 R"({"jsonrpc":"2.0","id":7})",
                 R"({"jsonrpc":"2.0","id":7,"result":1,"error":{"code":1,"message":"m"}})",
                 R"([{"jsonrpc":"2.0","id":7,"result":1}])",
                 R"("0x1")",
             }) {
            REJECTS(rpc_result(answer, 7), chain::rules::rpc_shape);
        }
        REJECTS(rpc_result("<html>", 7), codec::rules::json_syntax);
        REJECTS(rpc_result(R"({"jsonrpc":"2.0","id":7,"result":1,"result":2})", 7),
                codec::rules::json_duplicate);
        REJECTS(rpc_result(R"({"jsonrpc":"2.0","id":7,"result":"0x1"})", 7, {10, 64}),
                codec::rules::json_size);
    }

    void errors_of_endpoints() {
        const auto error =
            rpc_result(R"({"jsonrpc":"2.0","id":7,"error":{"code":-32005,"message":"range"}})", 7);
        QVERIFY(!error && error.error().rule == chain::rules::rpc_error);
        QCOMPARE(error.error().text, std::string("-32005: range"));
        REJECTS(rpc_result(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"parse"}})", 7),
                chain::rules::rpc_error);
        REJECTS(rpc_result(R"({"jsonrpc":"2.0","id":8,"error":{"code":-32700,"message":"parse"}})", 7),
                chain::rules::rpc_shape);
        REJECTS(rpc_result(R"({"jsonrpc":"2.0","id":7,"error":"quota"})", 7), chain::rules::rpc_error);
        std::string message;
        for (int count = 0; count < 400; ++count) {
            message += "\xc3\xa4";
        }
        const auto cut =
            rpc_result(R"({"jsonrpc":"2.0","id":7,"error":{"code":1,"message":")" + message + R"("}})", 7);
        QVERIFY(cut.error().text.size() <= 300);
        QVERIFY(cut.error().text.ends_with("\xc3\xa4"));
    }

    void receipt_locations() {
        REQUIRE_FIXTURE(receipt, read_json, std::string("mainnet-rpc/receipt.json"));
        const Result<ReceiptLocation> location = receipt_location_from_rpc(*receipt);
        VERIFY_OK(location);
        QCOMPARE(location->block_number, std::uint64_t{21925176});
        QCOMPARE(location->block_hash.hex(), (*receipt)["blockHash"].get<std::string>());
        QCOMPARE(location->transaction_hash.hex(), (*receipt)["transactionHash"].get<std::string>());
        REJECTS(receipt_location_from_rpc(nullptr), chain::rules::rpc_null);
        REJECTS(receipt_location_from_rpc("0x"), codec::rules::json_type);
        codec::Json pending = *receipt;
        pending["blockHash"] = nullptr;
        REJECTS(receipt_location_from_rpc(pending), codec::rules::json_type);
    }

private:
    static std::string_view rules_of_a_short_hash() { return anchorscope::rules::hex_length; }
};

QTEST_GUILESS_MAIN(TestRpcAnswers)
#include "test_rpc_answers.moc"
