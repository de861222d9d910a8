// The tab bar of a panel's title row: 36 px, the chosen tab bold over a 3 px accent underline (LOOK 1 and 5).
#pragma once
#include <QTabBar>

namespace anchorscope::ui {

class PanelTabs : public QTabBar {
    Q_OBJECT
public:
    explicit PanelTabs(QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace anchorscope::ui
