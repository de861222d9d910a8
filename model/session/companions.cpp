#include "model/session/companions.h"
#include "core/chain/limits.h"
#include "core/codec/json.h"
#include "model/session/case_work.h"
#include <QFileInfo>

namespace anchorscope::model {

namespace {

/// The answer alone, or the JSON-RPC response around it.
Result<chain::CallTrace> traceOf(const codec::Json& json) {
    const auto result = json.is_object() ? json.find("result") : json.end();
    return chain::call_trace_from_rpc(json.is_object() && result != json.end() ? *result : json);
}

Result<std::shared_ptr<const chain::CallTrace>> decodeTrace(const std::string&, const Bytes& bytes) {
    return codec::parse_json({reinterpret_cast<const char*>(bytes.data()), bytes.size()},
                             {chain::max_evidence_bytes, chain::max_trace_json_depth})
        .and_then(traceOf)
        .map([](chain::CallTrace trace) {
            return std::make_shared<const chain::CallTrace>(std::move(trace));
        });
}

Result<std::shared_ptr<const table::ExecutionTable>> decodePeer(const std::string& name, Bytes bytes) {
    return table::load_source(name, std::move(bytes)).and_then([](table::TableSource source) {
        return table::decode_table(std::make_shared<const table::TableSource>(std::move(source)));
    });
}

/// Decodes each file by `decode(name, bytes)`, which gives a Result; what does not decode goes to
/// `out.broken`. `what` the file was given as: "peer".
template<class T, class Decode>
void readAll(std::string_view what, const QStringList& paths, quint64 most, const Decode& decode,
             std::vector<T>& into, Companions& out) {
    for (const QString& path : paths) {
        const std::string name = QFileInfo(path).fileName().toStdString();
        auto bytes = readFile(path, most);
        if (bytes) {
            out.files.push_back({std::string(what), name, bytes->size(), crypto::sha256(*bytes)});
        }
        Result<T> decoded = bytes ? decode(name, std::move(*bytes))
                                  : Result<T>(fail(rules::companion_unreadable, bytes.error().toStdString()));
        if (decoded) {
            into.push_back(std::move(*decoded));
            continue;
        }
        Error error = std::move(decoded).error();
        std::string place(what);
        place.append(" ").append(name).append(error.place.empty() ? "" : ": ").append(error.place);
        error.place = std::move(place);
        out.broken.push_back(std::move(error));
    }
}

} // namespace

std::shared_ptr<const Companions> readCompanions(const CaseFiles& files) {
    auto out = std::make_shared<Companions>();
    readAll("peer", files.peers, table::max_source_bytes, decodePeer, out->peers, *out);
    readAll("trace", files.traces, max_evidence_bytes, decodeTrace, out->traces, *out);
    return out;
}

std::vector<Finding> BundleOrder::findings() const {
    std::vector<Finding> out;
    for (const Error& error : companions->broken) {
        out.push_back({std::string(error.rule), Severity::error, error.place, {}, error.text});
    }
    const auto add = [&out](const std::vector<Finding>& more) {
        out.insert(out.end(), more.begin(), more.end());
    };
    if (!tracesFollowed) {
        out.push_back({std::string(rules::trace_without_manager),
                       Severity::warning,
                       {},
                       {},
                       "a trace is given, and no manager is stated whose calls could be followed in it"});
    }
    if (companions->any()) {
        add(tree->findings);
    }
    add(joined.findings);
    if (replay) {
        add(replay->findings);
    }
    return out;
}

std::shared_ptr<const BundleOrder> orderOf(std::shared_ptr<const table::ExecutionTable> table,
                                           std::shared_ptr<const Companions> companions,
                                           std::shared_ptr<const transition::Tree> plain,
                                           transition::TreeSources sources) {
    auto out = std::make_shared<BundleOrder>();
    out->table = std::move(table);
    out->companions = std::move(companions);
    out->tree = std::move(plain);
    std::vector<const table::ExecutionTable*> all{out->table.get()};
    std::vector<transition::PostedTable> posted{{out->table.get(), nullptr, {}}};
    for (const auto& peer : out->companions->peers) {
        all.push_back(peer.get());
        if (peer->batch) {
            posted.push_back({peer.get(), nullptr, {}});
        }
    }
    if (out->companions->any()) {
        const Cancellation cancellation = sources.cancellation;
        sources.peers.assign(all.begin() + 1, all.end());
        sources.traces = out->companions->traces;
        out->tracesFollowed = sources.traces.empty() || sources.manager.has_value();
        out->tree = std::make_shared<const transition::Tree>(
            transition::build_tree_from(*out->table, std::move(sources)));
        if (all.size() > 1) {
            out->bundle.emplace(std::move(all));
            transition::SolverLimits limits;
            out->joined = transition::join_tables(*out->bundle, limits, cancellation);
        }
    }
    if (out->table->batch) {
        posted.front().tree = out->tree.get();
        out->replay =
            std::move(transition::replay_block(posted, out->bundle ? &*out->bundle : nullptr).front());
    }
    return out;
}

} // namespace anchorscope::model
