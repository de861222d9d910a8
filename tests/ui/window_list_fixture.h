// A list of windows over settings of its own, as the program's main() builds it.
#pragma once
#include "model/settings/endpoint_book.h"
#include "model/settings/secret_store.h"
#include "qt_warnings.h"
#include "ui/views/window_list.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/notice_bar.h"
#include <QTemporaryDir>
#include <QTest>

namespace anchorscope::test {

class WindowListFixture {
public:
    WindowListFixture()
        : settings(m_folder.filePath(QStringLiteral("settings.ini"))), book(&settings, &secrets) {
        start();
    }
    /// Another run of the program over the same settings.
    void restart() {
        list.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        start();
    }
    void start() {
        list = std::make_unique<ui::WindowList>(&settings, &book, [](model::Session&) {});
    }
    /// Until the window's session rests with a report.
    [[nodiscard]] static bool settle(const ui::MainWindow* window) {
        const bool done = QTest::qWaitFor(
            [window] {
                return window->session()->phase() == model::Session::Phase::done &&
                       window->session()->parts().report != nullptr;
            },
            20'000);
        QTest::qWait(20);
        return done;
    }
    [[nodiscard]] static const ui::BannerText& banner(const ui::MainWindow* window) {
        return window->findChild<ui::Banner*>()->text();
    }
    /// The sample's files in a folder of the test's own.
    [[nodiscard]] QString copyOf(const QString& sample) const {
        const QString folder = m_folder.filePath(sample);
        QDir().mkpath(folder);
        for (const QString& name : {QStringLiteral("table.hex"), QStringLiteral("envelope.json"),
                                    QStringLiteral("evidence.json")}) {
            const QString to = folder + QLatin1Char('/') + name;
            QFile::copy(QStringLiteral(":/samples/%1/%2").arg(sample, name), to);
            QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
        }
        return folder;
    }
    [[nodiscard]] QString filePath(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;

public:
    model::Settings settings;
    model::SessionSecrets secrets;
    model::EndpointBook book;
    std::unique_ptr<ui::WindowList> list;
};

} // namespace anchorscope::test
