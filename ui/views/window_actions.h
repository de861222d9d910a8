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

    QAction *new_window, *open, *open_here, *open_from_l1, *paste, *save_case, *report, *attach_envelope,
        *attach_evidence, *attach_peer, *attach_trace, *read_abi, *read_labels, *close, *quit;
    QAction *undo_note, *redo_note, *copy_value, *copy_as, *copy_verdict, *add_note, *settings;
    QAction *show_tree, *show_sequence, *show_roots, *show_crossings, *show_replay;
    QAction *zoom_in, *zoom_out, *zoom_reset, *present;
    QAction *unfold_all, *fold_all, *next_pane, *previous_pane;
    QAction *back, *forward, *go_to, *parent, *caller, *callee, *next_here, *previous_here, *bookmark,
        *next_bookmark, *previous_bookmark, *next_crossing, *previous_crossing, *expand_subtree,
        *fold_subtree;
    QAction *filter, *next_match, *previous_match;
    QAction *verify, *expectations, *profiles, *find_anchor, *anchor, *watch, *next_problem,
        *previous_problem;
    QAction *explore_evidence, *paste_digest, *pin_block;
    QAction *help, *tour, *about;
    QActionGroup *policies, *themes;  ///< data: the policy's or the theme's name
    QMenu *samples, *recent, *panels; ///< filled when about to be shown
    QMenu *columns, *levels, *bookmarks, *windows, *go, *places;
    QMenu* attach; ///< of the tool bar's button
    QToolBar* tool_bar;

private:
    void makeFileMenu(QMainWindow* window);
    void makeEditMenu(QMainWindow* window);
    void makeViewMenu(QMainWindow* window);
    void makeGoMenu(QMainWindow* window);
    void makeVerifyMenu(QMainWindow* window);
    void makeHelpMenu(QMainWindow* window);
    void makeToolBar(QMainWindow* window);
};

} // namespace anchorscope::ui
