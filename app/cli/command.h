// What a command of the program is. To add one: one file, one line in command_list.cpp.
#pragma once
#include "app/cli/arguments.h"

namespace anchorscope::cli {

struct Command {
    std::string_view name;     ///< "verify"
    std::string_view argument; ///< "TABLE|CASE|-", empty if it takes none
    std::string_view summary;  ///< one line, for the list of commands
    std::string_view text;     ///< what it does, for its own help
    std::span<const OptionGroup> options;
    std::string_view examples;              ///< worked: command and what it tells
    int (*run)(const Arguments& arguments); ///< the exit status; may throw UsageError
};

/// In the order of the help.
[[nodiscard]] std::span<const Command* const> commands();
[[nodiscard]] const Command* command_named(std::string_view name);

extern const Command verify_command, inspect_command, digest_command, formats_command, events_command;
extern const Command fetch_command, find_command, anchor_command, watch_command, batch_command, slice_command;
extern const Command synth_command, report_command;

/// `--help` of the program, and of one command.
[[nodiscard]] std::string help_text();
[[nodiscard]] std::string help_text(const Command& command);

} // namespace anchorscope::cli
