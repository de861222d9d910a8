#include "ui/dialogs/anchor_dialog.h"
#include "core/crypto/erc55.h"
#include "core/report/json_parts.h"
#include "model/anchoring/anchoring.h"
#include "model/items/texts.h"
#include "ui/dialogs/checked_field.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/statement_fields.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include "ui/widgets/panel.h"
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::Anchoring;

namespace {

constexpr QSize first_size(860, 620);

QString address(const Address& value) { return QString::fromStdString(crypto::checksummed(value)); }

} // namespace

class AnchorDialog::Private {
public:
    std::shared_ptr<const table::TableSource> source;
    std::shared_ptr<const table::ExecutionTable> table;
    std::optional<model::MadeCase> made;
    QString name;

    QComboBox *profile = nullptr, *function = nullptr;
    CheckedField *contract = nullptr, *from = nullptr;
    QCheckBox *again = nullptr, *final_ = nullptr;
    QPlainTextEdit* result = nullptr;
};

AnchorDialog::AnchorDialog(const model::Session& session, model::EndpointBook* book, QWidget* parent)
    : EndpointDialog(session.options(), book, session.requestLog(), {tr("Prepare"), tr("Open the case")},
                     parent),
      d(std::make_unique<Private>()) {
    d->source = session.parts().source;
    d->table = session.parts().table;
    setWindowTitle(tr("Anchor on L1"));
    layOut(buildWhat(), buildResult(), paint::px(first_size));
    fillProfiles();
    refresh();
    d->contract->edit()->setFocus();
}

AnchorDialog::~AnchorDialog() = default;

QWidget* AnchorDialog::buildWhat() {
    auto* page = new QWidget;
    QGridLayout* const grid = parts::fieldGrid(page);
    d->profile = new QComboBox;
    d->profile->setAccessibleName(tr("Profile: which bytes are committed"));
    d->function = new QComboBox;
    d->function->setAccessibleName(tr("Hash function"));
    for (const crypto::HashFunction each : crypto::all_hash_functions) {
        d->function->addItem(model::textOf(crypto::name(each)));
    }
    auto* choice = new QHBoxLayout;
    choice->setSpacing(parts::gap);
    choice->addWidget(d->profile, 1);
    choice->addWidget(d->function, 1);
    grid->addWidget(new QLabel(tr("Digest")), 0, 0);
    grid->addLayout(choice, 0, 1);
    grid->setRowMinimumHeight(1, 2 * parts::gap);
    const Complaint wrong = [](const QString& text) { return StatementFields::address(text).error; };
    d->contract = new CheckedField(grid, tr("Contract"), tr("0x…, with record(bytes32)"), wrong);
    d->from = new CheckedField(grid, tr("Send from"),
                               tr("0x…, an account that the node has unlocked; empty: send nothing"), wrong);
    if (const auto& contract = options().expect.contract) {
        d->contract->setText(address(*contract));
    }
    connect(d->contract, &CheckedField::changed, this, [this] { refresh(); });
    connect(d->from, &CheckedField::changed, this,
            [this] { setAskText(d->from->text().isEmpty() ? tr("Prepare") : tr("Record")); });
    d->again = new QCheckBox(tr("also if it is recorded already"));
    d->final_ = new QCheckBox(tr("wait until it is final"));
    auto* boxes = new QHBoxLayout;
    boxes->setSpacing(2 * parts::gap);
    boxes->addWidget(d->again);
    boxes->addWidget(d->final_);
    boxes->addStretch(1);
    grid->addLayout(boxes, grid->rowCount(), 1);
    grid->setRowMinimumHeight(grid->rowCount(), parts::gap);
    addEndpointRow(grid);
    return parts::framed(tr("What to record, and where"), tr("no key is ever asked for"), page);
}

QWidget* AnchorDialog::buildResult() {
    d->result = new QPlainTextEdit;
    d->result->setReadOnly(true);
    d->result->setFrameShape(QFrame::NoFrame);
    d->result->setFont(paint::hexSafe(paint::font(paint::Type::Mono)));
    d->result->setAccessibleName(tr("Transaction"));
    d->result->setTabChangesFocus(true);
    d->result->setPlaceholderText(
        tr("The contract’s recent logs are searched for the same digest before anything is sent."));
    return parts::framed(tr("Transaction"), tr("unsigned, unless the node signs it"), d->result);
}

void AnchorDialog::fillProfiles() {
    const digest::Profile* const first = digest::profile_named(d->table ? "calldata" : "file");
    for (const digest::Profile& each : digest::profiles()) {
        if (d->source && digest::observe(each, {*d->source, d->table.get()})) {
            d->profile->addItem(model::textOf(each.id));
        }
    }
    if (first != nullptr) {
        d->profile->setCurrentText(model::textOf(first->id));
    }
}

bool AnchorDialog::canAsk() const {
    return d->source && !d->contract->text().isEmpty() && d->contract->isValid() && d->from->isValid();
}

bool AnchorDialog::canOffer() const { return d->made.has_value(); }

void AnchorDialog::ask() {
    model::AnchoringPlan plan;
    plan.source = d->source;
    plan.table = d->table;
    plan.profile = digest::profile_named(d->profile->currentText().toStdString());
    plan.function = crypto::all_hash_functions[static_cast<std::size_t>(d->function->currentIndex())];
    plan.contract = *StatementFields::address(d->contract->text()).value;
    plan.from = StatementFields::address(d->from->text()).value;
    plan.again = d->again->isChecked();
    plan.wait =
        d->final_->isChecked() ? model::AnchoringPlan::Wait::Final : model::AnchoringPlan::Wait::Mined;
    d->made.reset();
    d->result->clear();
    run(std::make_unique<Anchoring>(setting(), plan));
}

void AnchorDialog::stopped() {
    d->result->setPlainText(tr("Stopped. A transaction that was sent already is not taken back."));
}

void AnchorDialog::answered(model::EndpointTask& task) {
    const auto& anchoring = dynamic_cast<const Anchoring&>(task);
    QStringList lines;
    if (anchoring.observed()) {
        lines += tr("digest       %1").arg(QString::fromStdString(anchoring.observed()->value.hex()));
    }
    if (!anchoring.searchWords().isEmpty()) {
        lines += tr("earlier      %1").arg(anchoring.searchWords());
    }
    if (anchoring.sent()) {
        lines += tr("transaction  %1").arg(QString::fromStdString(anchoring.sent()->hex()));
    }
    if (anchoring.block()) {
        const chain::Header& header = anchoring.block()->header;
        lines += tr("block        %1  %2").arg(header.number).arg(QString::fromStdString(header.hash.hex()));
    }
    if (anchoring.error()) {
        say(QString::fromStdString(anchoring.error()->message()), true);
    } else if (anchoring.made()) {
        d->made = anchoring.made();
        d->name = tr("anchored, block %1").arg(anchoring.block()->header.number);
        say(tr("Recorded. The contract names %1 as committer.")
                .arg(anchoring.match() && anchoring.match()->anchor.account
                         ? address(*anchoring.match()->anchor.account)
                         : tr("nobody")));
    } else {
        lines += {QString(), QString::fromStdString(report::written(anchoring.transaction())),
                  anchoring.command()};
        say(tr("Nothing was sent. Sign the transaction with your wallet, or name an account."));
    }
    d->result->setPlainText(lines.join(u'\n'));
}

void AnchorDialog::offer() {
    if (!d->made) {
        return;
    }
    const auto file = model::caseFileOf(*d->made);
    choose(file, d->name);
}

} // namespace anchorscope::ui
