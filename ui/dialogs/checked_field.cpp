#include "ui/dialogs/checked_field.h"
#include "ui/paint/fonts.h"
#include "ui/paint/theme.h"
#include <QGridLayout>

namespace anchorscope::ui {

namespace {

constexpr int message_height = 16;

} // namespace

QLabel* messageLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setFont(paint::hexSafe(paint::font(paint::Type::Small)));
    label->setFixedHeight(message_height);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return label;
}

void showMessage(QLabel* label, const QString& text, QWidget* field) {
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, paint::theme().color(paint::Ink::Mismatch));
    label->setPalette(palette);
    label->setText(text);
    label->setToolTip(text);
    field->setAccessibleDescription(text); // read out with the field
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
