#include "model/discover/absence_check.h"
#include "model/words.h"

namespace anchorscope::model {

AbsenceCheck::AbsenceCheck(const EndpointSetting& setting, const anchor::LogSearchGoal& goal, QObject* parent)
    : EndpointTask(setting, parent), m_goal(goal), m_proof(goal), m_reader(new BlockReader(client(), this)),
      m_asked(goal.span.first) {}

void AbsenceCheck::start() {
    begin();
    if (m_goal.span.count() > max_blocks) {
        later(0, [this] {
            fail({anchor::rules::absence_order,
                  "span",
                  {},
                  "at most " + std::to_string(max_blocks) + " blocks can be read whole"});
        });
        return;
    }
    readAhead();
}

void AbsenceCheck::readAhead() {
    while (m_asked <= m_goal.span.last && m_asked < m_proof.next() + blocks_at_once) {
        const std::uint64_t number = m_asked++;
        m_reader->byNumber(number, [this, number](const Result<BlockReader::Block>& block) {
            if (running()) {
                got(number, block);
            }
        });
    }
}

void AbsenceCheck::got(std::uint64_t number, const Result<BlockReader::Block>& block) {
    if (!block) {
        fail(block.error());
        return;
    }
    m_waiting[number] = *block;
    while (!m_waiting.empty() && m_waiting.begin()->first == m_proof.next()) {
        const auto added = m_proof.add(*m_waiting.begin()->second);
        m_waiting.erase(m_waiting.begin());
        if (!added) {
            fail(added.error());
            return;
        }
    }
    Q_EMIT progress(m_proof.next() - m_goal.span.first, m_goal.span.count(),
                    Words::tr("Verifying all receipts, block %1").arg(m_proof.next()));
    if (m_proof.complete()) {
        finish();
    } else {
        readAhead();
    }
}

} // namespace anchorscope::model
