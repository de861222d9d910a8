// The tree with the sentence that sums up its crossings below it; for opaque bytes, why there is no tree.
#pragma once
#include <QWidget>

class QLabel;
class QStackedLayout;

namespace anchorscope::ui {

class CellTableView;
class ElidedLabel;
class TreeView;

class TreePage : public QWidget {
    Q_OBJECT
public:
    /// `instead`: what is shown below the reason why there is no tree, while it has rows.
    /// `path`: the bar above the tree.
    TreePage(TreeView* tree, CellTableView* instead, QWidget* path, QWidget* parent = nullptr);
    /// Stands under the column of transitions.
    void setCrossings(const QString& text);
    /// Why there is no tree; empty: there is one.
    void setWhyNone(const QString& why);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    TreeView* m_tree;
    QStackedLayout* m_stack;
    ElidedLabel* m_crossings;
    QWidget *m_rule = nullptr, *m_path = nullptr;
    QLabel* m_why_none;
    CellTableView* m_instead;
};

} // namespace anchorscope::ui
