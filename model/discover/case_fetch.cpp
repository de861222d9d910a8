#include "model/discover/case_fetch.h"
#include "core/codec/json.h"
#include "model/words.h"

namespace anchorscope::model {

namespace {

QString words(const verify::AnchorMatch& match, const chain::Header& header) {
    return Words::tr("block %1, log %2 of transaction %3")
        .arg(header.number)
        .arg(match.anchor.position)
        .arg(QString::fromStdString(match.anchor.transaction_hash->hex()));
}

/// After the table, nearest first; then before it, nearest first.
std::deque<Hash32> inOrder(std::vector<anchor::LogHint> hits, std::uint64_t table) {
    std::ranges::stable_sort(hits, {}, [table](const anchor::LogHint& hit) {
        const bool before = hit.block_number < table;
        return std::pair(before, before ? table - hit.block_number : hit.block_number - table);
    });
    std::deque<Hash32> out;
    for (const anchor::LogHint& hit : hits) {
        if (std::ranges::find(out, hit.block_hash) == out.end()) {
            out.push_back(hit.block_hash);
        }
    }
    return out;
}

} // namespace

CaseFetch::CaseFetch(const EndpointSetting& setting, const FetchOptions& options, QObject* parent)
    : EndpointTask(setting, parent), m_options(options),
      m_discovery(new Discovery(setting, m_options.scope, this)), m_reader(new BlockReader(client(), this)) {
    connect(m_discovery, &EndpointTask::progress, this, &EndpointTask::progress);
    connect(m_discovery, &EndpointTask::done, this, [this] {
        if (running()) {
            discovered();
        }
    });
}

void CaseFetch::start() {
    begin();
    m_discovery->start();
}

void CaseFetch::discovered() {
    if (m_discovery->error()) {
        fail(*m_discovery->error());
        return;
    }
    for (const FoundBlock& found : m_discovery->blocks()) {
        for (const verify::TableCandidate& table : found.tables.tables) {
            if (m_discovery->transaction() && table.transaction_hash != *m_discovery->transaction()) {
                continue;
            }
            if (++m_tables; !m_options.select || *m_options.select == m_tables) {
                m_queue.push_back({table, found.block, nullptr, {}, {}, {}, {}});
            }
        }
    }
    nextTable();
}

void CaseFetch::nextTable() {
    if (m_queue.empty()) {
        finish();
        return;
    }
    m_now = std::move(m_queue.front());
    m_queue.pop_front();
    m_hits.clear();
    m_searchWords.clear();
    m_digests = verify::searchable_digests(*m_now.table.table->source, m_now.table.table.get());
    const auto matches = verify::anchor_matches(*m_now.block, m_digests, m_options.anchorContract);
    if (!matches.empty()) {
        m_now.match = matches.front();
        m_now.anchorBlock = m_now.block;
        conclude();
    } else if (m_options.search) {
        ask("eth_blockNumber", codec::Json::array(), [this](const codec::Json& answer) {
            const auto head = quantityOf(answer);
            if (!head) {
                fail(head.error());
                return;
            }
            const std::uint64_t at = m_now.block->header.number;
            const std::uint64_t last = std::min(std::max(*head, at), at + m_options.window);
            const anchor::LogSearchGoal goal{chainId(),
                                             verify::values_of(m_digests),
                                             m_options.anchorContract,
                                             {at - std::min(at, m_options.window), last},
                                             at};
            auto* searcher = new LogSearcher(setting(), anchor::LogSearch(goal), this);
            connect(searcher, &EndpointTask::progress, this, &EndpointTask::progress);
            connect(searcher, &EndpointTask::done, this, [this, searcher] {
                searcher->deleteLater();
                if (running()) {
                    searched(searcher->search());
                }
            });
            searcher->start();
        });
    } else {
        m_searchWords = Words::tr("not in the table's block; not searched for elsewhere");
        conclude();
    }
}

void CaseFetch::searched(const anchor::LogSearch& search) {
    m_searchWords = QString::fromStdString(search.words());
    m_hits = inOrder(search.hits(), m_now.block->header.number);
    readHit();
}

/// A hint becomes evidence only by its block.
void CaseFetch::readHit() {
    if (m_hits.empty()) {
        conclude();
        return;
    }
    const Hash32 hash = m_hits.front();
    m_hits.pop_front();
    m_reader->byHash(hash, [this](const Result<BlockReader::Block>& block) {
        if (!running()) {
            return;
        }
        const auto matches = block ? verify::anchor_matches(**block, m_digests, m_options.anchorContract)
                                   : std::vector<verify::AnchorMatch>();
        if (matches.empty()) {
            readHit();
            return;
        }
        m_now.match = matches.front();
        m_now.anchorBlock = *block;
        conclude();
    });
}

void CaseFetch::conclude() {
    m_now.anchorWords = m_now.match ? words(*m_now.match, m_now.anchorBlock->header) : m_searchWords;
    compute(
        [now = m_now, chain = chainId()] {
            return makeCase(*now.table.table->source, now.block.get(), now.anchorBlock.get(), now.match,
                            chain, now.table.callee);
        },
        [this](const Result<MadeCase>& made) {
            if (made) {
                m_now.made = *made;
            } else {
                m_now.refused = made.error();
            }
            m_fetched.push_back(std::move(m_now));
            nextTable();
        });
}

} // namespace anchorscope::model
