// A replay as JSON and as rows.
#include "core/report/json_parts.h"
#include "core/report/text_report.h"

namespace anchorscope::report {
namespace {

using transition::Replay;
using transition::ReplayedEntry;
using transition::RollupAccount;

Json wei_or_null(const std::optional<U256>& wei) { return wei ? Json(wei->decimal()) : Json(); }

Json entry_json(const ReplayedEntry& entry) {
    return Json{{"phase", transition::name(entry.phase)},
                {"position", entry.position},
                {"fate", transition::name(entry.fate)},
                {"reason", entry.reason},
                {"ether", Json{{"deltas", entry.ether.deltas.decimal_signed()},
                               {"in", wei_or_null(entry.ether.in)},
                               {"sent", wei_or_null(entry.ether.sent)}}}};
}

Json rollup_json(const RollupAccount& account) {
    return Json{{"rollup", account.rollup.decimal()},
                {"first_state", account.first.hex()},
                {"last_state", account.last.hex()},
                {"steps", account.steps},
                {"ether_change", account.change.decimal_signed()},
                {"ether_needed", account.needed.decimal()}};
}

/// What was sent is named where either side is more than nothing.
std::string ether_text(const ReplayedEntry& entry) {
    const auto side = [](const std::optional<U256>& wei) {
        return wei ? wei->decimal() : std::string("unknown");
    };
    const auto& [deltas, in, sent] = entry.ether;
    const bool none = deltas.is_zero() && in == U256{} && sent == U256{};
    return none
               ? std::string()
               : "  ether " + deltas.decimal_signed() + " wei (in " + side(in) + ", sent " + side(sent) + ")";
}

} // namespace

Json replay_json(const Replay& replay) {
    Json entries = Json::array();
    for (const ReplayedEntry& entry : replay.entries) {
        entries.push_back(entry_json(entry));
    }
    Json rollups = Json::array();
    for (const RollupAccount& account : replay.rollups) {
        rollups.push_back(rollup_json(account));
    }
    return Json{{"rollups", std::move(rollups)}, {"order", replay.order}, {"entries", std::move(entries)}};
}

std::string replay_text(const Replay& replay) {
    std::string out;
    for (const RollupAccount& account : replay.rollups) {
        out.append("rollup ").append(account.rollup.decimal()).append("  ");
        out.append(account.first.hex()).append(" → ").append(account.last.hex());
        out.append(account.change.is_zero() ? "" : "  ether " + account.change.decimal_signed() + " wei");
        out.append("\n");
    }
    for (std::size_t i = 0; i < replay.entries.size(); ++i) {
        const ReplayedEntry& entry = replay.entries[i];
        out.append("entries[").append(std::to_string(i)).append("]  ");
        out.append(transition::name(entry.phase)).append(" ").append(std::to_string(entry.position));
        out.append("  ").append(transition::name(entry.fate)).append(ether_text(entry));
        out.append(entry.reason.empty() ? "" : "  " + entry.reason).append("\n");
    }
    return out;
}

} // namespace anchorscope::report
