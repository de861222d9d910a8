// A strip for work that goes on behind the window: what it is, how far it is, and a button that stops it; or
// what went wrong, with buttons to try again and to put the strip away. Never in the way of anything.
#pragma once
#include <QFrame>

class QProgressBar;
class QPushButton;
class QToolButton;

namespace anchorscope::ui {

class ElidedLabel;

class TaskStrip : public QFrame {
    Q_OBJECT
public:
    explicit TaskStrip(QWidget* parent = nullptr);
    /// `total` 0: not known yet.
    void showProgress(const QString& text, quint64 done, quint64 total);
    /// The same, after Stop was pressed and until the work has heard of it.
    void showStopping(const QString& text);
    void showFailure(const QString& text, const QString& retry);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isFailure() const { return m_failed; }

Q_SIGNALS:
    void stopRequested();
    void retryRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void arrange(const QString& text, bool failed);

    ElidedLabel* m_text;
    QProgressBar* m_bar;
    QPushButton *m_stop, *m_retry;
    QToolButton* m_close;
    bool m_failed = false;
};

} // namespace anchorscope::ui
