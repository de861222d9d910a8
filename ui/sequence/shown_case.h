// What the pages over the tree show of a session: the parts that belong together, kept while the same bytes
// are verified again, until the new tree is final.
#pragma once
#include "model/session/session.h"

namespace anchorscope::ui {

struct ShownCase {
    std::shared_ptr<const table::TableSource> source;
    std::shared_ptr<const table::ExecutionTable> table;
    std::shared_ptr<const transition::Tree> tree;
    std::shared_ptr<const verify::TablePart> examined;
    std::shared_ptr<const verify::Request> request;
    std::shared_ptr<const verify::Evidence> evidence;
    std::shared_ptr<const verify::Report> report;
    std::shared_ptr<const model::Names> names;

    [[nodiscard]] bool usable() const { return table && tree && !tree->nodes.empty(); }
    /// Takes over the session's parts; false: nothing new is to be shown.
    bool update(const model::Session& session);
};

/// Both trees have the same nodes in the same places: what was folded may stay so.
[[nodiscard]] bool sameShape(const transition::Tree* a, const transition::Tree* b);

} // namespace anchorscope::ui
