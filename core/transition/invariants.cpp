#include "core/transition/invariants.h"
#include "core/transition/invariant_rules.h"
#include "core/transition/message_rules.h"

namespace anchorscope::transition {

std::vector<Finding> check_invariants(const table::ExecutionTable& table) {
    InvariantReport report(table);
    if (table.format->scheme == table::Scheme::messages) {
        check_messages(report);
        return report.take();
    }
    check_batch(report);
    check_incoming(report);
    check_entries(report);
    check_lookups(report);
    check_verified(report);
    return report.take();
}

} // namespace anchorscope::transition
