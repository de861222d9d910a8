// The list of findings under a bar that says how many of each severity there are, hides them, and groups the
// list. Columns follow the width: where it is narrow, rule and place are in the tool tip alone.
#pragma once
#include "model/items/finding_list_model.h"
#include "model/settings/settings.h"
#include "ui/views/selection.h"
#include <QWidget>

class QComboBox;
class QToolButton;

namespace anchorscope::ui {

class CellTableView;

class FindingsPage : public QWidget {
    Q_OBJECT
public:
    FindingsPage(const model::FindingModel* findings, Selection* selection, QWidget* parent = nullptr);
    [[nodiscard]] CellTableView* list() const { return m_list; }
    [[nodiscard]] model::FindingListModel* rows() { return &m_rows; }
    /// Where the grouping is kept; without: for this run.
    void setSettings(model::Settings* settings);
    /// Makes the finding's row the current one, whatever hides it.
    void show(int finding);

Q_SIGNALS:
    /// Enter or a double click on a finding: the user wants to go there.
    void jumpRequested(int finding);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void layOutColumns();
    void activate(const QModelIndex& row);

    model::FindingListModel m_rows;
    model::Settings* m_settings = nullptr;
    std::array<QToolButton*, 3> m_severities{}; // by Severity
    QComboBox* m_groups;
    CellTableView* m_list;
};

} // namespace anchorscope::ui
