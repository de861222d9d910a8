#include "model/copy/rpc_requests.h"
#include "model/items/texts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

using About = RpcRequest::About;

QString body(const QString& method, const Hash32& hash, const QString& more = {}) {
    return uR"({"jsonrpc":"2.0","id":1,"method":"%1","params":["%2"%3]})"_s.arg(method, textOf(hash.hex()),
                                                                                more);
}

const chain::BlockEvidence* blockAt(const verify::Evidence& evidence, std::optional<std::size_t> index) {
    return index && *index < evidence.blocks.size() ? &evidence.blocks[*index] : nullptr;
}

const Hash32* transactionAt(const chain::BlockEvidence* block, std::optional<std::size_t> index) {
    return block != nullptr && index && *index < block->transactions.size()
               ? &block->transactions[*index].hash
               : nullptr;
}

bool standsOn(verify::RungId rung, About about) {
    switch (rung) {
    case verify::RungId::event:
    case verify::RungId::inclusion:
    case verify::RungId::digest:
        return about == About::AnchorReceipt;
    case verify::RungId::block:
    case verify::RungId::slot:
    case verify::RungId::finality:
        return about == About::AnchorBlock;
    case verify::RungId::execution:
        return about == About::TableReceipts;
    case verify::RungId::table:
    case verify::RungId::trajectory:
    case verify::RungId::proof:
        return about == About::TableTransaction;
    }
    return false;
}

} // namespace

QList<RpcRequest> evidenceRequests(const verify::Report& report, const verify::Evidence& evidence,
                                   std::optional<verify::RungId> rung) {
    QList<RpcRequest> out;
    const auto chosen = std::ranges::find(report.anchors, true, &verify::AnchorSeen::chosen);
    if (chosen != report.anchors.end()) {
        if (const Hash32* hash = transactionAt(blockAt(evidence, chosen->block), chosen->receipt)) {
            out += {About::AnchorReceipt, Words::tr("receipt of the anchor’s transaction"),
                    body(u"eth_getTransactionReceipt"_s, *hash)};
        }
    }
    if (const chain::BlockEvidence* block = blockAt(evidence, report.anchor_block)) {
        out += {About::AnchorBlock, Words::tr("block of the anchor"),
                body(u"eth_getBlockByHash"_s, block->header.hash, u",false"_s)};
    }
    const chain::BlockEvidence* const posted = blockAt(evidence, report.table_block);
    if (const Hash32* hash = transactionAt(posted, report.table_transaction)) {
        out += {About::TableTransaction, Words::tr("transaction that posted the table"),
                body(u"eth_getTransactionByHash"_s, *hash)};
    }
    if (posted != nullptr) {
        out += {About::TableReceipts, Words::tr("receipts of the table’s block"),
                body(u"eth_getBlockReceipts"_s, posted->header.hash)};
    }
    if (rung) {
        std::stable_partition(out.begin(), out.end(),
                              [rung](const RpcRequest& request) { return standsOn(*rung, request.about); });
    }
    return out;
}

} // namespace anchorscope::model
