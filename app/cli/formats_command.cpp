// anchorscope-cli formats: what can be read, and which bytes of it can have been committed.
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"
#include "core/digest/profile.h"

namespace anchorscope::cli {
namespace {

constexpr std::array groups{output_options};

constexpr std::string_view text =
    R"(Lists the table formats (ids for --format), the commitment profiles (ids for --profile) and the hash
functions.
)";

constexpr std::string_view examples = R"(Examples
  anchorscope-cli formats
  anchorscope-cli formats --json | jq -r '.formats[].selector'
)";

std::string_view side_name(table::Side side) {
    return side == table::Side::l1 ? "l1" : side == table::Side::l2 ? "l2" : "none";
}

std::string formats_text(bool quiet) {
    std::vector<std::vector<std::string>> formats;
    for (const table::TableFormat& format : table::formats()) {
        if (quiet) {
            formats.push_back({std::string(format.id)});
        } else {
            formats.push_back({std::string(format.id), to_hex(format.selector), std::string(format.function),
                               std::string(format.family)});
        }
    }
    if (quiet) {
        return aligned(formats);
    }
    std::vector<std::vector<std::string>> profiles;
    for (const digest::Profile& profile : digest::profiles()) {
        std::string covers = profile.uncovered.empty() ? "" : "; does not commit ";
        profiles.push_back({std::string(profile.id),
                            std::string(profile.description).append(covers).append(profile.uncovered)});
    }
    std::string out = "Table formats\n" + aligned(formats, "  ");
    out += "\nCommitment profiles\n" + aligned(profiles, "  ");
    out += "\nHash functions\n";
    for (const crypto::HashFunction function : crypto::all_hash_functions) {
        out.append("  ").append(crypto::name(function)).append("\n");
    }
    return out;
}

codec::Json formats_json() {
    codec::Json formats = codec::Json::array();
    for (const table::TableFormat& format : table::formats()) {
        formats.push_back({{"id", format.id},
                           {"family", format.family},
                           {"function", format.function},
                           {"side", side_name(format.side)},
                           {"selector", to_hex(format.selector)},
                           {"declaration", format.declaration}});
    }
    codec::Json profiles = codec::Json::array();
    for (const digest::Profile& profile : digest::profiles()) {
        profiles.push_back(
            {{"id", profile.id}, {"description", profile.description}, {"uncovered", profile.uncovered}});
    }
    codec::Json functions = codec::Json::array();
    for (const crypto::HashFunction function : crypto::all_hash_functions) {
        functions.push_back(crypto::name(function));
    }
    return {{"schema", report::report_schema},
            {"formats", formats},
            {"profiles", profiles},
            {"hash_functions", functions},
            {"tool", report::tool_json(tool_version())}};
}

int run(const Arguments& arguments) {
    arguments.expect_none();
    if (arguments.has("--json")) {
        write_json(formats_json());
    } else {
        write_result(formats_text(arguments.has("--quiet")));
    }
    return exit_success;
}

} // namespace

const Command formats_command{
    "formats", {}, "list table formats, commitment profiles and hash functions", text, groups, examples, run};

} // namespace anchorscope::cli
