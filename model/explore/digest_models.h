// The tables of the digest explorer: steps of a digest, and the fields of one step's message. With a what-if
// they show the scratch copy, in amber: never green, and never a result of verification.
#pragma once
#include "model/explore/fold_explanation.h"
#include "model/explore/preimage_fields.h"
#include "model/explore/what_if.h"

namespace anchorscope::model {

/// What a scratch copy gives.
struct WhatIfValues {
    std::vector<std::optional<Hash32>> steps; ///< one a step
    [[nodiscard]] std::optional<Hash32> last() const { return steps.empty() ? std::nullopt : steps.back(); }
};

/// # · Step · Number · Outcome · Hash before · Hash after · Check; behind the steps what the digest is
/// compared with.
class StepModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { Position, Step, Number, Outcome, Before, After, Check, ColumnCount };
    explicit StepModel(QObject* parent = nullptr);
    void setDigest(const std::shared_ptr<const ExploredDigest>& digest,
                   const std::optional<FoldExplanation>& explanation);
    void setWhatIf(const WhatIfValues& values);
    /// Of rows behind the steps none.
    [[nodiscard]] std::optional<std::size_t> stepAt(int row) const;
    /// How deep the row's call or frame nests.
    [[nodiscard]] int depthAt(int row) const;
    [[nodiscard]] bool hasNumbers() const { return m_numbers; }

private:
    void fill();
    [[nodiscard]] Row stepRow(std::size_t step) const;
    [[nodiscard]] Row comparisonRow(std::size_t index) const;
    [[nodiscard]] Cell checkCell(std::size_t step) const;
    [[nodiscard]] Cell boundCell() const;

    std::shared_ptr<const ExploredDigest> m_digest;
    std::optional<FoldExplanation> m_explanation;
    WhatIfValues m_values;
    bool m_numbers = false;
};

/// Field (indented) · Bytes · Value · Taken from. RangeRole: in the message.
class PreimageModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { Field, BytesColumn, Value, From, ColumnCount };
    explicit PreimageModel(QObject* parent = nullptr);
    /// `fields` are those of the step; edits of the what-if are shown in their place.
    void setFields(const std::shared_ptr<const ExploredDigest>& digest, std::size_t step,
                   std::vector<PreimageField> fields, const WhatIf& scratch);
    [[nodiscard]] const std::vector<PreimageField>& fields() const { return m_fields; }
    [[nodiscard]] int rowAtByte(quint64 offset) const { return rowAt(offset); }

private:
    std::vector<PreimageField> m_fields;
};

} // namespace anchorscope::model
