#include "model/items/table_models.h"
#include "model/items/texts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

QString basisText(const verify::Basis& basis) {
    QString text = textOf(verify::name(basis.kind));
    QStringList sources;
    for (const std::string& source : basis.sources) {
        sources += textOf(source);
    }
    return sources.isEmpty() ? text : text + u": "_s + sources.join(u", "_s);
}

bool hasBasis(verify::RungState state) {
    return state != verify::RungState::not_checked && state != verify::RungState::cannot_check;
}

} // namespace

RungModel::RungModel(QObject* parent)
    : CellTableModel({Words::tr("Rung"), Words::tr("State"), Words::tr("Basis"), Words::tr("Detail")},
                     parent) {}

void RungModel::setReport(const std::shared_ptr<const verify::Report>& report) {
    QList<Row> rows;
    for (std::size_t i = 0; i < verify::rung_count; ++i) {
        const auto id = static_cast<verify::RungId>(i);
        verify::Rung rung;
        rung.id = id;
        if (report) {
            rung = report->rungs[i];
        }
        Row row;
        const bool failed = rung.state == verify::RungState::failed;
        row.cells = {{textOf(verify::name(rung.id))},
                     {textOf(verify::words(rung.state)), meaningOf(rung.state), false, failed},
                     {report && hasBasis(rung.state) ? basisText(rung.basis) : QString()},
                     {textOf(rung.detail)}};
        row.rung = static_cast<int>(rung.id);
        row.toolTip =
            failed && !rung.expected.empty()
                ? Words::tr("expected %1\nactual %2").arg(textOf(rung.expected), textOf(rung.actual))
                : textOf(rung.summary);
        rows += row;
    }
    setRows(std::move(rows));
}

} // namespace anchorscope::model
