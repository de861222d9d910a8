// What lists and trees share: the focus ring of the current row, shown to those who use keys, and scrolling
// that leaves context around what it brings into sight.
#pragma once
#include <QAbstractItemView>

namespace anchorscope::ui {

/// After the rows are painted. Around the current row, or around everything where no row is chosen.
void paintRowFocus(QAbstractItemView* view);
/// Makes the row the current one; where it was out of sight, it comes with context around it.
void showRow(QAbstractItemView* view, const QModelIndex& index);

} // namespace anchorscope::ui
