// The samples shipped with the program: compiled in, with pins keyed by the SHA-256 of the evidence file. The
// same evidence under another file hash gets no pin.
#pragma once
#include "core/verify/report.h"
#include <QList>
#include <QString>

namespace anchorscope::model {

struct Sample {
    QString id, title, text;
    QString folder;             ///< ":/samples/<id>", a case laid side by side
    verify::Verdict expected{}; ///< under the default policy; a test holds the program to it
    Hash32 evidenceSha256;
    std::vector<verify::Pin> pins; ///< label "sample"
    std::optional<Address> contract, manager;
};

[[nodiscard]] const QList<Sample>& samples();
/// The sample whose evidence file has this SHA-256, or null.
[[nodiscard]] const Sample* sampleOfEvidence(const Hash32& sha256);

} // namespace anchorscope::model
