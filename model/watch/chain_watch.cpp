#include "model/watch/chain_watch.h"
#include "core/anchor/log_search.h"
#include "core/chain/rpc_answers.h"
#include "core/codec/json.h"
#include "model/discover/endpoint_task.h"
#include "model/net/http_outcome.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using codec::Json;

namespace {

constexpr int other_endpoint_pause_ms =
    30'000; ///< an endpoint that failed a side question is left alone so long
constexpr int polls_until_lower =
    2; ///< a head below what was read: once may be another machine behind one name

QString words(const Error& error) { return QString::fromStdString(error.message()); }

} // namespace

ChainWatch::ChainWatch(WatchOptions options, RequestLog* log, QNetworkAccessManager* network, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_mailbox(std::make_shared<Mailbox>(this)),
      m_judge(std::make_shared<WatchJudge>(m_options)) {
    for (const EndpointChoice& choice : m_options.endpoints) {
        Endpoint& endpoint = m_endpoints.emplace_back();
        endpoint.client = std::make_unique<RpcClient>(choice, log, network);
        endpoint.client->setTimeout(m_options.timeoutMs);
        endpoint.client->setRetries(0); // our own pauses, and the other endpoints
        endpoint.reader = std::make_unique<BlockReader>(endpoint.client.get());
        endpoint.tracer = std::make_unique<TraceReader>(endpoint.client.get());
    }
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChainWatch::poll);
}

ChainWatch::~ChainWatch() {
    m_mailbox->close();
    for (Endpoint& endpoint : m_endpoints) { // the readers use the client
        endpoint.reader.reset();
        endpoint.tracer.reset();
        endpoint.client.reset();
    }
}

void ChainWatch::start() {
    m_running = true;
    m_timer.start(0);
}

void ChainWatch::stop() {
    m_running = false;
    m_timer.stop();
    disconnect(); // nobody hears more of it
    for (Endpoint& endpoint : m_endpoints) {
        endpoint.client->cancelAll();
    }
}

void ChainWatch::pause(int milliseconds) {
    if (m_running) {
        m_timer.start(milliseconds);
    }
}

void ChainWatch::endpointFailed(const QString& why) {
    ++m_failures;
    const QString name = current().client->endpoint().displayName();
    m_current = (m_current + 1) % m_endpoints.size();
    m_lower = 0;
    // At once to the next one, but never round and round without a pause.
    const int rounds = m_failures / static_cast<int>(m_endpoints.size());
    const int wait = rounds == 0 ? 0 : retryDelayMs(rounds, {});
    Q_EMIT trouble(name, why, wait);
    pause(wait);
}

void ChainWatch::poll() {
    identify(m_current, [this] {
        current().client->call(u"eth_getBlockByNumber"_s, Json::array({"latest", false}),
                               [this](const Result<Json>& answer) {
                                   if (m_running) {
                                       gotHead(answer);
                                   }
                               });
    });
}

/// The chain of the endpoint that is followed, asked anew after each failure: what answers there may be
/// another node by now.
void ChainWatch::identify(std::size_t index, const std::function<void()>& then) {
    if (m_failures == 0 && m_endpoints[index].chainId) {
        then();
        return;
    }
    current().client->call(u"eth_chainId"_s, Json::array(), [this, index, then](const Result<Json>& answer) {
        if (!m_running) {
            return;
        }
        const auto id =
            answer ? quantityOf(*answer) : Result<std::uint64_t>(tl::unexpected<Error>(answer.error()));
        if (!id) {
            endpointFailed(words(id.error()));
            return;
        }
        m_endpoints[index].chainId = *id;
        const std::uint64_t expected = m_begun ? m_chainId : m_options.expect.chain_id.value_or(*id);
        if (*id != expected) {
            endpointFailed(Words::tr("is on chain %1, not %2").arg(*id).arg(expected));
            return;
        }
        m_chainId = *id;
        then();
    });
}

void ChainWatch::gotHead(const Result<Json>& answer) {
    if (!answer) {
        endpointFailed(words(answer.error()));
        return;
    }
    // The hash is computed: one that is only claimed could make blocks leave and come back for ever.
    const auto header =
        answer->is_object()
            ? chain::header_from_rpc(*answer, "block")
            : Result<chain::Header>(anchorscope::fail(chain::rules::rpc_null, "no newest block"));
    if (!header || header->number > anchor::max_block_number) {
        endpointFailed(header ? Words::tr("no such height") : words(header.error()));
        return;
    }
    m_failures = 0;
    compareHead(header->number, header->hash);
}

void ChainWatch::compareHead(std::uint64_t number, const Hash32& hash) {
    if (!m_begun) {
        m_begun = true;
        m_line.begin(m_options.first.value_or(number));
    }
    m_head = number;
    const std::uint64_t highest = std::exchange(current().highest, number);
    const BlockLine::Block* const known = m_line.at(number);
    if (known != nullptr && known->hash != hash) {
        while (!m_line.empty() && m_line.last().number >= number) {
            takeOff();
        }
    } else if (known != nullptr && number < m_line.last().number) {
        // Behind what was read: another endpoint that lags, or blocks that are gone without others in their
        // place.
        m_lower = highest > number || m_lower > 0 ? m_lower + 1 : 0;
        while (m_lower >= polls_until_lower && m_line.last().number > number) {
            takeOff();
        }
    } else {
        m_lower = 0;
    }
    if (m_running) {
        readNext();
    }
}

void ChainWatch::readNext() {
    if (m_options.last && m_line.next() > *m_options.last) {
        m_running = false;
        Q_EMIT finished();
        return;
    }
    if (m_line.next() > m_head) {
        Q_EMIT caughtUp(m_head);
        pause(m_options.pollMs);
        return;
    }
    current().reader->byNumber(m_line.next(), [this](const Result<BlockReader::Block>& block) {
        if (m_running) {
            gotBlock(block);
        }
    });
}

void ChainWatch::gotBlock(const Result<BlockReader::Block>& block) {
    if (!block && block.error().rule == chain::rules::rpc_null) {
        pause(m_options.pollMs); // it was there a moment ago: a reorganisation, or machines behind one name
        return;
    }
    if (!block) {
        endpointFailed(words(block.error()));
        return;
    }
    if (!m_line.continuedBy((*block)->header.parent_hash)) {
        takeOff(); // and see what stands there now
        if (m_running) {
            readNext();
        }
        return;
    }
    examine(*block);
}

void ChainWatch::examine(const BlockReader::Block& block) {
    inPool(
        m_mailbox, [block, declared = m_options.declaredEvents] { return examined(block, declared); },
        [this](const FoundBlock& found) {
            if (m_running) {
                current().tracer->read(found, {}, [this](const FoundBlock& traced) {
                    if (m_running) {
                        askOthers(traced);
                    }
                });
            }
        });
}

namespace {

/// What the endpoints say of one height, gathered.
struct Gathering {
    FoundBlock found;
    std::vector<verify::EndpointState> states;
    std::size_t open = 0;
};

} // namespace

void ChainWatch::askOthers(const FoundBlock& found) {
    if (found.tables.tables.empty() && found.anchors.anchors.empty()) {
        join(found.block, {});
        return;
    }
    auto gathering = std::make_shared<Gathering>();
    gathering->found = found;
    gathering->open = 1;
    const std::uint64_t number = found.block->header.number;
    const auto closed = [this, gathering] {
        if (--gathering->open == 0 && m_running) {
            judge(gathering->found, gathering->states);
        }
    };
    for (std::size_t i = 0; i < m_endpoints.size(); ++i) {
        Endpoint& endpoint = m_endpoints[i];
        const EndpointChoice& choice = endpoint.client->endpoint();
        verify::EndpointState& state = gathering->states.emplace_back();
        state.name = choice.displayName().toStdString();
        state.trusted = choice.trusted;
        state.finality_unsupported = true; // not asked for: the head is never final
        if (i == m_current) {
            state.chain_id = m_chainId;
            state.canonical[number] = found.block->header.hash;
            continue;
        }
        if (!endpoint.down.hasExpired()) {
            state.failure = "did not answer a moment ago";
            continue;
        }
        ++gathering->open;
        endpoint.client->call(
            u"eth_chainId"_s, Json::array(), [this, gathering, closed, i, number](const auto& answer) {
                const auto id = answer ? quantityOf(*answer)
                                       : Result<std::uint64_t>(tl::unexpected<Error>(answer.error()));
                if (!id) {
                    gathering->states[i].failure = id.error().message();
                    m_endpoints[i].down.setRemainingTime(other_endpoint_pause_ms);
                    closed();
                    return;
                }
                gathering->states[i].chain_id = *id;
                m_endpoints[i].client->call(
                    u"eth_getBlockByNumber"_s, Json::array({quantityText(number), false}),
                    [this, gathering, closed, i, number](const Result<Json>& block) {
                        const auto hash = block && block->is_object()
                                              ? codec::hash_member(*block, "hash", "block")
                                              : Result<Hash32>(tl::unexpected<Error>(Error{}));
                        if (block && block->is_null()) {
                            gathering->states[i].canonical[number] = std::nullopt;
                        } else if (hash) {
                            gathering->states[i].canonical[number] = *hash;
                        } else {
                            gathering->states[i].failure =
                                block ? "no usable block" : block.error().message();
                            m_endpoints[i].down.setRemainingTime(other_endpoint_pause_ms);
                        }
                        closed();
                    });
            });
    }
    closed();
}

void ChainWatch::judge(const FoundBlock& found, std::vector<verify::EndpointState> states) {
    inPool(
        m_mailbox, [judge = m_judge, found, states = std::move(states)] { return judge->add(found, states); },
        [this, block = found.block](const std::vector<WatchItem>& items) {
            if (m_running) {
                join(block, items);
            }
        });
}

void ChainWatch::join(const BlockReader::Block& block, const std::vector<WatchItem>& items) {
    const std::uint64_t number = block->header.number;
    const Hash32 hash = block->header.hash;
    m_line.append({number, hash, items});
    Q_EMIT blockJoined(number, hash, items);
    if (m_running) {
        readNext();
    }
}

void ChainWatch::takeOff() {
    const BlockLine::Block gone = m_line.pop();
    m_judge->remove(gone.hash);
    Q_EMIT blockLeft(gone.number, gone.hash, gone.items);
}

} // namespace anchorscope::model
