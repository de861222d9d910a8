// Several tables as one order over all domains, as JSON and as rows.
#include "core/report/json_parts.h"
#include "core/report/text_report.h"

namespace anchorscope::report {
namespace {

using transition::Bundle;
using transition::Crossing;
using transition::no_counterpart;

constexpr std::size_t max_indented_depth = 60; // as in the tree

Json leaving_json(const Bundle& bundle, std::uint32_t index) {
    if (index == no_counterpart) {
        return {};
    }
    const transition::LeavingCall& call = bundle.leaving()[index];
    return Json{{"table", call.table},
                {"place", bundle.place(call)},
                {"call_hash", call.call_hash.hex()},
                {"success", call.outcome.success},
                {"return_data", to_hex(call.outcome.return_data)}};
}

Json arriving_json(const Bundle& bundle, std::uint32_t index) {
    if (index == no_counterpart) {
        return {};
    }
    const transition::ArrivingCall& call = bundle.arriving()[index];
    return Json{{"table", call.table},
                {"place", bundle.place(call)},
                {"call_hash", call.call_hash.is_zero() ? Json() : Json(call.call_hash.hex())}};
}

std::string side(const std::string& place) { return place.empty() ? "nowhere" : place; }

} // namespace

Json joined_json(const Bundle& bundle, const transition::JoinedOrder& joined) {
    Json out = Json::array();
    for (const Crossing& crossing : joined.crossings) {
        out.push_back(Json{{"depth", crossing.depth},
                           {"placed", crossing.placed},
                           {"leaves", leaving_json(bundle, crossing.leaves)},
                           {"arrives", arriving_json(bundle, crossing.arrives)}});
    }
    return out;
}

std::string joined_text(const Bundle& bundle, const transition::JoinedOrder& joined) {
    std::string out;
    for (const Crossing& crossing : joined.crossings) {
        const std::string from = crossing.leaves == no_counterpart
                                     ? std::string()
                                     : bundle.place(bundle.leaving()[crossing.leaves]);
        const std::string to = crossing.arrives == no_counterpart
                                   ? std::string()
                                   : bundle.place(bundle.arriving()[crossing.arrives]);
        out.append(2 * std::min<std::size_t>(crossing.depth, max_indented_depth), ' ');
        out.append(side(from)).append(" → ").append(side(to));
        out.append(crossing.placed ? "\n" : "  (place unknown)\n");
    }
    return out;
}

} // namespace anchorscope::report
