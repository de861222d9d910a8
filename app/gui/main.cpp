// The window's program: reads the command line, hands it over to a program that runs already, or builds what
// the windows share, and runs.
#include "app/gui/arguments.h"
#include "model/session/session.h"
#include "model/settings/endpoint_book.h"
#include "model/settings/settings.h"
#include "ui/paint/scale.h"
#include "ui/views/language.h"
#include "ui/views/window_list.h"
#include "ui/widgets/motion.h"
#include <QApplication>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace anchorscope::gui {

namespace {

constexpr int reorg_poll_ms = 12'000; // a slot of Ethereum
constexpr int settle_ms = 250; // lets layouts and first paints come to rest before the picture is taken

model::VerifyOptions optionsFrom(const Arguments& arguments, const model::Settings& settings,
                                 const model::EndpointBook& book) {
    model::VerifyOptions options;
    options.endpoints = arguments.endpoints;
    if (options.endpoints.isEmpty() && book.entries().isEmpty()) { // of a version that knew no profiles
        for (const QString& url : settings.get(model::Setting::Endpoints).toStringList()) {
            options.endpoints.append({QUrl(url), false});
        }
    }
    const QString policy = settings.get(model::Setting::Policy).toString();
    options.policy = verify::policy_named(policy.toStdString()).value_or(verify::Policy::block);
    return options;
}

/// Endpoints of earlier sessions come with their keys, as soon as the keychain gives them; `window` may be
/// there before or after that.
void recallEndpoints(ui::MainWindow& window, model::EndpointBook& book) {
    const auto recall = [&window, &book] {
        model::VerifyOptions options = window.session()->options();
        if (!options.endpoints.isEmpty() || book.chosen().isEmpty()) {
            return; // the user was faster
        }
        options.endpoints = book.chosen();
        window.session()->setOptions(options);
        QStringList notes;
        for (const auto& entry : book.entries()) {
            if (!entry.trouble.isEmpty() && options.endpoints.contains(entry.choice())) {
                notes += QObject::tr("%1: %2").arg(entry.profile.name, entry.trouble);
            }
        }
        if (!notes.isEmpty()) {
            window.statusBar()->showMessage(notes.join(u"; "_s));
        }
    };
    if (book.isOpen()) {
        recall();
    } else {
        QObject::connect(&book, &model::EndpointBook::opened, &window, recall);
    }
}

/// Once the case is verified and the window has come to rest.
void takePicture(ui::MainWindow& window, const QString& file) {
    auto* timer = new QTimer(&window);
    QObject::connect(timer, &QTimer::timeout, &window, [&window, file] {
        const auto phase = window.session()->phase();
        if (phase == model::Session::Phase::loading || phase == model::Session::Phase::fetching) {
            return;
        }
        const bool saved = window.grab().save(file);
        if (!saved) {
            std::fputs(qPrintable(u"anchorscope: cannot write %1\n"_s.arg(file)), stderr);
        }
        QCoreApplication::exit(saved ? 0 : 2);
    });
    timer->start(settle_ms);
}

/// What states an endpoint or a trust is said to this program alone.
bool mayHandOver(const Arguments& arguments, const model::Settings& settings) {
    return arguments.endpoints.isEmpty() && !arguments.theme &&
           settings.get(model::Setting::SingleInstance).toBool();
}

int run(const Arguments& arguments) {
    // A picture shows the program as it comes, not as somebody left it.
    const bool picture = !arguments.screenshot.isEmpty();
    const QTemporaryDir blank;
    model::Settings settings(picture ? blank.filePath(u"settings.ini"_s) : QString());
    if (arguments.theme) {
        settings.set(model::Setting::Theme, ui::themeName(*arguments.theme));
    }
    model::InstanceLink link;
    const auto role = picture || arguments.new_instance
                          ? model::InstanceLink::Role::Apart
                          : link.settle(arguments.open, mayHandOver(arguments, settings));
    if (role == model::InstanceLink::Role::Taken) {
        return 0;
    }
    const auto theme = ui::themeNamed(settings.get(model::Setting::Theme).toString());
    paint::setZoom(settings.get(model::Setting::ZoomPercent).toInt() / 100.0);
    ui::applyThemeChoice(theme.value_or(ui::ThemeChoice::System));
    ui::setMotionReduced(settings.get(model::Setting::ReducedMotion).toBool());
    ui::applyLanguage(arguments.language.isEmpty() ? settings.get(model::Setting::Language).toString()
                                                   : arguments.language);
    const auto secrets = model::systemSecrets();
    model::EndpointBook book(&settings, secrets.get());
    ui::WindowList windows(&settings, &book, [&](model::Session& session) {
        session.watchReorg(reorg_poll_ms);
        session.setOptions(optionsFrom(arguments, settings, book));
    });
    QObject::connect(&windows, &ui::WindowList::windowAdded, &book,
                     [&book](ui::MainWindow* window) { recallEndpoints(*window, book); });
    QObject::connect(&link, &model::InstanceLink::asked, &windows,
                     [&windows](const model::OpenRequest& request) { windows.open(request); });
    if (role == model::InstanceLink::Role::First) { // others leave what it remembers alone
        windows.begin(arguments.open, !arguments.no_restore);
    } else {
        windows.open(arguments.open);
    }
    if (picture) {
        takePicture(*windows.windows().first(), arguments.screenshot);
    }
    return QApplication::exec();
}

} // namespace

} // namespace anchorscope::gui

int main(int argc, char** argv) {
    using namespace anchorscope::gui;
    QCoreApplication::setApplicationName(u"anchorscope"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ANCHORSCOPE_VERSION));
    if (lacksDisplay(argc, argv)) {
        if (asksForWordsOnly(argc, argv)) {
            const QCoreApplication application(argc, argv);
            (void)readArguments();
        }
        sayNoDisplay();
        return 2;
    }
    const QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Anchorscope"_s);
    QApplication::setDesktopFileName(u"anchorscope"_s);
    return run(readArguments());
}
