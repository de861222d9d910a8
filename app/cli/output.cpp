#include "app/cli/output.h"
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <unistd.h>

namespace anchorscope::cli {
namespace {

/// no-color.org: set to anything but the empty text.
bool color_refused() {
    const char* const value = std::getenv("NO_COLOR"); // NOLINT(concurrency-mt-unsafe): before any thread
    return value != nullptr && *value != '\0';
}

/// Characters of UTF-8 text: bytes that do not continue one.
std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; }));
}

} // namespace

report::TextStyle text_style(const Arguments& arguments) {
    report::TextStyle style;
    style.color = !arguments.has("--no-color") && !color_refused() && ::isatty(STDOUT_FILENO) == 1;
    style.quiet = arguments.has("--quiet");
    return style;
}

report::ToolVersion tool_version() { return {"anchorscope-cli", ANCHORSCOPE_VERSION}; }

void write_result(std::string_view text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
                         (text.ends_with('\n') || std::fputc('\n', stdout) != EOF) &&
                         std::fflush(stdout) == 0;
    if (!written) {
        throw std::system_error(errno, std::generic_category(), "cannot write to standard output");
    }
}

void write_bytes(ByteView bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() || std::fflush(stdout) != 0) {
        throw std::system_error(errno, std::generic_category(), "cannot write to standard output");
    }
}

void write_json(const codec::Json& json) { write_result(report::written(json)); }

void write_message(std::string_view text) {
    const std::string line = "anchorscope-cli: " + report::printable(text) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
}

std::string aligned(const std::vector<std::vector<std::string>>& rows, std::string_view indent) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], width(row[column]));
        }
    }
    std::string out;
    for (const auto& row : rows) {
        out += indent;
        for (std::size_t column = 0; column < row.size(); ++column) {
            out += row[column];
            if (column + 1 < row.size()) {
                out.append(widths[column] - width(row[column]) + 2, ' ');
            }
        }
        out += '\n';
    }
    return out;
}

} // namespace anchorscope::cli
