#include "ui/sequence/shown_case.h"

namespace anchorscope::ui {

bool ShownCase::update(const model::Session& session) {
    const model::Parts& parts = session.parts();
    const bool again = parts.source && source && report && !parts.report && parts.table &&
                       parts.source->file_sha256 == source->file_sha256;
    if (again) {
        return false;
    }
    const bool same = source == parts.source && table == parts.table && tree == parts.tree &&
                      examined == parts.examined && evidence == parts.evidence && report == parts.report &&
                      names == session.names();
    source = parts.source;
    table = parts.table;
    tree = parts.tree;
    examined = parts.examined;
    request = parts.request;
    evidence = parts.evidence;
    report = parts.report;
    names = session.names();
    return !same;
}

bool sameShape(const transition::Tree* a, const transition::Tree* b) {
    return a != nullptr && b != nullptr &&
           std::ranges::equal(a->nodes, b->nodes, [](const transition::Node& x, const transition::Node& y) {
               return x.kind == y.kind && x.parent == y.parent && x.entry == y.entry && x.index == y.index;
           });
}

} // namespace anchorscope::ui
