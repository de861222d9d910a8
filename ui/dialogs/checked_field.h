// A line to type into, with its caption at the left and, below, what is wrong with what was typed so far.
#pragma once
#include "ui/widgets/elided_label.h"
#include <QLineEdit>
#include <functional>

class QGridLayout;

namespace anchorscope::ui {

/// An empty text means that all is well.
using Complaint = std::function<QString(const QString&)>;

class CheckedField : public QObject {
    Q_OBJECT
public:
    /// Adds two rows to the grid: caption and field, and the message below the field.
    CheckedField(QGridLayout* grid, const QString& caption, const QString& placeholder, Complaint complaint);
    [[nodiscard]] QString text() const { return m_edit->text().trimmed(); }
    void setText(const QString& text) { m_edit->setText(text); }
    [[nodiscard]] bool isValid() const { return m_message->text().isEmpty(); }
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }
    [[nodiscard]] QString message() const { return m_message->text(); }

Q_SIGNALS:
    void changed();

private:
    void check();

    QLineEdit* m_edit;
    ElidedLabel* m_message;
    Complaint m_complaint;
};

/// A line for messages below fields: small, elided, never taking space away.
[[nodiscard]] ElidedLabel* messageLabel(QWidget* parent);
/// What is wrong, in the mismatch colour; read out with the field.
void showMessage(ElidedLabel* label, const QString& text, QWidget* field);
/// How it was understood, in the secondary colour.
void showHint(ElidedLabel* label, const QString& text, QWidget* field);

} // namespace anchorscope::ui
