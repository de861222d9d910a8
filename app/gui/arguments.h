// The window's command line.
#pragma once
#include "model/session/case_inputs.h"
#include "ui/views/theme_choice.h"

namespace anchorscope::gui {

struct Arguments {
    QString path; ///< a table, a folder, or empty
    QString envelope;
    QStringList evidence, peers, traces;
    std::optional<ui::ThemeChoice> theme; ///< empty: as stored
    QList<model::EndpointChoice> endpoints;
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
