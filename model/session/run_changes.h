// What differs between two runs over one case, after its files changed: bytes, fields, rungs, findings. Pure.
// Limits: 1. at most max_fields differing fields are listed, and counting ends at max_counted; 2. tables of
// different length are compared entry by entry, by their places in the table; 3. where no field can be named,
// the first differing byte is.
#pragma once
#include "model/session/session.h"

namespace anchorscope::model {

struct RungChange {
    verify::RungId id{};
    verify::RungState before{}, after{};
    friend bool operator==(const RungChange&, const RungChange&) = default;
};

struct FieldChange {
    QString path;                   ///< "entries[0].callCount"
    QString before, after;          ///< one of them is empty where an entry came or went
    std::optional<ByteRange> range; ///< in the new calldata
};

struct RunChanges {
    static constexpr qsizetype max_fields = 64, max_counted = 1000, max_findings = 64;

    bool tableDiffers = false; ///< the table's bytes
    bool envelopeDiffers = false;
    bool evidenceDiffers = false;                             ///< other blocks, headers or files
    std::optional<std::uint64_t> firstByte;                   ///< of the new calldata, where it differs
    std::uint64_t bytesBefore = 0, bytesAfter = 0;            ///< of the calldata
    std::optional<std::uint64_t> entriesBefore, entriesAfter; ///< of tables
    QList<FieldChange> fields;
    qsizetype fieldCount = 0; ///< all that differ, max_counted at most
    std::optional<verify::Verdict> verdictBefore, verdictAfter;
    QList<RungChange> rungs;
    QList<Finding> appeared, gone; ///< max_findings of each
    qsizetype appearedCount = 0, goneCount = 0;

    /// Neither bytes nor what was found out differ.
    [[nodiscard]] bool nothing() const;
};

/// Of two finished runs. Takes time with the table's size: for workers.
[[nodiscard]] RunChanges compareRuns(const Parts& before, const Parts& after);

} // namespace anchorscope::model
