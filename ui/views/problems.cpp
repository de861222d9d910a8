#include "ui/views/problems.h"

namespace anchorscope::ui {

namespace {

/// The first error that is about the rung, or -1.
int rowOf(const model::FindingModel& findings, verify::RungId rung) {
    const auto& rows = findings.rows();
    const auto found = std::ranges::find_if(rows, [rung](const model::CellTableModel::Row& row) {
        return row.rung == static_cast<int>(rung) && row.cells.first().meaning == model::Meaning::Failed;
    });
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

} // namespace

void Problems::collect(const verify::Report* report, const model::FindingModel& findings) {
    m_list.clear();
    m_at = -1;
    for (std::size_t i = 0; report != nullptr && i < report->rungs.size(); ++i) {
        if (report->rungs[i].state == verify::RungState::failed) {
            m_list.append({report->rungs[i].id, rowOf(findings, report->rungs[i].id)});
        }
    }
    for (int row = 0; row < findings.problems(); ++row) { // worst first, so problems stand in front
        if (std::ranges::find(m_list, row, &Problem::finding) == m_list.end()) {
            m_list.append({std::nullopt, row});
        }
    }
}

const Problem* Problems::next(int step) {
    if (m_list.isEmpty()) {
        return nullptr;
    }
    const qsizetype count = m_list.size();
    m_at = m_at < 0 ? (step > 0 ? 0 : count - 1) : (m_at + step + count) % count;
    return &m_list.at(m_at);
}

} // namespace anchorscope::ui
