#include "model/discover/anchor_find.h"
#include "core/codec/json.h"
#include "model/words.h"

namespace anchorscope::model {

using codec::Json;

AnchorFind::AnchorFind(const EndpointSetting& setting, std::shared_ptr<const table::TableSource> source,
                       std::shared_ptr<const table::ExecutionTable> table, FindOptions options,
                       QObject* parent)
    : EndpointTask(setting, parent), m_source(std::move(source)), m_table(std::move(table)),
      m_options(std::move(options)), m_reader(new BlockReader(client(), this)) {}

void AnchorFind::start() {
    begin();
    compute(
        [source = m_source, table = m_table, profile = m_options.profile] {
            return verify::searchable_digests(*source, table.get(), profile);
        },
        [this](const std::vector<digest::ObservationDigest>& digests) {
            m_digests = digests;
            if (m_digests.empty()) {
                fail({anchor::rules::search_goal, "profile", {}, "this profile does not apply to the table"});
                return;
            }
            ask("eth_chainId", Json::array(), [this](const Json& answer) {
                const auto id = quantityOf(answer);
                m_chainId = id.value_or(0);
                if (!id) {
                    fail(id.error());
                    return;
                }
                ask("eth_blockNumber", Json::array(), [this](const Json& number) {
                    const auto head = quantityOf(number);
                    if (head && *head <= anchor::max_block_number) {
                        planned(*head);
                    } else {
                        fail(
                            head
                                ? Error{anchor::rules::search_answer, "eth_blockNumber", {}, "no such height"}
                                : head.error());
                    }
                });
            });
        });
}

void AnchorFind::planned(std::uint64_t head) {
    const std::uint64_t last = std::min(m_options.last.value_or(head), head);
    if (m_options.first > last) {
        fail({anchor::rules::search_goal,
              "span",
              {},
              "block " + std::to_string(m_options.first) + " is behind the newest, " + std::to_string(head)});
        return;
    }
    anchor::LogSearchGoal goal{m_chainId,
                               verify::values_of(m_digests),
                               m_options.contract,
                               {m_options.first, last},
                               m_options.near.value_or(last)};
    auto search = m_options.state.empty() ? Result<anchor::LogSearch>(anchor::LogSearch(std::move(goal)))
                                          : anchor::LogSearch::resume(std::move(goal), m_options.state);
    if (!search) {
        fail(search.error());
        return;
    }
    m_searcher = new LogSearcher(setting(), *std::move(search), this);
    connect(m_searcher, &EndpointTask::progress, this, &EndpointTask::progress);
    connect(m_searcher, &EndpointTask::done, this, [this] {
        if (running()) {
            searched();
        }
    });
    m_searcher->start();
}

void AnchorFind::searched() {
    if (m_searcher->error() && m_searcher->search().hits().empty()) {
        fail(*m_searcher->error());
        return;
    }
    for (const anchor::LogHint& hint : m_searcher->search().hits()) {
        if (m_hits.empty() || m_hits.back().block_hash != hint.block_hash) {
            m_hits.push_back(hint);
        }
    }
    readHit();
}

void AnchorFind::readHit() {
    if (m_hits.empty()) {
        proveAbsence();
        return;
    }
    const anchor::LogHint hint = m_hits.front();
    m_hits.pop_front();
    Q_EMIT progress(0, 0, Words::tr("Proving the log in block %1").arg(hint.block_number));
    m_reader->byHash(hint.block_hash, [this](const Result<BlockReader::Block>& block) {
        if (!running()) {
            return;
        }
        const std::size_t before = m_found.size();
        if (block) {
            for (const verify::AnchorMatch& match :
                 verify::anchor_matches(**block, m_digests, m_options.contract)) {
                m_found.push_back({*block, match});
            }
        }
        m_unconfirmed += m_found.size() == before ? 1U : 0U;
        readHit();
    });
}

void AnchorFind::proveAbsence() {
    if (!m_options.proveAbsence || !m_found.empty() || m_unconfirmed != 0) {
        finish();
        return;
    }
    m_absence = new AbsenceCheck(setting(), m_searcher->search().goal(), this);
    connect(m_absence, &EndpointTask::progress, this, &EndpointTask::progress);
    connect(m_absence, &EndpointTask::done, this, [this] {
        if (!running()) {
            return;
        }
        if (m_absence->error()) {
            fail(*m_absence->error());
            return;
        }
        // What eth_getLogs kept back is told like what it named.
        for (const anchor::LogHint& hint : m_absence->proof().found()) {
            m_hits.push_back(hint);
        }
        m_options.proveAbsence = false;
        readHit();
    });
    m_absence->start();
}

bool AnchorFind::absenceProven() const {
    return m_absence != nullptr && !m_absence->error() && m_absence->proof().complete() &&
           m_absence->proof().found().empty();
}

QString AnchorFind::words() const {
    if (m_absence != nullptr && !m_absence->error() && m_absence->proof().complete()) {
        QString said = QString::fromStdString(m_absence->proof().words());
        if (m_absence->proof().found().empty()) {
            said += Words::tr(" (headers as %1 has them, the last one %2)")
                        .arg(setting().endpoint.displayName(),
                             QString::fromStdString(m_absence->proof().last_hash()->hex()));
        } else {
            said += Words::tr(", which the endpoint did not name when it was asked for them");
        }
        return said;
    }
    QString said = m_searcher ? QString::fromStdString(m_searcher->search().words()) : QString();
    if (m_unconfirmed != 0) {
        said += Words::tr("; %1 that the endpoint named are not in their blocks").arg(m_unconfirmed);
    }
    return said;
}

} // namespace anchorscope::model
