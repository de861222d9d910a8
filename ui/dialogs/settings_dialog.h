// What the user chooses once for all cases. Every change counts at once and is kept; nothing here holds a
// key or an endpoint: those have a dialog of their own.
#pragma once
#include "model/settings/settings.h"
#include <QDialog>

namespace anchorscope::ui {

class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    /// The settings must outlive it.
    explicit SettingsDialog(model::Settings* settings, QWidget* parent = nullptr);
    ~SettingsDialog() override;

Q_SIGNALS:
    void changed(anchorscope::model::Setting setting);
    void profilesRequested();

private:
    void build();
    void fill();
    void put(model::Setting setting, const QVariant& value);
    void reset();
    [[nodiscard]] QWidget* buildLook();
    [[nodiscard]] QWidget* buildVerifying();
    [[nodiscard]] QWidget* buildCases();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::ui
