// What this is, its version, and what it stands on.
#pragma once
#include <QDialog>

namespace anchorscope::ui {

/// Deletes itself when closed.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

} // namespace anchorscope::ui
