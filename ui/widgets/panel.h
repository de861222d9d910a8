// A panel: rounded white surface with a title row (title or tabs left, caption right, buttons) and content.
#pragma once
#include <QFrame>
#include <QTabBar>

class QToolButton;

namespace anchorscope::ui {

class Panel : public QFrame {
    Q_OBJECT
public:
    /// With a plain title.
    explicit Panel(const QString& title, QWidget* parent = nullptr);
    /// With tabs; pages are added by addPage.
    explicit Panel(QWidget* parent = nullptr);

    void setContent(QWidget* content);
    int addPage(const QString& title, QWidget* page);
    void setPageTitle(int page, const QString& title);
    void setCurrentPage(int page);
    [[nodiscard]] int currentPage() const;
    /// Secondary text at the right of the title row.
    void setCaption(const QString& caption);
    void setTitle(const QString& title);
    /// A small button at the right end of the title row ("Float", "Close"); `text` is its tooltip and
    /// accessible name.
    QToolButton* addButton(const QIcon& icon, const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

Q_SIGNALS:
    void pageChanged(int page);

private:
    class Private;
    Private* d;
};

} // namespace anchorscope::ui
