// The program itself, started twice: the second hands over and ends, the first opens what it was asked for.
#include "ui/paint/theme.h"
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(ANCHORSCOPE_BINARY_DIR "/app/anchorscope");

class Machine {
public:
    Machine() {
        QDir(m_folder.path()).mkdir(u"run"_s);
        QFile::setPermissions(m_folder.filePath(u"run"_s),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.filePath(u"run"_s));
        m_environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
        m_environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        m_environment.remove(u"ANCHORSCOPE_RPC"_s);
    }
    std::unique_ptr<QProcess> start(const QStringList& arguments) const {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(m_environment);
        process->setProcessChannelMode(QProcess::MergedChannels);
        process->start(program, arguments);
        return process;
    }
    /// The file in which the first one keeps what is open.
    [[nodiscard]] QByteArray settings() const {
        QFile file(m_folder.filePath(u"config/anchorscope/anchorscope.ini"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QStringList sockets() const {
        return QDir(m_folder.filePath(u"run"_s)).entryList({u"anchorscope-*"_s}, QDir::System | QDir::Files);
    }
    [[nodiscard]] QString copyOf(const QString& name) const {
        const QString to = m_folder.filePath(name);
        QFile::copy(QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/resources/samples/deep-reentry/table.hex"), to);
        return to;
    }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

void end(QProcess& process) {
    process.terminate();
    if (!process.waitForFinished(5000)) {
        process.kill();
        process.waitForFinished(5000);
    }
}

} // namespace

class TestSingleInstance : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        if (!QFile::exists(program)) {
            QSKIP("the program is not built");
        }
    }

    void theSecondStartOpensInTheFirst() {
        const Machine machine;
        const auto first = machine.start({machine.copyOf(u"one.hex"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(machine.settings().contains("one.hex"), 20'000);
        const auto second = machine.start({machine.copyOf(u"two.hex"_s)});
        QVERIFY(second->waitForFinished(20'000));
        QCOMPARE(second->exitCode(), 0);
        QCOMPARE(second->readAll(), QByteArray());
        QTRY_VERIFY_WITH_TIMEOUT(machine.settings().contains("two.hex"), 20'000);
        QVERIFY(machine.settings().contains("one.hex")); // both are open
        QCOMPARE(first->state(), QProcess::Running);
        end(*first);
    }

    void anotherInstanceCanBeAskedFor() {
        const Machine machine;
        const auto first = machine.start({});
        QTRY_VERIFY_WITH_TIMEOUT(!machine.sockets().isEmpty(), 20'000);
        const auto second = machine.start({u"--new-instance"_s, machine.copyOf(u"two.hex"_s)});
        QVERIFY(second->waitForStarted());
        QVERIFY(!second->waitForFinished(3000)); // it has a window of its own
        QVERIFY(!machine.settings().contains(
            "open=\"{\\\"schema\\\":\\\"anchorscope.open-cases/1\\\",\\\"cases\\\":[{"));
        end(*second);
        end(*first);
    }

    void aPictureIsTakenBesideARunningProgram() {
        const Machine machine;
        const auto first = machine.start({});
        QTRY_VERIFY_WITH_TIMEOUT(!machine.sockets().isEmpty(), 20'000);
        const QTemporaryDir folder;
        const auto second =
            machine.start({u"--screenshot"_s, folder.filePath(u"shot.png"_s), u":/samples/late"_s});
        QVERIFY(second->waitForFinished(20'000));
        QCOMPARE(second->exitCode(), 0);
        QVERIFY(QImage(folder.filePath(u"shot.png"_s)).width() > 800);
        end(*first);
    }

    void oneThatWasKilledIsNoObstacle() {
        const Machine machine;
        const auto first = machine.start({});
        QTRY_VERIFY_WITH_TIMEOUT(!machine.sockets().isEmpty(), 20'000);
        first->kill();
        QVERIFY(first->waitForFinished(5000));
        QVERIFY(!machine.sockets().isEmpty()); // its socket lies there still
        const auto second = machine.start({machine.copyOf(u"two.hex"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(machine.settings().contains("two.hex"), 20'000);
        const auto third = machine.start({machine.copyOf(u"three.hex"_s)});
        QVERIFY(third->waitForFinished(20'000));
        QTRY_VERIFY_WITH_TIMEOUT(machine.settings().contains("three.hex"), 20'000);
        end(*second);
    }
};

QTEST_MAIN(TestSingleInstance)
#include "test_single_instance.moc"
