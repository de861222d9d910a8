#include "model/watch/reorg_watch.h"
#include "core/codec/json.h"
#include "model/discover/endpoint_task.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

ReorgWatch::ReorgWatch(std::vector<Voucher> vouchers, int pollMs, int timeoutMs, RequestLog* log,
                       QNetworkAccessManager* network, QObject* parent)
    : QObject(parent) {
    for (Voucher& voucher : vouchers) {
        auto client = std::make_unique<RpcClient>(voucher.endpoint, log, network);
        client->setTimeout(timeoutMs);
        client->setRetries(0); // the next poll is the next try
        m_asked.push_back({std::move(client), std::move(voucher.blocks)});
    }
    m_timer.setInterval(pollMs);
    connect(&m_timer, &QTimer::timeout, this, &ReorgWatch::poll);
}

ReorgWatch::~ReorgWatch() = default; // the clients call nobody back once they are gone

void ReorgWatch::start() {
    if (!m_asked.empty()) {
        m_timer.start();
    }
}

void ReorgWatch::poll() {
    if (m_open != 0) { // slower than the poll: one round at a time
        return;
    }
    for (const Asked& asked : m_asked) {
        for (const Block& block : asked.blocks) {
            ++m_open;
            asked.client->call(u"eth_getBlockByNumber"_s,
                               codec::Json::array({quantityText(block.number), false}),
                               [this, block, name = asked.client->endpoint().displayName()](
                                   const Result<codec::Json>& answer) { answered(block, name, answer); });
        }
    }
}

void ReorgWatch::answered(const Block& block, const QString& endpoint, const Result<codec::Json>& answer) {
    --m_open;
    if (!answer || !m_timer.isActive()) {
        return;
    }
    const bool gone = answer->is_null();
    const auto hash = gone ? Result<Hash32>(Hash32{}) : codec::hash_member(*answer, "hash", "block");
    if (gone || (hash && *hash != block.hash)) {
        m_timer.stop();
        Q_EMIT left(block.number, endpoint); // may delete us
    }
}

} // namespace anchorscope::model
