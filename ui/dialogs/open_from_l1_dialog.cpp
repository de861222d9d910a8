#include "ui/dialogs/open_from_l1_dialog.h"
#include "model/items/found_model.h"
#include "ui/dialogs/checked_field.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/paint/scale.h"
#include "ui/views/cell_table_view.h"
#include "ui/widgets/panel.h"
#include <QGridLayout>

namespace anchorscope::ui {

using model::CaseFetch;

namespace {

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
    Selection selection;
    model::FoundModel found;
    CheckedField* reference = nullptr;
    CellTableView* table = nullptr;
};

OpenFromL1Dialog::OpenFromL1Dialog(const model::VerifyOptions& options, model::EndpointBook* book,
                                   model::RequestLog* log, QWidget* parent)
    : EndpointDialog(options, book, log, {tr("Look"), tr("Open")}, parent), d(std::make_unique<Private>()) {
    setWindowTitle(tr("Open from L1"));
    layOut(buildQuestion(), buildAnswer(), paint::px(first_size));
    d->reference->edit()->setFocus();
}

OpenFromL1Dialog::~OpenFromL1Dialog() = default;

QWidget* OpenFromL1Dialog::buildQuestion() {
    auto* page = new QWidget;
    QGridLayout* const grid = parts::fieldGrid(page);
    d->reference = new CheckedField(grid, tr("Where"), tr("0x…, a block number, or https://explorer/tx/0x…"),
                                    complaintAbout);
    connect(d->reference, &CheckedField::changed, this, [this] { refresh(); });
    addEndpointRow(grid);
    return parts::framed(tr("Transaction, block or explorer’s page"),
                         tr("only its path is read; no explorer is asked"), page);
}

QWidget* OpenFromL1Dialog::buildAnswer() {
    d->table = new CellTableView(&d->found, &d->selection);
    d->table->setAccessibleName(tr("Tables found"));
    d->table->setColumnWidths({table_width, block_width, transaction_width, found_width, 0});
    d->table->setMinimumWidth(
        paint::px(table_width + block_width + transaction_width + found_width + parts::rest_width));
    d->table->setEmptyText(tr("Nothing was looked for yet."));
    connect(d->table, &QTableView::doubleClicked, this, [this] { offer(); });
    connect(d->table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { refresh(); });
    return parts::framed(tr("Tables found"), tr("as the endpoint says; a case makes no block authentic"),
                         d->table);
}

void OpenFromL1Dialog::setReference(const QString& text) { d->reference->setText(text.trimmed()); }

bool OpenFromL1Dialog::canAsk() const { return !d->reference->text().isEmpty() && d->reference->isValid(); }

bool OpenFromL1Dialog::canOffer() const {
    const int row = d->table->currentIndex().row();
    return row >= 0 && d->found.canOpen(row);
}

void OpenFromL1Dialog::ask() {
    const auto reference = verify::parse_reference(d->reference->text().toStdString());
    if (!reference) {
        return;
    }
    model::FetchOptions fetch;
    fetch.scope.reference = *reference;
    fetch.anchorContract = options().expect.contract;
    d->found.setTables({});
    d->table->setEmptyText(tr("Looking…"));
    run(std::make_unique<CaseFetch>(setting(), fetch));
}

void OpenFromL1Dialog::stopped() { d->table->setEmptyText(tr("Stopped.")); }

void OpenFromL1Dialog::answered(model::EndpointTask& task) {
    const auto& fetch = dynamic_cast<const CaseFetch&>(task);
    d->found.setTables(fetch.fetched());
    if (fetch.error()) {
        d->table->setEmptyText(tr("Nothing was found out."));
        say(QString::fromStdString(fetch.error()->message()), true);
    } else {
        d->table->setEmptyText(tr("No table of a known format stands there."));
        const std::size_t count = fetch.fetched().size();
        say(count == 1 ? tr("1 table on chain %1").arg(fetch.chainId())
                       : tr("%1 tables on chain %2").arg(count).arg(fetch.chainId()));
    }
    if (d->found.rowCount() > 0) {
        d->table->selectRow(0);
        d->table->setFocus();
    }
}

void OpenFromL1Dialog::offer() {
    if (!canOffer()) {
        return;
    }
    const int row = d->table->currentIndex().row();
    const auto file = model::caseFileOf(*d->found.table(row).made);
    choose(file, d->found.name(row));
}

} // namespace anchorscope::ui
