// The rungs block, slot and finality: who vouches, when, and how firmly.
#include "core/chain/slot_clock.h"
#include "core/verify/dissent.h"
#include "model/explore/evidence_parts.h"
#include "model/items/cells.h"
#include "model/words.h"
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

/// What pins say of a block's height: directly, or through headers or the history contract.
EvidenceCard pinsCard(PageWriter& writer, const chain::BlockEvidence* block) {
    EvidenceCard card;
    card.title = Words::tr("Pinned blocks");
    card.headers = {Words::tr("Pin"), Words::tr("Says of this height"), Words::tr("How")};
    card.widths = {120, 0, 150};
    for (const verify::Pin& pin : writer.request.pins) {
        Row row;
        const auto pinned =
            block ? verify::pinned_hash(pin, writer.evidence, writer.context.chain, block->header.number)
                  : std::nullopt;
        row.cells = {{Words::tr("block %1").arg(pin.number)},
                     pinned ? hashCell(pinned->hash) : Cell{Words::tr("nothing"), Meaning::NotChecked},
                     {pinned ? textOf(pinned->label) : textOf(pin.label)}};
        row.toolTip = hexText(pin.hash.view());
        addRow(card, row);
        if (pinned) {
            writer.compareHash(Words::tr("block hash"), pinned->hash,
                               Words::tr("pinned: %1").arg(textOf(pinned->label)), block->header.hash,
                               Words::tr("Keccak-256 of the header"),
                               u"block_hash:%1"_s.arg(*writer.context.anchor.block));
        }
    }
    card.caption = countText(writer.request.pins.size(), Words::tr("pin"), Words::tr("pins"));
    card.empty = Words::tr("No block is pinned.");
    return card;
}

void compareAnswers(PageWriter& writer, const chain::BlockEvidence& block) {
    for (const verify::EndpointState& endpoint : writer.evidence.endpoints) {
        const auto answer = endpoint.canonical.find(block.header.number);
        if (answer == endpoint.canonical.end() || !answer->second || writer.page.comparisons.size() >= 64) {
            continue;
        }
        writer.compareHash(Words::tr("hash at height %1").arg(block.header.number), block.header.hash,
                           Words::tr("Keccak-256 of the header"), *answer->second,
                           Words::tr("said by %1").arg(textOf(endpoint.name)));
        const auto other = endpoint.headers.find(block.header.number);
        if (*answer->second == block.header.hash || other == endpoint.headers.end()) {
            continue;
        }
        for (const verify::FieldDifference& each : verify::differing_fields(block.header, other->second)) {
            writer.compare(textOf(each.name), textOf(each.here), Words::tr("in this header"),
                           textOf(each.there), Words::tr("in %1’s").arg(textOf(endpoint.name)));
        }
    }
}

} // namespace

void writeBlock(PageWriter& writer) {
    const chain::BlockEvidence* block = writer.context.anchor_block();
    if (block) {
        writer.page.cards.append(headerCard(*block, "number"));
    } else {
        writer.page.cards.append(
            missingCard(Words::tr("Header"), Words::tr("The anchor’s block is not at hand.")));
    }
    writer.page.cards.append(pinsCard(writer, block));
    writer.page.cards.append(endpointCard(writer, block));
    if (block) {
        compareAnswers(writer, *block);
    }
}

namespace {

const chain::SlotClock* clockOf(const PageWriter& writer) {
    if (!writer.context.chain) {
        return nullptr;
    }
    const auto& stated = writer.request.slot_clocks;
    const auto found = std::ranges::find(stated, *writer.context.chain, &chain::SlotClock::chain_id);
    return found != stated.end() ? &*found : chain::slot_clock(*writer.context.chain);
}

EvidenceCard timeCard(const PageWriter& writer, const QString& title, const chain::BlockEvidence* block,
                      const std::optional<verify::Authority>& authority, const QString& missing) {
    if (!block) {
        return missingCard(title, missing);
    }
    EvidenceCard card;
    card.title = title;
    card.headers = {Words::tr("Field"), Words::tr("Value")};
    card.widths = {140, 0};
    const chain::Header& header = block->header;
    addRow(card, fieldRow(Words::tr("block"), {QString::number(header.number), Meaning::None, true}));
    addRow(card, fieldRow(Words::tr("block hash"), hashValue(header.hash)));
    constexpr std::uint64_t last = 253402300799; // the year 9999: beyond, only the number
    addRow(card, fieldRow(Words::tr("time stamp"), {QString::number(header.timestamp), Meaning::None, true}));
    if (header.timestamp <= last) {
        addRow(card, fieldRow(Words::tr("in UTC"),
                              {QDateTime::fromSecsSinceEpoch(static_cast<qint64>(header.timestamp), Qt::UTC)
                                   .toString(u"yyyy-MM-dd HH:mm:ss"_s)}));
    }
    const chain::SlotClock* clock = clockOf(writer);
    const auto slot = clock ? chain::slot_of(*clock, header) : std::nullopt;
    addRow(card, fieldRow(Words::tr("slot"), {slot    ? QString::number(*slot)
                                              : clock ? Words::tr("on no slot of the chain")
                                                      : Words::tr("the chain has no slot clock"),
                                              Meaning::None, slot.has_value()}));
    addRow(card,
           fieldRow(Words::tr("authentic"), {authority && authority->passed() ? Words::tr("yes: see “block”")
                                                                              : Words::tr("not known")}));
    return card;
}

} // namespace

void writeSlot(PageWriter& writer) {
    const chain::BlockEvidence* anchor = writer.context.anchor_block();
    const chain::BlockEvidence* table = writer.context.posting_block();
    writer.page.cards.append(
        timeCard(writer, Words::tr("The table’s block"), table, writer.context.posting_authority,
                 Words::tr("The block that accepted the table is not known: see “proof”.")));
    writer.page.cards.append(timeCard(writer, Words::tr("The anchor’s block"), anchor,
                                      writer.context.anchor_authority,
                                      Words::tr("The anchor’s block is not at hand: see “event”.")));
    if (!anchor || !table) {
        return;
    }
    const chain::SlotClock* clock = clockOf(writer);
    const auto here = clock ? chain::slot_of(*clock, table->header) : std::optional(table->header.number);
    const auto there = clock ? chain::slot_of(*clock, anchor->header) : std::optional(anchor->header.number);
    if (!here || !there) {
        return;
    }
    const quint64 tolerance = writer.request.slot_tolerance;
    EvidenceComparison out{clock ? Words::tr("slot") : Words::tr("block"),
                           tolerance == 0 ? QString::number(*here)
                                          : Words::tr("%1, or up to %2 later").arg(*here).arg(tolerance),
                           Words::tr("of the table"), QString::number(*there), Words::tr("of the anchor")};
    const bool late = *there > *here && *there - *here > tolerance;
    out.meaning = writer.equality(!late);
    out.result = late ? Words::tr("Too late") : *there < *here ? Words::tr("Earlier") : Words::tr("In time");
    writer.page.comparisons.append(out);
}

void writeFinality(PageWriter& writer) {
    const chain::BlockEvidence* block = writer.context.anchor_block();
    writer.page.cards.append(endpointCard(writer, block));
    if (block) {
        writer.page.cards.append(
            timeCard(writer, Words::tr("The anchor’s block"), block, writer.context.anchor_authority, {}));
    } else {
        writer.page.cards.append(
            missingCard(Words::tr("The anchor’s block"), Words::tr("The anchor’s block is not at hand.")));
    }
    for (const verify::EndpointState& endpoint : writer.evidence.endpoints) {
        if (!block || !endpoint.finalized_number || writer.page.comparisons.size() >= 64) {
            continue;
        }
        const bool below = block->header.number <= *endpoint.finalized_number;
        EvidenceComparison out{Words::tr("finalized head"),
                               Words::tr("%1 or higher").arg(block->header.number),
                               Words::tr("the anchor’s block"), QString::number(*endpoint.finalized_number),
                               Words::tr("said by %1").arg(textOf(endpoint.name))};
        const bool passed = writer.rung.state == verify::RungState::passed;
        out.meaning = below && passed ? Meaning::Passed : below ? Meaning::NotChecked : Meaning::NotFinal;
        out.result = below ? Words::tr("Final") : Words::tr("Not yet");
        writer.page.comparisons.append(out);
    }
}

} // namespace anchorscope::model
