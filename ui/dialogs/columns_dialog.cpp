#include "ui/dialogs/columns_dialog.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>

namespace anchorscope::ui {

using model::TreeModel;

namespace {

constexpr QSize first_size(420, 460);
constexpr int least_width = 40, most_width = 2000, width_step = 8;
constexpr int column_role = Qt::UserRole, width_role = Qt::UserRole + 1;

bool isFixed(int column) { return column == TreeModel::Lane || column == TreeModel::Transition; }

} // namespace

ColumnsDialog::ColumnsDialog(TreeColumns* columns, const QAbstractItemModel* model, QWidget* parent)
    : QDialog(parent), m_columns(columns), m_model(model), m_list(new QListWidget),
      m_up(new QPushButton(tr("Move &up"))), m_down(new QPushButton(tr("Move &down"))),
      m_reset(new QPushButton(tr("&Automatic"))), m_width(new QSpinBox) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Columns of the tree"));
    m_list->setAccessibleName(tr("Columns, in their order"));
    m_width->setRange(least_width, most_width);
    m_width->setSingleStep(width_step);
    m_width->setSuffix(tr(" px"));
    m_width->setAccessibleName(tr("Width of the column"));
    auto* width_label = new QLabel(tr("&Width"));
    width_label->setBuddy(m_width);
    auto* close = new QPushButton(tr("Close"));
    close->setDefault(true);

    auto* side = new QVBoxLayout;
    side->setSpacing(parts::gap);
    side->addWidget(m_up);
    side->addWidget(m_down);
    side->addSpacing(parts::gap);
    side->addWidget(width_label);
    side->addWidget(m_width);
    side->addStretch(1);
    side->addWidget(m_reset);
    side->addWidget(close);
    auto* page = new QHBoxLayout(this);
    page->setContentsMargins(parts::margin, parts::margin, parts::margin, parts::margin);
    page->setSpacing(parts::margin);
    page->addWidget(m_list, 1);
    page->addLayout(side);
    resize(first_size);

    connect(m_list, &QListWidget::itemChanged, this, &ColumnsDialog::write);
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnsDialog::refresh);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_width, &QSpinBox::valueChanged, this, [this](int width) {
        if (!m_reading && m_list->currentItem() != nullptr) {
            m_list->currentItem()->setData(width_role, width); // written by itemChanged
        }
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_columns->reset();
        read();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    read();
    m_list->setCurrentRow(0);
}

void ColumnsDialog::read() {
    const QScopedValueRollback reading(m_reading, true);
    const int row = std::max(0, m_list->currentRow());
    m_list->clear();
    QList<TreeColumn> columns = m_columns->shown();
    const qsizetype shown = columns.size();
    for (int column = 0; column < TreeModel::ColumnCount; ++column) {
        if (std::ranges::find(columns, column, &TreeColumn::column) == columns.end()) {
            columns += {column, 0};
        }
    }
    for (qsizetype at = 0; at < columns.size(); ++at) {
        const int column = columns[at].column;
        auto* item = new QListWidgetItem(
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), m_list);
        item->setData(column_role, column);
        item->setData(width_role, columns[at].width);
        item->setCheckState(at < shown ? Qt::Checked : Qt::Unchecked);
        if (isFixed(column)) {
            item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable);
        }
    }
    m_list->setCurrentRow(row);
    refresh();
}

void ColumnsDialog::write() {
    if (m_reading) {
        return;
    }
    QList<TreeColumn> columns;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem* item = m_list->item(row);
        if (item->checkState() == Qt::Checked) {
            columns += {item->data(column_role).toInt(), item->data(width_role).toInt()};
        }
    }
    m_columns->setShown(columns);
    refresh();
}

void ColumnsDialog::move(int step) {
    const int from = m_list->currentRow();
    {
        const QScopedValueRollback reading(m_reading, true);
        QListWidgetItem* item = m_list->takeItem(from);
        m_list->insertItem(from + step, item);
        m_list->setCurrentRow(from + step);
    }
    write();
}

void ColumnsDialog::refresh() {
    const QScopedValueRollback reading(m_reading, true);
    const QListWidgetItem* item = m_list->currentItem();
    const int row = m_list->currentRow();
    const bool lanes = item == nullptr || item->data(column_role).toInt() == TreeModel::Lane;
    m_up->setEnabled(!lanes && row > 1);
    m_down->setEnabled(!lanes && row + 1 < m_list->count());
    const bool sized =
        item != nullptr && !isFixed(item->data(column_role).toInt()) && item->checkState() == Qt::Checked;
    m_width->setEnabled(sized);
    if (sized) {
        const int column = item->data(column_role).toInt();
        const QList<TreeColumn> shown = m_columns->shown();
        const auto found = std::ranges::find(shown, column, &TreeColumn::column);
        m_width->setValue(found == shown.end() ? least_width : found->width);
    }
    m_reset->setEnabled(!m_columns->isAutomatic());
}

} // namespace anchorscope::ui
