// The list that F8 walks: failed rungs first, each with the finding that says where, then the other findings
// that are warnings or errors, worst first.
#pragma once
#include "core/verify/report.h"
#include "model/items/table_models.h"

namespace anchorscope::ui {

struct Problem {
    std::optional<verify::RungId> rung;
    int finding = -1; ///< row of the findings' model; of a rung: where it failed
    friend bool operator==(const Problem&, const Problem&) = default;
};

class Problems {
public:
    void collect(const verify::Report* report, const model::FindingModel& findings);
    [[nodiscard]] bool isEmpty() const { return m_list.isEmpty(); }
    [[nodiscard]] qsizetype count() const { return m_list.size(); }
    /// The problem after (`step` 1) or before (-1) the last one given, round and round. Null when there is
    /// none.
    [[nodiscard]] const Problem* next(int step);
    void rewind() { m_at = -1; }

private:
    QList<Problem> m_list;
    qsizetype m_at = -1;
};

} // namespace anchorscope::ui
