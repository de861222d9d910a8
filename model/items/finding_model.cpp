#include "model/items/finding_places.h"
#include "model/items/table_models.h"
#include "model/items/texts.h"
#include "model/words.h"

namespace anchorscope::model {

namespace {

/// The rung that a finding is about: named by its place, or by the first word of its rule.
std::optional<verify::RungId> rungOf(const Finding& finding) {
    if (const std::optional<verify::RungId> named = verify::rung_named(finding.place)) {
        return named;
    }
    return verify::rung_named(std::string_view(finding.rule).substr(0, finding.rule.find('.')));
}

} // namespace

FindingModel::FindingModel(QObject* parent)
    : CellTableModel({Words::tr("Severity"), Words::tr("Rule"), Words::tr("Place"), Words::tr("Finding")},
                     parent) {}

void FindingModel::setFindings(const std::shared_ptr<const table::ExecutionTable>& table,
                               const std::shared_ptr<const transition::Tree>& tree,
                               std::vector<Finding> findings) {
    std::ranges::stable_sort(findings, std::ranges::greater(), &Finding::severity);
    const FindingPlaces places(table.get(), tree.get());
    QList<Row> rows;
    rows.reserve(static_cast<qsizetype>(findings.size()));
    for (const Finding& finding : findings) {
        Row row;
        const bool error = finding.severity == Severity::error;
        row.cells = {{textOf(name(finding.severity)), meaningOf(finding.severity), false, error},
                     {textOf(finding.rule)},
                     {textOf(finding.place)},
                     {textOf(finding.text)}};
        row.range = finding.range;
        row.node = places.node(finding);
        row.path = textOf(finding.place);
        row.toolTip = textOf(finding.text);
        if (const std::optional<verify::RungId> rung = rungOf(finding)) {
            row.rung = static_cast<int>(*rung);
        }
        rows += row;
    }
    setRows(std::move(rows));
}

int FindingModel::problems() const {
    return static_cast<int>(std::ranges::count_if(rows(), [](const Row& row) {
        const Meaning meaning = row.cells.first().meaning;
        return meaning == Meaning::Warning || meaning == Meaning::Failed;
    }));
}

} // namespace anchorscope::model
