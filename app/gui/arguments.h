// The window's command line.
#pragma once
#include "model/net/instance_link.h"
#include "ui/views/theme_choice.h"

namespace anchorscope::gui {

struct Arguments {
    model::OpenRequest open;              ///< tables, cases or folders, and what belongs to the first
    bool new_instance = false;            ///< a program of its own
    bool no_restore = false;              ///< what was open the last time stays closed
    std::optional<ui::ThemeChoice> theme; ///< empty: as stored
    QList<model::EndpointChoice> endpoints;
    QString language;   ///< a code as "de"; empty: the setting's
    QString screenshot; ///< PNG to write once the first report is there
};

/// Needs the application object; ends the program for --help, --version (0) and what cannot be read (2).
[[nodiscard]] Arguments readArguments();

/// There is no display to open a window on; QApplication would abort.
[[nodiscard]] bool lacksDisplay(int argc, char** argv);
/// --help and --version need no display.
[[nodiscard]] bool asksForWordsOnly(int argc, char** argv);
/// On stderr, what to use instead of the window.
void sayNoDisplay();

} // namespace anchorscope::gui
