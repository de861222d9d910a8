#include "model/filter/node_matches.h"
#include <bit>

namespace anchorscope::model {

namespace {

quint32 setBits(const std::vector<quint64>& bits) {
    quint32 count = 0;
    for (const quint64 word : bits) {
        count += static_cast<quint32>(std::popcount(word));
    }
    return count;
}

} // namespace

NodeMatches::NodeMatches(const transition::Tree& tree, std::vector<quint64> bits)
    : m_size(static_cast<quint32>(tree.nodes.size())), m_count(setBits(bits)), m_matches(std::move(bits)) {
    m_leads = m_matches;
    for (quint32 node = m_size; node-- > 1;) { // parents stand before their children
        const quint32 parent = tree.nodes[node].parent;
        if (leads(node) && parent < node) {
            m_leads[parent / bits_of_word] |= quint64{1} << (parent % bits_of_word);
        }
    }
    m_shown = setBits(m_leads);
}

std::optional<quint32> NodeMatches::next(quint32 node, int step) const {
    if (m_count == 0) {
        return {};
    }
    const bool inside = node < m_size;
    const quint32 last = m_size - 1;
    quint32 at = inside ? node : step > 0 ? last : 0;
    do { // words without a match are passed over whole
        at = step > 0 ? (at == last ? 0 : at + 1) : (at == 0 ? last : at - 1);
        const bool begins = step > 0 ? at % bits_of_word == 0 : at % bits_of_word == bits_of_word - 1;
        if (begins && m_matches[at / bits_of_word] == 0) {
            at = step > 0 ? std::min(at + bits_of_word - 1, last) : at - (bits_of_word - 1);
        }
    } while (!matches(at));
    return at;
}

} // namespace anchorscope::model
