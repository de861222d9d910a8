// A tinted box with a status icon, a bold line and text below it: what a reader must not miss.
#pragma once
#include "model/items/meaning.h"
#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace anchorscope::ui {

class Callout : public QFrame {
    Q_OBJECT
public:
    explicit Callout(QWidget* parent = nullptr);
    /// Empty texts hide it.
    void show(model::Meaning meaning, const QString& title, const QString& text);
    void addButton(QWidget* button);
    [[nodiscard]] model::Meaning meaning() const { return m_meaning; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void tint();
    QLabel *m_title, *m_text;
    QHBoxLayout* m_buttons;
    model::Meaning m_meaning = model::Meaning::Warning;
    bool m_tinting = false;
};

} // namespace anchorscope::ui
