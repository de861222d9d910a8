#include "ui/explorers/comparison_view.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include "ui/paint/theme.h"
#include "ui/views/flat_header.h"
#include "ui/views/row_focus.h"
#include "ui/views/status_delegate.h"
#include <QFontMetricsF>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

enum Column { Check, Expected, Actual, Result, ColumnCount };
enum Role { OtherRole = Qt::UserRole + 300, OriginRole };
constexpr int row_height = 32;

} // namespace

QList<DifferingRun> differingRuns(const QString& value, const QString& other, int characters) {
    const bool comparable = value.size() == other.size();
    const auto differs = [&](qsizetype at) { return !comparable || value.at(at) != other.at(at); };
    const int room = std::max(characters, 3);
    const bool cut = value.size() > room;
    const qsizetype head = cut ? (room - 1 + 1) / 2 : value.size(), tail = cut ? room - 1 - head : 0;
    QList<DifferingRun> runs;
    const auto add = [&runs](const QString& text, bool different) {
        if (!runs.isEmpty() && runs.last().differs == different) {
            runs.last().text += text;
        } else {
            runs.append({text, different});
        }
    };
    for (qsizetype at = 0; at < head; ++at) {
        add(value.mid(at, 1), differs(at));
    }
    if (cut) {
        bool any = false;
        for (qsizetype at = head; at < value.size() - tail; ++at) {
            any = any || differs(at);
        }
        add(u"…"_s, any);
    }
    for (qsizetype at = value.size() - tail; at < value.size() && cut; ++at) {
        add(value.mid(at, 1), differs(at));
    }
    return runs;
}

namespace {

class ComparisonDelegate : public StatusDelegate {
public:
    using StatusDelegate::StatusDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override {
        return {StatusDelegate::sizeHint(option, index).width(), paint::px(row_height)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        if (index.column() != Expected && index.column() != Actual) {
            StatusDelegate::paint(painter, option, index);
            return;
        }
        paintBackground(painter, option, index, false);
        painter->save();
        const paint::Theme& theme = paint::theme();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        QRect rect = option.rect.adjusted(RowMetrics::cell_padding, 0, -RowMetrics::gap, 0);
        const QString origin = index.data(OriginRole).toString();
        const QFont small = paint::font(paint::Type::Caption);
        const QFontMetrics captions(small);
        const int gap = paint::px(12);
        const int wanted = captions.horizontalAdvance(origin) + 1;
        const int origin_width = std::min(wanted, std::max(0, rect.width() * 2 / 5));
        const QString value = index.data(Qt::DisplayRole).toString();
        const bool mono = value.startsWith(u"0x") || (!value.isEmpty() && value.front().isDigit());
        const QFont font = paint::font(mono ? paint::Type::Mono : paint::Type::Body);
        painter->setFont(font);
        const QFontMetricsF metrics(font);
        const int room = rect.width() - origin_width - gap;
        const int characters =
            mono ? static_cast<int>(room / std::max(1.0, metrics.horizontalAdvance(u'0'))) : 4096;
        const QColor wrong = theme.color(selected ? paint::Ink::MismatchOnSelection : paint::Ink::Mismatch);
        double x = rect.left();
        for (const DifferingRun& run : differingRuns(value, index.data(OtherRole).toString(), characters)) {
            painter->setPen(run.differs ? wrong : theme.color(paint::Ink::Text));
            const double width = metrics.horizontalAdvance(run.text);
            const QRectF at(x, rect.top(), std::max(0.0, std::min(width + 1, rect.left() + room - x + 1)),
                            rect.height());
            painter->drawText(at, Qt::AlignVCenter | Qt::AlignLeft,
                              mono ? run.text : metrics.elidedText(run.text, Qt::ElideRight, at.width()));
            x += width;
        }
        painter->setFont(small);
        painter->setPen(theme.color(paint::Ink::SecondaryText));
        const int end = std::min(static_cast<int>(x) + 1, rect.left() + room) + gap;
        const QRect behind(end, rect.top(), rect.right() - end, rect.height());
        painter->drawText(behind, Qt::AlignVCenter | Qt::AlignLeft,
                          captions.elidedText(origin, Qt::ElideRight, behind.width()));
        painter->restore();
    }
};

} // namespace

class ComparisonView::Model : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    void set(const QList<model::EvidenceComparison>& comparisons) {
        beginResetModel();
        m_rows = comparisons;
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : int{ColumnCount};
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
            return {};
        }
        return QStringList{ComparisonView::tr("Check"), ComparisonView::tr("Expected"),
                           ComparisonView::tr("Actual"), ComparisonView::tr("Result")}
            .value(section);
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid()) {
            return {};
        }
        const model::EvidenceComparison& row = m_rows.at(index.row());
        const bool expected = index.column() == Expected, actual = index.column() == Actual;
        switch (role) {
        case Qt::DisplayRole:
            return QStringList{row.name, row.expected, row.actual, row.result}.value(index.column());
        case Qt::ToolTipRole:
            return u"%1\n%2"_s.arg(row.expected, row.actual);
        case Qt::AccessibleTextRole:
            return expected ? row.expected + u' ' + row.expectedFrom
                   : actual ? row.actual + u' ' + row.actualFrom
                            : data(index, Qt::DisplayRole);
        case OtherRole:
            return expected ? row.actual : row.expected;
        case OriginRole:
            return expected ? row.expectedFrom : row.actualFrom;
        case model::CopyRole:
            return actual ? row.actual : row.expected;
        case model::DigestRole:
            return row.digest.isEmpty() ? QVariant() : QVariant(row.digest);
        case model::MeaningRole:
            return QVariant::fromValue(index.column() == Result ? row.meaning : model::Meaning::None);
        case model::EmphasisRole:
            return index.column() == Result && row.meaning == model::Meaning::Failed;
        default:
            return {};
        }
    }

private:
    QList<model::EvidenceComparison> m_rows;
};

ComparisonView::ComparisonView(QWidget* parent) : QTableView(parent), m_model(new Model(this)) {
    setHorizontalHeader(new FlatHeader(this));
    setModel(m_model);
    setItemDelegate(new ComparisonDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(paint::px(row_height));
    verticalHeader()->setDefaultSectionSize(paint::px(row_height));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setVisible(true);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const auto& [column, width] : {std::pair{int{Check}, 236}, {int{Result}, 128}}) {
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
        horizontalHeader()->resizeSection(column, paint::px(width));
    }
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setCornerButtonEnabled(false);
    setAccessibleName(tr("Expected and actual"));
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const QString id = index.data(model::DigestRole).toString();
        if (!id.isEmpty()) {
            Q_EMIT digestChosen(id);
        }
    });
}

ComparisonView::~ComparisonView() = default;

void ComparisonView::setComparisons(const QList<model::EvidenceComparison>& comparisons) {
    m_model->set(comparisons);
}

QString ComparisonView::copyText() const { return currentIndex().data(model::CopyRole).toString(); }

int ComparisonView::wantedHeight() const {
    return paint::px(28) + m_model->rowCount() * paint::px(row_height);
}

void ComparisonView::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    paintRowFocus(this);
    if (m_model->rowCount() == 0) {
        QPainter painter(viewport());
        painter.setFont(paint::font(paint::Type::Body));
        painter.setPen(paint::theme().color(paint::Ink::SecondaryText));
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("There is nothing to compare yet."));
    }
}

} // namespace anchorscope::ui
