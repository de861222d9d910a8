// What each rung says of this bundle, in words: one statement, and on whose word it stands.
#pragma once
#include "core/verify/report.h"
#include "model/items/meaning.h"
#include <QString>

namespace anchorscope::ui {

struct RungStatement {
    verify::RungId rung{};
    model::Meaning meaning = model::Meaning::NotChecked;
    QString statement;        ///< "Block 41 is the real one"
    QString basis;            ///< "pinned: sample", or why it was not checked
    QString detail;           ///< one or two sentences
    QString expected, actual; ///< of a failed rung
    bool required = false;    ///< by the policy
};

[[nodiscard]] RungStatement rungStatement(const verify::Report& report, const verify::Evidence* evidence,
                                          verify::RungId rung);
/// "computed here", "said by rpc.example, node.example", "pinned: sample", "from evidence.json".
[[nodiscard]] QString basisWords(const verify::Basis& basis);

} // namespace anchorscope::ui
