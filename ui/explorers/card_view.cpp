#include "ui/explorers/card_view.h"
#include "ui/explorers/trie_path_view.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include "ui/views/cell_table_view.h"
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

/// Rows that were made elsewhere.
class CardModel : public model::CellTableModel {
public:
    CardModel(const model::EvidenceCard& card, QObject* parent) : CellTableModel(card.headers, parent) {
        setRows(card.rows);
    }
};

} // namespace

CardView::CardView(const model::EvidenceCard& card, int number, Selection* selection, QWidget* parent)
    : Panel(u"%1   %2"_s.arg(number).arg(card.title), parent) {
    setCaption(card.caption);
    m_spare = card.spareColumn;
    m_widths = card.widths;
    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_list = card.isPath && !card.path.isEmpty() ? makePath(card) : makeTable(card, selection);
    m_list->setAccessibleName(card.title);
    rows->addWidget(m_list, 1);
    if (!card.summary.isEmpty()) {
        auto* summary = new QLabel(card.summary);
        summary->setFont(paint::hexSafe(paint::font(paint::Type::Caption)));
        summary->setForegroundRole(QPalette::PlaceholderText);
        summary->setTextFormat(Qt::PlainText);
        summary->setWordWrap(true);
        summary->setMinimumWidth(1);
        summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
        summary->setFocusPolicy(Qt::NoFocus);
        summary->setContentsMargins(paint::px(14), paint::px(6), paint::px(14), paint::px(4));
        rows->addWidget(summary);
    }
    setContent(content);
}

QAbstractItemView* CardView::makeTable(const model::EvidenceCard& card, Selection* selection) {
    auto* table = new CellTableView(new CardModel(card, this), &m_local);
    table->setColumnWidths(card.widths);
    table->setMatchesNodes(false);
    table->setEmptyText(card.empty);
    if (card.offsetColumn >= 0) {
        table->setOffsetColumn(card.offsetColumn);
    }
    if (card.current >= 0) {
        table->selectRow(card.current);
    }
    connect(&m_local, &Selection::changed, this, [selection](const Choice& choice) {
        if (choice.range) {
            selection->chooseField(choice.path, choice.range);
        }
    });
    connect(table, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const QString id = index.siblingAtColumn(0).data(model::DigestRole).toString();
        if (!id.isEmpty()) {
            Q_EMIT digestChosen(id);
        }
    });
    return table;
}

void CardView::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    constexpr int roomy = 430;
    if (auto* table = qobject_cast<CellTableView*>(m_list); table != nullptr && m_spare >= 0) {
        const bool low = width() < paint::px(roomy);
        QList<int> widths = m_widths;
        widths[m_spare] = low ? 1 : widths.at(m_spare);
        table->setColumnHidden(m_spare, low);
        table->setColumnWidths(widths);
    }
}

QAbstractItemView* CardView::makePath(const model::EvidenceCard& card) {
    auto* path = new TriePathView;
    path->setPath(card.path);
    return path;
}

QString CardView::copyText() const {
    const QString full = m_list->currentIndex().data(model::CopyRole).toString();
    return full.isEmpty() ? m_list->currentIndex().data(Qt::DisplayRole).toString() : full;
}

} // namespace anchorscope::ui
