// Who said so: the origin of a piece of evidence. The weakest origin among its inputs is the basis of a rung.
#pragma once
#include "core/base/result.h"

namespace anchorscope::chain {

enum class SourceKind {
    computed, ///< computed here from the input alone
    file,     ///< an evidence file or a case: self-consistent at best
    endpoint, ///< the answer of one endpoint, asked in this run
    user      ///< stated by the user (pin, expectation)
};

struct Source {
    SourceKind kind = SourceKind::file;
    std::string name; ///< file name, or the endpoint's host with credentials removed

    friend bool operator==(const Source&, const Source&) = default;
};

} // namespace anchorscope::chain
