// What an endpoint can do, asked of itself, one small request after the other. What it says is shown and
// chooses how evidence is asked for; it proves nothing.
#pragma once
#include "core/codec/json_fwd.h"
#include "model/net/rpc_client.h"

namespace anchorscope::model {

enum class Capability {
    ChainId,       ///< eth_chainId
    Client,        ///< web3_clientVersion
    Finalized,     ///< the finalized tag
    Safe,          ///< the safe tag
    BlockReceipts, ///< eth_getBlockReceipts: a block's receipts in one answer
    Traces,        ///< debug_traceTransaction: tables inside inner calls
    RawBlocks,     ///< debug_getRawReceipts: consensus bytes as they are
    Proofs,        ///< eth_getProof: accounts and storage under the state root
    Archive        ///< how far back state can be asked for
};

enum class Offered { Unknown, No, Yes };

struct CapabilityState {
    Capability capability{};
    Offered offered = Offered::Unknown;
    QString words; ///< "chain 1", "block 21925176", "error -32601: …", "timed out after 5 s"
};

/// Whether an error says that the endpoint does not have the method, or not for us.
[[nodiscard]] bool saysNotOffered(const Result<codec::Json>& answer);

/// "Finality", "Traces of inner calls", …: for lists.
[[nodiscard]] QString nameOf(Capability capability);

/// Three lines for people: who it is, what it offers, what it does not offer or did not say.
[[nodiscard]] QString capabilityText(const QList<CapabilityState>& states);

class CapabilityProbe : public QObject {
    Q_OBJECT
public:
    static constexpr int timeout_ms = 5000;                ///< of one request
    static constexpr qint64 max_answer_bytes = 32ll << 20; ///< a large block's receipts
    static constexpr int words_length = 120;

    CapabilityProbe(const EndpointChoice& endpoint, RequestLog* log, QNetworkAccessManager* network,
                    QObject* parent = nullptr);
    void start();
    /// In the order of the enumeration; Unknown until asked.
    [[nodiscard]] const QList<CapabilityState>& states() const { return m_states; }
    [[nodiscard]] std::optional<quint64> chainId() const { return m_chain; }

Q_SIGNALS:
    void changed(); ///< one more is known
    void done();

private:
    struct Question;
    static const std::vector<Question>& questions();
    void ask(std::size_t index);
    void headAnswered(const Result<codec::Json>& answer);
    void askArchive(qsizetype step);
    void set(Capability capability, Offered offered, const QString& words);

    RpcClient m_client;
    QList<CapabilityState> m_states;
    std::optional<quint64> m_chain;
    std::string m_headHash;
    QList<quint64> m_heights; ///< at which state is asked for, deepest first
};

} // namespace anchorscope::model
