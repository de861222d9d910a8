// What each action of the window does.
#include "core/table/wrapping.h"
#include "model/net/redaction.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/present/presenting.h"
#include "ui/present/tour.h"
#include "ui/views/case_notes.h"
#include "ui/views/filter_actions.h"
#include "ui/views/main_window_parts.h"
#include "ui/views/verdict_text.h"
#include "ui/views/window_zoom.h"
#include "ui/widgets/banner.h"
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QInputDialog>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::Session;
using model::Setting;

namespace {

constexpr int message_ms = 4000;

} // namespace

void MainWindow::connectActions() {
    connectFileActions();
    connectViewActions();
    connectVerifyActions();
    connectFilter();
}

void MainWindow::connectFileActions() {
    const WindowActions& actions = d->actions;
    connect(actions.open, &QAction::triggered, this, &MainWindow::chooseTable);
    connect(d->welcome, &Welcome::openRequested, this, &MainWindow::chooseTable);
    connect(actions.open_from_l1, &QAction::triggered, this, [this] { d->dialogs->showOpenFromL1({}); });
    connect(d->welcome, &Welcome::referenceGiven, d->dialogs, &WindowDialogs::showOpenFromL1);
    connect(actions.paste, &QAction::triggered, this, &MainWindow::openClipboard);
    connect(d->welcome, &Welcome::pasteRequested, this, &MainWindow::openClipboard);
    connect(d->welcome, &Welcome::pathChosen, this, &MainWindow::request);
    connect(actions.attach_envelope, &QAction::triggered, this, &MainWindow::attachEnvelope);
    connect(actions.attach_evidence, &QAction::triggered, this, &MainWindow::attachEvidence);
    connect(actions.attach_peer, &QAction::triggered, this, &MainWindow::attachPeer);
    connect(actions.attach_trace, &QAction::triggered, this, &MainWindow::attachTrace);
    connect(actions.read_abi, &QAction::triggered, this, &MainWindow::chooseAbi);
    connect(actions.read_labels, &QAction::triggered, this, &MainWindow::chooseLabels);
    connect(d->session, &Session::abiRead, this, [this](int names, int formats, const QString& why) {
        const QString read =
            formats == 0 ? tr("%1 names known from the ABI").arg(names)
                         : tr("%1 names and %2 table formats known from the ABI").arg(names).arg(formats);
        statusBar()->showMessage(why.isEmpty() ? read : why, 2 * message_ms);
    });
    connect(d->session, &Session::labelsRead, this, [this](int count, const QString& why) {
        statusBar()->showMessage(why.isEmpty() ? tr("%1 addresses have names").arg(count) : why,
                                 2 * message_ms);
    });
    connect(actions.report, &QAction::triggered, this,
            [this] { d->dialogs->showReport(d->view->notes()->store()); });
    actions.redo_note->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    connect(actions.add_note, &QAction::triggered, this, [this] { d->view->notes()->edit(); });
    connect(actions.undo_note, &QAction::triggered, this, [this] { d->view->notes()->undo(); });
    connect(actions.redo_note, &QAction::triggered, this, [this] { d->view->notes()->redo(); });
    connect(actions.save_case, &QAction::triggered, d->saving, &CaseSaving::choose);
    connect(d->saving, &CaseSaving::runningChanged, this, &MainWindow::refresh);
    connect(d->saving, &CaseSaving::saved, this, [this](const QString& path) {
        statusBar()->showMessage(tr("Saved %1").arg(QFileInfo(path).fileName()), message_ms);
    });
    connect(actions.close, &QAction::triggered, d->session, &Session::close);
    const auto copy_verdict = [this] { copyToClipboard(verdictText(*d->session), tr("Verdict copied")); };
    connect(actions.copy_value, &QAction::triggered, this,
            [this] { copyToClipboard(d->view->copyText(), tr("Value copied")); });
    connect(actions.copy_verdict, &QAction::triggered, this, copy_verdict);
    connect(d->banner, &Banner::copyRequested, this, copy_verdict);
}

void MainWindow::connectViewActions() {
    const WindowActions& actions = d->actions;
    connect(actions.themes, &QActionGroup::triggered, this, [this](QAction* each) {
        d->settings->set(Setting::Theme, each->data());
        applyThemeChoice(themeNamed(each->data().toString()).value_or(ThemeChoice::System));
    });
    for (QAction* each : actions.themes->actions()) {
        each->setChecked(each->data() == d->settings->get(Setting::Theme));
    }
    for (const auto& [action, page] : {std::pair{actions.show_tree, CaseView::TreeTab},
                                       std::pair{actions.show_sequence, CaseView::SequenceTab},
                                       std::pair{actions.show_roots, CaseView::RootsTab},
                                       std::pair{actions.show_crossings, CaseView::CrossingsTab},
                                       std::pair{actions.show_replay, CaseView::ReplayTab}}) {
        connect(action, &QAction::triggered, this, [this, page = page] { d->view->showTreePage(page); });
    }
    connect(actions.explore_evidence, &QAction::triggered, this, [this] {
        d->view->exploreEvidence(d->view->selection()->choice().rung.value_or(verify::RungId::digest));
    });
    auto* presenting = new Presenting(this, d->session, d->view->selection());
    connect(actions.present, &QAction::triggered, presenting, &Presenting::toggle);
    auto* tour = new Tour(this, d->session, [this](const QString& folder) { open(folder); });
    connect(actions.tour, &QAction::triggered, tour, &Tour::start);
    connect(d->welcome, &Welcome::tourRequested, tour, &Tour::start);
    connectZoom(this, actions, d->settings,
                [this](const QString& words) { statusBar()->showMessage(words, message_ms); });
    connect(actions.unfold_all, &QAction::triggered, this, [this] { d->view->unfoldAll(true); });
    connect(actions.fold_all, &QAction::triggered, this, [this] { d->view->unfoldAll(false); });
    connect(actions.next_pane, &QAction::triggered, this, [this] { movePane(1); });
    connect(actions.previous_pane, &QAction::triggered, this, [this] { movePane(-1); });
    connect(actions.about, &QAction::triggered, this, [this] { (new AboutDialog(this))->open(); });
}

void MainWindow::connectFilter() {
    const auto go = [this](int step) {
        if (!d->view->showMatch(step)) {
            statusBar()->showMessage(d->view->filter()->matches()
                                         ? tr("No transition matches the filter.")
                                         : tr("There is no filter: Ctrl+L writes one."),
                                     message_ms);
        }
    };
    d->filter_bar->setKeys(d->actions.filter->shortcut());
    connect(d->actions.filter, &QAction::triggered, d->filter_bar, &FilterBar::focusField);
    connect(d->actions.next_match, &QAction::triggered, this, [go] { go(1); });
    connect(d->actions.previous_match, &QAction::triggered, this, [go] { go(-1); });
    connect(d->filter_bar, &FilterBar::left, this, [this](bool accepted) {
        d->view->showTreePage(CaseView::TreeTab);
        if (accepted) {
            d->view->showFirstMatch();
        }
    });
    connect(d->navigation->treeMenu(), &TreeMenu::aboutToShow, this,
            [this](QMenu* menu, const QModelIndex& cell) {
                menu->addSeparator();
                addFilterActions(menu, d->view->filter(), d->view->filterOfCell(cell));
            });
    connect(d->filter_bar, &FilterBar::problemChanged, this,
            [this](const QString& why) { statusBar()->showMessage(why); });
    connect(d->view->selection(), &Selection::changed, this, [this](const Choice& choice) {
        const NodeFilter& filter = *d->view->filter();
        if (choice.node && filter.matches() && filter.mode() == NodeFilter::Mode::Hide &&
            !filter.matches()->leads(*choice.node)) {
            statusBar()->showMessage(tr("The filter hides the transition that is chosen."), message_ms);
        }
    });
}

void MainWindow::connectVerifyActions() {
    const WindowActions& actions = d->actions;
    connect(d->banner, &Banner::cancelRequested, d->session, &Session::cancel);
    connect(d->banner, &Banner::policyChosen, this, &MainWindow::setPolicy);
    connect(actions.policies, &QActionGroup::triggered, this,
            [this](QAction* each) { setPolicy(each->data().toString()); });
    connect(actions.verify, &QAction::triggered, d->session, &Session::verifyAgain);
    connect(actions.expectations, &QAction::triggered, d->dialogs, &WindowDialogs::showExpectations);
    connect(d->welcome, &Welcome::endpointsRequested, d->dialogs, &WindowDialogs::showExpectations);
    connect(actions.find_anchor, &QAction::triggered, d->dialogs, &WindowDialogs::showFindAnchor);
    connect(actions.anchor, &QAction::triggered, d->dialogs, &WindowDialogs::showAnchor);
    connect(actions.profiles, &QAction::triggered, d->dialogs, &WindowDialogs::showProfiles);
    connect(d->book, &model::EndpointBook::trouble, this,
            [this](const QString& words) { statusBar()->showMessage(words, 2 * message_ms); });
    connect(actions.watch, &QAction::triggered, d->dialogs, &WindowDialogs::showWatch);
    connect(actions.next_problem, &QAction::triggered, this, [this] { showProblem(1); });
    connect(actions.previous_problem, &QAction::triggered, this, [this] { showProblem(-1); });
    connect(d->next_step, &NextStepBar::chosen, this, &MainWindow::takeStep);
    connect(d->dialogs, &WindowDialogs::caseChosen, this, &MainWindow::openBytes);
    connect(d->dialogs, &WindowDialogs::optionsApplied, this, &MainWindow::applyOptions);
}

void MainWindow::takeStep(Step step) {
    switch (step) {
    case Step::AttachEnvelope:
        return attachEnvelope();
    case Step::AttachEvidence:
        return attachEvidence();
    case Step::FindAnchor:
        return d->dialogs->showFindAnchor();
    case Step::Expectations:
        return d->dialogs->showExpectations();
    case Step::VerifyAgain:
        return d->session->verifyAgain();
    case Step::ShowProblem:
        return showProblem(1);
    case Step::ShowByte:
        return d->view->showByte(d->next_step->step().byte);
    case Step::ChooseTable:
        return chooseAmongTables();
    case Step::ExpectDigest:
        return askDigest();
    case Step::PinBlock:
        return askPin();
    }
}

void MainWindow::chooseTable() {
    choosePath(tr("Open a table or a case"),
               tr("Tables and cases (*.hex *.bin *.txt *.anchorcase);;All files (*)"),
               [this](const QString& path) { request(path); });
}

void MainWindow::attachEnvelope() {
    choosePath(tr("Attach an envelope"), tr("Envelopes (*.json);;All files (*)"),
               [this](const QString& path) { d->session->attachEnvelope(path); });
}

void MainWindow::attachEvidence() {
    choosePath(tr("Attach evidence"), tr("Evidence (*.json);;All files (*)"),
               [this](const QString& path) { d->session->attachEvidence(path); });
}

void MainWindow::attachPeer() {
    choosePath(tr("Attach another table of the bundle"),
               tr("Tables (*.hex *.bin *.txt *.json);;All files (*)"),
               [this](const QString& path) { d->session->attachPeer(path); });
}

void MainWindow::attachTrace() {
    choosePath(tr("Attach a trace of one of the bundle’s transactions"),
               tr("Answers of debug_traceTransaction (*.json);;All files (*)"),
               [this](const QString& path) { d->session->attachTrace(path); });
}

/// One of several tables in a file that another tool wrote.
void MainWindow::chooseAmongTables() {
    const auto& source = d->session->parts().source;
    if (!source) {
        return;
    }
    QStringList places;
    for (const std::string& place :
         table::table_places({reinterpret_cast<const char*>(source->file.data()), source->file.size()})) {
        places += QString::fromStdString(place);
    }
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Choose the table"));
    dialog->setLabelText(tr("%1 holds tables at").arg(QString::fromStdString(source->name)));
    dialog->setComboBoxItems(places);
    dialog->setOption(QInputDialog::UseListViewForComboBoxItems);
    connect(dialog, &QInputDialog::textValueSelected, d->session, &Session::choosePlace);
    dialog->open();
}

void MainWindow::chooseAbi() {
    choosePath(tr("Names and table formats from a contract’s ABI"), tr("ABI (*.json);;All files (*)"),
               [this](const QString& path) { d->session->readAbi(path); });
}

void MainWindow::chooseLabels() {
    choosePath(tr("Names of addresses"), tr("Labels (*.json);;All files (*)"),
               [this](const QString& path) { d->session->readLabels(path); });
}

void MainWindow::choosePath(const QString& title, const QString& filter,
                            const std::function<void(const QString&)>& chosen) {
    auto* dialog = new QFileDialog(this, title, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    dialog->open();
}

void MainWindow::copyToClipboard(const QString& text, const QString& what) {
    if (!text.isEmpty()) {
        QGuiApplication::clipboard()->setText(text);
        statusBar()->showMessage(what, message_ms);
    }
}

void MainWindow::movePane(int step) {
    const QList<QWidget*> panes = d->view->panes();
    if (!panes.isEmpty()) {
        const qsizetype at = panes.indexOf(focusWidget());
        const qsizetype to = at < 0 ? 0 : (at + step + panes.size()) % panes.size();
        panes.at(to)->setFocus(Qt::TabFocusReason);
    }
}

void MainWindow::showProblem(int step) {
    if (!d->view->showProblem(step)) {
        statusBar()->showMessage(tr("Nothing is wrong here."), message_ms);
    }
}

void MainWindow::setPolicy(const QString& name) {
    if (const auto policy = verify::policy_named(name.toStdString())) {
        model::VerifyOptions options = d->session->options();
        options.policy = *policy;
        d->settings->set(Setting::Policy, name);
        d->session->setOptions(options);
        refresh();
    }
}

void MainWindow::applyOptions(const model::VerifyOptions& options) {
    const bool keys = std::ranges::any_of(options.endpoints, [this](const model::EndpointChoice& each) {
        return d->book->entryOf(each.url) == nullptr && model::hasSecrets(each.url);
    });
    d->book->choose(options.endpoints);
    if (keys) {
        statusBar()->showMessage(tr("Keys are kept %1").arg(d->book->placeOf(model::KeyPlace::Keychain)),
                                 message_ms);
    }
    d->session->setOptions(options);
    refreshWelcome();
    refresh();
}

} // namespace anchorscope::ui
