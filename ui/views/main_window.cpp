#include "model/session/samples.h"
#include "ui/paint/scale.h"
#include "ui/views/findings_page.h"
#include "ui/views/main_window_parts.h"
#include "ui/views/verdict_text.h"
#include "ui/views/window_menus.h"
#include "ui/widgets/banner.h"
#include <QCloseEvent>
#include <QCoreApplication>
#include <QFileInfo>
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
constexpr paint::Px status_inset{16};
constexpr int navigation_message_ms = 4000;

const model::Sample* sampleOf(const model::CaseFiles& files) {
    for (const model::Sample& sample : model::samples()) {
        if (files.table.startsWith(sample.folder + u'/')) {
            return &sample;
        }
    }
    return nullptr;
}

} // namespace

MainWindow::MainWindow(Session* session, model::Settings* settings, model::EndpointBook* book,
                       QWidget* parent)
    : QMainWindow(parent), d(std::make_unique<Private>(this, session, settings, book)) {
    setWindowTitle(tr("Anchorscope"));
    setAcceptDrops(true);
    setMinimumSize(least_size);
    build();
    fillMenus(d->actions, settings, *d->view, [this](const QString& path) { request(path); });
    d->navigation = new Navigation({session, settings, d->view, &d->actions, this});
    connect(d->navigation, &Navigation::copied, this, &MainWindow::copyToClipboard);
    connect(d->navigation, &Navigation::said, this,
            [this](const QString& words) { statusBar()->showMessage(words, navigation_message_ms); });
    connectActions();
    connectSession();
    resize(first_size);
    restoreGeometry(settings->get(Setting::WindowGeometry).toByteArray());
    d->view->restoreLayout(settings->get(Setting::WindowState).toByteArray());
    refreshWelcome();
    refresh();
    connectCases();
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
    step_row->setContentsMargins(paint::px(12), paint::px(8), paint::px(12), 0);
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
    d->notice = new NoticeBar;
    rows->addWidget(d->notice);
    rows->addWidget(d->pages, 1);
    d->strip = new TaskStrip;
    rows->addWidget(d->strip);
    d->saving = new CaseSaving(d->session, d->strip, this);
    setCentralWidget(centre);

    auto* spacer = new QWidget;
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    d->actions.tool_bar->addWidget(spacer);
    d->filter_bar = new FilterBar(d->settings);
    d->filter_bar->setFilter(d->view->filter());
    d->actions.tool_bar->addWidget(d->filter_bar);
    auto* second_spacer = new QWidget;
    second_spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    d->actions.tool_bar->addWidget(second_spacer);
    d->connection = new ConnectionLabel;
    d->actions.tool_bar->addWidget(d->connection);

    d->place = new ElidedLabel(paint::Type::Caption, paint::Ink::SecondaryText);
    d->counts = new ElidedLabel(paint::Type::Caption, paint::Ink::SecondaryText);
    d->counts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(status_inset, 0, status_inset, 0);
    statusBar()->addWidget(d->place, 3);
    statusBar()->addPermanentWidget(d->counts); // without a stretch, or messages would have no room
    d->light = new FindingLight;
    statusBar()->addPermanentWidget(d->light);
    connect(d->light, &QAbstractButton::clicked, d->view, &CaseView::showFindings);
    d->overlay = new DropOverlay(this);
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
    connect(d->ladder, &Ladder::rungActivated, d->view, &CaseView::activateRung);
    connect(d->view, &CaseView::stepChosen, this, &MainWindow::takeStep);
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
    d->filter_bar->setEnabled(is_open);
    d->actions.save_case->setEnabled(is_open && !d->saving->running());
    d->actions.setPolicy(session.options().policy);
    d->light->setFindings(is_open && session.parts().report ? d->view->findingsPage()->rows() : nullptr);
    d->counts->setText(is_open ? d->view->countsText()
                               : tr("Anchorscope %1").arg(QCoreApplication::applicationVersion()));
    const Choice& choice = d->view->selection()->choice();
    d->place->setText(is_open ? d->view->placeText(choice.path, choice.range) : tr("Ready"));
    setWindowTitle(is_open ? tr("%1 – Anchorscope").arg(caseName()) : tr("Anchorscope"));
}

void MainWindow::refreshWelcome() {
    QList<RecentCase> recent;
    for (const model::Settings::Recent& each : d->settings->recent()) {
        recent.append({each.path, each.verdict, each.pinned});
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
            if (const auto state = std::exchange(d->restoring, std::nullopt)) {
                goBackTo(*state);
            }
        }
    }
    refreshWelcome();
    refresh();
    Q_EMIT caseChanged();
}

/// A case that is being saved is waited for, in an open window: what goes wrong has to be seen.
void MainWindow::closeEvent(QCloseEvent* event) {
    if (d->saving->running()) {
        d->saving->announceClosing();
        event->ignore();
        return;
    }
    d->settings->set(Setting::WindowGeometry, saveGeometry());
    d->settings->set(Setting::WindowState, d->view->saveLayout());
    Q_EMIT closing();
    d->session->cancel();
    event->accept();
}

} // namespace anchorscope::ui
