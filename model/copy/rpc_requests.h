// The JSON-RPC requests whose answers are the evidence of a report, for anybody who wants to ask again.
#pragma once
#include "core/verify/report.h"
#include <QList>
#include <QString>

namespace anchorscope::model {

struct RpcRequest {
    enum class About { AnchorReceipt, AnchorBlock, TableTransaction, TableReceipts };
    About about{};
    QString title; ///< "receipt of the anchor’s transaction"
    QString body;  ///< one line of JSON
};

/// Those that the evidence names, the ones that the rung stands on first.
[[nodiscard]] QList<RpcRequest> evidenceRequests(const verify::Report& report,
                                                 const verify::Evidence& evidence,
                                                 std::optional<verify::RungId> rung);

} // namespace anchorscope::model
