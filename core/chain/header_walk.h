// Headers linked by their parent hashes, from one block hash down to its ancestors. Who vouches for the hash
// it starts from vouches for every block it reaches; the walk itself authenticates nothing. Limits: 1. every
// header is decoded and hashed here, and must be the one that the walk asks for next; 2. at most max_walk
// headers.
#pragma once
#include "core/chain/header.h"
#include <memory>

namespace anchorscope::chain {

namespace rules {
inline constexpr std::string_view walk_link = "walk.link"; ///< not the header that the one before names
inline constexpr std::string_view walk_limit =
    "walk.limit"; ///< longer than max_walk, or below the first block
} // namespace rules

/// A day of Ethereum's blocks, and one more than the history contract of EIP-2935 knows.
inline constexpr std::size_t max_walk = 8192;

class HeaderWalk {
public:
    /// Begins at the block `number` with hash `from`; its header is the first to be appended.
    HeaderWalk(std::uint64_t number, const Hash32& from) : m_number(number), m_from(from) {}

    [[nodiscard]] const Hash32& from() const { return m_from; }
    [[nodiscard]] std::uint64_t number() const { return m_number; }
    /// Number and hash that the next header must have: the parent of the last one.
    [[nodiscard]] std::uint64_t next_number() const { return m_number - m_headers.size(); }
    [[nodiscard]] const Hash32& next_hash() const {
        return m_headers.empty() ? m_from : m_headers.back()->parent_hash;
    }
    [[nodiscard]] bool is_full() const { return m_headers.size() == max_walk || next_number() == 0; }

    [[nodiscard]] Result<void> append(ByteView header_rlp);

    /// The hash of the walk's block at that height; empty where it has not come that far.
    [[nodiscard]] std::optional<Hash32> hash_at(std::uint64_t number) const;
    /// Shared, so that evidence can be copied.
    [[nodiscard]] std::span<const std::shared_ptr<const Header>> headers() const { return m_headers; }

private:
    std::uint64_t m_number;
    Hash32 m_from;
    std::vector<std::shared_ptr<const Header>> m_headers;
};

} // namespace anchorscope::chain
