#include "core/report/document.h"
#include "core/report/document_parts.h"

namespace anchorscope::report {
namespace {

/// Cuts between characters, never inside one.
std::string_view cut(std::string_view text, std::size_t most) {
    if (text.size() <= most) {
        return text;
    }
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0U) == 0x80U) {
        --most;
    }
    return text.substr(0, most);
}

/// A value behind its name; a long one on a line of its own.
std::string compared(std::string_view name, const std::string& value) {
    constexpr std::size_t short_value = 40;
    return std::string(name).append(value.size() > short_value ? "\n" : " ").append(value);
}

Section ladder_section(const verify::Report& report, const DocumentLimits& limits) {
    SectionWriter out("ladder", "What was checked, and on whose word", Section::Kind::table, limits);
    out.lead("Required by the policy " + std::string(verify::name(report.policy)) +
             ": the rungs with a dot. A rung that failed makes a mismatch, required or not.");
    out.column("Rung", 14).column("State", 18).column("Why", 48).column("Basis", 20);
    for (const verify::Rung& rung : report.rungs) {
        const bool required = report.required.contains(rung.id);
        std::string more;
        if (!rung.expected.empty() || !rung.actual.empty()) {
            more = compared("expected", out.safe(rung.expected)) + "\n" +
                   compared("actual", out.safe(rung.actual));
        }
        if (!rung.rule.empty()) {
            more.append(more.empty() ? "" : "\n").append("rule ").append(rung.rule);
        }
        std::string stage(verify::name(verify::stage_of(rung.id)));
        const Mark mark = mark_for(rung.state);
        out.row(
            {{{(required ? "• " : "") + std::string(verify::name(rung.id)), Look::strong, Mark::none, stage},
              {std::string(verify::words(rung.state)),
               rung.state == verify::RungState::failed ? Look::strong : Look::plain, mark},
              {out.safe(rung.detail), Look::plain, Mark::none, std::move(more)},
              {out.safe(basis_words(rung.basis)), Look::plain}}});
    }
    return out.take({});
}

/// Name, size and hash of a file, as a row.
Row file_row(const SectionWriter& out, std::string_view role, std::string_view name, std::uint64_t bytes,
             const Hash32& sha256) {
    return {
        {{std::string(role), Look::strong}, {out.safe(name)}, {grouped(bytes)}, {sha256.hex(), Look::mono}}};
}

Section input_section(const Subject& subject, const DocumentLimits& limits) {
    SectionWriter out("inputs", "Inputs", Section::Kind::table, limits);
    out.lead("The files as they were read. None of them was altered.");
    out.column("What", 11).column("File", 17).column("Bytes", 10).column("SHA-256", 62);
    const verify::Request& request = subject.request;
    if (const auto& file = request.case_file) {
        out.row(file_row(out, "case", file->name, file->bytes, file->sha256));
    }
    if (const auto& source = request.source) {
        const std::string name = source->place.empty() ? source->name : source->name + ", " + source->place;
        out.row(
            file_row(out, request.slice ? "slice" : "table", name, source->file.size(), source->file_sha256));
    }
    if (subject.annex != nullptr) {
        for (const InputFile& file : subject.annex->files) {
            out.row(file_row(out, file.role, file.name, file.bytes, file.sha256));
        }
    }
    return out.take({});
}

Mark mark_for(Severity severity) {
    return severity == Severity::error     ? Mark::mismatch
           : severity == Severity::warning ? Mark::warning
                                           : Mark::none;
}

Section finding_section(const verify::Report& report, const DocumentLimits& limits) {
    SectionWriter out("findings", "Findings", Section::Kind::table, limits);
    out.lead(report.findings.empty() ? "There are none." : "What is worth telling beside the ladder.");
    out.column("Severity", 15).column("Rule", 25).column("Finding", 60);
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        for (const Finding& finding : report.findings) {
            if (finding.severity != severity) {
                continue;
            }
            if (out.full()) {
                out.skip(1);
                continue;
            }
            out.row({{{std::string(name(severity)), Look::plain, mark_for(severity)},
                      {out.safe(finding.rule), Look::mono},
                      {out.safe(finding.text), Look::plain, Mark::none, out.safe(finding.place)}}});
        }
    }
    return out.take("anchorscope-cli verify --json lists all of them.");
}

/// Lines stay lines; whatever else is invisible is shown.
std::string lines_of(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        out.append(out.empty() ? "" : "\n").append(printable(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

Section note_section(const Annex& annex, const DocumentLimits& limits) {
    DocumentLimits all = limits;
    all.table_rows = std::max(limits.table_rows, annex.notes.size());
    SectionWriter out("notes", "Notes", Section::Kind::table, all);
    out.lead("Written by whoever made this report. No check depends on them.");
    out.column("No.", 7).column("Place", 33).column("Note", 60);
    std::size_t number = 0;
    for (const Note& note : annex.notes) {
        const std::string place = note.path.empty() ? "the case" : out.safe(note.path);
        out.row({{{std::to_string(++number), Look::strong},
                  {place, note.path.empty() ? Look::plain : Look::mono},
                  {lines_of(note.text)}}});
    }
    return out.take({});
}

Section origin_section(const verify::Report& report, const Subject& subject, const ToolVersion& tool,
                       const DocumentLimits& limits) {
    SectionWriter out("reproduce", "How to reproduce it", Section::Kind::facts, limits);
    const Annex* const annex = subject.annex;
    if (annex != nullptr && !annex->command.empty()) {
        out.lead("The command is to be run where the inputs lie; of keys of endpoints it holds names alone.");
        out.fact("Command", out.safe(annex->command), Look::mono);
    }
    out.fact("Tool", tool.name + " " + tool.version);
    out.fact("Policy", std::string(verify::name(report.policy)));
    if (annex != nullptr && !annex->checked_at.empty()) {
        out.fact("Checked", annex->checked_at + "; what endpoints said then may be different now");
    } else {
        out.fact("Checked", "without asking anybody: the same inputs give the same report at any time");
    }
    return out.take({});
}

std::string_view verdict_words(const verify::Report& report) {
    switch (report.verdict) {
    case verify::Verdict::verified:
        return report.rungs.back().state == verify::RungState::passed_not_final ? "Verified, not final"
                                                                                : "Verified";
    case verify::Verdict::mismatch:
        return "Mismatch";
    case verify::Verdict::malformed:
        return "Malformed";
    case verify::Verdict::unproven:
        break;
    }
    return "Unproven";
}

Mark mark_for(const verify::Report& report) {
    switch (report.verdict) {
    case verify::Verdict::verified:
        return report.rungs.back().state == verify::RungState::passed_not_final ? Mark::not_final
                                                                                : Mark::verified;
    case verify::Verdict::mismatch:
    case verify::Verdict::malformed:
        return Mark::mismatch;
    case verify::Verdict::unproven:
        break;
    }
    return Mark::warning;
}

} // namespace

Mark mark_for(verify::RungState state) {
    constexpr std::array marks{Mark::verified, Mark::not_final, Mark::mismatch, Mark::not_checked,
                               Mark::not_checked};
    return marks[static_cast<std::size_t>(state)];
}

std::string basis_words(const verify::Basis& basis) {
    constexpr std::array<std::string_view, 5> kinds{"computed here", "proven by a light client", "pinned",
                                                    "said by endpoints", "supplied by a file"};
    std::string out(kinds[static_cast<std::size_t>(basis.kind)]);
    for (std::size_t index = 0; index < basis.sources.size(); ++index) {
        out.append(index == 0 ? ": " : ", ").append(basis.sources[index]);
    }
    return out;
}

std::string grouped(std::uint64_t number) {
    std::string out = std::to_string(number);
    for (std::size_t end = out.size(); end > 3; end -= 3) {
        out.insert(end - 3, "\xc2\xa0"); // no-break space
    }
    return out;
}

SectionWriter::SectionWriter(std::string_view id, std::string_view title, Section::Kind kind,
                             const DocumentLimits& limits)
    : m_most(kind == Section::Kind::tree ? limits.tree_rows : limits.table_rows), m_limits(limits) {
    m_section.id = id;
    m_section.title = title;
    m_section.kind = kind;
    if (kind == Section::Kind::facts) {
        m_section.columns = {{{}, 22}, {{}, 78}};
    }
}

SectionWriter& SectionWriter::lead(std::string text) {
    m_section.lead = std::move(text);
    return *this;
}

SectionWriter& SectionWriter::column(std::string_view title, std::uint32_t share) {
    m_section.columns.push_back({std::string(title), share});
    return *this;
}

bool SectionWriter::row(Row row) {
    if (full()) {
        ++m_skipped;
        return false;
    }
    m_section.rows.push_back(std::move(row));
    return true;
}

bool SectionWriter::fact(std::string_view label, std::string text, Look look, Mark mark) {
    return row({{{std::string(label), Look::muted}, {std::move(text), look, mark}}});
}

Section SectionWriter::take(std::string_view how) {
    if (m_skipped != 0) {
        m_section.left_out =
            grouped(m_skipped) +
            (m_skipped == 1 ? " more row is left out here; " : " more rows are left out here; ") +
            std::string(how);
    }
    return std::move(m_section);
}

std::string SectionWriter::safe(std::string_view text) const {
    const std::string_view kept = cut(text, m_limits.text_bytes);
    std::string out = printable(kept);
    return kept.size() == text.size()
               ? out
               : out.append("… (").append(grouped(text.size())).append(" bytes in all)");
}

Document document_of(const verify::Report& report, const Subject& subject, const ToolVersion& tool,
                     const DocumentLimits& limits) {
    Document out;
    out.mark = mark_for(report);
    out.verdict = verdict_words(report);
    out.headline = printable(report.headline);
    out.reason = printable(report.reason);
    const verify::Request& request = subject.request;
    if (const auto& file = request.case_file) {
        out.subject = printable(file->name);
        out.sha256 = file->sha256.hex();
    } else if (request.source) {
        out.subject = printable(request.source->name);
        out.sha256 = request.source->file_sha256.hex();
    }
    out.tool = tool.name + " " + tool.version;
    out.checked_at = subject.annex == nullptr ? std::string() : printable(subject.annex->checked_at);
    for (const chain::BlockEvidence& block : subject.evidence.blocks) {
        out.as_of = std::max(out.as_of, block.header.timestamp);
    }
    const auto add = [&out](Section section, bool empty_too = false) {
        if (empty_too || !section.rows.empty()) {
            out.sections.push_back(std::move(section));
        }
    };
    const Annex* const annex = subject.annex;
    add(ladder_section(report, limits));
    add(input_section(subject, limits));
    add(commitment_section(report, subject, limits));
    add(block_section(report, subject, limits));
    if (annex == nullptr || annex->endpoints) {
        add(endpoint_section(subject, limits));
    }
    add(finding_section(report, limits), true);
    if (annex != nullptr) {
        add(note_section(*annex, limits));
    }
    if (annex == nullptr || annex->tree) {
        add(state_section(subject, limits));
        add(tree_section(subject, limits));
    }
    if (annex == nullptr || annex->digests) {
        add(digest_section(report, subject, limits));
    }
    add(origin_section(report, subject, tool, limits));
    out.closing =
        "This report is a copy of what the program found. It proves nothing by itself: whoever has to be "
        "sure runs the check again over the same inputs, with a block hash or a node of their own.";
    return out;
}

} // namespace anchorscope::report
