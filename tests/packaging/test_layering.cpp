// app → ui → model → core, never backwards; the rooms of core in their order; core without Qt, input, output
// and clock; model without Gui and Widgets. Read from the sources' #include lines.
#include "core/codec/json.h"
#include <QDirIterator>
#include <QLibraryInfo>
#include <QtTest>

namespace {

struct Include {
    QString file; ///< "core/chain/trie.cpp"
    QString path; ///< "core/base/hex.h", "QString", "vector"
};

/// Each room includes itself and rooms before it (DESIGN, core by room).
const QStringList rooms{QStringLiteral("base"),       QStringLiteral("crypto"), QStringLiteral("codec"),
                        QStringLiteral("chain"),      QStringLiteral("table"),  QStringLiteral("digest"),
                        QStringLiteral("transition"), QStringLiteral("anchor"), QStringLiteral("verify"),
                        QStringLiteral("casefile"),   QStringLiteral("report"), QStringLiteral("synth")};
const QStringList layers{QStringLiteral("core"), QStringLiteral("model"), QStringLiteral("ui"),
                         QStringLiteral("app")};

QString layer_of(const QString& path) { return path.section(QLatin1Char('/'), 0, 0); }
QString room_of(const QString& path) { return path.section(QLatin1Char('/'), 1, 1); }

QStringList sources_of(const QString& layer) {
    QStringList out;
    const QDir top(QStringLiteral(ANCHORSCOPE_SOURCE_DIR));
    QDirIterator files(top.filePath(layer), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        out.append(top.relativeFilePath(files.next()));
    }
    return out;
}

QList<Include> includes_of(const QString& layer) {
    static const QRegularExpression line(QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*[<\"]([^>\"]+)[>\"]"),
                                         QRegularExpression::MultilineOption);
    QList<Include> out;
    for (const QString& source : sources_of(layer)) {
        QFile file(QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/") + source);
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("cannot read %s", qPrintable(source));
        }
        auto matches = line.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext()) {
            out.append({source, matches.next().captured(1)});
        }
    }
    return out;
}

QString said(const Include& include) { return include.file + QStringLiteral(" includes ") + include.path; }

bool is_qt(const QString& path) {
    static const QRegularExpression name(QStringLiteral("^Q[A-Z]|^Qt[A-Z]?[A-Za-z]*/|^q[a-z]+\\.h$"));
    return name.match(path).hasMatch();
}

/// Whether a header is one of a Qt module's, by the module's folder.
bool belongs_to(const QString& module, const QString& header) {
    const QString folder = QLibraryInfo::path(QLibraryInfo::HeadersPath) + QLatin1Char('/') + module;
    return header.startsWith(module + QLatin1Char('/')) || QFile::exists(folder + QLatin1Char('/') + header);
}

} // namespace

class LayeringTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void layersAreNeverIncludedUpwards() {
        for (const QString& layer : layers) {
            const QList<Include> includes = includes_of(layer);
            QVERIFY2(!includes.isEmpty(), qPrintable(layer));
            for (const Include& include : includes) {
                const qsizetype at = layers.indexOf(layer_of(include.path));
                QVERIFY2(at <= layers.indexOf(layer), qPrintable(said(include)));
            }
        }
    }

    void roomsOfCoreKeepTheirOrder() {
        const QDir core(QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/core"));
        QStringList found = core.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QStringList expected = rooms;
        expected.sort();
        found.sort();
        QCOMPARE(found, expected);
        for (const Include& include : includes_of(QStringLiteral("core"))) {
            if (layer_of(include.path) == QLatin1String("core")) {
                const qsizetype at = rooms.indexOf(room_of(include.path));
                QVERIFY2(at >= 0 && at <= rooms.indexOf(room_of(include.file)), qPrintable(said(include)));
            }
        }
    }

    void coreIsPure() {
        // Input and output, clocks, the environment, threads of its own.
        const QStringList forbidden{
            QStringLiteral("fstream"), QStringLiteral("iostream"), QStringLiteral("filesystem"),
            QStringLiteral("cstdio"),  QStringLiteral("chrono"),   QStringLiteral("ctime"),
            QStringLiteral("thread"),  QStringLiteral("future"),   QStringLiteral("cstdlib"),
            QStringLiteral("random"),  QStringLiteral("unistd.h"), QStringLiteral("stdio.h"),
            QStringLiteral("time.h"),  QStringLiteral("stdlib.h"), QStringLiteral("locale")};
        for (const Include& include : includes_of(QStringLiteral("core"))) {
            QVERIFY2(!is_qt(include.path), qPrintable(said(include)));
            QVERIFY2(!forbidden.contains(include.path), qPrintable(said(include)));
        }
    }

    void modelAndTheCommandLineHaveNoWindow() {
        const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
        if (!QDir(headers + QStringLiteral("/QtGui")).exists()) {
            QSKIP("Qt's headers are not where Qt says that they are");
        }
        QVERIFY(belongs_to(QStringLiteral("QtGui"), QStringLiteral("QColor"))); // the check itself works
        QList<Include> includes = includes_of(QStringLiteral("model"));
        includes += includes_of(QStringLiteral("app/cli"));
        for (const Include& include : includes) {
            for (const char* const module : {"QtGui", "QtWidgets", "QtSvg", "QtOpenGL"}) {
                QVERIFY2(!belongs_to(QLatin1String(module), include.path), qPrintable(said(include)));
            }
            // Reports on paper are painted by the one part of ui that needs no widgets.
            const bool paper = include.path == QLatin1String("ui/paint/report_pdf.h") &&
                               include.file.startsWith(QLatin1String("app/cli/"));
            QVERIFY2(paper || layer_of(include.path) != QLatin1String("ui"), qPrintable(said(include)));
        }
    }

    /// A source that no target compiles is dead, and clang-tidy never sees it.
    void everySourceIsCompiled() {
        QFile commands(QStringLiteral(ANCHORSCOPE_BINARY_DIR "/compile_commands.json"));
        if (!commands.open(QIODevice::ReadOnly)) {
            QSKIP("there is no compile_commands.json: configure with Ninja or Makefiles");
        }
        const QByteArray text = commands.readAll();
        const auto json =
            anchorscope::codec::parse_json({text.data(), static_cast<std::size_t>(text.size())});
        QVERIFY(json.has_value());
        QSet<QString> compiled;
        for (const auto& command : *json) {
            compiled.insert(QDir::cleanPath(QString::fromStdString(command.at("file").get<std::string>())));
        }
        const QDir top(QStringLiteral(ANCHORSCOPE_SOURCE_DIR));
        for (const QString& layer : ANCHORSCOPE_GUI ? layers : layers.mid(0, 1)) {
            for (const QString& source : sources_of(layer)) {
                QVERIFY2(!source.endsWith(QLatin1String(".cpp")) ||
                             source.endsWith(QLatin1String("/keychain_secrets.cpp")) || // where there is one
                             compiled.contains(top.absoluteFilePath(source)),
                         qPrintable(source + QStringLiteral(" is compiled by no target")));
            }
        }
    }
};

QTEST_GUILESS_MAIN(LayeringTest)
#include "test_layering.moc"
