// The rung `proof` against a real node: a posting in an inner call, shown by the node's own trace; a proof
// recomputed from what contracts answer at the block of the batch; and signatures of the node's accounts.
#include "core/crypto/secp256k1.h"
#include "core/digest/public_input.h"
#include "core/digest/table_digests.h"
#include "tests/core/table_maker.h"
#include "tests/devnet/calldata.h"
#include "tests/devnet/cli_run.h"
#include "tests/devnet/lying_proxy.h"
#include "tests/devnet/world.h"
#include <QtTest>
#include <secp256k1_recovery.h>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;

class ProofTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void postedInAnInnerCall();
    void lyingTraces_data();
    void lyingTraces();
    void aProofThatRecomputes();
    void aRollupsContractIsFound();
    void signaturesOfTheNode();

private:
    std::unique_ptr<World> m_world;
    Address m_forwarder;
    std::unique_ptr<CaseFolder> m_case; ///< posted through the forwarder, and anchored, in one block
    QStringList m_asked;                ///< its files and the manager

    struct Proven {
        std::unique_ptr<CaseFolder> files;
        QStringList asked; ///< its folder, the manager and the rung
        Address rollup, system, signer;
    };

    Address created_by(const Bytes& code);
    Proven proven(std::uint64_t id);
    void manager_logs(const std::vector<chain::Log>& logs);
    [[nodiscard]] chain::Log registration(std::uint64_t id, const Address& contract) const;
};

namespace {

/// Runtime code of a stand-in for a rollup's contract: two zero words to an input of 36 bytes
/// (getTimestampAndBlockHash), abi.encode([vkey]) to any other.
Bytes rollup_code(const Hash32& vkey) {
    Bytes code = from_hex("0x3660241460"
                          "3857"       // input of 36 bytes: jump
                          "60205f52"   // offset
                          "6001602052" // one key
                          "7f")
                     .value();
    append(code, vkey.view());
    append(code, from_hex("0x60405260605ff3" // the key; returns 96 bytes
                          "5b60405ff3")      // returns 64 bytes
                     .value());
    return code;
}

/// Runtime code that returns one word.
Bytes word_code(const Hash32& word) {
    Bytes code{0x7f};
    append(code, word.view());
    append(code, from_hex("0x5f5260205ff3").value());
    return code;
}

Bytes signed_by(const Hash32& key, const Hash32& digest) {
    secp256k1_context* context = secp256k1_context_create(SECP256K1_CONTEXT_NONE);
    secp256k1_ecdsa_recoverable_signature signature{};
    Bytes out(65);
    int recovery = 0;
    if (secp256k1_ecdsa_sign_recoverable(context, &signature, digest.bytes.data(), key.bytes.data(), nullptr,
                                         nullptr) != 1) {
        throw std::runtime_error("not signed");
    }
    secp256k1_ecdsa_recoverable_signature_serialize_compact(context, out.data(), &recovery, &signature);
    secp256k1_context_destroy(context);
    out.back() = static_cast<std::uint8_t>(27 + recovery);
    return out;
}

} // namespace

Address ProofTest::created_by(const Bytes& code) {
    const Hash32 transaction = m_world->chain.send(0, std::nullopt, code);
    m_world->chain.mine();
    const Json receipt = m_world->chain.rpc("eth_getTransactionReceipt", Json::array({transaction.hex()}));
    return Address::parse(receipt.at("contractAddress").get<std::string>()).value();
}

void ProofTest::initTestCase() {
    if (Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
    m_world = std::make_unique<World>();
    m_forwarder = created_by(forwarder_code(m_world->manager));
    m_world->chain.send(1, m_world->manager, arm_call(m_world->manager_logs));
    m_world->chain.mine();
    m_world->chain.send(1, m_forwarder, m_world->table);
    const Hash32 anchor = m_world->record(m_world->digest);
    m_world->chain.mine();
    m_case = m_world->honest_case(m_world->located(anchor));
    m_asked = {m_case->path(), u"--manager"_s, text_of(m_world->manager),
               u"--also"_s,    u"proof"_s,     u"--also"_s,
               u"execution"_s, u"--also"_s,    u"slot"_s};
}

void ProofTest::postedInAnInnerCall() {
    const QStringList pin{u"--pin-block"_s, m_world->pin(m_world->chain.head())};
    const CliRun offline =
        verify(m_asked + pin); // a batch was seen, and no transaction carries these bytes to it
    EXPECT_EXIT(offline, 4);
    EXPECT_RUNG(offline, "proof", "not_checked proof.contents");
    const CliRun run = verify(m_asked + QStringList{u"--trust"_s, m_world->url()});
    EXPECT_EXIT(run, 0);
    for (const char* const name : {"proof", "execution", "slot"}) {
        QVERIFY2(run.rung(name) == "passed", run.told());
    }
    QVERIFY2(run.out.contains("in a call inside it, says 127.0.0.1"), run.told());
    // Another table that the same trace does not show.
    const CliRun elsewhere =
        verify(QStringList(m_asked).replaceInStrings(text_of(m_world->manager), text_of(m_world->emitter)) +
               QStringList{u"--trust"_s, m_world->url()});
    EXPECT_EXIT(elsewhere, 4);
}

void ProofTest::lyingTraces_data() {
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    QTest::newRow("failed") << u"error"_s << u"execution reverted"_s;
    QTest::newRow("delegated") << u"type"_s << u"DELEGATECALL"_s;
    QTest::newRow("static") << u"type"_s << u"STATICCALL"_s;
    QTest::newRow("elsewhere") << u"to"_s << text_of(Address{});
    QTest::newRow("other bytes") << u"input"_s << u"0x8b1a095a"_s;
    QTest::newRow("no kind of call") << u"type"_s << u"CALLED"_s;
    QTest::newRow("no hex") << u"input"_s << u"8b1a095a"_s;
}

/// A trace that does not show it, or is none, proves nothing; nothing fails either.
void ProofTest::lyingTraces() {
    QFETCH(const QString, member);
    QFETCH(const QString, value);
    LyingProxy proxy(m_world->chain.url(), [&](const std::string& method, const Json&, Json& result) {
        if (method == "debug_traceTransaction") {
            result["calls"][0][member.toStdString()] = value.toStdString();
        }
    });
    const CliRun run = verify(m_asked + QStringList{u"--trust"_s, proxy.url()});
    QVERIFY2(proxy.lies() > 0, run.told());
    EXPECT_EXIT(run, 4);
    EXPECT_RUNG(run, "proof", "not_checked proof.contents");
}

/// A table of one rollup that is anchored but carried by no transaction, a batch that the manager logged
/// beside it, and contracts that tell a key and the signer of its proof.
ProofTest::Proven ProofTest::proven(std::uint64_t id) {
    Proven out;
    const Hash32 key = test::word_of(0x4646), vkey = test::word_of(0x5eed);
    out.system = test::address_of(0xec05a);
    out.rollup = test::address_of(0xc0117ac7 + id);
    test::BatchSpec batch;
    batch.entries.resize(1);
    batch.entries[0].destination = id;
    batch.entries[0].deltas = {{id, 5, 6}};
    batch.rollups = {{id, {0}}};
    batch.proof_systems = {out.system};
    const auto hash_of = [&](const table::ExecutionTable& table) {
        const std::vector<digest::RollupInputs> inputs{{{vkey}, {}, {}}};
        return digest::public_inputs_hash(digest::shared_public_input(table).value(),
                                          digest::accumulated_inputs(*table.batch, 0, inputs).value());
    };
    const Hash32 proven = hash_of(*test::decoded(test::calldata_of(batch)));
    batch.proofs = {signed_by(key, proven)};
    const Bytes table = test::calldata_of(batch);
    out.signer = crypto::recover_address(proven, batch.proofs[0]).value();
    const auto set_code = [this](const Address& at, const Bytes& code) {
        m_world->chain.rpc("anvil_setCode", Json::array({at.hex(), to_hex(code)}));
    };
    set_code(out.rollup, rollup_code(vkey));
    set_code(out.system, word_code(out.signer.to_word()));

    // The manager logs a batch of one rollup; the table itself is only anchored.
    manager_logs(
        {{m_world->manager, {crypto::keccak256(bytes_of("BatchPosted(uint256)")), test::word_of(1)}, {}}});
    const Hash32 anchor = m_world->record(crypto::sha256(table));
    m_world->chain.mine();
    anchor::Envelope envelope = m_world->envelope(m_world->located(anchor));
    envelope.digest = crypto::sha256(table);
    out.files = std::make_unique<CaseFolder>(table);
    out.files->envelope(envelope);
    out.asked = {out.files->path(), u"--manager"_s, text_of(m_world->manager), u"--also"_s, u"proof"_s};
    return out;
}

/// Armed in a block of its own; the call that makes the manager log is in the pool then.
void ProofTest::manager_logs(const std::vector<chain::Log>& logs) {
    m_world->chain.send(1, m_world->manager, arm_call(logs));
    m_world->chain.mine();
    m_world->chain.send(1, m_world->manager, Bytes{1, 2, 3, 4});
}

chain::Log ProofTest::registration(std::uint64_t id, const Address& contract) const {
    const Hash32 created = crypto::keccak256(bytes_of("RollupCreated(uint256,address,bytes32)"));
    return {m_world->manager, {created, test::word_of(id), contract.to_word()}, Bytes(32, 0)};
}

void ProofTest::aProofThatRecomputes() {
    const Proven made = proven(1);
    const QStringList asked = made.asked + QStringList{u"--trust"_s, m_world->url()};
    const CliRun unstated = verify(asked);
    EXPECT_EXIT(unstated, 4);
    EXPECT_RUNG(unstated, "proof", "not_checked proof.contents");
    const QStringList stated{u"--rollup-contract"_s, u"1="_s + text_of(made.rollup)};
    const CliRun run = verify(asked + stated);
    EXPECT_EXIT(run, 0);
    EXPECT_RUNG(run, "proof", "passed");
    QVERIFY2(run.out.contains(QByteArray::fromStdString(made.signer.hex())), run.told());

    // A contract that does not answer as a rollup's.
    const CliRun wrong = verify(asked + QStringList{u"--rollup-contract"_s, u"1="_s + text_of(made.system)});
    EXPECT_EXIT(wrong, 4);
}

/// No contract is stated: the manager's own log tells it, wherever on the chain that stands. The proof is
/// checked with it, and shown; who registered the rollup may have signed anything, so that it takes the
/// user's statement.
void ProofTest::aRollupsContractIsFound() {
    const std::uint64_t id = 2;
    // Somebody else's log says another contract, and so does one of another rollup.
    const chain::Log right = registration(id, test::address_of(0xc0117ac7 + id));
    const chain::Log other = registration(id, test::address_of(0xbad));
    m_world->mined(m_world->emitter, emit_call(other.topics, other.data));
    manager_logs({right, registration(id + 1, test::address_of(0xbad))});
    m_world->chain.mine(30);
    const Proven made = proven(id);
    const QStringList trust{u"--trust"_s, m_world->url()};
    const CliRun run = verify(made.asked + trust);
    EXPECT_EXIT(run, 4);
    EXPECT_RUNG(run, "proof", "not_checked proof.rollup_not_stated");
    QVERIFY2(run.out.contains("proof.verified"), run.told());
    const QByteArray named = QByteArray::fromStdString(made.rollup.hex());
    QVERIFY2(run.out.contains("State the contract of rollup 2 (" + named + ") to accept it."), run.told());
    const QStringList stated{u"--rollup-contract"_s, u"2="_s + text_of(made.rollup)};
    for (const QStringList& word : {trust, QStringList{u"--rpc"_s, m_world->url(), u"--pin-block"_s,
                                                       m_world->pin(m_world->chain.head())}}) {
        const CliRun told = verify(made.asked + stated + word);
        EXPECT_EXIT(told, 0);
        QVERIFY(
            std::ranges::any_of(told.json().at("rungs"), [](const Json& each) { // a pin makes no more of it
                return each.at("id") == "proof" && each.at("state") == "passed" &&
                       each.at("basis").at("kind") == "endpoint";
            }));
    }
    // Nobody vouches for the blocks: nothing is taken from their logs.
    const CliRun alone = verify(made.asked + QStringList{u"--rpc"_s, m_world->url()});
    EXPECT_EXIT(alone, 4);
    EXPECT_RUNG(alone, "proof", "not_checked proof.contents");

    const auto lied = [&](const std::function<void(Json&)>& change) {
        LyingProxy proxy(m_world->chain.url(),
                         [&change](const std::string& method, const Json&, Json& result) {
                             if (method == "eth_getLogs") {
                                 change(result);
                             }
                         });
        const CliRun told = verify(made.asked + QStringList{u"--trust"_s, proxy.url()});
        return told.code == 4 && told.rung("proof") == "not_checked proof.contents" && proxy.lies() > 0
                   ? QByteArray()
                   : told.told();
    };
    const QByteArray hidden = lied([](Json& logs) { logs = Json::array(); });
    QVERIFY2(hidden.isEmpty(), hidden);
    // A block that holds no such log; and a log that names another contract than its receipt does, which is
    // never looked at.
    const QByteArray elsewhere = lied([this](Json& logs) {
        for (Json& log : logs) {
            log["blockHash"] = m_world->chain.block(1).header.hash.hex();
        }
    });
    QVERIFY2(elsewhere.isEmpty(), elsewhere);
    LyingProxy renamed(m_world->chain.url(), [](const std::string& method, const Json&, Json& result) {
        if (method == "eth_getLogs") {
            for (Json& log : result) {
                log["topics"][2] = test::address_of(0xbad).to_word().hex();
            }
        }
    });
    const CliRun unmoved = verify(made.asked + QStringList{u"--trust"_s, renamed.url()});
    QVERIFY(renamed.lies() > 0);
    QVERIFY2(unmoved.out.contains("State the contract of rollup 2 (" + named + ") to accept it."),
             unmoved.told());

    // The manager itself logged two contracts: which one holds is not known.
    manager_logs({other});
    m_world->chain.mine();
    const CliRun later = verify(made.asked + trust); // behind the batch: without effect
    EXPECT_RUNG(later, "proof", "not_checked proof.rollup_not_stated");
    const Proven again = proven(id);
    const CliRun two = verify(again.asked + trust);
    EXPECT_EXIT(two, 4);
    EXPECT_RUNG(two, "proof", "not_checked proof.contents");
    QVERIFY2(two.out.contains("logged two contracts of rollup 2"), two.told());
}

/// anvil signs as eth_sign does: a prefix, the length, the message.
void ProofTest::signaturesOfTheNode() {
    for (std::size_t account = 0; account < 4; ++account) {
        const std::string message = "message " + std::to_string(account);
        const Json answer = m_world->chain.rpc(
            "eth_sign", Json::array({m_world->chain.account(account).hex(), to_hex(bytes_of(message))}));
        const Hash32 digest = crypto::keccak256(bytes_of("\x19"
                                                         "Ethereum Signed Message:\n" +
                                                         std::to_string(message.size()) + message));
        const auto signer = crypto::recover_address(digest, from_hex(answer.get<std::string>()).value());
        QVERIFY(signer);
        QCOMPARE(QByteArray::fromStdString(signer->hex()),
                 QByteArray::fromStdString(m_world->chain.account(account).hex()));
    }
}

QTEST_GUILESS_MAIN(ProofTest)
#include "test_proof.moc"
