// The tree with the sentence that sums up its crossings below it; for opaque bytes, why there is no tree.
#pragma once
#include <QWidget>

class QLabel;
class QStackedLayout;

namespace anchorscope::ui {

class ElidedLabel;
class TreeView;

class TreePage : public QWidget {
    Q_OBJECT
public:
    explicit TreePage(TreeView* tree, QWidget* parent = nullptr);
    /// Stands under the column of transitions.
    void setCrossings(const QString& text);
    /// Why there is no tree; empty: there is one.
    void setWhyNone(const QString& why);

private:
    TreeView* m_tree;
    QStackedLayout* m_stack;
    ElidedLabel* m_crossings;
    QLabel* m_why_none;
};

} // namespace anchorscope::ui
