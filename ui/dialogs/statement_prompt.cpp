#include "ui/dialogs/statement_prompt.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace anchorscope::ui {

using paint::px;

namespace {

constexpr int first_width = 640;

} // namespace

StatementPrompt::StatementPrompt(const Question& question, Complaint complaint, QWidget* parent)
    : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question.title);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(px(16), px(14), px(16), px(14));
    rows->setSpacing(px(8));
    auto* words = new QLabel(question.explanation);
    words->setWordWrap(true);
    words->setFont(paint::hexSafe(paint::font(paint::Type::Body)));
    rows->addWidget(words);
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(0, px(4), 0, 0);
    grid->setHorizontalSpacing(parts::gap);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    m_field = new CheckedField(grid, question.caption, question.placeholder, std::move(complaint));
    m_field->edit()->setFont(paint::font(paint::Type::Mono));
    rows->addWidget(page);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(parts::gap);
    if (!question.take_back.isEmpty()) {
        auto* back = new QPushButton(question.take_back);
        back->setAutoDefault(false);
        connect(back, &QPushButton::clicked, this, [this] {
            Q_EMIT takenBack();
            accept();
        });
        buttons->addWidget(back);
    }
    buttons->addStretch(1);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_action = new QPushButton(question.action);
    m_action->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(m_action);
    rows->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_field, &CheckedField::changed, this, &StatementPrompt::check);
    connect(m_action, &QPushButton::clicked, this, [this] {
        Q_EMIT stated(m_field->text());
        accept();
    });
    check();
    resize(px(first_width), sizeHint().height());
    m_field->edit()->setFocus();
}

void StatementPrompt::setText(const QString& text) {
    m_field->setText(text);
    m_field->edit()->selectAll();
}

void StatementPrompt::check() { m_action->setEnabled(!m_field->text().isEmpty() && m_field->isValid()); }

} // namespace anchorscope::ui
