// Every sample keeps its promise offline, and only its own evidence is pinned.
#include "core/crypto/hash_function.h"
#include "core/verify/report.h"
#include "model/session/samples.h"
#include "model/session/session.h"
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;
using verify::Verdict;

Q_DECLARE_METATYPE(anchorscope::verify::Verdict)

namespace {

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestSamples : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void list_is_complete();
    void keeps_its_promise_data();
    void keeps_its_promise();
    void a_copy_is_still_pinned();
    void changed_evidence_is_not_pinned();
    void other_evidence_beside_it_takes_the_pins_away();
    void stated_contract_stays();
    void each_fails_where_it_says_data();
    void each_fails_where_it_says();
    void a_thousand_entries_are_a_thousand();

private:
    /// The sample's files in a folder of their own.
    QString copyOf(const QString& id) const {
        for (const auto& name : {u"table.hex"_s, u"envelope.json"_s, u"evidence.json"_s}) {
            QFile::copy(u":/samples/%1/%2"_s.arg(id, name), m_folder->filePath(name));
            QFile::setPermissions(m_folder->filePath(name), QFile::ReadOwner | QFile::WriteOwner);
        }
        return m_folder->path();
    }
    static bool run(Session& session, const QString& path) {
        QSignalSpy finished(&session, &Session::finished);
        session.open(CaseFiles::discover(path));
        return QTest::qWaitFor([&] { return !finished.isEmpty(); }, 20'000) && session.parts().report;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSamples::list_is_complete() {
    const QStringList folders = QDir(u":/samples"_s).entryList(QDir::Dirs, QDir::Name);
    QStringList listed;
    QSet<QString> titles;
    for (const Sample& sample : samples()) {
        listed += sample.id;
        titles.insert(sample.title);
        QVERIFY2(!sample.pins.empty(), qPrintable(sample.id));
        QVERIFY(!sample.text.isEmpty());
        QVERIFY(sample.contract);
        const QByteArray evidence = contents(sample.folder + u"/evidence.json"_s);
        const ByteView bytes = bytes_of({evidence.constData(), static_cast<std::size_t>(evidence.size())});
        QCOMPARE(crypto::sha256(bytes), sample.evidenceSha256);
        QCOMPARE(sampleOfEvidence(sample.evidenceSha256), &sample);
        for (const verify::Pin& pin : sample.pins) {
            QCOMPARE(pin.label, "sample");
            QVERIFY(pin.chain_id);
        }
    }
    listed.sort();
    QCOMPARE(listed, folders);
    QCOMPARE(titles.size(), listed.size());
    QCOMPARE(sampleOfEvidence(Hash32{}), nullptr);
}

void TestSamples::keeps_its_promise_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<Verdict>("verdict");
    for (const Sample& sample : samples()) {
        QTest::newRow(qPrintable(sample.id)) << sample.folder << sample.expected;
    }
}

void TestSamples::keeps_its_promise() {
    QFETCH(const QString, folder);
    QFETCH(const Verdict, verdict);
    Session session;
    QVERIFY(run(session, folder));
    const verify::Report& report = *session.parts().report;
    QCOMPARE(QString::fromUtf8(verify::name(report.verdict).data()),
             QString::fromUtf8(verify::name(verdict).data()));
    QCOMPARE(session.requestLog()->rowCount(), 0); // nothing left the machine
    QVERIFY(session.parts().request->expect.built_in);
}

void TestSamples::a_copy_is_still_pinned() {
    Session session;
    QVERIFY(run(session, copyOf(u"deep-reentry"_s)));
    QCOMPARE(session.parts().report->verdict, Verdict::verified);
}

/// One bit of a signature in a transaction flipped, or white space added: other bytes, so no pin.
void TestSamples::changed_evidence_is_not_pinned() {
    const QString folder = copyOf(u"deep-reentry"_s);
    const QString evidence = m_folder->filePath(u"evidence.json"_s);
    const QByteArray bytes = contents(evidence);
    write(evidence, bytes + '\n');
    Session session;
    QVERIFY(run(session, folder));
    QVERIFY(session.parts().request->pins.empty());
    QVERIFY(!session.parts().request->expect.built_in);
    const Verdict verdict = session.parts().report->verdict;
    QVERIFY(verdict == Verdict::unproven || verdict == Verdict::malformed);
}

void TestSamples::other_evidence_beside_it_takes_the_pins_away() {
    Session session;
    QVERIFY(run(session, u":/samples/deep-reentry"_s));
    QCOMPARE(session.parts().request->pins.size(), 1U);
    QSignalSpy finished(&session, &Session::finished);
    session.attachEvidence(u":/samples/late/evidence.json"_s);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(session.parts().request->pins.empty());
    QCOMPARE(session.parts().evidence->blocks.size(), 3U); // one of this sample, two of the other
    QCOMPARE(session.parts().report->verdict, Verdict::unproven);
}

void TestSamples::stated_contract_stays() {
    Session session;
    QVERIFY(run(session, u":/samples/deep-reentry"_s));
    VerifyOptions options;
    options.expect.contract = Address{};
    QSignalSpy finished(&session, &Session::finished);
    session.setOptions(options);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(*session.parts().request->expect.contract, Address{});
    QVERIFY(!session.parts().request->expect.built_in);
    QCOMPARE(session.parts().report->verdict, Verdict::mismatch);
}

void TestSamples::each_fails_where_it_says_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("rung");
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("tampered") << u"tampered"_s << int(verify::RungId::digest) << QByteArray();
    QTest::newRow("reorged") << u"reorged"_s << int(verify::RungId::block) << QByteArray("block.pin");
    QTest::newRow("late") << u"late"_s << int(verify::RungId::slot) << QByteArray();
}

/// Told by the ladder: everything below the rung holds, and of the reorged block even the inclusion.
void TestSamples::each_fails_where_it_says() {
    QFETCH(const QString, id);
    QFETCH(const int, rung);
    QFETCH(const QByteArray, rule);
    Session session;
    QVERIFY(run(session, u":/samples/"_s + id));
    const verify::Report& report = *session.parts().report;
    const verify::Rung& failed = report.rungs.at(static_cast<std::size_t>(rung));
    QCOMPARE(failed.state, verify::RungState::failed);
    if (!rule.isEmpty()) {
        QCOMPARE(QByteArray(failed.rule.data(), static_cast<qsizetype>(failed.rule.size())), rule);
    }
    if (id == u"reorged") {
        for (const auto sound : {verify::RungId::table, verify::RungId::digest, verify::RungId::event,
                                 verify::RungId::inclusion}) {
            QCOMPARE(report.rungs.at(static_cast<std::size_t>(sound)).state, verify::RungState::passed);
        }
        const Sample* const sample = sampleOfEvidence(crypto::sha256(*session.parts().evidenceBytes));
        QVERIFY(sample);
        const chain::Header& left = session.parts().evidence->blocks.at(*report.anchor_block).header;
        QCOMPARE(sample->pins.at(0).number, left.number); // the same height, another block
        QVERIFY(sample->pins.at(0).hash != left.hash);
        QCOMPARE(failed.expected, sample->pins.at(0).hash.hex());
        QCOMPARE(failed.actual, left.hash.hex());
    }
}

void TestSamples::a_thousand_entries_are_a_thousand() {
    Session session;
    QVERIFY(run(session, u":/samples/thousand"_s));
    QCOMPARE(session.parts().table->entries.size(), std::size_t{1000});
    QVERIFY(session.parts().tree->nodes.size() > 1000);
    QCOMPARE(session.parts().report->rungs.at(std::size_t(verify::RungId::execution)).state,
             verify::RungState::passed);
    QVERIFY(std::ranges::any_of(samples(), [](const Sample& sample) {
        return sample.id == u"thousand" && sample.text.contains(u"Made up");
    }));
}

QTEST_GUILESS_MAIN(TestSamples)
#include "test_samples.moc"
