// One whole block from one endpoint: header, transactions and all receipts, read only if its receipts give
// the header's root. Receipts are asked for one by one where the endpoint cannot give them together. Where
// what it gives as JSON is of no use, or not all of the block (a member is missing, a type of transaction not
// known), it is asked for consensus bytes, once, unless it has said that it does not hand these out.
#pragma once
#include "core/chain/block_evidence.h"
#include "model/net/mailbox.h"
#include "model/net/rpc_client.h"
#include "model/session/answers.h"

namespace anchorscope::model {

class BlockReader : public QObject {
    Q_OBJECT
public:
    using Block = std::shared_ptr<const chain::BlockEvidence>;
    using Done = std::function<void(const Result<Block>&)>;
    static constexpr int receipts_at_once = 4;
    static constexpr qsizetype max_single_receipts = 10'000; ///< as in EvidenceFetcher

    /// `client` must outlive the reader.
    explicit BlockReader(RpcClient* client, QObject* parent = nullptr);
    ~BlockReader() override;
    /// `done` is called once, later, unless the reader is destroyed before. A block that the endpoint does
    /// not have is chain::rules::rpc_null, one that contradicts itself rules::endpoint_unusable, another than
    /// asked for rules::endpoint_block.
    void byHash(const Hash32& hash, Done done);
    void byNumber(std::uint64_t number, Done done);

private:
    struct Reading;
    void begin(const std::shared_ptr<Reading>& reading, const char* method, const codec::Json& params);
    void gotBlock(const std::shared_ptr<Reading>& reading, const SharedAnswer& answer);
    void gotReceipts(const std::shared_ptr<Reading>& reading, const SharedAnswer& answer);
    void askSingle(const std::shared_ptr<Reading>& reading);
    void build(const std::shared_ptr<Reading>& reading);
    void askRaw(const std::shared_ptr<Reading>& reading);
    void gotRaw(const std::shared_ptr<Reading>& reading, const SharedAnswer& block,
                const SharedAnswer& receipts);
    void conclude(const std::shared_ptr<Reading>& reading, const Result<Block>& block);

    RpcClient* m_client;
    std::shared_ptr<Mailbox> m_mailbox;
    bool m_rawOffered = true;
};

} // namespace anchorscope::model
