#include "ui/dialogs/open_from_l1_dialog.h"
#include "model/items/found_model.h"
#include "model/session/proxies.h"
#include "ui/dialogs/checked_field.h"
#include "ui/paint/fonts.h"
#include "ui/paint/theme.h"
#include "ui/views/cell_table_view.h"
#include "ui/widgets/panel.h"
#include <QComboBox>
#include <QGridLayout>
#include <QNetworkAccessManager>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::CaseFetch;

namespace {

constexpr int margin = 12, inside = 14, gap = 8, label_width = 130;
constexpr QSize first_size(980, 520);
constexpr int table_width = 230, block_width = 110, transaction_width = 130, found_width = 180;

QString complaintAbout(const QString& text) {
    if (text.isEmpty() || verify::parse_reference(text.toStdString())) {
        return {};
    }
    return OpenFromL1Dialog::tr(
        "Expected a transaction hash, a block’s number or hash, or an explorer’s page about one");
}

} // namespace

class OpenFromL1Dialog::Private {
public:
    model::VerifyOptions options;
    model::RequestLog* log = nullptr;
    QNetworkAccessManager network;
    Selection selection;
    model::FoundModel found;
    std::unique_ptr<CaseFetch> fetch;

    CheckedField* reference = nullptr;
    QComboBox* endpoint = nullptr;
    CellTableView* table = nullptr;
    QLabel* message = nullptr;
    QPushButton *look = nullptr, *open = nullptr;
};

OpenFromL1Dialog::OpenFromL1Dialog(const model::VerifyOptions& options, model::RequestLog* log,
                                   QWidget* parent)
    : QDialog(parent), d(std::make_unique<Private>()) {
    d->options = options;
    d->log = log;
    d->network.setProxyFactory(new model::EndpointProxies);
    setWindowTitle(tr("Open from L1"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(margin, margin, margin, margin);
    rows->setSpacing(gap);
    rows->addWidget(buildQuestion());
    rows->addWidget(buildAnswer(), 1);
    rows->addWidget(buildButtons());
    resize(first_size);
    refresh();
    d->reference->edit()->setFocus();
}

OpenFromL1Dialog::~OpenFromL1Dialog() = default;

QWidget* OpenFromL1Dialog::buildQuestion() {
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(inside, inside - 2, inside, inside);
    grid->setHorizontalSpacing(gap);
    grid->setVerticalSpacing(0);
    grid->setColumnMinimumWidth(0, label_width);
    grid->setColumnStretch(1, 1);
    d->reference = new CheckedField(grid, tr("Where"), tr("0x…, a block number, or https://explorer/tx/0x…"),
                                    complaintAbout);
    connect(d->reference, &CheckedField::changed, this, &OpenFromL1Dialog::refresh);
    d->endpoint = new QComboBox;
    d->endpoint->setAccessibleName(tr("Endpoint to ask"));
    for (const model::EndpointChoice& each : d->options.endpoints) {
        d->endpoint->addItem(each.displayName());
    }
    const int row = grid->rowCount();
    grid->addWidget(new QLabel(tr("Ask")), row, 0);
    if (d->options.endpoints.isEmpty()) {
        auto* choose = new QPushButton(tr("Name an endpoint…"));
        choose->setAutoDefault(false);
        connect(choose, &QPushButton::clicked, this, &OpenFromL1Dialog::endpointsRequested);
        grid->addWidget(choose, row, 1, Qt::AlignLeft);
        d->endpoint->setParent(page);
        d->endpoint->hide();
    } else {
        grid->addWidget(d->endpoint, row, 1);
    }
    auto* panel = new Panel(tr("Transaction, block or explorer’s page"));
    panel->setCaption(tr("only its path is read; no explorer is asked"));
    panel->setContent(page);
    return panel;
}

QWidget* OpenFromL1Dialog::buildAnswer() {
    d->table = new CellTableView(&d->found, &d->selection);
    d->table->setAccessibleName(tr("Tables found"));
    d->table->setColumnWidths({table_width, block_width, transaction_width, found_width, 0});
    d->table->setEmptyText(tr("Nothing was looked for yet."));
    connect(d->table, &QTableView::doubleClicked, this, &OpenFromL1Dialog::openChosen);
    connect(d->table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OpenFromL1Dialog::refresh);
    auto* panel = new Panel(tr("Tables found"));
    panel->setCaption(tr("as the endpoint says; a case makes no block authentic"));
    panel->setContent(d->table);
    return panel;
}

QWidget* OpenFromL1Dialog::buildButtons() {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    d->message = new QLabel;
    d->message->setFont(paint::hexSafe(paint::font(paint::Type::Caption)));
    d->message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    d->look = new QPushButton(tr("Look"));
    d->open = new QPushButton(tr("Open"));
    row->addWidget(d->message, 1);
    row->addWidget(close);
    row->addWidget(d->look);
    row->addWidget(d->open);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->look, &QPushButton::clicked, this, [this] { d->fetch ? stop() : look(); });
    connect(d->open, &QPushButton::clicked, this, &OpenFromL1Dialog::openChosen);
    connect(this, &QDialog::finished, this, &OpenFromL1Dialog::stop);
    return line;
}

void OpenFromL1Dialog::setReference(const QString& text) { d->reference->setText(text.trimmed()); }

void OpenFromL1Dialog::look() {
    const auto reference = verify::parse_reference(d->reference->text().toStdString());
    const int at = d->endpoint->currentIndex();
    if (!reference || at < 0) {
        return;
    }
    model::FetchOptions options;
    options.scope.reference = *reference;
    options.anchorContract = d->options.expect.contract;
    const model::EndpointSetting setting{d->options.endpoints.at(at), d->options.timeoutMs,
                                         d->options.retries, d->log, &d->network};
    d->found.setTables({});
    d->table->setEmptyText(tr("Looking…"));
    d->fetch = std::make_unique<CaseFetch>(setting, options);
    connect(d->fetch.get(), &CaseFetch::progress, this,
            [this](quint64, quint64, const QString& what) { say(what); });
    connect(d->fetch.get(), &CaseFetch::done, this, &OpenFromL1Dialog::looked);
    d->fetch->start();
    refresh();
}

void OpenFromL1Dialog::stop() {
    if (d->fetch) {
        d->fetch->cancel();
        d->fetch.release()->deleteLater(); // perhaps within a signal of its own
        d->table->setEmptyText(tr("Stopped."));
        say({});
        refresh();
    }
}

void OpenFromL1Dialog::looked() {
    CaseFetch* fetch = d->fetch.release();
    fetch->deleteLater();
    d->found.setTables(fetch->fetched());
    if (fetch->error()) {
        d->table->setEmptyText(tr("Nothing was found out."));
        say(QString::fromStdString(fetch->error()->message()), true);
    } else {
        d->table->setEmptyText(tr("No table of a known format stands there."));
        const std::size_t count = fetch->fetched().size();
        say(count == 1 ? tr("1 table on chain %1").arg(fetch->chainId())
                       : tr("%1 tables on chain %2").arg(count).arg(fetch->chainId()));
    }
    if (d->found.rowCount() > 0) {
        d->table->selectRow(0);
        d->table->setFocus();
    }
    refresh();
}

void OpenFromL1Dialog::openChosen() {
    const int row = d->table->currentIndex().row();
    if (row < 0 || !d->found.canOpen(row)) {
        return;
    }
    const auto file = model::caseFileOf(*d->found.table(row).made);
    if (!file) {
        say(QString::fromStdString(file.error().message()), true);
        return;
    }
    Q_EMIT chosen(
        QByteArray(reinterpret_cast<const char*>(file->data()), static_cast<qsizetype>(file->size())),
        d->found.name(row));
    accept();
}

void OpenFromL1Dialog::say(const QString& text, bool wrong) {
    QPalette palette = d->message->palette();
    palette.setColor(QPalette::WindowText,
                     paint::theme().color(wrong ? paint::Ink::Mismatch : paint::Ink::SecondaryText));
    d->message->setPalette(palette);
    d->message->setText(text);
    d->message->setToolTip(text);
}

void OpenFromL1Dialog::refresh() {
    const bool looking = d->fetch != nullptr;
    const int row = d->table->currentIndex().row();
    const bool can_look =
        !d->reference->text().isEmpty() && d->reference->isValid() && d->endpoint->count() > 0;
    d->look->setText(looking ? tr("Stop") : tr("Look"));
    d->look->setEnabled(looking || can_look);
    d->open->setEnabled(!looking && row >= 0 && d->found.canOpen(row));
    d->open->setDefault(d->open->isEnabled());
    d->look->setDefault(!d->open->isEnabled());
}

} // namespace anchorscope::ui
