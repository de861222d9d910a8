#include "model/items/finding_list_model.h"
#include "model/items/texts.h"
#include "model/words.h"
#include <QHash>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

Severity severityOf(const CellTableModel::Row& row) {
    switch (row.cells.first().meaning) {
    case Meaning::Failed:
        return Severity::error;
    case Meaning::Warning:
        return Severity::warning;
    default:
        return Severity::info;
    }
}

QString severityTitle(Severity severity) {
    return severity == Severity::error     ? Words::tr("Errors")
           : severity == Severity::warning ? Words::tr("Warnings")
                                           : Words::tr("Notes");
}

/// "entries[2]" of "entries[2].callCount": what is wrong in one entry stands together.
QString topOf(const QString& place) {
    const qsizetype dot = place.indexOf(u']');
    return dot < 0 ? place : place.first(dot + 1);
}

} // namespace

FindingListModel::FindingListModel(const FindingModel* source, QObject* parent)
    : CellTableModel({Words::tr("Severity"), Words::tr("Rule"), Words::tr("Place"), Words::tr("Finding")},
                     parent),
      m_source(source) {
    connect(source, &QAbstractItemModel::modelReset, this, &FindingListModel::rebuild);
    rebuild();
}

QVariant FindingListModel::data(const QModelIndex& index, int role) const {
    if (role == HeadingRole) {
        return index.isValid() && isHeading(index.row());
    }
    if (role == FoldedRole) {
        return index.isValid() && isHeading(index.row()) && m_folded.contains(m_listed[index.row()].heading);
    }
    return CellTableModel::data(index, role);
}

void FindingListModel::setGroup(Group group) {
    if (std::exchange(m_group, group) != group) {
        m_folded.clear();
        rebuild();
    }
}

void FindingListModel::setShown(Severity severity, bool shown) {
    if (std::exchange(m_shown.at(static_cast<std::size_t>(severity)), shown) != shown) {
        rebuild();
    }
}

bool FindingListModel::isShown(Severity severity) const {
    return m_shown.at(static_cast<std::size_t>(severity));
}

int FindingListModel::count(Severity severity) const {
    return static_cast<int>(std::ranges::count(m_source->rows(), severity, severityOf));
}

bool FindingListModel::isHeading(int row) const {
    return row >= 0 && row < m_listed.size() && m_listed[row].finding < 0;
}

void FindingListModel::setFolded(int row, bool folded) {
    if (!isHeading(row)) {
        return;
    }
    const QString name = m_listed[row].heading;
    if (m_folded.contains(name) != folded) {
        folded ? void(m_folded.insert(name)) : void(m_folded.remove(name));
        rebuild();
    }
}

int FindingListModel::findingAt(int row) const {
    return row >= 0 && row < m_listed.size() ? m_listed[row].finding : -1;
}

int FindingListModel::rowOf(int finding) const {
    const auto found = std::ranges::find(m_listed, finding, &Listed::finding);
    return finding < 0 || found == m_listed.end() ? -1 : static_cast<int>(found - m_listed.begin());
}

int FindingListModel::reveal(int finding) {
    if (finding < 0 || finding >= m_source->rows().size()) {
        return -1;
    }
    if (rowOf(finding) < 0) {
        const Row& row = m_source->rows().at(finding);
        m_shown.at(static_cast<std::size_t>(severityOf(row))) = true;
        m_folded.remove(groupOf(row));
        rebuild();
    }
    return rowOf(finding);
}

QString FindingListModel::groupOf(const Row& row) const {
    switch (m_group) {
    case Group::None:
        return {};
    case Group::Severity:
        return severityTitle(severityOf(row));
    case Group::Rule:
        return row.cells[FindingModel::Rule].text;
    case Group::Place:
        return row.path.isEmpty() ? Words::tr("The whole table") : topOf(row.path);
    }
    return {};
}

void FindingListModel::addGroup(const QString& name, const QList<int>& findings, QList<Row>& rows) {
    const bool folded = m_folded.contains(name);
    if (m_group != Group::None) {
        Row heading;
        heading.cells = {
            {QString::number(findings.size()), m_source->rows().at(findings.first()).cells.first().meaning},
            {},
            {},
            {name}};
        heading.toolTip = name;
        rows += heading;
        m_listed += Listed{name, -1};
    }
    for (const int finding : folded ? QList<int>() : findings) {
        Row row = m_source->rows().at(finding);
        row.depth = m_group == Group::None ? 0 : 1;
        rows += row;
        m_listed += Listed{{}, finding};
    }
}

void FindingListModel::rebuild() {
    QStringList order;
    QHash<QString, QList<int>> groups;
    const QList<Row>& source = m_source->rows(); // worst first, so groups come worst first
    for (int finding = 0; finding < source.size(); ++finding) {
        if (!isShown(severityOf(source[finding]))) {
            continue;
        }
        const QString name = groupOf(source[finding]);
        QList<int>& group = groups[name];
        if (group.isEmpty()) {
            order += name;
        }
        group += finding;
    }
    QList<Row> rows;
    m_listed.clear();
    for (const QString& name : order) {
        addGroup(name, groups.value(name), rows);
    }
    setRows(std::move(rows));
}

} // namespace anchorscope::model
