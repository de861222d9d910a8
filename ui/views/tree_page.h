// The tree with the sentence that sums up its crossings below it; for opaque bytes, why there is no tree.
#pragma once
#include <QWidget>

class QLabel;
class QStackedLayout;

namespace anchorscope::ui {

class TreeView;

class TreePage : public QWidget {
    Q_OBJECT
public:
    explicit TreePage(TreeView* tree, QWidget* parent = nullptr);
    /// Stands under the column of transitions.
    void setCrossings(const QString& text);
    void setOpaque(bool opaque);

private:
    TreeView* m_tree;
    QStackedLayout* m_stack;
    QLabel* m_crossings;
};

} // namespace anchorscope::ui
