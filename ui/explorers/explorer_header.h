// The head of an explorer's page: the way back, what is shown, its state, and buttons at the right.
#pragma once
#include "model/items/meaning.h"
#include <QFrame>

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace anchorscope::ui {

class ElidedLabel;

class ExplorerHeader : public QFrame {
    Q_OBJECT
public:
    explicit ExplorerHeader(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    /// Secondary text behind the title.
    void setNote(const QString& note);
    /// None: no icon.
    void setMeaning(model::Meaning meaning);
    QPushButton* addButton(const QIcon& icon, const QString& text);
    /// A small button without words; `text` is its tool tip and accessible name.
    QToolButton* addSmallButton(const QIcon& icon, const QString& text);

Q_SIGNALS:
    void back();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_row;
    ElidedLabel *m_title, *m_note;
    model::Meaning m_meaning = model::Meaning::None;
};

} // namespace anchorscope::ui
