// Which rows of a tree a filter lets pass, and which lead to such rows. Immutable, two bits a row.
#pragma once
#include "core/transition/tree.h"
#include <QtGlobal>

namespace anchorscope::model {

class NodeMatches {
public:
    NodeMatches() = default;
    /// `bits`: one a node, the lowest of each word first.
    NodeMatches(const transition::Tree& tree, std::vector<quint64> bits);

    [[nodiscard]] quint32 size() const { return m_size; }   ///< rows of the tree
    [[nodiscard]] quint32 count() const { return m_count; } ///< rows that match
    [[nodiscard]] quint32 shown() const { return m_shown; } ///< rows that match or lead to a match
    [[nodiscard]] bool matches(quint32 node) const { return at(m_matches, node); }
    [[nodiscard]] bool leads(quint32 node) const { return at(m_leads, node); }
    /// The next match behind (`step` 1) or before (-1) a node, from the other end on where there is none;
    /// no_node: from the end. Empty where nothing matches.
    [[nodiscard]] std::optional<quint32> next(quint32 node, int step) const;

    friend bool operator==(const NodeMatches&, const NodeMatches&) = default;

private:
    static constexpr quint32 bits_of_word = 64;
    [[nodiscard]] static bool at(const std::vector<quint64>& bits, quint32 node) {
        return node / bits_of_word < bits.size() &&
               ((bits[node / bits_of_word] >> (node % bits_of_word)) & 1U) != 0;
    }

    quint32 m_size = 0, m_count = 0, m_shown = 0;
    std::vector<quint64> m_matches, m_leads;
};

} // namespace anchorscope::model
