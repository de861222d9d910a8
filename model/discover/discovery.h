// What stands on a chain under a name that a user has: the blocks that it names, and the tables and anchors
// in them. Everything is as one endpoint says, checked for being consistent; nothing here authenticates a
// block. Limits: 1. at most max_blocks blocks are read; 2. spans of more than max_whole_span blocks are read
// only where the stated contract left logs.
#pragma once
#include "core/verify/l1_reference.h"
#include "model/discover/log_searcher.h"
#include "model/discover/trace_reader.h"

namespace anchorscope::model {

/// Where to look: a name, or a span.
struct DiscoveryScope {
    std::optional<verify::L1Reference> reference;
    std::optional<anchor::BlockSpan> span;
    std::optional<Address> contract;                      ///< of a span: blocks in which it left logs
    std::vector<anchor::DeclaredEvent> declared_events{}; ///< listed beside the known kinds of anchors
};

class Discovery : public EndpointTask {
    Q_OBJECT
public:
    static constexpr std::size_t max_blocks = 1024;
    static constexpr std::uint64_t max_whole_span = 64;

    Discovery(const EndpointSetting& setting, const DiscoveryScope& scope, QObject* parent = nullptr);
    void start() override;

    [[nodiscard]] std::uint64_t chainId() const { return m_chainId; }
    /// Ascending by number. Blocks of a span that hold nothing are left out.
    [[nodiscard]] const std::vector<FoundBlock>& blocks() const { return m_blocks; }
    /// The transaction that was named: tables of others in its block are none of the user's business.
    [[nodiscard]] const std::optional<Hash32>& transaction() const { return m_transaction; }
    /// There were more blocks than are read.
    [[nodiscard]] bool cut() const { return m_cut; }

Q_SIGNALS:
    /// One more in blocks().
    void blockFound();

private:
    void look();
    void lookAtTransaction(const Hash32& hash);
    void lookAtBlock(const Hash32& hash);
    void lookAtSpan();
    void searchSpan();
    void readNext();
    void got(const Result<BlockReader::Block>& block);
    void keep(const FoundBlock& found);

    DiscoveryScope m_scope;
    BlockReader* m_reader;
    TraceReader* m_tracer;
    LogSearcher* m_searcher = nullptr;
    std::uint64_t m_chainId = 0;
    std::optional<Hash32> m_transaction;
    std::vector<std::uint64_t> m_queue; // numbers of blocks still to be read, last first
    std::size_t m_total = 0;
    std::vector<FoundBlock> m_blocks;
    bool m_cut = false;
};

namespace rules {
inline constexpr std::string_view discovery_chain = "discovery.chain"; ///< an explorer of another chain
inline constexpr std::string_view discovery_not_found = "discovery.not_found";
inline constexpr std::string_view discovery_span = "discovery.span"; ///< too large, or upside down
} // namespace rules

} // namespace anchorscope::model
