#include "ui/dialogs/expectations_dialog.h"
#include "ui/dialogs/checked_field.h"
#include "ui/dialogs/endpoint_list.h"
#include "ui/dialogs/statement_fields.h"
#include "ui/paint/fonts.h"
#include "ui/widgets/panel.h"
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using verify::RungId;

namespace {

constexpr int inside = 14, gap = 8, label_width = 130;
constexpr RungId optional_rungs[]{RungId::trajectory, RungId::execution, RungId::proof, RungId::slot};
constexpr verify::Policy policies[]{verify::Policy::digest, verify::Policy::event, verify::Policy::inclusion,
                                    verify::Policy::block, verify::Policy::final_};

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

template<class T>
QString hexOf(const std::optional<T>& value) {
    return value ? QString::fromStdString(value->hex()) : QString();
}

QGridLayout* fieldGrid(QWidget* page) {
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(inside, inside - 2, inside, gap);
    grid->setHorizontalSpacing(gap);
    grid->setVerticalSpacing(0);
    grid->setColumnMinimumWidth(0, label_width);
    grid->setColumnStretch(1, 1);
    return grid;
}

Panel* framed(const QString& title, const QString& caption, QWidget* content) {
    auto* panel = new Panel(title);
    panel->setCaption(caption);
    panel->setContent(content);
    return panel;
}

} // namespace

class ExpectationsDialog::Private {
public:
    model::VerifyOptions given;
    EndpointList* endpoints = nullptr;
    QCheckBox* offline = nullptr;
    QComboBox* policy = nullptr;
    QSpinBox* tolerance = nullptr;
    QList<QCheckBox*> also;
    CheckedField *chain = nullptr, *contract = nullptr, *committer = nullptr, *manager = nullptr,
                 *digest = nullptr, *anchor_tx = nullptr, *table_tx = nullptr;
    QPlainTextEdit* pins = nullptr;
    QLabel* pins_message = nullptr;
    QPushButton* apply = nullptr;
};

ExpectationsDialog::ExpectationsDialog(QWidget* parent) : QDialog(parent), d(std::make_unique<Private>()) {
    setWindowTitle(tr("Endpoints and expectations"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 12, 12, 12);
    grid->setSpacing(gap);
    grid->addWidget(buildEndpoints(), 0, 0);
    grid->addWidget(buildPolicy(), 1, 0);
    grid->addWidget(buildExpectations(), 0, 1);
    grid->addWidget(buildPins(), 1, 1);
    grid->setColumnStretch(0, 9);
    grid->setColumnStretch(1, 11);
    grid->setRowStretch(0, 1);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    d->apply = new QPushButton(tr("Apply and verify"));
    d->apply->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(d->apply);
    grid->addLayout(buttons, 2, 0, 1, 2);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->apply, &QPushButton::clicked, this, [this] {
        Q_EMIT applied(options());
        accept();
    });
    resize(980, 620);
}

ExpectationsDialog::~ExpectationsDialog() = default;

void ExpectationsDialog::setLog(model::RequestLog* log) { d->endpoints->setLog(log); }

QWidget* ExpectationsDialog::buildEndpoints() {
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(inside, inside - 2, inside, inside);
    rows->setSpacing(gap);
    d->endpoints = new EndpointList;
    rows->addWidget(d->endpoints);
    rows->addStretch(1);
    d->offline = new QCheckBox(tr("Work offline: ask nobody"));
    rows->addWidget(d->offline);
    connect(d->endpoints, &EndpointList::changed, this, &ExpectationsDialog::check);
    return framed(tr("Endpoints"), tr("two on different hosts, or your own node"), page);
}

QWidget* ExpectationsDialog::buildPolicy() {
    auto* page = new QWidget;
    auto* grid = fieldGrid(page);
    grid->setVerticalSpacing(gap);
    d->policy = new QComboBox;
    d->policy->setAccessibleName(tr("Policy"));
    for (const verify::Policy each : policies) {
        d->policy->addItem(textOf(verify::name(each)));
    }
    d->tolerance = new QSpinBox;
    d->tolerance->setRange(0, 1000000);
    d->tolerance->setAccessibleName(tr("Slots that the anchor may be late"));
    grid->addWidget(new QLabel(tr("Required up to")), 0, 0);
    grid->addWidget(d->policy, 0, 1);
    grid->addWidget(new QLabel(tr("Also required")), 1, 0);
    auto* boxes = new QGridLayout;
    boxes->setSpacing(gap);
    for (const RungId rung : optional_rungs) {
        auto* box = new QCheckBox(textOf(verify::name(rung)));
        const int at = static_cast<int>(d->also.size());
        boxes->addWidget(box, at / 2, at % 2);
        d->also.append(box);
    }
    grid->addLayout(boxes, 1, 1);
    grid->addWidget(new QLabel(tr("Slot tolerance")), 2, 0);
    grid->addWidget(d->tolerance, 2, 1);
    grid->setRowStretch(3, 1);
    return framed(tr("Policy"), tr("what must pass to be verified"), page);
}

QWidget* ExpectationsDialog::buildExpectations() {
    auto* page = new QWidget;
    auto* grid = fieldGrid(page);
    const Complaint number = [](const QString& text) { return StatementFields::number(text).error; };
    const Complaint address = [](const QString& text) { return StatementFields::address(text).error; };
    const Complaint hash = [](const QString& text) { return StatementFields::hash(text).error; };
    const QString hex = u"0x…"_s;
    d->chain = new CheckedField(grid, tr("Chain id"), tr("any"), number);
    d->contract = new CheckedField(grid, tr("Anchor contract"), hex, address);
    d->committer = new CheckedField(grid, tr("Committer"), hex, address);
    d->manager = new CheckedField(grid, tr("Manager"), hex, address);
    d->digest = new CheckedField(grid, tr("Digest"), hex, hash);
    d->anchor_tx = new CheckedField(grid, tr("Anchor transaction"), hex, hash);
    d->table_tx = new CheckedField(grid, tr("Table transaction"), hex, hash);
    for (const CheckedField* field :
         {d->chain, d->contract, d->committer, d->manager, d->digest, d->anchor_tx, d->table_tx}) {
        connect(field, &CheckedField::changed, this, &ExpectationsDialog::check);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    return framed(tr("Expectations"), tr("a difference fails; a case never fills these"), page);
}

QWidget* ExpectationsDialog::buildPins() {
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(inside, inside - 2, inside, gap);
    rows->setSpacing(2);
    d->pins = new QPlainTextEdit;
    d->pins->setPlaceholderText(u"77001:41:0x…"_s);
    d->pins->setAccessibleName(tr("Pinned blocks, one a line"));
    d->pins->setFont(paint::font(paint::Type::Mono));
    d->pins->setTabChangesFocus(true);
    d->pins->setLineWrapMode(QPlainTextEdit::NoWrap);
    d->pins->setMinimumHeight(72);
    d->pins_message = messageLabel(page);
    rows->addWidget(d->pins, 1);
    rows->addWidget(d->pins_message);
    connect(d->pins, &QPlainTextEdit::textChanged, this, &ExpectationsDialog::check);
    return framed(tr("Pinned blocks"), tr("[chain:]number:hash, one a line"), page);
}

void ExpectationsDialog::setOptions(const model::VerifyOptions& options) {
    d->given = options;
    d->endpoints->setEndpoints(options.endpoints);
    d->offline->setChecked(options.offline);
    d->policy->setCurrentText(textOf(verify::name(options.policy)));
    d->tolerance->setValue(static_cast<int>(std::min<std::uint64_t>(options.slotTolerance, 1000000)));
    for (qsizetype i = 0; i < d->also.size(); ++i) {
        d->also.at(i)->setChecked(options.also.contains(optional_rungs[i]));
    }
    d->chain->setText(options.expect.chain_id ? QString::number(*options.expect.chain_id) : QString());
    d->contract->setText(hexOf(options.expect.contract));
    d->committer->setText(hexOf(options.expect.committer));
    d->manager->setText(hexOf(options.expect.manager));
    d->digest->setText(hexOf(options.expectedDigest));
    d->anchor_tx->setText(hexOf(options.anchorTx));
    d->table_tx->setText(hexOf(options.tableTx));
    QStringList lines;
    for (const verify::Pin& pin : options.pins) {
        lines += StatementFields::pinText(pin);
    }
    d->pins->setPlainText(lines.join(u'\n'));
    check();
}

model::VerifyOptions ExpectationsDialog::options() const {
    model::VerifyOptions options = d->given;
    options.endpoints = d->endpoints->endpoints();
    options.offline = d->offline->isChecked();
    options.policy = policies[std::max(0, d->policy->currentIndex())];
    options.slotTolerance = static_cast<std::uint64_t>(d->tolerance->value());
    options.also.clear();
    for (qsizetype i = 0; i < d->also.size(); ++i) {
        if (d->also.at(i)->isChecked()) {
            options.also.insert(optional_rungs[i]);
        }
    }
    options.expect.chain_id = StatementFields::number(d->chain->text()).value;
    options.expect.contract = StatementFields::address(d->contract->text()).value;
    options.expect.committer = StatementFields::address(d->committer->text()).value;
    options.expect.manager = StatementFields::address(d->manager->text()).value;
    options.expectedDigest = StatementFields::hash(d->digest->text()).value;
    options.anchorTx = StatementFields::hash(d->anchor_tx->text()).value;
    options.tableTx = StatementFields::hash(d->table_tx->text()).value;
    if (auto pins = StatementFields::pins(d->pins->toPlainText()); pins.value) {
        options.pins = *std::move(pins.value);
    }
    return options;
}

bool ExpectationsDialog::isValid() const {
    const bool fields = std::ranges::all_of(
        std::initializer_list<const CheckedField*>{d->chain, d->contract, d->committer, d->manager, d->digest,
                                                   d->anchor_tx, d->table_tx},
        &CheckedField::isValid);
    return fields && d->endpoints->isValid() && d->pins_message->text().isEmpty();
}

void ExpectationsDialog::check() {
    showMessage(d->pins_message, StatementFields::pins(d->pins->toPlainText()).error, d->pins);
    d->apply->setEnabled(isValid());
}

} // namespace anchorscope::ui
