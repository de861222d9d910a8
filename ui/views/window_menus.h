// The menus whose entries change: samples, recent cases, panels.
#pragma once
#include "model/settings/settings.h"
#include "ui/views/case_view.h"
#include "ui/views/window_actions.h"
#include <functional>

namespace anchorscope::ui {

/// `open` gets the path of what was chosen. All must outlive the actions' window.
void fillMenus(const WindowActions& actions, model::Settings* settings, const CaseView& view,
               const std::function<void(const QString&)>& open);

} // namespace anchorscope::ui
