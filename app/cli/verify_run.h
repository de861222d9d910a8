// One verification from files to report.
#pragma once
#include "app/cli/arguments.h"
#include "model/session/case_inputs.h"

namespace anchorscope::cli {

struct Verified {
    std::string report; ///< JSON or text, as the options want it
    int status = 0;     ///< exit status of the verdict
};

/// Runs a session of its own, and saves its case where --save-case wants it. UsageError where a file cannot
/// be read or written.
[[nodiscard]] Verified verify_one(const Arguments& arguments, const model::CaseFiles& files,
                                  const model::VerifyOptions& options);

} // namespace anchorscope::cli
