// Watches that the blocks a verdict rests on stay in the chain: asks the endpoints that vouched for them
// again and again. Limits: 1. an endpoint that does not answer says nothing; 2. signals once, then stops:
// whoever listens verifies anew.
#pragma once
#include "core/base/hash32.h"
#include "model/net/rpc_client.h"
#include <QTimer>

namespace anchorscope::model {

class ReorgWatch : public QObject {
    Q_OBJECT
public:
    struct Block {
        std::uint64_t number = 0;
        Hash32 hash;
    };
    struct Voucher {
        EndpointChoice endpoint;
        std::vector<Block> blocks; ///< that it said are canonical
    };

    ReorgWatch(std::vector<Voucher> vouchers, int pollMs, int timeoutMs, RequestLog* log,
               QNetworkAccessManager* network, QObject* parent = nullptr);
    ~ReorgWatch() override;
    void start();

Q_SIGNALS:
    /// An endpoint that vouched for the block has another one at its height now, or none.
    void left(quint64 number, const QString& endpoint);

private:
    void poll();
    void answered(const Block& block, const QString& endpoint, const Result<codec::Json>& answer);

    struct Asked {
        std::unique_ptr<RpcClient> client;
        std::vector<Block> blocks;
    };
    std::vector<Asked> m_asked;
    QTimer m_timer;
    int m_open = 0; // requests of this poll
};

} // namespace anchorscope::model
