#include "model/watch/block_line.h"

namespace anchorscope::model {

const BlockLine::Block* BlockLine::at(std::uint64_t number) const {
    if (m_blocks.empty() || number < m_blocks.front().number || number > m_blocks.back().number) {
        return nullptr;
    }
    return &m_blocks[static_cast<std::size_t>(number - m_blocks.front().number)];
}

void BlockLine::append(Block block) {
    m_next = block.number + 1;
    m_blocks.push_back(std::move(block));
    if (m_blocks.size() > kept) {
        m_blocks.pop_front();
    }
}

BlockLine::Block BlockLine::pop() {
    Block out = std::move(m_blocks.back());
    m_blocks.pop_back();
    m_next = out.number;
    return out;
}

} // namespace anchorscope::model
