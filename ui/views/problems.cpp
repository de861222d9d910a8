#include "ui/views/problems.h"

namespace anchorscope::ui {

void Problems::collect(const verify::Report* report, const model::FindingModel& findings) {
    m_list.clear();
    m_at = -1;
    for (std::size_t i = 0; report != nullptr && i < report->rungs.size(); ++i) {
        if (report->rungs[i].state == verify::RungState::failed) {
            m_list.append({report->rungs[i].id, -1});
        }
    }
    for (int row = 0; row < findings.problems(); ++row) { // worst first, so problems stand in front
        m_list.append({std::nullopt, row});
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
