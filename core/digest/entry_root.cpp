#include "core/digest/entry_root.h"
#include "core/digest/table_digests.h"

namespace anchorscope::digest {

MerkleTree entry_tree(crypto::HashFunction tree_function, const table::ExecutionTable& table) {
    return {tree_function, entry_hashes(table)};
}

Bytes entry_root_observation(std::uint64_t count, const Hash32& root) {
    constexpr std::string_view tag("anchorscope/entry-root/1\0", 25);
    Bytes out;
    append(out, bytes_of(tag));
    append(out, U256(count).to_word().view());
    append(out, root.view());
    return out;
}

} // namespace anchorscope::digest
