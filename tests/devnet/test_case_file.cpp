// Case files made online and verified offline: with the pin of the user, without one, and by a forger's hand.
#include "core/crypto/hash_function.h"
#include "tests/devnet/cli_run.h"
#include "tests/devnet/forgery.h"
#include "tests/devnet/lying_proxy.h"
#include "tests/devnet/world.h"
#include <QtTest>

using namespace anchorscope;
using namespace anchorscope::devnet;
using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class CaseFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void fetchedOnlineVerifiedOffline();
    void fetchedTwiceTheSameBytes();
    void whatIsThereIsNotReplaced();
    void savedByVerify();
    void theWalkFromAPinIsKept();
    void aForgedCaseIsNeverVerified();
    void flippedBitsAreMalformed();

private:
    [[nodiscard]] QString at(const QString& name) const { return m_folder->filePath(name); }
    CliRun fetch(const Mined& posting, const QString& to) {
        return run_cli({u"fetch"_s, u"--rpc"_s, m_world->url(), text_of(posting.transaction), u"-o"_s, to});
    }
    /// The table posted and anchored in one block.
    Mined posted_and_anchored() {
        const Hash32 posting = m_world->post_table();
        m_world->record(m_world->digest);
        m_world->chain.mine();
        return m_world->located(posting);
    }
    std::unique_ptr<World> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void CaseFileTest::initTestCase() {
    if (Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
    m_world = std::make_unique<World>();
}

void CaseFileTest::fetchedOnlineVerifiedOffline() {
    const Mined posting = posted_and_anchored();
    const QString file = at(u"a.anchorcase"_s);
    EXPECT_EXIT(fetch(posting, file), 0);
    const CliRun bare = verify({file, u"--offline"_s});
    EXPECT_EXIT(bare, 4);
    EXPECT_RUNG(bare, "inclusion", "passed");
    EXPECT_RUNG(bare, "block", "cannot_check block.no_authority");
    const QString pin = m_world->pin(posting.block);
    const CliRun pinned = verify({file, u"--offline"_s, u"--pin-block"_s, pin});
    EXPECT_EXIT(pinned, 0);
    const QByteArray sha256 = QCryptographicHash::hash(contents(file), QCryptographicHash::Sha256).toHex();
    const codec::Json input = pinned.json().at("input");
    QCOMPARE(input.at("case").at("path").get<std::string>(), std::string("a.anchorcase"));
    QCOMPARE(input.at("case").at("sha256").get<std::string>(), "0x" + sha256.toStdString());
    // The hints of the case are shown; contract and manager stay unstated.
    QVERIFY2(pinned.out.contains("case.settings"), pinned.told());
    QCOMPARE(pinned.rung("proof"), QByteArray("not_checked manager.not_stated"));
    QString wrong = pin;
    wrong.replace(wrong.size() - 1, 1, wrong.endsWith(u'0') ? u"1"_s : u"0"_s);
    EXPECT_EXIT(verify({file, u"--offline"_s, u"--pin-block"_s, wrong}), 1);
    EXPECT_EXIT(verify({file, u"--trust"_s, m_world->url()}), 0);
    EXPECT_EXIT(verify({file, u"--rpc"_s, m_world->url()}), 4); // one that is not the user's own
}

void CaseFileTest::fetchedTwiceTheSameBytes() {
    const Mined posting = posted_and_anchored();
    m_world->chain.mine(80); // its block is below the finalized head
    EXPECT_EXIT(fetch(posting, at(u"first.anchorcase"_s)), 0);
    m_world->chain.mine(3);
    EXPECT_EXIT(fetch(posting, at(u"second.anchorcase"_s)), 0);
    QVERIFY(!contents(at(u"first.anchorcase"_s)).isEmpty());
    QCOMPARE(contents(at(u"second.anchorcase"_s)), contents(at(u"first.anchorcase"_s)));
}

void CaseFileTest::whatIsThereIsNotReplaced() {
    const Mined posting = posted_and_anchored();
    QFile there(at(u"there.anchorcase"_s));
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("notes") == 5);
    there.close();
    const CliRun run = fetch(posting, there.fileName());
    EXPECT_EXIT(run, 2);
    QCOMPARE(contents(there.fileName()), QByteArray("notes"));
}

/// verify keeps what an endpoint showed; two runs at different heads keep the same.
void CaseFileTest::savedByVerify() {
    const Mined anchor_at = m_world->anchored();
    const auto files = m_world->honest_case(anchor_at);
    QVERIFY(QFile::remove(files->file("evidence.json"))); // all evidence comes from the endpoint
    const QString first = at(u"first.anchorcase"_s);
    const QString second = at(u"second.anchorcase"_s);
    EXPECT_EXIT(verify({files->path(), u"--trust"_s, m_world->url(), u"--save-case"_s, first}), 0);
    m_world->chain.mine(2);
    EXPECT_EXIT(verify({files->path(), u"--trust"_s, m_world->url(), u"--save-case"_s, second}), 0);
    QCOMPARE(contents(second), contents(first));
    EXPECT_EXIT(verify({first, u"--offline"_s}), 4);
    EXPECT_EXIT(verify({first, u"--pin-block"_s, m_world->pin(anchor_at.block)}), 0);
    EXPECT_EXIT(verify({first, u"--offline"_s, u"--save-case"_s, at(u"third.anchorcase"_s)}), 4);
    QCOMPARE(contents(at(u"third.anchorcase"_s)), contents(first));
    EXPECT_EXIT(verify({files->path(), u"--save-case"_s, at(u"no/folder.anchorcase"_s)}), 2);
}

/// The user's pin is of a newer block: the case keeps the headers between, and the pin holds offline, too.
void CaseFileTest::theWalkFromAPinIsKept() {
    const Mined anchor_at = m_world->anchored();
    const auto files = m_world->honest_case(anchor_at);
    QVERIFY(QFile::remove(files->file("evidence.json")));
    m_world->chain.mine(5);
    const QStringList pinned{u"--pin-block"_s, m_world->pin(m_world->chain.head())};
    const QString file = at(u"walk.anchorcase"_s);
    const CliRun online =
        verify(QStringList{files->path(), u"--rpc"_s, m_world->url(), u"--save-case"_s, file} + pinned);
    EXPECT_EXIT(online, 0);
    const CliRun offline = verify(QStringList{file, u"--offline"_s} + pinned);
    EXPECT_EXIT(offline, 0);
    EXPECT_RUNG(offline, "block", "passed");
    EXPECT_EXIT(verify({file, u"--offline"_s}), 4);
    // Any block on the way will do; one that the walk does not pass does not.
    EXPECT_EXIT(verify({file, u"--pin-block"_s, m_world->pin(m_world->chain.head() - 1)}), 0);
    m_world->chain.mine();
    EXPECT_EXIT(verify({file, u"--pin-block"_s, m_world->pin(m_world->chain.head())}), 4);
}

/// From header to digest all fits together, in a canonical container; the block never was.
void CaseFileTest::aForgedCaseIsNeverVerified() {
    const Mined anchor_at = m_world->anchored();
    Bytes table = m_world->table;
    table[table.size() - 1 - 31] ^= 1U;
    const Hash32 digest = crypto::sha256(table);
    const chain::BlockEvidence forged = with_topic(m_world->chain.block(anchor_at.block), 0, 0, 1, digest);
    anchor::Envelope envelope = m_world->envelope(anchor_at);
    envelope.digest = digest;
    envelope.block_hash = forged.header.hash;
    CaseFolder files(table);
    files.envelope(envelope);
    files.evidence(chain_id, std::vector{forged});
    const QString file = at(u"forged.anchorcase"_s);
    const QStringList profile{u"--profile"_s, u"calldata"_s};
    EXPECT_EXIT(verify(QStringList{files.path(), u"--save-case"_s, file} + profile), 4);

    const CliRun offline = verify(QStringList{file} + profile);
    EXPECT_EXIT(offline, 4);
    EXPECT_RUNG(offline, "inclusion", "passed");
    const QString pin = m_world->pin(anchor_at.block);
    EXPECT_EXIT(verify(QStringList{file, u"--pin-block"_s, pin} + profile), 1);
    EXPECT_EXIT(verify(QStringList{file, u"--trust"_s, m_world->url()} + profile), 1);
    EXPECT_EXIT(verify(QStringList{file, u"--rpc"_s, m_world->url()} + profile), 4);
}

void CaseFileTest::flippedBitsAreMalformed() {
    const Mined posting = posted_and_anchored();
    const QString file = at(u"a.anchorcase"_s);
    EXPECT_EXIT(fetch(posting, file), 0);
    const QByteArray sound = contents(file);
    const QStringList pinned{u"--pin-block"_s, m_world->pin(posting.block)};
    EXPECT_EXIT(verify(QStringList{file} + pinned), 0);
    for (qsizetype byte = 0; byte < sound.size(); byte += sound.size() / 40) {
        QByteArray changed = sound;
        changed[byte] = static_cast<char>(changed[byte] ^ (1 << (byte % 8)));
        QFile out(at(u"flipped.anchorcase"_s));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(changed) == changed.size());
        out.close();
        const CliRun run = verify(QStringList{out.fileName()} + pinned);
        QVERIFY2(run.code == 3, run.told());
        QCOMPARE(run.text("verdict"), QByteArray("malformed"));
    }
}

QTEST_GUILESS_MAIN(CaseFileTest)
#include "test_case_file.moc"
