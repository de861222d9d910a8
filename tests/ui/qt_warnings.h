// Harness of the ui tests: any Qt warning fails the test, except messages of the offscreen platform that no
// program can help. Use: ANCHORSCOPE_UI_TEST(TestX) for main, startUi() in initTestCase,
// QCOMPARE(qtWarnings(), {}) in cleanup.
#pragma once
#include "ui/views/language.h"
#include "ui/widgets/apply_theme.h"
#include <QApplication>
#include <QMutex>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

namespace anchorscope::test {

inline QMutex warnings_mutex;
inline QStringList warnings;
inline QtMessageHandler chained_handler = nullptr;

/// Exact messages of Qt's offscreen platform plugin (qplatformwindow.cpp): it has no window manager to ask.
inline bool isPlatformMessage(const QString& message) {
    static const QStringList known{QStringLiteral("This plugin does not support propagateSizeHints()"),
                                   QStringLiteral("This plugin does not support raise()"),
                                   QStringLiteral("This plugin does not support grabbing the keyboard")};
    return known.contains(message);
}

inline void collectWarnings(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    if (type != QtDebugMsg && type != QtInfoMsg) {
        if (isPlatformMessage(message)) {
            return;
        }
        const QMutexLocker lock(&warnings_mutex);
        warnings.push_back(message);
    }
    if (chained_handler != nullptr) {
        chained_handler(type, context, message);
    }
}

/// Warnings since the last call.
inline QStringList qtWarnings() {
    const QMutexLocker lock(&warnings_mutex);
    return std::exchange(warnings, {});
}

/// Puts the program's theme on the application and starts listening; Qt Test's own handler is kept behind
/// ours.
inline void startUi(paint::Scheme scheme = paint::Scheme::Light) {
    chained_handler = qInstallMessageHandler(collectWarnings);
    ui::applyTheme(scheme);
    ui::applyLanguage(QStringLiteral("en"));
}

template<class Test>
int runUiTest(int argc, char** argv) {
    const QTemporaryDir runtime; // no test sees the user's session
    qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", runtime.path().toLocal8Bit());
    qputenv("XDG_DATA_HOME", runtime.path().toLocal8Bit());
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace anchorscope::test

#define ANCHORSCOPE_UI_TEST(Test)                                                                            \
    int main(int argc, char** argv) { return anchorscope::test::runUiTest<Test>(argc, argv); }
