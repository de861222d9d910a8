// Over 500 lines: it composes the whole window, and every action is connected here, where a reader looks
// first.
#include "ui/views/main_window.h"
#include "model/session/samples.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/anchor_dialog.h"
#include "ui/dialogs/expectations_dialog.h"
#include "ui/dialogs/find_anchor_dialog.h"
#include "ui/dialogs/open_from_l1_dialog.h"
#include "ui/dialogs/watch_dialog.h"
#include "ui/views/banner_text.h"
#include "ui/views/case_view.h"
#include "ui/views/connection_label.h"
#include "ui/views/drop_overlay.h"
#include "ui/views/dropped_file.h"
#include "ui/views/next_step.h"
#include "ui/views/verdict_text.h"
#include "ui/views/window_actions.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/welcome.h"
#include <QClipboard>
#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::Session;
using model::Setting;

namespace {

constexpr QSize first_size(1440, 900), least_size(1024, 640);
constexpr int status_inset = 16;
constexpr int message_ms = 4000;

const model::Sample* sampleOf(const model::CaseFiles& files) {
    for (const model::Sample& sample : model::samples()) {
        if (files.table.startsWith(sample.folder + u'/')) {
            return &sample;
        }
    }
    return nullptr;
}

QString localFile(const QMimeData* data) {
    const QList<QUrl> urls = data != nullptr ? data->urls() : QList<QUrl>();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

class MainWindow::Private {
public:
    Private(MainWindow* window, Session* of, model::Settings* in)
        : session(of), settings(in), actions(window) {}

    Session* session;
    model::Settings* settings;
    WindowActions actions;
    Banner* banner = nullptr;
    Ladder* ladder = nullptr;
    NextStepBar* next_step = nullptr;
    QStackedWidget* pages = nullptr;
    Welcome* welcome = nullptr;
    CaseView* view = nullptr;
    ConnectionLabel* connection = nullptr;
    ElidedLabel *place = nullptr, *counts = nullptr;
    DropOverlay* overlay = nullptr;
    QPointer<ExpectationsDialog> dialog;
    QPointer<WatchDialog> watch;
    Progress progress;
    QString opened;     ///< as the user named it, for the list of recent cases
    bool fresh = false; ///< nothing was chosen yet in this case
};

MainWindow::MainWindow(Session* session, model::Settings* settings, QWidget* parent)
    : QMainWindow(parent), d(std::make_unique<Private>(this, session, settings)) {
    setWindowTitle(tr("Anchorscope"));
    setAcceptDrops(true);
    setMinimumSize(least_size);
    build();
    fillMenus();
    connectActions();
    connectSession();
    resize(first_size);
    restoreGeometry(settings->get(Setting::WindowGeometry).toByteArray());
    d->view->restoreLayout(settings->get(Setting::WindowState).toByteArray());
    refreshWelcome();
    refresh();
    d->welcome->setFocus(); // else the first tool button takes it, with its ring
}

MainWindow::~MainWindow() = default;

Session* MainWindow::session() const { return d->session; }

void MainWindow::build() {
    d->banner = new Banner;
    d->ladder = new Ladder;
    d->next_step = new NextStepBar;
    auto* step_margin = new QWidget;
    auto* step_row = new QVBoxLayout(step_margin);
    step_row->setContentsMargins(12, 8, 12, 0);
    step_row->addWidget(d->next_step);
    d->view = new CaseView(d->session);
    auto* case_page = new QWidget;
    auto* case_rows = new QVBoxLayout(case_page);
    case_rows->setContentsMargins(0, 0, 0, 0);
    case_rows->setSpacing(0);
    case_rows->addWidget(d->ladder);
    case_rows->addWidget(step_margin);
    case_rows->addWidget(d->view, 1);
    d->welcome = new Welcome;
    d->pages = new QStackedWidget;
    d->pages->addWidget(d->welcome);
    d->pages->addWidget(case_page);
    auto* centre = new QWidget;
    auto* rows = new QVBoxLayout(centre);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(d->banner);
    rows->addWidget(d->pages, 1);
    setCentralWidget(centre);

    auto* spacer = new QWidget;
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    d->actions.tool_bar->addWidget(spacer);
    d->connection = new ConnectionLabel;
    d->actions.tool_bar->addWidget(d->connection);

    d->place = new ElidedLabel(paint::Type::Caption, paint::Ink::SecondaryText);
    d->counts = new ElidedLabel(paint::Type::Caption, paint::Ink::SecondaryText);
    d->counts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(status_inset, 0, status_inset, 0);
    statusBar()->addWidget(d->place, 3);
    statusBar()->addPermanentWidget(d->counts, 2);
    d->overlay = new DropOverlay(this);
}

void MainWindow::fillMenus() {
    connect(d->actions.samples, &QMenu::aboutToShow, this, [this] {
        d->actions.samples->clear();
        for (const model::Sample& sample : model::samples()) {
            d->actions.samples->addAction(sample.title, this,
                                          [this, folder = sample.folder] { open(folder); });
        }
    });
    connect(d->actions.recent, &QMenu::aboutToShow, this, [this] {
        d->actions.recent->clear();
        for (const model::Settings::Recent& each : d->settings->recent()) {
            d->actions.recent->addAction(u"%1  ·  %2"_s.arg(QFileInfo(each.path).fileName(), each.verdict),
                                         this, [this, path = each.path] { open(path); });
        }
        if (d->actions.recent->isEmpty()) {
            d->actions.recent->addAction(tr("None yet"))->setEnabled(false);
        }
    });
    const std::initializer_list<std::pair<CaseView::Part, QString>> panels{
        {CaseView::Part::Details, tr("&Details")},
        {CaseView::Part::Proof, tr("&What was proven")},
        {CaseView::Part::Bytes, tr("&Preimage bytes and digests")},
        {CaseView::Part::Anchors, tr("&Anchors, findings, endpoint log")}};
    for (const auto& [part, text] : panels) {
        QAction* toggle = d->actions.panels->addAction(text);
        toggle->setCheckable(true);
        toggle->setChecked(true);
        connect(toggle, &QAction::toggled, d->view->panel(part), &QWidget::setVisible);
    }
}

void MainWindow::connectActions() {
    WindowActions& actions = d->actions;
    const auto choose_table = [this] {
        choosePath(tr("Open a table or a case"),
                   tr("Tables and cases (*.hex *.bin *.txt *.anchorcase);;All files (*)"),
                   [this](const QString& path) { open(path); });
    };
    connect(actions.open, &QAction::triggered, this, choose_table);
    connect(d->welcome, &Welcome::openRequested, this, choose_table);
    connect(actions.open_from_l1, &QAction::triggered, this, [this] { showOpenFromL1({}); });
    connect(d->welcome, &Welcome::referenceGiven, this, &MainWindow::showOpenFromL1);
    connect(actions.paste, &QAction::triggered, this, &MainWindow::openClipboard);
    connect(d->welcome, &Welcome::pasteRequested, this, &MainWindow::openClipboard);
    connect(d->welcome, &Welcome::pathChosen, this, &MainWindow::open);
    const auto attach_envelope = [this] {
        choosePath(tr("Attach an envelope"), tr("Envelopes (*.json);;All files (*)"),
                   [this](const QString& path) { d->session->attachEnvelope(path); });
    };
    const auto attach_evidence = [this] {
        choosePath(tr("Attach evidence"), tr("Evidence (*.json);;All files (*)"),
                   [this](const QString& path) { d->session->attachEvidence(path); });
    };
    connect(actions.attach_envelope, &QAction::triggered, this, attach_envelope);
    connect(actions.attach_evidence, &QAction::triggered, this, attach_evidence);
    connect(actions.save_case, &QAction::triggered, this, &MainWindow::chooseCaseFile);
    connect(actions.close, &QAction::triggered, d->session, &Session::close);
    connect(actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(actions.copy_value, &QAction::triggered, this,
            [this] { copyToClipboard(d->view->copyText(), tr("Value copied")); });
    const auto copy_verdict = [this] { copyToClipboard(verdictText(*d->session), tr("Verdict copied")); };
    connect(actions.copy_verdict, &QAction::triggered, this, copy_verdict);
    connect(d->banner, &Banner::copyRequested, this, copy_verdict);
    connect(d->banner, &Banner::cancelRequested, d->session, &Session::cancel);
    connect(d->banner, &Banner::policyChosen, this, &MainWindow::setPolicy);
    connect(actions.policies, &QActionGroup::triggered, this,
            [this](QAction* each) { setPolicy(each->data().toString()); });
    connect(actions.themes, &QActionGroup::triggered, this, [this](QAction* each) {
        d->settings->set(Setting::Theme, each->data());
        applyThemeChoice(themeNamed(each->data().toString()).value_or(ThemeChoice::System));
    });
    for (QAction* each : actions.themes->actions()) {
        each->setChecked(each->data() == d->settings->get(Setting::Theme));
    }
    connect(actions.unfold_all, &QAction::triggered, this, [this] { d->view->unfoldAll(true); });
    connect(actions.fold_all, &QAction::triggered, this, [this] { d->view->unfoldAll(false); });
    connect(actions.next_pane, &QAction::triggered, this, [this] { movePane(1); });
    connect(actions.previous_pane, &QAction::triggered, this, [this] { movePane(-1); });
    connect(actions.verify, &QAction::triggered, d->session, &Session::verifyAgain);
    connect(actions.expectations, &QAction::triggered, this, &MainWindow::showExpectations);
    connect(d->welcome, &Welcome::endpointsRequested, this, &MainWindow::showExpectations);
    const auto problem = [this](int step) {
        if (!d->view->showProblem(step)) {
            statusBar()->showMessage(tr("Nothing is wrong here."), message_ms);
        }
    };
    connect(actions.find_anchor, &QAction::triggered, this, &MainWindow::showFindAnchor);
    connect(actions.anchor, &QAction::triggered, this, &MainWindow::showAnchor);
    connect(actions.watch, &QAction::triggered, this, &MainWindow::showWatch);
    connect(actions.next_problem, &QAction::triggered, this, [problem] { problem(1); });
    connect(actions.previous_problem, &QAction::triggered, this, [problem] { problem(-1); });
    connect(actions.about, &QAction::triggered, this, [this] { (new AboutDialog(this))->open(); });
    connect(d->next_step, &NextStepBar::chosen, this,
            [this, problem, attach_envelope, attach_evidence](Step step) {
                switch (step) {
                case Step::AttachEnvelope:
                    return attach_envelope();
                case Step::AttachEvidence:
                    return attach_evidence();
                case Step::FindAnchor:
                    return showFindAnchor();
                case Step::Expectations:
                    return showExpectations();
                case Step::VerifyAgain:
                    return d->session->verifyAgain();
                case Step::ShowProblem:
                    return problem(1);
                case Step::ShowByte:
                    return d->view->showByte(d->next_step->step().byte);
                }
            });
}

void MainWindow::connectSession() {
    connect(d->session, &Session::phaseChanged, this, [this] {
        d->progress = {};
        refresh();
    });
    connect(d->session, &Session::tableChanged, this, &MainWindow::refresh);
    connect(d->session, &Session::reportChanged, this, &MainWindow::refresh);
    connect(d->session, &Session::evidenceChanged, this, &MainWindow::refresh);
    connect(d->session, &Session::finished, this, &MainWindow::concludeRun);
    connect(d->session, &Session::progress, this, [this](quint64 done, quint64 total, const QString& what) {
        d->progress = {done, total, what};
        d->banner->setText(bannerText(*d->session, d->progress));
    });
    Selection* selection = d->view->selection();
    connect(d->ladder, &Ladder::rungActivated, d->view, &CaseView::showRung);
    connect(selection, &Selection::changed, this, [this](const Choice& choice, Selection::Aspect aspect) {
        d->place->setText(d->view->placeText(choice.path, choice.range));
        if (aspect == Selection::Aspect::Rung && choice.rung) {
            d->ladder->setCurrentRung(*choice.rung);
        }
    });
    connect(selection, &Selection::previewed, this,
            [this](std::optional<ByteRange> range, const QString& path) {
                const Choice& choice = d->view->selection()->choice();
                d->place->setText(range ? d->view->placeText(path, range)
                                        : d->view->placeText(choice.path, choice.range));
            });
}

void MainWindow::open(const QString& path) {
    const DroppedKind kind = droppedKind(path);
    if (kind != DroppedKind::Table && d->pages->currentIndex() == 1) {
        kind == DroppedKind::Envelope ? d->session->attachEnvelope(path) : d->session->attachEvidence(path);
        return;
    }
    d->opened = path;
    d->fresh = true;
    d->view->selection()->clear();
    d->ladder->clearCurrentRung();
    d->session->open(model::CaseFiles::discover(path));
}

void MainWindow::openClipboard() {
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    if (text.isEmpty()) {
        statusBar()->showMessage(tr("The clipboard holds no text."), message_ms);
        return;
    }
    openBytes(text.toUtf8(), tr("clipboard"));
}

void MainWindow::openBytes(const QByteArray& bytes, const QString& name) {
    d->opened.clear();
    d->fresh = true;
    d->view->selection()->clear();
    d->ladder->clearCurrentRung();
    model::CaseFiles files;
    files.table = name;
    files.tableBytes = bytes;
    files.fromBytes = true;
    d->session->open(files);
}

void MainWindow::chooseCaseFile() {
    auto* dialog = new QFileDialog(this, tr("Save the case"), {}, tr("Cases (*.anchorcase)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"anchorcase"_s);
    dialog->selectFile(QFileInfo(d->session->files().table).completeBaseName() + u".anchorcase"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::saveCase);
    dialog->open();
}

void MainWindow::saveCase(const QString& path) {
    const auto saved = d->session->saveCase(path);
    statusBar()->showMessage(saved ? tr("Saved %1").arg(QFileInfo(path).fileName())
                                   : tr("Not saved: %1").arg(saved.error()),
                             saved ? message_ms : 0);
}

void MainWindow::refresh() {
    const Session& session = *d->session;
    const bool is_open = session.phase() != Session::Phase::empty;
    const BannerText text = bannerText(session, d->progress);
    d->banner->setText(text);
    d->banner->setVisible(is_open || !session.ioError().isEmpty());
    if (const int page = is_open ? 1 : 0; page != d->pages->currentIndex()) {
        d->pages->setCurrentIndex(page);
        is_open ? d->view->focusTree() : d->welcome->setFocus(); // not to whatever comes first
    }
    d->ladder->setReport(session.parts().report);
    const NextStep step = nextStep(session);
    d->next_step->setStep(step);
    d->next_step->parentWidget()->setVisible(step.meaning != model::Meaning::None);
    d->connection->setText(connectionText(session));
    d->actions.setCaseOpen(is_open);
    d->actions.setPolicy(session.options().policy);
    d->counts->setText(is_open ? d->view->countsText()
                               : tr("Anchorscope %1").arg(QCoreApplication::applicationVersion()));
    const Choice& choice = d->view->selection()->choice();
    d->place->setText(is_open ? d->view->placeText(choice.path, choice.range) : tr("Ready"));
    const model::Sample* sample = sampleOf(session.files());
    const QString name = sample != nullptr ? sample->title : QFileInfo(session.files().table).fileName();
    setWindowTitle(is_open ? tr("%1 – Anchorscope").arg(name) : tr("Anchorscope"));
}

void MainWindow::refreshWelcome() {
    QList<RecentCase> recent;
    for (const model::Settings::Recent& each : d->settings->recent()) {
        recent.append({each.path, each.verdict});
    }
    d->welcome->setRecent(recent);
    const bool online = d->session->options().online();
    d->welcome->setEndpointText(online ? connectionText(*d->session).text : tr("Working offline"),
                                online ? tr("Asked when a case needs it.")
                                       : tr("Nothing leaves this computer."));
}

void MainWindow::concludeRun() {
    const auto& report = d->session->parts().report;
    if (report && d->session->ioError().isEmpty()) {
        if (!d->opened.isEmpty() && sampleOf(d->session->files()) == nullptr) {
            d->settings->addRecent(QFileInfo(d->opened).absoluteFilePath(), verdictWord(*report));
        }
        if (std::exchange(d->fresh, false)) {
            d->view->chooseFirst();
        }
    }
    refreshWelcome();
    refresh();
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

void MainWindow::setPolicy(const QString& name) {
    if (const auto policy = verify::policy_named(name.toStdString())) {
        model::VerifyOptions options = d->session->options();
        options.policy = *policy;
        d->settings->set(Setting::Policy, name);
        d->session->setOptions(options);
        refresh();
    }
}

void MainWindow::showExpectations() {
    if (!d->dialog) {
        d->dialog = new ExpectationsDialog(this);
        d->dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(d->dialog, &ExpectationsDialog::applied, this, [this](const model::VerifyOptions& options) {
            QStringList endpoints;
            for (const model::EndpointChoice& each : options.endpoints) {
                endpoints += each.url.toString();
            }
            d->settings->set(Setting::Endpoints, endpoints);
            Q_EMIT endpointsChosen(options.endpoints);
            d->session->setOptions(options);
            refreshWelcome();
            refresh();
        });
        d->dialog->setLog(d->session->requestLog());
        d->dialog->setOptions(d->session->options());
    }
    d->dialog->open();
}

void MainWindow::showOpenFromL1(const QString& reference) {
    auto* dialog = new OpenFromL1Dialog(d->session->options(), d->session->requestLog(), this);
    dialog->setReference(reference);
    showEndpointDialog(dialog);
}

void MainWindow::showAnchor() { showEndpointDialog(new AnchorDialog(*d->session, this)); }

void MainWindow::showFindAnchor() { showEndpointDialog(new FindAnchorDialog(*d->session, this)); }

void MainWindow::showWatch() {
    if (!d->watch) {
        d->watch = new WatchDialog(d->session->options(), d->session->requestLog(), this);
        d->watch->setAttribute(Qt::WA_DeleteOnClose);
        connect(d->watch, &WatchDialog::chosen, this, &MainWindow::showOpenFromL1);
        connect(d->watch, &WatchDialog::endpointsRequested, this, &MainWindow::showExpectations);
    }
    d->watch->show();
    d->watch->raise();
}

void MainWindow::showEndpointDialog(EndpointDialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EndpointDialog::chosen, this, &MainWindow::openBytes);
    connect(dialog, &EndpointDialog::endpointsRequested, this, [this, dialog] {
        dialog->reject();
        showExpectations();
    });
    dialog->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QString path = localFile(event->mimeData());
    if (path.isEmpty()) {
        return;
    }
    event->acceptProposedAction();
    const bool attach = d->pages->currentIndex() == 1 && droppedKind(path) != DroppedKind::Table;
    d->overlay->showOver(attach ? tr("Drop to attach %1").arg(QFileInfo(path).fileName())
                                : tr("Drop to open %1").arg(QFileInfo(path).fileName()));
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) { d->overlay->hide(); }

void MainWindow::dropEvent(QDropEvent* event) {
    d->overlay->hide();
    const QString path = localFile(event->mimeData());
    if (!path.isEmpty()) {
        event->acceptProposedAction();
        open(path);
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    d->settings->set(Setting::WindowGeometry, saveGeometry());
    d->settings->set(Setting::WindowState, d->view->saveLayout());
    d->session->cancel();
    event->accept();
}

} // namespace anchorscope::ui
