// Follows the head of a chain: every block once, in order, with the tables and anchors in it judged as they
// appear. Several endpoints: one is followed, the others are asked for their hash of every block that holds
// something, so that a quorum can vouch for it; where the one fails, the next takes over.
// Limits: 1. no block is left out or announced twice, whatever endpoints do: each must be the child of the
// one before; 2. a block that left the chain is announced as removed, with its items, before what took its
// place;
// 3. memory is bounded (BlockLine, WatchJudge); 4. retries for ever, with pauses up to 30 s, until stop().
#pragma once
#include "model/discover/trace_reader.h"
#include "model/net/mailbox.h"
#include "model/watch/block_line.h"
#include <QDeadlineTimer>
#include <QTimer>

namespace anchorscope::model {

struct WatchOptions : WatchRules {
    QList<EndpointChoice> endpoints;    ///< one at least
    std::optional<std::uint64_t> first; ///< empty: the newest block
    std::optional<std::uint64_t> last;  ///< stops behind this one; empty: never
    int pollMs = 2'000;
    int timeoutMs = 20'000;
};

class ChainWatch : public QObject {
    Q_OBJECT
public:
    ChainWatch(WatchOptions options, RequestLog* log, QNetworkAccessManager* network,
               QObject* parent = nullptr);
    ~ChainWatch() override;
    void start();
    /// Nothing is signalled afterwards.
    void stop();
    [[nodiscard]] std::uint64_t next() const { return m_line.next(); }
    [[nodiscard]] std::uint64_t chainId() const { return m_chainId; }

Q_SIGNALS:
    /// A block has joined; its items, which may be none.
    void blockJoined(quint64 number, const anchorscope::Hash32& hash,
                     const std::vector<anchorscope::model::WatchItem>& items);
    /// A block has left: the items that were announced with it no longer stand.
    void blockLeft(quint64 number, const anchorscope::Hash32& hash,
                   const std::vector<anchorscope::model::WatchItem>& items);
    /// An endpoint failed, or another one is followed now: why, and when the next try is made.
    void trouble(const QString& endpoint, const QString& why, int retryMs);
    /// Everything up to the newest block has been read.
    void caughtUp(quint64 head);
    /// The last block asked for was read.
    void finished();

private:
    struct Endpoint {
        std::unique_ptr<RpcClient> client;
        std::unique_ptr<BlockReader> reader;
        std::unique_ptr<TraceReader> tracer;
        std::optional<std::uint64_t> chainId;
        std::uint64_t highest = 0; ///< newest block it told of
        QDeadlineTimer down;       ///< not asked before
    };

    void poll();
    void identify(std::size_t index, const std::function<void()>& then);
    void gotHead(const Result<codec::Json>& answer);
    void compareHead(std::uint64_t number, const Hash32& hash);
    void readNext();
    void gotBlock(const Result<BlockReader::Block>& block);
    void examine(const BlockReader::Block& block);
    void askOthers(const FoundBlock& found);
    void judge(const FoundBlock& found, std::vector<verify::EndpointState> states);
    void join(const BlockReader::Block& block, const std::vector<WatchItem>& items);
    void takeOff();
    void pause(int milliseconds);
    void endpointFailed(const QString& why);
    [[nodiscard]] Endpoint& current() { return m_endpoints[m_current]; }

    WatchOptions m_options;
    std::vector<Endpoint> m_endpoints;
    std::size_t m_current = 0;
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<WatchJudge> m_judge;
    BlockLine m_line;
    QTimer m_timer;
    std::uint64_t m_chainId = 0;
    bool m_begun = false; // m_line has a beginning
    bool m_running = false;
    std::uint64_t m_head = 0;
    int m_failures = 0; // in a row
    int m_lower = 0;    // polls in a row in which the head was below what had been read
};

} // namespace anchorscope::model
