// Proofs of all three generations on a live chain, and the holes that the reference verifiers of the older
// ones are known for (PROTOCOL 2). A naive verifier, which does what they do, stands beside: it takes what is
// refused here.
#include "tests/devnet/calldata.h"
#include "tests/devnet/cli_run.h"
#include "tests/devnet/lying_proxy.h"
#include "tests/devnet/world.h"
#include <QtTest>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;

namespace {

/// ocp-1 names its network: the local chain goes by the name of one.
constexpr std::uint64_t sepolia = 11155111;
constexpr auto ocp_1_rule = "evm-event:Recorded(bytes32 indexed digest,address indexed recorder)";

Hash32 proof_topic() {
    return crypto::keccak256(bytes_of("AnchorProof(uint8,bytes32,bytes32,address,bytes)"));
}

/// (uint8 1, bytes "")
Bytes proof_data() {
    Bytes out(96, 0);
    out[31] = 1;
    out[63] = 64;
    return out;
}

/// The tables' own bytes, in a case folder, with one of the three proofs.
enum class Kind { ocp_1, event_log, anchor_proof, erc8281 };

/// What a verifier concludes that recomputes, compares, and looks for topic and digest in the receipt it is
/// given.
bool naive(const codec::Json& receipt, const Hash32& topic0, std::size_t digest_topic, const Hash32& digest) {
    return std::ranges::any_of(receipt.at("logs"), [&](const codec::Json& log) {
        const codec::Json& topics = log.at("topics");
        return topics.size() > digest_topic && topics[0] == topic0.hex() &&
               topics[digest_topic] == digest.hex();
    });
}

} // namespace

class GenerationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void verifies_data();
    void verifies();
    void oneEndpointIsNotEnough_data() { verifies_data(); }
    void oneEndpointIsNotEnough();
    void anybodysContract();
    void allEmittersAreListed();
    void receiptThatNoHeaderVouchesFor();
    void receiptOfAnotherTransaction();
    void removedLog();
    void dirtyAddress_data() { older_data(); }
    void dirtyAddress();
    void noStatus();
    void statusOfARevertedTransaction();
    void finalityOfTheProducer();
    void anotherChain_data() { older_data(); }
    void anotherChain();
    void rulesThatAreNotKnown_data();
    void rulesThatAreNotKnown();
    void eachRuleReadsItsOwnEvent();
    void twoTopicsSatisfyTheLetter();
    void blockThatIsAnother();
    void solana();
    void declaredEvent();

private:
    std::unique_ptr<World> m_world;

    static void older_data();
    [[nodiscard]] Hash32 topic0(Kind kind) const {
        return kind == Kind::anchor_proof ? proof_topic() : recorded_topic();
    }
    /// Anchors the table as the kind has it; by the emitter where the standard contract cannot.
    Mined anchored(Kind kind);
    /// The proof that an honest producer writes.
    codec::Json proof(Kind kind, const Mined& at);
    codec::Json receipt(const Mined& at) {
        return m_world->chain.rpc("eth_getTransactionReceipt", codec::Json::array({at.transaction.hex()}));
    }
    bool naive_accepts(Kind kind, const codec::Json& receipt) const {
        return naive(receipt, topic0(kind), kind == Kind::anchor_proof ? 2 : 1, m_world->digest);
    }
    /// `verify` of the table with this proof, by the node itself or by what stands before it.
    CliRun judged(const codec::Json& proof, const QStringList& arguments);
    CliRun judged(const codec::Json& proof) { return judged(proof, {u"--trust"_s, m_world->url()}); }
    CliRun told(const codec::Json& proof, const LyingProxy::Lie& lie);
};

Q_DECLARE_METATYPE(Kind)

void GenerationsTest::initTestCase() {
    if (Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
    m_world = std::make_unique<World>(sepolia);
}

Mined GenerationsTest::anchored(Kind kind) {
    if (kind != Kind::anchor_proof) {
        return m_world->anchored();
    }
    const std::vector topics{proof_topic(), Hash32{}, m_world->digest, m_world->committer().to_word()};
    return m_world->mined(m_world->emitter, emit_call(topics, proof_data()));
}

codec::Json GenerationsTest::proof(Kind kind, const Mined& at) {
    if (kind == Kind::erc8281) {
        return codec::parse_json(anchor::write_envelope(m_world->envelope(at))).value();
    }
    if (kind == Kind::ocp_1) {
        return {{"version", "ocp-1"},
                {"fileName", "table.hex"},
                {"hash", m_world->digest.hex()},
                {"txHash", at.transaction.hex()},
                {"network", "sepolia"},
                {"contract", m_world->anchor.hex()},
                {"extractionRule", ocp_1_rule},
                {"timestamp", 1777222524027}};
    }
    return {{"ocp", "1.0"},
            {"chain", {{"id", "eip155:11155111"}, {"namespace", "evm"}}},
            {"commitment",
             {{"digest", m_world->digest.hex().substr(2)},
              {"hash_function", "sha2-256"},
              {"serialization", "raw-bytes"}}},
            {"ledger_ref",
             {{"transaction_id", at.transaction.hex()},
              {"block_height", at.block},
              {"block_hash", m_world->chain.block(at.block).header.hash.hex()},
              {"finality", {{"depth", 12}, {"assertion_time_utc", "2026-05-19T12:00:00Z"}}}}},
            {"extraction",
             {{"rule_id", kind == Kind::anchor_proof ? "evm/erc-8263" : "evm/event-log"},
              {"rule_version", "1.0.0"}}},
            {"meta", {{"created_utc", "2026-05-19T12:00:05Z"}, {"envelope_version", "1.0"}}}};
}

CliRun GenerationsTest::judged(const codec::Json& proof, const QStringList& arguments) {
    CaseFolder files(m_world->table);
    files.envelope(proof);
    return verify(QStringList{files.path()} + arguments);
}

CliRun GenerationsTest::told(const codec::Json& proof, const LyingProxy::Lie& lie) {
    LyingProxy proxy(m_world->chain.url(), lie);
    CliRun run = judged(proof, {u"--trust"_s, proxy.url()});
    if (proxy.lies() == 0) {
        throw std::runtime_error("no lie was told: " + run.told().toStdString());
    }
    return run;
}

void GenerationsTest::older_data() {
    QTest::addColumn<Kind>("kind");
    QTest::newRow("ocp-1") << Kind::ocp_1;
    QTest::newRow("1.0 evm/event-log") << Kind::event_log;
    QTest::newRow("1.0 evm/erc-8263") << Kind::anchor_proof;
}

void GenerationsTest::verifies_data() {
    older_data();
    QTest::newRow("erc8281/1") << Kind::erc8281;
}

/// End to end with the user's own node; the report says which generation and which rule.
void GenerationsTest::verifies() {
    QFETCH(Kind, kind);
    const Mined at = anchored(kind);
    const CliRun run = judged(proof(kind, at));
    EXPECT_EXIT(run, 0);
    for (const char* const rung : {"table", "digest", "event", "inclusion", "block"}) {
        QCOMPARE(run.rung(rung), "passed");
    }
    QVERIFY2(run.out.contains("contract.unknown"), run.told()); // none of them is built in
    const codec::Json anchor = run.json().at("anchor");
    const std::map<Kind, std::array<const char*, 3>> expected{
        {Kind::ocp_1, {"ocp-1", "recorded", "ocp.recorded"}},
        {Kind::event_log, {"ocp-1.0", "evm/event-log", "ocp.recorded"}},
        {Kind::anchor_proof, {"ocp-1.0", "evm/erc-8263", "erc-8263.anchor-proof"}},
        {Kind::erc8281, {"erc8281/1", "recorded", "ocp.recorded"}}};
    QCOMPARE(anchor.at("generation").get<std::string>(), std::string(expected.at(kind)[0]));
    QCOMPARE(anchor.at("rule").get<std::string>(), std::string(expected.at(kind)[1]));
    QCOMPARE(anchor.at("kind").get<std::string>(), std::string(expected.at(kind)[2]));
    QVERIFY(!anchor.at("found").at("fields").empty());
    // Stating the contract takes the doubt away.
    const Address contract = kind == Kind::anchor_proof ? m_world->emitter : m_world->anchor;
    const CliRun stated =
        judged(proof(kind, at), {u"--trust"_s, m_world->url(), u"--contract"_s, text_of(contract)});
    EXPECT_EXIT(stated, 0);
    QVERIFY2(!stated.out.contains("contract.unknown"), stated.told());
}

void GenerationsTest::oneEndpointIsNotEnough() {
    QFETCH(Kind, kind);
    const Mined at = anchored(kind);
    QVERIFY(naive_accepts(kind, receipt(at)));
    const CliRun run = judged(proof(kind, at), {u"--rpc"_s, m_world->url()});
    EXPECT_EXIT(run, 4);
    EXPECT_RUNG(run, "block", "not_checked block.only_one");
}

/// The log comes from a contract that anybody could have deployed.
void GenerationsTest::anybodysContract() {
    const std::vector topics{recorded_topic(), m_world->digest, m_world->committer().to_word()};
    const Mined at = m_world->mined(m_world->emitter, emit_call(topics));
    QVERIFY(naive_accepts(Kind::ocp_1, receipt(at)));
    const CliRun declared = judged(proof(Kind::ocp_1, at)); // it names the anchor contract
    EXPECT_EXIT(declared, 1);
    EXPECT_RUNG(declared, "event", "failed event.contract_mismatch");
    const CliRun absent = judged(proof(Kind::event_log, at)); // it names none
    EXPECT_EXIT(absent, 0);
    QVERIFY2(absent.out.contains("contract.unknown"), absent.told());
    CaseFolder files(m_world->table);
    files.envelope(proof(Kind::event_log, at));
    const CliRun headline = run_cli({u"verify"_s, u"--quiet"_s, files.path(), u"--trust"_s, m_world->url()});
    QVERIFY2(headline.out.contains("by an unknown contract"), headline.told());
    const CliRun stated = judged(proof(Kind::event_log, at),
                                 {u"--trust"_s, m_world->url(), u"--contract"_s, text_of(m_world->anchor)});
    EXPECT_EXIT(stated, 1);
    EXPECT_RUNG(stated, "event", "failed event.contract_mismatch");
    // A contract among the members that 1.0 does not know changes nothing.
    codec::Json claimed = proof(Kind::event_log, at);
    claimed["contract"] = m_world->emitter.hex();
    const CliRun unknown = judged(claimed);
    QVERIFY2(unknown.out.contains("contract.unknown") && unknown.out.contains("envelope.unknown_field"),
             unknown.told());
}

void GenerationsTest::allEmittersAreListed() {
    const std::vector topics{recorded_topic(), m_world->digest, m_world->committer().to_word()};
    const std::vector<chain::Log> logs{{{}, topics, {}}, {{}, {recorded_topic(), Hash32{}, topics[2]}, {}}};
    m_world->chain.send(0, m_world->manager, arm_call(logs));
    m_world->chain.mine();
    const Mined at = m_world->mined(m_world->manager, bytes_of("play"));
    const CliRun run = judged(proof(Kind::event_log, at));
    EXPECT_EXIT(run, 0);
    QVERIFY2(run.out.contains("emitted by " + text_of(m_world->manager).toUtf8()) ||
                 run.out.toLower().contains(text_of(m_world->manager).toLower().toUtf8()),
             run.told());
    QCOMPARE(run.json().at("anchor").at("seen").size(), std::size_t{2});
}

/// The receipt says what the proof says, and is not what the header's root was made from.
void GenerationsTest::receiptThatNoHeaderVouchesFor() {
    const Mined at = m_world->mined(m_world->anchor, record_call(Hash32{})); // another digest
    const auto forge = [this](codec::Json& receipt) {
        for (codec::Json& log : receipt["logs"]) {
            log["topics"][1] = m_world->digest.hex();
        }
    };
    const LyingProxy::Lie lie = [&](const std::string& method, const codec::Json&, codec::Json& result) {
        if (method == "eth_getTransactionReceipt" && result.is_object()) {
            forge(result);
        } else if (method == "eth_getBlockReceipts" && result.is_array()) {
            std::ranges::for_each(result, forge);
        }
    };
    codec::Json forged = receipt(at);
    forge(forged);
    QVERIFY(naive_accepts(Kind::ocp_1, forged));
    for (const Kind kind : {Kind::ocp_1, Kind::event_log}) {
        const CliRun run = told(proof(kind, at), lie);
        EXPECT_EXIT(run, 1);
        EXPECT_RUNG(run, "inclusion", "failed inclusion.receipts_root");
    }
}

void GenerationsTest::receiptOfAnotherTransaction() {
    const Mined other = m_world->anchored();
    const Mined at = m_world->mined(m_world->anchor, record_call(Hash32{}));
    QVERIFY(naive_accepts(Kind::ocp_1, receipt(other)));
    const codec::Json foreign = receipt(other);
    for (const Kind kind : {Kind::ocp_1, Kind::event_log}) {
        const CliRun run = told(proof(kind, at), [&](const std::string& method, const auto&, auto& result) {
            if (method == "eth_getTransactionReceipt") {
                result = foreign;
            }
        });
        QVERIFY2(run.code == 1 || run.code == 4, run.told());
        QVERIFY2(run.out.contains("names another transaction"), run.told());
    }
}

void GenerationsTest::removedLog() {
    const Mined at = m_world->anchored();
    const auto remove = [](codec::Json& receipt) {
        for (codec::Json& log : receipt["logs"]) {
            log["removed"] = true;
        }
    };
    codec::Json removed = receipt(at);
    remove(removed);
    QVERIFY(naive_accepts(Kind::ocp_1, removed));
    for (const Kind kind : {Kind::ocp_1, Kind::event_log}) {
        const CliRun run = told(proof(kind, at), [&](const std::string& method, const auto&, auto& result) {
            if (method == "eth_getTransactionReceipt" && result.is_object()) {
                remove(result);
            } else if (method == "eth_getBlockReceipts" && result.is_array()) {
                std::ranges::for_each(result, remove);
            }
        });
        EXPECT_EXIT(run, 1);
        EXPECT_RUNG(run, "event", "failed event.removed");
    }
}

void GenerationsTest::dirtyAddress() {
    QFETCH(Kind, kind);
    Hash32 dirty = m_world->committer().to_word();
    dirty.bytes.front() = 1;
    std::vector topics{topic0(kind), m_world->digest, dirty};
    if (kind == Kind::anchor_proof) {
        topics.insert(topics.begin() + 1, Hash32{});
    }
    const Mined at = m_world->mined(m_world->emitter,
                                    emit_call(topics, kind == Kind::anchor_proof ? proof_data() : Bytes{}));
    QVERIFY(naive_accepts(kind, receipt(at)));
    codec::Json stated = proof(kind, at);
    if (kind == Kind::ocp_1) {
        stated["contract"] = m_world->emitter.hex();
    }
    const CliRun run = judged(stated);
    EXPECT_EXIT(run, 1);
    EXPECT_RUNG(run, "event", "failed event.dirty_topic");
}

/// A receipt without a status is no receipt: nothing crashes, and nothing is taken for granted.
void GenerationsTest::noStatus() {
    const Mined at = m_world->anchored();
    const auto take_status = [](codec::Json& receipt) { receipt.erase("status"); };
    codec::Json without = receipt(at);
    take_status(without);
    QVERIFY(naive_accepts(Kind::ocp_1, without));
    for (const Kind kind : {Kind::ocp_1, Kind::event_log}) {
        const CliRun run = told(proof(kind, at), [&](const std::string& method, const auto&, auto& result) {
            if (method == "eth_getTransactionReceipt" && result.is_object()) {
                take_status(result);
            } else if (method == "eth_getBlockReceipts" && result.is_array()) {
                std::ranges::for_each(result, take_status);
            }
        });
        QVERIFY2(run.code == 1 || run.code == 4 || run.code == 5, run.told());
    }
}

void GenerationsTest::statusOfARevertedTransaction() {
    const Mined at = m_world->mined(m_world->emitter, fail_call());
    for (const Kind kind : {Kind::ocp_1, Kind::event_log, Kind::anchor_proof}) {
        const CliRun run = judged(proof(kind, at));
        EXPECT_EXIT(run, 1);
        EXPECT_RUNG(run, "event", "failed event.reverted");
    }
}

/// However deep the producer says that the block lay.
void GenerationsTest::finalityOfTheProducer() {
    const Mined at = m_world->anchored();
    codec::Json claimed = proof(Kind::event_log, at);
    claimed["ledger_ref"]["finality"] = {
        {"depth", 1000000}, {"assertion_time_utc", "2020-01-01T00:00:00Z"}, {"commitment", "finalized"}};
    const CliRun run = judged(claimed, {u"--trust"_s, m_world->url(), u"--require"_s, u"final"_s});
    EXPECT_EXIT(run, 4);
    QVERIFY2(run.rung("finality").startsWith("passed_not_final"), run.told());
    QVERIFY2(run.out.contains("envelope.finality"), run.told());
}

void GenerationsTest::anotherChain() {
    QFETCH(Kind, kind);
    const Mined at = anchored(kind);
    QVERIFY(naive_accepts(kind, receipt(at))); // it asks whatever endpoint it is given
    codec::Json other = proof(kind, at);
    if (kind == Kind::ocp_1) {
        other["network"] = "mainnet";
    } else {
        other["chain"]["id"] = "eip155:1";
    }
    const CliRun run = judged(other);
    EXPECT_EXIT(run, 1);
    EXPECT_RUNG(run, "event", "failed event.chain_id");
}

void GenerationsTest::rulesThatAreNotKnown_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("version");
    QTest::newRow("another evm rule") << u"evm/storage-slot"_s << u"1.0.0"_s;
    QTest::newRow("an event log of another kind") << u"evm/event-log-v2"_s << u"1.0.0"_s;
    QTest::newRow("another version") << u"evm/event-log"_s << u"2.0.0"_s;
    QTest::newRow("no evm rule") << u"blob"_s << u"1.0.0"_s;
}

/// Whatever begins with evm/ would be run as Recorded, and the log is there.
void GenerationsTest::rulesThatAreNotKnown() {
    QFETCH(QString, id);
    QFETCH(QString, version);
    const Mined at = m_world->anchored();
    QVERIFY(naive_accepts(Kind::event_log, receipt(at)));
    codec::Json other = proof(Kind::event_log, at);
    other["extraction"] = {{"rule_id", id.toStdString()}, {"rule_version", version.toStdString()}};
    const CliRun run = judged(other);
    EXPECT_EXIT(run, 4);
    EXPECT_RUNG(run, "event", "cannot_check event.unknown_rule");
    QVERIFY2(run.out.contains(id.toUtf8()), run.told());
    codec::Json older = proof(Kind::ocp_1, at);
    older["extractionRule"] = id.toStdString();
    EXPECT_EXIT(judged(older), 4);
}

void GenerationsTest::eachRuleReadsItsOwnEvent() {
    const Mined recorded = m_world->anchored();
    const Mined proven = anchored(Kind::anchor_proof);
    QVERIFY(naive_accepts(Kind::event_log, receipt(recorded)));
    const CliRun run =
        judged(proof(Kind::anchor_proof, recorded)); // the reference runs any evm rule as Recorded
    EXPECT_EXIT(run, 1);
    EXPECT_RUNG(run, "event", "failed event.not_found");
    for (const Kind kind : {Kind::event_log, Kind::ocp_1}) {
        const CliRun other = judged(proof(kind, proven));
        EXPECT_EXIT(other, 1);
        EXPECT_RUNG(other, "event", "failed event.not_found");
    }
}

void GenerationsTest::twoTopicsSatisfyTheLetter() {
    const Mined at = m_world->mined(m_world->emitter, emit_call({recorded_topic(), m_world->digest}));
    const CliRun letter = judged(proof(Kind::event_log, at));
    EXPECT_EXIT(letter, 0);
    QVERIFY2(letter.out.contains("event.not_conformant"), letter.told());
    codec::Json stated = proof(Kind::ocp_1, at);
    stated["contract"] = m_world->emitter.hex();
    const CliRun strict = judged(stated);
    EXPECT_EXIT(strict, 1);
    EXPECT_RUNG(strict, "event", "failed event.topic_count");
}

void GenerationsTest::blockThatIsAnother() {
    const Mined at = m_world->anchored();
    codec::Json height = proof(Kind::event_log, at);
    height["ledger_ref"]["block_height"] = at.block + 1;
    const CliRun first = judged(height);
    EXPECT_EXIT(first, 1);
    EXPECT_RUNG(first, "event", "failed event.block_number");
    codec::Json hash = proof(Kind::event_log, at);
    hash["ledger_ref"]["block_hash"] = Hash32{}.hex();
    const CliRun second = judged(hash);
    EXPECT_EXIT(second, 1);
    EXPECT_RUNG(second, "event", "failed event.block_hash");
}

void GenerationsTest::solana() {
    codec::Json other = proof(Kind::event_log, m_world->anchored());
    other["chain"] = {{"id", "solana:devnet"}, {"namespace", "solana"}};
    other["ledger_ref"]["transaction_id"] = "43B5qatkYp5VZpaxrSCSe4jEHG2NgFpPGi6RdGABD9v3";
    other["ledger_ref"]["block_hash"] = "";
    other["extraction"]["rule_id"] = "solana/instruction-data";
    const CliRun run = judged(other);
    EXPECT_EXIT(run, 4);
    EXPECT_RUNG(run, "digest", "passed");
    EXPECT_RUNG(run, "event", "cannot_check event.not_evm");
    QVERIFY2(run.out.contains("not checkable on an EVM endpoint"), run.told());
}

/// An event that no standard knows, as the user's own rule.
void GenerationsTest::declaredEvent() {
    const Hash32 who = m_world->committer().to_word();
    const std::vector topics{crypto::keccak256(bytes_of("Anchored(bytes32,address)")), m_world->digest};
    const Mined at =
        m_world->mined(m_world->emitter, emit_call(topics, Bytes(who.bytes.begin(), who.bytes.end())));
    const CaseFolder files(m_world->table);
    const QStringList asked{files.file("table.hex"), u"--expect"_s,           text_of(m_world->digest),
                            u"--anchor-tx"_s,        text_of(at.transaction), u"--trust"_s,
                            m_world->url()};
    const QString event = u"Anchored(bytes32 indexed digest, address who) digest=topic1"_s;
    const CliRun without = verify(asked);
    EXPECT_EXIT(without, 4);
    EXPECT_RUNG(without, "event", "not_checked event.not_found");
    const CliRun run = verify(asked + QStringList{u"--event"_s, event});
    EXPECT_EXIT(run, 0);
    QVERIFY2(run.out.contains("event.declared") && run.out.contains("contract.unknown"), run.told());
    QCOMPARE(run.json().at("anchor").at("rule").get<std::string>(), std::string("declared"));
    const CliRun other =
        verify(asked + QStringList{u"--event"_s, u"Anchored(bytes32 digest, address who) digest=word0"_s});
    EXPECT_EXIT(other, 4); // the same topic 0, another layout
    const CliRun refused = verify(asked + QStringList{u"--event"_s, u"Anchored(bytes32 indexed digest)"_s});
    EXPECT_EXIT(refused, 2);
    QVERIFY2(refused.err.contains("digest=topicN"), refused.told());
}

QTEST_GUILESS_MAIN(GenerationsTest)
#include "test_generations.moc"
