// Anchors of a table that has no envelope: searched for by topic, fetched, and proven in their blocks. Not
// found is not absent, unless every receipt of the span was verified (proveAbsence).
#pragma once
#include "core/verify/anchor_match.h"
#include "model/discover/absence_check.h"
#include "model/discover/log_searcher.h"
#include <deque>

namespace anchorscope::model {

struct FindOptions {
    std::uint64_t first = 0;
    std::optional<std::uint64_t> last; ///< empty: the newest block
    std::optional<std::uint64_t> near; ///< empty: the last
    std::optional<Address> contract;
    const digest::Profile* profile = nullptr; ///< null: all that commit the whole table
    bool proveAbsence = false;
    std::string state; ///< of an earlier search, to go on with; may be empty
};

struct FoundAnchor {
    BlockReader::Block block;
    verify::AnchorMatch match;
};

class AnchorFind : public EndpointTask {
    Q_OBJECT
public:
    /// `table` may be null: an opaque observation.
    AnchorFind(const EndpointSetting& setting, std::shared_ptr<const table::TableSource> source,
               std::shared_ptr<const table::ExecutionTable> table, FindOptions options,
               QObject* parent = nullptr);
    void start() override;

    [[nodiscard]] std::uint64_t chainId() const { return m_chainId; }
    /// Ascending; each in proven receipts of a block that the endpoint has.
    [[nodiscard]] const std::vector<FoundAnchor>& found() const { return m_found; }
    /// How far was searched, and what that says.
    [[nodiscard]] QString words() const;
    [[nodiscard]] bool absenceProven() const;
    /// Null before it has begun.
    [[nodiscard]] const anchor::LogSearch* search() const {
        return m_searcher ? &m_searcher->search() : nullptr;
    }

private:
    void planned(std::uint64_t head);
    void searched();
    void readHit();
    void proveAbsence();

    std::shared_ptr<const table::TableSource> m_source;
    std::shared_ptr<const table::ExecutionTable> m_table;
    FindOptions m_options;
    BlockReader* m_reader;
    std::vector<digest::ObservationDigest> m_digests;
    std::uint64_t m_chainId = 0;
    LogSearcher* m_searcher = nullptr;
    AbsenceCheck* m_absence = nullptr;
    std::deque<anchor::LogHint> m_hits;
    std::vector<FoundAnchor> m_found;
    std::size_t m_unconfirmed = 0; // hints that their block does not bear out
};

} // namespace anchorscope::model
