// The note on the chosen place: a text that keeps itself. Which place it is about stands above it, and where
// it is kept below. Limits: 1. undo and redo are the window's, over all notes; 2. a text that cannot be kept
// stays in the field, and is said not to be kept.
#pragma once
#include "model/notes/note_store.h"
#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace anchorscope::ui {

class ElidedLabel;

class NotePane : public QWidget {
    Q_OBJECT
public:
    explicit NotePane(model::NoteStore* store, QWidget* parent = nullptr);
    /// `title` for people; `path` as notes are kept.
    void setPlace(const QString& path, const QString& title);
    [[nodiscard]] const QString& path() const { return m_path; }
    void edit(); ///< takes the focus
    [[nodiscard]] QPlainTextEdit* field() const { return m_edit; }
    /// What stands below it.
    [[nodiscard]] QString stateText() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void showState();
    void keep();

    model::NoteStore* m_store;
    QString m_path;
    ElidedLabel* m_place;
    QPlainTextEdit* m_edit;
    QLabel* m_state;
    bool m_refreshing = false;
};

} // namespace anchorscope::ui
