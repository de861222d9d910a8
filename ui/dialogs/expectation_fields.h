// What the user expects of an anchor, one field each: chain, contract, committer, manager, digest, and the
// transactions of anchor and table.
#pragma once
#include "model/session/case_inputs.h"
#include <QWidget>

namespace anchorscope::ui {

class CheckedField;

class ExpectationFields : public QWidget {
    Q_OBJECT
public:
    ExpectationFields();
    void setOptions(const model::VerifyOptions& options);
    /// Fields with errors state nothing.
    void putInto(model::VerifyOptions& options) const;
    /// What is wrong, with the field's name; empty when all is well.
    [[nodiscard]] QString complaint() const;
    [[nodiscard]] bool statesDigest() const;

Q_SIGNALS:
    void changed();

private:
    CheckedField *m_chain, *m_contract, *m_committer, *m_manager, *m_digest, *m_anchor_tx, *m_table_tx;
    QList<CheckedField*> m_all;
};

} // namespace anchorscope::ui
