// What this is, its versions, and what it stands on.
#pragma once
#include <QDialog>
#include <QList>

namespace anchorscope::ui {

/// Deletes itself when closed.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);
    /// Name and version of everything that a report of a mistake should name.
    [[nodiscard]] static QList<std::pair<QString, QString>> versions();
};

} // namespace anchorscope::ui
