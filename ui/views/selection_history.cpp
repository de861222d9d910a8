#include "ui/views/selection_history.h"
#include <QScopedValueRollback>

namespace anchorscope::ui {

namespace {

/// A row, not a field in it.
bool isRow(const model::Place& place) { return place.node && place.path == place.nodePath; }

bool isNextTo(const model::Place& a, const model::Place& b) {
    return isRow(a) && isRow(b) && (*a.node + 1 == *b.node || *b.node + 1 == *a.node);
}

bool isSamePlace(const model::Place& a, const model::Place& b) {
    return a.path == b.path && a.range == b.range && a.node.has_value() == b.node.has_value() &&
           a.nodePath == b.nodePath;
}

} // namespace

SelectionHistory::SelectionHistory(Selection* selection, QObject* parent)
    : QObject(parent), m_selection(selection) {
    connect(selection, &Selection::changed, this, &SelectionHistory::record);
}

void SelectionHistory::record(const Choice& choice) {
    if (m_going) {
        return;
    }
    if (choice == Choice{}) {
        m_visits.clear();
        m_at = -1;
        Q_EMIT changed();
        return;
    }
    Visit visit{m_selection->place(), choice.rung, false};
    if (m_at >= 0) {
        Visit& here = m_visits[m_at];
        if (isSamePlace(here.place, visit.place) && here.rung == visit.rung) {
            here.place = visit.place; // the same in a new tree
            return;
        }
        visit.walked = here.rung == visit.rung && isNextTo(here.place, visit.place);
        m_visits.resize(m_at + (visit.walked && here.walked ? 0 : 1));
    }
    m_visits += visit;
    if (m_visits.size() > max_places) {
        m_visits.removeFirst();
    }
    m_at = m_visits.size() - 1;
    Q_EMIT changed();
}

bool SelectionHistory::canGo(int step) const {
    const qsizetype to = m_at + step;
    return m_at >= 0 && to >= 0 && to < m_visits.size();
}

bool SelectionHistory::go(int step) {
    const QScopedValueRollback quiet(m_going, true);
    const int on = step < 0 ? -1 : 1;
    for (qsizetype to = m_at + step; m_at >= 0 && to >= 0 && to < m_visits.size(); to += on) {
        if (m_selection->choosePlace(m_visits[to].place, m_visits[to].rung)) {
            m_at = to;
            Q_EMIT changed();
            return true;
        }
    }
    return false;
}

} // namespace anchorscope::ui
