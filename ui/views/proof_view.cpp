#include "ui/views/proof_view.h"
#include "ui/paint/icons.h"
#include "ui/views/proof_delegate.h"
#include "ui/views/row_focus.h"
#include <QAbstractListModel>
#include <QEvent>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

class ProofView::Model : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void setRungs(QList<RungStatement> rungs) {
        const bool same = rungs.size() == m_rungs.size();
        if (!same) {
            beginResetModel();
        }
        m_rungs = std::move(rungs);
        if (!same) {
            endResetModel();
        } else if (!m_rungs.isEmpty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
    }
    [[nodiscard]] const RungStatement& rung(int row) const { return m_rungs.at(row); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rungs.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid()) {
            return {};
        }
        const RungStatement& rung = m_rungs.at(index.row());
        switch (role) {
        case Qt::DisplayRole:
            return rung.statement;
        case Qt::AccessibleTextRole:
            return u"%1. %2. %3"_s.arg(rung.statement, paint::words(rung.meaning), rung.basis);
        case Qt::ToolTipRole:
            return rung.detail;
        case StatementRole:
            return QVariant::fromValue(rung);
        case model::RungRole:
            return static_cast<int>(rung.rung);
        case model::MeaningRole:
            return QVariant::fromValue(rung.meaning);
        default:
            return {};
        }
    }

private:
    QList<RungStatement> m_rungs;
};

ProofView::ProofView(Selection* selection, QWidget* parent)
    : QListView(parent), m_model(new Model(this)), m_selection(selection) {
    setModel(m_model);
    setItemDelegate(new ProofDelegate(this));
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setAccessibleName(tr("What was proven and by whom"));
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { scheduleDelayedItemsLayout(); });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProofView::publishCurrent);
    connect(selection, &Selection::changed, this, &ProofView::followSelection);
}

ProofView::~ProofView() = default;

void ProofView::setReport(std::shared_ptr<const verify::Report> report,
                          std::shared_ptr<const verify::Evidence> evidence) {
    QList<RungStatement> rungs;
    for (std::size_t id = 0; report && id < verify::rung_count; ++id) {
        rungs.append(rungStatement(*report, evidence.get(), static_cast<verify::RungId>(id)));
    }
    m_model->setRungs(std::move(rungs));
    scheduleDelayedItemsLayout();
    followSelection(m_selection->choice());
}

QString ProofView::copyText() const {
    const auto rung = currentIndex().data(StatementRole).value<RungStatement>();
    return currentIndex().isValid() ? u"%1: %2"_s.arg(rung.statement, rung.detail) : QString();
}

void ProofView::followSelection(const Choice& choice) {
    const QScopedValueRollback quiet(m_following, true);
    for (int row = 0; choice.rung && row < m_model->rowCount(); ++row) {
        if (m_model->rung(row).rung == *choice.rung && currentIndex().row() != row) {
            showRow(this, m_model->index(row));
            executeDelayedItemsLayout(); // the chosen row has another height
            showRow(this, m_model->index(row));
        }
    }
}

void ProofView::publishCurrent() {
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (!m_following && !rows.isEmpty()) {
        m_selection->chooseRung(m_model->rung(rows.first().row()).rung);
    }
}

void ProofView::paintEvent(QPaintEvent* event) {
    QListView::paintEvent(event);
    paintRowFocus(this);
}

void ProofView::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        viewport()->update();
    }
}

void ProofView::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace anchorscope::ui
