// table: it decodes canonically, and no rule that the contracts enforce is broken.
#include "core/verify/rung_context.h"

namespace anchorscope::verify {

Rung check_table(const RungContext& context) {
    const Request& request = context.request;
    if (table_is_malformed(request)) {
        Rung rung = failed(RungId::table, request.malformed->rule, {}, request.malformed->message());
        rung.summary = "does not decode";
        return rung;
    }
    if (!request.table) {
        return cannot_check(RungId::table, rules::table_opaque, "opaque",
                            "The bytes match no table format: an opaque observation.");
    }
    if (context.table_part == nullptr) {
        return not_checked(RungId::table, rules::table_unexamined, "not examined",
                           "The table's parts have not been computed yet.");
    }
    const auto& findings = context.table_part->findings;
    const auto broken = std::ranges::find(findings, Severity::error, &Finding::severity);
    if (broken != findings.end()) {
        Rung rung = failed(
            RungId::table, rules::table_invariant, {},
            cat({broken->place, broken->place.empty() ? "" : ": ", broken->text, " [", broken->rule, "]"}));
        const auto count = std::ranges::count(findings, Severity::error, &Finding::severity);
        rung.summary = counted(static_cast<std::uint64_t>(count), "rule broken", "rules broken");
        return rung;
    }
    const bool messages = request.table->format->scheme == table::Scheme::messages;
    const std::string entries = messages ? counted(request.table->messages.size(), "message", "messages")
                                         : counted(request.table->entries.size(), "entry", "entries");
    return passed(RungId::table, {}, entries,
                  cat({"Decodes canonically as ", request.table->format->function, " (",
                       request.table->format->family, ") with ", entries, "; no enforced rule is broken."}));
}

} // namespace anchorscope::verify
