// Report: what goes in, how it looks, and where it is saved. Made and written behind it; what goes wrong is
// said inside it.
#pragma once
#include "model/report/kept_report.h"
#include <QDialog>

namespace anchorscope::model {
class NoteStore;
}

namespace anchorscope::ui {

class ReportDialog : public QDialog {
    Q_OBJECT
public:
    /// Both must outlive it.
    ReportDialog(const model::Session* session, model::NoteStore* notes, QWidget* parent);
    ~ReportDialog() override;
    /// As the button does, to a file that was chosen.
    void save(const QString& path);

private:
    QWidget* buildChoices();
    QWidget* buildPreview();
    QWidget* buildButtons();
    void make();
    void refresh();
    void copy();
    void chooseFile();
    void say(const QString& text, bool wrong = false);
    [[nodiscard]] model::ReportFormat format() const;
    [[nodiscard]] model::ReportParts wanted() const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::ui
