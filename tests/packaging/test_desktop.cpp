// The desktop's files: what the desktop's own validators say of them, and that they agree with the program.
#include "core/casefile/case_file.h"
#include <QMimeDatabase>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace anchorscope;

namespace {

const QString folder = QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/packaging/desktop/");
const QString desktop = folder + QStringLiteral("anchorscope.desktop");
const QString metainfo = folder + QStringLiteral("org.anchorscope.anchorscope.metainfo.xml");
const QString mime = folder + QStringLiteral("anchorscope-mime.xml");

QString mimeType() {
    return QString::fromUtf8(casefile::mime_type.data(), qsizetype(casefile::mime_type.size()));
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Ran {
    int code = -1;
    QByteArray said;
};

Ran run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAll()};
}

/// Values of one key of a desktop file.
QStringList valuesOf(const QString& key) {
    for (const QByteArray& line : contents(desktop).split('\n')) {
        if (line.startsWith(key.toUtf8() + '=')) {
            return QString::fromUtf8(line.mid(key.size() + 1)).split(u';', Qt::SkipEmptyParts);
        }
    }
    return {};
}

/// The text of every element of this name.
QStringList elements(const QString& path, const QString& name) {
    QXmlStreamReader xml(contents(path));
    QStringList out;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == name) {
            out += xml.readElementText(QXmlStreamReader::SkipChildElements);
        }
    }
    return xml.hasError() ? QStringList() : out;
}

} // namespace

#define NEEDS(program)                                                                                       \
    const QString tool = QStandardPaths::findExecutable(QStringLiteral(program));                            \
    if (tool.isEmpty()) {                                                                                    \
        QSKIP(program " is not installed: THIS WAS NOT VALIDATED");                                          \
    }

class DesktopTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDesktopFileIsValid() {
        NEEDS("desktop-file-validate");
        const Ran ran = run(tool, {desktop});
        QVERIFY2(ran.code == 0 && ran.said.isEmpty(), ran.said);
    }

    void theMetainfoIsValid() {
        NEEDS("appstreamcli");
        const Ran ran = run(tool, {QStringLiteral("validate"), QStringLiteral("--no-net"), metainfo});
        QVERIFY2(ran.code == 0, ran.said);
    }

    /// Qt's own reader of the shared database tells a case by its name, and a case without a name by its
    /// bytes.
    void theMimeTypeIsRecognised() {
        NEEDS("update-mime-database");
        const QTemporaryDir data;
        QVERIFY(QDir(data.path()).mkpath(QStringLiteral("mime/packages")));
        QVERIFY(QFile::copy(mime, data.filePath(QStringLiteral("mime/packages/anchorscope.xml"))));
        // The system's types beside it, as after an installation: a case must not be taken for any zip file.
        const QString system = QStringLiteral("/usr/share/mime/packages/freedesktop.org.xml");
        QVERIFY(!QFile::exists(system) ||
                QFile::copy(system, data.filePath(QStringLiteral("mime/packages/freedesktop.org.xml"))));
        const Ran ran = run(tool, {QStringLiteral("-n"), data.filePath(QStringLiteral("mime"))});
        QVERIFY2(ran.code == 0, ran.said);
        QVERIFY2(!ran.said.contains("anchorscope"), ran.said); // it warns with the file's name
        qputenv("XDG_DATA_HOME", data.path().toUtf8());
        qputenv("XDG_DATA_DIRS", data.path().toUtf8());
        const QMimeDatabase database;
        QCOMPARE(
            database.mimeTypeForFile(QStringLiteral("x.anchorcase"), QMimeDatabase::MatchExtension).name(),
            mimeType());
        const Bytes file = casefile::write_case({{{"table.bin", {1, 2, 3}}}}).value();
        const QByteArray bytes(reinterpret_cast<const char*>(file.data()), qsizetype(file.size()));
        QCOMPARE(database.mimeTypeForData(bytes).name(), mimeType());
        QVERIFY(database.mimeTypeForData(QByteArray("PK\x03\x04")).name() != mimeType());
        QVERIFY(database.mimeTypeForName(mimeType()).inherits(QStringLiteral("application/zip")));
    }

    /// One type, wherever it is named; every icon that is named is there.
    void theFilesAgree() {
        QCOMPARE(valuesOf(QStringLiteral("MimeType")), QStringList{mimeType()});
        QCOMPARE(elements(metainfo, QStringLiteral("mediatype")), QStringList{mimeType()});
        QCOMPARE(elements(metainfo, QStringLiteral("launchable")),
                 QStringList{QStringLiteral("anchorscope.desktop")});
        QVERIFY(contents(mime).contains("type=\"" + mimeType().toUtf8() + "\""));
        QVERIFY(contents(mime).contains("pattern=\"*.anchorcase\""));
        QCOMPARE(valuesOf(QStringLiteral("Icon")), QStringList{QStringLiteral("anchorscope")});
        const QByteArray install = contents(folder + QStringLiteral("CMakeLists.txt"));
        for (const char* const file : {"anchorscope.desktop", "anchorscope.svg", "anchorscope-case.svg",
                                       "anchorscope-mime.xml", "org.anchorscope.anchorscope.metainfo.xml"}) {
            QVERIFY2(QFile::exists(folder + QLatin1String(file)), file);
            QVERIFY2(install.contains(file), file);
        }
        // Where the Exec line passes a file, the program takes one.
        QCOMPARE(valuesOf(QStringLiteral("Exec")), QStringList{QStringLiteral("anchorscope %f")});
    }
};

QTEST_GUILESS_MAIN(DesktopTest)
#include "test_desktop.moc"
