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

/// The user's clock of the chain, else the built-in one; null where there is none.
const chain::SlotClock* clock_of(const RungContext& context) {
    if (!context.chain) {
        return nullptr;
    }
    const auto& stated = context.request.slot_clocks;
    const auto found = std::ranges::find(stated, *context.chain, &chain::SlotClock::chain_id);
    return found == stated.end() ? chain::slot_clock(*context.chain) : &*found;
}

/// Whoever's trace shows the posting; the blocks' own hashes need nobody else.
Basis trace_basis(const RungContext& context) {
    const auto& trace = context.posting->trace;
    return trace ? basis_of(context.evidence.traces[*trace].source) : Basis{};
}

/// BLOCKHASH knows the hashes of this many blocks before its own (Yellow Paper, section 9.4.3).
constexpr std::uint64_t blockhash_reach = 256;
/// A batch that is bound to the very block it is posted in (PROTOCOL 1.4).
constexpr std::uint64_t own_block = UINT64_MAX;

std::optional<std::uint64_t> newest_head(const Evidence& evidence) {
    std::optional<std::uint64_t> head;
    for (const EndpointState& endpoint : evidence.endpoints) {
        if (endpoint.head_number) {
            head = std::max(head.value_or(0), *endpoint.head_number);
        }
    }
    return head;
}

/// "block 120, slot 8", of the block that accepted the table where that is authentic.
std::optional<std::string> accepted_at(const RungContext& context) {
    const auto& posting = context.posting;
    if (!posting || !posting->succeeded || posting->other_chain || !context.posting_authority->passed()) {
        return {};
    }
    const chain::Header& header = context.posting_block()->header;
    const chain::SlotClock* clock = clock_of(context);
    const auto slot = clock == nullptr ? std::nullopt : chain::slot_of(*clock, header);
    return cat(
        {"block ", std::to_string(header.number), slot ? cat({", slot ", std::to_string(*slot)}) : ""});
}

/// Until when the proof of a batch that names a block could be used.
void note_bound_proof(const RungContext& context, Report& report) {
    const auto& table = context.request.table;
    if (!table || !table->batch || table->batch->block_number == 0) {
        return;
    }
    const std::uint64_t bound = table->batch->block_number;
    const auto note = [&report](std::string_view rule, std::string text) {
        report.findings.push_back(
            {std::string(rule), Severity::info, "batch.blockNumber", {}, std::move(text)});
    };
    const auto accepted = accepted_at(context);
    if (bound == own_block) {
        accepted
            ? note(rules::slot_proof_expired,
                   cat({"Slot-bound proof expired at ", *accepted, ": it is bound to that block alone."}))
            : note(rules::slot_proof_bound,
                   "The proof is bound to the block that it is posted in, and to no other.");
        return;
    }
    const std::uint64_t last = bound + std::min(blockhash_reach, own_block - bound);
    const auto head = newest_head(context.evidence);
    if (head && *head > last) {
        note(rules::slot_proof_expired, cat({"Slot-bound proof expired at block ", std::to_string(last),
                                             ": it is bound to block ", std::to_string(bound), "."}));
    } else {
        note(rules::slot_proof_bound, cat({"The proof is bound to block ", std::to_string(bound),
                                           ": it can be used up to block ", std::to_string(last), "."}));
    }
}

std::optional<Times> times_of(const RungContext& context) {
    const chain::Header& table = context.posting_block()->header;
    const chain::Header& anchor = context.anchor_block()->header;
    const chain::SlotClock* clock = clock_of(context);
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
    note_bound_proof(context, report);
    if (auto rung = obstacle(context, report)) {
        return *std::move(rung);
    }
    const auto times = times_of(context);
    if (!times) {
        return cannot_check(RungId::slot, rules::slot_no_slot, "no slot",
                            "A block's time stamp lies on no slot of the chain.");
    }
    return judge(*times, context.request.slot_tolerance,
                 weakest(weakest(context.posting_authority->basis(), context.anchor_authority->basis()),
                         trace_basis(context)),
                 report);
}

} // namespace anchorscope::verify
