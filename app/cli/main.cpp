// anchorscope-cli: picks the command, and turns what went wrong into an exit status.
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"
#include "app/cli/report_command.h"
#include <clocale>
#include <cstdlib>
#include <langinfo.h>
#include <new>

namespace anchorscope::cli {
namespace {

/// Qt warns on standard error about any other encoding than UTF-8, and then uses UTF-8 all the same.
void use_utf8() {
    std::setlocale(LC_CTYPE, "");                              // NOLINT(concurrency-mt-unsafe)
    if (std::string_view(::nl_langinfo(CODESET)) != "UTF-8") { // NOLINT(concurrency-mt-unsafe)
        ::setenv("LC_ALL", "C.UTF-8", 1);                      // NOLINT(concurrency-mt-unsafe)
    }
}

bool asks_for_help(std::string_view word) { return word == "--help" || word == "-h"; }

int run_command(const Command& command, std::span<const std::string> words) {
    if (std::ranges::any_of(words, asks_for_help)) {
        write_result(help_text(command));
        return exit_success;
    }
    try {
        return command.run(Arguments::parse(words, command.options));
    } catch (const UsageError& error) {
        throw UsageError(std::string(command.name) + ": " + error.what());
    }
}

int run(std::span<const std::string> words) {
    if (words.empty()) {
        throw UsageError("a command is missing; see anchorscope-cli --help");
    }
    const std::string& first = words.front();
    if (asks_for_help(first) || first == "help") {
        write_result(help_text());
        return exit_success;
    }
    if (first == "--version") {
        write_result("anchorscope-cli " ANCHORSCOPE_VERSION);
        return exit_success;
    }
    const Command* const command = command_named(first);
    if (command == nullptr) {
        throw UsageError("unknown command " + report::printable(first) + "; see anchorscope-cli --help");
    }
    return run_command(*command, words.subspan(1));
}

int guarded(std::span<const std::string> words) {
    try {
        return run(words);
    } catch (const UsageError& error) {
        write_message(error.what());
        return exit_usage;
    } catch (const std::bad_alloc&) {
        write_message("internal error: out of memory");
    } catch (const std::exception& error) {
        write_message(std::string("internal error: ") + error.what());
    }
    return exit_internal;
}

} // namespace
} // namespace anchorscope::cli

int main(int argc, char** argv) {
    anchorscope::cli::use_utf8();
    const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    const auto application = anchorscope::cli::application_for(words, argc, argv);
    return anchorscope::cli::guarded(words);
}
