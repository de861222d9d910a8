// The light at the right of the status bar: the worst severity with its icon, and how many there are; a click
// opens the findings.
#pragma once
#include "model/items/finding_list_model.h"
#include <QAbstractButton>

namespace anchorscope::ui {

class FindingLight : public QAbstractButton {
    Q_OBJECT
public:
    explicit FindingLight(QWidget* parent = nullptr);
    /// Nothing known yet: null.
    void setFindings(const model::FindingListModel* findings);
    [[nodiscard]] model::Meaning meaning() const { return m_meaning; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    model::Meaning m_meaning = model::Meaning::None;
};

} // namespace anchorscope::ui
