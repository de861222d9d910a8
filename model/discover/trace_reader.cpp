#include "model/discover/trace_reader.h"
#include "core/codec/json.h"
#include <QPointer>

namespace anchorscope::model {

namespace {

/// What shows a table in an inner call, for the ladder.
void keep(FoundBlock& found, std::size_t transaction, const std::string& endpoint, chain::CallTrace trace) {
    const bool shows = std::ranges::any_of(found.tables.tables, [&](const auto& table) {
        return table.transaction == transaction &&
               std::any_of(trace.frames.begin() + 1, trace.frames.end(), [&](const chain::CallFrame& frame) {
                   return equal(frame.input, table.table->calldata());
               });
    });
    std::size_t bytes = trace.bytes();
    for (const verify::TraceEvidence& each : found.traces) {
        bytes += each.trace->bytes();
    }
    if (shows && bytes <= TraceReader::max_kept_bytes) {
        found.traces.push_back({{chain::SourceKind::endpoint, endpoint},
                                found.block->transactions[transaction].hash,
                                std::make_shared<const chain::CallTrace>(std::move(trace))});
    }
}

} // namespace

struct TraceReader::Reading {
    FoundBlock found;
    std::vector<std::size_t> queue; ///< transactions still to be traced, last first
    Done done;
};

TraceReader::TraceReader(RpcClient* client, QObject* parent)
    : QObject(parent), m_client(client), m_mailbox(std::make_shared<Mailbox>(this)) {}

TraceReader::~TraceReader() { m_mailbox->close(); }

void TraceReader::read(FoundBlock found, const std::optional<Hash32>& also, Done done) {
    auto reading = std::make_shared<Reading>();
    reading->queue = verify::unexplained(found.tables, *found.block, max_traces);
    const auto named = also ? found.block->find_transaction(*also) : std::nullopt;
    const auto has_callee = [&named](const verify::TableCandidate& each) {
        return each.transaction == *named && each.callee;
    };
    if (named && std::ranges::none_of(found.tables.tables, has_callee) &&
        std::ranges::find(reading->queue, *named) == reading->queue.end()) {
        reading->queue.push_back(*named);
    }
    std::ranges::reverse(reading->queue);
    reading->found = std::move(found);
    reading->done = std::move(done);
    next(reading);
}

void TraceReader::next(const std::shared_ptr<Reading>& reading) {
    if (reading->queue.empty() || !m_offered) {
        reading->done(reading->found);
        return;
    }
    const std::size_t transaction = reading->queue.back();
    reading->queue.pop_back();
    codec::Json how = codec::Json::object();
    how["tracer"] = "callTracer";
    how["tracerConfig"] = codec::Json{{"withLog", true}};
    const QPointer<TraceReader> self(this);
    m_client->callShared(
        QStringLiteral("debug_traceTransaction"),
        codec::Json::array({reading->found.block->transactions[transaction].hash.hex(), std::move(how)}),
        [self, this, reading, transaction](const SharedAnswer& answer) {
            if (self) {
                got(reading, transaction, answer);
            }
        });
}

void TraceReader::got(const std::shared_ptr<Reading>& reading, std::size_t transaction,
                      const SharedAnswer& answer) {
    if (!*answer) {
        m_offered = m_offered && !methodMissing(*answer);
        next(reading);
        return;
    }
    const auto work = [found = reading->found, transaction, answer,
                       name = m_client->endpoint().displayName().toStdString()] {
        FoundBlock out = found;
        if (auto trace = chain::call_trace_from_rpc(**answer)) {
            verify::add_traced_tables(out.tables, *out.block, transaction, *trace);
            keep(out, transaction, name, *std::move(trace));
        }
        return out;
    };
    inPool(m_mailbox, work, [this, reading](const FoundBlock& found) {
        reading->found = found;
        next(reading);
    });
}

} // namespace anchorscope::model
