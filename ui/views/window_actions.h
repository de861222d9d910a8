// Every action of the window, its keys, and the menus and tool bar that hold them. What an action does, the
// window connects.
#pragma once
#include "core/verify/request.h"
#include "ui/views/theme_choice.h"
#include <QAction>
#include <QActionGroup>
#include <QMenu>

class QMainWindow;
class QToolBar;

namespace anchorscope::ui {

struct WindowActions {
    explicit WindowActions(QMainWindow* window);
    /// Those that need an open case.
    void setCaseOpen(bool open);
    void setPolicy(verify::Policy policy);

    QAction *open, *open_from_l1, *paste, *save_case, *attach_envelope, *attach_evidence, *attach_peer,
        *attach_trace, *read_abi, *read_labels, *close, *quit;
    QAction *copy_value, *copy_verdict;
    QAction *unfold_all, *fold_all, *next_pane, *previous_pane;
    QAction *verify, *expectations, *profiles, *find_anchor, *anchor, *watch, *next_problem,
        *previous_problem;
    QAction* about;
    QActionGroup *policies, *themes;  ///< data: the policy's or the theme's name
    QMenu *samples, *recent, *panels; ///< filled when about to be shown
    QMenu* attach;                    ///< of the tool bar's button
    QToolBar* tool_bar;
};

} // namespace anchorscope::ui
