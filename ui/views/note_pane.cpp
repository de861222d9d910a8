#include "ui/views/note_pane.h"
#include "ui/paint/scale.h"
#include "ui/widgets/elided_label.h"
#include <QEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace anchorscope::ui {

namespace {

constexpr paint::Px inside{14}, above{10}, gap{8}; // LOOK 1
constexpr paint::Px least_field{44},
    roomy{150}; // two lines; where there is less, the panel's caption tells the place

} // namespace

NotePane::NotePane(model::NoteStore* store, QWidget* parent) : QWidget(parent), m_store(store) {
    m_place = new ElidedLabel(paint::Type::Caption, paint::Ink::SecondaryText);
    m_place->setElideMode(Qt::ElideMiddle);
    m_edit = new QPlainTextEdit;
    m_edit->setUndoRedoEnabled(false); // the window undoes notes, over all places
    m_edit->setTabChangesFocus(true);
    m_edit->setAccessibleName(tr("Note on the chosen place"));
    m_edit->setMinimumHeight(least_field);
    m_edit->installEventFilter(this);
    m_state = new QLabel;
    m_state->setWordWrap(true);
    m_state->setFont(paint::font(paint::Type::Caption));
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setAccessibleName(tr("Where notes are kept"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(inside, above, inside, gap);
    rows->setSpacing(gap);
    rows->addWidget(m_place);
    rows->addWidget(m_edit, 1);
    rows->addWidget(m_state);
    setFocusProxy(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &NotePane::keep);
    connect(store, &model::NoteStore::notesChanged, this, &NotePane::refresh);
    connect(store, &model::NoteStore::noteChanged, this, [this](const QString& path) {
        if (path == m_path) {
            refresh();
        }
    });
    connect(store, &model::NoteStore::stateChanged, this, &NotePane::showState);
    setPlace({}, tr("The case"));
}

void NotePane::setPlace(const QString& path, const QString& title) {
    const bool other = path != m_path;
    if (other) {
        m_store->endStep();
    }
    m_path = path;
    m_place->setText(title);
    refresh();
    showState();
    if (other) {
        m_edit->moveCursor(QTextCursor::End);
    }
}

void NotePane::edit() {
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->moveCursor(QTextCursor::End);
}

void NotePane::refresh() {
    const QString text = m_store->text(m_path);
    m_edit->setReadOnly(!m_store->ready());
    m_edit->setPlaceholderText(m_store->ready()
                                   ? tr("Write what you found here. It is kept beside the input, never in "
                                        "it, and stands in reports.")
                                   : tr("Open a table or a case to write notes."));
    if (text == m_edit->toPlainText()) {
        return;
    }
    m_refreshing = true;
    const int at = m_edit->textCursor().position();
    m_edit->setPlainText(text);
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(static_cast<int>(std::min<qsizetype>(at, text.size())));
    m_edit->setTextCursor(cursor);
    m_refreshing = false;
}

void NotePane::keep() {
    if (!m_refreshing) {
        (void)m_store->setText(m_path, m_edit->toPlainText()); // what went wrong is shown below
    }
}

void NotePane::showState() {
    QString words = m_store->problem();
    if (m_store->ready() && !m_store->failed()) {
        const QString file = QFileInfo(m_store->place()).fileName();
        const QString kept = m_store->texts().empty() ? QString()
                             : m_store->saved()       ? tr("Kept in %1").arg(file)
                                                      : tr("Writing %1…").arg(file);
        words = words.isEmpty() ? kept : kept.isEmpty() ? words : tr("%1. %2").arg(words, kept);
    } else if (m_store->failed()) {
        words = tr("Not kept: %1").arg(words);
    }
    m_state->setText(words);
    m_state->setVisible(!words.isEmpty());
    QPalette colors = m_state->palette();
    colors.setColor(
        QPalette::WindowText,
        paint::theme().color(m_store->failed() ? paint::Ink::Mismatch : paint::Ink::SecondaryText));
    m_state->setPalette(colors);
}

QString NotePane::stateText() const { return m_state->text(); }

/// The field would keep the keys of undo and redo to itself, and then do nothing.
bool NotePane::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::ShortcutOverride) {
        auto* const key = static_cast<QKeyEvent*>(event); // NOLINT(*-static-cast-downcast)
        const QKeySequence pressed(key->keyCombination());
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) ||
            pressed == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NotePane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_place->setVisible(height() >= roomy);
}

void NotePane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        showState();
    }
}

} // namespace anchorscope::ui
