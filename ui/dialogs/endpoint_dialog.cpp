#include "ui/dialogs/endpoint_dialog.h"
#include "model/session/proxies.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/endpoint_chooser.h"
#include "ui/paint/scale.h"
#include "ui/widgets/elided_label.h"
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QNetworkAccessManager>
#include <QPushButton>

namespace anchorscope::ui {

namespace {

constexpr paint::Px button_width{88}; // wide enough for each of the question's texts

} // namespace

class EndpointDialog::Private {
public:
    model::VerifyOptions options;
    model::RequestLog* log = nullptr;
    Words words;
    QNetworkAccessManager network;
    std::unique_ptr<model::EndpointTask> task; // goes before the network that it uses
    EndpointChooser* endpoint = nullptr;
    QWidget* buttons = nullptr;
    ElidedLabel* message = nullptr;
    QPushButton *ask = nullptr, *offer = nullptr;
};

EndpointDialog::EndpointDialog(model::VerifyOptions options, model::EndpointBook* book,
                               model::RequestLog* log, const Words& words, QWidget* parent)
    : QDialog(parent), d(std::make_unique<Private>()) {
    d->options = std::move(options);
    d->log = log;
    d->words = words;
    d->network.setProxyFactory(new model::EndpointProxies);
    d->endpoint = new EndpointChooser(d->options.endpoints, book, log, EndpointChooser::Wanted::One);
    d->endpoint->setParent(this); // until it has its row
    d->endpoint->hide();
    connect(d->endpoint, &EndpointChooser::changed, this, &EndpointDialog::refresh);
    d->buttons = new QWidget(this);
    auto* row = new QHBoxLayout(d->buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(parts::gap);
    d->message = new ElidedLabel(paint::Type::Caption, paint::Ink::SecondaryText);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    d->ask = new QPushButton(words.ask);
    d->ask->setMinimumWidth(button_width);
    d->offer = new QPushButton(words.offer);
    row->addWidget(d->message, 1);
    for (QPushButton* each : {close, d->ask, d->offer}) {
        row->addWidget(each);
    }
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->ask, &QPushButton::clicked, this, [this] { running() ? stop() : ask(); });
    connect(d->offer, &QPushButton::clicked, this, [this] { offer(); });
    connect(this, &QDialog::finished, this, &EndpointDialog::stop);
}

EndpointDialog::~EndpointDialog() = default;

void EndpointDialog::layOut(QWidget* question, QWidget* answer, const QSize& size) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(parts::margin, parts::margin, parts::margin, parts::margin);
    rows->setSpacing(parts::gap);
    rows->addWidget(question);
    rows->addWidget(answer, 1);
    rows->addWidget(d->buttons);
    resize(size);
    refresh();
}

void EndpointDialog::addEndpointRow(QGridLayout* grid) {
    const int row = grid->rowCount();
    auto* label = new QLabel(tr("Ask"));
    grid->addWidget(label, row, 0);
    label->setBuddy(d->endpoint->combo());
    grid->addWidget(d->endpoint, row, 1);
    d->endpoint->show();
}

const model::VerifyOptions& EndpointDialog::options() const { return d->options; }

model::EndpointSetting EndpointDialog::setting() {
    return {d->endpoint->chosen().first(), d->options.timeoutMs, d->options.retries, d->log, &d->network};
}

void EndpointDialog::run(std::unique_ptr<model::EndpointTask> task) {
    d->task = std::move(task);
    connect(d->task.get(), &model::EndpointTask::progress, this,
            [this](quint64, quint64, const QString& what) { say(what); });
    connect(d->task.get(), &model::EndpointTask::done, this, [this] {
        model::EndpointTask* const ended = d->task.release();
        ended->deleteLater(); // it is still signalling
        say({});
        answered(*ended);
        refresh();
    });
    d->task->start();
    refresh();
}

void EndpointDialog::stop() {
    if (d->task) {
        d->task->cancel();
        d->task.release()->deleteLater(); // perhaps within a signal of its own
        say({});
        stopped();
        refresh();
    }
}

bool EndpointDialog::running() const { return d->task != nullptr; }

void EndpointDialog::choose(const Result<Bytes>& caseFile, const QString& name) {
    if (!caseFile) {
        say(QString::fromStdString(caseFile.error().message()), true);
        return;
    }
    Q_EMIT chosen(
        QByteArray(reinterpret_cast<const char*>(caseFile->data()), static_cast<qsizetype>(caseFile->size())),
        name);
    accept();
}

void EndpointDialog::say(const QString& text, bool wrong) {
    d->message->setInk(wrong ? paint::Ink::Mismatch : paint::Ink::SecondaryText);
    d->message->setText(text);
}

void EndpointDialog::setAskText(const QString& text) {
    d->words.ask = text;
    refresh();
}

void EndpointDialog::refresh() {
    if (layout() == nullptr) {
        return; // still being built
    }
    const bool offers = !running() && canOffer();
    d->ask->setText(running() ? tr("Stop") : d->words.ask);
    d->ask->setEnabled(running() || (canAsk() && !d->endpoint->chosen().isEmpty()));
    d->offer->setEnabled(offers);
    d->offer->setDefault(offers);
    d->ask->setDefault(!offers);
}

} // namespace anchorscope::ui
