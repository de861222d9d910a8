#include "app/gui/arguments.h"
#include "model/settings/session_state.h"
#include "ui/dialogs/statement_fields.h"
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace Qt::StringLiterals;

namespace anchorscope::gui {

namespace {

constexpr int usage_status = 2; // as the command line's

[[noreturn]] void refuse(const QString& why) {
    std::fputs(qPrintable(u"anchorscope: %1\n"_s.arg(why)), stderr);
    std::exit(usage_status); // NOLINT(concurrency-mt-unsafe): nothing else runs yet
}

void addEndpoints(QList<model::EndpointChoice>& list, const QStringList& texts, bool trusted) {
    for (const QString& text : texts) {
        const auto url = ui::StatementFields::endpoint(text);
        if (!url.value) {
            refuse(url.error.isEmpty() ? u"an empty endpoint"_s : url.error);
        }
        list.append({*url.value, trusted});
    }
}

bool isGiven(int argc, char** argv, std::initializer_list<std::string_view> names) {
    return std::any_of(argv + 1, argv + std::max(argc, 1), [&](std::string_view argument) {
        return std::ranges::find(names, argument) != names.end();
    });
}

/// Empty ones are left out. Compiled-in paths are absolute already.
QStringList absolute(const QStringList& paths) {
    QStringList out;
    for (const QString& path : paths) {
        if (!path.isEmpty()) {
            out += QFileInfo(path).absoluteFilePath();
        }
    }
    return out;
}

bool isSet(const char* variable) { return !qEnvironmentVariableIsEmpty(variable); }

} // namespace

Arguments readArguments() {
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Inspector for execution tables and their L1 commitments.\n"
                                     "Without a display, use anchorscope-cli."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption theme(u"theme"_s, u"system, light or dark"_s, u"name"_s);
    const QCommandLineOption rpc(u"rpc"_s, u"JSON-RPC endpoint of the anchoring chain; repeatable"_s,
                                 u"url"_s);
    const QCommandLineOption trust(u"trust"_s, u"the same, and it is your own node"_s, u"url"_s);
    const QCommandLineOption envelope(u"envelope"_s, u"envelope or proof (ERC-8281, OCP)"_s, u"file"_s);
    const QCommandLineOption evidence(u"evidence"_s, u"evidence file; repeatable"_s, u"file"_s);
    const QCommandLineOption peer(u"peer"_s, u"another table of the bundle; repeatable"_s, u"file"_s);
    const QCommandLineOption trace(u"trace"_s, u"trace of one of its transactions; repeatable"_s, u"file"_s);
    const QCommandLineOption lang(u"lang"_s, u"language of the window: en, de"_s, u"code"_s);
    const QCommandLineOption screenshot(u"screenshot"_s, u"write a picture of the window and quit"_s,
                                        u"file.png"_s);
    const QCommandLineOption new_instance(u"new-instance"_s,
                                          u"do not hand over to a program that runs already"_s);
    const QCommandLineOption no_restore(u"no-restore"_s, u"do not open what was open the last time"_s);
    parser.addOptions(
        {theme, lang, rpc, trust, envelope, evidence, peer, trace, screenshot, new_instance, no_restore});
    parser.addPositionalArgument(u"path"_s,
                                 u"tables, cases, or folders with table, envelope and evidence; each in a "
                                 "window of its own. Envelope, evidence, peers and traces belong to the "
                                 "first."_s,
                                 u"[path…]"_s);
    parser.process(*QCoreApplication::instance());

    Arguments out;
    out.open = {absolute(parser.positionalArguments()), absolute({parser.value(envelope)}).value(0),
                absolute(parser.values(evidence)), absolute(parser.values(peer)),
                absolute(parser.values(trace))};
    if (out.open.paths.size() > model::max_windows) {
        refuse(u"more paths than windows"_s);
    }
    out.new_instance = parser.isSet(new_instance);
    out.no_restore = parser.isSet(no_restore);
    out.language = parser.value(lang);
    out.screenshot = parser.value(screenshot);
    if (parser.isSet(theme)) {
        out.theme = ui::themeNamed(parser.value(theme));
        if (!out.theme) {
            refuse(u"--theme takes system, light or dark"_s);
        }
    }
    addEndpoints(out.endpoints, parser.values(rpc), false);
    addEndpoints(out.endpoints, parser.values(trust), true);
    return out;
}

bool lacksDisplay(int argc, char** argv) {
    const bool named = isGiven(argc, argv, {"-platform", "--platform"});
    return !named && !isSet("QT_QPA_PLATFORM") && !isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY");
}

bool asksForWordsOnly(int argc, char** argv) {
    return isGiven(argc, argv, {"-h", "--help", "--help-all", "-v", "--version"});
}

void sayNoDisplay() {
    std::fputs("anchorscope: no display: neither DISPLAY nor WAYLAND_DISPLAY is set.\n"
               "Without a window, use: anchorscope-cli verify PATH\n",
               stderr);
}

} // namespace anchorscope::gui
