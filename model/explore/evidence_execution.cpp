// The rungs table, trajectory, execution and proof.
#include "core/crypto/hash_function.h"
#include "model/explore/evidence_parts.h"
#include "model/items/cells.h"
#include "model/items/finding_places.h"
#include "model/items/node_checks.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

EvidenceCard inputCard(const PageWriter& writer) {
    EvidenceCard card;
    card.title = Words::tr("The input");
    card.headers = {Words::tr("Field"), Words::tr("Value")};
    card.widths = {140, 0};
    const auto& source = writer.request.source;
    const auto& table = writer.request.table;
    if (!source) {
        card.empty = Words::tr("There are no bytes.");
        return card;
    }
    addRow(card, fieldRow(Words::tr("file"), {textOf(source->name)}));
    addRow(card, fieldRow(Words::tr("SHA-256 of the file"), hashValue(source->file_sha256)));
    addRow(card, fieldRow(Words::tr("bytes"), {numberText(source->bytes().size())}));
    if (table) {
        addRow(card, fieldRow(Words::tr("format"), {textOf(table->format->id)}));
        addRow(card, fieldRow(Words::tr("family"), {textOf(table->format->family)}));
        addRow(card, fieldRow(Words::tr("function"), {textOf(table->format->function)}));
        addRow(card,
               fieldRow(Words::tr("selector"), {hexText(table->format->selector), Meaning::None, true}));
        addRow(card, fieldRow(Words::tr("entries"), {numberText(table->entries.size())}));
        addRow(card, fieldRow(Words::tr("lookups"), {numberText(table->lookups.size())}));
    } else {
        card.summary = writer.request.malformed ? textOf(writer.request.malformed->message())
                                                : Words::tr("These bytes match no table format.");
    }
    return card;
}

EvidenceCard findingCard(const QString& title, const std::vector<Finding>& findings, const QString& none) {
    EvidenceCard card;
    card.title = title;
    card.headers = {Words::tr("Severity"), Words::tr("Place"), Words::tr("What was found")};
    card.widths = {104, 180, 0};
    std::vector<const Finding*> sorted;
    sorted.reserve(findings.size());
    for (const Finding& finding : findings) {
        sorted.push_back(&finding);
    }
    std::ranges::stable_sort(sorted, std::ranges::greater(), &Finding::severity);
    for (const Finding* finding : sorted) {
        Row row;
        const bool error = finding->severity == Severity::error;
        row.cells = {{textOf(name(finding->severity)), meaningOf(finding->severity), false, error},
                     {textOf(finding->place)},
                     {textOf(finding->text)}};
        row.range = finding->range;
        row.path = textOf(finding->place);
        row.toolTip = textOf(finding->rule) + u'\n' + textOf(finding->text);
        addRow(card, row);
    }
    closeCard(card, sorted.size());
    card.caption = findings.empty() ? QString()
                                    : countText(findings.size(), Words::tr("finding"), Words::tr("findings"));
    card.empty = none;
    return card;
}

} // namespace

void writeTable(PageWriter& writer) {
    writer.page.cards.append(inputCard(writer));
    const std::vector<Finding> none;
    const auto& examined = writer.parts.examined;
    writer.page.cards.append(
        findingCard(Words::tr("Rules of the contracts"), examined ? examined->findings : none,
                    examined ? Words::tr("No rule is broken, and there is nothing to remark.")
                             : Words::tr("No rule was checked.")));
}

namespace {

struct TrajectoryRow {
    const transition::TrajectoryStep* step;
    std::optional<Hash32> left; ///< by the step before
    bool breaks = false, skipped = false;
};

std::vector<TrajectoryRow> rowsOf(const transition::Trajectory& trajectory, const transition::Tree* tree) {
    std::vector<TrajectoryRow> rows;
    std::optional<Hash32> previous; // alternatives not taken leave no state behind
    for (const transition::TrajectoryStep& step : trajectory.steps) {
        TrajectoryRow row{&step, previous};
        row.skipped =
            tree && step.entry < tree->entries.size() && tree->entries[step.entry].skipped_alternative;
        row.breaks = !row.skipped && previous && step.before && *previous != *step.before;
        rows.push_back(row);
        previous = row.skipped ? previous : std::optional(step.after);
    }
    return rows;
}

Row trajectoryRow(const PageWriter& writer, const TrajectoryRow& at) {
    Row row;
    const Cell result = at.skipped         ? Cell{Words::tr("Not taken"), Meaning::NotChecked}
                        : !at.step->before ? Cell{Words::tr("Not stated"), Meaning::CannotCheck}
                        : !at.left         ? Cell{Words::tr("Start"), Meaning::None}
                        : at.breaks        ? Cell{Words::tr("Breaks"), writer.equality(false), false, true}
                                           : Cell{Words::tr("Continues"), writer.equality(true)};
    row.cells = {{Words::tr("entry %1").arg(at.step->entry)},
                 at.step->before ? hashValue(*at.step->before) : Cell{},
                 hashValue(at.step->after),
                 result};
    const auto& table = writer.request.table;
    if (table && at.step->entry < table->entries.size() &&
        at.step->delta < table->entries[at.step->entry].deltas.size()) {
        row.range = table->entries[at.step->entry].deltas[at.step->delta].range;
    }
    return row;
}

} // namespace

void writeTrajectory(PageWriter& writer) {
    const auto& examined = writer.parts.examined;
    std::size_t shown = 0;
    for (std::size_t i = 0; examined && i < examined->trajectories.size(); ++i) {
        const transition::Trajectory& trajectory = examined->trajectories[i];
        const QString rollup = textOf(trajectory.rollup_id.decimal());
        EvidenceCard card;
        card.title = Words::tr("Rollup %1").arg(rollup);
        card.caption = countText(trajectory.steps.size(), Words::tr("step"), Words::tr("steps"));
        card.headers = {Words::tr("Step"), Words::tr("State before"), Words::tr("State after"),
                        Words::tr("Check")};
        card.widths = {84, 0, 0, 118};
        for (const TrajectoryRow& at : rowsOf(trajectory, writer.parts.tree.get())) {
            if (at.breaks && writer.page.comparisons.size() < 64) {
                writer.compareHash(
                    Words::tr("state of rollup %1 before entry %2").arg(rollup).arg(at.step->entry), *at.left,
                    Words::tr("left by the step before"), *at.step->before, Words::tr("in the table"));
                card.current = card.current < 0 ? static_cast<int>(card.rows.size()) : card.current;
            }
            addRow(card, trajectoryRow(writer, at));
        }
        closeCard(card, trajectory.steps.size());
        if (shown++ < 3) {
            writer.page.cards.append(card);
        }
    }
    if (shown > 3) {
        writer.page.cards.last().summary =
            Words::tr("%1 more: see the page “State roots”.")
                .arg(countText(shown - 3, Words::tr("rollup"), Words::tr("rollups")));
    }
    if (shown == 0) {
        writer.page.cards.append(
            missingCard(Words::tr("State deltas"), Words::tr("The table has no state deltas.")));
    }
}

namespace {

EvidenceCard entriesCard(PageWriter& writer) {
    const auto& table = writer.request.table;
    const auto& tree = writer.parts.tree;
    EvidenceCard card;
    card.title = Words::tr("Rolling hashes of the entries");
    card.headers = {Words::tr("Entry"), Words::tr("Stated"), Words::tr("Recomputed"), Words::tr("Compared")};
    card.widths = {84, 0, 0, 128};
    const bool accepted = isAccepted(&writer.report);
    const std::size_t count = table && tree ? std::min(table->entries.size(), tree->entries.size()) : 0;
    const FindingPlaces places(table.get(), tree.get());
    for (std::size_t i = 0; i < count; ++i) {
        const auto check = rollingCheck(*table, *tree, static_cast<quint32>(i), accepted);
        const auto& recomputed = tree->entries[i].recomputed;
        Row row;
        row.cells = {{Words::tr("entry %1").arg(i)},
                     hashValue(table->entries[i].rolling_hash),
                     recomputed ? hashValue(*recomputed) : Cell{},
                     check ? Cell{check->text, check->meaning, false, check->emphasis}
                           : Cell{Words::tr("Not recomputed"), Meaning::NotChecked}};
        row.toolTip = textOf(tree->entries[i].detail);
        row.range = table->entries[i].range;
        row.node = places.nodeOfEntry(i);
        row.digest = u"rolling_hash:entries[%1]"_s.arg(i);
        if (check && recomputed && !recomputed->is_zero() && writer.page.comparisons.size() < 64) {
            EvidenceComparison compared{Words::tr("rolling hash of entry %1").arg(i),
                                        hexText(table->entries[i].rolling_hash.view()),
                                        Words::tr("in the table"),
                                        hexText(recomputed->view()),
                                        isTraced(*tree, static_cast<quint32>(i)) ? Words::tr("from a trace")
                                                                                 : Words::tr("from the logs"),
                                        check->meaning,
                                        check->text,
                                        row.digest};
            writer.page.comparisons.append(compared);
        }
        addRow(card, row);
    }
    closeCard(card, count);
    card.caption = countText(count, Words::tr("entry"), Words::tr("entries"));
    card.empty = Words::tr("There are no entries to recompute.");
    return card;
}

EvidenceCard eventsCard(const PageWriter& writer) {
    const auto& tree = writer.parts.tree;
    EvidenceCard card;
    card.title = Words::tr("The manager’s logs");
    card.headers = {Words::tr("Event"), Words::tr("Log"), Words::tr("Receipt"), Words::tr("Block")};
    card.widths = {0, 56, 76, 110};
    const std::size_t count = tree ? tree->events.size() : 0;
    for (std::size_t i = 0; i < count && i < max_card_rows; ++i) {
        const transition::ManagerEvent& event = tree->events[i];
        Row row;
        const bool known = event.log.block < writer.evidence.blocks.size();
        row.cells = {
            {textOf(transition::event_name(event.body))},
            {QString::number(event.log.position), Meaning::None, true},
            {QString::number(event.log.receipt_position() + 1), Meaning::None, true},
            {known ? QString::number(writer.evidence.blocks[event.log.block].header.number) : QString(),
             Meaning::None, true}};
        addRow(card, row);
    }
    closeCard(card, count);
    card.caption = countText(count, Words::tr("event"), Words::tr("events"));
    card.empty = writer.request.expect.manager
                     ? Words::tr("No log of the stated manager is at hand in the table’s block.")
                     : Words::tr("The manager is not stated: anyone can log its events, so none counts.");
    return card;
}

} // namespace

void writeExecution(PageWriter& writer) {
    writer.page.cards.append(entriesCard(writer));
    writer.page.cards.append(eventsCard(writer));
}

namespace {

void comparePosting(PageWriter& writer, const chain::Transaction& transaction) {
    const auto& table = *writer.request.table;
    if (writer.request.expect.manager && transaction.to && !writer.context.posting->trace) {
        writer.compare(Words::tr("receiver"), hexText(writer.request.expect.manager->view()),
                       Words::tr("the stated manager"), hexText(transaction.to->view()),
                       Words::tr("in the transaction"));
    }
    if (!writer.context.posting->trace) {
        writer.compareHash(Words::tr("bytes that were sent (Keccak-256)"),
                           crypto::keccak256(table.calldata()), Words::tr("of the table"),
                           crypto::keccak256(transaction.input_bytes()),
                           Words::tr("of the transaction’s input"));
    }
    if (writer.context.chain && transaction.chain_id) {
        writer.compare(Words::tr("chain id"), QString::number(*writer.context.chain), Words::tr("stated"),
                       QString::number(*transaction.chain_id), Words::tr("signed for"));
    }
}

EvidenceCard proofsCard(const PageWriter& writer) {
    EvidenceCard card;
    card.title = Words::tr("Public inputs and signers");
    card.headers = {Words::tr("Field"), Words::tr("Value")};
    card.widths = {140, 0};
    const verify::ProofCheck check = verify::check_proofs(writer.request, writer.evidence);
    switch (check.state) {
    case verify::ProofCheck::State::inapplicable:
        card.empty = Words::tr("Not read: the rollups’ contracts are not known, or the table has no batch.");
        return card;
    case verify::ProofCheck::State::open:
        card.empty = Words::tr("Answers of contracts that are missing: %1.").arg(check.missing.size());
        return card;
    default:
        break;
    }
    for (std::size_t k = 0; k < check.signers.size(); ++k) {
        addRow(card, fieldRow(Words::tr("signer of proof %1").arg(k), addressValue(check.signers[k])));
    }
    for (const std::string& source : check.sources) {
        addRow(card, fieldRow(Words::tr("answered by"), {textOf(source)}));
    }
    card.summary = textOf(check.why);
    return card;
}

} // namespace

void writeProof(PageWriter& writer) {
    const chain::BlockEvidence* block = writer.context.posting_block();
    if (!writer.request.table || !block) {
        writer.page.cards.append(
            missingCard(Words::tr("The transaction that posted the table"),
                        Words::tr("No transaction at hand carries these bytes to the manager.")));
        if (writer.request.table) {
            writer.page.cards.append(proofsCard(writer));
        }
        return;
    }
    const std::size_t at = writer.context.posting->transaction;
    writer.page.cards.append(transactionCard(writer, *block, at));
    writer.page.cards.append(pathCard(writer, *block, at, BlockTrie::Transactions));
    writer.page.cards.append(proofsCard(writer));
    if (at < block->transactions.size()) {
        comparePosting(writer, block->transactions[at]);
    }
}

} // namespace anchorscope::model
