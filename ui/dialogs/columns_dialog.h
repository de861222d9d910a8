// Arranges the tree's columns by keyboard: which, in what order, how wide. What is done is seen at once.
#pragma once
#include "ui/views/tree_columns.h"
#include <QDialog>

class QListWidget;
class QPushButton;
class QSpinBox;

namespace anchorscope::ui {

class ColumnsDialog : public QDialog {
    Q_OBJECT
public:
    /// `columns` must outlive it.
    explicit ColumnsDialog(TreeColumns* columns, const QAbstractItemModel* model, QWidget* parent = nullptr);

private:
    void read();
    void write();
    void move(int step);
    void refresh();

    TreeColumns* m_columns;
    const QAbstractItemModel* m_model;
    QListWidget* m_list;
    QPushButton *m_up, *m_down, *m_reset;
    QSpinBox* m_width;
    bool m_reading = false;
};

} // namespace anchorscope::ui
