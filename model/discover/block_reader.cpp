#include "model/discover/block_reader.h"
#include "core/chain/block_raw.h"
#include "core/chain/rpc_answers.h"
#include "model/discover/endpoint_task.h"
#include "model/net/capabilities.h"

namespace anchorscope::model {

using codec::Json;

/// What is known of a block while it is read.
struct BlockReader::Reading {
    std::optional<Hash32> hash;
    std::optional<std::uint64_t> number;
    SharedAnswer block, receipts;
    QStringList queue;                 ///< transactions whose receipts are still to be asked for
    std::vector<SharedAnswer> singles; ///< in the order of the block
    int open = 0;
    Hash32 claimed;                       ///< hash that the answer names
    std::optional<Result<Block>> by_json; ///< what consensus bytes may better
    Done done;
};

namespace {

Error atPlace(Error error, const char* place) {
    error.place = error.place.empty() ? place : place + (": " + error.place);
    return error;
}

Result<BlockReader::Block> blockFrom(const Json& block, const Json& receipts, const std::string& source) {
    auto evidence = chain::block_from_rpc(block, receipts, {chain::SourceKind::endpoint, source});
    if (!evidence) {
        return tl::unexpected<Error>(evidence.error());
    }
    if (!evidence->receipts_proven) {
        return fail(rules::endpoint_unusable, "the receipts given do not give the header's receiptsRoot", {},
                    "block " + evidence->header.hash.hex());
    }
    return std::make_shared<const chain::BlockEvidence>(*std::move(evidence));
}

} // namespace

BlockReader::BlockReader(RpcClient* client, QObject* parent)
    : QObject(parent), m_client(client), m_mailbox(std::make_shared<Mailbox>(this)) {}

BlockReader::~BlockReader() { m_mailbox->close(); }

void BlockReader::byHash(const Hash32& hash, Done done) {
    auto reading = std::make_shared<Reading>();
    reading->hash = hash;
    reading->done = std::move(done);
    begin(reading, "eth_getBlockByHash", Json::array({hash.hex(), true}));
}

void BlockReader::byNumber(std::uint64_t number, Done done) {
    auto reading = std::make_shared<Reading>();
    reading->number = number;
    reading->done = std::move(done);
    begin(reading, "eth_getBlockByNumber", Json::array({quantityText(number), true}));
}

void BlockReader::begin(const std::shared_ptr<Reading>& reading, const char* method, const Json& params) {
    const QPointer<BlockReader> self(this);
    m_client->callShared(QString::fromLatin1(method), params,
                         [self, this, reading](const SharedAnswer& answer) {
                             if (self) {
                                 gotBlock(reading, answer);
                             }
                         });
}

void BlockReader::gotBlock(const std::shared_ptr<Reading>& reading, const SharedAnswer& answer) {
    if (!*answer) {
        reading->done(tl::unexpected<Error>(atPlace(answer->error(), "block")));
        return;
    }
    if ((*answer)->is_null()) {
        reading->done(fail(chain::rules::rpc_null, "the endpoint does not have it", {}, "block"));
        return;
    }
    const Result<Hash32> claimed = codec::hash_member(**answer, "hash", "block");
    if (!claimed) { // a pending block has none
        reading->done(tl::unexpected<Error>(claimed.error()));
        return;
    }
    reading->block = answer;
    reading->claimed = *claimed;
    const QPointer<BlockReader> self(this);
    // By hash: whatever happens on the chain meanwhile, they belong together.
    m_client->callShared(QStringLiteral("eth_getBlockReceipts"), Json::array({claimed->hex()}),
                         [self, this, reading](const SharedAnswer& receipts) {
                             if (self) {
                                 gotReceipts(reading, receipts);
                             }
                         });
}

void BlockReader::gotReceipts(const std::shared_ptr<Reading>& reading, const SharedAnswer& answer) {
    if (*answer) {
        reading->receipts = answer;
        build(reading);
        return;
    }
    if (!methodMissing(*answer)) {
        Result<Block> none = tl::unexpected<Error>(atPlace(answer->error(), "receipts"));
        if (m_rawOffered && answer->error().rule == chain::rules::rpc_error) {
            reading->by_json = std::move(none);
            askRaw(reading);
        } else {
            reading->done(none);
        }
        return;
    }
    reading->queue = transactionHashes(**reading->block);
    if (reading->queue.size() > max_single_receipts) {
        reading->done(tl::unexpected<Error>(atPlace(answer->error(), "receipts")));
        return;
    }
    if (reading->queue.isEmpty()) {
        build(reading);
        return;
    }
    for (int i = 0; i < receipts_at_once; ++i) {
        askSingle(reading);
    }
}

void BlockReader::askSingle(const std::shared_ptr<Reading>& reading) {
    if (reading->queue.isEmpty()) {
        return;
    }
    const std::size_t at = reading->singles.size();
    reading->singles.emplace_back();
    ++reading->open;
    const QPointer<BlockReader> self(this);
    m_client->callShared(
        QStringLiteral("eth_getTransactionReceipt"), Json::array({reading->queue.takeFirst().toStdString()}),
        [self, this, reading, at](const SharedAnswer& answer) {
            if (!self || !reading->done) {
                return;
            }
            --reading->open;
            reading->singles[at] = answer;
            if (!*answer) {
                std::exchange(reading->done, {})(tl::unexpected<Error>(atPlace(answer->error(), "receipts")));
            } else if (reading->queue.isEmpty() && reading->open == 0) {
                build(reading);
            } else {
                askSingle(reading);
            }
        });
}

void BlockReader::build(const std::shared_ptr<Reading>& reading) {
    const auto work = [reading, source = m_client->endpoint().displayName().toStdString()] {
        Json list = Json::array();
        for (const SharedAnswer& single : reading->singles) {
            list.push_back(**single);
        }
        return blockFrom(**reading->block, reading->receipts ? **reading->receipts : list, source);
    };
    inPool(m_mailbox, work, [this, reading](const Result<Block>& block) {
        if (m_rawOffered && (!block || !(*block)->transactions_proven)) {
            reading->by_json = block;
            askRaw(reading);
        } else {
            conclude(reading, block);
        }
    });
}

void BlockReader::askRaw(const std::shared_ptr<Reading>& reading) {
    const Json parameters = Json::array({reading->claimed.hex()});
    const QPointer<BlockReader> self(this);
    m_client->callShared(QStringLiteral("debug_getRawBlock"), parameters,
                         [self, this, reading, parameters](const SharedAnswer& block) {
                             if (!self) {
                                 return;
                             }
                             if (!*block) {
                                 gotRaw(reading, block, block);
                                 return;
                             }
                             m_client->callShared(QStringLiteral("debug_getRawReceipts"), parameters,
                                                  [self, this, reading, block](const SharedAnswer& receipts) {
                                                      if (self) {
                                                          gotRaw(reading, block, receipts);
                                                      }
                                                  });
                         });
}

/// What gives no block, or another one, leaves things as they were.
void BlockReader::gotRaw(const std::shared_ptr<Reading>& reading, const SharedAnswer& block,
                         const SharedAnswer& receipts) {
    if (!*block || !*receipts) {
        m_rawOffered = !saysNotOffered(*block) && !saysNotOffered(*receipts);
        conclude(reading, *reading->by_json);
        return;
    }
    const auto work = [block, receipts, hash = reading->claimed,
                       source = m_client->endpoint().displayName().toStdString()]() -> Result<Block> {
        auto raw = chain::block_from_raw_block(**block, **receipts, {chain::SourceKind::endpoint, source});
        if (!raw || raw->header.hash != hash) {
            return fail(rules::endpoint_unusable, "consensus bytes that are not that block's");
        }
        return std::make_shared<const chain::BlockEvidence>(*std::move(raw));
    };
    inPool(m_mailbox, work,
           [this, reading](const Result<Block>& raw) { conclude(reading, raw ? raw : *reading->by_json); });
}

void BlockReader::conclude(const std::shared_ptr<Reading>& reading, const Result<Block>& block) {
    const bool other = block && ((reading->hash && (*block)->header.hash != *reading->hash) ||
                                 (reading->number && (*block)->header.number != *reading->number));
    if (other) {
        reading->done(fail(rules::endpoint_block,
                           "what it gave is block " + std::to_string((*block)->header.number) +
                               " with the hash " + (*block)->header.hash.hex(),
                           {}, "block"));
    } else {
        reading->done(block);
    }
}

} // namespace anchorscope::model
