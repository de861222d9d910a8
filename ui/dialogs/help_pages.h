// The pages of the help, compiled in. To add one: a file in resources/help and one line in the list.
#pragma once
#include <QList>
#include <QString>
#include <QUrl>

namespace anchorscope::ui {

struct HelpPage {
    QString id, title;
    /// Where the browser finds it; relative links in pages lead from one to the other.
    [[nodiscard]] QUrl url() const;
    /// The file's own text.
    [[nodiscard]] QString html() const;
    /// What is read of it, without marks; for the search.
    [[nodiscard]] QString text() const;
};

/// In reading order. A page that is translated (":/anchorscope/help/<language>/…") takes the place of the
/// English one.
[[nodiscard]] const QList<HelpPage>& helpPages();
/// Null where there is none.
[[nodiscard]] const HelpPage* helpPage(const QString& id);
[[nodiscard]] const HelpPage* helpPage(const QUrl& url);

} // namespace anchorscope::ui
