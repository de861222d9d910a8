#include "ui/dialogs/policy_fields.h"
#include "model/items/texts.h"
#include "ui/dialogs/checked_field.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/statement_fields.h"
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

namespace anchorscope::ui {

using model::textOf;
using verify::RungId;

namespace {

constexpr int max_tolerance = 1'000'000;
constexpr RungId optional_rungs[]{RungId::trajectory, RungId::execution, RungId::proof, RungId::slot};
constexpr verify::Policy policies[]{verify::Policy::digest, verify::Policy::event, verify::Policy::inclusion,
                                    verify::Policy::block, verify::Policy::final_};

} // namespace

PolicyFields::PolicyFields() : m_policy(new QComboBox), m_tolerance(new QSpinBox) {
    QGridLayout* const grid = parts::fieldGrid(this);
    m_policy->setAccessibleName(tr("Policy"));
    for (const verify::Policy each : policies) {
        m_policy->addItem(textOf(verify::name(each)));
    }
    m_tolerance->setRange(0, max_tolerance);
    m_tolerance->setAccessibleName(tr("Slots that the anchor may be late"));
    auto* boxes = new QGridLayout;
    boxes->setSpacing(parts::gap);
    for (const RungId rung : optional_rungs) {
        auto* box = new QCheckBox(textOf(verify::name(rung)));
        const int at = static_cast<int>(m_also.size());
        boxes->addWidget(box, at / 2, at % 2);
        m_also.append(box);
    }
    int row = 0;
    const auto add = [&](const QString& caption, auto place) {
        grid->addWidget(new QLabel(caption), row, 0);
        place(row);
        grid->setRowMinimumHeight(row + 1, parts::gap);
        row += 2;
    };
    add(tr("Required up to"), [&](int at) { grid->addWidget(m_policy, at, 1); });
    add(tr("Also required"), [&](int at) { grid->addLayout(boxes, at, 1); });
    add(tr("Slot tolerance"), [&](int at) { grid->addWidget(m_tolerance, at, 1); });
    m_quorum = new CheckedField(grid, tr("Quorum"), tr("all hosts that are named"),
                                [](const QString& text) { return StatementFields::quorum(text).error; });
    connect(m_quorum, &CheckedField::changed, this, &PolicyFields::changed);
    grid->setRowStretch(grid->rowCount(), 1);
}

void PolicyFields::setOptions(const model::VerifyOptions& options) {
    m_policy->setCurrentText(textOf(verify::name(options.policy)));
    m_tolerance->setValue(static_cast<int>(std::min<std::uint64_t>(options.slotTolerance, max_tolerance)));
    for (qsizetype i = 0; i < m_also.size(); ++i) {
        m_also.at(i)->setChecked(options.also.contains(optional_rungs[i]));
    }
    m_quorum->setText(options.quorum ? QString::number(*options.quorum) : QString());
}

void PolicyFields::putInto(model::VerifyOptions& options) const {
    options.policy = policies[std::max(0, m_policy->currentIndex())];
    options.slotTolerance = static_cast<std::uint64_t>(m_tolerance->value());
    for (qsizetype i = 0; i < m_also.size(); ++i) {
        if (m_also.at(i)->isChecked()) {
            options.also.insert(optional_rungs[i]);
        } else {
            options.also.erase(optional_rungs[i]);
        }
    }
    if (const auto quorum = StatementFields::quorum(m_quorum->text()); quorum.ok()) {
        options.quorum = quorum.value;
    }
}

QString PolicyFields::complaint() const {
    return m_quorum->isValid() ? QString() : tr("Quorum: %1").arg(m_quorum->message());
}

} // namespace anchorscope::ui
