// A domain is where code runs: L1 ("mainnet", rollup id 0) or a rollup.
#pragma once
#include <cstdint>
#include <string>

namespace anchorscope {

struct Domain {
    static constexpr std::uint64_t unknown_id = ~std::uint64_t{0};
    std::uint64_t id = unknown_id; ///< 0 is L1; unknown_id when the table does not tell

    [[nodiscard]] bool is_l1() const { return id == 0; }
    [[nodiscard]] bool known() const { return id != unknown_id; }
    /// "L1", "Rollup 2", "This rollup" when unknown (only L2 tables do not tell their own id).
    [[nodiscard]] std::string name() const {
        return is_l1() ? "L1" : known() ? "Rollup " + std::to_string(id) : "This rollup";
    }
    /// "L1", "R2", "R?".
    [[nodiscard]] std::string short_name() const {
        return is_l1() ? "L1" : known() ? "R" + std::to_string(id) : "R?";
    }
    friend bool operator==(const Domain&, const Domain&) = default;
    friend auto operator<=>(const Domain&, const Domain&) = default;
};

inline constexpr Domain l1_domain{0};

} // namespace anchorscope
