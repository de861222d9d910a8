#include "ui/views/window_actions.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>
#include <array>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::WindowActions)
};

QAction* action(QMainWindow* window, const QString& text, const QKeySequence& keys = {}) {
    auto* made = new QAction(text, window);
    made->setShortcut(keys);
    window->addAction(made);
    return made;
}

QAction* iconAction(QMainWindow* window, paint::Glyph glyph, const QString& text,
                    const QKeySequence& keys = {}) {
    QAction* made = action(window, text, keys);
    made->setIcon(paint::icon(glyph));
    return made;
}

QActionGroup* choices(QMainWindow* window, std::initializer_list<std::pair<QString, QString>> namesAndTexts) {
    auto* group = new QActionGroup(window);
    for (const auto& [name, text] : namesAndTexts) {
        QAction* each = group->addAction(text);
        each->setCheckable(true);
        each->setData(name);
    }
    return group;
}

void addButton(QToolBar* bar, QAction* action, const QString& text, QMenu* menu = nullptr) {
    auto* button = new QToolButton(bar);
    action->setIconText(text);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(text);
    if (menu != nullptr) {
        button->setMenu(menu);
        button->setPopupMode(QToolButton::InstantPopup);
    }
    bar->addWidget(button);
}

} // namespace

WindowActions::WindowActions(QMainWindow* window) {
    makeFileMenu(window);
    makeEditMenu(window);
    makeViewMenu(window);
    makeGoMenu(window);
    makeVerifyMenu(window);
    windows = window->menuBar()->addMenu(Words::tr("&Window"));
    makeHelpMenu(window);
    makeToolBar(window);
    setCaseOpen(false);
}

void WindowActions::makeFileMenu(QMainWindow* window) {
    using paint::Glyph;
    new_window = action(window, Words::tr("Ne&w window"), QKeySequence::New);
    open = iconAction(window, Glyph::Open, Words::tr("&Open…"), QKeySequence::Open);
    open_here = action(window, Words::tr("Open in t&his window…"));
    open_from_l1 =
        iconAction(window, Glyph::Download, Words::tr("Open from &L1…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    paste = action(window, Words::tr("Open from clip&board"), Qt::CTRL | Qt::SHIFT | Qt::Key_V);
    save_case = action(window, Words::tr("Save c&ase…"), QKeySequence::Save);
    report = iconAction(window, Glyph::Report, Words::tr("Re&port…"), Qt::CTRL | Qt::Key_E);
    attach_envelope = action(window, Words::tr("Attach &envelope…"));
    attach_evidence = action(window, Words::tr("Attach e&vidence…"));
    attach_peer = action(window, Words::tr("Attach another &table of the bundle…"));
    attach_trace = action(window, Words::tr("Attach a t&race…"));
    read_abi = action(window, Words::tr("Names and &formats from an ABI…"));
    read_labels = action(window, Words::tr("&Names of addresses…"));
    close = action(window, Words::tr("&Close case"), QKeySequence::Close);
    quit = action(window, Words::tr("&Quit"), Qt::CTRL | Qt::Key_Q);

    QMenu* file = window->menuBar()->addMenu(Words::tr("&File"));
    file->addActions({new_window, open, open_here, open_from_l1});
    file->addAction(paste);
    samples = file->addMenu(Words::tr("Open &sample"));
    recent = file->addMenu(Words::tr("Recen&t"));
    file->addSeparator();
    file->addActions({attach_envelope, attach_evidence, attach_peer, attach_trace});
    file->addSeparator();
    file->addActions({read_abi, read_labels});
    file->addSeparator();
    file->addActions({save_case, report});
    file->addSeparator();
    file->addActions({close, quit});
}

void WindowActions::makeEditMenu(QMainWindow* window) {
    using paint::Glyph;
    undo_note = action(window, Words::tr("&Undo note"), QKeySequence::Undo);
    redo_note = action(window, Words::tr("&Redo note"), QKeySequence::Redo);
    copy_value = action(window, Words::tr("&Copy value"), QKeySequence::Copy);
    copy_as = action(window, Words::tr("Copy &as…"), Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    copy_verdict =
        iconAction(window, Glyph::Copy, Words::tr("Copy &verdict"), Qt::CTRL | Qt::ALT | Qt::Key_C);
    add_note = action(window, Words::tr("&Note on this…"), Qt::CTRL | Qt::Key_M);
    settings = iconAction(window, Glyph::Settings, Words::tr("&Settings…"), Qt::CTRL | Qt::Key_Comma);
    QMenu* edit = window->menuBar()->addMenu(Words::tr("&Edit"));
    edit->addActions({undo_note, redo_note});
    edit->addSeparator();
    edit->addActions({copy_value, copy_as, copy_verdict});
    edit->addSeparator();
    edit->addAction(add_note);
    edit->addSeparator();
    edit->addAction(settings);
}

void WindowActions::makeViewMenu(QMainWindow* window) {
    show_tree = action(window, Words::tr("&Tree"), Qt::CTRL | Qt::Key_1);
    show_sequence = action(window, Words::tr("&Sequence"), Qt::CTRL | Qt::Key_2);
    show_roots = action(window, Words::tr("State &roots"), Qt::CTRL | Qt::Key_3);
    show_crossings = action(window, Words::tr("C&rossings"), Qt::CTRL | Qt::Key_4);
    show_replay = action(window, Words::tr("Repla&y"), Qt::CTRL | Qt::Key_5);
    zoom_in = action(window, Words::tr("Zoom &in"), QKeySequence::ZoomIn);
    zoom_out = action(window, Words::tr("Zoom &out"), QKeySequence::ZoomOut);
    zoom_reset = action(window, Words::tr("&Normal size"), Qt::CTRL | Qt::Key_0);
    present = iconAction(window, paint::Glyph::Play, Words::tr("Pr&esent"), Qt::Key_F11);
    unfold_all = action(window, Words::tr("E&xpand all"));
    fold_all = action(window, Words::tr("&Collapse all"));
    expand_subtree = action(window, Words::tr("Expan&d below"), Qt::ALT | Qt::SHIFT | Qt::Key_Right);
    fold_subtree = action(window, Words::tr("Collapse &below"), Qt::ALT | Qt::SHIFT | Qt::Key_Left);
    next_pane = action(window, Words::tr("Next p&ane"), Qt::Key_F6);
    previous_pane = action(window, Words::tr("Pre&vious pane"), Qt::SHIFT | Qt::Key_F6);
    themes = choices(window, {{themeName(ThemeChoice::Light), Words::tr("&Light")},
                              {themeName(ThemeChoice::Dark), Words::tr("&Dark")},
                              {themeName(ThemeChoice::System), Words::tr("&Follow the system")}});
    QMenu* view = window->menuBar()->addMenu(Words::tr("&View"));
    view->addActions({show_tree, show_sequence, show_roots, show_crossings, show_replay});
    view->addSeparator();
    view->addMenu(Words::tr("T&heme"))->addActions(themes->actions());
    view->addActions({zoom_in, zoom_out, zoom_reset});
    panels = view->addMenu(Words::tr("&Panels"));
    columns = view->addMenu(Words::tr("Col&umns"));
    view->addSeparator();
    levels = view->addMenu(Words::tr("Expand to &level"));
    view->addActions({unfold_all, fold_all, expand_subtree, fold_subtree});
    view->addSeparator();
    view->addActions({next_pane, previous_pane});
    view->addSeparator();
    view->addAction(present);
}

void WindowActions::makeGoMenu(QMainWindow* window) {
    back = action(window, Words::tr("&Back"), Qt::ALT | Qt::Key_Left);
    forward = action(window, Words::tr("&Forward"), Qt::ALT | Qt::Key_Right);
    go_to = action(window, Words::tr("&Go to…"), Qt::CTRL | Qt::Key_G);
    parent = action(window, Words::tr("To what &encloses it"), Qt::ALT | Qt::Key_Up);
    caller = action(window, Words::tr("To the &caller"), Qt::CTRL | Qt::Key_Up);
    callee = action(window, Words::tr("To the c&allee"), Qt::CTRL | Qt::Key_Down);
    next_here = action(window, Words::tr("&Next on this domain"), Qt::CTRL | Qt::Key_Right);
    previous_here = action(window, Words::tr("&Previous on this domain"), Qt::CTRL | Qt::Key_Left);
    next_crossing = action(window, Words::tr("Next crossin&g"), Qt::CTRL | Qt::SHIFT | Qt::Key_Right);
    previous_crossing = action(window, Words::tr("Previous cro&ssing"), Qt::CTRL | Qt::SHIFT | Qt::Key_Left);
    bookmark = action(window, Words::tr("Book&mark"), Qt::CTRL | Qt::Key_B);
    next_bookmark = action(window, Words::tr("Ne&xt bookmark"), Qt::Key_F2);
    previous_bookmark = action(window, Words::tr("Prev&ious bookmark"), Qt::SHIFT | Qt::Key_F2);
    filter = iconAction(window, paint::Glyph::Filter, Words::tr("Fi&lter"), Qt::CTRL | Qt::Key_L);
    next_match = action(window, Words::tr("Next ma&tch"), Qt::Key_F3);
    previous_match = action(window, Words::tr("Previous matc&h"), Qt::SHIFT | Qt::Key_F3);
    next_problem = action(window, Words::tr("Next pr&oblem"), Qt::Key_F8);
    previous_problem = action(window, Words::tr("Previous p&roblem"), Qt::SHIFT | Qt::Key_F8);
    go = window->menuBar()->addMenu(Words::tr("&Go"));
    go->addActions({back, forward});
    places = go->addMenu(Words::tr("Last pla&ces"));
    go->addAction(go_to);
    go->addSeparator();
    go->addActions({parent, caller, callee, next_here, previous_here, next_crossing, previous_crossing});
    go->addSeparator();
    go->addActions({next_problem, previous_problem});
    go->addSeparator();
    go->addActions({filter, next_match, previous_match});
    go->addSeparator();
    bookmarks = go->addMenu(Words::tr("Boo&kmarks"));
    go->addActions({bookmark, next_bookmark, previous_bookmark});
}

void WindowActions::makeVerifyMenu(QMainWindow* window) {
    using paint::Glyph;
    verify = iconAction(window, Glyph::Shield, Words::tr("&Verify again"), Qt::Key_F5);
    expectations = iconAction(window, Glyph::Server, Words::tr("&Endpoints and expectations…"));
    profiles = action(window, Words::tr("Endpoint p&rofiles…"));
    paste_digest = action(window, Words::tr("Expected &digest…"), Qt::CTRL | Qt::Key_D);
    pin_block = iconAction(window, Glyph::Pin, Words::tr("Pin a &block…"));
    explore_evidence = action(window, Words::tr("&Show the evidence"), Qt::CTRL | Qt::Key_I);
    find_anchor = action(window, Words::tr("&Find anchors on L1…"));
    anchor = action(window, Words::tr("&Anchor on L1…"));
    watch = action(window, Words::tr("&Watch L1…"));
    policies = choices(window, {{u"digest"_s, Words::tr("&Digest: the bytes are those committed")},
                                {u"event"_s, Words::tr("&Event: and a log carries the digest")},
                                {u"inclusion"_s, Words::tr("&Inclusion: and the log is in the block")},
                                {u"block"_s, Words::tr("&Block: and the block is authentic")},
                                {u"final"_s, Words::tr("&Final: and the block is final")}});
    QMenu* check = window->menuBar()->addMenu(Words::tr("Ve&rify"));
    check->addAction(verify);
    check->addMenu(Words::tr("&Policy"))->addActions(policies->actions());
    check->addActions({paste_digest, pin_block, expectations, profiles});
    check->addSeparator();
    check->addAction(explore_evidence);
    check->addSeparator();
    check->addActions({find_anchor, anchor, watch});
}

void WindowActions::makeHelpMenu(QMainWindow* window) {
    help = iconAction(window, paint::Glyph::Help, Words::tr("&Help"), QKeySequence::HelpContents);
    tour = action(window, Words::tr("&Tour of the samples"));
    about = action(window, Words::tr("&About Anchorscope"));
    QMenu* menu = window->menuBar()->addMenu(Words::tr("&Help"));
    menu->addActions({help, tour});
    menu->addSeparator();
    menu->addAction(about);
}

void WindowActions::makeToolBar(QMainWindow* window) {
    using paint::Glyph;
    attach = new QMenu(window);
    attach->addActions({attach_envelope, attach_evidence, attach_peer, attach_trace});
    auto* attach_button = iconAction(window, Glyph::Link, Words::tr("Attach"));
    attach_button->setToolTip(
        Words::tr("Attach an envelope, evidence, another table or a trace to the open case"));
    tool_bar = window->addToolBar(Words::tr("Tools"));
    tool_bar->setObjectName(u"tools"_s);
    tool_bar->setMovable(false);
    tool_bar->setContextMenuPolicy(Qt::PreventContextMenu);
    tool_bar->setIconSize(paint::px(QSize(16, 16)));
    addButton(tool_bar, open, Words::tr("Open"));
    addButton(tool_bar, open_from_l1, Words::tr("From L1"));
    addButton(tool_bar, attach_button, Words::tr("Attach"), attach);
    tool_bar->addSeparator();
    addButton(tool_bar, verify, Words::tr("Verify"));
    addButton(tool_bar, expectations, Words::tr("Endpoints"));
    addButton(tool_bar, report, Words::tr("Report"));
}

void WindowActions::setCaseOpen(bool is_open) {
    for (QAction* each : {open_here,
                          save_case,
                          report,
                          attach_envelope,
                          attach_evidence,
                          attach_peer,
                          attach_trace,
                          close,
                          undo_note,
                          redo_note,
                          copy_value,
                          copy_as,
                          copy_verdict,
                          add_note,
                          show_tree,
                          show_sequence,
                          show_roots,
                          show_crossings,
                          show_replay,
                          present,
                          unfold_all,
                          fold_all,
                          next_pane,
                          previous_pane,
                          go_to,
                          parent,
                          caller,
                          callee,
                          next_here,
                          previous_here,
                          next_crossing,
                          previous_crossing,
                          expand_subtree,
                          fold_subtree,
                          bookmark,
                          next_bookmark,
                          previous_bookmark,
                          filter,
                          next_match,
                          previous_match,
                          verify,
                          explore_evidence,
                          paste_digest,
                          pin_block,
                          find_anchor,
                          anchor,
                          next_problem,
                          previous_problem}) {
        each->setEnabled(is_open);
    }
    for (QMenu* each : {columns, levels, bookmarks, places}) {
        each->setEnabled(is_open);
    }
    for (QToolButton* button : tool_bar->findChildren<QToolButton*>()) {
        if (button->menu() == attach) {
            button->defaultAction()->setEnabled(is_open);
        }
    }
}

void WindowActions::setPolicy(verify::Policy policy) {
    const std::string_view name = verify::name(policy);
    for (QAction* each : policies->actions()) {
        each->setChecked(each->data().toString() ==
                         QLatin1String(name.data(), static_cast<qsizetype>(name.size())));
    }
}

} // namespace anchorscope::ui
