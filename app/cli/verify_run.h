// One verification from files to report.
#pragma once
#include "app/cli/verify_options.h"

namespace anchorscope::cli {

inline constexpr std::array input_option_list{
    Option{"--envelope", "FILE",
           "the proof: an ERC-8281 envelope, an OCP envelope 1.0 or\na proof ocp-1; else envelope.json "
           "beside the table"},
    Option{"--expect", "DIGEST", "the digest that the table should have; any hash function is tried"},
    declared_event_option,
    Option{"--anchor-tx", "HASH", "the transaction that anchored the digest of --expect"},
    Option{"--table-tx", "HASH", "the transaction that posted the table, if not in the anchor's block"},
    Option{"--evidence", "FILE", "blocks, as bytes or as recorded answers; else evidence.json", true},
};
/// What verify and report take beside the options that batch has, too.
inline constexpr OptionGroup input_options{"What is verified", input_option_list};

/// The files of the one argument, described as `what`, and of those options.
[[nodiscard]] model::CaseFiles verified_files(const Arguments& arguments, std::string_view what);

struct Verified {
    std::string report; ///< JSON or text, as the options want it
    int status = 0;     ///< exit status of the verdict
};

/// Runs a session of its own, and saves its case where --save-case wants it. UsageError where a file cannot
/// be read or written.
[[nodiscard]] Verified verify_one(const Arguments& arguments, const model::CaseFiles& files,
                                  const model::VerifyOptions& options);

} // namespace anchorscope::cli
