// Digests of the chain's own making, from the blocks in evidence: block hash, transaction hash, and the roots
// of receipts and transactions by the path of one of them.
#include "core/chain/trie_proof.h"
#include "core/chain/trie_walk.h"
#include "model/explore/explore_parts.h"
#include "model/explore/trie_of_block.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

using Names = std::vector<std::string>;

/// Fields in RLP order (Yellow Paper; EIPs 2930, 1559, 4844, 7702).
Names transactionFields(std::uint8_t type) {
    Names out = type == 0 ? Names{} : Names{"chainId"};
    out.emplace_back("nonce");
    for (const char* fee : {"maxPriorityFeePerGas", "maxFeePerGas"}) {
        if (type >= 2) {
            out.emplace_back(fee);
        }
    }
    if (type < 2) {
        out.emplace_back("gasPrice");
    }
    out.insert(out.end(), {"gas", "to", "value", "input"});
    if (type >= 1) {
        out.emplace_back("accessList");
    }
    if (type == 3) {
        out.insert(out.end(), {"maxFeePerBlobGas", "blobVersionedHashes"});
    }
    if (type == 4) {
        out.emplace_back("authorizationList");
    }
    out.insert(out.end(), {type == 0 ? "v" : "yParity", "r", "s"});
    return out;
}

Names headerFields(const chain::Header& header) {
    Names out;
    for (const chain::HeaderField& field : header.fields) {
        out.emplace_back(field.name);
    }
    return out;
}

/// A list's items one by one, each with its prefix, behind what stands in front of them.
digest::Preimage listMessage(ByteView bytes, std::size_t start, const Names& names) {
    digest::Preimage message;
    if (start > 0) {
        message.source("type", {0, start});
    }
    Result<codec::RlpReader> list = codec::RlpReader(bytes.subspan(start)).next_list();
    std::uint64_t at = start;
    for (std::size_t i = 0; list && !list->at_end(); ++i) {
        const Result<codec::RlpItem> item = list->next();
        if (!item) {
            break;
        }
        const auto begin = static_cast<std::uint64_t>(item->whole.data() - bytes.data());
        if (begin > at) {
            message.source("list prefix", {at, begin - at});
        }
        message.source(i < names.size() ? names[i] : "item " + std::to_string(i),
                       {begin, item->whole.size()});
        at = begin + item->whole.size();
    }
    if (at < bytes.size()) {
        message.source("rest", {at, bytes.size() - at});
    }
    return message;
}

std::optional<std::size_t> number(const QStringList& parts, qsizetype at) {
    bool read = false;
    const quint64 value = parts.value(at).toULongLong(&read);
    return read ? std::optional(static_cast<std::size_t>(value)) : std::nullopt;
}

ExploredDigest made(const Parts& parts, const QString& kind, const QString& subject) {
    ExploredDigest out;
    out.kind = kind;
    out.subject = subject;
    out.told = Told::Evidence;
    out.keep.push_back(parts.evidence);
    return out;
}

QString blockName(const chain::BlockEvidence& block) {
    return Words::tr("block %1").arg(block.header.number);
}

/// A comparison that is green only where the rung inclusion says so of this very block.
DigestComparison compared(const Parts& parts, std::size_t block, const QString& name, const Hash32& value,
                          bool equal) {
    const bool anchors = parts.report && parts.report->anchor_block == block;
    const bool passed =
        anchors && parts.report->rungs.at(static_cast<std::size_t>(verify::RungId::inclusion)).state ==
                       verify::RungState::passed;
    return {name, value, equal ? Words::tr("Equal") : Words::tr("Mismatch"),
            !equal   ? Meaning::Failed
            : passed ? Meaning::Passed
                     : Meaning::NotChecked,
            Words::tr("Whether this block is on a chain, the rung “block” says.")};
}

Explored blockHash(const Parts& parts, std::size_t index, const chain::BlockEvidence& block) {
    ExploredDigest out = made(parts, Words::tr("block hash"), blockName(block));
    out.base = block.header.rlp;
    out.steps.push_back(hashedStep(Words::tr("header"),
                                   listMessage(block.header.rlp, 0, headerFields(block.header)), out.base));
    out.value = out.steps.back().after;
    const auto& envelope = parts.request ? parts.request->envelope : std::nullopt;
    if (envelope && envelope->block_hash && parts.report && parts.report->anchor_block == index) {
        out.comparisons.push_back(compared(parts, index, Words::tr("Stated by the envelope"),
                                           *envelope->block_hash, out.value == *envelope->block_hash));
    }
    return out;
}

Explored transactionHash(const Parts& parts, std::size_t index, const chain::BlockEvidence& block,
                         std::size_t at) {
    if (at >= block.transactions.size()) {
        return std::nullopt;
    }
    const chain::Transaction& transaction = block.transactions[at];
    ExploredDigest out =
        made(parts, Words::tr("transaction hash"),
             Words::tr("transaction %1 of block %2").arg(block.position_of(at) + 1).arg(block.header.number));
    out.base = transaction.raw;
    out.steps.push_back(hashedStep(
        Words::tr("transaction"),
        listMessage(transaction.raw, transaction.type == 0 ? 0 : 1, transactionFields(transaction.type)),
        out.base));
    out.value = out.steps.back().after;
    const auto& envelope = parts.request ? parts.request->envelope : std::nullopt;
    const bool anchors =
        parts.report && parts.report->anchor_block == index && envelope && envelope->tx_hash == out.value;
    if (anchors) {
        out.comparisons.push_back(
            compared(parts, index, Words::tr("Stated by the envelope"), out.value, true));
    }
    return out;
}

/// A node of a path, with the reference to the node below it as a piece of its own.
DigestStep nodeStep(const chain::TrieStep& node) {
    digest::Preimage message;
    const ByteView bytes = node.node;
    const bool value = node.value.has_value();
    const ByteRange marked = value ? *node.value : node.child ? *node.child : ByteRange{bytes.size(), 0};
    if (marked.offset > 0) {
        message.literal("in front", bytes.first(static_cast<std::size_t>(marked.offset)));
    }
    if (marked.length > 0) {
        message.literal(value ? "value" : "reference to the node below", slice(bytes, marked));
    }
    if (marked.end() < bytes.size()) {
        message.literal("behind", bytes.subspan(static_cast<std::size_t>(marked.end())));
    }
    return hashedStep(node.kind == chain::TrieStep::Kind::leaf        ? Words::tr("leaf")
                      : node.kind == chain::TrieStep::Kind::extension ? Words::tr("extension")
                                                                      : Words::tr("branch"),
                      std::move(message), {});
}

Explored root(const Parts& parts, std::size_t index, const chain::BlockEvidence& block, std::size_t at,
              BlockTrie which) {
    const std::optional<chain::TrieWalk> walk = walkOf(block, at, which);
    if (!walk) {
        return std::nullopt;
    }
    const bool receipts = which == BlockTrie::Receipts;
    ExploredDigest out =
        made(parts, receipts ? Words::tr("receipts root") : Words::tr("transactions root"),
             Words::tr("%1, by the path of number %2").arg(blockName(block)).arg(block.position_of(at) + 1));
    for (auto node = walk->steps.rbegin(); node != walk->steps.rend(); ++node) {
        if (node->wanted && !node->node.empty()) { // embedded nodes are part of the one above
            out.steps.push_back(nodeStep(*node));
        }
    }
    out.value = out.steps.empty() ? Hash32{} : out.steps.back().after;
    if (out.steps.empty()) {
        out.why = Words::tr("The path’s nodes are not at hand.");
    }
    const Hash32& stated = receipts ? block.header.receipts_root : block.header.transactions_root;
    out.comparisons.push_back(
        compared(parts, index, Words::tr("In the header"), stated, out.value == stated));
    return out;
}

} // namespace

Explored exploreOfChain(const Parts& parts, const DigestId& id) {
    const QStringList names = id.parts();
    const auto index = number(names, 0);
    if (!parts.evidence || !index || *index >= parts.evidence->blocks.size()) {
        return std::nullopt;
    }
    const chain::BlockEvidence& block = parts.evidence->blocks[*index];
    if (id.kind == u"block_hash") {
        return blockHash(parts, *index, block);
    }
    const auto at = number(names, 1);
    if (!at) {
        return std::nullopt;
    }
    if (id.kind == u"transaction_hash") {
        return transactionHash(parts, *index, block, *at);
    }
    if (id.kind == u"receipts_root") {
        return root(parts, *index, block, *at, BlockTrie::Receipts);
    }
    return id.kind == u"transactions_root" ? root(parts, *index, block, *at, BlockTrie::Transactions)
                                           : std::nullopt;
}

namespace {

void addBlock(const Parts& parts, std::size_t index, std::optional<std::size_t> at,
              std::vector<NamedDigest>& out) {
    const chain::BlockEvidence& block = parts.evidence->blocks[index];
    const QString name = blockName(block);
    out.push_back({u"block_hash:%1"_s.arg(index), Words::tr("block hash"), name, block.header.hash});
    if (!at) {
        return;
    }
    const QString place = u"%1:%2"_s.arg(index).arg(*at);
    const QString which =
        Words::tr("transaction %1 of block %2").arg(block.position_of(*at) + 1).arg(block.header.number);
    if (*at < block.transactions.size()) {
        out.push_back({u"transaction_hash:"_s + place, Words::tr("transaction hash"), which,
                       block.transactions[*at].hash});
    }
    const auto addRoot = [&](const QString& id, const QString& kind, const Hash32& value,
                             const Hash32& stated) {
        const DigestComparison result = compared(parts, index, {}, stated, value == stated);
        out.push_back({id + place, kind, name, value, result.meaning,
                       value == stated ? Words::tr("In the header") : Words::tr("Not in the header")});
    };
    if (*at < block.receipts.size()) {
        addRoot(u"receipts_root:"_s, Words::tr("receipts root"), block.receipts_root,
                block.header.receipts_root);
    }
    if (block.bodies_known && *at < block.transactions.size()) {
        addRoot(u"transactions_root:"_s, Words::tr("transactions root"), block.transactions_root,
                block.header.transactions_root);
    }
}

} // namespace

void addChain(const Parts& parts, std::vector<NamedDigest>& out) {
    if (!parts.evidence || !parts.report) {
        return;
    }
    const auto& anchor = parts.report->anchor_block;
    const auto& posting = parts.report->table_block;
    if (anchor && *anchor < parts.evidence->blocks.size()) {
        addBlock(parts, *anchor, anchorReceipt(parts), out);
    }
    if (posting && *posting < parts.evidence->blocks.size() &&
        (posting != anchor || parts.report->table_transaction != anchorReceipt(parts))) {
        addBlock(parts, *posting, parts.report->table_transaction, out);
    }
}

} // namespace anchorscope::model
