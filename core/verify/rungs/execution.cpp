// execution: what the manager logged in the block that accepted the table, recomputed, equals the table. Only
// logs of the stated manager in proven receipts of that block count, and that block must be authentic.
#include "core/verify/rung_context.h"

namespace anchorscope::verify {
namespace {

using transition::EntryExecution;
using transition::ExecutionState;

std::optional<std::size_t> first_in(const std::vector<EntryExecution>& entries, ExecutionState state) {
    const auto found = std::ranges::find_if(entries, [state](const EntryExecution& entry) {
        return entry.state == state && !(state == ExecutionState::not_executed && entry.skipped_alternative);
    });
    if (found == entries.end()) {
        return {};
    }
    return static_cast<std::size_t>(found - entries.begin());
}

std::string entry_text(const std::vector<EntryExecution>& entries, std::size_t index) {
    return cat({"entries[", std::to_string(index), "]: ", entries[index].detail});
}

/// Points at the rolling hash where that is what differs, else at the entry.
Finding place_of_difference(const table::ExecutionTable& table, std::size_t index, bool of_hash,
                            const std::string& detail) {
    Finding out{std::string(rules::execution_differs), Severity::error,
                cat({"entries[", std::to_string(index), "]"}), table.entries[index].range, detail};
    const codec::AbiValue entry = table.entry_value(index);
    constexpr std::string_view hash = "rollingHash";
    if (of_hash && entry.type().field_index(entry.type_index(), hash)) {
        out.place += cat({".", hash});
        out.range = entry[hash].range();
    }
    return out;
}

Rung differs(const RungContext& context, std::size_t index, Report& report) {
    const EntryExecution& entry = context.tree->entries[index];
    const Hash32& expected = context.request.table->entries[index].rolling_hash;
    const bool hash_differs = entry.recomputed && *entry.recomputed != expected;
    Rung rung =
        failed(RungId::execution, rules::execution_differs, posting_basis(context),
               entry_text(context.tree->entries, index), hash_differs ? expected.hex() : std::string(),
               hash_differs ? entry.recomputed->hex() : std::string());
    rung.summary = cat({"entry ", std::to_string(index), " differs"});
    report.findings.push_back(place_of_difference(*context.request.table, index, hash_differs, entry.detail));
    return rung;
}

/// Something in the logs that the table does not explain, or that cannot be read.
const Finding* unexplained(const RungContext& context) {
    const auto& findings = context.tree->findings;
    const auto found = std::ranges::find(findings, Severity::error, &Finding::severity);
    return found == findings.end() ? nullptr : &*found;
}

/// In a part of a block it may be another table's: the logs that would tell are not all there.
Rung differs_in_part(const RungContext& context, std::size_t index) {
    return not_checked(
        RungId::execution, rules::execution_incomplete, "part of the block",
        cat({"The logs differ, which may be another table's (", only_at_hand(*context.posting_block()),
             "): ", entry_text(context.tree->entries, index)}));
}

bool takes_from_queue(const transition::ManagerEvent& event) {
    return std::holds_alternative<transition::ExecutionConsumed>(event.body);
}

/// Positions in the block between which every receipt has to be at hand.
struct Extent {
    std::size_t first = 0, last = 0;
};

/// Which receipts matter, where only a part of the block is at hand:
/// - The posting's own. A receipt holds all logs of its transaction, so nothing that the manager logged in
/// the
///   posting is missing, and what it executed there itself is judged on all that there is to know.
/// - From the posting's to the last that holds a log which was judged: entries left in the queue are executed
/// by
///   other transactions, and another batch between them would have replaced the queue. Its entry at the same
///   place, with the same call hash and results, would look the same.
/// - From the block's first on, where the posting's transaction took an entry before the batch was logged:
/// that is
///   either a transient entry of this table or what an earlier batch of the block had left in the queue.
/// - None behind the last that was judged: every entry is accounted for by then, and none can be executed
/// twice.
Extent needed(const RungContext& context) {
    const chain::BlockEvidence& block = *context.posting_block();
    const std::size_t posting = block.position_of(context.posting->transaction);
    const auto& events = context.tree->events;
    const auto batch = std::ranges::find_if(events, [&](const transition::ManagerEvent& event) {
        return event.log.receipt == context.posting->transaction &&
               std::holds_alternative<transition::BatchPosted>(event.body);
    });
    const auto logged_at = static_cast<std::size_t>(batch - events.begin());
    Extent out{posting, posting};
    for (const EntryExecution& entry : context.tree->entries) {
        for (const std::uint32_t index : entry.events) {
            const std::size_t position = events[index].log.receipt_position();
            out.first =
                std::min(out.first, index < logged_at && takes_from_queue(events[index]) ? 0 : position);
            out.last = std::max(out.last, position);
        }
    }
    return out;
}

/// Every entry is equal as far as the receipts at hand go; this is where others could tell something else.
std::optional<Rung> cannot_tell_from_part(const RungContext& context) {
    const chain::BlockEvidence& block = *context.posting_block();
    if (block.whole()) {
        return {};
    }
    const Extent extent = needed(context);
    const auto at_hand = std::ranges::count_if(block.positions, [&extent](std::size_t position) {
        return extent.first <= position && position <= extent.last;
    });
    if (static_cast<std::size_t>(at_hand) == extent.last - extent.first + 1) {
        return {};
    }
    return cannot_check(
        RungId::execution, rules::execution_incomplete, "part of the block",
        cat({"Nothing at hand differs, but the logs come from receipts ", std::to_string(extent.first + 1),
             " to ", std::to_string(extent.last + 1), " of the block, and not all of these are at hand: ",
             "another batch between them could have left the same entries (", only_at_hand(block), ")."}));
}

Rung judge(const RungContext& context, Report& report) {
    const auto& entries = context.tree->entries;
    if (const auto index = first_in(entries, ExecutionState::differs)) {
        return context.posting_block()->whole() ? differs(context, *index, report)
                                                : differs_in_part(context, *index);
    }
    if (const auto index = first_in(entries, ExecutionState::not_executed)) {
        return not_checked(RungId::execution, rules::execution_incomplete, "not executed",
                           entry_text(entries, *index));
    }
    if (const auto index = first_in(entries, ExecutionState::no_events)) {
        return not_checked(RungId::execution, rules::execution_incomplete,
                           context.posting_block()->whole() ? "no events" : "part of the block",
                           entry_text(entries, *index));
    }
    if (const auto index = first_in(entries, ExecutionState::not_observable)) {
        return cannot_check(RungId::execution, rules::execution_hidden, "hidden",
                            cat({"A revert span hides results from events: ", entry_text(entries, *index)}));
    }
    if (const Finding* finding = unexplained(context)) {
        return not_checked(RungId::execution, rules::execution_incomplete, "unexplained logs",
                           cat({"The table does not explain the manager's logs: ", finding->text, "."}));
    }
    const auto equal = std::ranges::count(entries, ExecutionState::equal, &EntryExecution::state);
    if (equal == 0) {
        return cannot_check(
            RungId::execution, rules::execution_nothing, "nothing to observe",
            "Entries without calls leave nothing to observe: their hash is zero whatever happened.");
    }
    if (auto rung = cannot_tell_from_part(context)) {
        return *std::move(rung);
    }
    const chain::BlockEvidence& block = *context.posting_block();
    const std::string number = std::to_string(block.header.number);
    const std::string compared = counted(static_cast<std::size_t>(equal), "entry", "entries");
    const std::string extent = block.whole() ? "" : cat({" (", only_at_hand(block), ")"});
    if (!context.posting_authority->passed()) {
        return not_checked(
            RungId::execution, rules::proof_block, "if the block is real",
            cat({compared, " recomputed from the logs of block ", number, extent, " and equal, if block ",
                 number, " is real. ", context.posting_authority->detail}));
    }
    return passed(RungId::execution, weakest(posting_basis(context), context.posting_authority->basis()),
                  compared,
                  cat({compared, " recomputed from the manager's logs in block ", number, extent,
                       ": rolling hash, call hashes and states are equal."}));
}

} // namespace

Rung check_execution(const RungContext& context, Report& report) {
    const Request& request = context.request;
    if (!request.table) {
        return cannot_check(RungId::execution, rules::table_opaque, "opaque",
                            "An opaque observation has no execution to recompute.");
    }
    if (request.table->format->side == table::Side::none) {
        return cannot_check(RungId::execution, rules::table_messages, "no manager",
                            "Messages tell what happened; no manager logs them.");
    }
    if (request.table->format->side == table::Side::l2) {
        return not_checked(RungId::execution, rules::rollup_evidence, "no evidence",
                           "There is no evidence of the rollup's chain.");
    }
    if (!request.expect.manager) {
        return not_checked(RungId::execution, rules::manager_not_stated, "manager not stated",
                           "Manager not stated: anyone can log its events.");
    }
    if (!context.posting || !context.posting->succeeded || context.posting->other_chain) {
        return not_checked(
            RungId::execution, rules::execution_table_block, "table's block unknown",
            batch_seen(request, context.evidence)
                ? "Batch seen, contents not bound: no transaction in evidence carries this table."
                : "The block that accepted the table is not known.");
    }
    if (!context.has_event_basis || context.tree->entries.size() != request.table->entries.size()) {
        const chain::BlockEvidence& block = *context.posting_block();
        return not_checked(
            RungId::execution, rules::execution_incomplete, block.whole() ? "no events" : "part of the block",
            block.whole() ? cat({"The manager logged nothing about this table in block ",
                                 std::to_string(block.header.number), "."})
                          : cat({"No log at hand tells about this table: ", only_at_hand(block), "."}));
    }
    return judge(context, report);
}

} // namespace anchorscope::verify
