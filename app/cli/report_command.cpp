// anchorscope-cli report: what verify decides, as a file to keep.
#include "app/cli/report_command.h"
#include "app/cli/command.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session_run.h"
#include "app/cli/verify_run.h"
#include "model/notes/note_files.h"
#include "model/report/kept_report.h"
#include "ui/paint/report_pdf.h"
#include <QFile>
#include <QSaveFile>

namespace anchorscope::cli {
namespace {

constexpr std::array report_list{
    Option{"-o", "FILE",
           "the file to write, as its name ends: .json, .html or .pdf; it is replaced\nas a whole "
           "or not at all. - is standard output"},
    Option{"--as", "FORMAT", "json, html or pdf, whatever the file is called; needed for -"},
    Option{"--without", "PART", "leave out tree, digests, notes or endpoints", true},
};
constexpr std::array groups{
    OptionGroup{"What is written", report_list},
    input_options,
    reading_options,
    authority_options,
    expectation_options,
    policy_options,
    output_options,
};

constexpr std::string_view text =
    R"(Verifies as verify does, with the same options and the same exit status, and writes a report to keep or to
hand on: the verdict, every rung with its basis, the inputs with their SHA-256, the blocks' hashes, findings,
transitions, digests, the notes that lie beside the input, and the command that reproduces it.

JSON is what verify --json prints, and more; the same inputs give the same bytes. HTML is one file without a
script and without anything from elsewhere. PDF is PDF/A-1b as Qt writes it; it is not validated. Of endpoints
a report names the host alone.
)";

constexpr std::string_view examples = R"(Examples
  anchorscope-cli report case/ -o report.html
  anchorscope-cli report a.anchorcase --pin-block 1:22869878:0x4a1f... -o report.pdf
  anchorscope-cli report table.hex --expect 0x8e79... --require digest --as json -o - | jq .verdict
)";

struct Target {
    std::string path; ///< "-": standard output
    model::ReportFormat format{};
};

Target target_of(const Arguments& arguments) {
    const auto path = arguments.value("-o");
    if (!path) {
        throw UsageError("-o FILE is missing: what to write");
    }
    const auto named = arguments.value("--as");
    if (named && *named != "json" && *named != "html" && *named != "pdf") {
        refuse("--as", "json, html or pdf", *named);
    }
    const auto format = model::reportFormatOf(QString::fromStdString(named          ? "x." + *named
                                                                     : *path == "-" ? std::string()
                                                                                    : *path));
    if (!format) {
        throw UsageError(*path == "-"
                             ? "-o -: --as FORMAT says what to write"
                             : "-o: expected a name that ends in .json, .html or .pdf, or --as FORMAT");
    }
    if (*path == "-" && arguments.has("--json")) {
        throw UsageError("--json needs -o FILE: standard output is the report's or what is said of it");
    }
    return {*path, *format};
}

model::ReportParts parts_of(const Arguments& arguments) {
    model::ReportParts out;
    for (const std::string& part : arguments.values("--without")) {
        bool* const wanted = part == "tree"        ? &out.tree
                             : part == "digests"   ? &out.digests
                             : part == "notes"     ? &out.notes
                             : part == "endpoints" ? &out.endpoints
                                                   : nullptr;
        if (wanted == nullptr) {
            refuse("--without", "tree, digests, notes or endpoints", part);
        }
        *wanted = false;
    }
    return out;
}

/// Those beside the input, and those that the window kept for it.
std::vector<report::Note> notes_of(const model::CaseFiles& files, const model::Parts& parts) {
    const Hash32 input = parts.container ? parts.container->file.sha256 : parts.source->file_sha256;
    const model::StoredNotes stored = model::readNotes(model::notePlaces(files, input));
    if (!stored.why.isEmpty() && stored.home == model::NoteHome::Own && !files.fromBytes) {
        write_message(stored.why.toStdString());
    }
    std::vector<report::Note> out;
    for (const auto& [path, words] : stored.texts) {
        out.push_back({path, words});
    }
    return out;
}

std::string bytes_for(const model::KeptReport& kept, model::ReportFormat format) {
    switch (format) {
    case model::ReportFormat::Json:
        return kept.json();
    case model::ReportFormat::Html:
        return kept.html();
    case model::ReportFormat::Pdf:
        break;
    }
    return paint::pdfOf(kept.document()).toStdString();
}

void save(const std::string& path, std::string_view content) {
    QSaveFile file(QFile::decodeName(QByteArray(path.data(), static_cast<qsizetype>(path.size()))));
    const auto size = static_cast<qint64>(content.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), size) != size || !file.commit()) {
        throw UsageError("-o: " + report::printable(path) + ": " + file.errorString().toStdString());
    }
}

codec::Json json_of(const verify::Report& report, const Target& target, std::string_view content) {
    return {{"schema", report::report_schema},
            {"verdict", verify::name(report.verdict)},
            {"report",
             {{"path", target.path},
              {"format", model::suffixOf(target.format).toStdString()},
              {"bytes", content.size()},
              {"sha256", crypto::sha256(bytes_of(content)).hex()}}},
            {"tool", report::tool_json(model::KeptReport::tool())}};
}

int run(const Arguments& arguments) {
    const Target target = target_of(arguments);
    const model::ReportParts wanted = parts_of(arguments);
    const model::CaseFiles files = verified_files(arguments, "TABLE, CASE or -");
    const model::VerifyOptions options = verify_options(arguments);
    const report::TextStyle style = text_style(arguments);
    model::Session session;
    run_session(session, files, options, style.quiet);
    const model::Parts& parts = session.parts();
    if (!model::KeptReport::hasReport(parts)) {
        throw std::logic_error("the run ended without a report");
    }
    const model::KeptReport kept(parts, wanted,
                                 wanted.notes ? notes_of(files, parts) : std::vector<report::Note>(),
                                 model::KeptReport::commandFor(files, options), session.checkedAt());
    const std::string content = bytes_for(kept, target.format);
    if (target.path == "-") {
        write_bytes(bytes_of(content));
        return verify::exit_status(*parts.report);
    }
    save(target.path, content);
    if (arguments.has("--json")) {
        write_json(json_of(*parts.report, target, content));
    } else {
        const report::Subject subject{*parts.request, *parts.evidence};
        write_result(report::verify_text(*parts.report, subject, {style.color, true}) +
                     (style.quiet ? ""
                                  : "  " + report::printable(target.path) + ", " +
                                        std::to_string(content.size()) + " bytes\n"));
    }
    return verify::exit_status(*parts.report);
}

} // namespace

std::unique_ptr<QCoreApplication> application_for(std::span<const std::string> words, int& argc,
                                                  char** argv) {
    const bool paints = !words.empty() && words.front() == report_command.name &&
                        std::ranges::any_of(words, [](std::string_view word) {
                            return word == "pdf" || word.ends_with("=pdf") || word.ends_with(".pdf") ||
                                   word.ends_with(".PDF");
                        });
    return paints ? paint::pdfApplication(argc, argv) : std::make_unique<QCoreApplication>(argc, argv);
}

const Command report_command{"report", "TABLE|CASE|-", "verify, and keep the report as JSON, HTML or PDF",
                             text,     groups,         examples,
                             run};

} // namespace anchorscope::cli
