// What does not come from the chain never verifies: forged blocks that are consistent from log to header
// hash, inputs changed one by one, and blocks that were on the chain and are no longer.
#include "core/table/execution_table.h"
#include "tests/devnet/calldata.h"
#include "tests/devnet/cli_run.h"
#include "tests/devnet/forgery.h"
#include "tests/devnet/world.h"
#include <QtTest>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;

class ForgeryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void forgedAnchor();
    void forgedBlockHidesNoSoundOne();
    void forgedPosting();
    void tamperedTable_data();
    void tamperedTable();
    void tamperedEnvelope_data();
    void tamperedEnvelope();
    void tamperedEvidence();
    void evidenceOfAnotherChain();
    void missingBodies();
    void otherContractThanStated();
    void dirtyTopic();
    void dataInTheLog();
    void otherPosition();
    void revertedTransaction();
    void changedBlock();

private:
    std::unique_ptr<World> m_world;
    /// The honest case of a new anchor, and its block pinned.
    struct Pinned {
        Mined anchor_at;
        std::unique_ptr<CaseFolder> files;
        QStringList arguments;
    };
    Pinned pinned();
};

void ForgeryTest::initTestCase() {
    if (Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
    m_world = std::make_unique<World>();
}

ForgeryTest::Pinned ForgeryTest::pinned() {
    Pinned out;
    out.anchor_at = m_world->anchored();
    out.files = m_world->honest_case(out.anchor_at);
    out.arguments = {out.files->path(), u"--pin-block"_s, m_world->pin(out.anchor_at.block)};
    return out;
}

namespace {

Bytes with_byte_flipped(Bytes bytes, std::size_t at) {
    bytes.at(at) = static_cast<std::uint8_t>(bytes.at(at) ^ 1U);
    return bytes;
}

/// Where the table can be changed and stays one: the last byte of the first entry's new state, and of the
/// first call's data.
struct Places {
    std::size_t new_state = 0, call_data = 0;
};

Places places_in(const Bytes& calldata) {
    auto source = table::load_source("table.bin", calldata);
    const auto decoded =
        table::decode_table(std::make_shared<const table::TableSource>(*std::move(source))).value();
    const table::Entry& entry = decoded->entries.front();
    const ByteView data = entry.calls.front().data;
    const auto data_end = static_cast<std::size_t>(data.data() - decoded->calldata().data()) + data.size();
    return {static_cast<std::size_t>(entry.deltas.front().range.offset) + 3 * 32 - 1, data_end - 1};
}

} // namespace

/// The forger anchors a table of his own in a block that never was; everything in the case fits together.
void ForgeryTest::forgedAnchor() {
    const Mined anchor_at = m_world->anchored();
    const Bytes other_table = with_byte_flipped(m_world->table, places_in(m_world->table).new_state);
    const Hash32 other_digest = crypto::sha256(other_table);
    const chain::BlockEvidence forged =
        with_topic(m_world->chain.block(anchor_at.block), 0, 0, 1, other_digest);
    anchor::Envelope envelope = m_world->envelope(anchor_at);
    envelope.digest = other_digest;
    envelope.block_hash = forged.header.hash;
    CaseFolder files(other_table);
    files.envelope(envelope);
    files.evidence(chain_id, std::vector{forged});
    const QStringList asked{files.path(), u"--profile"_s, u"calldata"_s};

    const CliRun offline = verify(asked);
    EXPECT_EXIT(offline, 4);
    EXPECT_RUNG(offline, "inclusion", "passed"); // that is why inclusion is not enough
    EXPECT_RUNG(offline, "block", "cannot_check block.no_authority");
    const CliRun pinned = verify(asked + QStringList{u"--pin-block"_s, m_world->pin(anchor_at.block)});
    EXPECT_EXIT(pinned, 1);
    EXPECT_RUNG(pinned, "block", "failed block.pin");
    const CliRun trusted = verify(asked + QStringList{u"--trust"_s, m_world->url()});
    EXPECT_EXIT(trusted, 1);
    EXPECT_RUNG(trusted, "block", "failed block.not_canonical");
    const CliRun one = verify(asked + QStringList{u"--rpc"_s, m_world->url()});
    EXPECT_EXIT(one, 4);
}

/// The honest block beside the forged one: which is taken must not depend on the order of the files' blocks.
void ForgeryTest::forgedBlockHidesNoSoundOne() {
    const Pinned honest = pinned();
    const chain::BlockEvidence sound = m_world->chain.block(honest.anchor_at.block);
    const chain::BlockEvidence forged = with_topic(sound, 0, 0, 1, Hash32{});
    for (const auto& blocks : {std::vector{forged, sound}, std::vector{sound, forged}}) {
        honest.files->evidence(chain_id, blocks);
        EXPECT_EXIT(verify(honest.arguments), 0);
    }
    honest.files->evidence(chain_id, std::vector{forged});
    EXPECT_EXIT(verify(honest.arguments), 1);
}

/// A block that shows the posting as accepted, though nothing like it was ever mined.
void ForgeryTest::forgedPosting() {
    const Hash32 posting = m_world->post_table();
    m_world->chain.mine();
    const Mined posted = m_world->located(posting);
    const Mined anchor_at = m_world->anchored();
    const chain::BlockEvidence sound = m_world->chain.block(posted.block);
    const chain::BlockEvidence forged = with_topic(sound, 0, 0, 0, Hash32{});
    CaseFolder files(m_world->table);
    files.envelope(m_world->envelope(anchor_at));
    files.evidence(chain_id, std::vector{forged, m_world->chain.block(anchor_at.block)});
    const QStringList asked{
        files.path(), u"--manager"_s, text_of(m_world->manager), u"--slot-tolerance"_s,        u"9"_s,
        u"--also"_s,  u"proof"_s,     u"--pin-block"_s,          m_world->pin(anchor_at.block)};
    const CliRun unknown = verify(asked);
    EXPECT_EXIT(unknown, 4);
    EXPECT_RUNG(unknown, "proof", "not_checked proof.block");
    EXPECT_RUNG(unknown, "execution", "not_checked proof.block");
    const CliRun known = verify(asked + QStringList{u"--pin-block"_s, m_world->pin(posted.block)});
    EXPECT_EXIT(known, 1);
    EXPECT_RUNG(known, "proof", "failed proof.block");
}

void ForgeryTest::tamperedTable_data() {
    QTest::addColumn<qsizetype>("at");
    QTest::addColumn<bool>("stays_a_table");
    const Places places = places_in(m_world->table);
    QTest::addRow("new state") << static_cast<qsizetype>(places.new_state) << true;
    QTest::addRow("call data") << static_cast<qsizetype>(places.call_data) << true;
    QTest::addRow("padding") << static_cast<qsizetype>(m_world->table.size()) - 1 << false;
    QTest::addRow("selector") << qsizetype{0} << true; // of nothing known: an opaque observation
}

void ForgeryTest::tamperedTable() {
    QFETCH(qsizetype, at);
    QFETCH(bool, stays_a_table);
    const Pinned honest = pinned();
    CaseFolder files(with_byte_flipped(m_world->table, static_cast<std::size_t>(at)));
    files.envelope(m_world->envelope(honest.anchor_at));
    files.evidence(chain_id, std::vector{m_world->chain.block(honest.anchor_at.block)});
    QStringList arguments = honest.arguments;
    arguments.front() = files.path();
    const CliRun run = verify(arguments);
    EXPECT_EXIT(run, stays_a_table ? 1 : 3);
    EXPECT_RUNG(run, "digest", "failed digest.mismatch"); // of the file's bytes, whatever they are
    EXPECT_RUNG(run, "block", "passed");
}

void ForgeryTest::tamperedEnvelope_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("rung");
    QTest::addColumn<QString>("said");
    const QString other_hash = text_of(crypto::sha256({}));
    const auto row = [](const char* name, const QString& value, const char* rung, const char* said) {
        QTest::newRow(name) << QString::fromLatin1(name) << value << QString::fromLatin1(rung)
                            << QString::fromLatin1(said);
    };
    row("digest", other_hash, "digest", "failed digest.mismatch");
    row("hash_function", u"keccak-256"_s, "digest", "failed digest.mismatch");
    row("chain_id", u"1"_s, "event", "failed event.chain_id");
    row("contract", text_of(m_world->emitter), "event", "failed event.contract_mismatch");
    row("tx_hash", other_hash, "event", "failed event.transaction_hash");
    row("block_number", u"1"_s, "event", "failed event.block_number");
    row("receipt_log_position", u"1"_s, "event", "failed event.log_position");
    row("committer", text_of(m_world->poster()), "event", "failed event.committer_mismatch");
    row("block_hash", other_hash, "event", "failed event.block_hash");
    row("version", u"erc8281/2"_s, "", "malformed");
    row("receipt_log_position ", u"0"_s, "", "verified"); // an unknown field is ignored
}

void ForgeryTest::tamperedEnvelope() {
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, rung);
    QFETCH(QString, said);
    const Pinned honest = pinned();
    auto envelope = codec::parse_json(anchor::write_envelope(m_world->envelope(honest.anchor_at))).value();
    envelope[field.toStdString()] = value.toStdString();
    honest.files->envelope(envelope);
    const CliRun run = verify(honest.arguments);
    if (rung.isEmpty()) {
        QCOMPARE(QString::fromUtf8(run.text("verdict")), said);
        QCOMPARE(run.code, said == u"verified" ? 0 : 3);
        return;
    }
    EXPECT_EXIT(run, 1);
    QVERIFY2(run.rung(qPrintable(rung)) == said.toUtf8(), run.told());
}

/// Bytes of the evidence changed so that it can still be read: the roots tell.
void ForgeryTest::tamperedEvidence() {
    const Mined anchor_at = m_world->anchored();
    const chain::BlockEvidence block = m_world->chain.block(anchor_at.block);
    const QStringList pin{u"--pin-block"_s, m_world->pin(anchor_at.block)};
    const auto files = m_world->honest_case(anchor_at);

    chain::BlockEvidence receipts = block;
    receipts.receipts.at(0).logs.at(0).address = m_world->emitter;
    files->evidence(chain_id, std::vector{receipts});
    const CliRun first = verify(QStringList{files->path()} + pin);
    EXPECT_EXIT(first, 1);
    EXPECT_RUNG(first, "inclusion", "failed inclusion.receipts_root");

    chain::BlockEvidence extra = block;
    extra.transactions.push_back(m_world->chain.block(anchor_at.block - 1).transactions.at(0));
    extra.receipts.push_back(extra.receipts.at(0));
    files->evidence(chain_id, std::vector{extra});
    const CliRun second = verify(QStringList{files->path()} + pin);
    EXPECT_EXIT(second, 1);
    EXPECT_RUNG(second, "inclusion", "failed inclusion.receipts_root");

    chain::BlockEvidence header = block;
    header.header = with_field(block.header, "stateRoot", m_world->digest.bytes);
    files->evidence(chain_id, std::vector{header});
    const CliRun third = verify(QStringList{files->path()} + pin);
    EXPECT_EXIT(third, 1);
    EXPECT_RUNG(third, "block", "failed block.pin");
    EXPECT_RUNG(third, "event", "failed event.block_hash");

    files->evidence(chain_id, std::vector{block});
    files->replace_in_evidence("\"header\": \"0x", "\"header\": \"0X");
    EXPECT_EXIT(verify(QStringList{files->path()} + pin), 3);
}

void ForgeryTest::evidenceOfAnotherChain() {
    const Pinned honest = pinned();
    honest.files->evidence(1, std::vector{m_world->chain.block(honest.anchor_at.block)});
    const CliRun run = verify(honest.arguments);
    EXPECT_EXIT(run, 1);
    EXPECT_RUNG(run, "event", "failed event.chain_id");
}

/// Receipts proven, transactions left out: which receipt is the transaction's is not bound.
void ForgeryTest::missingBodies() {
    const Pinned honest = pinned();
    chain::BlockEvidence block = m_world->chain.block(honest.anchor_at.block);
    block.transactions.clear();
    block.bodies_known = false;
    honest.files->evidence(chain_id, std::vector{block});
    const CliRun run = verify(honest.arguments);
    EXPECT_EXIT(run, 4);
    EXPECT_RUNG(run, "event", "cannot_check event.transaction_unbound");
    EXPECT_RUNG(run, "inclusion", "cannot_check inclusion.bodies");
}

/// Anybody's contract can emit Recorded(D, victim).
void ForgeryTest::otherContractThanStated() {
    const std::vector topics{recorded_topic(), m_world->digest, m_world->committer().to_word()};
    const Mined anchor_at = m_world->mined(m_world->emitter, emit_call(topics));
    const auto files = m_world->honest_case(anchor_at); // its envelope names the anchor contract
    const QStringList own{u"--trust"_s, m_world->url()};
    const CliRun declared = verify(QStringList{files->path()} + own);
    EXPECT_EXIT(declared, 1);
    EXPECT_RUNG(declared, "event", "failed event.contract_mismatch");
    // An envelope that names the impostor itself: verified by an unknown contract, unless the user states
    // which one.
    anchor::Envelope envelope = m_world->envelope(anchor_at);
    envelope.contract = m_world->emitter;
    files->envelope(envelope);
    const CliRun unknown = verify(QStringList{files->path()} + own);
    EXPECT_EXIT(unknown, 0);
    QVERIFY2(unknown.out.contains("contract.unknown"), unknown.told());
    const CliRun headline = run_cli(QStringList{u"verify"_s, u"--quiet"_s, files->path()} + own);
    QVERIFY2(headline.out.contains("unknown contract"), headline.told());
    const CliRun stated = verify(QStringList{files->path(), u"--contract"_s, text_of(m_world->anchor)} + own);
    EXPECT_EXIT(stated, 1);
    EXPECT_RUNG(stated, "event", "failed event.contract_mismatch");
}

void ForgeryTest::dirtyTopic() {
    Hash32 dirty = m_world->committer().to_word();
    dirty.bytes.front() = 1; // one of the twelve bytes in front of the address
    const Mined anchor_at =
        m_world->mined(m_world->emitter, emit_call({recorded_topic(), m_world->digest, dirty}));
    CaseFolder files(m_world->table);
    anchor::Envelope envelope = m_world->envelope(anchor_at);
    envelope.contract = m_world->emitter;
    files.envelope(envelope);
    const CliRun run = verify({files.path(), u"--trust"_s, m_world->url()});
    EXPECT_EXIT(run, 1);
    EXPECT_RUNG(run, "event", "failed event.dirty_topic");
}

void ForgeryTest::dataInTheLog() {
    const std::vector topics{recorded_topic(), m_world->digest, m_world->committer().to_word()};
    const auto judged = [&](const Bytes& call) {
        CaseFolder files(m_world->table);
        anchor::Envelope envelope = m_world->envelope(m_world->mined(m_world->emitter, call));
        envelope.contract = m_world->emitter;
        files.envelope(envelope);
        return verify({files.path(), u"--trust"_s, m_world->url()});
    };
    const CliRun data = judged(emit_call(topics, m_world->digest.bytes));
    EXPECT_EXIT(data, 1);
    EXPECT_RUNG(data, "event", "failed event.data");
    const CliRun two = judged(emit_call({topics[0], topics[1]}));
    EXPECT_EXIT(two, 1);
    EXPECT_RUNG(two, "event", "failed event.topic_count");
    const CliRun four = judged(emit_call({topics[0], topics[1], topics[2], topics[2]}));
    EXPECT_EXIT(four, 1);
    EXPECT_RUNG(four, "event", "failed event.topic_count");
    const CliRun other = judged(emit_call({topics[1], topics[1], topics[2]}));
    EXPECT_EXIT(other, 1);
    EXPECT_RUNG(other, "event", "failed event.topic0");
}

/// The position in the receipt counts, not the block-wide log index.
void ForgeryTest::otherPosition() {
    const std::vector topics{recorded_topic(), m_world->digest, m_world->committer().to_word()};
    const std::vector<chain::Log> logs{{{}, {m_world->digest}, {}}, {{}, topics, {}}};
    m_world->chain.send(0, m_world->manager, arm_call(logs));
    m_world->chain.mine();
    m_world->record(Hash32{}); // one log before, in the same block
    const Hash32 transaction = m_world->chain.send(2, m_world->manager, bytes_of("play"));
    m_world->chain.mine();
    const Mined anchor_at = m_world->located(transaction);
    anchor::Envelope envelope = m_world->envelope(anchor_at);
    envelope.contract = m_world->manager;
    const auto judged = [&](std::uint64_t position) {
        CaseFolder files(m_world->table);
        envelope.receipt_log_position = position;
        files.envelope(envelope);
        return verify({files.path(), u"--trust"_s, m_world->url()});
    };
    EXPECT_EXIT(judged(1), 0);
    const CliRun first = judged(0);
    EXPECT_EXIT(first, 1);
    EXPECT_RUNG(first, "event", "failed event.topic0");
    const CliRun index = judged(2); // its logIndex
    EXPECT_EXIT(index, 1);
    EXPECT_RUNG(index, "event", "failed event.log_position");
}

void ForgeryTest::revertedTransaction() {
    const Mined reverted = m_world->mined(m_world->emitter, fail_call());
    CaseFolder files(m_world->table);
    files.envelope(m_world->envelope(reverted));
    const CliRun run = verify({files.path(), u"--trust"_s, m_world->url()});
    EXPECT_EXIT(run, 1);
    EXPECT_RUNG(run, "event", "failed event.reverted");
}

/// The anchor was on the chain; then the chain was rolled back and went another way.
void ForgeryTest::changedBlock() {
    const codec::Json snapshot = m_world->chain.rpc("evm_snapshot");
    const Mined anchor_at = m_world->anchored();
    const auto files = m_world->honest_case(anchor_at);
    const QString pin = m_world->pin(anchor_at.block);
    const QStringList own{u"--trust"_s, m_world->url()};
    EXPECT_EXIT(verify(QStringList{files->path()} + own), 0);
    m_world->chain.rpc("evm_revert", codec::Json::array({snapshot}));
    const Mined instead = m_world->mined(m_world->anchor, record_call(Hash32{}));
    QCOMPARE(instead.block, anchor_at.block);

    const CliRun run = verify(QStringList{files->path()} + own);
    EXPECT_EXIT(run, 1);
    EXPECT_RUNG(run, "block", "failed block.not_canonical");
    // Without evidence there is nothing left to find.
    const CliRun bare = verify(QStringList{files->file("table.hex"), u"--envelope"_s,
                                           files->file("envelope.json"), u"--evidence"_s, u"/dev/null"_s}
                                   .mid(0, 3) +
                               own);
    QVERIFY2(bare.code != 0, bare.told());
    // What was pinned is a block that the node says is not on its chain: finality tells.
    const CliRun pinned = verify(QStringList{files->path(), u"--pin-block"_s, pin} + own);
    EXPECT_EXIT(pinned, 1);
    EXPECT_RUNG(pinned, "finality", "failed finality.not_canonical");
}

QTEST_GUILESS_MAIN(ForgeryTest)
#include "test_forgery.moc"
