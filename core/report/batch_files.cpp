// The batch's files for other programs: CSV and JUnit XML.
#include "core/report/batch_report.h"
#include "core/report/markup.h"

namespace anchorscope::report {
namespace {

constexpr std::array text_columns{"path",   "verdict", "status", "headline", "reason",
                                  "format", "profile", "digest", "sha256",   "case_sha256"};

/// Quoted always; what begins like a formula (=, +, -, @) or with what spreadsheets skip before one is kept
/// text by an apostrophe.
std::string cell(std::string_view untrusted) {
    const std::string text = printable(untrusted); // no tab, no line break, nothing invisible
    std::string out = "\"";
    if (!text.empty() && std::string_view("=+-@ ").find(text.front()) != std::string_view::npos) {
        out += '\'';
    }
    for (const char character : text) {
        out.append(character == '"' ? 2 : 1, character);
    }
    return out + "\"";
}

std::string line_of(const std::vector<std::string>& cells) {
    std::string out;
    for (const std::string& each : cells) {
        out.append(out.empty() ? "" : ",").append(each);
    }
    return out + "\r\n";
}

std::string attribute(std::string_view name, std::string_view value) {
    return std::string(" ").append(name).append("=\"").append(markup(value)).append("\"");
}

bool is_failure(const BatchItem& item) { return item.status == 1 || item.status == 4 || item.status == 5; }
bool is_error(const BatchItem& item) { return item.status != 0 && !is_failure(item); }

/// Every rung that did not pass, one a line.
std::string details_of(const BatchItem& item) {
    std::string out = item.reason;
    for (const verify::Rung& rung : item.rungs) {
        if (rung.state != verify::RungState::passed) {
            out.append("\n").append(verify::name(rung.id)).append(": ");
            out.append(verify::words(rung.state)).append(": ").append(rung.detail);
        }
    }
    return out;
}

std::string lines_as_xml(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out.append(markup(text.substr(0, end))).append("\n");
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string test_case(const BatchItem& item) {
    std::string out = "    <testcase";
    out += attribute("classname", "anchorscope.batch") + attribute("name", item.path);
    if (item.status == 0) {
        return out + "/>\n";
    }
    const std::string_view element = is_failure(item) ? "failure" : "error";
    out.append(">\n      <").append(element).append(attribute("type", item.verdict));
    out.append(attribute("message", item.headline)).append(">").append(lines_as_xml(details_of(item)));
    return out.append("</").append(element).append(">\n    </testcase>\n");
}

} // namespace

std::string batch_csv(std::span<const BatchItem> items) {
    std::vector<std::string> head(text_columns.begin(), text_columns.end());
    for (std::size_t rung = 0; rung < verify::rung_count; ++rung) {
        head.emplace_back(verify::name(static_cast<verify::RungId>(rung)));
    }
    std::string out = line_of(head);
    for (const BatchItem& item : items) {
        std::vector<std::string> cells{cell(item.path),       cell(item.verdict), std::to_string(item.status),
                                       cell(item.headline),   cell(item.reason),  cell(item.format),
                                       cell(item.profile),    cell(item.digest),  cell(item.sha256),
                                       cell(item.case_sha256)};
        for (std::size_t rung = 0; rung < verify::rung_count; ++rung) {
            cells.push_back(cell(rung < item.rungs.size() ? verify::name(item.rungs[rung].state) : ""));
        }
        out += line_of(cells);
    }
    return out;
}

std::string batch_junit(std::span<const BatchItem> items, const ToolVersion& tool) {
    const std::string counts =
        attribute("tests", std::to_string(items.size())) +
        attribute("failures", std::to_string(std::ranges::count_if(items, is_failure))) +
        attribute("errors", std::to_string(std::ranges::count_if(items, is_error)));
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites";
    out += attribute("name", tool.name + " " + tool.version) + counts + ">\n  <testsuite";
    out += attribute("name", "batch") + counts + ">\n";
    for (const BatchItem& item : items) {
        out += test_case(item);
    }
    return out + "  </testsuite>\n</testsuites>\n";
}

} // namespace anchorscope::report
