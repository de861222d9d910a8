// What a proof is bound to, against what the recorded contracts handed to their verifiers; and whose
// signature a proof is, against vectors of others.
#include "core/crypto/hash_function.h"
#include "core/crypto/secp256k1.h"
#include "core/digest/public_input.h"
#include "core/digest/table_digests.h"
#include "tests/core/eez_runs.h"

using namespace anchorscope;
using namespace anchorscope::test;
using codec::Json;

class TestPublicInput : public QObject {
    Q_OBJECT

    /// Every call in a recorded trace, in order, found without the code under test.
    static void calls_in(const Json& trace, std::vector<Json>& out) {
        out.push_back(trace);
        for (const Json& inner : trace.value("calls", Json::array())) {
            calls_in(inner, out);
        }
    }

    static std::vector<Json> calls_of(const std::string& scenario) {
        std::vector<Json> out;
        const Json chain = json_file("eez/" + scenario + "/l1/chain.json");
        for (const Json& block : chain.at("blocks")) {
            for (const Json& trace : block.at("traces")) {
                if (!trace.is_null()) {
                    calls_in(trace, out);
                }
            }
        }
        return out;
    }

    static std::string selector(std::string_view signature) {
        return to_hex(crypto::keccak256(bytes_of(signature)).view().first(4));
    }

    static Hash32 word_at(const Bytes& data, std::size_t index) {
        return Hash32::from(ByteView(data).subspan(32 * index, 32));
    }

private slots:
    /// The contracts passed verify(bytes,bytes32) the public-inputs hash: it is what we compute from the keys
    /// and the block context that the same transaction read from the rollup's contract.
    void recorded_verifications() {
        const std::string vkeys = selector("checkProofSystemsAndGetVkeys(address[])");
        const std::string context = selector("getTimestampAndBlockHash(uint64)");
        const std::string verification = selector("verify(bytes,bytes32)");
        for (const char* scenario : scenarios) {
            const RecordedTable recorded = recorded_table(scenario, "l1");
            std::vector<digest::RollupInputs> inputs;
            std::vector<Hash32> verified;
            for (const Json& call : calls_of(scenario)) {
                const std::string input = call.value("input", "0x");
                const Bytes output = bytes(call.value("output", "0x"));
                if (input.starts_with(vkeys)) {
                    QCOMPARE(word_at(output, 1), U256(1).to_word()); // one proof system
                    inputs.push_back({{word_at(output, 2)}, {}, {}});
                } else if (input.starts_with(context)) {
                    inputs.at(verified.size()).timestamp = U256::from_word(word_at(output, 0));
                    inputs.at(verified.size()).block_hash = word_at(output, 1);
                } else if (input.starts_with(verification)) {
                    verified.push_back(word_at(bytes(std::string_view(input).substr(10)), 1));
                }
            }
            QCOMPARE(verified.size(), std::size_t{1});
            QCOMPARE(inputs.size(), recorded.table->batch->rollups.size());
            const Hash32 shared = digest::shared_public_input(*recorded.table).value();
            const auto accumulated = digest::accumulated_inputs(*recorded.table->batch, 0, inputs);
            QVERIFY(accumulated);
            QCOMPARE(shown(digest::public_inputs_hash(shared, *accumulated).hex()), shown(verified[0].hex()));
            inputs[0].vkeys[0].bytes[31] ^= 1U;
            QVERIFY(digest::accumulated_inputs(*recorded.table->batch, 0, inputs) != accumulated);
        }
    }

    void only_the_rollups_that_list_it() {
        table::Batch batch;
        batch.proof_systems.resize(2);
        batch.rollups = {{U256(1), {0}}, {U256(2), {0, 1}}, {U256(5), {1}}};
        const Hash32 a = word("0x" + std::string(64, 'a')), b = word("0x" + std::string(64, 'b')),
                     c = word("0x" + std::string(64, 'c')), d = word("0x" + std::string(64, 'd'));
        const std::vector<digest::RollupInputs> inputs{{{a}, {}, {}}, {{b, c}, d, U256(7)}, {{d}, {}, {}}};
        const auto step = [](const Hash32& acc, std::uint64_t rollup, const Hash32& vkey, const Hash32& hash,
                             std::uint64_t time) {
            Bytes message;
            for (const Hash32& each : {acc, U256(rollup).to_word(), vkey, hash, U256(time).to_word()}) {
                append(message, each.view());
            }
            return crypto::keccak256(message);
        };
        QCOMPARE(digest::accumulated_inputs(batch, 0, inputs),
                 std::optional(step(step({}, 1, a, {}, 0), 2, b, d, 7)));
        QCOMPARE(digest::accumulated_inputs(batch, 1, inputs),
                 std::optional(step(step({}, 2, c, d, 7), 5, d, {}, 0)));
        QVERIFY(!digest::accumulated_inputs(batch, 2, inputs));
        QVERIFY(!digest::accumulated_inputs(batch, 0, std::span(inputs).first(2)));
        auto less = inputs;
        less[1].vkeys.pop_back();
        QVERIFY(!digest::accumulated_inputs(batch, 0, less));
    }

    // ---- signatures
    void recovered_addresses() {
        // EIP-155, its example: signing hash, v as 27 + parity, and the sender of the key 0x4646…46.
        const Hash32 digest155 = word("0xdaf5a779ae972f972197303d7b574746c7ef83eadac0f2791ad23db92e4c8e53");
        const Bytes signature155 =
            bytes("0x28ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276"
                  "67cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d831b");
        QCOMPARE(shown(crypto::recover_address(digest155, signature155).value().hex()),
                 "0x9d8a62f656a8d1615c1294fd71e9cfb3e4855a4f");
        // Homestead's ecrecover precompile, the test input of go-ethereum (core/vm/testdata,
        // CallEcrecoverUnrecoverable and ValidKey).
        const Hash32 digest = word("0x18c547e4f7b0f325ad1e56f57e26c745b09a3e503d86e00e5255ff7f715d3d1c");
        const std::string r = "73b1693892219d736caba55bdb67216e485557ea6b6af75f37096c9aa6a5a75f",
                          s = "eeb940b1d03b21e36b0e47e79769f095fe2ab855bd91e3a38756b7d75a9c4549";
        const Bytes valid = bytes("0x" + r + s + "1c");
        QCOMPARE(shown(crypto::recover_address(digest, valid).value().hex()),
                 "0xa94f5374fce5edbc8e2a8697c15331677e6ebf0b"); // s is above half the order
        Bytes changed = valid;
        changed[0] ^= 1U;
        const auto other = crypto::recover_address(digest, changed);
        QVERIFY(!other || other->hex() != "0xa94f5374fce5edbc8e2a8697c15331677e6ebf0b");
    }

    void refused_signatures() {
        const Hash32 digest = word("0x18c547e4f7b0f325ad1e56f57e26c745b09a3e503d86e00e5255ff7f715d3d1c");
        const std::string r = "73b1693892219d736caba55bdb67216e485557ea6b6af75f37096c9aa6a5a75f",
                          s = "eeb940b1d03b21e36b0e47e79769f095fe2ab855bd91e3a38756b7d75a9c4549",
                          zero(64, '0'),
                          order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
        const auto rule = [&digest](const std::string& hex) {
            return rule_of(crypto::recover_address(digest, bytes("0x" + hex)));
        };
        QCOMPARE(rule(r + s), "signature.length");
        QCOMPARE(rule(r + s + "1c1c"), "signature.length");
        QCOMPARE(rule(""), "signature.length");
        for (const char* v : {"00", "01", "1a", "1d", "25", "ff"}) {
            QCOMPARE(rule(r + s + v), "signature.v");
        }
        QCOMPARE(rule(zero + s + "1b"), "signature.range");
        QCOMPARE(rule(r + zero + "1b"), "signature.range");
        QCOMPARE(rule(order + s + "1b"), "signature.range");
        QCOMPARE(rule(r + order + "1b"), "signature.range");
        QCOMPARE(rule(std::string(64, 'f') + s + "1b"), "signature.range");
    }
};

QTEST_GUILESS_MAIN(TestPublicInput)
#include "test_public_input.moc"
