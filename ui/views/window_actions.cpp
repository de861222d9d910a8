#include "ui/views/window_actions.h"
#include "ui/paint/icons.h"
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
    using paint::Glyph;
    open = iconAction(window, Glyph::Open, Words::tr("&Open…"), QKeySequence::Open);
    open_from_l1 =
        iconAction(window, Glyph::Download, Words::tr("Open from &L1…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    paste = action(window, Words::tr("Open from clip&board"), Qt::CTRL | Qt::SHIFT | Qt::Key_V);
    save_case = action(window, Words::tr("Save c&ase…"), QKeySequence::Save);
    attach_envelope = action(window, Words::tr("Attach &envelope…"));
    attach_evidence = action(window, Words::tr("Attach e&vidence…"));
    attach_peer = action(window, Words::tr("Attach another &table of the bundle…"));
    attach_trace = action(window, Words::tr("Attach a t&race…"));
    read_abi = action(window, Words::tr("Names and &formats from an ABI…"));
    read_labels = action(window, Words::tr("&Names of addresses…"));
    close = action(window, Words::tr("&Close case"), QKeySequence::Close);
    quit = action(window, Words::tr("&Quit"), Qt::CTRL | Qt::Key_Q);
    copy_value = action(window, Words::tr("&Copy value"), QKeySequence::Copy);
    copy_verdict =
        iconAction(window, Glyph::Copy, Words::tr("Copy &verdict"), Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    unfold_all = action(window, Words::tr("&Expand all"));
    fold_all = action(window, Words::tr("&Collapse all"));
    next_pane = action(window, Words::tr("&Next pane"), Qt::Key_F6);
    previous_pane = action(window, Words::tr("&Previous pane"), Qt::SHIFT | Qt::Key_F6);
    verify = iconAction(window, Glyph::Shield, Words::tr("&Verify again"), Qt::Key_F5);
    expectations = iconAction(window, Glyph::Server, Words::tr("&Endpoints and expectations…"));
    profiles = action(window, Words::tr("Endpoint p&rofiles…"));
    find_anchor = action(window, Words::tr("&Find anchors on L1…"));
    anchor = action(window, Words::tr("&Anchor on L1…"));
    watch = action(window, Words::tr("&Watch L1…"));
    next_problem = action(window, Words::tr("&Next problem"), Qt::Key_F8);
    previous_problem = action(window, Words::tr("&Previous problem"), Qt::SHIFT | Qt::Key_F8);
    about = action(window, Words::tr("&About Anchorscope"));
    policies = choices(window, {{u"digest"_s, Words::tr("&Digest: the bytes are those committed")},
                                {u"event"_s, Words::tr("&Event: and a log carries the digest")},
                                {u"inclusion"_s, Words::tr("&Inclusion: and the log is in the block")},
                                {u"block"_s, Words::tr("&Block: and the block is authentic")},
                                {u"final"_s, Words::tr("&Final: and the block is final")}});
    themes = choices(window, {{themeName(ThemeChoice::Light), Words::tr("&Light")},
                              {themeName(ThemeChoice::Dark), Words::tr("&Dark")},
                              {themeName(ThemeChoice::System), Words::tr("&Follow the system")}});

    QMenu* file = window->menuBar()->addMenu(Words::tr("&File"));
    file->addActions({open, open_from_l1});
    file->addAction(paste);
    samples = file->addMenu(Words::tr("Open &sample"));
    recent = file->addMenu(Words::tr("&Recent"));
    file->addSeparator();
    file->addActions({attach_envelope, attach_evidence, attach_peer, attach_trace});
    file->addSeparator();
    file->addActions({read_abi, read_labels});
    file->addSeparator();
    file->addActions({save_case, close, quit});
    window->menuBar()->addMenu(Words::tr("&Edit"))->addActions({copy_value, copy_verdict});
    QMenu* view = window->menuBar()->addMenu(Words::tr("&View"));
    view->addMenu(Words::tr("&Theme"))->addActions(themes->actions());
    panels = view->addMenu(Words::tr("&Panels"));
    view->addSeparator();
    view->addActions({unfold_all, fold_all});
    view->addSeparator();
    view->addActions({next_pane, previous_pane});
    QMenu* check = window->menuBar()->addMenu(Words::tr("V&erify"));
    check->addAction(verify);
    check->addMenu(Words::tr("&Policy"))->addActions(policies->actions());
    check->addActions({expectations, profiles});
    check->addSeparator();
    check->addActions({find_anchor, anchor, watch});
    check->addSeparator();
    check->addActions({next_problem, previous_problem});
    window->menuBar()->addMenu(Words::tr("&Help"))->addAction(about);

    attach = new QMenu(window);
    attach->addActions({attach_envelope, attach_evidence, attach_peer, attach_trace});
    auto* attach_button = iconAction(window, Glyph::Link, Words::tr("Attach"));
    attach_button->setToolTip(
        Words::tr("Attach an envelope, evidence, another table or a trace to the open case"));
    tool_bar = window->addToolBar(Words::tr("Tools"));
    tool_bar->setObjectName(u"tools"_s);
    tool_bar->setMovable(false);
    tool_bar->setContextMenuPolicy(Qt::PreventContextMenu);
    tool_bar->setIconSize(QSize(16, 16));
    addButton(tool_bar, open, Words::tr("Open"));
    addButton(tool_bar, open_from_l1, Words::tr("From L1"));
    addButton(tool_bar, attach_button, Words::tr("Attach"), attach);
    tool_bar->addSeparator();
    addButton(tool_bar, verify, Words::tr("Verify"));
    addButton(tool_bar, expectations, Words::tr("Endpoints"));
    setCaseOpen(false);
}

void WindowActions::setCaseOpen(bool is_open) {
    for (QAction* each : {save_case, attach_envelope, attach_evidence, attach_peer, attach_trace, close,
                          copy_value, copy_verdict, unfold_all, fold_all, next_pane, previous_pane, verify,
                          find_anchor, anchor, next_problem, previous_problem}) {
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
