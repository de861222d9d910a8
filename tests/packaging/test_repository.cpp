// What may lie in the top folder, and what must not lie anywhere.
#include <QDirIterator>
#include <QtTest>

namespace {

const QStringList allowed{
    QStringLiteral(".ci"),        QStringLiteral(".clang-format"),  QStringLiteral(".clang-tidy"),
    QStringLiteral(".gitignore"), QStringLiteral("CMakeLists.txt"), QStringLiteral("CMakePresets.json"),
    QStringLiteral("LICENSE"),    QStringLiteral("README.md"),      QStringLiteral("app"),
    QStringLiteral("core"),       QStringLiteral("model"),          QStringLiteral("packaging"),
    QStringLiteral("resources"),  QStringLiteral("tests"),          QStringLiteral("ui"),
};

/// Not part of the repository: git's own folder and what .gitignore names.
bool ignored(const QString& name) {
    return name == QLatin1String(".git") || name == QLatin1String("build") ||
           name == QLatin1String("node_modules") || name == QLatin1String(".cache") ||
           name.endsWith(QLatin1String(".user"));
}

QStringList sources() {
    QStringList out;
    for (const char* const layer : {"app", "core", "model", "ui", "tests"}) {
        QDirIterator files(QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/") + QLatin1String(layer),
                           {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            out.append(files.next());
        }
    }
    return out;
}

QString text_of(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class RepositoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTopFolderHoldsWhatIsAllowed() {
        QStringList found;
        const QDir top(QStringLiteral(ANCHORSCOPE_SOURCE_DIR));
        for (const QString& name : top.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
            if (!ignored(name)) {
                found.append(name);
            }
        }
        found.sort();
        QStringList expected = allowed;
        expected.sort();
        QCOMPARE(found, expected);
    }

    void headersGuardThemselves() {
        for (const QString& path : sources()) {
            if (path.endsWith(QLatin1String(".h"))) {
                QVERIFY2(text_of(path).contains(QLatin1String("#pragma once\n")), qPrintable(path));
            }
        }
    }

    /// A path of somebody's machine in a source works nowhere else.
    void noPathsOfAMachine() {
        static const QRegularExpression path(QStringLiteral("[\"' (](/work/|/root/|/tmp/)"));
        const QStringList all = sources();
        QVERIFY(all.size() > 50);
        for (const QString& source : all) {
            const auto match = path.match(text_of(source));
            QVERIFY2(!match.hasMatch() || source.endsWith(QLatin1String("/test_repository.cpp")),
                     qPrintable(source + QStringLiteral(": ") + match.captured()));
        }
    }
};

QTEST_GUILESS_MAIN(RepositoryTest)
#include "test_repository.moc"
