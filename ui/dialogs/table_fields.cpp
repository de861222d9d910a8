#include "ui/dialogs/table_fields.h"
#include "core/crypto/erc55.h"
#include "core/digest/profile.h"
#include "model/items/texts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/lines_field.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::textOf;

namespace {

/// An id that is stated and not in the list (of a format that was read from an ABI, of a family's member) is
/// added to it.
void choose(QComboBox* box, const QString& id) {
    if (box->findData(id) < 0) {
        box->addItem(id, id);
    }
    box->setCurrentIndex(box->findData(id));
}

} // namespace

TableFields::TableFields()
    : m_format(new QComboBox), m_profile(new QComboBox),
      m_contracts(new LinesField(
          tr("Contracts of rollups, one a line"), tr("rollup=0x…, one a line, such as\n1=0x057ef64E…"),
          [](const QString& text) { return rollupContracts(text).error; },
          [](const QString&) { return QString(); })) {
    m_format->addItem(tr("found by its selector"), QString());
    for (const table::TableFormat& format : table::formats()) {
        m_format->addItem(textOf(format.id), textOf(format.id));
    }
    m_profile->addItem(tr("searched among those of the whole table"), QString());
    for (const digest::Profile& profile : digest::profiles()) {
        if (digest::profile_named(profile.id) != nullptr) { // of a family its members have names
            m_profile->addItem(textOf(profile.id), textOf(profile.id));
        }
    }
    m_format->setAccessibleName(tr("Format"));
    m_profile->setAccessibleName(tr("Profile"));
    for (QComboBox* each : {m_format, m_profile}) {
        each->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        each->setMinimumContentsLength(16);
        connect(each, &QComboBox::currentIndexChanged, this, &TableFields::changed);
    }
    connect(m_contracts, &LinesField::changed, this, &TableFields::changed);
    QGridLayout* const grid = parts::fieldGrid(this);
    grid->setVerticalSpacing(parts::gap);
    grid->addWidget(new QLabel(tr("Format")), 0, 0);
    grid->addWidget(m_format, 0, 1);
    grid->addWidget(new QLabel(tr("Profile")), 1, 0);
    grid->addWidget(m_profile, 1, 1);
    auto* caption = new QLabel(tr("Rollups’ contracts"));
    grid->addWidget(caption, 2, 0, Qt::AlignTop);
    m_contracts->layout()->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_contracts, 2, 1);
    grid->setRowStretch(2, 1);
}

Parsed<std::map<std::uint64_t, Address>> TableFields::rollupContracts(const QString& text) {
    std::map<std::uint64_t, Address> contracts;
    int line = 0;
    for (const QString& each : text.split(u'\n')) {
        ++line;
        if (each.trimmed().isEmpty()) {
            continue;
        }
        const auto rollup = StatementFields::number(each.section(u'=', 0, 0));
        const auto address = StatementFields::address(each.section(u'=', 1));
        if (!rollup.value || !address.value) {
            const QString why = !rollup.ok()    ? rollup.error
                                : !address.ok() ? address.error
                                                : tr("ROLLUP=0xADDRESS is expected");
            return {std::nullopt, tr("Line %1: %2").arg(line).arg(why)};
        }
        if (!contracts.emplace(*rollup.value, *address.value).second) {
            return {std::nullopt,
                    tr("Line %1: rollup %2 has a contract already").arg(line).arg(*rollup.value)};
        }
    }
    return {std::move(contracts), {}};
}

void TableFields::setOptions(const model::VerifyOptions& options) {
    choose(m_format, options.format);
    choose(m_profile, options.profile);
    QStringList lines;
    for (const auto& [rollup, address] : options.rollupContracts) {
        lines += u"%1=%2"_s.arg(rollup).arg(QString::fromStdString(crypto::checksummed(address)));
    }
    m_contracts->setText(lines.join(u'\n'));
}

void TableFields::putInto(model::VerifyOptions& options) const {
    options.format = m_format->currentData().toString();
    options.profile = m_profile->currentData().toString();
    if (const auto contracts = rollupContracts(m_contracts->text()); contracts.value) {
        options.rollupContracts = *contracts.value;
    }
}

QString TableFields::complaint() const { return m_contracts->complaint(); }

} // namespace anchorscope::ui
