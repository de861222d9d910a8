#include "model/items/found_anchor_model.h"
#include "core/crypto/erc55.h"
#include "model/items/cells.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

CellTableModel::Cell addressCell(const std::optional<Address>& address) {
    return address ? CellTableModel::Cell{shortHexText(address->view()), Meaning::None, true, false,
                                          QString::fromStdString(crypto::checksummed(*address))}
                   : CellTableModel::Cell{};
}

} // namespace

FoundAnchorModel::FoundAnchorModel(QObject* parent)
    : CellTableModel({tr("Block"), tr("Transaction"), tr("Contract"), tr("Committer"), tr("Digest of")},
                     parent) {}

void FoundAnchorModel::setAnchors(std::vector<FoundAnchor> anchors) {
    m_anchors = std::move(anchors);
    QList<Row> rows;
    for (const FoundAnchor& one : m_anchors) {
        const verify::AnchorCandidate& anchor = one.match.anchor;
        Row row;
        row.cells = {{QString::number(one.block->header.number), Meaning::None, true},
                     anchor.transaction_hash ? hashCell(*anchor.transaction_hash) : Cell{},
                     addressCell(anchor.contract),
                     addressCell(anchor.account),
                     {tr("%1, %2").arg(textOf(one.match.observed.profile->id),
                                       textOf(crypto::name(one.match.observed.function)))}};
        row.toolTip = tr("Log %1 of receipt %2").arg(anchor.position).arg(anchor.receipt + 1);
        rows += row;
    }
    setRows(std::move(rows));
}

} // namespace anchorscope::model
