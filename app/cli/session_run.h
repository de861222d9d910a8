// One run of a session from start to end, with an event loop; what it does meanwhile is told on standard
// error.
#pragma once
#include "model/session/session.h"

namespace anchorscope::cli {

/// Opens, computes, fetches. Returns when the run has ended with parts; UsageError where a file could not be
/// read. Ctrl-C cancels the run and ends the program by that signal, with nothing on standard output.
void run_session(model::Session& session, const model::CaseFiles& files, const model::VerifyOptions& options,
                 bool quiet);

} // namespace anchorscope::cli
