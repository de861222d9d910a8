#include "ui/dialogs/watch_dialog.h"
#include "model/items/watch_model.h"
#include "model/session/proxies.h"
#include "model/watch/chain_watch.h"
#include "ui/dialogs/checked_field.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/endpoint_chooser.h"
#include "ui/dialogs/statement_fields.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/views/cell_table_view.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/panel.h"
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QNetworkAccessManager>
#include <QPushButton>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::ChainWatch;
using model::WatchItem;

namespace {

constexpr QSize first_size(1080, 560);
constexpr int block_width = 110, what_width = 220, state_width = 130, transaction_width = 130;

QString namesOf(const QList<model::EndpointChoice>& endpoints) {
    QStringList names;
    for (const model::EndpointChoice& each : endpoints) {
        names += each.displayName();
    }
    return names.join(u", "_s);
}

} // namespace

class WatchDialog::Private {
public:
    model::VerifyOptions options;
    model::RequestLog* log = nullptr;
    QNetworkAccessManager network;
    Selection selection;
    model::WatchModel seen;
    std::unique_ptr<ChainWatch> watch; // goes before the network that it uses
    QSystemTrayIcon tray;

    EndpointChooser* endpoints = nullptr;
    CheckedField* first = nullptr;
    QCheckBox* notifies = nullptr;
    CellTableView* list = nullptr;
    ElidedLabel* message = nullptr;
    QPushButton *run = nullptr, *open = nullptr;
};

WatchDialog::WatchDialog(const model::VerifyOptions& options, model::EndpointBook* book,
                         model::RequestLog* log, QWidget* parent)
    : QDialog(parent), d(std::make_unique<Private>()) {
    d->options = options;
    d->log = log;
    d->endpoints = new EndpointChooser(options.endpoints, book, log, EndpointChooser::Wanted::Several);
    d->network.setProxyFactory(new model::EndpointProxies);
    d->tray.setIcon(paint::icon(paint::Glyph::Shield));
    d->tray.setToolTip(tr("Anchorscope watches L1"));
    setWindowTitle(tr("Watch L1"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(parts::margin, parts::margin, parts::margin, parts::margin);
    rows->setSpacing(parts::gap);
    rows->addWidget(buildQuestion());
    rows->addWidget(buildList(), 1);
    rows->addWidget(buildButtons());
    resize(paint::px(first_size));
    refresh();
}

WatchDialog::~WatchDialog() = default;

bool WatchDialog::watching() const { return d->watch != nullptr; }

QWidget* WatchDialog::buildQuestion() {
    auto* page = new QWidget;
    QGridLayout* const grid = parts::fieldGrid(page);
    d->first = new CheckedField(grid, tr("From block"), tr("the newest"),
                                [](const QString& text) { return StatementFields::number(text).error; });
    connect(d->first, &CheckedField::changed, this, &WatchDialog::refresh);
    d->notifies = new QCheckBox(tr("notify me of verdicts"));
    d->notifies->setChecked(true);
    grid->addWidget(d->notifies, grid->rowCount(), 1);
    grid->setRowMinimumHeight(grid->rowCount(), parts::gap);
    auto* label = new QLabel(tr("Follow"));
    label->setBuddy(d->endpoints->combo());
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(d->endpoints, row, 1);
    connect(d->endpoints, &EndpointChooser::changed, this, &WatchDialog::refresh);
    return parts::framed(tr("What to follow"), tr("several follow one chain, and have to agree"), page);
}

QWidget* WatchDialog::buildList() {
    d->list = new CellTableView(&d->seen, &d->selection);
    d->list->setAccessibleName(tr("Tables and anchors seen"));
    d->list->setColumnWidths({block_width, what_width, state_width, transaction_width, 0});
    d->list->setMinimumWidth(
        paint::px(block_width + what_width + state_width + transaction_width + parts::rest_width));
    d->list->setEmptyText(tr("Nothing was seen yet."));
    connect(d->list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WatchDialog::refresh);
    connect(d->list, &QTableView::doubleClicked, this, [this] { d->open->click(); });
    return parts::framed(tr("Seen"), tr("newest last"), d->list);
}

QWidget* WatchDialog::buildButtons() {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(parts::gap);
    d->message = new ElidedLabel(paint::Type::Caption, paint::Ink::SecondaryText);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    d->open = new QPushButton(tr("Open from L1…"));
    d->open->setAutoDefault(false);
    d->run = new QPushButton;
    d->run->setDefault(true);
    row->addWidget(d->message, 1);
    for (QPushButton* each : {close, d->open, d->run}) {
        row->addWidget(each);
    }
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->open, &QPushButton::clicked, this, [this] {
        const int at = d->list->currentIndex().row();
        if (at >= 0 && d->seen.item(at).transaction) {
            Q_EMIT chosen(QString::fromStdString(d->seen.item(at).transaction->hex()));
        }
    });
    connect(d->run, &QPushButton::clicked, this, [this] { watching() ? stop() : start(); });
    connect(this, &QDialog::finished, this, &WatchDialog::stop);
    return line;
}

void WatchDialog::start() {
    model::WatchOptions options;
    options.endpoints = d->endpoints->chosen();
    options.expect = d->options.expect;
    options.first = StatementFields::number(d->first->text()).value;
    options.timeoutMs = d->options.timeoutMs;
    d->watch = std::make_unique<ChainWatch>(options, d->log, &d->network);
    connect(d->watch.get(), &ChainWatch::blockJoined, this,
            [this](quint64 number, const Hash32&, const std::vector<WatchItem>& items) {
                const bool at_end = d->list->currentIndex().row() + 1 >= d->seen.rowCount();
                d->seen.add(items);
                if (at_end && !items.empty()) {
                    d->list->scrollToBottom();
                }
                say(tr("Block %1").arg(number));
                for (const WatchItem& item : items) {
                    if (item.verdict) {
                        notify(model::watchWords(item));
                    }
                }
            });
    connect(d->watch.get(), &ChainWatch::blockLeft, this,
            [this](quint64 number, const Hash32& hash, const std::vector<WatchItem>& items) {
                d->seen.takeBack(hash);
                say(tr("Block %1 left the chain").arg(number));
                if (!items.empty()) {
                    notify(tr("Block %1 left the chain, and what stood in it").arg(number));
                }
            });
    connect(d->watch.get(), &ChainWatch::trouble, this,
            [this](const QString& endpoint, const QString& why, int retryMs) {
                say(tr("%1: %2, next try in %3 s").arg(endpoint, why).arg(retryMs / 1000.0));
            });
    connect(d->watch.get(), &ChainWatch::caughtUp, this, [this](quint64 head) {
        say(tr("Chain %1: up to date at block %2").arg(d->watch->chainId()).arg(head));
    });
    d->tray.setVisible(d->notifies->isChecked() && QSystemTrayIcon::isSystemTrayAvailable());
    d->watch->start();
    say(tr("Asking %1").arg(namesOf(options.endpoints)));
    refresh();
}

void WatchDialog::stop() {
    if (d->watch) {
        d->watch->stop();
        d->watch.release()->deleteLater(); // perhaps within a signal of its own
        d->tray.hide();
        say(tr("Stopped"));
        refresh();
    }
}

void WatchDialog::say(const QString& text) { d->message->setText(text); }

void WatchDialog::notify(const QString& text) {
    if (!d->notifies->isChecked()) {
        return;
    }
    if (d->tray.isVisible()) {
        d->tray.showMessage(tr("Anchorscope"), text, paint::icon(paint::Glyph::Shield));
    }
    QApplication::alert(this);
}

void WatchDialog::refresh() {
    if (d->run == nullptr) {
        return; // still being built
    }
    const int at = d->list->currentIndex().row();
    d->run->setText(watching() ? tr("Stop") : tr("Watch"));
    d->run->setEnabled(watching() || (d->first->isValid() && !d->endpoints->chosen().isEmpty()));
    d->first->edit()->setEnabled(!watching());
    d->endpoints->setEnabled(!watching());
    d->open->setEnabled(at >= 0 && d->seen.item(at).transaction.has_value());
}

} // namespace anchorscope::ui
