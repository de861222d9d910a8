#include "core/report/text_report.h"
#include "core/report/text_style.h"
#include "core/report/unknown_report.h"

namespace anchorscope::report {
namespace {

constexpr std::size_t name_column = 11;  // "trajectory" and a space
constexpr std::size_t state_column = 19; // "passed, not final" and two spaces
constexpr std::size_t label_column = 9;  // "findings" and a space

struct Banner {
    std::string_view mark;
    Tone tone;
};

Banner banner_of(const verify::Report& report) {
    switch (report.verdict) {
    case verify::Verdict::verified: {
        const bool above_head = report.rungs.back().state == verify::RungState::passed_not_final;
        return above_head ? Banner{"◷", Tone::not_final} : Banner{"✔", Tone::verified};
    }
    case verify::Verdict::mismatch:
    case verify::Verdict::malformed:
        return {"✖", Tone::mismatch};
    case verify::Verdict::unproven:
        break;
    }
    return {"⚠", Tone::warning};
}

std::string headline(const verify::Report& report, TextStyle style) {
    const Banner banner = banner_of(report);
    std::string line(banner.mark);
    return painted(style, banner.tone, line.append(" ").append(printable(report.headline))) + "\n";
}

std::string field(std::string_view label, std::string_view value) {
    std::string out("  ");
    return out.append(padded(label, label_column)).append(printable(value)).append("\n");
}

std::string input_lines(const Subject& subject, const digest::Profile* profile) {
    std::string out;
    if (const auto& file = subject.request.case_file) {
        out += field("case", file->name + ", " + std::to_string(file->bytes) + " bytes");
        out += field("sha256", file->sha256.hex());
    }
    const auto& source = subject.request.source;
    if (source) {
        out += field("input", source->name + ", " + std::to_string(source->file.size()) + " bytes");
        out += field("sha256", source->file_sha256.hex());
        out += source->place.empty() ? std::string() : field("found at", printable(source->place));
    }
    if (const auto& slice = subject.request.slice) {
        out += field("slice", std::to_string(slice->entries.size()) + " of " + std::to_string(slice->count) +
                                  " entries of " + std::string(slice->format->id) + ", of rollup " +
                                  slice->rollup.decimal());
    } else {
        out +=
            field("format", subject.request.table ? subject.request.table->format->id : "opaque observation");
    }
    return profile == nullptr ? out : out + field("profile", profile->id);
}

std::string basis_text(const verify::Basis& basis) {
    if (basis.kind == verify::BasisKind::computed) {
        return {};
    }
    std::string out(verify::name(basis.kind));
    for (std::size_t index = 0; index < basis.sources.size(); ++index) {
        out.append(index == 0 ? ": " : ", ").append(basis.sources[index]);
    }
    return out;
}

std::string rung_lines(const verify::Rung& rung, bool required, TextStyle style) {
    std::string state = std::string(mark_of(rung.state)).append(" ");
    state.append(padded(verify::name(rung.id), name_column))
        .append(padded(verify::words(rung.state), state_column));
    std::string out("  ");
    out.append(required ? "• " : "  ")
        .append(painted(style, tone_of(rung.state), state))
        .append(printable(rung.detail));
    if (const std::string basis = basis_text(rung.basis); !basis.empty()) {
        out.append(" ").append(painted(style, Tone::muted, "(" + printable(basis) + ")"));
    }
    out += "\n";
    const std::string indent(6 + name_column, ' ');
    if (!rung.expected.empty() || !rung.actual.empty()) {
        out.append(indent).append("expected  ").append(printable(rung.expected)).append("\n");
        out.append(indent).append("actual    ").append(printable(rung.actual)).append("\n");
    }
    return out;
}

std::string ladder(const verify::Report& report, TextStyle style) {
    std::string out;
    std::string_view stage;
    for (const verify::Rung& rung : report.rungs) {
        if (const auto name = verify::name(verify::stage_of(rung.id)); name != stage) {
            stage = name;
            out.append("\n  ").append(painted(style, Tone::strong, stage)).append("\n");
        }
        out += rung_lines(rung, report.required.contains(rung.id), style);
    }
    return out.append("\n  • required by policy ").append(verify::name(report.policy)).append("\n");
}

std::string finding_lines(const std::vector<Finding>& findings, TextStyle style) {
    std::string out =
        findings.empty() ? std::string() : "\n  " + painted(style, Tone::strong, "findings") + "\n";
    for (const Finding& finding : findings) {
        const Tone tone = finding.severity == Severity::error     ? Tone::mismatch
                          : finding.severity == Severity::warning ? Tone::warning
                                                                  : Tone::muted;
        out.append("  ").append(painted(style, tone, padded(name(finding.severity), label_column)));
        out.append(printable(finding.rule)).append("  ");
        out.append(finding.place.empty() ? "" : printable(finding.place) + ": ")
            .append(printable(finding.text))
            .append("\n");
    }
    return out;
}

std::string digest_lines(const std::vector<digest::Digest>& digests, TextStyle style) {
    std::string out =
        digests.empty() ? std::string() : "\n  " + painted(style, Tone::strong, "digests") + "\n";
    for (const digest::Digest& digest : digests) {
        out.append("  ").append(padded(digest::name(digest.kind), 21)).append(digest.value.hex());
        out.append("  ").append(printable(digest.subject)).append("\n");
    }
    return out;
}

std::string indented(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out.append("  ").append(printable(text.substr(0, end))).append("\n");
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

} // namespace

std::string verify_text(const verify::Report& report, const Subject& subject, TextStyle style) {
    std::string out = headline(report, style);
    if (style.quiet) {
        return out;
    }
    const digest::Profile* profile = report.matched ? report.matched->profile : subject.request.profile;
    out.append("  ").append(printable(report.reason)).append("\n\n");
    out += input_lines(subject, profile);
    out += ladder(report, style);
    return out + finding_lines(report.findings, style);
}

namespace {

/// "ambiguous: 28 candidates"; a basis that leaves one candidate stands alone.
std::string basis_words(const transition::Tree& tree) {
    std::string out(transition::name(tree.basis));
    if (tree.basis == transition::TreeBasis::ambiguous && tree.candidates.count > 0) {
        out.append(": ").append(tree.candidates.text()).append(" candidates");
    }
    return out;
}

} // namespace

std::string inspect_text(const Subject& subject, TextStyle style) {
    std::string out = input_lines(subject, subject.request.profile);
    if (style.quiet) {
        return out;
    }
    if (subject.request.table && subject.tree != nullptr) {
        out.append("\n  ").append(painted(style, Tone::strong, "tree"));
        out.append(" (").append(basis_words(*subject.tree)).append(")\n");
        out += indented(tree_text(*subject.request.table, *subject.tree));
    }
    if (subject.bundle != nullptr && subject.joined != nullptr) {
        out.append("\n  ").append(painted(style, Tone::strong, "cross-domain order"));
        out.append(" (").append(std::to_string(subject.bundle->size())).append(" tables)\n");
        out += indented(joined_text(*subject.bundle, *subject.joined));
    }
    if (subject.replay != nullptr && !subject.replay->entries.empty()) {
        out.append("\n  ").append(painted(style, Tone::strong, "replay")).append("\n");
        out += indented(replay_text(*subject.replay));
    }
    if (!subject.request.table && !subject.request.slice && subject.request.source) {
        out += unknown_lines(subject.request.source->bytes(), style);
    }
    if (subject.request.table && subject.names != nullptr) {
        const std::string names =
            names_text(*subject.request.table, subject.tree, *subject.names, subject.labels);
        out.append(names.empty() ? "" : "\n  " + painted(style, Tone::strong, "calls and reverts") + "\n");
        out += names;
    }
    if (const std::string proxies = proxies_text(subject); !proxies.empty()) {
        out.append("\n  " + painted(style, Tone::strong, "proxies") + "\n").append(proxies);
    }
    std::vector<Finding> findings;
    if (subject.table_part != nullptr) {
        out += digest_lines(subject.table_part->digests, style);
        findings = subject.table_part->findings;
    }
    if (subject.tree != nullptr) {
        findings.insert(findings.end(), subject.tree->findings.begin(), subject.tree->findings.end());
    }
    if (subject.joined != nullptr) {
        findings.insert(findings.end(), subject.joined->findings.begin(), subject.joined->findings.end());
    }
    if (subject.replay != nullptr) {
        findings.insert(findings.end(), subject.replay->findings.begin(), subject.replay->findings.end());
    }
    return out + finding_lines(findings, style);
}

} // namespace anchorscope::report
