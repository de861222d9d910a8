#include "core/chain/header_walk.h"

namespace anchorscope::chain {

Result<void> HeaderWalk::append(ByteView header_rlp) {
    if (is_full()) {
        return fail(rules::walk_limit, "the walk has come to its end");
    }
    Result<Header> header = decode_header(header_rlp);
    if (!header) {
        return tl::unexpected<Error>(std::move(header).error());
    }
    if (header->hash != next_hash() || header->number != next_number()) {
        return fail(rules::walk_link, "expected the header of block " + std::to_string(next_number()) + ", " +
                                          next_hash().hex() + ", seen that of block " +
                                          std::to_string(header->number) + ", " + header->hash.hex());
    }
    m_headers.push_back(std::make_shared<const Header>(*std::move(header)));
    return {};
}

std::optional<Hash32> HeaderWalk::hash_at(std::uint64_t number) const {
    if (number > m_number || m_number - number > m_headers.size()) {
        return {};
    }
    const auto down = static_cast<std::size_t>(m_number - number);
    return down == 0 ? m_from : m_headers[down - 1]->parent_hash;
}

} // namespace anchorscope::chain
