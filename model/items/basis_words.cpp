#include "model/items/basis_words.h"
#include "model/items/texts.h"
#include <limits>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

QString basisText(const transition::Tree& tree) {
    switch (tree.basis) {
    case transition::TreeBasis::table:
        return u"tree from the table"_s;
    case transition::TreeBasis::linked:
        return u"tree by hashes and states that lead from entry to entry"_s;
    case transition::TreeBasis::events:
        return u"tree from events"_s;
    case transition::TreeBasis::trace:
        return u"tree from a trace"_s;
    case transition::TreeBasis::peer:
        return u"tree by the other tables’ results"_s;
    case transition::TreeBasis::solved:
        return u"tree solved: the only placement possible"_s;
    case transition::TreeBasis::ambiguous:
        break;
    }
    return u"tree ambiguous: "_s + candidatesText(tree.candidates);
}

QString candidatesText(const transition::CandidateCount& candidates) {
    if (candidates.count == 0 && !candidates.more) {
        return u"no placement possible"_s;
    }
    if (candidates.count == 0) {
        return u"the order of calls is not known"_s; // none was counted
    }
    if (candidates.more && candidates.count == std::numeric_limits<std::uint64_t>::max()) {
        return u"over 10¹⁹ placements possible"_s; // more than are counted
    }
    const QString count = countText(candidates.count, u"placement"_s, u"placements"_s) + u" possible"_s;
    return candidates.more ? u"at least "_s + count : count;
}

} // namespace anchorscope::model
