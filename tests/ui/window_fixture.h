// A window over a session of its own, with settings that belong to the test. Samples come from the program's
// resources: verdicts are those of tests/devnet's recordings (resources/samples/README.md).
#pragma once
#include "model/session/samples.h"
#include "model/session/session.h"
#include "model/settings/settings.h"
#include "qt_warnings.h"
#include "ui/views/case_view.h"
#include "ui/views/cell_table_view.h"
#include "ui/views/hex_view.h"
#include "ui/views/main_window.h"
#include "ui/views/next_step.h"
#include "ui/views/proof_view.h"
#include "ui/views/tree_view.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/welcome.h"
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace anchorscope::test {

class WindowFixture {
public:
    WindowFixture()
        : settings(m_folder.filePath(QStringLiteral("settings.ini"))), book(&settings, &secrets),
          window(&session, &settings, &book) {
        window.resize(1440, 900);
        window.show();
        QCoreApplication::processEvents();
    }

    /// Runs until the session comes to rest.
    [[nodiscard]] bool settle() {
        const bool done = QTest::qWaitFor(
            [this] {
                return session.phase() == model::Session::Phase::done ||
                       (session.phase() == model::Session::Phase::empty && !session.ioError().isEmpty());
            },
            20000);
        QTest::qWait(30); // delayed layouts
        return done;
    }
    [[nodiscard]] bool open(const QString& path) {
        window.open(path);
        return settle();
    }
    [[nodiscard]] bool openSample(const QString& id) { return open(QStringLiteral(":/samples/") + id); }

    template<class T>
    [[nodiscard]] T* find() const {
        return window.findChild<T*>();
    }
    [[nodiscard]] ui::CellTableView* list(const QString& accessible_name) const {
        for (auto* each : window.findChildren<ui::CellTableView*>()) {
            if (each->accessibleName() == accessible_name) {
                return each;
            }
        }
        return nullptr;
    }
    [[nodiscard]] const ui::BannerText& banner() const { return find<ui::Banner>()->text(); }
    [[nodiscard]] ui::Selection* selection() const { return find<ui::CaseView>()->selection(); }

    /// Writes the window's picture when ANCHORSCOPE_SHOTS names a folder.
    void shot(const QString& name, int settle_ms = 50) {
        const QString folder = qEnvironmentVariable("ANCHORSCOPE_SHOTS");
        if (!folder.isEmpty()) {
            if (settle_ms > 0) {
                QTest::qWait(settle_ms);
            }
            QVERIFY(window.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
        }
    }

private:
    QTemporaryDir m_folder;

public:
    model::Settings settings;
    model::SessionSecrets secrets;
    model::EndpointBook book;
    model::Session session;
    ui::MainWindow window;
};

} // namespace anchorscope::test
