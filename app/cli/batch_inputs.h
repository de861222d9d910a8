// The inputs of a batch, found below folders. Limits: 1. at most max_batch_depth folders deep,
// max_batch_entries entries looked at, max_batch_inputs taken: more is refused, not cut; 2. links are not
// followed, but for what the user named.
#pragma once
#include "app/cli/arguments.h"
#include "model/session/case_inputs.h"

namespace anchorscope::cli {

inline constexpr int max_batch_depth = 32;
inline constexpr std::size_t max_batch_entries = 200'000;
inline constexpr std::size_t max_batch_inputs = 20'000;

struct BatchInput {
    std::string name; ///< as named by the user, and the path below it
    model::CaseFiles files;
    std::string fault; ///< why it is not verified: a link where a file should be; empty: none
};

struct BatchInputs {
    std::vector<BatchInput> inputs; ///< in the order of the arguments, below each by bytes of the path
    std::size_t links = 0;          ///< links that were passed over
};

/// Files that are named, whatever they are called; below folders *.hex, *.bin and *.anchorcase. A table.hex
/// or table.bin takes envelope.json and evidence.json beside it along. UsageError where a path does not
/// exist, a limit is exceeded or nothing is found.
[[nodiscard]] BatchInputs batch_inputs(const std::vector<std::string>& arguments);

} // namespace anchorscope::cli
