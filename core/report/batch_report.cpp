#include "core/report/batch_report.h"
#include "core/report/json_parts.h"
#include "core/report/text_style.h"

namespace anchorscope::report {
namespace {

/// Worst first (DESIGN, exit status).
constexpr std::array badness{70, 1, 3, 2, 5, 4, 0};

std::size_t rank_of(int status) {
    const auto* const found = std::ranges::find(badness, status);
    return found == badness.end() ? 0 : static_cast<std::size_t>(found - badness.begin());
}

struct Mark {
    std::string_view sign;
    Tone tone;
};

Mark mark_of(const BatchItem& item) {
    switch (item.status) {
    case 0:
        return {"✔", Tone::verified};
    case 4:
    case 5:
        return {"⚠", Tone::warning};
    default:
        return {"✖", Tone::mismatch};
    }
}

/// "3 verified, 1 mismatch": in order of badness, best first.
std::string counts_text(std::span<const BatchItem> items) {
    std::vector<const BatchItem*> sorted(items.size());
    std::ranges::transform(items, sorted.begin(), [](const BatchItem& item) { return &item; });
    std::ranges::stable_sort(sorted, std::greater(),
                             [](const BatchItem* item) { return rank_of(item->status); });
    std::string out;
    for (std::size_t first = 0; first < sorted.size();) {
        std::size_t end = first;
        while (end < sorted.size() && sorted[end]->verdict == sorted[first]->verdict) {
            ++end;
        }
        out.append(out.empty() ? "" : ", ").append(std::to_string(end - first));
        out.append(" ").append(sorted[first]->verdict);
        first = end;
    }
    return out;
}

} // namespace

BatchItem batch_item(std::string path, const verify::Report& report, const verify::Request& request) {
    BatchItem item;
    item.path = std::move(path);
    item.status = verify::exit_status(report);
    item.verdict = verify::name(report.verdict);
    item.headline = report.headline;
    item.reason = report.reason;
    item.format = request.table ? request.table->format->id : "";
    item.profile = report.matched ? report.matched->profile->id : "";
    item.digest = report.expected_digest ? report.expected_digest->hex() : "";
    item.sha256 = request.source ? request.source->file_sha256.hex() : "";
    item.case_sha256 = request.case_file ? request.case_file->sha256.hex() : "";
    item.rungs.assign(report.rungs.begin(), report.rungs.end());
    return item;
}

BatchItem failed_batch_item(std::string path, int status, std::string why) {
    BatchItem item;
    item.path = std::move(path);
    item.status = status;
    item.verdict = status == 2 ? "unreadable" : "internal error";
    item.headline = status == 2 ? "Cannot be read" : "The program failed";
    item.reason = std::move(why);
    return item;
}

int worst_status(std::span<const int> statuses) {
    std::size_t worst = badness.size() - 1;
    for (const int status : statuses) {
        worst = std::min(worst, rank_of(status));
    }
    return badness[worst];
}

int worst_status(std::span<const BatchItem> items) {
    std::vector<int> statuses;
    statuses.reserve(items.size());
    for (const BatchItem& item : items) {
        statuses.push_back(item.status);
    }
    return worst_status(statuses);
}

std::string batch_text(std::span<const BatchItem> items, TextStyle style) {
    std::string counts = std::to_string(items.size()) + " inputs: " + counts_text(items) + "\n";
    if (style.quiet) {
        return counts;
    }
    std::size_t width = 0;
    for (const BatchItem& item : items) {
        width = std::max(width, item.verdict.size());
    }
    std::string out;
    for (const BatchItem& item : items) {
        const Mark mark = mark_of(item);
        const std::string state = std::string(mark.sign).append(" ").append(padded(item.verdict, width + 2));
        out.append(painted(style, mark.tone, state)).append(printable(item.path)).append("\n");
        out.append(width + 4, ' ').append(printable(item.headline));
        if (item.rungs.empty()) {
            out.append(": ").append(printable(item.reason));
        }
        out += "\n";
    }
    return out.append("\n").append(counts);
}

std::string batch_json(std::span<const BatchItem> items, const ToolVersion& tool) {
    const auto text = [](const std::string& value) { return value.empty() ? Json() : Json(value); };
    Json list = Json::array();
    for (const BatchItem& item : items) {
        Json rungs = Json::array();
        for (const verify::Rung& rung : item.rungs) {
            rungs.push_back(Json{{"id", verify::name(rung.id)},
                                 {"state", verify::name(rung.state)},
                                 {"rule", text(std::string(rung.rule))}});
        }
        list.push_back(Json{{"path", item.path},
                            {"status", item.status},
                            {"verdict", item.verdict},
                            {"headline", item.headline},
                            {"reason", item.reason},
                            {"format", text(item.format)},
                            {"profile", text(item.profile)},
                            {"digest", text(item.digest)},
                            {"sha256", text(item.sha256)},
                            {"case_sha256", text(item.case_sha256)},
                            {"rungs", std::move(rungs)}});
    }
    return written(Json{{"schema", "anchorscope.batch/1"},
                        {"status", worst_status(items)},
                        {"items", std::move(list)},
                        {"tool", tool_json(tool)}});
}

} // namespace anchorscope::report
