// Reads every block of a span and verifies all its receipts, to be able to say that a log is not there
// (core/anchor/absence).
#pragma once
#include "core/anchor/absence.h"
#include "model/discover/block_reader.h"
#include "model/discover/endpoint_task.h"
#include <map>

namespace anchorscope::model {

class AbsenceCheck : public EndpointTask {
    Q_OBJECT
public:
    static constexpr std::size_t blocks_at_once = 4;
    static constexpr std::uint64_t max_blocks = 100'000; ///< some hours of reading

    AbsenceCheck(const EndpointSetting& setting, const anchor::LogSearchGoal& goal,
                 QObject* parent = nullptr);
    void start() override;
    [[nodiscard]] const anchor::AbsenceProof& proof() const { return m_proof; }

private:
    void readAhead();
    void got(std::uint64_t number, const Result<BlockReader::Block>& block);

    anchor::LogSearchGoal m_goal;
    anchor::AbsenceProof m_proof;
    BlockReader* m_reader;
    std::uint64_t m_asked;                                 // the next block to ask for
    std::map<std::uint64_t, BlockReader::Block> m_waiting; // read, but not their turn yet
};

} // namespace anchorscope::model
