#include "ui/dialogs/expectations_dialog.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/endpoint_list.h"
#include "ui/dialogs/expectation_fields.h"
#include "ui/dialogs/lines_field.h"
#include "ui/dialogs/policy_fields.h"
#include "ui/dialogs/statement_fields.h"
#include "ui/dialogs/table_fields.h"
#include "ui/paint/scale.h"
#include "ui/widgets/panel.h"
#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

constexpr QSize first_size(1040, 640);
enum Page { Expectations, Pins, Table, Clocks, Events };

/// Each in the text form that the command line takes, one a line.
template<class List, class Text>
QString linesOf(const List& list, Text text) {
    QStringList lines;
    for (const auto& each : list) {
        lines += text(each);
    }
    return lines.join(u'\n');
}

/// The words for a line that is one sound statement.
template<class T>
QString wordsOf(const Parsed<std::vector<T>>& line, QString (*words)(const T&)) {
    return line.value && line.value->size() == 1 ? words(line.value->front()) : QString();
}

} // namespace

class ExpectationsDialog::Private {
public:
    model::VerifyOptions given;
    EndpointList* endpoints = nullptr;
    QCheckBox* offline = nullptr;
    PolicyFields* policy = nullptr;
    Panel* statements = nullptr;
    ExpectationFields* expectations = nullptr;
    TableFields* table = nullptr;
    LinesField *pins = nullptr, *clocks = nullptr, *events = nullptr;
    ElidedLabel* message = nullptr;
    QPushButton* apply = nullptr;
};

ExpectationsDialog::ExpectationsDialog(model::EndpointBook* book, model::RequestLog* log, QWidget* parent)
    : QDialog(parent), d(std::make_unique<Private>()) {
    setWindowTitle(tr("Endpoints and expectations"));
    d->policy = new PolicyFields;
    connect(d->policy, &PolicyFields::changed, this, &ExpectationsDialog::check);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(parts::margin, parts::margin, parts::margin, parts::margin);
    grid->setSpacing(parts::gap);
    grid->addWidget(buildEndpoints(book, log), 0, 0);
    grid->addWidget(parts::framed(tr("Policy"), tr("what must pass to be verified"), d->policy), 1, 0);
    grid->addWidget(buildStatements(), 0, 1, 2, 1);
    grid->addLayout(buildButtons(), 2, 0, 1, 2);
    grid->setColumnStretch(0, 9);
    grid->setColumnStretch(1, 11);
    grid->setRowStretch(0, 1);
    resize(paint::px(first_size));
}

ExpectationsDialog::~ExpectationsDialog() = default;

QWidget* ExpectationsDialog::buildEndpoints(model::EndpointBook* book, model::RequestLog* log) {
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(parts::inside, parts::inside - 2, parts::inside, parts::inside);
    rows->setSpacing(parts::gap);
    d->endpoints = new EndpointList(book, log);
    rows->addWidget(d->endpoints);
    rows->addStretch(1);
    d->offline = new QCheckBox(tr("Work offline: ask nobody"));
    rows->addWidget(d->offline);
    connect(d->endpoints, &EndpointList::changed, this, &ExpectationsDialog::check);
    return parts::framed(tr("Endpoints"), tr("two on different hosts, or your own node"), page);
}

QWidget* ExpectationsDialog::buildStatements() {
    using Fields = StatementFields;
    d->expectations = new ExpectationFields;
    d->pins = new LinesField(
        tr("Pinned blocks, one a line"), tr("[chain:]number:hash, one a line, such as\n77001:41:0x…"),
        [](const QString& text) { return Fields::pins(text).error; },
        [](const QString&) { return QString(); });
    d->clocks = new LinesField(
        tr("Slot clocks, one a line"),
        tr("chain:genesis:seconds[:slots per epoch], one a line, such as\n77001:1700000000:12"),
        [](const QString& text) { return Fields::slotClocks(text).error; },
        [](const QString& line) { return wordsOf(Fields::slotClocks(line), Fields::clockWords); });
    d->events = new LinesField(
        tr("Declared events, one a line"),
        tr("signature digest=topicN or digest=wordN, one a line, such as\n"
           "Anchored(bytes32 indexed digest, address who) digest=topic1\n"
           "Stored(address who, bytes32 digest) digest=word1"),
        [](const QString& text) { return Fields::declaredEvents(text).error; },
        [](const QString& line) { return wordsOf(Fields::declaredEvents(line), Fields::eventWords); });
    d->statements = new Panel;
    d->statements->setTitle(tr("What you state"));
    d->statements->addPage(tr("Expectations"), d->expectations);
    d->statements->addPage(tr("Pinned blocks"), d->pins);
    d->table = new TableFields;
    d->statements->addPage(tr("Table"), d->table);
    d->statements->addPage(tr("Slot clocks"), d->clocks);
    d->statements->addPage(tr("Declared events"), d->events);
    connect(d->expectations, &ExpectationFields::changed, this, &ExpectationsDialog::check);
    connect(d->table, &TableFields::changed, this, &ExpectationsDialog::check);
    for (const LinesField* each : {d->pins, d->clocks, d->events}) {
        connect(each, &LinesField::changed, this, &ExpectationsDialog::check);
    }
    return d->statements;
}

QLayout* ExpectationsDialog::buildButtons() {
    d->message = new ElidedLabel(paint::Type::Caption, paint::Ink::Mismatch);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    d->apply = new QPushButton(tr("Apply and verify"));
    d->apply->setDefault(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(parts::gap);
    row->addWidget(d->message, 1);
    row->addWidget(cancel);
    row->addWidget(d->apply);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->apply, &QPushButton::clicked, this, [this] {
        Q_EMIT applied(options());
        accept();
    });
    return row;
}

void ExpectationsDialog::setOptions(const model::VerifyOptions& options) {
    d->given = options;
    d->endpoints->setEndpoints(options.endpoints);
    d->offline->setChecked(options.offline);
    d->policy->setOptions(options);
    d->expectations->setOptions(options);
    d->table->setOptions(options);
    d->pins->setText(linesOf(options.pins, StatementFields::pinText));
    d->clocks->setText(linesOf(options.slotClocks, StatementFields::clockText));
    d->events->setText(linesOf(options.declaredEvents, StatementFields::eventText));
    check();
}

model::VerifyOptions ExpectationsDialog::options() const {
    model::VerifyOptions options = d->given;
    options.endpoints = d->endpoints->endpoints();
    options.offline = d->offline->isChecked();
    d->policy->putInto(options);
    d->expectations->putInto(options);
    d->table->putInto(options);
    const auto take = [](auto& into, auto parsed) {
        if (parsed.value) {
            into = *std::move(parsed.value);
        }
    };
    take(options.pins, StatementFields::pins(d->pins->text()));
    take(options.slotClocks, StatementFields::slotClocks(d->clocks->text()));
    take(options.declaredEvents, StatementFields::declaredEvents(d->events->text()));
    return options;
}

QString ExpectationsDialog::complaint() const {
    const std::initializer_list<std::pair<QString, QString>> all{
        {QString(), d->endpoints->isValid() ? QString() : tr("An endpoint’s address is not complete")},
        {QString(), d->policy->complaint()},
        {QString(), d->expectations->complaint()},
        {tr("Pinned blocks: "), d->pins->complaint()},
        {tr("Rollups’ contracts: "), d->table->complaint()},
        {tr("Slot clocks: "), d->clocks->complaint()},
        {tr("Declared events: "), d->events->complaint()}};
    const auto* const first =
        std::ranges::find_if(all, [](const auto& each) { return !each.second.isEmpty(); });
    return first == all.end() ? QString() : first->first + first->second;
}

void ExpectationsDialog::check() {
    const QString wrong = complaint();
    d->message->setInk(wrong.isEmpty() ? paint::Ink::SecondaryText : paint::Ink::Mismatch);
    const bool idle = !d->events->text().trimmed().isEmpty() && !d->expectations->statesDigest();
    d->message->setText(wrong.isEmpty() && idle
                            ? tr("Declared events count once a digest is stated under Expectations")
                            : wrong);
    d->apply->setEnabled(wrong.isEmpty());
    const auto title = [this](Page page, const QString& text, const QString& complaint) {
        d->statements->setPageTitle(page, complaint.isEmpty() ? text : tr("%1 (!)").arg(text));
    };
    title(Expectations, tr("Expectations"), d->expectations->complaint());
    title(Pins, tr("Pinned blocks"), d->pins->complaint());
    title(Table, tr("Table"), d->table->complaint());
    title(Clocks, tr("Slot clocks"), d->clocks->complaint());
    title(Events, tr("Declared events"), d->events->complaint());
}

} // namespace anchorscope::ui
