// Cases of the tables that stand under a name on a chain: finds the tables, then the anchor of each (in its
// own block, else by a search around it), and makes a checked case of both. As one endpoint says; a case
// authenticates no block.
#pragma once
#include "model/discover/discovery.h"
#include "model/discover/made_case.h"
#include <deque>

namespace anchorscope::model {

struct FetchOptions {
    DiscoveryScope scope;
    std::optional<Address> anchorContract; ///< only its logs count as anchors
    std::optional<std::size_t> select;     ///< from 1: this table alone
    std::uint64_t window = 7200;           ///< blocks before and after the table to search for its anchor
    bool search = true;                    ///< where the table's own block holds none
};

struct FetchedTable {
    verify::TableCandidate table;
    BlockReader::Block block;
    BlockReader::Block anchorBlock;           ///< null: no anchor was found
    std::optional<verify::AnchorMatch> match; ///< of the anchor
    QString anchorWords;                      ///< where it is, or how far was searched
    std::optional<MadeCase> made;
    std::optional<Error> refused; ///< why no case was made
};

class CaseFetch : public EndpointTask {
    Q_OBJECT
public:
    CaseFetch(const EndpointSetting& setting, const FetchOptions& options, QObject* parent = nullptr);
    void start() override;

    [[nodiscard]] std::uint64_t chainId() const { return m_discovery->chainId(); }
    /// Blocks with their tables and anchors; there once the tables are found.
    [[nodiscard]] const std::vector<FoundBlock>& blocks() const { return m_discovery->blocks(); }
    [[nodiscard]] bool cut() const { return m_discovery->cut(); }
    /// Tables found, before `select`.
    [[nodiscard]] std::size_t tables() const { return m_tables; }
    [[nodiscard]] const std::vector<FetchedTable>& fetched() const { return m_fetched; }

private:
    void discovered();
    void nextTable();
    void searched(const anchor::LogSearch& search);
    void readHit();
    void conclude();

    FetchOptions m_options;
    Discovery* m_discovery;
    BlockReader* m_reader;
    std::size_t m_tables = 0;
    std::deque<FetchedTable> m_queue;
    std::vector<FetchedTable> m_fetched;

    FetchedTable m_now;
    std::vector<digest::ObservationDigest> m_digests;
    std::deque<Hash32> m_hits; // blocks to look at for the anchor, the best first
    QString m_searchWords;
};

} // namespace anchorscope::model
