// The ladder's buttons: a stage's header, and a rung. Painted whole; arrow keys go along the ladder.
#pragma once
#include "core/verify/rung.h"
#include "model/items/meaning.h"
#include <QAbstractButton>

namespace anchorscope::ui {

class LadderButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit LadderButton(QWidget* parent);

Q_SIGNALS:
    /// An arrow key (-1, 1), Home (-2) or End (2): the ladder moves the focus.
    void stepped(int step);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

class StageButton : public LadderButton {
    Q_OBJECT
public:
    explicit StageButton(QWidget* parent) : LadderButton(parent) {}
    void setStage(const QString& name, const QString& count, const QString& brief_count,
                  model::Meaning meaning);
    void setOpen(bool open);
    /// Widths that keep the name whole; that keep the count whole too; and of the header when open.
    [[nodiscard]] int leastFolded() const;
    [[nodiscard]] int bestFolded() const;
    [[nodiscard]] int headerWidth() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] const QString& count() const { return m_open ? m_brief_count : m_count; }
    QString m_name, m_count, m_brief_count;
    model::Meaning m_meaning = model::Meaning::NotChecked;
    bool m_open = false;
};

class RungButton : public LadderButton {
    Q_OBJECT
public:
    explicit RungButton(QWidget* parent) : LadderButton(parent) {}
    void setRung(const verify::Rung& rung);
    void setCurrent(bool current);
    [[nodiscard]] int leastWidth() const; ///< keeps the name whole

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name, m_summary;
    model::Meaning m_meaning = model::Meaning::NotChecked;
    bool m_current = false;
};

} // namespace anchorscope::ui
