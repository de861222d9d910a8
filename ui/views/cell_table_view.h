// Any of the window's flat lists: fields, digests, anchors, findings, requests. One row height, no grid, the
// last column takes the rest; follows and sets the linked selection by the roles of its model.
#pragma once
#include "ui/views/selection.h"
#include <QTableView>

namespace anchorscope::ui {

class CellTableView : public QTableView {
    Q_OBJECT
public:
    CellTableView(QAbstractItemModel* model, Selection* selection, QWidget* parent = nullptr);
    /// Widths of the columns at a zoom of 100 %; 0: takes the rest. Where there is no room, all give way.
    void setColumnWidths(const QList<int>& widths);
    void setOffsetColumn(int column);
    /// False where all rows belong to the chosen node: then only path and bytes tell them apart.
    void setMatchesNodes(bool matches) { m_matches_nodes = matches; }
    /// Shown in the middle while there are no rows.
    void setEmptyText(const QString& text);
    /// CopyRole or text of the current cell.
    [[nodiscard]] QString copyText() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void followSelection(const Choice& choice, Selection::Aspect aspect);
    void publishCurrent();
    void layOutColumns();
    [[nodiscard]] bool fits(int row, const Choice& choice, Selection::Aspect aspect, int strictness) const;
    [[nodiscard]] QModelIndex rowOf(const Choice& choice, Selection::Aspect aspect) const;

    Selection* m_selection;
    QString m_empty_text;
    QList<int> m_widths; ///< as the design has them
    bool m_following = false, m_matches_nodes = true;
};

} // namespace anchorscope::ui
