#include "core/verify/report.h"
#include "core/transition/invariants.h"

namespace anchorscope::verify {

std::string_view name(Verdict verdict) {
    constexpr std::array<std::string_view, 4> names{"verified", "mismatch", "unproven", "malformed"};
    return names[static_cast<std::size_t>(verdict)];
}

TablePart examine_table(const table::ExecutionTable& table) {
    return {digest::table_digests(table), transition::trajectories(table),
            transition::check_invariants(table)};
}

int exit_status(const Report& report) {
    switch (report.verdict) {
    case Verdict::verified:
        return 0;
    case Verdict::mismatch:
        return 1;
    case Verdict::malformed:
        return 3;
    case Verdict::unproven:
        break;
    }
    return report.endpoints_silent ? 5 : 4;
}

} // namespace anchorscope::verify
