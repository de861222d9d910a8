// Private to the registry: its entries, as they are written down.
#pragma once
#include <span>
#include <string_view>

namespace anchorscope::anchor {

struct KindEntry {
    std::string_view id, declaration;
    std::string_view older; ///< the same signature with other indexed parameters; empty: none is known
    std::string_view digest, account, proves, limits;
    bool conformant = false, of_manager = false;
};

[[nodiscard]] std::span<const KindEntry> kind_entries();

} // namespace anchorscope::anchor
