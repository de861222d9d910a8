// Looks for tables in the inner calls of transactions, where the endpoint offers debug_traceTransaction. A
// trace is that endpoint's claim. Limits: 1. at most max_traces a block, one after the other; 2. an endpoint
// that does not offer traces is not asked again; 3. a trace that fails leaves the block as it was; 4. traces
// that show a table are kept, at most max_kept_bytes a block.
#pragma once
#include "model/discover/found_block.h"

namespace anchorscope::model {

class TraceReader : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const FoundBlock&)>;
    static constexpr std::size_t max_traces = 16;
    static constexpr std::size_t max_kept_bytes = std::size_t{32} << 20U;

    /// `client` must outlive the reader.
    explicit TraceReader(RpcClient* client, QObject* parent = nullptr);
    ~TraceReader() override;
    /// Traces the transactions that only a trace can explain, and `also` where its own input is no table.
    /// `done` is called once, later or at once, unless the reader is destroyed before.
    void read(FoundBlock found, const std::optional<Hash32>& also, Done done);

private:
    struct Reading;
    void next(const std::shared_ptr<Reading>& reading);
    void got(const std::shared_ptr<Reading>& reading, std::size_t transaction, const SharedAnswer& answer);

    RpcClient* m_client;
    std::shared_ptr<Mailbox> m_mailbox;
    bool m_offered = true;
};

} // namespace anchorscope::model
