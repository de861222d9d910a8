// The ladder's rungs, their states and bases.
#pragma once
#include "core/chain/source.h"
#include <array>

namespace anchorscope::verify {

enum class Stage : std::uint8_t { execution, proof, commitment };

enum class RungId : std::uint8_t {
    table,
    trajectory,
    execution,
    proof,
    digest,
    event,
    inclusion,
    block,
    slot,
    finality
};
inline constexpr std::size_t rung_count = 10;

enum class RungState : std::uint8_t { passed, passed_not_final, failed, not_checked, cannot_check };

/// Weakest last: the basis of a rung is the largest among its inputs.
enum class BasisKind : std::uint8_t { computed, light_client, pinned, endpoint, file };

struct Basis {
    BasisKind kind = BasisKind::computed;
    std::vector<std::string> sources; ///< endpoints' hosts, file names, "sample" for a compiled-in pin
};

struct Rung {
    RungId id{};
    RungState state = RungState::not_checked;
    Basis basis;
    std::string summary;  ///< a few words for the rung's button: "receipt 1 of 4"
    std::string detail;   ///< one sentence: why, on whose word
    std::string expected; ///< for a failed rung: the value that should be
    std::string actual;
    std::string_view rule; ///< of a failed or uncheckable rung: stable reason, "event.contract_mismatch"
};

[[nodiscard]] Stage stage_of(RungId id);
[[nodiscard]] std::string_view name(RungId id);        ///< "table" …
[[nodiscard]] std::string_view name(Stage stage);      ///< "execution" …
[[nodiscard]] std::string_view name(RungState state);  ///< JSON spelling: "passed_not_final"
[[nodiscard]] std::string_view words(RungState state); ///< "passed, not final"
[[nodiscard]] std::string_view name(BasisKind kind);
[[nodiscard]] std::optional<RungId> rung_named(std::string_view name);

} // namespace anchorscope::verify
