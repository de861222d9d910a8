// A case written by a worker: whole or not at all, with progress, and stopped in the middle.
#include "busy_pool.h"
#include "model/session/case_save.h"
#include "model/session/case_writer.h"
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;
using test::BusyPool;
using Outcome = CaseSave::Outcome;

namespace {

constexpr std::size_t many_bytes = std::size_t{24} << 20U; // six steps of the writer

/// An observation that is no table, as large as it takes to be written in several steps.
Parts largeParts() {
    Parts parts;
    auto source = std::make_shared<table::TableSource>();
    source->name = "large.bin";
    source->file.resize(many_bytes);
    for (std::size_t i = 0; i < many_bytes; i += 4096) {
        source->file[i] = static_cast<std::uint8_t>(i >> 12U);
    }
    parts.source = source;
    parts.request = std::make_shared<const verify::Request>();
    parts.evidence = std::make_shared<const verify::Evidence>();
    return parts;
}

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCaseSave : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"saved.anchorcase"_s);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("what was there") > 0);
    }

    /// The caller's thread is never held up, and the bytes are those of the writer that is.
    void writes_what_was_known_when_it_was_made() {
        const Parts parts = largeParts();
        const Bytes expected = caseBytes(*caseContent(parts)).value();
        CaseSave save(parts, m_path);
        QSignalSpy done(&save, &CaseSave::done);
        QSignalSpy progress(&save, &CaseSave::progress);
        {
            const BusyPool busy;
            save.start();
            QCOMPARE(contentsOf(m_path), QByteArray("what was there"));
        }
        QVERIFY(done.wait(20'000));
        QCOMPARE(done.first().first().value<Outcome>(), Outcome::Saved);
        QVERIFY(save.error().isEmpty());
        QVERIFY(contentsOf(m_path) == QByteArray(reinterpret_cast<const char*>(expected.data()),
                                                 static_cast<qsizetype>(expected.size())));
        QVERIFY(progress.size() > 4);
        quint64 before = 0;
        for (const QList<QVariant>& each : progress) {
            QVERIFY(each[0].toULongLong() > before);
            before = each[0].toULongLong();
            QCOMPARE(each[1].toULongLong(), quint64{expected.size()});
        }
        QCOMPARE(before, quint64{expected.size()});
        onlyThatFileIsThere();
    }

    void stopped_before_it_begins() {
        CaseSave save(largeParts(), m_path);
        QSignalSpy done(&save, &CaseSave::done);
        {
            const BusyPool busy;
            save.start();
            save.cancel();
        }
        QVERIFY(done.wait(20'000));
        QCOMPARE(done.first().first().value<Outcome>(), Outcome::Cancelled);
        QCOMPARE(contentsOf(m_path), QByteArray("what was there"));
        onlyThatFileIsThere();
    }

    /// In the middle of the file, as deep as its last step.
    void stopped_in_the_middle_data() {
        QTest::addColumn<int>("step");
        QTest::newRow("first") << 1;
        QTest::newRow("third") << 3;
        QTest::newRow("last") << 7; // of 24 MiB and the container's own bytes, in steps of 4 MiB
    }
    void stopped_in_the_middle() {
        QFETCH(int, step);
        WriteControl control;
        int steps = 0;
        control.progress = [&](std::uint64_t, std::uint64_t) {
            if (++steps == step) {
                control.cancellation.cancel();
            }
        };
        const auto written = writeCase(m_path, *caseContent(largeParts()), control);
        QVERIFY(written.has_value());
        QCOMPARE(*written, Written::cancelled);
        QCOMPARE(steps, step);
        QCOMPARE(contentsOf(m_path), QByteArray("what was there"));
        onlyThatFileIsThere();
    }

    void failures_come_in_words_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("open");
        QTest::newRow("no folder") << u"no/such/folder/c.anchorcase"_s << true;
        QTest::newRow("a folder") << u"."_s << true;
        QTest::newRow("nothing is open") << u"c.anchorcase"_s << false;
    }
    void failures_come_in_words() {
        QFETCH(QString, path);
        QFETCH(bool, open);
        CaseSave save(open ? largeParts() : Parts(), m_folder->filePath(path));
        QSignalSpy done(&save, &CaseSave::done);
        save.start();
        QVERIFY(done.wait(20'000));
        QCOMPARE(done.first().first().value<Outcome>(), Outcome::Failed);
        QVERIFY(!save.error().isEmpty());
        QVERIFY(!open || save.error().contains(path));
        onlyThatFileIsThere();
    }

    void gone_with_its_owner() {
        {
            CaseSave save(largeParts(), m_path);
            const BusyPool busy;
            save.start();
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QCoreApplication::processEvents();
        QCOMPARE(contentsOf(m_path), QByteArray("what was there"));
        onlyThatFileIsThere();
    }

private:
    void onlyThatFileIsThere() const {
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"saved.anchorcase"_s});
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestCaseSave)
#include "test_case_save.moc"
