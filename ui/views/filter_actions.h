// "Filter by this value" and what goes with it, in the context menu of a list or tree; by the pointer, or by
// the menu key for the current cell.
#pragma once
#include "model/filter/filter_of_row.h"
#include <QObject>
#include <functional>

class QAbstractItemView;
class QMenu;

namespace anchorscope::ui {

class NodeFilter;

/// Adds the actions for one value; disabled where there is none.
void addFilterActions(QMenu* menu, NodeFilter* filter, const model::ValueFilter& value);

/// Gives a view a menu with these actions alone.
class FilterActions : public QObject {
    Q_OBJECT
public:
    using ValueOf = std::function<model::ValueFilter(const QModelIndex&)>;
    /// `filter` must outlive the view, which owns this.
    FilterActions(QAbstractItemView* view, NodeFilter* filter, ValueOf value_of);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAbstractItemView* m_view;
    NodeFilter* m_filter;
    ValueOf m_value_of;
};

} // namespace anchorscope::ui
