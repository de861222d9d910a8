// The welcome page's own parts: cards, the drop target, rows of recent cases, sample cards.
#pragma once
#include "model/items/meaning.h"
#include <QAbstractButton>
#include <QFrame>

namespace anchorscope::ui {

/// A verdict in words ("Mismatch · today") told by its first word; None when it is none of the verdicts.
[[nodiscard]] model::Meaning meaningOfVerdict(const QString& words);

/// A white rounded card, or with `target` the dashed drop target.
class WelcomeCard : public QFrame {
    Q_OBJECT
public:
    explicit WelcomeCard(bool target, QWidget* parent = nullptr);
    void setHighlighted(bool highlighted); ///< something that can be dropped hovers

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_target, m_highlighted = false;
};

/// A button that also takes Enter; the cards and rows below.
class WelcomeButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit WelcomeButton(QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

class RecentRow : public WelcomeButton {
    Q_OBJECT
public:
    RecentRow(const QString& path, const QString& verdict, bool pinned, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void pinChosen(bool pinned); ///< from the menu of the row

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name, m_verdict;
    bool m_pinned;
    model::Meaning m_meaning;
};

class SampleCard : public WelcomeButton {
    Q_OBJECT
public:
    SampleCard(const QString& title, const QString& text, model::Meaning meaning, const QString& verdict,
               QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title, m_text, m_verdict;
    model::Meaning m_meaning;
};

} // namespace anchorscope::ui
