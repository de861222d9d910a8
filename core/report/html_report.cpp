#include "core/report/html_report.h"
#include "core/crypto/hash_function.h"
#include "core/report/html_style.h"
#include "core/report/markup.h"

namespace anchorscope::report {
namespace {

/// RFC 4648, section 4.
std::string base64(ByteView bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            group = (group << 8U) | (i < count ? bytes[at + i] : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            out += i <= count ? letters[(group >> (18 - 6 * i)) & 0x3fU] : '=';
        }
    }
    return out;
}

/// Class and shape of a mark.
std::string_view name_of(Mark mark) {
    constexpr std::array<std::string_view, 6> names{"",        "verified", "not_final",
                                                    "warning", "mismatch", "not_checked"};
    return names[static_cast<std::size_t>(mark)];
}

class HtmlWriter {
public:
    explicit HtmlWriter(const Document& document) : m_document(document) {}

    std::string take() {
        head();
        banner();
        add("<main>\n");
        for (const Section& section : m_document.sections) {
            write(section);
        }
        add("<p class=\"closing\">").text(m_document.closing).add("</p>\n</main>\n");
        add("<footer>").text(m_document.tool).add(" · <span class=\"mono\">").text(m_document.sha256);
        add("</span></footer>\n</body>\n</html>\n");
        return std::move(m_out);
    }

private:
    HtmlWriter& add(std::string_view own) {
        m_out += own;
        return *this;
    }
    HtmlWriter& text(std::string_view untrusted) {
        m_out += markup(untrusted);
        return *this;
    }
    /// Line breaks of the text stay.
    HtmlWriter& lines(std::string_view untrusted) {
        for (bool first = true; first || !untrusted.empty(); first = false) {
            const std::size_t end = std::min(untrusted.find('\n'), untrusted.size());
            add(first ? "" : "<br/>").text(untrusted.substr(0, end));
            untrusted.remove_prefix(std::min(end + 1, untrusted.size()));
        }
        return *this;
    }

    void head() {
        add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        add("<meta http-equiv=\"Content-Security-Policy\" content=\"").text(html_policy()).add("\"/>\n");
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        add("<meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"generator\" content=\"");
        text(m_document.tool)
            .add("\"/>\n<title>")
            .text(m_document.verdict)
            .add(": ")
            .text(m_document.subject);
        add("</title>\n<style>").add(html_style()).add("</style>\n</head>\n<body>\n").add(html_shapes());
    }

    void icon(Mark mark) {
        add("<svg class=\"icon ").add(name_of(mark)).add("\" aria-hidden=\"true\"><use href=\"#i-");
        add(name_of(mark)).add("\"/></svg>");
    }

    void banner() {
        add("<header class=\"banner ").add(name_of(m_document.mark)).add("\">");
        icon(m_document.mark);
        add("<div><h1>").text(m_document.headline).add("</h1>\n<p>").text(m_document.reason);
        add("</p>\n<p class=\"subject\">").text(m_document.subject);
        if (!m_document.sha256.empty()) {
            add(" · SHA-256 <span class=\"mono\">").text(m_document.sha256).add("</span>");
        }
        add("</p></div></header>\n");
    }

    void write(const Section& section) {
        add("<section id=\"").text(section.id).add("\">\n<h2>").text(section.title).add("</h2>\n");
        if (!section.lead.empty()) {
            add("<p class=\"lead\">").text(section.lead).add("</p>\n");
        }
        if (section.kind == Section::Kind::tree) {
            tree(section);
        } else {
            table(section);
        }
        if (!section.left_out.empty()) {
            add("<p class=\"left-out\">").text(section.left_out).add("</p>\n");
        }
        add("</section>\n");
    }

    void cell_content(const Cell& cell) {
        if (cell.mark != Mark::none) {
            icon(cell.mark);
        }
        lines(cell.text);
        if (!cell.more.empty()) {
            add("<div class=\"more\">").lines(cell.more).add("</div>");
        }
    }

    static std::string_view look_of(const Cell& cell) {
        constexpr std::array<std::string_view, 4> names{"plain", "strong", "muted", "mono"};
        return names[static_cast<std::size_t>(cell.look)];
    }

    void cell(const Cell& cell, std::string_view element, std::string_view scope) {
        add("<").add(element).add(scope).add(" class=\"").add(look_of(cell));
        if (cell.mark != Mark::none) {
            add(" ").add(name_of(cell.mark));
        }
        add("\">");
        cell_content(cell);
        add("</").add(element).add(">");
    }

    void table(const Section& section) {
        const bool facts = section.kind == Section::Kind::facts;
        if (section.rows.empty()) {
            return;
        }
        add("<table class=\"").add(facts ? "facts " : "").text(section.id).add("\">\n");
        if (!facts) {
            add("<thead><tr>");
            for (const Column& column : section.columns) {
                add("<th scope=\"col\">").text(column.title).add("</th>");
            }
            add("</tr></thead>\n");
        }
        add("<tbody>\n");
        std::size_t number = 0;
        for (const Row& row : section.rows) {
            ++number;
            add("<tr");
            if (section.id == "notes") {
                add(" id=\"note-").add(std::to_string(number)).add("\"");
            }
            add(">");
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const bool head = facts && i == 0;
                cell(row.cells[i], head ? "th" : "td", head ? " scope=\"row\"" : "");
            }
            add("</tr>\n");
        }
        add("</tbody></table>\n");
    }

    void tree_row(const Row& row) {
        if (row.depth > max_nested_details) {
            add("<span class=\"depth\">depth ").add(std::to_string(row.depth)).add("</span> ");
        }
        for (const Cell& each : row.cells) {
            if (each.text.empty()) {
                continue;
            }
            add("<span class=\"").add(look_of(each));
            add(each.mark == Mark::none ? "" : " ").add(name_of(each.mark)).add("\">");
            cell_content(each);
            add("</span> ");
        }
        if (row.note != 0) {
            const std::string number = std::to_string(row.note);
            add("<a class=\"note\" href=\"#note-").add(number).add("\">note ").add(number).add("</a>");
        }
    }

    /// Rows with rows below them are details, the others plain; `open` counts those not yet closed.
    void tree(const Section& section) {
        const bool all_open = section.rows.size() <= max_open_rows;
        add("<div class=\"tree\">\n");
        std::size_t open = 0;
        for (std::size_t i = 0; i < section.rows.size(); ++i) {
            const Row& row = section.rows[i];
            const std::size_t depth = std::min(row.depth, max_nested_details);
            for (; open > depth; --open) {
                add("</details>\n");
            }
            const bool has_children = i + 1 < section.rows.size() && section.rows[i + 1].depth > row.depth &&
                                      row.depth < max_nested_details;
            if (!has_children) {
                add("<div class=\"leaf\">");
                tree_row(row);
                add("</div>\n");
                continue;
            }
            add(all_open || row.depth == 0 ? "<details open=\"open\"><summary>" : "<details><summary>");
            tree_row(row);
            add("</summary>\n");
            ++open;
        }
        for (; open > 0; --open) {
            add("</details>\n");
        }
        add("</div>\n");
    }

    const Document& m_document;
    std::string m_out;
};

} // namespace

std::string html_policy() {
    return "default-src 'none'; style-src 'sha256-" + base64(crypto::sha256(bytes_of(html_style())).view()) +
           "'; base-uri 'none'; form-action 'none'";
}

std::string html_of(const Document& document) { return HtmlWriter(document).take(); }

} // namespace anchorscope::report
