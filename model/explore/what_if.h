// "What if": an edited copy of the messages of a digest, hashed anew. A scratch copy: the digest, the table
// and every file stay what they are, and what comes out is never a result of verification. Limits: 1. edits
// of one step do not overlap: one inside an edited range is refused; 2. a step that goes on from an edited
// one takes its new value, unless that very field is edited; 3. at most max_edits.
#pragma once
#include "core/base/cancellation.h"
#include "model/explore/explored_digest.h"

namespace anchorscope::model {

inline constexpr std::size_t max_edits = 64;

struct Edit {
    std::size_t step = 0;
    ByteRange range; ///< in the step's message as it is
    Bytes bytes;     ///< instead
    QString name;    ///< of the field
    friend bool operator==(const Edit&, const Edit&) = default;
};

class WhatIf {
public:
    WhatIf() = default;
    explicit WhatIf(std::shared_ptr<const ExploredDigest> digest) : m_digest(std::move(digest)) {}

    /// Puts `bytes` in the place of a range; the range's own bytes take the edit away again. An error in
    /// words.
    [[nodiscard]] tl::expected<void, QString> edit(Edit edit);
    /// All of a step's message; edits of that step go.
    void replaceMessage(std::size_t step, Bytes bytes);
    void undo(); ///< the last edit
    void reset() { m_edits.clear(); }

    [[nodiscard]] const std::vector<Edit>& edits() const { return m_edits; } ///< in the order they were made
    [[nodiscard]] bool isEmpty() const { return m_edits.empty(); }
    [[nodiscard]] const Edit* editOf(std::size_t step, ByteRange range) const;
    /// The edited message of a step, given the values of the steps before it.
    [[nodiscard]] Bytes message(std::size_t step, std::span<const std::optional<Hash32>> values) const;
    /// The value after each step; empty where a signature has no signer, and for what follows from it. Fewer
    /// where cancelled.
    [[nodiscard]] std::vector<std::optional<Hash32>> values(const Cancellation& cancellation = {}) const;

private:
    [[nodiscard]] std::vector<ByteView>
    pieces(std::size_t step, std::span<const std::optional<Hash32>> values, bool& known) const;
    [[nodiscard]] std::vector<const Edit*> editsOf(std::size_t step) const;

    std::shared_ptr<const ExploredDigest> m_digest;
    std::vector<Edit> m_edits;
};

} // namespace anchorscope::model
