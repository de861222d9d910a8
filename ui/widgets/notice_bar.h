// A strip under the banner for what happened beside the work: files that changed, cases that can be opened
// again. Never in the way of anything; it stays until it is answered or put away. Its lines unfold below it,
// each leading to its place.
#pragma once
#include "model/items/meaning.h"
#include <QFrame>

class QHBoxLayout;
class QListWidget;
class QPushButton;
class QToolButton;
class QLabel;

namespace anchorscope::ui {

struct Notice {
    model::Meaning meaning = model::Meaning::None; ///< None: the sign of something new, no status
    QString text;
    QStringList buttons;            ///< the first is the one that most will want
    QStringList lines;              ///< shown once they are asked for
    QList<model::Meaning> meanings; ///< of the lines, where they have any
    friend bool operator==(const Notice&, const Notice&) = default;
};

class NoticeBar : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);
    void setNotice(const Notice& notice);
    [[nodiscard]] const Notice& notice() const { return m_notice; }
    void clear(); ///< puts it away without a signal
    [[nodiscard]] bool isUnfolded() const;

Q_SIGNALS:
    void buttonChosen(int index);
    void lineChosen(int index);
    void putAway();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void unfold(bool open);
    void remakeButtons();

    Notice m_notice;
    QLabel* m_text;
    QHBoxLayout* m_row;
    QList<QPushButton*> m_buttons;
    QToolButton *m_more, *m_close;
    QListWidget* m_lines;
};

} // namespace anchorscope::ui
