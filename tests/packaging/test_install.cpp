// core installs as a CMake package, and a project that knows nothing else of this one builds with it.
#include "core/table/format.h"
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace {

/// Ends with status 0 within the time; else fails the test with what was said.
QByteArray run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(180'000);
    QByteArray said = process.readAll();
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qCritical().noquote() << program << arguments << "\n" << said;
        throw std::runtime_error("a step failed");
    }
    return said;
}

} // namespace

class InstallTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aConsumerBuildsAndRuns() {
        if (!QByteArray(ANCHORSCOPE_SANITIZE).isEmpty()) {
            QSKIP("a library with sanitizers is not for others: build without ANCHORSCOPE_SANITIZE");
        }
        const QTemporaryDir scratch;
        QVERIFY(scratch.isValid());
        const QString prefix = scratch.filePath(QStringLiteral("prefix"));
        const QString build = scratch.filePath(QStringLiteral("build"));
        const QString cmake = QStringLiteral(ANCHORSCOPE_CMAKE);
        const QString config = QStringLiteral(ANCHORSCOPE_CONFIG);
        try {
            run(cmake, {QStringLiteral("--install"), QStringLiteral(ANCHORSCOPE_BINARY_DIR "/core"),
                        QStringLiteral("--config"), config, QStringLiteral("--prefix"), prefix});
            run(cmake, {QStringLiteral("-S"), QStringLiteral(ANCHORSCOPE_CONSUMER), QStringLiteral("-B"),
                        build, QStringLiteral("-G"), QStringLiteral("Ninja"),
                        QStringLiteral("-DCMAKE_BUILD_TYPE=") + config,
                        QStringLiteral("-DCMAKE_PREFIX_PATH=") + prefix,
                        QStringLiteral("-DCMAKE_CXX_COMPILER=" ANCHORSCOPE_CXX)});
            run(cmake, {QStringLiteral("--build"), build});
            // SHA-256 of "abc": FIPS 180-4, example of one block.
            const QByteArray said = run(build + QStringLiteral("/consumer"), {QStringLiteral("0x616263")});
            QCOMPARE(said, QByteArray("0xba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad ") +
                               QByteArray::number(qulonglong{anchorscope::table::formats().size()}) +
                               " verified\n");
        } catch (const std::runtime_error& error) {
            QFAIL(error.what());
        }
        // Headers of no other layer, and no source, are installed.
        const QDir headers(prefix + QStringLiteral("/include/anchorscope"));
        QCOMPARE(headers.entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("core")});
    }
};

QTEST_GUILESS_MAIN(InstallTest)
#include "test_install.moc"
