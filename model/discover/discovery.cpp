#include "model/discover/discovery.h"
#include "core/chain/rpc_answers.h"
#include "core/codec/json.h"
#include "model/words.h"

namespace anchorscope::model {

using codec::Json;
using Kind = verify::L1Reference::Kind;

Discovery::Discovery(const EndpointSetting& setting, const DiscoveryScope& scope, QObject* parent)
    : EndpointTask(setting, parent), m_scope(scope), m_reader(new BlockReader(client(), this)),
      m_tracer(new TraceReader(client(), this)) {}

void Discovery::start() {
    begin();
    ask("eth_chainId", Json::array(), [this](const Json& answer) {
        const auto id = quantityOf(answer);
        if (!id) {
            fail(id.error());
            return;
        }
        m_chainId = *id;
        const auto& named = m_scope.reference;
        if (named && named->chain_id && *named->chain_id != m_chainId) {
            fail({rules::discovery_chain,
                  {},
                  {},
                  "the explorer shows chain " + std::to_string(*named->chain_id) +
                      ", the endpoint is on chain " + std::to_string(m_chainId)});
            return;
        }
        look();
    });
}

void Discovery::look() {
    if (m_scope.span) {
        lookAtSpan();
        return;
    }
    const verify::L1Reference& named = *m_scope.reference;
    switch (named.kind) {
    case Kind::transaction:
    case Kind::either_hash:
        lookAtTransaction(named.hash);
        break;
    case Kind::block_hash:
        lookAtBlock(named.hash);
        break;
    case Kind::block_number:
        m_queue = {named.number};
        m_total = 1;
        readNext();
        break;
    }
}

void Discovery::lookAtTransaction(const Hash32& hash) {
    ask("eth_getTransactionReceipt", Json::array({hash.hex()}), [this, hash](const Json& answer) {
        const auto place = chain::receipt_location_from_rpc(answer);
        if (place) {
            m_transaction = hash;
            lookAtBlock(place->block_hash);
        } else if (place.error().rule == chain::rules::rpc_null &&
                   m_scope.reference->kind == Kind::either_hash) {
            lookAtBlock(hash);
        } else if (place.error().rule == chain::rules::rpc_null) {
            fail({rules::discovery_not_found,
                  {},
                  {},
                  "the endpoint has no mined transaction " + hash.hex() +
                      ", which does not mean that there is none"});
        } else {
            fail(place.error());
        }
    });
}

void Discovery::lookAtBlock(const Hash32& hash) {
    m_total = 1;
    m_reader->byHash(hash, [this, hash](const Result<BlockReader::Block>& block) {
        if (!running()) {
            return;
        }
        if (block && m_transaction && (*block)->transactions_proven &&
            !(*block)->find_transaction(*m_transaction)) {
            fail({rules::endpoint_unusable,
                  {},
                  {},
                  "the block that the endpoint names does not hold transaction " + m_transaction->hex()});
            return;
        }
        got(block);
    });
}

void Discovery::lookAtSpan() {
    const anchor::BlockSpan span = *m_scope.span;
    if (span.first > span.last || span.last > anchor::max_block_number) {
        fail({rules::discovery_span, {}, {}, "expected a first block that is not behind the last"});
        return;
    }
    if (span.count() > max_whole_span && m_scope.contract) {
        searchSpan();
        return;
    }
    if (span.count() > max_blocks) {
        fail(
            {rules::discovery_span,
             {},
             {},
             "at most " + std::to_string(max_blocks) + " blocks are read; a contract narrows a longer span"});
        return;
    }
    for (std::uint64_t number = span.last + 1; number > span.first; --number) {
        m_queue.push_back(number - 1);
    }
    m_total = m_queue.size();
    readNext();
}

void Discovery::searchSpan() {
    const anchor::LogSearchGoal goal{m_chainId, {}, m_scope.contract, *m_scope.span, m_scope.span->first};
    m_searcher = new LogSearcher(setting(), anchor::LogSearch(goal), this);
    connect(m_searcher, &EndpointTask::progress, this, &EndpointTask::progress);
    connect(m_searcher, &EndpointTask::done, this, [this] {
        if (!running()) {
            return;
        }
        if (m_searcher->error()) {
            fail(*m_searcher->error());
            return;
        }
        for (const anchor::LogHint& hint : m_searcher->search().hits()) {
            if (m_queue.empty() || m_queue.back() != hint.block_number) {
                m_queue.push_back(hint.block_number);
            }
        }
        m_cut = m_searcher->search().hits_cut() || m_queue.size() > max_blocks;
        m_queue.resize(std::min(m_queue.size(), max_blocks));
        std::ranges::reverse(m_queue);
        m_total = m_queue.size();
        readNext();
    });
    m_searcher->start();
}

void Discovery::readNext() {
    if (m_queue.empty()) {
        finish();
        return;
    }
    const std::uint64_t number = m_queue.back();
    m_queue.pop_back();
    Q_EMIT progress(m_total - m_queue.size() - 1, m_total, Words::tr("Reading block %1").arg(number));
    m_reader->byNumber(number, [this](const Result<BlockReader::Block>& block) {
        if (running()) {
            got(block);
        }
    });
}

void Discovery::got(const Result<BlockReader::Block>& block) {
    if (!block) {
        const bool absent = block.error().rule == chain::rules::rpc_null;
        fail(absent ? Error{rules::discovery_not_found, "block", {}, "the endpoint does not have it"}
                    : block.error());
        return;
    }
    compute([block = *block, declared = m_scope.declared_events] { return examined(block, declared); },
            [this](const FoundBlock& found) {
                m_tracer->read(found, m_transaction, [this](const FoundBlock& traced) {
                    if (running()) {
                        keep(traced);
                    }
                });
            });
}

void Discovery::keep(const FoundBlock& found) {
    if (!m_scope.span || !found.tables.tables.empty() || !found.anchors.anchors.empty()) {
        m_blocks.push_back(found);
        Q_EMIT blockFound();
    }
    if (running()) {
        readNext();
    }
}

} // namespace anchorscope::model
