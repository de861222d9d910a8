#include "ui/views/filter_popup.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include "ui/paint/theme.h"
#include "ui/views/filter_field.h"
#include <QAbstractListModel>
#include <QCompleter>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using paint::px;

namespace {

constexpr int row_height = 26, inset = 12, gap = 20, accent_bar = 3, rows_shown = 9, least_width = 340;

enum Role { DetailRole = Qt::UserRole + 1 };

/// The word at the left, what it means at the right of it in secondary colour.
class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const paint::Theme& theme = paint::theme();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, theme.color(selected ? paint::Ink::Selection : paint::Ink::Panel));
        if (selected) {
            painter->fillRect(QRect(option.rect.topLeft(), QSize(px(accent_bar), option.rect.height())),
                              theme.color(paint::Ink::Accent));
        }
        QRect rect = option.rect.adjusted(px(inset), 0, -px(inset), 0);
        const QString text = index.data().toString(), detail = index.data(DetailRole).toString();
        painter->setFont(paint::hexSafe(paint::font(paint::Type::Body)));
        painter->setPen(theme.color(paint::Ink::Text));
        const QFontMetrics metrics = painter->fontMetrics();
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                          metrics.elidedText(text, Qt::ElideMiddle, rect.width()));
        rect.setLeft(rect.left() + std::max(metrics.horizontalAdvance(text) + px(gap), px(130)));
        if (rect.width() > px(gap)) {
            painter->setFont(paint::hexSafe(paint::font(paint::Type::Caption)));
            painter->setPen(theme.color(paint::Ink::SecondaryText));
            painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                              painter->fontMetrics().elidedText(detail, Qt::ElideRight, rect.width()));
        }
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {px(least_width), px(row_height)};
    }
};

} // namespace

class FilterPopup::Rows : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;
    void set(QList<model::FilterCompletion> items) {
        beginResetModel();
        m_items = std::move(items);
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_items.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        const model::FilterCompletion& item = m_items.at(index.row());
        switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return item.text;
        case DetailRole:
            return item.detail;
        case Qt::AccessibleTextRole:
            return item.detail.isEmpty() ? item.text : item.text + u", "_s + item.detail;
        default:
            return {};
        }
    }

private:
    QList<model::FilterCompletion> m_items;
};

FilterPopup::FilterPopup(FilterField* field)
    : QObject(field), m_field(field), m_completer(new QCompleter(this)), m_rows(new Rows(this)) {
    auto* list = new QListView;
    list->setObjectName(u"completions"_s);
    list->setAccessibleName(tr("What may come next in the filter"));
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setUniformItemSizes(true);
    m_completer->setModel(m_rows);
    m_completer->setWidget(field);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(rows_shown);
    m_completer->setPopup(list);
    list->setItemDelegate(new RowDelegate(list)); // after the completer has put its own
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { insert(index.row()); });
}

void FilterPopup::offer(const model::FilterVocabulary& vocabulary) {
    m_offered = model::completeFilter(m_field->text(), m_field->cursorPosition(), vocabulary);
    if (m_offered.items.isEmpty()) {
        hide();
        return;
    }
    m_rows->set(m_offered.items);
    const int left = std::clamp(m_field->left(m_offered.at) - px(inset), 0,
                                std::max(0, m_field->width() - px(least_width)));
    m_completer->complete(QRect(left, 0, px(least_width), m_field->height() + px(6)));
}

void FilterPopup::hide() { m_completer->popup()->hide(); }

bool FilterPopup::isShown() const { return m_completer->popup()->isVisible(); }

bool FilterPopup::hasCurrent() const { return isShown() && m_completer->popup()->currentIndex().isValid(); }

bool FilterPopup::take() {
    if (!isShown() || m_offered.items.isEmpty()) {
        return false;
    }
    const QModelIndex current = m_completer->popup()->currentIndex();
    hide();
    insert(current.isValid() ? current.row() : 0);
    return true;
}

/// With a space in front where the word before would grow together with it.
void FilterPopup::insert(int row) {
    if (row < 0 || row >= m_offered.items.size()) {
        return;
    }
    const model::FilterCompletion item = m_offered.items.at(row);
    const QString text = m_field->text();
    const qsizetype end = m_offered.at + m_offered.length;
    const QChar before = m_offered.at > 0 ? text.at(m_offered.at - 1) : QChar(u' ');
    const bool apart = before.isSpace() || QStringLiteral("({!,").contains(before);
    const QString put = (apart ? QString() : u" "_s) + item.text + (item.goesOn ? u" "_s : QString());
    m_field->setSelection(static_cast<int>(m_offered.at), static_cast<int>(end - m_offered.at));
    m_field->insert(put); // can be undone
}

} // namespace anchorscope::ui
