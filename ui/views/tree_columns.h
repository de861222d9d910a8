// Which columns the tree shows, in which order and how wide: automatic until the user chooses, drags or
// arranges them; then as the user left them, kept in the settings. Limits: 1. lanes and transitions are
// always there, the lanes first; 2. the transition takes what the others leave.
#pragma once
#include "model/settings/settings.h"
#include "ui/views/tree_view.h"
#include <QMenu>

namespace anchorscope::ui {

struct TreeColumn {
    int column = 0; ///< TreeModel::Column
    int width = 0;  ///< in designed pixels; 0: its usual one
    friend bool operator==(const TreeColumn&, const TreeColumn&) = default;
};

/// "lane,transition,check:200,value:90". Unknown names and repetitions are passed over; lanes and transitions
/// are put in where they are missing. An empty text gives an empty list.
[[nodiscard]] QList<TreeColumn> readColumns(const QString& text);
[[nodiscard]] QString writeColumns(const QList<TreeColumn>& columns);

class TreeColumns : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    TreeColumns(TreeView* tree, model::Settings* settings);
    [[nodiscard]] bool isAutomatic() const { return m_columns.isEmpty(); }
    /// As shown, in their order.
    [[nodiscard]] QList<TreeColumn> shown() const;
    void setShown(const QList<TreeColumn>& columns);
    void setColumnShown(int column, bool shown);
    void reset();
    /// Fills it when it is about to be shown.
    void fill(QMenu* menu);

Q_SIGNALS:
    void arrangeRequested();

private:
    void apply();
    void noteChange();
    void offerMenu(const QPoint& at);

    TreeView* m_tree;
    model::Settings* m_settings;
    QList<TreeColumn> m_columns; ///< empty: automatic
    bool m_applying = false;
};

} // namespace anchorscope::ui
