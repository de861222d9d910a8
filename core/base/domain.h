// A domain is where code runs: L1 ("mainnet", rollup id 0) or a rollup.
#pragma once
#include <cstdint>
#include <string>

namespace anchorscope {

struct Domain {
    static constexpr std::uint64_t unknown_id = ~std::uint64_t{0};
    std::uint64_t id = unknown_id; ///< 0 is L1; unknown_id when the table does not tell
    bool system = false;           ///< none of them: where a message comes from, or goes to, outside

    [[nodiscard]] bool is_l1() const { return id == 0; }
    [[nodiscard]] bool known() const { return id != unknown_id; }
    /// "L1", "Rollup 2", "This rollup" when unknown (only L2 tables do not tell their own id), "The system".
    [[nodiscard]] std::string name() const {
        return is_l1()   ? "L1"
               : known() ? "Rollup " + std::to_string(id)
               : system  ? "The system"
                         : "This rollup";
    }
    /// "L1", "R2", "R?", "SYS".
    [[nodiscard]] std::string short_name() const {
        return is_l1() ? "L1" : known() ? "R" + std::to_string(id) : system ? "SYS" : "R?";
    }
    friend bool operator==(const Domain&, const Domain&) = default;
    friend auto operator<=>(const Domain&, const Domain&) = default;
};

inline constexpr Domain l1_domain{0};
inline constexpr Domain system_domain{Domain::unknown_id, true};

} // namespace anchorscope
