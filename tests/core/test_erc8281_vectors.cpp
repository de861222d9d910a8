// The conformance vectors of ERC-8281 (ethereum/ERCs, pull request 1788, CC0): each is run under policy
// `event`, and a rejection must be for the reason that the vector gives.
#include "core/verify/lone_receipt.h"
#include "tests/core/ladder_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using codec::Json;
using verify::Policy;

class TestErc8281Vectors : public QObject {
    Q_OBJECT

    /// Our rule for the vectors' `reject_reason`.
    static QByteArray rule_for(const std::string& reason) {
        const std::map<std::string, QByteArray> rules{{"digest_mismatch", "digest.mismatch"},
                                                      {"onchain_digest_mismatch", "event.digest_mismatch"},
                                                      {"committer_mismatch", "event.committer_mismatch"},
                                                      {"block_number_mismatch", "event.block_number"},
                                                      {"hash_function_not_allowed", "envelope.hash_function"},
                                                      {"receipt_reverted", "event.reverted"},
                                                      {"log_position_out_of_range", "event.log_position"},
                                                      {"contract_mismatch", "event.contract_mismatch"},
                                                      {"block_hash_mismatch", "event.block_hash"},
                                                      {"eip55_checksum_invalid", "envelope.address"},
                                                      {"chain_id_mismatch", "event.chain_id"},
                                                      {"topic_count_invalid", "event.topic_count"}};
        const auto found = rules.find(reason);
        return found == rules.end() ? QByteArray("unknown reason ") + shown(reason) : found->second;
    }

    static Case case_of(const Json& vector) {
        Case out;
        const Bytes observation = bytes(vector["observation_hex"].get<std::string>());
        out.request.source =
            std::make_shared<table::TableSource>(table::load_source("observation", observation).value());
        out.request.envelope = anchor::read_envelope(vector["envelope"].dump()).value();
        out.request.policy = Policy::event;
        const Json& fixtures = vector["fixtures"];
        const auto chain_id =
            U256::parse_quantity(fixtures["eth_chainId"].get<std::string>()).value().to_u64();
        out.evidence.lone_receipts.push_back(
            verify::lone_receipt_from_rpc(fixtures["receipt"], *out.request.envelope->tx_hash,
                                          {chain::SourceKind::endpoint, "fixture"}, chain_id)
                .value());
        return out;
    }

    /// The rule of the only failed rung, "" if none failed.
    static QByteArray failure(const Report& report) {
        QByteArray out;
        for (const verify::Rung& each : report.rungs) {
            if (each.state == RungState::failed) {
                out += (out.isEmpty() ? "" : " ") + shown(each.rule);
            }
        }
        return out;
    }

private slots:
    void vectors_data() {
        QTest::addColumn<QByteArray>("vector");
        const auto text = recorded("erc-8281/test-vectors.json");
        if (!text) {
            QSKIP("not there: erc-8281/test-vectors.json (set ANCHORSCOPE_FIXTURES to the folder of recorded "
                  "data)");
        }
        const Json file = codec::parse_json(*text).value();
        for (const Json& vector : file["vectors"]) {
            QTest::newRow(vector["id"].get<std::string>().c_str()) << shown(vector.dump());
        }
    }

    void vectors() {
        QFETCH(QByteArray, vector);
        const Json json = codec::parse_json(vector.toStdString()).value();
        const std::string expect = json["expect"].get<std::string>();
        if (expect == "constants") {
            check_constants(json["constants"]);
            return;
        }
        const auto envelope = anchor::read_envelope(json["envelope"].dump());
        if (!envelope) {
            QCOMPARE(expect, "reject");
            QCOMPARE(rule_of(envelope), rule_for(json["reject_reason"].get<std::string>()));
            return;
        }
        Case each = case_of(json);
        const Report report = each.report();
        if (expect == "reject") {
            QCOMPARE(verdict(report), "mismatch");
            QCOMPARE(failure(report), rule_for(json["reject_reason"].get<std::string>()));
            return;
        }
        QCOMPARE(expect, "pass");
        QCOMPARE(verdict(report), "verified");
        QCOMPARE(shown(report.headline),
                 "Digest and event match; inclusion not checked, by an unknown contract");
        each.request.policy = Policy::block; // by default a single receipt proves too little
        QCOMPARE(verdict(each.report()), "unproven");
        QCOMPARE(verify::exit_status(each.report()), 4);
    }

    void all_are_there() {
        RECORDED_JSON(file, "erc-8281/test-vectors.json");
        QCOMPARE(file["vectors"].size(), std::size_t{18});
        const auto with_envelope = std::ranges::count_if(
            file["vectors"], [](const Json& vector) { return vector.contains("envelope"); });
        QCOMPARE(with_envelope, 17);
    }

    void receipts_are_read_strictly() {
        RECORDED_JSON(file, "erc-8281/test-vectors.json");
        const Json good = file["vectors"][0]["fixtures"]["receipt"];
        const auto rule = [](const Json& receipt) {
            return rule_of(verify::lone_receipt_from_rpc(receipt, {}, {}, {}));
        };
        QCOMPARE(rule(good), "");
        Json receipt = good;
        receipt.erase("status");
        QCOMPARE(rule(receipt), "receipt.status_missing");
        receipt["root"] = "0x" + std::string(64, '0'); // before Byzantium
        QCOMPARE(rule(receipt), "");
        receipt["status"] = "0x2";
        QCOMPARE(rule(receipt), "receipt.status");
        receipt["status"] = 1;
        QCOMPARE(rule(receipt), "json.type");
        for (const char* field : {"transactionHash", "blockHash", "blockNumber", "logs"}) {
            receipt = good;
            receipt.erase(field);
            QCOMPARE(rule(receipt), "json.missing");
        }
        receipt = good;
        receipt["logs"][0]["transactionHash"] = "0x" + std::string(64, '1');
        QCOMPARE(rule(receipt), "rpc.receipt_block");
        receipt = good;
        receipt["logs"][0]["topics"] = Json::array({"0x12"});
        QCOMPARE(rule(receipt), "json.value");
        receipt["logs"][0]["topics"] = Json::array({1});
        QCOMPARE(rule(receipt), "json.value");
        receipt["logs"][0]["topics"] = Json(std::vector<std::string>(5, "0x" + std::string(64, '1')));
        QCOMPARE(rule(receipt), "receipt.topics");
        receipt = good;
        receipt["logs"][0]["removed"] = "false";
        QCOMPARE(rule(receipt), "json.type");
        receipt["logs"][0]["removed"] = true;
        QVERIFY(verify::lone_receipt_from_rpc(receipt, {}, {}, {})->removed);
        QCOMPARE(rule(nullptr), "rpc.null");
        QCOMPARE(rule(Json::array()), "json.type");
        receipt = good;
        receipt["logs"][0] = 5;
        QCOMPARE(rule(receipt), "json.type");
    }

private:
    static void check_constants(const Json& constants) {
        const auto topic = crypto::keccak256(bytes_of(constants["topic0_signature"].get<std::string>()));
        QCOMPARE(shown(topic.hex()), shown(constants["topic0"].get<std::string>()));
        QCOMPARE(anchor::topic0(anchor::anchor_event_kinds().front()), topic);
        const auto selector =
            crypto::keccak256(bytes_of(constants["interface_id_signature"].get<std::string>()));
        QCOMPARE(shown(to_hex(ByteView(selector.bytes).first(4))),
                 shown(constants["interface_id"].get<std::string>()));
    }
};

QTEST_GUILESS_MAIN(TestErc8281Vectors)
#include "test_erc8281_vectors.moc"
