// The command that reproduces a verdict: everything that the user gave and stated, for anchorscope-cli.
// Limits: 1. every word is quoted for a POSIX shell; 2. of endpoints, what could be a key is a variable
// (model/copy/key_variables.h); 3. defaults are left out, but whether endpoints are asked is always said; 4.
// what the command line cannot say is a remark.
#pragma once
#include "model/session/session.h"

namespace anchorscope::model {

struct Reproduction {
    QStringList words;   ///< quoted, the program first; each option is one item with its value
    QStringList remarks; ///< whole sentences: what has to be done or known beside it

    [[nodiscard]] QString command() const; ///< one line
    [[nodiscard]] QString lines() const;   ///< an option a line, joined by backslashes
};

[[nodiscard]] Reproduction reproduction(const CaseFiles& files, const VerifyOptions& options);
/// Of what is open; empty where nothing is.
[[nodiscard]] Reproduction reproduction(const Session& session);
[[nodiscard]] QString reproduceCommand(const Session& session);

/// The declaration of an event as --event takes it.
[[nodiscard]] QString declarationText(const anchor::DeclaredEvent& event);

} // namespace anchorscope::model
