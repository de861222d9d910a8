// The window's zoom: its keys, the setting that keeps it, and the word about it.
#pragma once
#include "model/settings/settings.h"
#include "ui/views/window_actions.h"

namespace anchorscope::ui {

/// Connects the actions; `said` gets "Zoom 125 %" after each change. The settings must outlive the window.
void connectZoom(QMainWindow* window, const WindowActions& actions, model::Settings* settings,
                 const std::function<void(const QString&)>& said);

} // namespace anchorscope::ui
