// The envelopes of the three generations: what is read of each, and one refusal for each demand.
#include "core/anchor/envelope.h"
#include "core/crypto/erc55.h"
#include "tests/core/core_test_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using anchor::ExtractionRule;
using anchor::Generation;
using anchor::read_envelope;
using codec::Json;

class TestEnvelope : public QObject {
    Q_OBJECT

    /// Vector 01 of ERC-8281's conformance vectors (ethereum/ERCs, pull request 1788, CC0), and a block hash.
    static Json good() {
        return codec::parse_json(R"({
            "version": "erc8281/1",
            "digest": "0x9f7f3830e030fd0c326a1f4e231c65b97583f06f264dfae60d02a6f8b775445d",
            "hash_function": "sha2-256",
            "chain_id": "42161",
            "contract": "0x0C0117AC70000000000000000000000000000001",
            "tx_hash": "0x2ad1a7bbf87df18e6fc0c190aa6fa5639cdef2bdc94a3765f7c2e789ea877854",
            "block_number": "352800417",
            "receipt_log_position": "0",
            "committer": "0xc0Aa17dE0000000000000000000000000000beEf",
            "block_hash": "0x31147401e22d1747af6e1411cf8837a12f27a08d6397e363cd93230059557c3d"})")
            .value();
    }
    static QByteArray rule_with(const char* field, const Json& value) {
        Json json = good();
        json[field] = value;
        return rule_of(read_envelope(json.dump()));
    }
    static QByteArray rule_without(const char* field) {
        Json json = good();
        json.erase(field);
        return rule_of(read_envelope(json.dump()));
    }

    /// The published example of the generation (observation-commitment-protocol, examples).
    static Json ocp_1() {
        return codec::parse_json(R"json({
            "version": "ocp-1",
            "fileName": "example-observation.txt",
            "hash": "0x14cca453684a18c1ef3e1c0b9a7744cfa06942660719bba373ef5fc36208bf73",
            "txHash": "0xf2e1f6c085768b4e3d60463717d52bb2a338803a74a4cfd48aea5738d2595ddd",
            "network": "base-sepolia",
            "contract": "0x0963Fd33DF80c94360F2DC22e5c09517AeE7ED5c",
            "extractionRule": "evm-event:Recorded(bytes32 indexed digest,address indexed recorder)",
            "timestamp": 1777222524027})json")
            .value();
    }
    /// The same commitment in the next generation (the example of its EVM appendix).
    static Json ocp_1_0() {
        return codec::parse_json(R"({
            "ocp": "1.0",
            "chain": {"id": "eip155:84532", "namespace": "evm"},
            "commitment": {
                "digest": "14cca453684a18c1ef3e1c0b9a7744cfa06942660719bba373ef5fc36208bf73",
                "hash_function": "sha2-256", "serialization": "raw-bytes"},
            "ledger_ref": {
                "transaction_id": "0xf2e1f6c085768b4e3d60463717d52bb2a338803a74a4cfd48aea5738d2595ddd",
                "block_height": 41658348,
                "block_hash": "0x840e71e7815d501c9ed97a8418f00d30b8b9c79943ded56ea7e12e8dca0ab328",
                "finality": {"depth": 3, "assertion_time_utc": "2026-05-19T12:00:00Z"}},
            "extraction": {"rule_id": "evm/event-log", "rule_version": "1.0.0"},
            "meta": {"created_utc": "2026-05-19T12:00:05Z", "envelope_version": "1.0"}})")
            .value();
    }
    /// Its Solana example.
    static Json solana() {
        Json json = ocp_1_0();
        json["chain"] = {{"id", "solana:devnet"}, {"namespace", "solana"}};
        json["ledger_ref"]["transaction_id"] =
            "43B5qatkYp5VZpaxrSCSe4jEHG2NgFpPGi6RdGABD9v3YbBcoCt5faKbrAgxFt4N4QzT69Z5vcnL81jaasRaUcfq";
        json["ledger_ref"]["block_height"] = 0;
        json["ledger_ref"]["block_hash"] = "";
        json["ledger_ref"]["finality"]["commitment"] = "finalized";
        json["extraction"]["rule_id"] = "solana/instruction-data";
        return json;
    }
    static QByteArray rule(const Json& json) { return rule_of(read_envelope(json.dump())); }
    /// After a change at a JSON pointer.
    static QByteArray changed(Json json, const char* pointer, const Json& value) {
        json[Json::json_pointer(pointer)] = value;
        return rule(json);
    }
    static QByteArray without(Json json, const char* parent, const char* member) {
        json[Json::json_pointer(parent)].erase(member);
        return rule(json);
    }

private slots:
    void reads_every_field() {
        const auto envelope = read_envelope(good().dump());
        QVERIFY2(envelope, envelope ? "" : envelope.error().message().c_str());
        QCOMPARE(shown(envelope->version), "erc8281/1");
        QCOMPARE(shown(envelope->digest.hex()),
                 "0x9f7f3830e030fd0c326a1f4e231c65b97583f06f264dfae60d02a6f8b775445d");
        QVERIFY(envelope->hash_function == crypto::HashFunction::sha2_256);
        QVERIFY(envelope->generation == Generation::erc8281);
        QVERIFY(envelope->rule == ExtractionRule::recorded);
        QCOMPARE(*envelope->chain_id, std::uint64_t{42161});
        QCOMPARE(shown(crypto::checksummed(*envelope->contract)),
                 "0x0C0117AC70000000000000000000000000000001");
        QCOMPARE(shown(envelope->tx_hash->hex()),
                 "0x2ad1a7bbf87df18e6fc0c190aa6fa5639cdef2bdc94a3765f7c2e789ea877854");
        QCOMPARE(*envelope->block_number, std::uint64_t{352800417});
        QCOMPARE(*envelope->receipt_log_position, std::uint64_t{0});
        QCOMPARE(shown(crypto::checksummed(*envelope->committer)),
                 "0xc0Aa17dE0000000000000000000000000000beEf");
        QCOMPARE(shown(envelope->block_hash->hex()),
                 "0x31147401e22d1747af6e1411cf8837a12f27a08d6397e363cd93230059557c3d");
        QVERIFY(envelope->unknown_fields.empty());
    }

    void writes_what_it_reads() {
        const auto envelope = read_envelope(good().dump()).value();
        const std::string text = anchor::write_envelope(envelope);
        QCOMPARE(shown(text), shown(good().dump(2) + "\n"));
        QCOMPARE(shown(anchor::write_envelope(read_envelope(text).value())), shown(text));
        Json without = good();
        without.erase("block_hash");
        QVERIFY(!read_envelope(without.dump())->block_hash);
        QCOMPARE(shown(anchor::write_envelope(*read_envelope(without.dump()))),
                 shown(without.dump(2) + "\n"));
    }

    void unknown_fields_are_ignored_and_named() {
        Json json = good();
        json["note"] = Json{{"any", {1, 2}}};
        json["Digest"] = "x";
        const auto envelope = read_envelope(json.dump()).value();
        QCOMPARE(envelope.unknown_fields.size(), std::size_t{2});
        QCOMPARE(shown(envelope.unknown_fields[0]), "note");
        QCOMPARE(shown(envelope.unknown_fields[1]), "Digest");
    }

    void every_field_is_required_but_one() {
        for (const char* field : {"version", "digest", "hash_function", "chain_id", "contract", "tx_hash",
                                  "block_number", "receipt_log_position", "committer"}) {
            QCOMPARE(rule_without(field), "json.missing");
        }
        QCOMPARE(rule_without("block_hash"), "");
    }

    void every_field_is_a_string() {
        const Json json = good();
        for (const auto& [field, value] : json.items()) {
            QCOMPARE(rule_with(field.c_str(), 1), "json.type");
            QCOMPARE(rule_with(field.c_str(), nullptr), "json.type");
        }
    }

    void versions() {
        QCOMPARE(rule_with("version", "erc8281/2"), "envelope.version");
        QCOMPARE(rule_with("version", "ocp-1"), "json.missing"); // the generation is told by it alone
        QCOMPARE(rule_with("version", "1.0"), "envelope.version");
        QCOMPARE(rule_with("version", ""), "envelope.version");
    }

    void hash_functions() {
        for (const char* name : {"sha2-256", "keccak-256", "blake2b-256"}) {
            QCOMPARE(rule_with("hash_function", name), "");
        }
        for (const char* name : {"md5", "SHA2-256", "sha-256", "blake2b-512", "sha3-256", ""}) {
            QCOMPARE(rule_with("hash_function", name), "envelope.hash_function");
        }
    }

    void digests() {
        const std::string digits(64, 'a');
        QCOMPARE(rule_with("digest", "0x" + digits), "");
        QCOMPARE(rule_with("digest", digits), "envelope.digest");
        QCOMPARE(rule_with("digest", "0X" + digits), "envelope.digest");
        QCOMPARE(rule_with("digest", "0x" + digits + "aa"), "envelope.digest");
        QCOMPARE(rule_with("digest", "0x" + digits.substr(1)), "envelope.digest");
        QCOMPARE(rule_with("digest", "0x" + digits.substr(1) + "A"), "envelope.digest");
        QCOMPARE(rule_with("digest", "0x" + digits.substr(1) + "g"), "envelope.digest");
    }

    void numbers() {
        for (const char* field : {"chain_id", "block_number", "receipt_log_position"}) {
            QCOMPARE(rule_with(field, "0"), "");
            QCOMPARE(rule_with(field, "18446744073709551615"), "");
            for (const char* value :
                 {"18446744073709551616", "00", "01", "-1", "+1", " 1", "1 ", "0x1", "1.0", "1e3", ""}) {
                QCOMPARE(rule_with(field, value), "envelope.number");
            }
        }
    }

    void addresses() {
        for (const char* field : {"contract", "committer"}) {
            QCOMPARE(rule_with(field, "0xc0aa17de0000000000000000000000000000beef"), "");
            QCOMPARE(rule_with(field, "0xC0Aa17dE0000000000000000000000000000beEf"),
                     "envelope.address"); // vector 13
            QCOMPARE(rule_with(field, "c0aa17de0000000000000000000000000000beef"), "envelope.address");
            QCOMPARE(rule_with(field, "0Xc0aa17de0000000000000000000000000000beef"), "envelope.address");
            QCOMPARE(rule_with(field, "0xc0aa17de0000000000000000000000000000bee"), "envelope.address");
            QCOMPARE(rule_with(field, "0xc0aa17de0000000000000000000000000000beefff"), "envelope.address");
        }
    }

    void hashes() {
        for (const char* field : {"tx_hash", "block_hash"}) {
            QCOMPARE(rule_with(field, "0x" + std::string(64, 'B')), "");
            QCOMPARE(rule_with(field, "0x" + std::string(63, 'b')), "envelope.hash");
            QCOMPARE(rule_with(field, std::string(64, 'b')), "envelope.hash");
            QCOMPARE(rule_with(field, "0X" + std::string(64, 'b')), "envelope.hash");
        }
    }

    void text_that_is_no_envelope() {
        QCOMPARE(rule_of(read_envelope("")), "json.syntax");
        QCOMPARE(rule_of(read_envelope("[]")), "json.type");
        QCOMPARE(rule_of(read_envelope("null")), "json.type");
        QCOMPARE(rule_of(read_envelope("\"erc8281/1\"")), "json.type");
        QCOMPARE(rule_of(read_envelope(good().dump() + "x")), "json.syntax");
        std::string twice = good().dump();
        twice.insert(1, R"("digest":"x",)");
        QCOMPARE(rule_of(read_envelope(twice)), "json.duplicate_key");
        QCOMPARE(rule_of(read_envelope(std::string(2U << 20U, ' '))), "json.size");
    }

    void ocp_1_is_read() {
        const auto envelope = read_envelope(ocp_1().dump()).value();
        QVERIFY(envelope.generation == Generation::ocp_1);
        QVERIFY(envelope.rule == ExtractionRule::recorded);
        QVERIFY(envelope.hash_function == crypto::HashFunction::sha2_256);
        QCOMPARE(shown(envelope.digest.hex()),
                 "0x14cca453684a18c1ef3e1c0b9a7744cfa06942660719bba373ef5fc36208bf73");
        QCOMPARE(shown(envelope.tx_hash->hex()),
                 "0xf2e1f6c085768b4e3d60463717d52bb2a338803a74a4cfd48aea5738d2595ddd");
        QCOMPARE(*envelope.chain_id, std::uint64_t{84532});
        QCOMPARE(shown(crypto::checksummed(*envelope.contract)),
                 "0x0963Fd33DF80c94360F2DC22e5c09517AeE7ED5c");
        QVERIFY(!envelope.block_number && !envelope.block_hash && !envelope.receipt_log_position);
        QVERIFY(!envelope.committer && !envelope.finality);
    }

    void ocp_1_is_a_closed_schema() {
        const Json json = ocp_1();
        for (const auto& [field, value] : json.items()) {
            QCOMPARE(without(json, "", field.c_str()), "json.missing");
            QCOMPARE(changed(json, ("/" + field).c_str(), nullptr), "json.type");
        }
        QCOMPARE(changed(json, "/note", "x"), "json.unknown");
        QCOMPARE(changed(json, "/ocp", "1.0"), "json.unknown"); // not two generations at once
        QCOMPARE(changed(json, "/fileName", ""), "json.value");
        QCOMPARE(changed(json, "/timestamp", "1777222524027"), "json.type");
        QCOMPARE(changed(json, "/timestamp", -1), "json.value");
        const std::string digits = json["hash"].get<std::string>().substr(2);
        QCOMPARE(changed(json, "/hash", digits), "envelope.digest");
        QCOMPARE(changed(json, "/hash", "0x" + digits.substr(1) + "A"), "envelope.digest");
        QCOMPARE(changed(json, "/txHash", digits), "envelope.hash");
        QCOMPARE(changed(json, "/txHash", "0x" + std::string(64, 'B')), "");
        QCOMPARE(changed(json, "/contract", "0x0963fd33DF80c94360F2DC22e5c09517AeE7ED5c"),
                 "envelope.address");
        QCOMPARE(changed(json, "/contract", "0x0963fd33df80c94360f2dc22e5c09517aee7ed5c"), "");
    }

    void ocp_1_networks() {
        const std::map<std::string, std::uint64_t> chains{
            {"mainnet", 1}, {"homestead", 1}, {"sepolia", 11155111}, {"base", 8453}, {"base-sepolia", 84532}};
        for (const auto& [network, chain] : chains) {
            Json json = ocp_1();
            json["network"] = network;
            QCOMPARE(*read_envelope(json.dump()).value().chain_id, chain);
        }
        for (const char* name : {"goerli", "Mainnet", "demo-local", "1", "eip155:1"}) {
            QCOMPARE(changed(ocp_1(), "/network", name), "envelope.network");
        }
    }

    void ocp_1_rules_are_not_guessed() {
        for (const char* text : {"evm-event:Recorded(bytes32 indexed digest, address indexed recorder)",
                                 "evm-event:Recorded(bytes32,address)", "demo:proof.hash"}) {
            Json json = ocp_1();
            json["extractionRule"] = text;
            const auto envelope = read_envelope(json.dump()).value();
            QVERIFY(envelope.rule == ExtractionRule::unknown);
            QCOMPARE(shown(envelope.rule_id), text);
        }
    }

    void ocp_1_0_is_read() {
        const auto envelope = read_envelope(ocp_1_0().dump()).value();
        QVERIFY(envelope.generation == Generation::ocp_1_0);
        QVERIFY(envelope.rule == ExtractionRule::event_log);
        QCOMPARE(shown(envelope.version), "1.0");
        QCOMPARE(shown(envelope.digest.hex()),
                 "0x14cca453684a18c1ef3e1c0b9a7744cfa06942660719bba373ef5fc36208bf73");
        QCOMPARE(*envelope.chain_id, std::uint64_t{84532});
        QCOMPARE(*envelope.block_number, std::uint64_t{41658348});
        QCOMPARE(shown(envelope.block_hash->hex()),
                 "0x840e71e7815d501c9ed97a8418f00d30b8b9c79943ded56ea7e12e8dca0ab328");
        QCOMPARE(envelope.finality->depth, std::uint64_t{3});
        QVERIFY(!envelope.contract && !envelope.committer && !envelope.receipt_log_position);
        QVERIFY(envelope.unknown_fields.empty());
    }

    void ocp_1_0_requires_its_members() {
        const Json json = ocp_1_0();
        for (const char* field : {"chain", "commitment", "ledger_ref", "extraction", "meta"}) {
            QCOMPARE(without(json, "", field), "json.missing");
            QCOMPARE(changed(json, (std::string("/") + field).c_str(), "x"), "json.type");
            if (std::string_view(field) == "meta") {
                continue;
            }
            for (const auto& [member, value] : json[field].items()) {
                const std::string parent = std::string("/").append(field);
                QCOMPARE(without(json, parent.c_str(), member.c_str()), "json.missing");
                QCOMPARE(changed(json, (parent + "/" + member).c_str(), nullptr), "json.type");
            }
        }
        QCOMPARE(without(json, "/ledger_ref/finality", "depth"), "json.missing");
        QCOMPARE(without(json, "/ledger_ref/finality", "assertion_time_utc"), "json.missing");
        QCOMPARE(changed(json, "/ocp", "1.1"), "envelope.version");
    }

    void ocp_1_0_values() {
        const Json json = ocp_1_0();
        const std::string digits = json["commitment"]["digest"].get<std::string>();
        QCOMPARE(changed(json, "/commitment/digest", "0x" + digits), "envelope.digest");
        QCOMPARE(changed(json, "/commitment/digest", digits.substr(1) + "A"), "envelope.digest");
        QCOMPARE(changed(json, "/commitment/hash_function", "keccak-256"), "envelope.hash_function");
        QCOMPARE(changed(json, "/commitment/serialization", "jcs"), "envelope.serialization");
        QCOMPARE(changed(json, "/chain/id", "base-sepolia"), "envelope.chain");
        QCOMPARE(changed(json, "/chain/id", "eip155:"), "envelope.chain");
        QCOMPARE(changed(json, "/chain/id", "eip155:0x1"), "envelope.number");
        QCOMPARE(changed(json, "/chain/id", "eip155:01"), "envelope.number");
        QCOMPARE(changed(json, "/chain/id", "eip155:18446744073709551616"), "envelope.number");
        QCOMPARE(changed(json, "/chain/namespace", "solana"), "envelope.chain");
        QCOMPARE(changed(json, "/ledger_ref/block_height", "41658348"), "json.type");
        QCOMPARE(changed(json, "/ledger_ref/block_hash", ""), "envelope.hash");
        QCOMPARE(changed(json, "/ledger_ref/transaction_id", digits), "envelope.hash");
    }

    void ocp_1_0_rules() {
        const auto read_rule = [](const char* id, const char* version) {
            Json json = ocp_1_0();
            json["extraction"] = {{"rule_id", id}, {"rule_version", version}};
            return read_envelope(json.dump()).value().rule;
        };
        QVERIFY(read_rule("evm/event-log", "1.0.0") == ExtractionRule::event_log);
        QVERIFY(read_rule("evm/erc-8263", "1.0.0") == ExtractionRule::anchor_proof);
        for (const char* id : {"evm/event-log2", "evm/", "evm/recorded", "EVM/event-log", "event-log", ""}) {
            QVERIFY(read_rule(id, "1.0.0") == ExtractionRule::unknown);
        }
        for (const char* version : {"1.0", "1.0.1", "2.0.0", ""}) {
            QVERIFY(read_rule("evm/event-log", version) == ExtractionRule::unknown);
        }
        QCOMPARE(changed(ocp_1_0(), "/extraction/rule_id", "solana/instruction-data"), "envelope.rule");
    }

    void solana_is_read_without_an_evm_transaction() {
        const auto envelope = read_envelope(solana().dump()).value();
        QVERIFY(envelope.rule == ExtractionRule::solana_instruction);
        QVERIFY(!envelope.chain_id && !envelope.tx_hash && !envelope.block_hash);
        QCOMPARE(shown(envelope.network), "solana:devnet");
        QCOMPARE(shown(envelope.transaction_id.substr(0, 6)), "43B5qa");
        QCOMPARE(shown(envelope.finality->commitment), "finalized");
        QCOMPARE(changed(solana(), "/extraction/rule_id", "evm/event-log"), "envelope.rule");
        QCOMPARE(changed(solana(), "/chain/namespace", "evm"), "envelope.chain");
        QCOMPARE(changed(solana(), "/chain/id", "bip122:000000000019d6689c085ae165831e93"),
                 "envelope.chain"); // the namespace is another
    }

    void ocp_1_0_names_unknown_members() {
        Json json = ocp_1_0();
        json["contract"] = "0x0963Fd33DF80c94360F2DC22e5c09517AeE7ED5c";
        json["chain"]["name"] = "Base";
        json["ledger_ref"]["finality"]["x"] = 1;
        json["meta"]["anything"] = 1;
        const auto envelope = read_envelope(json.dump()).value();
        QVERIFY((envelope.unknown_fields ==
                 std::vector<std::string>{"contract", "chain.name", "ledger_ref.finality.x"}));
        QVERIFY(!envelope.contract); // no member of this generation, so not believed to be one
    }

    void names() {
        QCOMPARE(shown(anchor::name(Generation::ocp_1)), "ocp-1");
        QCOMPARE(shown(anchor::name(Generation::ocp_1_0)), "ocp-1.0");
        QCOMPARE(shown(anchor::name(Generation::erc8281)), "erc8281/1");
        QCOMPARE(shown(anchor::name(ExtractionRule::anchor_proof)), "evm/erc-8263");
        QCOMPARE(shown(anchor::title(Generation::ocp_1_0)), "OCP envelope 1.0");
    }

    void errors_name_the_field() {
        Json json = good();
        json["chain_id"] = "01";
        QCOMPARE(shown(read_envelope(json.dump()).error().place), "envelope.chain_id");
    }
};

QTEST_GUILESS_MAIN(TestEnvelope)
#include "test_envelope.moc"
