// What is new in a block that joins the chain: tables and anchors, each table judged on the spot by the whole
// ladder, and again when its anchor comes in a later block. Pure.
// Limits: 1. remembers at most max_blocks blocks with something in them, and max_bytes bytes of these; an
// anchor that comes later than that finds no table; 2. not thread-safe: one caller at a time.
#pragma once
#include "core/verify/anchor_match.h"
#include "core/verify/report.h"
#include "model/discover/found_block.h"
#include <deque>

namespace anchorscope::model {

struct WatchItem {
    enum class Kind {
        Table,  ///< a table, with what the ladder says of it now
        Anchor, ///< an anchor event
        Verdict ///< a table of an earlier block, whose anchor stands in this one
    };
    Kind kind{};
    std::uint64_t block = 0;
    Hash32 blockHash;
    std::uint64_t position = 0; ///< of the transaction in the block
    std::optional<Hash32> transaction;
    // Table, Verdict
    QString format;
    std::size_t entries = 0;
    verify::FoundIn foundIn{};
    std::optional<Address> callee;
    std::optional<bool> succeeded;
    Hash32 tableTransaction; ///< Verdict: where the table was posted
    std::optional<verify::Verdict> verdict;
    QString headline;
    std::optional<verify::RungState> proof; ///< of the rung `proof`, and on whose word
    verify::BasisKind proofBasis{};
    QString proofDetail;
    // Anchor, and the anchor of a table
    QString anchorKind;
    std::optional<std::uint64_t> logPosition; ///< in its receipt
    std::optional<Address> contract, account;
    std::optional<Hash32> digest;

    friend bool operator==(const WatchItem&, const WatchItem&) = default;
};

/// What the user expects of what is seen.
struct WatchRules {
    verify::Expectations expect;                       ///< contract and manager, and the chain
    std::vector<anchor::DeclaredEvent> declaredEvents; ///< anchors, beside the known kinds
    std::uint64_t slotTolerance = 0;                   ///< slots that an anchor may come after its table
};

class WatchJudge {
public:
    static constexpr std::size_t max_blocks = 256;
    static constexpr std::size_t max_bytes = std::size_t{64} << 20U;

    explicit WatchJudge(WatchRules watched) : m_rules(std::move(watched)) {}

    /// The next block, with what each endpoint said of its height. Items in the order of the block: tables,
    /// anchors, verdicts.
    [[nodiscard]] std::vector<WatchItem> add(const FoundBlock& found,
                                             const std::vector<verify::EndpointState>& endpoints);
    /// The block has left the chain.
    void remove(const Hash32& blockHash);
    [[nodiscard]] std::size_t remembered() const { return m_known.size(); }

private:
    struct Table {
        verify::TableCandidate candidate;
        std::vector<digest::ObservationDigest> digests;
    };
    struct Known {
        BlockReader::Block block;
        std::vector<verify::EndpointState> endpoints;
        std::vector<verify::TraceEvidence> traces;
        std::vector<Table> tables;
        std::size_t bytes = 0;
    };
    struct Anchored {
        const Known* known = nullptr; ///< the anchor's block
        verify::AnchorMatch match;
    };

    [[nodiscard]] std::vector<verify::AnchorMatch> matches(const Known& in, const Table& table) const;
    [[nodiscard]] std::optional<Anchored> anchor_of(const Table& table) const;
    [[nodiscard]] WatchItem table_item(const Known& in, const Table& table) const;
    void judge(WatchItem& item, const Known& in, const Table& table,
               const std::optional<Anchored>& anchor) const;
    void forget();

    WatchRules m_rules;
    std::deque<Known> m_known;
};

} // namespace anchorscope::model
