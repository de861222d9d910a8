// The user's policy: up to which rung, what else, how late an anchor may be, how many hosts have to agree.
#pragma once
#include "model/session/case_inputs.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace anchorscope::ui {

class CheckedField;

class PolicyFields : public QWidget {
    Q_OBJECT
public:
    PolicyFields();
    void setOptions(const model::VerifyOptions& options);
    /// Fields with errors keep what was there.
    void putInto(model::VerifyOptions& options) const;
    /// What is wrong, with the field's name; empty when all is well.
    [[nodiscard]] QString complaint() const;

Q_SIGNALS:
    void changed();

private:
    QComboBox* m_policy;
    QSpinBox* m_tolerance;
    QList<QCheckBox*> m_also;
    CheckedField* m_quorum;
};

} // namespace anchorscope::ui
