// The tree's first column: where execution stands, painted like a commit graph, and its header with the
// lanes' names.
#pragma once
#include "ui/views/flat_header.h"
#include "ui/views/status_delegate.h"

class QTreeView;

namespace anchorscope::ui {

/// Needs the view for the rows above and below, which depend on what is unfolded.
class LaneDelegate : public StatusDelegate {
    Q_OBJECT
public:
    explicit LaneDelegate(QTreeView* view);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    QTreeView* m_view;
};

class LaneHeader : public FlatHeader {
    Q_OBJECT
public:
    using FlatHeader::FlatHeader;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
};

} // namespace anchorscope::ui
