#include "app/cli/command.h"
#include <algorithm>
#include <array>

namespace anchorscope::cli {
namespace {

constexpr std::array all{&verify_command,  &report_command, &batch_command, &inspect_command, &digest_command,
                         &slice_command,   &fetch_command,  &find_command,  &anchor_command,  &watch_command,
                         &formats_command, &events_command, &synth_command};

constexpr std::size_t help_column = 30; ///< where the explanations of options begin

constexpr std::string_view asking_exit_statuses = R"(Exit status
  0 done    2 usage    3 malformed input    4 not found, or not as it should be
  5 no endpoint answered    70 internal error
)";

constexpr std::string_view other_exit_statuses = R"(Exit status
  0 done    2 usage    3 malformed input    70 internal error
)";

constexpr std::string_view exit_statuses = R"(Exit status
  0 verified as required    1 mismatch      2 usage    3 malformed input
  4 unproven                5 unproven because no endpoint answered    70 internal error
)";

constexpr std::string_view program_examples = R"(Examples
  anchorscope-cli verify case/                          a table, its envelope and evidence, side by side
  anchorscope-cli verify table.hex --envelope envelope.json --trust http://127.0.0.1:8545
  anchorscope-cli report case/ -o report.pdf            the same, to keep and to hand on
  anchorscope-cli batch cases/ --junit verdicts.xml     every table and case below a folder
  anchorscope-cli inspect table.hex                     decoded, as a tree, with every digest
  anchorscope-cli digest table.hex                      what an anchor of this table may carry
)";

/// `left`, then `help` at help_column; further lines of `help` are indented likewise.
void append_row(std::string& out, std::string_view left, std::string_view help) {
    std::string line = "  ";
    line += left;
    line.resize(std::max(line.size() + 1, help_column), ' ');
    for (const char character : help) {
        line += character;
        if (character == '\n') {
            line.append(help_column, ' ');
        }
    }
    out += line + "\n";
}

void append_options(std::string& out, const OptionGroup& group) {
    out.append("\n").append(group.heading).append("\n");
    for (const Option& option : group.options) {
        std::string left(option.name);
        if (!option.placeholder.empty()) {
            left.append(" ").append(option.placeholder);
        }
        left += option.repeatable ? " ..." : "";
        append_row(out, left, option.help);
    }
}

} // namespace

std::span<const Command* const> commands() { return all; }

const Command* command_named(std::string_view name) {
    const auto* const found = std::ranges::find(all, name, &Command::name);
    return found == all.end() ? nullptr : *found;
}

std::string help_text() {
    std::string out =
        "Usage: anchorscope-cli COMMAND [ARGUMENT] [OPTION...]\n\n"
        "Is this bundle what was committed? Reads execution tables, recomputes their digests and checks\n"
        "them against anchor events on L1, saying on whose word each step stands.\n\nCommands\n";
    for (const Command* command : all) {
        std::string left(command->name);
        left.append(command->argument.empty() ? "" : " ").append(command->argument);
        append_row(out, left, command->summary);
    }
    out += "\n  anchorscope-cli COMMAND --help explains a command, with examples; --version tells the "
           "version.\n\n";
    return out.append(program_examples).append("\n").append(exit_statuses);
}

std::string help_text(const Command& command) {
    std::string out = "Usage: anchorscope-cli ";
    out.append(command.name).append(command.argument.empty() ? "" : " ").append(command.argument);
    out.append(" [OPTION...]\n\n").append(command.text);
    for (const OptionGroup& group : command.options) {
        append_options(out, group);
    }
    const bool verifies =
        &command == &verify_command || &command == &batch_command || &command == &report_command;
    const std::array asking{&fetch_command, &find_command, &anchor_command, &watch_command};
    const bool asks = std::ranges::find(asking, &command) != asking.end();
    out.append("\n").append(command.examples).append("\n");
    return out.append(verifies ? exit_statuses : asks ? asking_exit_statuses : other_exit_statuses);
}

} // namespace anchorscope::cli
