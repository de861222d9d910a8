#include "ui/views/filter_actions.h"
#include "ui/paint/icons.h"
#include "ui/views/node_filter.h"
#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::FilterActions)
};

/// As a menu shows it: no mnemonics, and not wider than the window.
QString shown(const QString& text) {
    constexpr qsizetype longest = 48;
    QString out =
        text.size() > longest ? text.first(longest / 2) + QChar(u'…') + text.last(longest / 2) : text;
    return out.replace(u'&', u"&&"_s);
}

} // namespace

void addFilterActions(QMenu* menu, NodeFilter* filter, const model::ValueFilter& value) {
    const auto add = [&](const QString& text, const QString& next) {
        return menu->addAction(text, filter, [filter, next] { filter->setText(next); });
    };
    if (value.isEmpty()) {
        menu->addAction(paint::icon(paint::Glyph::Filter), Words::tr("Filter by this value"))
            ->setEnabled(false);
        return;
    }
    add(Words::tr("&Filter by this value: %1").arg(shown(value.text())), value.text())
        ->setIcon(paint::icon(paint::Glyph::Filter));
    if (!filter->text().trimmed().isEmpty()) {
        add(Words::tr("… and b&y this value"), model::filterBoth(filter->text(), value.text()));
        add(Words::tr("… and &not this value"), model::filterBoth(filter->text(), value.negated()));
    } else {
        add(Words::tr("Filter by all &but this value"), value.negated());
    }
}

FilterActions::FilterActions(QAbstractItemView* view, NodeFilter* filter, ValueOf value_of)
    : QObject(view), m_view(view), m_filter(filter), m_value_of(std::move(value_of)) {
    view->viewport()->installEventFilter(this);
    view->installEventFilter(this);
}

bool FilterActions::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ContextMenu) {
        return QObject::eventFilter(watched, event);
    }
    const auto& asked = *static_cast<QContextMenuEvent*>(event);
    const bool by_key = asked.reason() == QContextMenuEvent::Keyboard;
    const QModelIndex cell = by_key ? m_view->currentIndex()
                                    : m_view->indexAt(m_view->viewport()->mapFromGlobal(asked.globalPos()));
    auto* menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addFilterActions(menu, m_filter, m_value_of(cell));
    const QRect row = m_view->visualRect(cell);
    menu->popup(by_key ? m_view->viewport()->mapToGlobal(row.bottomLeft()) : asked.globalPos());
    return true;
}

} // namespace anchorscope::ui
