#include "model/anchoring/anchoring.h"
#include "core/chain/rpc_answers.h"
#include "core/codec/json.h"
#include "core/crypto/erc55.h"
#include "model/words.h"

namespace anchorscope::model {

using codec::Json;

namespace {

/// Selector of record(bytes32), which is the interface id of ERC-8281.
constexpr std::array<std::uint8_t, 4> record_selector{0xb5, 0xc6, 0x45, 0xbd};

Bytes recordCall(const Hash32& digest) {
    Bytes out(record_selector.begin(), record_selector.end());
    append(out, digest.view());
    return out;
}

std::optional<digest::ObservationDigest> digestOf(const AnchoringPlan& plan) {
    const digest::Profile* const profile =
        plan.profile ? plan.profile : digest::profile_named(plan.table ? "calldata" : "file");
    const auto observation = digest::observe(*profile, {*plan.source, plan.table.get()});
    return observation ? std::optional(digest::observation_digests(plan.function, {&*observation, 1}).front())
                       : std::nullopt;
}

} // namespace

Anchoring::Anchoring(const EndpointSetting& setting, AnchoringPlan plan, QObject* parent)
    : EndpointTask(setting, parent), m_plan(std::move(plan)), m_reader(new BlockReader(client(), this)),
      m_transaction(std::make_unique<Json>()) {}

void Anchoring::start() {
    begin();
    compute(
        [plan = m_plan] { return digestOf(plan); },
        [this](const std::optional<digest::ObservationDigest>& observed) {
            m_observed = observed;
            if (!observed) {
                fail({rules::anchoring_profile, "profile", {}, "this profile does not apply to the table"});
                return;
            }
            ask("eth_chainId", Json::array(), [this](const Json& answer) {
                const auto id = quantityOf(answer);
                m_chainId = id.value_or(0);
                if (id) {
                    checkContract();
                } else {
                    fail(id.error());
                }
            });
        });
}

/// A call to an address without code succeeds and logs nothing.
void Anchoring::checkContract() {
    ask("eth_getCode", Json::array({m_plan.contract.hex(), "latest"}), [this](const Json& answer) {
        const auto code = from_hex(answer.is_string() ? answer.get_ref<const std::string&>() : std::string());
        if (!code || code->empty()) {
            fail({rules::anchoring_contract,
                  "contract",
                  {},
                  "there is no code at " + crypto::checksummed(m_plan.contract) + " on chain " +
                      std::to_string(m_chainId)});
        } else {
            searchEarlier();
        }
    });
}

void Anchoring::searchEarlier() {
    ask("eth_blockNumber", Json::array(), [this](const Json& answer) {
        const auto head = quantityOf(answer);
        if (!head || *head > anchor::max_block_number) {
            fail(head ? Error{anchor::rules::search_answer, "eth_blockNumber", {}, "no such height"}
                      : head.error());
            return;
        }
        const anchor::LogSearchGoal goal{m_chainId,
                                         {m_observed->value},
                                         m_plan.contract,
                                         {*head - std::min(*head, m_plan.lookBack), *head},
                                         *head};
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
}

void Anchoring::searched(const anchor::LogSearch& search) {
    m_searchWords = QString::fromStdString(search.words());
    for (const anchor::LogHint& hit : search.hits()) {
        if (m_hits.empty() || m_hits.back() != hit.block_hash) {
            m_hits.push_back(hit.block_hash);
        }
    }
    readEarlier();
}

void Anchoring::readEarlier() {
    if (m_hits.empty() && !m_earlier.empty() && !m_plan.again && m_plan.from) {
        const FoundAnchor& one = m_earlier.front();
        fail({rules::anchoring_recorded,
              "digest",
              {},
              "the contract recorded this digest already, in block " +
                  std::to_string(one.block->header.number) + ", transaction " +
                  one.match.anchor.transaction_hash->hex() + "; nothing was sent"});
        return;
    }
    if (m_hits.empty()) {
        estimate();
        return;
    }
    const Hash32 hash = m_hits.front();
    m_hits.pop_front();
    m_reader->byHash(hash, [this](const Result<BlockReader::Block>& block) {
        if (!running()) {
            return;
        }
        if (block) {
            const std::array digests{*m_observed};
            for (const verify::AnchorMatch& match :
                 verify::anchor_matches(**block, digests, m_plan.contract)) {
                m_earlier.push_back({*block, match});
            }
        }
        readEarlier();
    });
}

void Anchoring::estimate() {
    Json transaction = Json::object();
    if (m_plan.from) {
        transaction["from"] = m_plan.from->hex();
    }
    transaction["to"] = m_plan.contract.hex();
    transaction["data"] = to_hex(recordCall(m_observed->value));
    ask("eth_estimateGas", Json::array({transaction}), [this, transaction](const Json& answer) {
        const auto gas = quantityOf(answer);
        if (!gas || *gas > max_gas) {
            fail(gas ? Error{codec::rules::json_value, "eth_estimateGas", {}, "more gas than any block has"}
                     : gas.error());
            return;
        }
        *m_transaction = transaction;
        (*m_transaction)["value"] = "0x0";
        (*m_transaction)["gas"] = quantityText(*gas + *gas / 5); // a fifth above, as blocks may differ
        (*m_transaction)["chainId"] = quantityText(m_chainId);
        if (m_plan.from) {
            send();
        } else {
            finish();
        }
    });
}

void Anchoring::send() {
    m_clock.start();
    client()->setRetries(0); // a broken connection does not tell whether it was taken
    ask("eth_sendTransaction", Json::array({*m_transaction}), [this](const Json& answer) {
        const auto hash =
            Hash32::parse(answer.is_string() ? answer.get_ref<const std::string&>() : std::string());
        if (!hash) {
            fail(hash.error());
            return;
        }
        m_sent = *hash;
        Q_EMIT transactionSent();
        awaitReceipt();
    });
    client()->setRetries(setting().retries);
}

void Anchoring::again(void (Anchoring::*step)(), const char* what) {
    if (m_clock.elapsed() > m_plan.waitMs) {
        fail({rules::anchoring_timeout,
              {},
              {},
              "transaction " + m_sent->hex() + " was sent; waited " + std::to_string(m_plan.waitMs / 1000) +
                  " s for " + what});
        return;
    }
    Q_EMIT progress(0, 0, Words::tr("Waiting for %1").arg(QString::fromLatin1(what)));
    later(m_plan.pollMs, [this, step] { (this->*step)(); });
}

void Anchoring::awaitReceipt() {
    if (!running()) {
        return;
    }
    m_block.reset();
    askAny("eth_getTransactionReceipt", Json::array({m_sent->hex()}), [this](const Result<Json>& answer) {
        const auto place = answer ? chain::receipt_location_from_rpc(*answer)
                                  : Result<chain::ReceiptLocation>(tl::unexpected<Error>(answer.error()));
        if (!place || place->transaction_hash != *m_sent) {
            again(&Anchoring::awaitReceipt, "the transaction to be mined");
            return;
        }
        m_reader->byHash(place->block_hash, [this](const Result<BlockReader::Block>& block) {
            if (running()) {
                mined(block);
            }
        });
    });
}

void Anchoring::mined(const Result<BlockReader::Block>& block) {
    const auto at = block ? (*block)->find_transaction(*m_sent) : std::nullopt;
    if (!at) { // a reorganisation between two questions, or a node that contradicts itself
        again(&Anchoring::awaitReceipt, "the block of the transaction");
        return;
    }
    if (!(*block)->receipts[*at].succeeded) {
        fail(
            {rules::anchoring_reverted, {}, {}, "transaction " + m_sent->hex() + " was mined, and reverted"});
        return;
    }
    const std::array digests{*m_observed};
    m_match.reset();
    for (const verify::AnchorMatch& match : verify::anchor_matches(**block, digests, m_plan.contract)) {
        if (match.anchor.receipt == *at && !m_match) {
            m_match = match;
        }
    }
    if (!m_match) {
        fail({rules::anchoring_no_event,
              {},
              {},
              "transaction " + m_sent->hex() +
                  " was mined, but the contract logged no Recorded event of the digest"});
        return;
    }
    m_block = *block;
    if (m_plan.wait == AnchoringPlan::Wait::Final) {
        awaitFinality();
    } else {
        conclude();
    }
}

void Anchoring::awaitFinality() {
    askAny("eth_getBlockByNumber", Json::array({"finalized", false}), [this](const Result<Json>& answer) {
        const auto number = answer && answer->is_object() && answer->contains("number")
                                ? quantityOf(answer->at("number"))
                                : Result<std::uint64_t>(std::uint64_t{0});
        if (number.value_or(0) >= m_block->header.number) {
            compareCanonical();
        } else {
            // Meanwhile the block may leave the chain: look for the transaction again.
            again(&Anchoring::compareReceipt, "the block to be final");
        }
    });
}

void Anchoring::compareReceipt() {
    askAny("eth_getTransactionReceipt", Json::array({m_sent->hex()}), [this](const Result<Json>& answer) {
        const auto place = answer ? chain::receipt_location_from_rpc(*answer)
                                  : Result<chain::ReceiptLocation>(tl::unexpected<Error>(answer.error()));
        const bool moved = answer && (!place || place->block_hash != m_block->header.hash);
        if (moved) {
            awaitReceipt();
        } else {
            awaitFinality();
        }
    });
}

/// Below the finalized head is final only what stands there.
void Anchoring::compareCanonical() {
    askAny("eth_getBlockByNumber", Json::array({quantityText(m_block->header.number), false}),
           [this](const Result<Json>& answer) {
               const auto hash = answer ? codec::hash_member(*answer, "hash", "block")
                                        : Result<Hash32>(tl::unexpected<Error>(answer.error()));
               if (hash && *hash == m_block->header.hash) {
                   conclude();
               } else if (hash) {
                   awaitReceipt();
               } else {
                   again(&Anchoring::awaitFinality, "the block to be final");
               }
           });
}

void Anchoring::conclude() {
    compute([source = m_plan.source, block = m_block, match = m_match,
             chain = m_chainId] { return makeCase(*source, nullptr, block.get(), match, chain, {}); },
            [this](const Result<MadeCase>& made) {
                if (!made) {
                    fail(made.error());
                    return;
                }
                m_made = *made;
                finish();
            });
}

QString Anchoring::command() const {
    if (!m_observed) {
        return {};
    }
    return Words::tr("cast send %1 'record(bytes32)' %2 --rpc-url \"$ETH_RPC_URL\" --chain %3")
        .arg(QString::fromStdString(crypto::checksummed(m_plan.contract)),
             QString::fromStdString(m_observed->value.hex()), QString::number(quint64{m_chainId}));
}

} // namespace anchorscope::model
