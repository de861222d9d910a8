#include "ui/dialogs/expectation_fields.h"
#include "ui/dialogs/checked_field.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/statement_fields.h"
#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

template<class T>
QString hexOf(const std::optional<T>& value) {
    return value ? QString::fromStdString(value->hex()) : QString();
}

} // namespace

ExpectationFields::ExpectationFields() {
    QGridLayout* const grid = parts::fieldGrid(this);
    const auto add = [&](const QString& caption, const QString& placeholder, const Complaint& complaint) {
        auto* field = new CheckedField(grid, caption, placeholder, complaint);
        connect(field, &CheckedField::changed, this, &ExpectationFields::changed);
        m_all.append(field);
        return field;
    };
    const Complaint number = [](const QString& text) { return StatementFields::number(text).error; };
    const Complaint address = [](const QString& text) { return StatementFields::address(text).error; };
    const Complaint hash = [](const QString& text) { return StatementFields::hash(text).error; };
    const QString hex = u"0x…"_s;
    m_chain = add(tr("Chain id"), tr("any"), number);
    m_contract = add(tr("Anchor contract"), hex, address);
    m_committer = add(tr("Committer"), hex, address);
    m_manager = add(tr("Manager"), hex, address);
    m_digest = add(tr("Digest"), hex, hash);
    m_anchor_tx = add(tr("Anchor transaction"), hex, hash);
    m_table_tx = add(tr("Table transaction"), hex, hash);
    grid->setRowStretch(grid->rowCount(), 1);
}

void ExpectationFields::setOptions(const model::VerifyOptions& options) {
    m_chain->setText(options.expect.chain_id ? QString::number(*options.expect.chain_id) : QString());
    m_contract->setText(hexOf(options.expect.contract));
    m_committer->setText(hexOf(options.expect.committer));
    m_manager->setText(hexOf(options.expect.manager));
    m_digest->setText(hexOf(options.expectedDigest));
    m_anchor_tx->setText(hexOf(options.anchorTx));
    m_table_tx->setText(hexOf(options.tableTx));
}

void ExpectationFields::putInto(model::VerifyOptions& options) const {
    options.expect.chain_id = StatementFields::number(m_chain->text()).value;
    options.expect.contract = StatementFields::address(m_contract->text()).value;
    options.expect.committer = StatementFields::address(m_committer->text()).value;
    options.expect.manager = StatementFields::address(m_manager->text()).value;
    options.expectedDigest = StatementFields::hash(m_digest->text()).value;
    options.anchorTx = StatementFields::hash(m_anchor_tx->text()).value;
    options.tableTx = StatementFields::hash(m_table_tx->text()).value;
}

QString ExpectationFields::complaint() const {
    const auto wrong = std::ranges::find_if(m_all, [](const CheckedField* each) { return !each->isValid(); });
    return wrong == m_all.end() ? QString()
                                : u"%1: %2"_s.arg((*wrong)->edit()->accessibleName(), (*wrong)->message());
}

bool ExpectationFields::statesDigest() const { return !m_digest->text().isEmpty(); }

} // namespace anchorscope::ui
