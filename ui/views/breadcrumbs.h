// The way from the bundle down to the chosen row, each part a button: bundle › entry 0 › call 1. Elided in
// the middle; what is left out is a menu. One stop for Tab, arrow keys inside. Limits: a path of any depth
// costs at most max_buttons buttons.
#pragma once
#include "model/items/tree_model.h"
#include "ui/views/selection.h"
#include <QAbstractButton>

namespace anchorscope::ui {

class Breadcrumbs : public QWidget {
    Q_OBJECT
public:
    static constexpr int max_buttons = 12, max_in_menu = 100;

    Breadcrumbs(const model::TreeModel* model, Selection* selection, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }
    /// "bundle › entry 0 › call 1".
    [[nodiscard]] QString text() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void follow();
    void layOut();
    bool moveBy(int key, std::ptrdiff_t at);
    void showLeftOut();
    [[nodiscard]] QAbstractButton* button(std::size_t at);
    void activate(int crumb);
    [[nodiscard]] int count() const { return static_cast<int>(m_nodes.size()); }
    [[nodiscard]] QString textOf(int crumb) const;

    const model::TreeModel* m_model;
    Selection* m_selection;
    std::vector<quint32> m_nodes;            ///< from the bundle down
    std::vector<QAbstractButton*> m_buttons; ///< reused; those behind the last crumb are hidden
    std::vector<int> m_shown;                ///< of each visible button: its crumb, or -1
    std::pair<int, int> m_left_out;          ///< first and one past the last of those in the menu
};

} // namespace anchorscope::ui
