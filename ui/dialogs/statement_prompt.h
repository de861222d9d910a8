// One line for one statement of the user: an expected digest, a pinned block. What is wrong with it is said
// below while it is typed; it cannot be stated before it is whole.
#pragma once
#include "ui/dialogs/checked_field.h"
#include <QDialog>

class QPushButton;

namespace anchorscope::ui {

class StatementPrompt : public QDialog {
    Q_OBJECT
public:
    struct Question {
        QString title, explanation;
        QString caption, placeholder;
        QString action;    ///< "Compare"
        QString take_back; ///< a button that states nothing any more; empty: there is nothing to take back
    };
    /// Deletes itself when closed.
    StatementPrompt(const Question& question, Complaint complaint, QWidget* parent = nullptr);
    void setText(const QString& text);

Q_SIGNALS:
    void stated(const QString& text);
    void takenBack();

private:
    void check();

    CheckedField* m_field = nullptr;
    QPushButton* m_action = nullptr;
};

} // namespace anchorscope::ui
