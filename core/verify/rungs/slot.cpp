// slot: anchored in the slot of the block that accepted the table, or at most the tolerance later. Both
// blocks must be authentic. A chain without a slot clock compares block numbers.
#include "core/chain/slot_clock.h"
#include "core/verify/rung_context.h"

namespace anchorscope::verify {
namespace {

struct Times {
    std::uint64_t table = 0, anchor = 0;
    std::string_view one, many; ///< the unit's name
    std::string_view remark;
};

std::optional<Times> times_of(const RungContext& context) {
    const chain::Header& table = context.posting_block()->header;
    const chain::Header& anchor = context.anchor_block()->header;
    const chain::SlotClock* clock = context.chain ? chain::slot_clock(*context.chain) : nullptr;
    if (clock == nullptr) {
        return Times{table.number, anchor.number, "block", "blocks",
                     " The chain has no slot clock: block numbers were compared."};
    }
    const auto table_slot = chain::slot_of(*clock, table);
    const auto anchor_slot = chain::slot_of(*clock, anchor);
    if (!table_slot || !anchor_slot) {
        return {};
    }
    return Times{*table_slot, *anchor_slot, "slot", "slots", ""};
}

Rung earlier(const Times& times, Basis basis, Report& report) {
    const std::string distance = counted(times.table - times.anchor, times.one, times.many);
    report.findings.push_back(
        {std::string(rules::slot_pre_commitment),
         Severity::info,
         "slot",
         {},
         cat({"The anchor stands ", distance, " before the table: a pre-commitment."})});
    return passed(RungId::slot, std::move(basis), "pre-commitment",
                  cat({"Anchored ", distance, " before the table's: a pre-commitment.", times.remark}));
}

Rung judge(const Times& times, std::uint64_t tolerance, Basis basis, Report& report) {
    if (times.anchor < times.table) {
        return earlier(times, std::move(basis), report);
    }
    const std::uint64_t late = times.anchor - times.table;
    const std::string distance = counted(late, times.one, times.many);
    const std::string allowed = cat({" Tolerance: ", counted(tolerance, times.one, times.many), "."});
    if (late > tolerance) {
        const std::string last = U256(times.table).plus(U256(tolerance)).decimal();
        Rung rung = failed(
            RungId::slot, rules::slot_late, std::move(basis),
            cat({"Anchored ", distance, " later than the table's.", allowed, times.remark}),
            cat({times.one, " ", std::to_string(times.table), tolerance == 0 ? "" : cat({" to ", last})}),
            cat({times.one, " ", std::to_string(times.anchor)}));
        rung.summary = cat({distance, " later"});
        return rung;
    }
    return passed(
        RungId::slot, std::move(basis), late == 0 ? cat({"same ", times.one}) : cat({distance, " later"}),
        late == 0 ? cat({"Anchored in the same ", times.one, " as the table.", times.remark})
                  : cat({"Anchored ", distance, " later than the table's.", allowed, times.remark}));
}

/// Not to be compared: why.
std::optional<Rung> obstacle(const RungContext& context, const Report& report) {
    const auto holds = [&report](RungId id) {
        return report.rungs[static_cast<std::size_t>(id)].state == RungState::passed;
    };
    if (!context.posting || !context.posting->succeeded || context.posting->other_chain) {
        return cannot_check(RungId::slot, rules::slot_table_block, "table's block unknown",
                            "The block that accepted the table is not known (see proof).");
    }
    if (context.anchor_block() == nullptr || !holds(RungId::event) || !holds(RungId::inclusion)) {
        return cannot_check(RungId::slot, rules::inclusion_no_block, "no anchor",
                            "No anchor is known to be included in a block (see event and inclusion).");
    }
    if (!context.posting_authority->passed()) {
        return cannot_check(
            RungId::slot, rules::slot_unauthentic, "table's block not authentic",
            cat({"The table's block is not known to be authentic. ", context.posting_authority->detail}));
    }
    if (!context.anchor_authority->passed()) {
        return cannot_check(
            RungId::slot, rules::slot_unauthentic, "anchor's block not authentic",
            cat({"The anchor's block is not known to be authentic. ", context.anchor_authority->detail}));
    }
    return {};
}

} // namespace

Rung check_slot(const RungContext& context, Report& report) {
    if (auto rung = obstacle(context, report)) {
        return *std::move(rung);
    }
    const auto times = times_of(context);
    if (!times) {
        return cannot_check(RungId::slot, rules::slot_no_slot, "no slot",
                            "A block's time stamp lies on no slot of the chain.");
    }
    return judge(*times, context.request.slot_tolerance,
                 weakest(context.posting_authority->basis(), context.anchor_authority->basis()), report);
}

} // namespace anchorscope::verify
