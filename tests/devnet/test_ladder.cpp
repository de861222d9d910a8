// The whole way on a live chain: a real table, posted and anchored by real transactions, and what the command
// line says of it, depending on whose word it is given.
#include "tests/devnet/calldata.h"
#include "tests/devnet/cli_run.h"
#include "tests/devnet/lying_proxy.h"
#include "tests/devnet/world.h"
#include <QTcpServer>
#include <QtTest>
#include <csignal>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;

class LadderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void ownNodeVerifies();
    void oneForeignEndpointIsNotEnough();
    void twoHostsMakeAQuorum();
    void aFileNeverAuthenticatesABlock();
    void aPinAuthenticatesABlock();
    void anUnusedPinChangesNothing();
    void withoutAnEnvelope();
    void proofAndExecution();
    void executionThatDiffers_data();
    void executionThatDiffers();
    void anotherManagerProvesNothing();
    void lateAnchor();
    void preCommitment();
    void finality();
    void endpointsThatDoNotAnswer();
    void interrupted();

private:
    std::unique_ptr<World> m_world;
    /// The same chain by another address; null without a network.
    std::unique_ptr<LyingProxy> second_host();
};

void LadderTest::initTestCase() {
    if (Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
    m_world = std::make_unique<World>();
}

std::unique_ptr<LyingProxy> LadderTest::second_host() {
    const QHostAddress elsewhere = LyingProxy::another_host();
    const auto truth = [](const std::string&, const codec::Json&, codec::Json&) {};
    return elsewhere.isNull() ? nullptr
                              : std::make_unique<LyingProxy>(m_world->chain.url(), truth, elsewhere);
}

void LadderTest::ownNodeVerifies() {
    const auto files = m_world->honest_case(m_world->anchored());
    const CliRun run = verify({files->file("table.hex"), u"--envelope"_s, files->file("envelope.json"),
                               u"--trust"_s, m_world->url(), u"--contract"_s, text_of(m_world->anchor)});
    EXPECT_EXIT(run, 0);
    QCOMPARE(run.text("verdict"), "verified");
    for (const char* const rung : {"table", "digest", "event", "inclusion", "block"}) {
        QCOMPARE(run.rung(rung), "passed");
    }
    QVERIFY(run.rung("finality").startsWith("passed_not_final")); // anvil's finalized head is 64 blocks back
    QCOMPARE(run.rung("proof"), "not_checked manager.not_stated");
}

void LadderTest::oneForeignEndpointIsNotEnough() {
    const auto files = m_world->honest_case(m_world->anchored());
    const CliRun run = verify({files->path(), u"--rpc"_s, m_world->url()});
    EXPECT_EXIT(run, 4);
    QCOMPARE(run.text("verdict"), "unproven");
    EXPECT_RUNG(run, "block", "not_checked block.only_one");
    EXPECT_RUNG(run, "inclusion", "passed");
    QVERIFY2(run.out.contains("says so"), run.told());
}

void LadderTest::twoHostsMakeAQuorum() {
    const auto files = m_world->honest_case(m_world->anchored());
    // Every spelling of this machine, and every path, is one host.
    QString localhost = m_world->url();
    localhost.replace(u"127.0.0.1"_s, u"localhost"_s);
    const CliRun same = verify({files->path(), u"--rpc"_s, m_world->url(), u"--rpc"_s,
                                m_world->url() + u"/again"_s, u"--rpc"_s, localhost});
    EXPECT_EXIT(same, 4);
    EXPECT_RUNG(same, "block", "not_checked block.only_one");

    const auto second = second_host();
    if (!second) {
        QSKIP("this machine has no address but loopback: no second host to ask");
    }
    const QStringList both{u"--rpc"_s, m_world->url(), u"--rpc"_s, second->url()};
    const CliRun run = verify(QStringList{files->path()} + both);
    EXPECT_EXIT(run, 0);
    EXPECT_RUNG(run, "block", "passed");
    // From the environment, separated by spaces or commas; --offline goes before it, and so does --rpc.
    CliSetting setting;
    setting.environment = {u"ANCHORSCOPE_RPC= "_s + m_world->url() + u", "_s + second->url()};
    EXPECT_EXIT(verify({files->path()}, setting), 0);
    EXPECT_EXIT(verify({files->path(), u"--offline"_s}, setting), 4);
    EXPECT_EXIT(verify({files->path(), u"--rpc"_s, m_world->url()}, setting), 4);
}

void LadderTest::aFileNeverAuthenticatesABlock() {
    const auto files = m_world->honest_case(m_world->anchored());
    const CliRun run = verify({files->path()});
    EXPECT_EXIT(run, 4);
    EXPECT_RUNG(run, "inclusion", "passed");
    EXPECT_RUNG(run, "block", "cannot_check block.no_authority");
}

void LadderTest::aPinAuthenticatesABlock() {
    const Mined anchor_at = m_world->anchored();
    const auto files = m_world->honest_case(anchor_at);
    const QString pin = m_world->pin(anchor_at.block);
    const CliRun right = verify({files->path(), u"--offline"_s, u"--pin-block"_s, pin});
    EXPECT_EXIT(right, 0);
    EXPECT_RUNG(right, "block", "passed");
    const CliRun without_chain = verify({files->path(), u"--pin-block"_s, pin.section(u':', 1)});
    EXPECT_EXIT(without_chain, 0);

    const QString other = pin.section(u':', 0, 1) + u':' + text_of(m_world->digest);
    const CliRun wrong = verify({files->path(), u"--pin-block"_s, other});
    EXPECT_EXIT(wrong, 1);
    EXPECT_RUNG(wrong, "block", "failed block.pin");
    // A pin goes before anybody's word.
    const CliRun against_node =
        verify({files->path(), u"--pin-block"_s, other, u"--trust"_s, m_world->url()});
    EXPECT_EXIT(against_node, 1);
    EXPECT_RUNG(against_node, "block", "failed block.pin");
}

void LadderTest::anUnusedPinChangesNothing() {
    const Mined anchor_at = m_world->anchored();
    const auto files = m_world->honest_case(anchor_at);
    const CliRun run = verify({files->path(), u"--pin-block"_s, m_world->pin(anchor_at.block - 1)});
    EXPECT_EXIT(run, 4);
    QVERIFY2(run.out.contains("pin.unused"), run.told());
    const QString elsewhere = u"1"_s + m_world->pin(anchor_at.block).mid(5); // the same block of chain 1
    EXPECT_EXIT(verify({files->path(), u"--pin-block"_s, elsewhere}), 4);
}

void LadderTest::withoutAnEnvelope() {
    const Mined anchor_at = m_world->anchored();
    const CaseFolder files(m_world->table);
    const QStringList expected{files.file("table.hex"),
                               u"--expect"_s,
                               text_of(m_world->digest),
                               u"--anchor-tx"_s,
                               text_of(anchor_at.transaction),
                               u"--trust"_s,
                               m_world->url()};
    const CliRun run = verify(expected);
    EXPECT_EXIT(run, 0);
    EXPECT_RUNG(run, "event", "passed");
    QVERIFY2(run.out.contains("contract.unknown"), run.told());
    const CliRun stated = verify(expected + QStringList{u"--contract"_s, text_of(m_world->anchor)});
    EXPECT_EXIT(stated, 0);
    QVERIFY2(!stated.out.contains("contract.unknown"), stated.told());
    const CliRun other = verify(expected + QStringList{u"--contract"_s, text_of(m_world->emitter)});
    EXPECT_EXIT(other, 1);
    EXPECT_RUNG(other, "event", "failed event.contract_mismatch");
}

void LadderTest::proofAndExecution() {
    const Hash32 posting = m_world->post_table();
    const Hash32 anchoring = m_world->record(m_world->digest);
    m_world->chain.mine();
    const Mined anchor_at = m_world->located(anchoring);
    QCOMPARE(m_world->located(posting).block, anchor_at.block);
    const auto files = m_world->honest_case(anchor_at);
    const QStringList also{u"--also"_s, u"proof"_s, u"--also"_s, u"execution"_s, u"--also"_s, u"slot"_s};
    const QStringList manager{u"--manager"_s, text_of(m_world->manager)};
    for (const QStringList& word : {QStringList{u"--trust"_s, m_world->url()},
                                    QStringList{u"--pin-block"_s, m_world->pin(anchor_at.block)}}) {
        const CliRun run = verify(QStringList{files->path()} + also + manager + word);
        EXPECT_EXIT(run, 0);
        for (const char* const rung : {"proof", "execution", "slot"}) {
            QVERIFY2(run.rung(rung) == "passed", run.told());
        }
        // Without somebody's word on the block, the manager's events mean nothing.
        const CliRun unstated = verify(QStringList{files->path()} + also + word);
        EXPECT_EXIT(unstated, 4);
        EXPECT_RUNG(unstated, "proof", "not_checked manager.not_stated");
        EXPECT_RUNG(unstated, "execution", "not_checked manager.not_stated");
    }
    const CliRun offline = verify(QStringList{files->path()} + also + manager);
    EXPECT_EXIT(offline, 4);
    EXPECT_RUNG(offline, "proof", "not_checked proof.block");
}

/// The manager's events are not those of the table: one log changed or left out.
void LadderTest::executionThatDiffers_data() {
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<bool>("left_out");
    for (const char* const signature :
         {"CallResult(uint256,uint256,bool,bytes)", "EntryExecuted(uint256,bytes32,uint256,uint256)",
          "L1ToL2CallConsumed(uint256,uint256,bytes32,uint256)", "L2ExecutionPerformed(uint256,bytes32)",
          "ExecutionConsumed(bytes32,uint256,uint256)"}) {
        QTest::addRow("%s changed", signature) << QByteArray(signature) << false;
        QTest::addRow("%s left out", signature) << QByteArray(signature) << true;
    }
}

void LadderTest::executionThatDiffers() {
    QFETCH(QByteArray, event);
    QFETCH(bool, left_out);
    const Hash32 topic = crypto::keccak256(bytes_of(event.toStdString()));
    std::vector<chain::Log> logs = m_world->manager_logs;
    const auto at =
        std::ranges::find_if(logs, [&](const chain::Log& log) { return log.topics.at(0) == topic; });
    QVERIFY(at != logs.end());
    if (left_out) {
        logs.erase(at);
    } else if (at->data.empty()) {
        at->topics.at(1).bytes.front() ^= 1U;
    } else {
        at->data.at(31) ^= 1U; // the last byte of the first word: success, rolling hash, call hash, new state
    }
    m_world->post_table(logs);
    const Hash32 anchoring = m_world->record(m_world->digest);
    m_world->chain.mine();
    const auto files = m_world->honest_case(m_world->located(anchoring));
    const CliRun run = verify({files->path(), u"--trust"_s, m_world->url(), u"--manager"_s,
                               text_of(m_world->manager), u"--also"_s, u"execution"_s});
    QVERIFY2(run.code == 1 || (left_out && run.code == 4), run.told());
    QVERIFY2(run.rung("execution") != "passed", run.told());
    EXPECT_RUNG(run, "proof", "passed"); // what was posted is this table all the same
}

void LadderTest::anotherManagerProvesNothing() {
    const Hash32 posting = m_world->post_table();
    const Hash32 anchoring = m_world->record(m_world->digest);
    m_world->chain.mine();
    Q_UNUSED(posting)
    const auto files = m_world->honest_case(m_world->located(anchoring));
    const CliRun run = verify({files->path(), u"--trust"_s, m_world->url(), u"--manager"_s,
                               text_of(m_world->emitter), u"--also"_s, u"proof"_s});
    EXPECT_EXIT(run, 4);
    EXPECT_RUNG(run, "proof", "not_checked proof.not_found");
}

void LadderTest::lateAnchor() {
    const Hash32 posting = m_world->post_table();
    m_world->chain.mine(3);
    const Mined anchor_at = m_world->anchored();
    QCOMPARE(anchor_at.block, m_world->located(posting).block + 3);
    const auto files = m_world->honest_case(anchor_at);
    const QStringList asked{
        files->path(),   u"--trust"_s,     m_world->url(), u"--manager"_s, text_of(m_world->manager),
        u"--table-tx"_s, text_of(posting), u"--also"_s,    u"slot"_s};
    const CliRun late = verify(asked);
    EXPECT_EXIT(late, 1);
    EXPECT_RUNG(late, "slot", "failed slot.late");
    EXPECT_RUNG(late, "proof", "passed");
    const CliRun short_of = verify(asked + QStringList{u"--slot-tolerance"_s, u"2"_s});
    EXPECT_EXIT(short_of, 1);
    const CliRun tolerated = verify(asked + QStringList{u"--slot-tolerance"_s, u"3"_s});
    EXPECT_EXIT(tolerated, 0);
    EXPECT_RUNG(tolerated, "slot", "passed");
}

void LadderTest::preCommitment() {
    const Mined anchor_at = m_world->anchored();
    const Hash32 posting = m_world->post_table();
    m_world->chain.mine();
    const auto files = m_world->honest_case(anchor_at);
    const CliRun run =
        verify({files->path(), u"--trust"_s, m_world->url(), u"--manager"_s, text_of(m_world->manager),
                u"--table-tx"_s, text_of(posting), u"--also"_s, u"slot"_s});
    EXPECT_EXIT(run, 0);
    EXPECT_RUNG(run, "slot", "passed");
    QVERIFY2(run.out.contains("slot.pre_commitment"), run.told());
}

void LadderTest::finality() {
    const auto files = m_world->honest_case(m_world->anchored());
    const QStringList asked{files->path(), u"--trust"_s, m_world->url()};
    const QStringList final_too{u"--require"_s, u"final"_s};
    EXPECT_EXIT(verify(asked), 0);
    const CliRun before = verify(asked + final_too);
    EXPECT_EXIT(before, 4);
    QVERIFY2(before.rung("finality").startsWith("passed_not_final"), before.told());
    m_world->chain.mine(65);
    const CliRun after = verify(asked + final_too);
    EXPECT_EXIT(after, 0);
    EXPECT_RUNG(after, "finality", "passed");
}

void LadderTest::endpointsThatDoNotAnswer() {
    const auto files = m_world->honest_case(m_world->anchored());
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QString nobody = u"http://127.0.0.1:%1"_s.arg(closed.serverPort());
    closed.close();
    const QStringList asked{files->file("table.hex"), u"--envelope"_s, files->file("envelope.json")};
    const CliRun none = verify(asked + QStringList{u"--trust"_s, nobody});
    EXPECT_EXIT(none, 5);
    QCOMPARE(none.text("verdict"), "unproven");
    QVERIFY2(none.err.contains("127.0.0.1"), none.told());
    // --offline overrides: nobody was asked, so nobody was silent.
    EXPECT_EXIT(verify(asked + QStringList{u"--trust"_s, nobody, u"--offline"_s}), 4);
    // One that answers is enough.
    const CliRun one = verify(asked + QStringList{u"--rpc"_s, nobody, u"--trust"_s, m_world->url()});
    EXPECT_EXIT(one, 0);
    QVERIFY2(one.out.contains("endpoint.failed"), one.told());
}

/// An endpoint that takes the connection and says nothing; then Ctrl-C.
void LadderTest::interrupted() {
    const auto files = m_world->honest_case(m_world->anchored());
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    qint64 program = 0;
    CliSetting setting;
    setting.started = [&program](qint64 id) { program = id; };
    connect(
        &mute, &QTcpServer::newConnection, this, [&program] { ::kill(static_cast<pid_t>(program), SIGINT); },
        Qt::SingleShotConnection);
    const CliRun run =
        verify({files->path(), u"--rpc"_s, u"http://127.0.0.1:%1"_s.arg(mute.serverPort())}, setting);
    QCOMPARE(run.code, -1); // ended by the signal
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains("cancelled"), run.told());
}

QTEST_GUILESS_MAIN(LadderTest)
#include "test_ladder.moc"
