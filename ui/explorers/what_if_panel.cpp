#include "ui/explorers/what_if_panel.h"
#include "ui/explorers/callout.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace anchorscope::ui {

namespace {

constexpr std::uint64_t max_shown_bytes = 16384; // of a message, as text in a line
enum Target { OneField, AllBytes };

QLabel* caption(bool quiet) {
    auto* label = new QLabel;
    label->setFont(paint::hexSafe(paint::font(paint::Type::Caption)));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (quiet) {
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    return label;
}

} // namespace

WhatIfPanel::WhatIfPanel(QWidget* parent)
    : QWidget(parent), m_explanation(new Callout), m_result(new Callout), m_target(new QComboBox),
      m_input(new QLineEdit), m_expected(caption(true)), m_note(caption(true)),
      m_recompute(new QPushButton(tr("Recompute here"))), m_undo(new QPushButton(tr("Undo"))),
      m_reset(new QPushButton(tr("Reset"))) {
    m_target->addItems({tr("The chosen field"), tr("All bytes of the step")});
    m_target->setAccessibleName(tr("What to edit"));
    m_input->setAccessibleName(tr("New value"));
    m_input->setFont(paint::font(paint::Type::Mono));
    m_recompute->setDefault(true);
    for (QPushButton* each : {m_undo, m_reset}) {
        each->setAutoDefault(false);
    }
    m_note->setText(tr("A scratch copy. The input is never altered."));

    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    const int margin = paint::px(12);
    rows->setContentsMargins(margin, margin, margin, margin);
    rows->setSpacing(paint::px(8));
    rows->addWidget(m_explanation);
    rows->addWidget(m_target);
    rows->addWidget(m_input);
    rows->addWidget(m_expected);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(paint::px(8));
    buttons->addWidget(m_recompute);
    buttons->addWidget(m_undo);
    buttons->addWidget(m_reset);
    buttons->addStretch(1);
    rows->addLayout(buttons);
    rows->addWidget(m_result);
    rows->addWidget(m_note);
    rows->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    content->setBackgroundRole(QPalette::Base);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);

    connect(m_recompute, &QPushButton::clicked, this, &WhatIfPanel::apply);
    connect(m_input, &QLineEdit::returnPressed, this, &WhatIfPanel::apply);
    connect(m_target, &QComboBox::currentIndexChanged, this, &WhatIfPanel::showTarget);
    connect(m_undo, &QPushButton::clicked, this, &WhatIfPanel::undone);
    connect(m_reset, &QPushButton::clicked, this, &WhatIfPanel::reset);
    setField({}, 0, nullptr);
    setResult(0, std::nullopt, {});
}

bool WhatIfPanel::wholeMessage() const { return m_target->currentIndex() == AllBytes; }

void WhatIfPanel::setField(std::shared_ptr<const model::ExploredDigest> digest, std::size_t step,
                           const model::PreimageField* field) {
    m_digest = std::move(digest);
    m_step = step;
    m_field = field != nullptr ? std::optional(*field) : std::nullopt;
    showTarget();
}

void WhatIfPanel::showTarget() {
    const bool known = m_digest && m_step < m_digest->steps.size();
    const std::uint64_t size = known ? m_digest->steps[m_step].message.length() : 0;
    bool can = false;
    QString value, expected;
    if (known && wholeMessage()) {
        can = size <= max_shown_bytes;
        value =
            can ? model::editableText(model::FieldType::Bytes, model::bytesAt(*m_digest, m_step, {0, size}))
                : QString();
        expected = can ? tr("All %1 bytes of step %2, in hex; of any number.").arg(size).arg(m_step + 1)
                       : tr("Too long to be edited as one text: choose a field.");
    } else if (known && m_field) {
        const bool fixed = m_field->depth > 0;
        can = m_field->bytes.length <= max_shown_bytes && !m_field->whole;
        value = can ? model::editableText(m_field->type, model::bytesAt(*m_digest, m_step, m_field->bytes))
                    : QString();
        expected = can ? tr("%1: %2.").arg(m_field->name,
                                           model::expectedText(m_field->type, m_field->bytes.length, fixed))
                       : tr("%1 is made of several fields: choose one of them.").arg(m_field->name);
    } else {
        expected = known ? tr("Choose a field of the preimage to edit it.") : QString();
    }
    m_input->setText(value);
    m_input->setCursorPosition(0);
    m_input->setEnabled(can);
    m_recompute->setEnabled(can);
    m_expected->setText(expected);
}

void WhatIfPanel::say(const QString& words) {
    m_expected->setText(words);
    Q_EMIT error(words);
}

void WhatIfPanel::apply() {
    if (!m_recompute->isEnabled()) {
        return;
    }
    const bool whole = wholeMessage();
    const bool fixed = !whole && m_field->depth > 0;
    const auto bytes = model::readField(whole ? model::FieldType::Bytes : m_field->type,
                                        whole ? 0 : m_field->bytes.length, fixed, m_input->text());
    if (!bytes) {
        say(bytes.error());
    } else if (whole) {
        Q_EMIT replaced(m_step, *bytes);
    } else {
        Q_EMIT edited(m_step, m_field->bytes, *bytes, m_field->name);
    }
}

void WhatIfPanel::setExplanation(const QString& title, const QString& text) {
    m_explanation->show(model::Meaning::Warning, title, text);
}

void WhatIfPanel::setBusy() { m_result->show(model::Meaning::NotChecked, tr("Hashing…"), {}); }

void WhatIfPanel::setResult(int edits, const std::optional<Hash32>& value, const QStringList& places) {
    m_undo->setEnabled(edits > 0);
    m_reset->setEnabled(edits > 0);
    if (edits == 0) {
        m_result->show(model::Meaning::None, {}, {});
        return;
    }
    const QString gives = value ? tr("gives %1").arg(model::shortHexText(value->view()))
                                : tr("gives no value: this is no signature");
    m_result->setToolTip(value ? model::hexText(value->view()) : QString());
    QStringList lines;
    for (const QString& place : places) {
        lines.append(tr("as %1").arg(place));
    }
    m_result->show(model::Meaning::Warning, gives,
                   lines.isEmpty() ? tr("This value stands nowhere in this case.") : lines.join(u'\n'));
}

QString WhatIfPanel::resultText() const { return m_result->accessibleName(); }

} // namespace anchorscope::ui
