// Private to the main window: what it is made of.
#pragma once
#include "model/session/case_reload.h"
#include "ui/views/banner_text.h"
#include "ui/views/case_saving.h"
#include "ui/views/case_view.h"
#include "ui/views/connection_label.h"
#include "ui/views/drop_overlay.h"
#include "ui/views/filter_bar.h"
#include "ui/views/finding_light.h"
#include "ui/views/main_window.h"
#include "ui/views/navigation.h"
#include "ui/views/next_step.h"
#include "ui/views/window_actions.h"
#include "ui/views/window_dialogs.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/task_strip.h"
#include "ui/widgets/welcome.h"

class QStackedWidget;

namespace anchorscope::ui {

class MainWindow::Private {
public:
    Private(MainWindow* window, model::Session* of, model::Settings* in, model::EndpointBook* with)
        : session(of), settings(in), book(with), actions(window),
          dialogs(new WindowDialogs(of, with, window)) {}

    model::Session* session;
    model::Settings* settings;
    model::EndpointBook* book;
    WindowActions actions;
    WindowDialogs* dialogs;
    Banner* banner = nullptr;
    Ladder* ladder = nullptr;
    NextStepBar* next_step = nullptr;
    QStackedWidget* pages = nullptr;
    Welcome* welcome = nullptr;
    CaseView* view = nullptr;
    TaskStrip* strip = nullptr;
    CaseSaving* saving = nullptr;
    FilterBar* filter_bar = nullptr;
    ConnectionLabel* connection = nullptr;
    ElidedLabel *place = nullptr, *counts = nullptr;
    FindingLight* light = nullptr;
    Navigation* navigation = nullptr;
    DropOverlay* overlay = nullptr;
    NoticeBar* notice = nullptr;
    std::function<void(int)> notice_chosen, notice_line_chosen;
    WindowList* windows = nullptr;
    model::CaseReload* reload = nullptr;
    std::optional<model::OpenCase> restoring; ///< where to go once the case is verified
    Progress progress;
    QString opened;     ///< as the user named it, for the list of recent cases
    bool fresh = false; ///< nothing was chosen yet in this case
};

} // namespace anchorscope::ui
