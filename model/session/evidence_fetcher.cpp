#include "model/session/evidence_fetcher.h"
#include "core/verify/rollup_contracts.h"
#include "model/discover/log_searcher.h"
#include "model/words.h"

namespace anchorscope::model {

using codec::Json;
using verify::Need;
using verify::NeedKind;

namespace {

constexpr std::size_t block_part = 0, receipts_part = 1, single_receipts_part = 2; // see Answer

} // namespace

EvidenceFetcher::EvidenceFetcher(const VerifyOptions& options, std::shared_ptr<const verify::Request> request,
                                 std::shared_ptr<const verify::Evidence> evidence, RequestLog* log,
                                 QNetworkAccessManager* network, QObject* parent)
    : QObject(parent), m_request(std::move(request)), m_evidence(std::move(evidence)),
      m_mailbox(std::make_shared<Mailbox>(this)), m_timeoutMs(options.timeoutMs) {
    connect(&m_pauses, &RetryClock::ticked, this,
            [this](const QString& words) { Q_EMIT progress(m_done, m_asked, words); });
    for (const EndpointChoice& endpoint : options.endpoints) {
        auto client = std::make_unique<RpcClient>(endpoint, log, network);
        client->setTimeout(options.timeoutMs);
        client->setRetries(options.retries);
        connect(client.get(), &RpcClient::waiting, &m_pauses,
                [this, name = endpoint.displayName()](const QString& why, int milliseconds) {
                    m_pauses.pause(name, why, milliseconds);
                });
        m_clients.push_back(std::move(client));
        m_settings.push_back({endpoint, options.timeoutMs, options.retries, log, network});
    }
}

EvidenceFetcher::~EvidenceFetcher() { m_mailbox->close(); }

void EvidenceFetcher::start() { plan(); }

void EvidenceFetcher::cancel() {
    m_mailbox->close();
    m_pauses.stop();
    disconnect();
    m_request.reset(); // answers that still arrive find nobody
    for (const auto& client : m_clients) {
        client->cancelAll();
    }
    for (LogSearcher* const searcher : findChildren<LogSearcher*>()) {
        searcher->cancel();
    }
}

void EvidenceFetcher::plan() {
    if (++m_rounds > max_rounds) {
        Q_EMIT done();
        return;
    }
    const auto work = [request = m_request, evidence = m_evidence] {
        return next_needs(*request, *evidence);
    };
    inPool(m_mailbox, work, [this](const std::vector<Need>& needs) { ask(needs); });
}

void EvidenceFetcher::ask(const std::vector<Need>& needs) {
    if (needs.empty()) {
        Q_EMIT done();
        return;
    }
    m_answers.clear();
    m_receiptQueue.clear();
    m_receiptsUntil.clear();
    m_asked = m_done = 0;
    for (const Need& need : needs) {
        m_answers.push_back({need, {}});
    }
    for (std::size_t at = 0; at < needs.size(); ++at) {
        askOne(at, needs[at]);
    }
}

void EvidenceFetcher::askOne(std::size_t at, const Need& need) {
    switch (need.kind) {
    case NeedKind::chain_id:
        send(at, 0, "eth_chainId", Json::array());
        send(at, 1, "eth_blockNumber", Json::array());
        break;
    case NeedKind::receipt_location:
        send(at, 0, "eth_getTransactionReceipt", Json::array({need.hash.hex()}));
        break;
    case NeedKind::canonical_hash:
        send(at, 0, "eth_getBlockByNumber", Json::array({quantityText(need.number), false}));
        send(at, 1, "eth_chainId", Json::array());
        break;
    case NeedKind::finalized_head:
        send(at, 0, "eth_getBlockByNumber", Json::array({"finalized", false}));
        send(at, 1, "eth_getBlockByNumber", Json::array({"safe", false}));
        send(at, 2, "eth_blockNumber", Json::array());
        break;
    case NeedKind::header:
        askHeaders(at, need);
        break;
    case NeedKind::history_proof:
        send(at, 0, "eth_getProof",
             Json::array({chain::history_contract().hex(),
                          Json::array({chain::history_slot(need.number).hex()}),
                          {{"blockHash", need.hash.hex()}}}));
        break;
    case NeedKind::call:
        send(at, 0, "eth_call",
             Json::array(
                 {{{"to", need.to.hex()}, {"data", to_hex(need.data)}}, {{"blockHash", need.hash.hex()}}}));
        break;
    case NeedKind::trace:
        send(at, 0, "debug_traceTransaction",
             Json::array(
                 {need.hash.hex(), {{"tracer", "callTracer"}, {"tracerConfig", {{"withLog", true}}}}}));
        break;
    case NeedKind::raw_block:
        send(at, block_part, "debug_getRawBlock", Json::array({need.hash.hex()}));
        send(at, receipts_part, "debug_getRawReceipts", Json::array({need.hash.hex()}));
        break;
    case NeedKind::rollup_logs:
        searchLogs(at, need);
        break;
    case NeedKind::block:
        send(at, block_part, "eth_getBlockByHash", Json::array({need.hash.hex(), true}));
        send(at, receipts_part, "eth_getBlockReceipts", Json::array({need.hash.hex()}));
        break;
    }
}

/// The first by its hash, since the pinned block may have left the endpoint's chain; the others, which must
/// link to it, by number, all at once.
void EvidenceFetcher::askHeaders(std::size_t at, const Need& need) {
    Q_EMIT progress(m_done, m_asked, Words::tr("Walking down from block %1").arg(need.number));
    send(at, 0, "eth_getBlockByHash", Json::array({need.hash.hex(), false}));
    for (std::size_t below = 1; below < need.count && below <= need.number; ++below) {
        send(at, below, "eth_getBlockByNumber", Json::array({quantityText(need.number - below), false}));
    }
}

void EvidenceFetcher::send(std::size_t at, std::size_t part, const char* method, const Json& params) {
    if (!m_request) { // cancelled by a listener of progress
        return;
    }
    Answer& answer = m_answers[at];
    answer.parts.resize(std::max(answer.parts.size(), part + 1));
    ++m_asked;
    RpcClient* client = m_clients.at(answer.need.endpoint).get();
    const bool large = (answer.need.kind == NeedKind::block || answer.need.kind == NeedKind::raw_block) &&
                       part < single_receipts_part;
    const auto done = [this, at, part](SharedAnswer result) {
        if (m_request) {
            answered(at, part, std::move(result));
        }
    };
    client->callShared(QString::fromLatin1(method), params, done,
                       large ? RpcClient::max_answer_bytes : RpcClient::max_small_answer_bytes);
    Q_EMIT progress(m_done, m_asked, Words::tr("Asking %1").arg(client->endpoint().displayName()));
}

void EvidenceFetcher::answered(std::size_t at, std::size_t part, SharedAnswer result) {
    Answer& answer = m_answers[at];
    answer.parts[part] = std::move(result);
    ++m_done;
    if (answer.need.kind == NeedKind::block) {
        askSingleReceipts(at, part);
    }
    partDone(at);
}

void EvidenceFetcher::partDone(std::size_t at) {
    const Answer& answer = m_answers[at];
    Q_EMIT progress(m_done, m_asked,
                    Words::tr("Asking %1").arg(m_clients[answer.need.endpoint]->endpoint().displayName()));
    if (m_request && m_done == m_asked) {
        roundAnswered();
    }
}

/// The whole of one search, which decides from each answer what to ask next: one part of this round. Logs of
/// this kind are few, so that ranges grow without bound while the endpoint answers them.
void EvidenceFetcher::searchLogs(std::size_t at, const Need& need) {
    anchor::LogSearchLimits limits;
    limits.max_step = anchor::max_block_number;
    limits.max_requests = max_log_requests;
    const std::uint64_t chain = m_evidence->endpoints.at(need.endpoint).chain_id.value_or(0);
    auto* const searcher =
        new LogSearcher(m_settings.at(need.endpoint),
                        anchor::LogSearch(verify::rollup_search_goal(need, chain), limits), this);
    ++m_asked;
    connect(searcher, &EndpointTask::progress, this,
            [this](quint64, quint64, const QString& what) { Q_EMIT progress(m_done, m_asked, what); });
    connect(searcher, &EndpointTask::done, this, [this, at, searcher] {
        searcher->deleteLater();
        if (!m_request) {
            return;
        }
        m_answers[at].search = searcher->search();
        m_answers[at].searchError = searcher->error();
        ++m_done;
        partDone(at);
    });
    searcher->start();
}

/// For endpoints without eth_getBlockReceipts: one receipt after the other, a few at once; after a failure no
/// more.
void EvidenceFetcher::askSingleReceipts(std::size_t at, std::size_t answeredPart) {
    Answer& answer = m_answers[at];
    const bool both = answer.parts[block_part] && answer.parts[receipts_part];
    if (!both || !answer.parts[block_part]->has_value() || !methodMissing(*answer.parts[receipts_part])) {
        return;
    }
    auto [queue, first] = m_receiptQueue.try_emplace(at);
    if (first) {
        queue->second = transactionHashes(**answer.parts[block_part]);
        m_receiptsUntil.emplace(at, QDeadlineTimer(qint64{single_receipts_timeouts} * m_timeoutMs));
    }
    const bool failed = answeredPart >= single_receipts_part && !answer.parts[answeredPart]->has_value();
    if (failed || queue->second.size() > max_single_receipts) {
        queue->second.clear();
    }
    if (!queue->second.isEmpty() && m_receiptsUntil.at(at).hasExpired()) {
        queue->second.clear();
        answer.parts.push_back(std::make_shared<const Result<Json>>(
            fail(rules::net_timeout, "the block's receipts, one by one, took too long")));
    }
    const int room = first ? receipts_at_once : 1;
    for (int i = 0; i < room && !queue->second.isEmpty(); ++i) {
        const std::size_t part = std::max(answer.parts.size(), single_receipts_part);
        send(at, part, "eth_getTransactionReceipt", Json::array({queue->second.takeFirst().toStdString()}));
    }
}

void EvidenceFetcher::roundAnswered() {
    const auto work = [evidence = m_evidence, answers = std::exchange(m_answers, {})] {
        return absorb(*evidence, answers);
    };
    inPool(m_mailbox, work, [this](const std::shared_ptr<const verify::Evidence>& next) {
        m_evidence = next;
        Q_EMIT evidenceChanged();
        if (m_request) { // a listener may have cancelled
            plan();
        }
    });
}

} // namespace anchorscope::model
