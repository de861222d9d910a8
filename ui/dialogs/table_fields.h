// What the user states of the table itself: its format, the profile under which it was committed, and the
// rollups' contracts, from which vkeys and signers are read.
#pragma once
#include "model/session/case_inputs.h"
#include "ui/dialogs/statement_fields.h"
#include <QWidget>

class QComboBox;

namespace anchorscope::ui {

class LinesField;

class TableFields : public QWidget {
    Q_OBJECT
public:
    TableFields();
    void setOptions(const model::VerifyOptions& options);
    /// Fields with errors state nothing.
    void putInto(model::VerifyOptions& options) const;
    /// Empty when all is well.
    [[nodiscard]] QString complaint() const;

    /// One ROLLUP=0xADDRESS a line; a rollup once.
    [[nodiscard]] static Parsed<std::map<std::uint64_t, Address>> rollupContracts(const QString& text);

Q_SIGNALS:
    void changed();

private:
    QComboBox *m_format, *m_profile;
    LinesField* m_contracts;
};

} // namespace anchorscope::ui
