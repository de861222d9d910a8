// The parts that several rungs show: a header, a path through a trie, a receipt with its log, a transaction,
// endpoints' answers. Lengths are bounded: what is hostile is shown as an error in its place.
#include "core/anchor/anchor_event.h"
#include "core/anchor/extraction.h"
#include "core/verify/locate.h"
#include "model/explore/evidence_parts.h"
#include "model/items/texts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

/// "a0 223cff56…983969": prefix, then what it stands before, shortened.
QString rlpText(ByteView whole, std::size_t prefix) {
    constexpr std::size_t shown = 4;
    const ByteView payload = whole.subspan(std::min(prefix, whole.size()));
    QString text = QString::fromStdString(to_hex_bare(whole.first(std::min(prefix, whole.size()))));
    text += text.isEmpty() ? QString() : u" "_s;
    if (payload.size() <= 2 * shown) {
        return text + QString::fromStdString(to_hex_bare(payload));
    }
    return text + QString::fromStdString(to_hex_bare(payload.first(shown))) + u'…' +
           QString::fromStdString(to_hex_bare(payload.last(shown - 1)));
}

/// Quantities as numbers, hashes short, everything else by its length.
Cell headerValue(const chain::Header& header, const chain::HeaderField& field) {
    const ByteView bytes = slice(header.rlp, field.range);
    const std::string_view name = field.name;
    const bool quantity = name == "number" || name == "gasLimit" || name == "gasUsed" ||
                          name == "timestamp" || name == "difficulty" || name.starts_with("baseFee") ||
                          name.ends_with("BlobGas") || name.ends_with("lobGasUsed");
    if (quantity && bytes.size() <= 32) {
        return {textOf(U256::from_be(bytes).decimal()), Meaning::None, true};
    }
    if (bytes.size() > 32) {
        return {countText(bytes.size(), Words::tr("byte"), Words::tr("bytes")), Meaning::None, false, false,
                hexText(bytes)};
    }
    return {bytes.empty() ? Words::tr("empty") : shortHexText(bytes), Meaning::None, !bytes.empty(), false,
            hexText(bytes)};
}

} // namespace

EvidenceCard headerCard(const chain::BlockEvidence& block, std::string_view marked) {
    const chain::Header& header = block.header;
    EvidenceCard card;
    card.title = Words::tr("Header of block %1").arg(header.number);
    card.caption = Words::tr("%1 fields · %2 bytes of RLP").arg(header.fields.size()).arg(header.rlp.size());
    card.headers = {Words::tr("Field"), Words::tr("Value"), Words::tr("RLP bytes"), Words::tr("Offset")};
    card.widths = {142, 0, 156, 62};
    card.offsetColumn = 3;
    card.spareColumn = 2;
    std::uint64_t at = 0;
    if (const auto list = codec::rlp_single(header.rlp)) {
        at = header.rlp.size() - list->payload.size();
    }
    for (const chain::HeaderField& field : header.fields) {
        const auto prefix = static_cast<std::size_t>(field.range.offset - std::min(at, field.range.offset));
        const ByteRange whole{field.range.offset - prefix, field.range.length + prefix};
        Row row;
        const ByteView bytes = slice(header.rlp, whole);
        row.cells = {{textOf(field.name)},
                     headerValue(header, field),
                     {rlpText(bytes, prefix), Meaning::None, true, false, hexText(bytes)},
                     {QString::number(whole.offset), Meaning::None, true}};
        row.toolTip = Words::tr("bytes %1–%2 of the header").arg(whole.offset).arg(whole.end() - 1);
        if (field.name == marked) {
            card.current = static_cast<int>(card.rows.size());
        }
        addRow(card, row);
        at = field.range.end();
    }
    card.summary = Words::tr("Keccak-256 of these bytes: %1").arg(hexText(header.hash.view()));
    return card;
}

namespace {

QString nibbleText(const std::vector<std::uint8_t>& nibbles) {
    QString out;
    for (const std::uint8_t nibble : nibbles) {
        out += QString::number(nibble, 16);
    }
    return out;
}

QString kindText(chain::TrieStep::Kind kind) {
    switch (kind) {
    case chain::TrieStep::Kind::leaf:
        return Words::tr("Leaf");
    case chain::TrieStep::Kind::extension:
        return Words::tr("Extension");
    case chain::TrieStep::Kind::branch:
        return Words::tr("Branch");
    case chain::TrieStep::Kind::broken:
        break;
    }
    return Words::tr("Node");
}

QString bytesText(ByteView bytes) {
    constexpr std::size_t head = 6, tail = 3;
    QStringList out;
    for (std::size_t i = 0; i < std::min(bytes.size(), head); ++i) {
        out.append(QString::fromStdString(to_hex_bare(bytes.subspan(i, 1))));
    }
    if (bytes.size() > head + tail) {
        out.append(u"…"_s);
        for (std::size_t i = bytes.size() - tail; i < bytes.size(); ++i) {
            out.append(QString::fromStdString(to_hex_bare(bytes.subspan(i, 1))));
        }
    }
    return out.join(u' ');
}

struct RootOfPath {
    QString name;  ///< "receiptsRoot"
    Hash32 stated; ///< in the header
    QString holds; ///< "the receipt"
};

PathNode nodeOf(const PageWriter& writer, const chain::TrieStep& step, const QString& above,
                const RootOfPath& root, bool first) {
    PathNode node;
    const bool equalsRoot = !first || (!step.node.empty() && step.hash == root.stated);
    node.kind = kindText(step.kind);
    node.reference = step.wanted ? shortHexText(first ? step.hash.view() : step.wanted->view())
                                 : Words::tr("inside the node above");
    node.note = first && equalsRoot ? Words::tr("the root: equals %1").arg(root.name)
                : first             ? Words::tr("the root: not the %1 of the header").arg(root.name)
                : above.isEmpty()   ? Words::tr("child")
                                    : Words::tr("child at %1").arg(above);
    if (step.value) {
        node.note += Words::tr(" · value: %1").arg(root.holds);
    }
    node.bytes = bytesText(step.node);
    node.step = nibbleText(step.nibbles);
    const bool matches = step.matches() && equalsRoot && !step.error;
    node.result = matches             ? Words::tr("Matches")
                  : step.node.empty() ? Words::tr("Not at hand")
                  : step.error        ? Words::tr("Broken")
                                      : Words::tr("Differs");
    node.meaning = writer.equality(matches);
    node.error = step.error ? textOf(step.error->text) : QString();
    constexpr std::size_t most = 4096; // of one node, for the clipboard
    const ByteView bytes = step.node;
    node.copy = hexText(step.hash.view()) + u'\n' + hexText(bytes.first(std::min(bytes.size(), most)));
    return node;
}

} // namespace

EvidenceCard pathCard(const PageWriter& writer, const chain::BlockEvidence& block, std::size_t at,
                      BlockTrie which) {
    const bool receipts = which == BlockTrie::Receipts;
    EvidenceCard card;
    card.title = receipts ? Words::tr("Path through the receipts trie")
                          : Words::tr("Path through the transactions trie");
    card.isPath = true;
    const std::optional<chain::TrieWalk> walk = walkOf(block, at, which);
    if (!walk || walk->steps.empty()) {
        card.empty = Words::tr("No path is at hand.");
        return card;
    }
    const Bytes key = chain::ordered_trie_key(block.position_of(at));
    card.caption = Words::tr("key %1").arg(QString::fromStdString(to_hex_bare(key)));
    const RootOfPath root{receipts ? u"receiptsRoot"_s : u"transactionsRoot"_s,
                          receipts ? block.header.receipts_root : block.header.transactions_root,
                          receipts ? Words::tr("the receipt") : Words::tr("the transaction")};
    QString above;
    std::size_t bytes = 0;
    bool all = true;
    for (const chain::TrieStep& step : walk->steps) {
        card.path.append(nodeOf(writer, step, above, root, card.path.isEmpty()));
        above = nibbleText(step.nibbles);
        bytes += step.node.size();
        all = all && step.matches() && !step.error;
    }
    all = all && walk->complete() && walk->steps.front().hash == root.stated;
    card.summary =
        (all ? Words::tr("Every node hashes to the reference in the node above it.")
             : Words::tr("This path does not lead from the header’s root to the value.")) +
        u'\n' +
        Words::tr("%1 · %2 bytes · Keccak-256, computed here")
            .arg(countText(static_cast<quint64>(card.path.size()), Words::tr("node"), Words::tr("nodes")),
                 numberText(bytes));
    return card;
}

namespace {

/// What each topic is, by the event's own declaration.
QString topicRole(const chain::Log& log, std::size_t topic) {
    if (topic == 0) {
        return Words::tr("event signature");
    }
    const auto read = anchor::read_anchor_event(log);
    if (!read || !read->kind) {
        return {};
    }
    for (const anchor::EventLayout& layout : read->kind->layouts) {
        if (layout.topic0() != log.topics.front()) {
            continue;
        }
        for (const anchor::EventParameter& parameter : layout.parameters()) {
            if (parameter.indexed && parameter.place == topic) {
                return textOf(parameter.name);
            }
        }
    }
    return {};
}

void addLog(EvidenceCard& card, const PageWriter& writer, const chain::Log& log) {
    const auto read = anchor::read_anchor_event(log);
    const auto chain = writer.context.chain;
    const anchor::KnownContract* known = chain ? anchor::known_contract(*chain, log.address) : nullptr;
    Row emitter = fieldRow(Words::tr("emitted by"), addressValue(log.address));
    emitter.toolTip = known ? textOf(known->name) : QString();
    addRow(card, emitter);
    addRow(card, fieldRow(Words::tr("event"),
                          {read && read->kind ? textOf(read->kind->signature) : Words::tr("not known"),
                           Meaning::None, true}));
    const auto expected = verify::digest_expected(writer.request);
    for (std::size_t i = 0; i < log.topics.size(); ++i) {
        QString name = u"topics[%1]"_s.arg(i);
        const QString role = topicRole(log, i);
        const bool digest = expected && log.topics[i] == *expected;
        Row row = fieldRow(role.isEmpty() ? name : name + u"  "_s + role, hashValue(log.topics[i]));
        row.toolTip = digest ? Words::tr("the digest that is expected") : role;
        if (digest) {
            card.current = static_cast<int>(card.rows.size());
        }
        addRow(card, row);
    }
    constexpr std::size_t most = 4096;
    const ByteView data = log.data;
    addRow(card, fieldRow(Words::tr("data"),
                          {data.empty() ? Words::tr("empty") : shortHexText(data), Meaning::None,
                           !data.empty(), false, hexText(data.first(std::min(data.size(), most)))}));
}

} // namespace

EvidenceCard receiptCard(const PageWriter& writer) {
    const chain::Receipt* receipt = verify::receipt_at(writer.evidence, writer.context.anchor);
    if (!receipt) {
        return missingCard(Words::tr("Receipt and log"),
                           Words::tr("The receipt of the anchor’s transaction is not at hand."));
    }
    EvidenceCard card;
    card.headers = {Words::tr("Field"), Words::tr("Value")};
    card.widths = {190, 0};
    const chain::BlockEvidence* block = writer.context.anchor_block();
    const auto position = verify::anchor_position(writer.request, writer.context.anchor);
    const QString number = block && writer.context.anchor.receipt
                               ? QString::number(block->position_of(*writer.context.anchor.receipt) + 1)
                               : QString();
    card.title = position ? Words::tr("Receipt %1, log %2").arg(number).arg(*position).simplified()
                          : Words::tr("Receipt %1").arg(number).simplified();
    card.caption = receipt->post_state
                       ? Words::tr("type %1 · no status").arg(receipt->type)
                       : Words::tr("type %1 · status %2").arg(receipt->type).arg(receipt->succeeded ? 1 : 0);
    if (!position || *position >= receipt->logs.size()) {
        addRow(card, fieldRow(Words::tr("logs"), {numberText(receipt->logs.size())}));
        card.summary = Words::tr("No log at that place: the receipt has %1.")
                           .arg(countText(receipt->logs.size(), Words::tr("log"), Words::tr("logs")));
        return card;
    }
    addLog(card, writer, receipt->logs[static_cast<std::size_t>(*position)]);
    addRow(card, fieldRow(Words::tr("logs in the receipt"), {numberText(receipt->logs.size())}));
    addRow(card, fieldRow(Words::tr("cumulative gas"),
                          {numberText(receipt->cumulative_gas_used), Meaning::None, true}));
    return card;
}

EvidenceCard transactionCard(const PageWriter& writer, const chain::BlockEvidence& block, std::size_t at) {
    if (at >= block.transactions.size()) {
        return missingCard(Words::tr("Transaction"), Words::tr("The block’s transactions are not at hand."));
    }
    const chain::Transaction& transaction = block.transactions[at];
    EvidenceCard card;
    card.title =
        Words::tr("Transaction %1 of block %2").arg(block.position_of(at) + 1).arg(block.header.number);
    card.caption =
        Words::tr("type %1 · %2 bytes").arg(transaction.type).arg(numberText(transaction.raw.size()));
    card.headers = {Words::tr("Field"), Words::tr("Value")};
    card.widths = {140, 0};
    addRow(card, fieldRow(Words::tr("hash"), hashValue(transaction.hash)));
    addRow(card, fieldRow(Words::tr("to"), transaction.to ? addressValue(*transaction.to)
                                                          : Cell{Words::tr("creates a contract")}));
    addRow(card,
           fieldRow(Words::tr("signed for chain"),
                    {transaction.chain_id ? QString::number(*transaction.chain_id) : Words::tr("any")}));
    addRow(card, fieldRow(Words::tr("value"), {etherText(transaction.value)}));
    const ByteView input = transaction.input_bytes();
    addRow(card,
           fieldRow(Words::tr("input"), {countText(input.size(), Words::tr("byte"), Words::tr("bytes"))}));
    if (at < block.receipts.size()) {
        const chain::Receipt& receipt = block.receipts[at];
        addRow(card, fieldRow(Words::tr("receipt"), {receipt.post_state  ? Words::tr("no status")
                                                     : receipt.succeeded ? Words::tr("succeeded")
                                                                         : Words::tr("reverted")}));
    }
    addRow(card, fieldRow(Words::tr("block’s bytes"), {sourceText(block.source)}));
    if (writer.context.posting && writer.context.posting->trace) {
        const auto& trace = writer.evidence.traces[*writer.context.posting->trace];
        addRow(card, fieldRow(Words::tr("inner call"),
                              {Words::tr("shown by the trace of %1").arg(textOf(trace.source.name))}));
    }
    return card;
}

namespace {

QString voteText(verify::Vote vote) {
    switch (vote) {
    case verify::Vote::agrees:
        return Words::tr("Agrees");
    case verify::Vote::differs:
        return Words::tr("Another block");
    case verify::Vote::absent:
        return Words::tr("No such block");
    case verify::Vote::other_chain:
        return Words::tr("Another chain");
    case verify::Vote::silent:
        break;
    }
    return Words::tr("No answer");
}

/// One endpoint's word is green only where the rung is.
Meaning voteMeaning(const PageWriter& writer, verify::Vote vote) {
    return vote == verify::Vote::agrees   ? writer.equality(true)
           : vote == verify::Vote::silent ? Meaning::NotChecked
                                          : Meaning::Warning;
}

Row endpointRow(const PageWriter& writer, const verify::EndpointState& endpoint,
                const chain::BlockEvidence* block) {
    Row row;
    const verify::Vote vote =
        block ? verify::vote_of(endpoint, writer.context.chain, block->header) : verify::Vote::silent;
    const auto answer = block ? endpoint.canonical.find(block->header.number) : endpoint.canonical.end();
    const bool answered = answer != endpoint.canonical.end() && answer->second;
    const auto number = [](const std::optional<std::uint64_t>& value) {
        return Cell{value ? QString::number(*value) : QString(), Meaning::None, true};
    };
    row.cells = {{textOf(endpoint.name) + (endpoint.trusted ? Words::tr(" (your own)") : QString())},
                 answered ? Cell{shortHexText(answer->second->view()), Meaning::None, true, false,
                                 hexText(answer->second->view())}
                          : Cell{},
                 number(endpoint.head_number),
                 number(endpoint.finalized_number),
                 {voteText(vote), voteMeaning(writer, vote)}};
    row.toolTip = endpoint.failure ? textOf(*endpoint.failure) : QString();
    if (endpoint.finality_unsupported) {
        row.cells[3] = Cell{Words::tr("none")};
    }
    return row;
}

} // namespace

EvidenceCard endpointCard(const PageWriter& writer, const chain::BlockEvidence* block) {
    EvidenceCard card;
    card.title = Words::tr("What endpoints answered");
    card.headers = {Words::tr("Endpoint"), Words::tr("Block hash"), Words::tr("Head"), Words::tr("Finalized"),
                    Words::tr("Answer")};
    card.widths = {0, 98, 58, 76, 124};
    for (const verify::EndpointState& endpoint : writer.evidence.endpoints) {
        addRow(card, endpointRow(writer, endpoint, block));
    }
    card.caption = writer.evidence.endpoints.empty()
                       ? QString()
                       : Words::tr("%1 asked in this run").arg(writer.evidence.endpoints.size());
    card.empty = Words::tr("No endpoint was asked in this run: nothing left this computer.");
    return card;
}

} // namespace anchorscope::model
