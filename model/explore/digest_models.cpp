#include "model/explore/digest_models.h"
#include "model/items/cells.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

StepModel::StepModel(QObject* parent)
    : CellTableModel(
          {u"#"_s, tr("Step"), tr("Number"), tr("Outcome"), tr("Hash before"), tr("Hash after"), tr("Check")},
          parent) {}

void StepModel::setDigest(const std::shared_ptr<const ExploredDigest>& digest,
                          const std::optional<FoldExplanation>& explanation) {
    m_digest = digest;
    m_explanation = explanation;
    m_values = {};
    m_numbers = digest && std::ranges::any_of(digest->steps,
                                              [](const DigestStep& step) { return !step.number.isEmpty(); });
    fill();
}

void StepModel::setWhatIf(const WhatIfValues& values) {
    m_values = values;
    // Only values change: what is chosen stays chosen.
    for (std::size_t step = 0; m_digest && step < m_digest->steps.size(); ++step) {
        replaceRow(static_cast<int>(step), stepRow(step));
    }
    for (std::size_t i = 0; m_digest && i < m_digest->comparisons.size(); ++i) {
        replaceRow(static_cast<int>(m_digest->steps.size() + i), comparisonRow(i));
    }
}

std::optional<std::size_t> StepModel::stepAt(int row) const {
    const bool step = m_digest && row >= 0 && row < static_cast<int>(m_digest->steps.size());
    return step ? std::optional(static_cast<std::size_t>(row)) : std::nullopt;
}

int StepModel::depthAt(int row) const {
    const auto step = stepAt(row);
    return step ? m_digest->steps[*step].depth : 0;
}

void StepModel::fill() {
    QList<Row> rows;
    for (std::size_t step = 0; m_digest && step < m_digest->steps.size(); ++step) {
        rows += stepRow(step);
    }
    for (std::size_t i = 0; m_digest && i < m_digest->comparisons.size(); ++i) {
        rows += comparisonRow(i);
    }
    setRows(std::move(rows));
}

/// What was compared is the input; while a scratch copy is shown, nothing beside it is green.
CellTableModel::Row StepModel::comparisonRow(std::size_t index) const {
    const DigestComparison& each = m_digest->comparisons[index];
    const bool scratch = !m_values.steps.empty();
    Row row;
    row.cells = {{},
                 {each.name},
                 {},
                 {},
                 {},
                 hashCell(each.value),
                 scratch ? Cell{tr("Not compared"), Meaning::NotChecked}
                         : Cell{each.result, each.meaning, false, each.meaning == Meaning::Failed}};
    row.toolTip = each.detail;
    return row;
}

CellTableModel::Row StepModel::stepRow(std::size_t step) const {
    const DigestStep& at = m_digest->steps[step];
    Row row;
    const bool scratch = step < m_values.steps.size();
    const std::optional<Hash32> after = scratch ? m_values.steps[step] : std::optional(at.after);
    Cell before;
    if (at.before) {
        const std::optional<Hash32> previous = scratch && step > 0 ? m_values.steps[step - 1] : at.before;
        before = previous ? hashCell(*previous) : Cell{tr("none")};
        before =
            previous && previous->is_zero() ? Cell{u"0"_s, Meaning::None, true, false, before.copy} : before;
    }
    const QString number = at.remark.isEmpty() ? at.number : at.number + u"  "_s + at.remark;
    row.cells = {{QString::number(step + 1)},
                 {at.name, Meaning::None, m_numbers},
                 {number},
                 {at.outcome},
                 before,
                 after ? hashCell(*after) : Cell{tr("no signer")},
                 checkCell(step)};
    row.node = at.node;
    row.toolTip = at.observed.isEmpty() ? QString() : tr("Seen in %1.").arg(at.observed);
    return row;
}

/// What the last value says of the steps before it: they are bound by it, as far as it is.
CellTableModel::Cell StepModel::boundCell() const {
    if (m_digest->comparisons.empty()) {
        return {tr("Computed here")};
    }
    switch (m_digest->comparisons.front().meaning) {
    case Meaning::Passed:
        return {tr("Agrees"), Meaning::Passed};
    case Meaning::Failed:
        return {tr("Not decided"), Meaning::NotChecked};
    case Meaning::NotChecked:
        return {m_digest->told == Told::Trace ? tr("As the trace says") : tr("As told"), Meaning::NotChecked};
    default:
        return {tr("Computed here")};
    }
}

CellTableModel::Cell StepModel::checkCell(std::size_t step) const {
    if (step < m_values.steps.size()) {
        return m_values.steps[step] == m_digest->steps[step].after
                   ? Cell{tr("The same")}
                   : Cell{tr("What if: changed"), Meaning::Warning};
    }
    if (m_explanation && step == m_explanation->step) {
        return {tr("Diverges here"), Meaning::Failed, false, true};
    }
    if (m_explanation && step < m_explanation->step) {
        return {tr("As the table’s"), Meaning::NotChecked};
    }
    if (m_explanation) {
        return {tr("Follows from it"), Meaning::NotChecked};
    }
    return boundCell();
}

PreimageModel::PreimageModel(QObject* parent)
    : CellTableModel({tr("Field"), tr("Bytes"), tr("Value"), tr("Taken from")}, parent) {}

namespace {

QString rangeText(ByteRange range) {
    return range.length == 0   ? QString()
           : range.length == 1 ? QString::number(range.offset)
                               : u"%1–%2"_s.arg(range.offset).arg(range.end() - 1);
}

} // namespace

void PreimageModel::setFields(const std::shared_ptr<const ExploredDigest>& digest, std::size_t step,
                              std::vector<PreimageField> fields, const WhatIf& scratch) {
    m_fields = std::move(fields);
    QList<Row> rows;
    for (const PreimageField& field : m_fields) {
        Row row;
        const Edit* edit = scratch.editOf(step, field.bytes);
        constexpr quint64 most = 1U << 16U; // of a clipboard's value; longer ones are copied from the bytes
        const bool shown = digest && field.bytes.length <= most;
        const QString copy = shown ? hexText(bytesAt(*digest, step, field.bytes)) : QString();
        const bool mono = field.value.startsWith(u"0x") || field.type == FieldType::Number;
        const Cell value = edit ? Cell{tr("%1  was %2").arg(fieldText(field.type, edit->bytes), field.value),
                                       Meaning::Warning, false, false, hexText(edit->bytes)}
                                : Cell{field.value, Meaning::None, mono, false, copy};
        row.cells = {{field.name, Meaning::None, false, false, field.path},
                     {rangeText(field.bytes), Meaning::None, true},
                     value,
                     {edit ? tr("what if") : field.from}};
        row.range = field.bytes;
        row.path = field.path;
        row.depth = field.depth;
        row.toolTip = field.path;
        rows += row;
    }
    setRows(std::move(rows));
}

} // namespace anchorscope::model
