// A case file taken apart: its table goes the way of every table, the rest is what the session holds. A case
// never gives pins or expectations; its settings are a hint.
#pragma once
#include "core/casefile/case_file.h"
#include "core/casefile/settings.h"
#include "core/verify/request.h"
#include <QString>

namespace anchorscope::model {

inline constexpr QLatin1String case_suffix(".anchorcase");

struct OpenedCase {
    verify::CaseFile file;             ///< name and hash, for reports
    casefile::Settings settings;       ///< what its maker stated
    std::vector<casefile::Part> parts; ///< all but the table, unknown ones included

    /// Null where there is none.
    [[nodiscard]] const casefile::Part* part(std::string_view name) const;
    /// Those that this version does not understand: kept when the case is saved again.
    [[nodiscard]] std::vector<casefile::Part> unknownParts() const;
};

struct UnpackedCase {
    casefile::Part table;
    std::shared_ptr<const OpenedCase> rest;
};

/// Whether the bytes are to be read as a case file: they begin as one does, or the name ends in .anchorcase.
[[nodiscard]] bool isCaseFile(const QString& name, const Bytes& file);
/// Refuses what is not the canonical form of a case, settings included. `name` is the file's, without folder.
[[nodiscard]] Result<UnpackedCase> unpackCase(const QString& name, const Bytes& file);

} // namespace anchorscope::model
