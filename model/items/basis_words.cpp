#include "model/items/basis_words.h"
#include "model/items/texts.h"
#include "model/words.h"
#include <limits>

namespace anchorscope::model {

QString basisText(const transition::Tree& tree) {
    switch (tree.basis) {
    case transition::TreeBasis::table:
        return Words::tr("tree from the table");
    case transition::TreeBasis::linked:
        return Words::tr("tree by hashes and states that lead from entry to entry");
    case transition::TreeBasis::events:
        return Words::tr("tree from events");
    case transition::TreeBasis::trace:
        return Words::tr("tree from a trace");
    case transition::TreeBasis::peer:
        return Words::tr("tree by the other tables’ results");
    case transition::TreeBasis::solved:
        return Words::tr("tree solved: the only placement possible");
    case transition::TreeBasis::ambiguous:
        break;
    }
    return Words::tr("tree ambiguous: ") + candidatesText(tree.candidates);
}

QString candidatesText(const transition::CandidateCount& candidates) {
    if (candidates.count == 0 && !candidates.more) {
        return Words::tr("no placement possible");
    }
    if (candidates.count == 0) {
        return Words::tr("the order of calls is not known"); // none was counted
    }
    if (candidates.more && candidates.count == std::numeric_limits<std::uint64_t>::max()) {
        return Words::tr("over 10¹⁹ placements possible"); // more than are counted
    }
    const QString count =
        countText(candidates.count, Words::tr("placement"), Words::tr("placements")) + Words::tr(" possible");
    return candidates.more ? Words::tr("at least ") + count : count;
}

} // namespace anchorscope::model
