// The help, inside the program: contents, search, back and forward. Nothing is loaded but its own pages,
// which are compiled in. One window for all.
#pragma once
#include <QTextBrowser>

class QLineEdit;
class QListWidget;
class QToolButton;

namespace anchorscope::ui {

class Panel;

/// Shows the program's own pages and nothing else, in the theme's colours.
class HelpBrowser : public QTextBrowser {
    Q_OBJECT
public:
    explicit HelpBrowser(QWidget* parent = nullptr);
    QVariant loadResource(int type, const QUrl& name) override;
    /// Marks every place of the text; empty: none.
    void mark(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();
};

class HelpWindow : public QWidget {
    Q_OBJECT
public:
    /// A widget's property: the page that tells of it and of what is in it.
    static constexpr const char* page_property = "helpPage";
    /// The page of the widget, or of what it is in; "start" where none says.
    [[nodiscard]] static QString pageFor(const QWidget* focus);
    /// Opens the window, or brings it forward, at that page. It goes with `owner`'s program, not with
    /// `owner`.
    static HelpWindow* showFor(const QWidget* focus, QWidget* owner);

    explicit HelpWindow(QWidget* parent = nullptr);
    void showPage(const QString& id);
    [[nodiscard]] QString currentPage() const { return m_page; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fillContents();
    void follow();

    QString m_page;
    HelpBrowser* m_browser;
    Panel* m_page_panel;
    QListWidget* m_contents;
    QLineEdit* m_search;
    QToolButton *m_back, *m_forward;
};

} // namespace anchorscope::ui
