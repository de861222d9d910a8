#include "ui/dialogs/checked_field.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include <QGridLayout>
#include <QLabel>

namespace anchorscope::ui {

namespace {

constexpr paint::Px message_height{16};

} // namespace

ElidedLabel* messageLabel(QWidget* parent) {
    auto* label = new ElidedLabel(paint::Type::Small, paint::Ink::Mismatch, parent);
    label->setFixedHeight(message_height);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return label;
}

void showMessage(ElidedLabel* label, const QString& text, QWidget* field) {
    label->setInk(paint::Ink::Mismatch);
    label->setText(text);
    field->setAccessibleDescription(text);
}

void showHint(ElidedLabel* label, const QString& text, QWidget* field) {
    showMessage(label, text, field);
    label->setInk(paint::Ink::SecondaryText);
}

CheckedField::CheckedField(QGridLayout* grid, const QString& caption, const QString& placeholder,
                           Complaint complaint)
    : QObject(grid->parentWidget()), m_edit(new QLineEdit), m_message(messageLabel(nullptr)),
      m_complaint(std::move(complaint)) {
    auto* label = new QLabel(caption);
    label->setBuddy(m_edit);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(m_edit, row, 1);
    grid->addWidget(m_message, row + 1, 1);
    m_edit->setPlaceholderText(placeholder);
    m_edit->setAccessibleName(caption);
    if (placeholder.startsWith(QLatin1String("0x"))) {
        m_edit->setFont(paint::font(paint::Type::Mono));
    }
    connect(m_edit, &QLineEdit::textChanged, this, &CheckedField::check);
}

void CheckedField::check() {
    showMessage(m_message, m_complaint(m_edit->text()), m_edit);
    Q_EMIT changed();
}

} // namespace anchorscope::ui
