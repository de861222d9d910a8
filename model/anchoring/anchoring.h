// Records a table's digest on a chain by record(bytes32), through an account of the node's own, or prepares
// the transaction for somebody else to sign. No key is ever asked for. Limits: 1. sent at most once, whatever
// happens to the connection; 2. nothing is sent where the address has no code, where the call would fail, or
// where the digest is recorded already (unless `again`); 3. what the node answers is believed only as far as
// the mined block proves it.
#pragma once
#include "core/verify/anchor_match.h"
#include "model/discover/anchor_find.h"
#include "model/discover/made_case.h"
#include <QElapsedTimer>

namespace anchorscope::model {

struct AnchoringPlan {
    enum class Wait { Mined, Final };

    std::shared_ptr<const table::TableSource> source;
    std::shared_ptr<const table::ExecutionTable> table; ///< null: an opaque observation
    const digest::Profile* profile = nullptr;           ///< null: calldata, or file for an opaque observation
    crypto::HashFunction function = crypto::HashFunction::sha2_256;
    Address contract;
    std::optional<Address> from;      ///< an account that the node has unlocked; empty: only prepare
    bool again = false;               ///< also where the digest is recorded already
    std::uint64_t lookBack = 100'000; ///< blocks below the head that are searched for it
    Wait wait = Wait::Mined;
    int waitMs = 600'000; ///< for a block, or for finality
    int pollMs = 1'000;
};

class Anchoring : public EndpointTask {
    Q_OBJECT
public:
    static constexpr std::uint64_t max_gas = std::uint64_t{1} << 40U; ///< above any block's

    Anchoring(const EndpointSetting& setting, AnchoringPlan plan, QObject* parent = nullptr);
    void start() override;

    [[nodiscard]] const std::optional<digest::ObservationDigest>& observed() const { return m_observed; }
    [[nodiscard]] std::uint64_t chainId() const { return m_chainId; }
    /// Where the contract recorded this digest before; proven in the endpoint's blocks.
    [[nodiscard]] const std::vector<FoundAnchor>& earlier() const { return m_earlier; }
    /// How far was searched for such.
    [[nodiscard]] QString searchWords() const { return m_searchWords; }
    /// The transaction, unsigned, as JSON-RPC writes it; null before it is known.
    [[nodiscard]] const codec::Json& transaction() const { return *m_transaction; }
    /// The same for Foundry's cast; names no endpoint and no key.
    [[nodiscard]] QString command() const;
    /// Set from the moment at which the node took it, also where waiting then failed.
    [[nodiscard]] const std::optional<Hash32>& sent() const { return m_sent; }
    [[nodiscard]] const BlockReader::Block& block() const { return m_block; } ///< null until it is mined
    [[nodiscard]] const std::optional<verify::AnchorMatch>& match() const { return m_match; }
    [[nodiscard]] const std::optional<MadeCase>& made() const { return m_made; }

Q_SIGNALS:
    void transactionSent();

private:
    void checkContract();
    void searchEarlier();
    void searched(const anchor::LogSearch& search);
    void readEarlier();
    void estimate();
    void send();
    void awaitReceipt();
    void mined(const Result<BlockReader::Block>& block);
    void awaitFinality();
    void compareReceipt();
    void compareCanonical();
    void conclude();
    /// Polls again after a pause, unless the time is over.
    void again(void (Anchoring::*step)(), const char* what);

    AnchoringPlan m_plan;
    BlockReader* m_reader;
    std::optional<digest::ObservationDigest> m_observed;
    std::uint64_t m_chainId = 0;
    std::deque<Hash32> m_hits;
    std::vector<FoundAnchor> m_earlier;
    QString m_searchWords;
    std::unique_ptr<codec::Json> m_transaction;
    std::optional<Hash32> m_sent;
    QElapsedTimer m_clock;
    BlockReader::Block m_block;
    std::optional<verify::AnchorMatch> m_match;
    std::optional<MadeCase> m_made;
};

namespace rules {
inline constexpr std::string_view anchoring_contract = "anchoring.no_contract"; ///< no code at the address
inline constexpr std::string_view anchoring_recorded = "anchoring.recorded_already";
inline constexpr std::string_view anchoring_timeout = "anchoring.timeout";
inline constexpr std::string_view anchoring_reverted = "anchoring.reverted";
inline constexpr std::string_view anchoring_no_event = "anchoring.no_event"; ///< mined, and no such log
inline constexpr std::string_view anchoring_profile = "anchoring.profile";   ///< does not apply
} // namespace rules

} // namespace anchorscope::model
