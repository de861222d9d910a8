#include "ui/dialogs/find_anchor_dialog.h"
#include "model/discover/made_case.h"
#include "model/items/found_anchor_model.h"
#include "ui/dialogs/checked_field.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/statement_fields.h"
#include "ui/paint/scale.h"
#include "ui/views/cell_table_view.h"
#include "ui/widgets/panel.h"
#include <QCheckBox>
#include <QGridLayout>

namespace anchorscope::ui {

using model::AnchorFind;

namespace {

constexpr QSize first_size(900, 520);
constexpr int block_width = 110, hash_width = 140;

std::optional<std::uint64_t> tableBlock(const model::Parts& parts) {
    const bool known = parts.report && parts.evidence && parts.report->table_block;
    return known ? std::optional(parts.evidence->blocks.at(*parts.report->table_block).header.number)
                 : std::nullopt;
}

} // namespace

class FindAnchorDialog::Private {
public:
    std::shared_ptr<const table::TableSource> source;
    std::shared_ptr<const table::ExecutionTable> table;
    std::optional<std::uint64_t> near;
    std::uint64_t chain = 0;
    Selection selection;
    model::FoundAnchorModel found;

    CheckedField *first = nullptr, *last = nullptr;
    QCheckBox* absence = nullptr;
    CellTableView* list = nullptr;
};

FindAnchorDialog::FindAnchorDialog(const model::Session& session, model::EndpointBook* book, QWidget* parent)
    : EndpointDialog(session.options(), book, session.requestLog(), {tr("Search"), tr("Open")}, parent),
      d(std::make_unique<Private>()) {
    d->source = session.parts().source;
    d->table = session.parts().table;
    d->near = tableBlock(session.parts());
    setWindowTitle(tr("Find anchors on L1"));
    layOut(buildQuestion(), buildAnswer(), paint::px(first_size));
    d->first->edit()->setFocus();
}

FindAnchorDialog::~FindAnchorDialog() = default;

QWidget* FindAnchorDialog::buildQuestion() {
    auto* page = new QWidget;
    QGridLayout* const grid = parts::fieldGrid(page);
    const Complaint number = [](const QString& text) { return StatementFields::number(text).error; };
    d->first = new CheckedField(grid, tr("From block"), tr("0"), number);
    d->last = new CheckedField(grid, tr("To block"), tr("the newest"), number);
    for (const CheckedField* each : {d->first, d->last}) {
        connect(each, &CheckedField::changed, this, [this] { refresh(); });
    }
    d->absence = new QCheckBox(tr("verify every receipt of these blocks, to say that there is none (slow)"));
    grid->addWidget(d->absence, grid->rowCount(), 1);
    grid->setRowMinimumHeight(grid->rowCount(), parts::gap);
    addEndpointRow(grid);
    return parts::framed(tr("Where to search"),
                         d->near ? tr("from the table’s block %1 outward").arg(*d->near)
                                 : tr("from the newest block down"),
                         page);
}

QWidget* FindAnchorDialog::buildAnswer() {
    d->list = new CellTableView(&d->found, &d->selection);
    d->list->setAccessibleName(tr("Anchors found"));
    d->list->setColumnWidths({block_width, hash_width, hash_width, hash_width, 0});
    d->list->setMinimumWidth(paint::px(block_width + 3 * hash_width + parts::rest_width));
    d->list->setEmptyText(tr("Nothing was searched for yet."));
    connect(d->list, &QTableView::doubleClicked, this, [this] { offer(); });
    connect(d->list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { refresh(); });
    return parts::framed(tr("Anchors found"), tr("any profile, any hash function"), d->list);
}

bool FindAnchorDialog::canAsk() const { return d->source && d->first->isValid() && d->last->isValid(); }

bool FindAnchorDialog::canOffer() const { return d->list->currentIndex().row() >= 0; }

void FindAnchorDialog::ask() {
    model::FindOptions find;
    find.first = StatementFields::number(d->first->text()).value.value_or(0);
    find.last = StatementFields::number(d->last->text()).value;
    find.near = d->near;
    find.contract = options().expect.contract;
    find.proveAbsence = d->absence->isChecked();
    d->found.setAnchors({});
    d->list->setEmptyText(tr("Searching…"));
    run(std::make_unique<AnchorFind>(setting(), d->source, d->table, find));
}

void FindAnchorDialog::stopped() { d->list->setEmptyText(tr("Stopped.")); }

void FindAnchorDialog::answered(model::EndpointTask& task) {
    const auto& find = dynamic_cast<const AnchorFind&>(task);
    d->chain = find.chainId();
    d->found.setAnchors(find.found());
    if (find.error()) {
        d->list->setEmptyText(tr("Nothing was found out."));
        say(QString::fromStdString(find.error()->message()), true);
        return;
    }
    d->list->setEmptyText(find.absenceProven()
                              ? tr("There is none: every receipt of these blocks was verified.")
                              : tr("Not found. That does not mean that there is none."));
    say(find.words());
    if (d->found.rowCount() > 0) {
        d->list->selectRow(0);
        d->list->setFocus();
    }
}

void FindAnchorDialog::offer() {
    if (!canOffer()) {
        return;
    }
    const model::FoundAnchor& found = d->found.anchor(d->list->currentIndex().row());
    const auto file = model::makeCase(*d->source, nullptr, found.block.get(), found.match, d->chain, {})
                          .and_then(model::caseFileOf);
    choose(file, tr("anchored, block %1").arg(found.block->header.number));
}

} // namespace anchorscope::ui
