// The rungs digest, event and inclusion.
#include "core/anchor/extraction.h"
#include "core/verify/locate.h"
#include "model/explore/evidence_parts.h"
#include "model/items/cells.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

QString statedBy(const PageWriter& writer) {
    return writer.request.envelope ? Words::tr("in the envelope") : Words::tr("stated by you");
}

QString idOf(const digest::ObservationDigest& digest) {
    return u"observation:%1:%2"_s.arg(textOf(crypto::name(digest.function)),
                                      digest.profile ? textOf(digest.profile->id) : QString());
}

EvidenceCard observationsCard(const PageWriter& writer) {
    EvidenceCard card;
    card.title = Words::tr("Digests of this input");
    card.headers = {Words::tr("Bytes"), Words::tr("Function"), Words::tr("Size"), Words::tr("Digest"),
                    Words::tr("Compared")};
    card.widths = {0, 96, 76, 112, 140};
    const auto& expected = writer.report.expected_digest;
    for (const digest::ObservationDigest& digest : writer.report.observations) {
        const bool equal = expected && digest.value == *expected;
        const bool wrong = expected && !equal && !writer.report.matched;
        Row row;
        row.cells = {{digest.profile ? textOf(digest.profile->id) : QString()},
                     {textOf(crypto::name(digest.function))},
                     {numberText(digest.observation.bytes.size())},
                     hashCell(digest.value),
                     equal   ? Cell{Words::tr("Equal"), writer.equality(true)}
                     : wrong ? Cell{Words::tr("Differs"), writer.equality(false), false,
                                    writer.rung.state == verify::RungState::failed}
                             : Cell{expected ? Words::tr("Another digest") : Words::tr("Computed")}};
        row.digest = idOf(digest);
        row.toolTip = digest.profile ? textOf(digest.profile->description) : QString();
        if (equal && card.current < 0) {
            card.current = static_cast<int>(card.rows.size());
        }
        addRow(card, row);
    }
    card.caption = Words::tr("%1 tried").arg(writer.report.observations.size());
    card.empty = Words::tr("No profile applies to this input.");
    return card;
}

EvidenceCard envelopeCard(const PageWriter& writer) {
    const auto& envelope = writer.request.envelope;
    if (!envelope) {
        return missingCard(Words::tr("The envelope"),
                           Words::tr("No envelope is attached: nothing states which digest was anchored, and "
                                     "where."));
    }
    EvidenceCard card;
    card.title = textOf(anchor::title(envelope->generation));
    card.caption = textOf(writer.request.envelope_name);
    card.headers = {Words::tr("Field"), Words::tr("Value")};
    card.widths = {140, 0};
    addRow(card, fieldRow(Words::tr("digest"), hashValue(envelope->digest)));
    addRow(card, fieldRow(Words::tr("hash function"), {textOf(crypto::name(envelope->hash_function))}));
    const auto number = [&card](const QString& name, const std::optional<std::uint64_t>& value) {
        if (value) {
            addRow(card, fieldRow(name, {QString::number(*value), Meaning::None, true}));
        }
    };
    const auto address = [&card](const QString& name, const std::optional<Address>& value) {
        if (value) {
            addRow(card, fieldRow(name, addressValue(*value)));
        }
    };
    number(Words::tr("chain id"), envelope->chain_id);
    address(Words::tr("contract"), envelope->contract);
    if (envelope->tx_hash) {
        addRow(card, fieldRow(Words::tr("transaction"), hashValue(*envelope->tx_hash)));
    }
    number(Words::tr("block number"), envelope->block_number);
    number(Words::tr("log in the receipt"), envelope->receipt_log_position);
    address(Words::tr("committer"), envelope->committer);
    if (envelope->block_hash) {
        addRow(card, fieldRow(Words::tr("block hash"), hashValue(*envelope->block_hash)));
    }
    card.summary = Words::tr("What an envelope states is a claim; each line is checked by a rung.");
    return card;
}

} // namespace

void writeDigest(PageWriter& writer) {
    writer.page.cards.append(observationsCard(writer));
    writer.page.cards.append(envelopeCard(writer));
    const auto& expected = writer.report.expected_digest;
    if (!expected || writer.report.observations.empty()) {
        return;
    }
    const digest::ObservationDigest* shown =
        writer.report.matched ? &*writer.report.matched : &writer.report.observations.front();
    for (const digest::ObservationDigest& each : writer.report.observations) {
        if (!writer.report.matched && hexText(each.value.view()) == textOf(writer.rung.actual)) {
            shown = &each; // the one that the report shows
        }
    }
    writer.compareHash(Words::tr("digest"), *expected, statedBy(writer), shown->value,
                       Words::tr("%1 over %2, computed here")
                           .arg(textOf(crypto::name(shown->function)),
                                shown->profile ? textOf(shown->profile->id) : QString()),
                       idOf(*shown));
}

namespace {

const chain::Log* anchorLog(const PageWriter& writer) {
    const chain::Receipt* receipt = verify::receipt_at(writer.evidence, writer.context.anchor);
    const auto position = verify::anchor_position(writer.request, writer.context.anchor);
    return receipt && position && *position < receipt->logs.size()
               ? &receipt->logs[static_cast<std::size_t>(*position)]
               : nullptr;
}

void compareLog(PageWriter& writer, const chain::Log& log) {
    const anchor::ExtractionRule rule = verify::extraction_rule(writer.request);
    const auto expected = verify::digest_expected(writer.request);
    const auto reading = verify::read_anchor_log(writer.request, log);
    const std::optional<Hash32> carried =
        reading ? std::optional(reading->carried.digest) : anchor::raw_digest(rule, log);
    if (expected) {
        writer.compare(Words::tr("digest"), hexText(expected->view()), statedBy(writer),
                       carried ? hexText(carried->view()) : Words::tr("none"), Words::tr("in the log"));
    }
    const auto& envelope = writer.request.envelope;
    const std::optional<Address> contract =
        envelope && envelope->contract ? envelope->contract : writer.request.expect.contract;
    if (contract) {
        writer.compare(Words::tr("contract"), hexText(contract->view()),
                       envelope && envelope->contract ? Words::tr("in the envelope")
                                                      : Words::tr("stated by you"),
                       hexText(log.address.view()), Words::tr("emitted the log"));
    }
    const std::optional<Address> committer =
        envelope && envelope->committer ? envelope->committer : writer.request.expect.committer;
    if (committer) {
        const std::optional<Address> account = reading ? reading->carried.account : std::nullopt;
        writer.compare(Words::tr("committer"), hexText(committer->view()),
                       envelope && envelope->committer ? Words::tr("in the envelope")
                                                       : Words::tr("stated by you"),
                       account ? hexText(account->view()) : Words::tr("none"),
                       Words::tr("the contract names as committer"));
    }
    if (!reading) {
        writer.page.cards.last().summary = textOf(reading.error().text);
    }
}

EvidenceCard seenCard(const PageWriter& writer) {
    EvidenceCard card;
    card.title = Words::tr("Anchor events at hand");
    card.headers = {Words::tr("Event"), Words::tr("Log"), Words::tr("Digest"), Words::tr("Result")};
    card.widths = {0, 118, 112, 132};
    for (const verify::AnchorSeen& seen : writer.report.anchors) {
        Row row;
        row.cells = {
            {textOf(seen.signature.substr(0, seen.signature.find('(')))},
            {Words::tr("%1 of receipt %2").arg(seen.position).arg(seen.receipt_position + 1)},
            seen.digest ? hashCell(*seen.digest) : Cell{},
            seen.equal ? Cell{Words::tr("Equal"), seen.chosen ? writer.equality(true) : Meaning::NotChecked}
            : seen.chosen ? Cell{Words::tr("Differs"), writer.equality(false)}
                          : Cell{seen.digest ? Words::tr("Another digest") : Words::tr("No digest")}};
        row.toolTip = seen.flaw.empty() ? hexText(seen.contract.view()) : textOf(seen.flaw);
        if (seen.chosen) {
            card.current = static_cast<int>(card.rows.size());
        }
        addRow(card, row);
    }
    closeCard(card, writer.report.anchors.size());
    card.caption = countText(writer.report.anchors.size(), Words::tr("log"), Words::tr("logs"));
    card.empty = Words::tr("No anchor event is in the blocks at hand.");
    return card;
}

} // namespace

void writeEvent(PageWriter& writer) {
    writer.page.cards.append(envelopeCard(writer));
    writer.page.cards.append(seenCard(writer));
    writer.page.cards.append(receiptCard(writer));
    if (const chain::Log* log = anchorLog(writer)) {
        compareLog(writer, *log);
    }
    const auto& envelope = writer.request.envelope;
    const chain::BlockEvidence* block = writer.context.anchor_block();
    if (envelope && envelope->block_number && block) {
        writer.compare(Words::tr("block number"), QString::number(*envelope->block_number),
                       Words::tr("in the envelope"), QString::number(block->header.number),
                       Words::tr("the receipt’s block"));
    }
}

namespace {

/// Roots, hashes: each recomputed, beside what is stated.
void compareInclusion(PageWriter& writer, const chain::BlockEvidence& block, std::size_t index) {
    const auto receipt = writer.context.anchor.receipt;
    const QString by =
        block.whole()
            ? Words::tr("by hashing %1")
                  .arg(countText(block.receipts.size(), Words::tr("receipt"), Words::tr("receipts")))
            : Words::tr("by hashing the path");
    const QString place = receipt ? u"%1:%2"_s.arg(index).arg(*receipt) : QString();
    writer.compareHash(Words::tr("receiptsRoot"), block.header.receipts_root, Words::tr("in the header"),
                       block.receipts_root, by, place.isEmpty() ? QString() : u"receipts_root:"_s + place);
    if (block.bodies_known) {
        writer.compareHash(Words::tr("transactionsRoot"), block.header.transactions_root,
                           Words::tr("in the header"), block.transactions_root,
                           block.whole()
                               ? Words::tr("by hashing %1")
                                     .arg(countText(block.transactions.size(), Words::tr("transaction"),
                                                    Words::tr("transactions")))
                               : Words::tr("by hashing the path"),
                           place.isEmpty() ? QString() : u"transactions_root:"_s + place);
    }
    const auto& envelope = writer.request.envelope;
    const Hash32 hash = crypto::keccak256(block.header.rlp);
    if (envelope && envelope->block_hash) {
        writer.compareHash(Words::tr("block hash"), *envelope->block_hash, Words::tr("in the envelope"), hash,
                           Words::tr("Keccak-256 of the header"), u"block_hash:%1"_s.arg(index));
    }
    const auto asked = verify::anchor_transaction(writer.request);
    if (asked && receipt && *receipt < block.transactions.size()) {
        writer.compareHash(Words::tr("transaction hash"), *asked, statedBy(writer),
                           crypto::keccak256(block.transactions[*receipt].raw),
                           Words::tr("Keccak-256 of its bytes"), u"transaction_hash:"_s + place);
    }
    for (const chain::Contradiction& each : block.contradictions) {
        if (each.rule == chain::rules::rpc_hash && each.place == "block.hash") {
            writer.compare(Words::tr("block hash"), textOf(each.claimed), sourceText(block.source),
                           textOf(each.computed), Words::tr("Keccak-256 of the header"));
        }
    }
}

} // namespace

void writeInclusion(PageWriter& writer) {
    const chain::BlockEvidence* block = writer.context.anchor_block();
    if (!block) {
        const QString why = writer.context.anchor.lone
                                ? Words::tr("Only a single receipt is at hand: nothing binds it to a block.")
                                : Words::tr("The anchor’s block is not at hand.");
        writer.page.cards.append(missingCard(Words::tr("Header"), why));
        writer.page.cards.append(receiptCard(writer));
        return;
    }
    writer.page.cards.append(headerCard(*block, "receiptsRoot"));
    const auto receipt = writer.context.anchor.receipt;
    if (receipt) {
        writer.page.cards.append(pathCard(writer, *block, *receipt, BlockTrie::Receipts));
    } else {
        EvidenceCard card = missingCard(Words::tr("Path through the receipts trie"),
                                        Words::tr("Which receipt is the anchor’s is not known."));
        writer.page.cards.append(card);
    }
    writer.page.cards.append(receiptCard(writer));
    compareInclusion(writer, *block, *writer.context.anchor.block);
}

} // namespace anchorscope::model
