// The window's program: reads the command line, builds session and window, and runs.
#include "app/gui/arguments.h"
#include "model/net/redaction.h"
#include "model/session/session.h"
#include "model/settings/endpoint_profiles.h"
#include "model/settings/settings.h"
#include "ui/views/main_window.h"
#include <QApplication>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace anchorscope::gui {

namespace {

constexpr int message_ms = 8000;
constexpr int reorg_poll_ms = 12'000; // a slot of Ethereum
constexpr int settle_ms = 250; // lets layouts and first paints come to rest before the picture is taken

/// Those of L1: the session asks no others.
QList<model::EndpointProfile> profilesOfL1(const model::EndpointProfiles& profiles) {
    QList<model::EndpointProfile> list = profiles.list();
    list.removeIf([](const model::EndpointProfile& profile) { return profile.domain != 0; });
    return list;
}

model::VerifyOptions optionsFrom(const Arguments& arguments, const model::Settings& settings,
                                 bool hasProfiles) {
    model::VerifyOptions options;
    options.endpoints = arguments.endpoints;
    if (options.endpoints.isEmpty() && !hasProfiles) { // of a version that knew no profiles
        for (const QString& url : settings.get(model::Setting::Endpoints).toStringList()) {
            options.endpoints.append({QUrl(url), false});
        }
    }
    const QString policy = settings.get(model::Setting::Policy).toString();
    options.policy = verify::policy_named(policy.toStdString()).value_or(verify::Policy::block);
    return options;
}

/// Endpoints of earlier sessions come with their keys, as soon as the keychain gives them; those chosen now
/// are remembered, and where their keys are kept is said.
void connectProfiles(ui::MainWindow& window, model::EndpointProfiles& profiles,
                     const model::SecretStore& secrets, bool recall) {
    QObject::connect(&window, &ui::MainWindow::endpointsChosen, &window,
                     [&](const QList<model::EndpointChoice>& endpoints) {
                         profiles.replaceAll(endpoints);
                         const bool keys = std::ranges::any_of(
                             endpoints, [](const auto& endpoint) { return model::hasSecrets(endpoint.url); });
                         if (keys) {
                             window.statusBar()->showMessage(
                                 QObject::tr("Keys are kept %1").arg(secrets.place()), message_ms);
                         }
                     });
    const QList<model::EndpointProfile> known = profilesOfL1(profiles);
    if (!recall || known.isEmpty()) {
        return;
    }
    profiles.open(known, [&window](const QList<model::EndpointChoice>& endpoints, const QStringList& notes) {
        model::VerifyOptions options = window.session()->options();
        options.endpoints = endpoints;
        window.session()->setOptions(options);
        if (!notes.isEmpty()) {
            window.statusBar()->showMessage(notes.join(u' '));
        }
    });
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

void openCase(ui::MainWindow& window, const Arguments& arguments) {
    window.open(arguments.path);
    if (!arguments.envelope.isEmpty()) {
        window.session()->attachEnvelope(arguments.envelope);
    }
    for (const QString& file : arguments.evidence) {
        window.session()->attachEvidence(file);
    }
}

int run(const Arguments& arguments) {
    // A picture shows the program as it comes, not as somebody left it.
    const bool picture = !arguments.screenshot.isEmpty();
    const QTemporaryDir blank;
    model::Settings settings(picture ? blank.filePath(u"settings.ini"_s) : QString());
    if (arguments.theme) {
        settings.set(model::Setting::Theme, ui::themeName(*arguments.theme));
    }
    const auto theme = ui::themeNamed(settings.get(model::Setting::Theme).toString());
    ui::applyThemeChoice(theme.value_or(ui::ThemeChoice::System));
    model::Session session;
    const auto secrets = model::systemSecrets();
    model::EndpointProfiles profiles(&settings, secrets.get());
    session.watchReorg(reorg_poll_ms);
    session.setOptions(optionsFrom(arguments, settings, !profilesOfL1(profiles).isEmpty()));
    ui::MainWindow window(&session, &settings);
    connectProfiles(window, profiles, *secrets, arguments.endpoints.isEmpty());
    window.show();
    if (!arguments.path.isEmpty()) {
        openCase(window, arguments);
    }
    if (picture) {
        takePicture(window, arguments.screenshot);
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
