// All bulk hashing goes through here: many messages, each a list of pieces that stay where they are.
#pragma once
#include "core/crypto/hash_function.h"

namespace anchorscope::crypto {

/// Messages as pieces. The views must outlive the list. Not thread-safe while being filled.
class MessageList {
public:
    /// Adds a piece to the message being written.
    void piece(ByteView bytes) { m_pieces.push_back(bytes); }
    /// Ends the message being written (an empty one, if no piece was added).
    void end_message() { m_ends.push_back(m_pieces.size()); }

    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    [[nodiscard]] std::span<const ByteView> message(std::size_t index) const;

private:
    std::vector<ByteView> m_pieces;
    std::vector<std::size_t> m_ends;
};

/// out[i] = function(message i). out.size() == messages.size() (asserted).
void hash_many(HashFunction function, const MessageList& messages, std::span<Hash32> out);

/// One message given in pieces.
[[nodiscard]] Hash32 hash_pieces(HashFunction function, std::span<const ByteView> pieces);

} // namespace anchorscope::crypto
