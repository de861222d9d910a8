#include "model/items/tree_model.h"
#include "model/items/basis_words.h"
#include "model/items/lanes.h"
#include "model/items/node_checks.h"
#include "model/items/node_columns.h"
#include "model/items/node_words.h"
#include "model/items/texts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using transition::NodeKind;

namespace {

// QTreeView hashes internal ids; small consecutive ones make expandAll cubic. Multiplying by an odd constant
// spreads them, and its inverse modulo 2^N brings them back.
constexpr quintptr spread =
    static_cast<quintptr>(0x9E3779B97F4A7C15ULL); // 2^64 divided by the golden ratio, odd

constexpr quintptr inverseOf(quintptr odd) {
    quintptr inverse = odd;       // right in the lowest three bits
    for (int i = 0; i < 5; ++i) { // each step doubles the right bits
        inverse *= 2 - odd * inverse;
    }
    return inverse;
}
constexpr quintptr unspread = inverseOf(spread);
static_assert(spread * unspread == 1);

constexpr quint32 hidden_row = ~quint32{0};

bool isFact(int column) { return column >= TreeModel::UsualColumns && column < TreeModel::ColumnCount; }

NodeFact factOf(int column) { return static_cast<NodeFact>(column - TreeModel::UsualColumns); }
static_assert(TreeModel::ColumnCount - TreeModel::UsualColumns == node_fact_count);

quintptr idOf(quint32 node) { return static_cast<quintptr>(node) * spread; }

} // namespace

class TreeModel::Private {
public:
    Private() = default;
    Private(std::shared_ptr<const table::ExecutionTable> a, std::shared_ptr<const transition::Tree> b,
            std::shared_ptr<const verify::TablePart> c, bool accepted)
        : table(std::move(a)), tree(std::move(b)), examined(std::move(c)), words(*table, *tree),
          checks(*table, *tree, examined.get(), accepted), lanes(*tree) {
        linkChildren(nullptr);
    }

    [[nodiscard]] bool empty() const { return !tree || tree->nodes.empty(); }
    [[nodiscard]] std::span<const quint32> childrenOf(quint32 node) const {
        return std::span(children).subspan(firstChild[node], firstChild[node + 1] - firstChild[node]);
    }
    [[nodiscard]] const table::StateDelta* delta(quint32 node) const;
    [[nodiscard]] QVariant display(quint32 node, int column) const;
    [[nodiscard]] QVariant copy(quint32 node, int column) const;
    [[nodiscard]] NodeCell fact(quint32 node, int column) const; ///< of a further column
    [[nodiscard]] QString toolTip(quint32 node, int column) const;
    [[nodiscard]] QString accessible(quint32 node, int column) const;
    [[nodiscard]] QString summary() const;

    std::shared_ptr<const table::ExecutionTable> table;
    std::shared_ptr<const transition::Tree> tree;
    std::shared_ptr<const verify::TablePart> examined;
    NodeWords words;
    NodeChecks checks;
    Lanes lanes;
    std::vector<quint32> rows;       // of each node among its siblings; hidden_row: it is not shown
    std::vector<quint32> firstChild; // into children; one more than there are nodes
    std::vector<quint32> children;
    void linkChildren(const NodeMatches* shown); // null: all rows
};

/// Counting sort by parent: children of a node lie together, in node order.
void TreeModel::Private::linkChildren(const NodeMatches* shown) {
    const auto count = static_cast<quint32>(tree->nodes.size());
    firstChild.assign(std::size_t{count} + 1, 0);
    rows.assign(count, hidden_row);
    for (quint32 i = 0; i < count; ++i) {
        if (shown && !shown->leads(i)) {
            continue;
        }
        Q_ASSERT(i == 0 || tree->nodes[i].parent < i);
        rows[i] = i == 0 ? 0 : firstChild[tree->nodes[i].parent + 1]++;
    }
    for (quint32 i = 0; i < count; ++i) {
        firstChild[i + 1] += firstChild[i];
    }
    children.resize(firstChild[count]);
    for (quint32 i = 1; i < count; ++i) {
        if (rows[i] != hidden_row) {
            children[firstChild[tree->nodes[i].parent] + rows[i]] = i;
        }
    }
}

const table::StateDelta* TreeModel::Private::delta(quint32 node) const {
    const table::Entry* entry = tree->nodes[node].kind == NodeKind::entry ? words.entry(node) : nullptr;
    const quint32 shown = checks.staleDelta(node).value_or(0); // what is wrong goes before what is first
    return entry && shown < entry->deltas.size() ? &entry->deltas[shown] : nullptr;
}

QVariant TreeModel::Private::display(quint32 node, int column) const {
    const table::StateDelta* change = delta(node);
    switch (column) {
    case Transition:
        return words.transition(node);
    case StateBefore:
        return change && change->current_state ? shortHexText(change->current_state->view()) : QString();
    case StateAfter:
        return change ? shortHexText(change->new_state.view()) : QString();
    case Check:
        return checks.check(node).text;
    default:
        return isFact(column) ? QVariant(fact(node, column).text) : QVariant();
    }
}

NodeCell TreeModel::Private::fact(quint32 node, int column) const {
    return nodeCell(words, *table, *tree, node, factOf(column));
}

QVariant TreeModel::Private::copy(quint32 node, int column) const {
    const table::StateDelta* change = delta(node);
    switch (column) {
    case Transition:
        return words.full(node);
    case StateBefore:
        return change && change->current_state ? hexText(change->current_state->view()) : QString();
    case StateAfter:
        return change ? hexText(change->new_state.view()) : QString();
    default:
        return isFact(column) ? QVariant(fact(node, column).copy) : display(node, column);
    }
}

QString TreeModel::Private::toolTip(quint32 node, int column) const {
    if (column == Check) {
        return checks.check(node).detail;
    }
    if (column == StateBefore || column == StateAfter) {
        const table::Entry* entry = delta(node) ? words.entry(node) : nullptr;
        return entry ? countText(entry->deltas.size(), Words::tr("state delta"), Words::tr("state deltas"))
                     : QString();
    }
    return words.direction(node);
}

QString TreeModel::Private::accessible(quint32 node, int column) const {
    if (column == StateBefore || column == StateAfter || isFact(column)) {
        return display(node, column).toString();
    }
    QString check = checks.check(node).text;
    if (column == Check) {
        return check;
    }
    QString where = words.direction(node);
    if (column == Lane) {
        return where;
    }
    const QString what = words.transition(node);
    const QString row = words.kind(node) + (what.isEmpty() ? QString() : u": "_s + what) + u", "_s + where;
    return check.isEmpty() ? row : row + u", "_s + check;
}

QString TreeModel::Private::summary() const {
    const auto count = [&](NodeKind kind) {
        return static_cast<quint64>(std::ranges::count(tree->nodes, kind, &transition::Node::kind));
    };
    if (!table->messages.empty()) {
        return countText(table->messages.size(), Words::tr("message"), Words::tr("messages")) + u" · "_s +
               basisText(*tree);
    }
    const bool actions = !tree->entry_nodes.empty(); // V1 has no frames
    const QString inner =
        actions ? countText(count(NodeKind::call), Words::tr("call"), Words::tr("calls"))
                : countText(count(NodeKind::nested), Words::tr("nested frame"), Words::tr("nested frames"));
    return QStringList{countText(table->entries.size(), Words::tr("entry"), Words::tr("entries")), inner,
                       basisText(*tree)}
        .join(u" · "_s);
}

TreeModel::TreeModel(QObject* parent) : QAbstractItemModel(parent), d(std::make_shared<Private>()) {}

void TreeModel::setNames(std::shared_ptr<const Names> names) {
    m_names = std::move(names);
    Q_EMIT layoutAboutToBeChanged();
    d->words.setNames(m_names);
    Q_EMIT layoutChanged();
}

void TreeModel::setTree(std::shared_ptr<const table::ExecutionTable> table,
                        std::shared_ptr<const transition::Tree> tree,
                        std::shared_ptr<const verify::TablePart> examined, const verify::Report* report) {
    const bool usable = table && tree && !tree->nodes.empty();
    auto next = usable ? std::make_shared<Private>(std::move(table), std::move(tree), std::move(examined),
                                                   isAccepted(report))
                       : std::make_shared<Private>();
    next->words.setNames(m_names);
    beginResetModel();
    d = std::move(next);
    setMatchesOfTree(std::exchange(m_matches, nullptr), m_hide);
    endResetModel();
}

void TreeModel::setBookmarks(std::set<quint32> nodes) {
    std::set<quint32> touched = std::exchange(m_bookmarks, std::move(nodes));
    touched.insert(m_bookmarks.begin(), m_bookmarks.end());
    for (const quint32 each : touched) {
        if (const QModelIndex index = indexOf(each, 0); index.isValid()) {
            Q_EMIT dataChanged(index, index, {BookmarkRole});
        }
    }
}

void TreeModel::setMatches(std::shared_ptr<const NodeMatches> matches, bool hide) {
    const bool reset = hidesRows() || (matches && hide);
    if (!reset) {
        setMatchesOfTree(std::move(matches), hide);
        return;
    }
    beginResetModel();
    setMatchesOfTree(std::move(matches), hide);
    endResetModel();
}

void TreeModel::setMatchesOfTree(std::shared_ptr<const NodeMatches> matches, bool hide) {
    const bool linked = hidesRows();
    const bool fit = matches && !d->empty() && matches->size() == d->tree->nodes.size();
    m_matches = fit ? std::move(matches) : nullptr;
    m_hide = hide;
    if (!d->empty() && (linked || hidesRows())) {
        d->linkChildren(hidesRows() ? m_matches.get() : nullptr);
    }
}

bool TreeModel::hidesRows() const { return m_hide && m_matches; }

TreeModel::Standing TreeModel::standing(const QModelIndex& index) const {
    if (!m_matches || m_hide || !index.isValid()) {
        return Standing::Plain;
    }
    return m_matches->matches(node(index)) ? Standing::Match : Standing::Other;
}

QModelIndex TreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (d->empty() || row < 0 || column < 0 || column >= ColumnCount || parent.column() > 0) {
        return {};
    }
    if (!parent.isValid()) {
        return row == 0 ? indexOf(0, column) : QModelIndex();
    }
    const std::span<const quint32> children = d->childrenOf(node(parent));
    const auto at = static_cast<std::size_t>(row);
    return at < children.size() ? createIndex(row, column, idOf(children[at])) : QModelIndex();
}

QModelIndex TreeModel::parent(const QModelIndex& child) const {
    if (!child.isValid()) {
        return {};
    }
    const quint32 above = d->tree->nodes[node(child)].parent;
    return above == transition::no_node ? QModelIndex() : indexOf(above, 0);
}

int TreeModel::rowCount(const QModelIndex& parent) const {
    if (d->empty() || parent.column() > 0) {
        return 0;
    }
    return parent.isValid() ? static_cast<int>(d->childrenOf(node(parent)).size()) : indexOf(0).isValid();
}

int TreeModel::columnCount(const QModelIndex&) const { return ColumnCount; }

bool TreeModel::hasChildren(const QModelIndex& parent) const { return rowCount(parent) > 0; }

Qt::ItemFlags TreeModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return d->childrenOf(node(index)).empty() ? flags | Qt::ItemNeverHasChildren : flags;
}

QVariant TreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const quint32 at = node(index);
    const int column = index.column();
    const bool check = column == Check;
    switch (role) {
    case Qt::DisplayRole:
        return d->display(at, column);
    case Qt::ToolTipRole:
        return isFact(column) ? QString() : d->toolTip(at, column);
    case Qt::AccessibleTextRole:
        return standing(index) == Standing::Match && column == Transition
                   ? Words::tr("%1, matches the filter").arg(d->accessible(at, column))
                   : d->accessible(at, column);
    case KindTextRole:
        return d->words.kind(at);
    case MeaningRole:
        return QVariant::fromValue(check ? d->checks.check(at).meaning : Meaning::None);
    case EmphasisRole:
        return (check && d->checks.check(at).emphasis) ||
               (column == StateBefore && d->checks.staleDelta(at).has_value());
    case MonospaceRole:
        return column == StateBefore || column == StateAfter ||
               (isFact(column) && d->fact(at, column).monospace);
    case BookmarkRole:
        return m_bookmarks.contains(at);
    case LaneRole:
        return d->lanes.laneOf(*d->tree, at);
    case NodeRole:
        return QVariant::fromValue(at);
    case PathRole:
        return textOf(d->tree->field_path(*d->table, at));
    case RangeRole:
        return QVariant::fromValue(d->tree->range(*d->table, at));
    case CopyRole:
        return d->copy(at, column);
    default:
        return {};
    }
}

QVariant TreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const QStringList headers{Words::tr("Lane"), Words::tr("Transition"), Words::tr("State before"),
                              Words::tr("State after"), Words::tr("Check")};
    const bool named = orientation == Qt::Horizontal && role == Qt::DisplayRole;
    if (named && isFact(section)) {
        return factTitle(factOf(section));
    }
    return named && section >= 0 && section < headers.size() ? QVariant(headers.at(section)) : QVariant();
}

quint32 TreeModel::node(const QModelIndex& index) const {
    return index.isValid() ? static_cast<quint32>(index.internalId() * unspread) : transition::no_node;
}

QModelIndex TreeModel::indexOf(quint32 node, int column) const {
    if (d->empty() || node >= d->rows.size() || d->rows[node] == hidden_row) {
        return {};
    }
    return createIndex(static_cast<int>(d->rows[node]), column, idOf(node));
}

const transition::Tree* TreeModel::tree() const { return d->tree.get(); }

const NodeWords& TreeModel::words() const { return d->words; }

QStringList TreeModel::laneNames() const { return d->lanes.names(); }

int TreeModel::laneOf(quint32 node) const {
    return d->empty() || node >= d->rows.size() ? 0 : d->lanes.laneOf(*d->tree, node);
}

QString TreeModel::crossingsText() const { return d->lanes.crossingsText(); }

QString TreeModel::summary() const { return d->empty() ? QString() : d->summary(); }

} // namespace anchorscope::model
