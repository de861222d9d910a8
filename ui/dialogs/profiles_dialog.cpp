#include "ui/dialogs/profiles_dialog.h"
#include "model/net/capabilities.h"
#include "model/net/redaction.h"
#include "model/session/proxies.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/profile_form.h"
#include "ui/paint/scale.h"
#include "ui/views/cell_table_view.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/panel.h"
#include <QLabel>
#include <QNetworkAccessManager>
#include <QPushButton>
#include <QVBoxLayout>

namespace anchorscope::ui {

using model::CapabilityProbe;
using model::EndpointBook;

namespace {

constexpr QSize first_size(900, 680);
constexpr int name_width = 150, address_width = 250, network_width = 150, trust_width = 90;

} // namespace

class ProfilesDialog::Private {
public:
    Private(EndpointBook* of, model::RequestLog* requests) : book(of), log(requests), profiles(of) {}

    EndpointBook* book;
    model::RequestLog* log;
    QNetworkAccessManager network;
    Selection selection;
    model::ProfileModel profiles;
    std::unique_ptr<CapabilityProbe> probe; // goes before the network that it uses
    QString editing;                        ///< name of the profile in the form; empty: a new one
    bool following = false;                 ///< the list's selection is moved by the program

    CellTableView* list = nullptr;
    ProfileForm* form = nullptr;
    QLabel* abilities = nullptr;
    ElidedLabel* message = nullptr;
    QPushButton *add = nullptr, *remove = nullptr, *test = nullptr, *save = nullptr;
};

ProfilesDialog::ProfilesDialog(EndpointBook* book, model::RequestLog* log, QWidget* parent)
    : QDialog(parent), d(std::make_unique<Private>(book, log)) {
    d->network.setProxyFactory(new model::EndpointProxies);
    setWindowTitle(tr("Endpoint profiles"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(parts::margin, parts::margin, parts::margin, parts::margin);
    rows->setSpacing(parts::gap);
    rows->addWidget(buildList(), 1);
    rows->addWidget(buildForm());
    rows->addWidget(buildButtons());
    connect(book, &EndpointBook::trouble, this, [this](const QString& words) { say(words, true); });
    connect(&d->profiles, &QAbstractItemModel::modelReset, this, [this] {
        d->following = true;
        const int row = d->profiles.rowOf(d->editing);
        row < 0 ? d->list->clearSelection() : d->list->selectRow(row);
        d->following = false;
        refresh();
    });
    resize(paint::px(first_size));
    d->profiles.rowCount() > 0 ? d->list->selectRow(0) : startNew();
    refresh();
}

ProfilesDialog::~ProfilesDialog() = default;

QWidget* ProfilesDialog::buildList() {
    d->list = new CellTableView(&d->profiles, &d->selection);
    d->list->setAccessibleName(tr("Endpoint profiles"));
    d->list->setColumnWidths({name_width, address_width, network_width, trust_width, 0});
    d->list->setMinimumWidth(
        paint::px(name_width + address_width + network_width + trust_width + parts::rest_width));
    d->list->setEmptyText(tr("No endpoint has a name yet."));
    connect(d->list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& row) {
                if (!d->following && row.isValid()) {
                    edit(row.row());
                }
            });
    return parts::framed(tr("Profiles"), tr("keys are never shown, and in no file of this program"), d->list);
}

QWidget* ProfilesDialog::buildForm() {
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    d->form = new ProfileForm(d->book);
    d->abilities = new QLabel;
    d->abilities->setTextFormat(Qt::PlainText); // an endpoint's words
    d->abilities->setWordWrap(true);
    d->abilities->setFont(paint::hexSafe(paint::font(paint::Type::Caption)));
    d->abilities->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    d->abilities->setAccessibleName(tr("What the endpoint can do"));
    d->abilities->setContentsMargins(parts::inside + parts::caption_width + parts::gap, 0, parts::inside,
                                     parts::inside - 4);
    d->abilities->hide();
    rows->addWidget(d->form);
    rows->addWidget(d->abilities);
    connect(d->form, &ProfileForm::changed, this, &ProfilesDialog::refresh);
    return parts::framed(tr("Profile"), tr("rollups’ endpoints are kept, and not asked yet"), page);
}

QWidget* ProfilesDialog::buildButtons() {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(parts::gap);
    d->message = new ElidedLabel(paint::Type::Caption, paint::Ink::SecondaryText);
    d->add = new QPushButton(tr("New"));
    d->remove = new QPushButton(tr("Remove"));
    d->test = new QPushButton(tr("Test"));
    d->save = new QPushButton(tr("Save"));
    auto* close = new QPushButton(tr("Close"));
    for (QPushButton* each : {d->add, d->remove, d->test, close}) {
        each->setAutoDefault(false);
    }
    d->save->setDefault(true);
    row->addWidget(d->add);
    row->addWidget(d->remove);
    row->addWidget(d->message, 1);
    for (QPushButton* each : {d->test, d->save, close}) {
        row->addWidget(each);
    }
    connect(d->add, &QPushButton::clicked, this, &ProfilesDialog::startNew);
    connect(d->remove, &QPushButton::clicked, this, &ProfilesDialog::removeCurrent);
    connect(d->test, &QPushButton::clicked, this, &ProfilesDialog::test);
    connect(d->save, &QPushButton::clicked, this, &ProfilesDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return line;
}

void ProfilesDialog::edit(int row) {
    const EndpointBook::Entry* const entry = d->book->entry(d->profiles.nameAt(row));
    if (entry == nullptr || entry->profile.name == d->editing) {
        return;
    }
    const bool lost = d->form->isEdited();
    const QString before = d->editing.isEmpty() ? tr("The new profile was not saved")
                                                : tr("The changes to %1 were not saved").arg(d->editing);
    d->probe.reset();
    d->abilities->hide();
    d->editing = entry->profile.name;
    d->form->setProfile(entry->profile, entry->url);
    say(!entry->trouble.isEmpty() ? tr("%1: %2").arg(d->editing, entry->trouble)
        : lost                    ? before
                                  : QString(),
        !entry->trouble.isEmpty());
    refresh();
}

void ProfilesDialog::startNew() {
    d->probe.reset();
    d->abilities->hide();
    d->editing.clear();
    d->list->setCurrentIndex({});
    d->form->setProfile({}, {});
    d->form->focusName();
    say({});
    refresh();
}

void ProfilesDialog::save() {
    const model::EndpointProfile profile = d->form->profile();
    const QUrl address = d->form->address();
    const QString before = std::exchange(d->editing, profile.name); // the list follows it
    if (const QString why = d->book->put(before, profile, address); !why.isEmpty()) {
        d->editing = before;
        say(why, true);
        return;
    }
    const EndpointBook::Entry* const entry = d->book->entry(profile.name);
    d->form->setProfile(entry->profile, entry->url);
    say(entry->profile.key == model::KeyPlace::None
            ? tr("Saved %1").arg(profile.name)
            : tr("Saved %1; its key is kept %2").arg(profile.name, d->book->placeOf(entry->profile.key)));
    refresh();
}

/// The form keeps what was removed, so that it can be saved again.
void ProfilesDialog::removeCurrent() {
    if (d->editing.isEmpty()) {
        return;
    }
    const QString name = std::exchange(d->editing, QString());
    d->book->remove(name);
    say(tr("Removed %1; Save puts it back").arg(name));
    refresh();
}

void ProfilesDialog::test() {
    const QUrl address = d->form->address();
    d->probe = std::make_unique<CapabilityProbe>(model::EndpointChoice{address, false}, d->log, &d->network);
    d->abilities->setText(tr("Asking %1…").arg(model::redacted(address)));
    d->abilities->show();
    const QStringList secrets = model::secretsOf(address);
    connect(d->probe.get(), &CapabilityProbe::done, this, [this, secrets, stated = d->form->profile().chain] {
        const auto serves = d->probe->chainId();
        d->abilities->setText(model::scrubbed(model::capabilityText(d->probe->states()), secrets));
        if (!serves) {
            say(tr("It did not say which chain it serves"), true);
        } else if (stated && *stated != *serves) {
            say(tr("It serves chain %1, not %2 as the profile says").arg(*serves).arg(*stated), true);
        } else {
            say(tr("It answers, and serves chain %1").arg(*serves));
        }
        d->probe.release()->deleteLater(); // it is still signalling
        refresh();
    });
    d->probe->start();
    say({});
    refresh();
}

void ProfilesDialog::say(const QString& text, bool wrong) {
    d->message->setInk(wrong ? paint::Ink::Mismatch : paint::Ink::SecondaryText);
    d->message->setText(text);
}

void ProfilesDialog::refresh() {
    if (d->save == nullptr) {
        return; // still being built
    }
    const EndpointBook::Entry* const entry = d->book->entry(d->editing);
    const bool waiting = entry != nullptr && entry->waiting; // its key would be lost
    d->form->setEnabled(!waiting);
    d->save->setEnabled(!waiting && d->form->isComplete());
    d->remove->setEnabled(entry != nullptr);
    d->test->setEnabled(!waiting && !d->form->address().isEmpty() && d->probe == nullptr);
}

} // namespace anchorscope::ui
