// How cases come into the window and are kept up: opening, dropping, pasting, other windows, files that
// change on disk, what the user states from the banner, and going back to where one was.
#include "core/base/hex.h"
#include "model/session/samples.h"
#include "ui/dialogs/help_window.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/statement_fields.h"
#include "ui/dialogs/statement_prompt.h"
#include "ui/views/change_notice.h"
#include "ui/views/dropped_data.h"
#include "ui/views/dropped_file.h"
#include "ui/views/language.h"
#include "ui/views/main_window_parts.h"
#include "ui/views/report_places.h"
#include "ui/views/window_list.h"
#include "ui/widgets/apply_zoom.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/panel.h"
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::CaseReload;
using model::Session;
using model::Setting;

namespace {

constexpr int message_ms = 4000;
constexpr int clock_ms = 20'000; ///< "today" becomes "yesterday" this much too late, at most

QString hashOf(const Session& session) {
    const auto& source = session.parts().source;
    return source ? QString::fromStdString(source->file_sha256.hex()) : QString();
}

} // namespace

void MainWindow::connectCases() {
    const WindowActions& actions = d->actions;
    connect(actions.new_window, &QAction::triggered, this, [this] { d->windows->newWindow(); });
    actions.new_window->setEnabled(false); // until there is a list
    connect(actions.open_here, &QAction::triggered, this, [this] {
        choosePath(tr("Open in this window"),
                   tr("Tables and cases (*.hex *.bin *.txt *.anchorcase);;All files (*)"),
                   [this](const QString& path) { open(path); });
    });
    connect(actions.quit, &QAction::triggered, this,
            [this] { d->windows != nullptr ? d->windows->quit() : (void)close(); });
    connect(actions.close, &QAction::triggered, this, &MainWindow::caseChanged);
    connect(actions.windows, &QMenu::aboutToShow, this, [this] {
        if (d->windows != nullptr) {
            d->windows->fillMenu(d->actions.windows, this);
        }
    });
    actions.windows->menuAction()->setVisible(false);
    connect(actions.recent, &QMenu::aboutToHide, this, &MainWindow::refreshWelcome, Qt::QueuedConnection);
    connect(actions.paste_digest, &QAction::triggered, this, &MainWindow::askDigest);
    connect(actions.pin_block, &QAction::triggered, this, &MainWindow::askPin);
    connect(actions.settings, &QAction::triggered, this, &MainWindow::showSettings);
    connect(actions.help, &QAction::triggered, this, &MainWindow::showHelp);
    connect(d->banner, &Banner::digestRequested, this, &MainWindow::askDigest);
    connect(d->banner, &Banner::pinRequested, this, &MainWindow::askPin);
    connect(d->banner, &Banner::expectationsRequested, d->dialogs, &WindowDialogs::showExpectations);
    connect(d->dialogs, &WindowDialogs::caseFetched, this, &MainWindow::requestBytes);
    connect(d->welcome, &Welcome::pinChosen, this, [this](const QString& path, bool pinned) {
        d->settings->pinRecent(path, pinned);
        refreshWelcome();
    });
    connect(d->notice, &NoticeBar::buttonChosen, this, [this](int index) {
        if (const auto chosen = d->notice_chosen) { // may put another notice there
            chosen(index);
        }
    });
    connect(d->notice, &NoticeBar::lineChosen, this, [this](int index) {
        if (const auto chosen = d->notice_line_chosen) {
            chosen(index);
        }
    });
    auto* clock = new QTimer(this);
    clock->setTimerType(Qt::VeryCoarseTimer);
    connect(clock, &QTimer::timeout, this, [this] {
        if (d->session->phase() == Session::Phase::done) {
            d->banner->setText(bannerText(*d->session, d->progress));
        }
    });
    clock->start(clock_ms);
    connectReload();
    for (const auto& [widget, page] : {std::pair<QWidget*, QString>{d->welcome, u"start"_s},
                                       {d->ladder, u"ladder"_s},
                                       {d->banner, u"ladder"_s},
                                       {d->view->panel(CaseView::Part::Proof), u"ladder"_s},
                                       {d->view, u"window"_s}}) {
        widget->setProperty(HelpWindow::page_property, page);
    }
}

void MainWindow::connectReload() {
    d->reload = new CaseReload(d->session, this);
    d->reload->setEnabled(d->settings->get(Setting::ReloadOnChange).toBool());
    connect(d->reload, &CaseReload::reloaded, this, [this](const CaseReload::Reloaded& what) {
        const ChangeNotice words = changeNotice(what);
        if (what.changes.nothing()) {
            clearNotice(); // of an earlier change, or that the file was gone
            statusBar()->showMessage(words.notice.text, 2 * message_ms);
            return;
        }
        showNotice(words.notice, [this, first = words.first](int) { followPlace(first.range, first.rung); });
        d->notice_line_chosen = [this, places = words.places](int line) {
            followPlace(places.value(line).range, places.value(line).rung);
        };
    });
    connect(d->reload, &CaseReload::outdated, this, [this](const QStringList& paths, const QDateTime& when) {
        showNotice(outdatedNotice(paths, when), [this](int) {
            clearNotice();
            d->reload->reload();
        });
    });
    connect(d->reload, &CaseReload::missing, this, [this](const QStringList& paths, const QDateTime& when) {
        showNotice(missingNotice(paths, when), {});
    });
    connect(d->session, &Session::phaseChanged, this, [this](Session::Phase phase) {
        if (phase == Session::Phase::empty) {
            clearNotice();
        }
    });
}

void MainWindow::followPlace(std::optional<ByteRange> range, std::optional<verify::RungId> rung) {
    if (range) {
        d->view->showWorkbench();
        d->view->showByte(range->offset);
    } else if (rung) {
        d->view->showRung(*rung);
    }
}

void MainWindow::showNotice(const Notice& notice, std::function<void(int)> chosen) {
    d->notice_chosen = std::move(chosen);
    d->notice_line_chosen = {};
    d->notice->setNotice(notice);
}

void MainWindow::clearNotice() {
    d->notice_chosen = {};
    d->notice_line_chosen = {};
    d->notice->clear();
}

void MainWindow::setWindowList(WindowList* list) {
    d->windows = list;
    d->actions.windows->menuAction()->setVisible(list != nullptr);
    d->actions.new_window->setEnabled(list != nullptr);
}

bool MainWindow::isCaseOpen() const { return d->session->phase() != Session::Phase::empty; }

QString MainWindow::caseName() const {
    const model::CaseFiles& files = d->session->files();
    if (!isCaseOpen()) {
        return tr("Welcome");
    }
    for (const model::Sample& sample : model::samples()) {
        if (files.table.startsWith(sample.folder + u'/')) {
            return sample.title;
        }
    }
    return QFileInfo(files.table).fileName();
}

// ---- Opening ----

/// What belongs to the case before goes.
void MainWindow::begin(const QString& opened) {
    d->opened = opened;
    d->fresh = true;
    d->restoring.reset();
    clearNotice();
    d->view->selection()->clear();
    d->ladder->clearCurrentRung();
}

void MainWindow::open(const QString& path) {
    const DroppedKind kind = droppedKind(path);
    if (isCaseOpen() && (kind == DroppedKind::Envelope || kind == DroppedKind::Evidence)) {
        kind == DroppedKind::Envelope ? d->session->attachEnvelope(path) : d->session->attachEvidence(path);
        return;
    }
    begin(path);
    d->session->open(model::CaseFiles::discover(path));
    Q_EMIT caseChanged();
}

void MainWindow::openBytes(const QByteArray& bytes, const QString& name) {
    begin({});
    model::CaseFiles files;
    files.table = name;
    files.tableBytes = bytes;
    files.fromBytes = true;
    d->session->open(files);
    Q_EMIT caseChanged();
}

/// Where the user's choice belongs: into this window or another one.
void MainWindow::request(const QString& path) {
    d->windows != nullptr ? (void)d->windows->open(path, this) : open(path);
}

void MainWindow::requestBytes(const QByteArray& bytes, const QString& name) {
    d->windows != nullptr ? (void)d->windows->openBytes(bytes, name, this) : openBytes(bytes, name);
}

void MainWindow::take(const Dropped& what) {
    switch (what.kind) {
    case Dropped::Kind::Nothing:
        return;
    case Dropped::Kind::Files:
        std::ranges::for_each(what.files, [this](const QString& path) { takeFile(path); });
        return;
    case Dropped::Kind::Reference:
        return d->dialogs->showOpenFromL1(what.text);
    case Dropped::Kind::Text:
        return requestBytes(what.text.toUtf8(), tr("clipboard"));
    }
}

void MainWindow::takeFile(const QString& path) {
    const bool trace = isCaseOpen() && droppedKind(path) == DroppedKind::Trace;
    trace ? d->session->attachTrace(path) : request(path);
}

void MainWindow::openClipboard() {
    const QMimeData* const held = QGuiApplication::clipboard()->mimeData();
    const Dropped what = held != nullptr ? droppedData(*held) : Dropped();
    if (what.kind == Dropped::Kind::Nothing) {
        const bool text = held != nullptr && !held->text().trimmed().isEmpty();
        statusBar()->showMessage(text ? tr("The text on the clipboard is no table, transaction or block.")
                                      : tr("The clipboard holds no text."),
                                 message_ms);
        return;
    }
    take(what);
}

// ---- Dropping ----

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QString words = dropWords(droppedData(*event->mimeData()), isCaseOpen());
    if (!words.isEmpty()) {
        event->acceptProposedAction();
        d->overlay->showOver(words);
    }
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) { d->overlay->hide(); }

void MainWindow::dropEvent(QDropEvent* event) {
    d->overlay->hide();
    const Dropped what = droppedData(*event->mimeData());
    if (what.kind != Dropped::Kind::Nothing) {
        event->acceptProposedAction();
        take(what);
    }
}

// ---- What the user states ----

void MainWindow::askDigest() {
    const bool stated = d->session->options().expectedDigest.has_value();
    auto* prompt = new StatementPrompt(
        {tr("Expected digest"),
         tr("The digest that this table should have, from where you trust it: a colleague, a contract, a "
            "page. It is compared with the table under every profile."),
         tr("Digest"), u"0x…"_s, tr("Compare"), stated ? tr("State none") : QString()},
        [](const QString& text) { return StatementFields::hash(text).error; }, this);
    const auto state = [this](std::optional<Hash32> digest) {
        model::VerifyOptions options = d->session->options();
        options.expectedDigest = digest;
        d->session->setOptions(options);
    };
    connect(prompt, &StatementPrompt::stated, this,
            [state](const QString& text) { state(StatementFields::hash(text).value); });
    connect(prompt, &StatementPrompt::takenBack, this, [state] { state(std::nullopt); });
    const QString pasted = QGuiApplication::clipboard()->text().trimmed();
    const auto digest = StatementFields::hash(pasted);
    if (stated) {
        prompt->setText(QString::fromStdString(d->session->options().expectedDigest->hex()));
    } else if (digest.value && digest.ok()) {
        prompt->setText(pasted);
    }
    prompt->open();
}

/// The hash is left to the user: one taken from the evidence would prove the evidence by itself.
void MainWindow::askPin() {
    const auto& report = d->session->parts().report;
    const auto block = report ? anchorBlockNumber(*report, d->session->parts().evidence.get()) : std::nullopt;
    const bool pinned = !d->session->options().pins.empty();
    auto* prompt = new StatementPrompt(
        {tr("Pin a block"),
         tr("You vouch that this block is on the chain: chain id, number and hash, from a source of your "
            "own. Never copy the hash from the evidence that it is to prove."),
         tr("Block"), tr("[chain:]number:0x…"), tr("Pin"), pinned ? tr("Pin none") : QString()},
        [](const QString& text) { return StatementFields::pins(text).error; }, this);
    const auto state = [this](const std::vector<verify::Pin>& pins) {
        model::VerifyOptions options = d->session->options();
        options.pins = pins;
        d->session->setOptions(options);
    };
    connect(prompt, &StatementPrompt::stated, this, [this, state](const QString& text) {
        const auto added = StatementFields::pins(text);
        std::vector<verify::Pin> pins = d->session->options().pins;
        if (added.value) {
            pins.insert(pins.end(), added.value->begin(), added.value->end());
        }
        state(pins);
    });
    connect(prompt, &StatementPrompt::takenBack, this, [state] { state({}); });
    if (report && report->chain_id && block) {
        prompt->setText(u"%1:%2:"_s.arg(*report->chain_id).arg(*block));
    }
    prompt->open();
}

// ---- Settings, help, and where one was ----

void MainWindow::showSettings() {
    auto* dialog = new SettingsDialog(d->settings, this);
    connect(dialog, &SettingsDialog::changed, this, [this](Setting setting) {
        d->windows != nullptr ? d->windows->applySetting(setting) : applySetting(setting);
    });
    connect(dialog, &SettingsDialog::profilesRequested, d->dialogs, &WindowDialogs::showProfiles);
    dialog->open();
}

void MainWindow::showHelp() { HelpWindow::showFor(focusWidget(), this); }

void MainWindow::applySetting(Setting setting) {
    const QVariant value = d->settings->get(setting);
    switch (setting) {
    case Setting::Theme:
        for (QAction* each : d->actions.themes->actions()) {
            each->setChecked(each->data() == value);
        }
        return applyThemeChoice(themeNamed(value.toString()).value_or(ThemeChoice::System));
    case Setting::ZoomPercent:
        return applyZoom(value.toInt() / 100.0);
    case Setting::Language:
        return applyLanguage(value.toString());
    case Setting::ReducedMotion:
        return setMotionReduced(value.toBool());
    case Setting::ReloadOnChange:
        return d->reload->setEnabled(value.toBool());
    case Setting::Policy:
        if (!isCaseOpen()) { // an open case keeps what it was judged by
            model::VerifyOptions options = d->session->options();
            options.policy = verify::policy_named(value.toString().toStdString()).value_or(options.policy);
            d->session->setOptions(options);
        }
        return;
    default:
        return;
    }
}

model::OpenCase MainWindow::openCase() const {
    model::OpenCase state;
    state.files = d->session->files();
    state.geometry = saveGeometry();
    state.sha256 = hashOf(*d->session);
    state.node = d->view->selection()->choice().node;
    state.page = d->view->panel(CaseView::Part::Tree)->currentPage();
    state.active = isActiveWindow();
    return state;
}

void MainWindow::restoreCase(const model::OpenCase& state) {
    restoreGeometry(state.geometry);
    begin(state.files.table);
    d->restoring = state;
    d->session->open(state.files);
    Q_EMIT caseChanged();
}

/// Only in the very same table: a number of a node means nothing in another one.
void MainWindow::goBackTo(const model::OpenCase& state) {
    const auto& tree = d->session->parts().tree;
    if (state.sha256.isEmpty() || state.sha256 != hashOf(*d->session) || !tree) {
        return;
    }
    const int page = std::clamp(state.page, 0, int{CaseView::ReplayTab});
    d->view->panel(CaseView::Part::Tree)->setCurrentPage(page);
    if (state.node && *state.node < tree->nodes.size()) {
        d->view->selection()->chooseNode(*state.node);
    }
}

} // namespace anchorscope::ui
