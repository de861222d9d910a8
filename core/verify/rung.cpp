#include "core/verify/rung.h"

namespace anchorscope::verify {
namespace {

constexpr std::array<std::string_view, rung_count> rung_names{
    "table", "trajectory", "execution", "proof", "digest", "event", "inclusion", "block", "slot", "finality"};

} // namespace

Stage stage_of(RungId id) {
    return id < RungId::proof ? Stage::execution : id == RungId::proof ? Stage::proof : Stage::commitment;
}

std::string_view name(RungId id) { return rung_names[static_cast<std::size_t>(id)]; }

std::string_view name(Stage stage) {
    return stage == Stage::execution ? "execution" : stage == Stage::proof ? "proof" : "commitment";
}

std::string_view name(RungState state) {
    constexpr std::array<std::string_view, 5> names{"passed", "passed_not_final", "failed", "not_checked",
                                                    "cannot_check"};
    return names[static_cast<std::size_t>(state)];
}

std::string_view words(RungState state) {
    constexpr std::array<std::string_view, 5> names{"passed", "passed, not final", "failed", "not checked",
                                                    "cannot be checked"};
    return names[static_cast<std::size_t>(state)];
}

std::string_view name(BasisKind kind) {
    constexpr std::array<std::string_view, 5> names{"computed", "light_client", "pinned", "endpoint", "case"};
    return names[static_cast<std::size_t>(kind)];
}

std::optional<RungId> rung_named(std::string_view name) {
    const auto found = std::ranges::find(rung_names, name);
    if (found == rung_names.end()) {
        return {};
    }
    return static_cast<RungId>(found - rung_names.begin());
}

} // namespace anchorscope::verify
