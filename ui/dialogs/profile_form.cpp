#include "ui/dialogs/profile_form.h"
#include "model/net/redaction.h"
#include "ui/dialogs/checked_field.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/statement_fields.h"
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::EndpointProfile;
using model::KeyPlace;

namespace {

QString numberText(quint64 number) { return number == 0 ? QString() : QString::number(number); }

} // namespace

ProfileForm::ProfileForm(const model::EndpointBook* book)
    : m_book(book), m_trusted(new QCheckBox(tr("my own node: its word alone makes a block authentic"))),
      m_key(new QComboBox) {
    QGridLayout* const grid = parts::fieldGrid(this);
    m_name = new CheckedField(grid, tr("Name"), tr("such as “my node”"), [](const QString& text) {
        return text.isEmpty() || model::isProfileName(text.trimmed())
                   ? QString()
                   : tr("At most %1 characters are expected").arg(EndpointProfile::max_name_length);
    });
    m_address = new CheckedField(grid, tr("Address"), {},
                                 [](const QString& text) { return StatementFields::endpoint(text).error; });
    const Complaint number = [](const QString& text) { return StatementFields::number(text).error; };
    m_chain = new CheckedField(grid, tr("Chain id"), tr("not stated; a test compares it"), number);
    m_rollup = new CheckedField(grid, tr("Rollup id"), tr("none: it is an endpoint of L1"), number);
    auto* label = new QLabel(tr("Key"));
    label->setBuddy(m_key);
    m_key->setAccessibleName(tr("Where the key of the address is kept"));
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(m_key, row, 1);
    grid->setRowMinimumHeight(row + 1, parts::gap);
    grid->addWidget(m_trusted, row + 2, 1);
    grid->setRowMinimumHeight(row + 3, parts::gap);
    for (const CheckedField* each : {m_name, m_address, m_chain, m_rollup}) {
        connect(each, &CheckedField::changed, this, &ProfileForm::refresh);
    }
    connect(m_trusted, &QCheckBox::toggled, this, &ProfileForm::changed);
    connect(m_key, &QComboBox::currentIndexChanged, this, &ProfileForm::changed);
    setProfile({}, {});
}

void ProfileForm::setProfile(const EndpointProfile& profile, const QUrl& full) {
    m_given = profile;
    m_kept = full;
    m_name->setText(profile.name);
    m_address->setText({});
    m_address->edit()->setPlaceholderText(
        full.isEmpty() ? u"https://rpc.example"_s
                       : tr("%1 is kept; type another one to replace it").arg(model::redacted(full)));
    m_chain->setText(profile.chain ? QString::number(*profile.chain) : QString());
    m_rollup->setText(numberText(profile.domain));
    m_trusted->setChecked(profile.trusted);
    refresh();
    m_key->setCurrentIndex(std::max(0, m_key->findData(static_cast<int>(profile.key))));
}

EndpointProfile ProfileForm::profile() const {
    EndpointProfile out;
    out.name = m_name->text();
    out.trusted = m_trusted->isChecked();
    out.domain = StatementFields::number(m_rollup->text()).value.value_or(0);
    out.chain = StatementFields::number(m_chain->text()).value;
    out.key = static_cast<KeyPlace>(m_key->currentData().toInt());
    return out;
}

QUrl ProfileForm::address() const {
    return m_address->text().isEmpty() ? m_kept
                                       : StatementFields::endpoint(m_address->text()).value.value_or(QUrl());
}

bool ProfileForm::isComplete() const {
    const bool fields =
        std::ranges::all_of(std::initializer_list<const CheckedField*>{m_name, m_address, m_chain, m_rollup},
                            &CheckedField::isValid);
    return fields && !m_name->text().isEmpty() && !address().isEmpty();
}

bool ProfileForm::isEdited() const {
    EndpointProfile now = profile();
    now.url = m_given.url;
    return now != m_given || !m_address->text().isEmpty();
}

void ProfileForm::focusName() { m_name->edit()->setFocus(); }

/// Where a key may be kept follows from whether the address holds one.
void ProfileForm::refresh() {
    const bool has_key = model::hasSecrets(address());
    const int wanted = m_key->currentData().toInt();
    {
        const QSignalBlocker quiet(m_key);
        m_key->clear();
        if (has_key) {
            for (const KeyPlace place : {KeyPlace::Keychain, KeyPlace::ThisRun}) {
                m_key->addItem(m_book->placeOf(place), static_cast<int>(place));
            }
        } else {
            m_key->addItem(tr("the address holds none"), static_cast<int>(KeyPlace::None));
        }
        m_key->setCurrentIndex(std::max(0, m_key->findData(wanted)));
        m_key->setEnabled(has_key);
    }
    Q_EMIT changed();
}

} // namespace anchorscope::ui
