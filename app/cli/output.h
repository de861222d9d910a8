// Where results and messages go: results to standard output, messages to standard error. Colour is used only
// where standard output is a terminal, NO_COLOR is not set and --no-color is not given.
#pragma once
#include "app/cli/arguments.h"
#include "core/report/json_parts.h"
#include "core/report/text_report.h"
#include <array>

namespace anchorscope::cli {

/// Every command takes these.
inline constexpr std::array output_option_list{
    Option{"--json", {}, "one JSON object on standard output, schema anchorscope.report/1"},
    Option{"--no-color", {}, "no colour (nor if NO_COLOR is set, or the output is no terminal)"},
    Option{"--quiet", {}, "the result in short, and no messages"},
};
inline constexpr OptionGroup output_options{"Output", output_option_list};

[[nodiscard]] report::TextStyle text_style(const Arguments& arguments);
[[nodiscard]] report::ToolVersion tool_version();

/// Writes to standard output and sees to the newline at the end. Throws std::system_error where that fails.
void write_result(std::string_view text);
/// The bytes as they are, without a newline.
void write_bytes(ByteView bytes);
/// Indented by two; text that is no UTF-8 is replaced, never refused.
void write_json(const codec::Json& json);

/// One line on standard error: "anchorscope-cli: <text>", made printable.
void write_message(std::string_view text);

/// Rows of cells, padded so that columns stand one below the other; two spaces between them.
[[nodiscard]] std::string aligned(const std::vector<std::vector<std::string>>& rows,
                                  std::string_view indent = {});

} // namespace anchorscope::cli
