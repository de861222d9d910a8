// A box of lines, each one statement, judged as it is typed. Below it: what is wrong, else how the line with
// the cursor was understood.
#pragma once
#include "ui/dialogs/checked_field.h"
#include <QWidget>

class QPlainTextEdit;

namespace anchorscope::ui {

class LinesField : public QWidget {
    Q_OBJECT
public:
    /// `words` gets a line that is not empty; an empty answer shows nothing.
    LinesField(const QString& name, const QString& placeholder, Complaint complaint, Complaint words);
    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// Empty when all is well.
    [[nodiscard]] const QString& complaint() const { return m_wrong; }
    [[nodiscard]] QPlainTextEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void changed();

private:
    void check();
    void explain();

    QPlainTextEdit* m_edit;
    ElidedLabel* m_message;
    Complaint m_complaint, m_words;
    QString m_wrong;
};

} // namespace anchorscope::ui
