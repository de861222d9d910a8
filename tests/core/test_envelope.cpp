// The envelope of ERC-8281: what is read, and one refusal for each demand.
#include "core/anchor/envelope.h"
#include "core/crypto/erc55.h"
#include "tests/core/core_test_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
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

private slots:
    void reads_every_field() {
        const auto envelope = read_envelope(good().dump());
        QVERIFY2(envelope, envelope ? "" : envelope.error().message().c_str());
        QCOMPARE(shown(envelope->version), "erc8281/1");
        QCOMPARE(shown(envelope->digest.hex()),
                 "0x9f7f3830e030fd0c326a1f4e231c65b97583f06f264dfae60d02a6f8b775445d");
        QVERIFY(envelope->hash_function == crypto::HashFunction::sha2_256);
        QCOMPARE(envelope->chain_id, std::uint64_t{42161});
        QCOMPARE(shown(crypto::checksummed(envelope->contract)),
                 "0x0C0117AC70000000000000000000000000000001");
        QCOMPARE(shown(envelope->tx_hash.hex()),
                 "0x2ad1a7bbf87df18e6fc0c190aa6fa5639cdef2bdc94a3765f7c2e789ea877854");
        QCOMPARE(envelope->block_number, std::uint64_t{352800417});
        QCOMPARE(envelope->receipt_log_position, std::uint64_t{0});
        QCOMPARE(shown(crypto::checksummed(envelope->committer)),
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
        QCOMPARE(rule_with("version", "ocp-1"), "envelope.version");
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

    void errors_name_the_field() {
        Json json = good();
        json["chain_id"] = "01";
        QCOMPARE(shown(read_envelope(json.dump()).error().place), "envelope.chain_id");
    }
};

QTEST_GUILESS_MAIN(TestEnvelope)
#include "test_envelope.moc"
