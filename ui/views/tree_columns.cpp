#include "ui/views/tree_columns.h"
#include "ui/paint/scale.h"
#include <QGuiApplication>
#include <QHeaderView>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::TreeModel;

namespace {

constexpr int least_width = 40, most_width = 2000;

struct Named {
    QLatin1String name;
    int width; ///< usual, in designed pixels
};
constexpr std::array<Named, TreeModel::ColumnCount> named{{{QLatin1String("lane"), 0},
                                                           {QLatin1String("transition"), 0},
                                                           {QLatin1String("state_before"), 136},
                                                           {QLatin1String("state_after"), 136},
                                                           {QLatin1String("check"), 200},
                                                           {QLatin1String("step"), 64},
                                                           {QLatin1String("number"), 72},
                                                           {QLatin1String("from"), 86},
                                                           {QLatin1String("to"), 86},
                                                           {QLatin1String("selector"), 104},
                                                           {QLatin1String("value"), 96},
                                                           {QLatin1String("outcome"), 96},
                                                           {QLatin1String("offset"), 84},
                                                           {QLatin1String("bytes"), 72},
                                                           {QLatin1String("call_hash"), 136}}};

bool isFixed(int column) { return column == TreeModel::Lane || column == TreeModel::Transition; }

int usualWidth(int column) { return named.at(static_cast<std::size_t>(column)).width; }

} // namespace

QList<TreeColumn> readColumns(const QString& text) {
    QList<TreeColumn> out;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const QString name = part.section(u':', 0, 0);
        const auto found =
            std::ranges::find_if(named, [&name](const Named& each) { return each.name == name; });
        const int column = static_cast<int>(found - named.begin());
        if (found != named.end() && std::ranges::find(out, column, &TreeColumn::column) == out.end()) {
            const int width = part.section(u':', 1).toInt();
            out += {column, isFixed(column) || width <= 0 ? 0 : std::clamp(width, least_width, most_width)};
        }
    }
    if (out.isEmpty()) {
        return out;
    }
    out.removeIf([](const TreeColumn& each) { return each.column == TreeModel::Lane; });
    out.prepend({TreeModel::Lane, 0});
    if (std::ranges::find(out, int{TreeModel::Transition}, &TreeColumn::column) == out.end()) {
        out.insert(1, {TreeModel::Transition, 0});
    }
    return out;
}

QString writeColumns(const QList<TreeColumn>& columns) {
    QStringList parts;
    for (const TreeColumn& each : columns) {
        const QString name = named.at(static_cast<std::size_t>(each.column)).name;
        parts += each.width > 0 ? u"%1:%2"_s.arg(name).arg(each.width) : name;
    }
    return parts.join(u',');
}

TreeColumns::TreeColumns(TreeView* tree, model::Settings* settings)
    : QObject(tree), m_tree(tree), m_settings(settings),
      m_columns(readColumns(settings->get(model::Setting::TreeColumns).toString())) {
    QHeaderView* const header = tree->header();
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &TreeColumns::offerMenu);
    connect(header, &QHeaderView::sectionMoved, this, &TreeColumns::noteChange);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (!isFixed(column) && QGuiApplication::mouseButtons() != Qt::NoButton) {
            noteChange(); // by the user's hand, not by the layout
        }
    });
    for (int column = 0; column < TreeModel::ColumnCount; ++column) {
        header->setSectionResizeMode(column, column == TreeModel::Transition ? QHeaderView::Stretch
                                             : column == TreeModel::Lane     ? QHeaderView::Fixed
                                                                             : QHeaderView::Interactive);
    }
    apply();
}

QList<TreeColumn> TreeColumns::shown() const {
    const QHeaderView* const header = m_tree->header();
    QList<TreeColumn> out;
    for (int at = 0; at < header->count(); ++at) {
        const int column = header->logicalIndex(at);
        if (!header->isSectionHidden(column)) {
            const double width = header->sectionSize(column) / paint::zoom();
            out += {column, isFixed(column) ? 0 : static_cast<int>(std::lround(width))};
        }
    }
    return out;
}

void TreeColumns::noteChange() {
    if (m_applying || m_tree->isLayingOut()) {
        return;
    }
    m_columns = readColumns(writeColumns(shown())); // puts the lanes in front again
    m_settings->set(model::Setting::TreeColumns, writeColumns(m_columns));
    m_tree->setOwnColumns(true);
}

void TreeColumns::setShown(const QList<TreeColumn>& columns) {
    m_columns = readColumns(writeColumns(columns));
    m_settings->set(model::Setting::TreeColumns, writeColumns(m_columns));
    apply();
}

void TreeColumns::setColumnShown(int column, bool wanted) {
    QList<TreeColumn> columns = shown();
    if (!wanted) {
        columns.removeIf([column](const TreeColumn& each) { return each.column == column; });
    } else if (std::ranges::find(columns, column, &TreeColumn::column) == columns.end()) {
        columns += {column, 0};
    }
    setShown(columns);
}

void TreeColumns::reset() {
    m_columns.clear();
    m_settings->set(model::Setting::TreeColumns, QString());
    apply();
}

void TreeColumns::apply() {
    const QScopedValueRollback applying(m_applying, true);
    QHeaderView* const header = m_tree->header();
    QList<TreeColumn> wanted = m_columns;
    for (int column = 0; column < TreeModel::ColumnCount; ++column) { // the rest behind, in their order
        if (std::ranges::find(wanted, column, &TreeColumn::column) == wanted.end()) {
            wanted += {column, 0};
        }
    }
    for (int at = 0; at < wanted.size(); ++at) {
        const int column = wanted[at].column;
        header->moveSection(header->visualIndex(column), at);
        header->setSectionHidden(column,
                                 isAutomatic() ? column >= TreeModel::UsualColumns : at >= m_columns.size());
        if (!isFixed(column)) {
            header->resizeSection(column,
                                  paint::px(wanted[at].width > 0 ? wanted[at].width : usualWidth(column)));
        }
    }
    m_tree->setOwnColumns(!isAutomatic());
}

void TreeColumns::fill(QMenu* menu) {
    menu->clear();
    for (int column = 0; column < TreeModel::ColumnCount; ++column) {
        QAction* const each =
            menu->addAction(m_tree->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        each->setCheckable(true);
        each->setChecked(!m_tree->header()->isSectionHidden(column));
        each->setEnabled(!isFixed(column));
        connect(each, &QAction::triggered, this, [this, column](bool on) { setColumnShown(column, on); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Arrange columns…")), &QAction::triggered, this,
            &TreeColumns::arrangeRequested);
    QAction* const usual = menu->addAction(tr("A&utomatic columns"));
    usual->setEnabled(!isAutomatic());
    connect(usual, &QAction::triggered, this, &TreeColumns::reset);
}

void TreeColumns::offerMenu(const QPoint& at) {
    auto* menu = new QMenu(m_tree);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(menu);
    menu->popup(m_tree->header()->mapToGlobal(at));
}

} // namespace anchorscope::ui
