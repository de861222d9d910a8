// The ways in which a table, or what surrounds it, is broken: each in one place, with every finding that
// follows from it. To add one: one line in a list of breaks_*.cpp.
#pragma once
#include "core/synth/synth.h"

namespace anchorscope::synth {

struct Draft;

/// Steps that a way does not need are null.
struct Break {
    std::string_view id; ///< the rule that it breaks first, and which part of it: "table.no_calls:nested"
    std::string_view summary; ///< what is wrong, for a list
    std::string_view format;  ///< of which version the table is
    verify::Verdict verdict = verify::Verdict::mismatch;
    void (*options)(Options& options) = nullptr;
    void (*plan)(Draft& draft) = nullptr;  ///< before the entries are run: logs and hashes go along
    void (*table)(Draft& draft) = nullptr; ///< behind it: the table alone changes
    void (*bytes)(Draft& draft) = nullptr; ///< of the calldata
    void (*logs)(Draft& draft) = nullptr;  ///< what the manager logged
};

[[nodiscard]] std::span<const Break> breaks();
[[nodiscard]] const Break* break_named(std::string_view id);

} // namespace anchorscope::synth
