#include "ui/dialogs/lines_field.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextOption>
#include <QVBoxLayout>

namespace anchorscope::ui {

namespace {

constexpr paint::Px least_height{72};

} // namespace

LinesField::LinesField(const QString& name, const QString& placeholder, Complaint complaint, Complaint words)
    : m_edit(new QPlainTextEdit), m_message(messageLabel(this)), m_complaint(std::move(complaint)),
      m_words(std::move(words)) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(parts::inside, parts::inside - 2, parts::inside, parts::gap);
    rows->setSpacing(paint::px(2));
    m_edit->setPlaceholderText(placeholder);
    m_edit->setAccessibleName(name);
    m_edit->setFont(paint::font(paint::Type::Mono));
    m_edit->setTabChangesFocus(true);
    m_edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_edit->setMinimumHeight(least_height);
    rows->addWidget(m_edit, 1);
    rows->addWidget(m_message);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &LinesField::check);
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &LinesField::explain);
}

QString LinesField::text() const { return m_edit->toPlainText(); }

void LinesField::setText(const QString& text) { m_edit->setPlainText(text); }

void LinesField::check() {
    m_wrong = m_complaint(text());
    explain();
    Q_EMIT changed();
}

void LinesField::explain() {
    if (!m_wrong.isEmpty()) {
        showMessage(m_message, m_wrong, m_edit);
        return;
    }
    const QString line = m_edit->textCursor().block().text().trimmed();
    showHint(m_message, line.isEmpty() ? QString() : m_words(line), m_edit);
}

} // namespace anchorscope::ui
