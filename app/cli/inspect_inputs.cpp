#include "app/cli/inspect_inputs.h"
#include "app/cli/input.h"
#include "core/chain/limits.h"
#include "core/codec/json.h"
#include "core/report/text_report.h"
#include <QFile>

namespace anchorscope::cli {
namespace {

Error named(Error error, std::string_view option, const std::string& path) {
    std::string place(option);
    place += ' ';
    place += report::printable(path);
    error.place = error.place.empty() ? place : place + ": " + error.place;
    return error;
}

Result<std::shared_ptr<const table::ExecutionTable>> read_peer(const std::string& path) {
    return read_table_source(path).and_then([](table::TableSource source) {
        return table::decode_table(std::make_shared<const table::TableSource>(std::move(source)));
    });
}

/// The answer alone, or the JSON-RPC response around it.
Result<chain::CallTrace> trace_of(const codec::Json& json) {
    const auto result = json.is_object() ? json.find("result") : json.end();
    return chain::call_trace_from_rpc(json.is_object() && result != json.end() ? *result : json);
}

Result<std::shared_ptr<const chain::CallTrace>> read_trace(const std::string& path) {
    QFile file(readable_file("--trace", path));
    if (!file.open(QIODevice::ReadOnly)) {
        throw UsageError("--trace: " + file.errorString().toStdString() + ": " + report::printable(path));
    }
    const QByteArray text = file.read(static_cast<qint64>(chain::max_evidence_bytes) + 1);
    return codec::parse_json(std::string_view(text.constData(), static_cast<std::size_t>(text.size())),
                             {chain::max_evidence_bytes, chain::max_trace_json_depth})
        .and_then(trace_of)
        .map([](chain::CallTrace trace) {
            return std::make_shared<const chain::CallTrace>(std::move(trace));
        });
}

} // namespace

Result<InspectInputs> inspect_inputs(const Arguments& arguments) {
    if (arguments.has("--trace") && !arguments.has("--manager")) {
        throw UsageError("--trace needs --manager: whose calls are followed");
    }
    InspectInputs out;
    for (const std::string& path : arguments.values("--peer")) {
        auto peer = read_peer(path);
        if (!peer) {
            return tl::unexpected<Error>(named(std::move(peer).error(), "--peer", path));
        }
        out.peers.push_back(std::move(*peer));
    }
    for (const std::string& path : arguments.values("--trace")) {
        auto trace = read_trace(path);
        if (!trace) {
            return tl::unexpected<Error>(named(std::move(trace).error(), "--trace", path));
        }
        out.traces.push_back(std::move(*trace));
    }
    return out;
}

InspectedTree inspect_tree(const table::ExecutionTable& table, const InspectInputs& inputs,
                           transition::TreeSources sources) {
    InspectedTree out;
    std::vector<const table::ExecutionTable*> all{&table};
    for (const auto& peer : inputs.peers) {
        sources.peers.push_back(peer.get());
        all.push_back(peer.get());
    }
    sources.traces = inputs.traces;
    out.tree = transition::build_tree_from(table, std::move(sources));
    if (!inputs.peers.empty()) {
        out.bundle.emplace(std::move(all));
        transition::SolverLimits limits;
        out.joined = transition::join_tables(*out.bundle, limits, {});
    }
    return out;
}

transition::Replay inspect_replay(const table::ExecutionTable& table, const InspectInputs& inputs,
                                  const transition::Tree* tree, const transition::Bundle* bundle) {
    std::vector<transition::PostedTable> posted{{&table, tree, {}}};
    for (const auto& peer : inputs.peers) {
        if (peer->batch) {
            posted.push_back({peer.get(), nullptr, {}});
        }
    }
    return std::move(transition::replay_block(posted, bundle).front());
}

} // namespace anchorscope::cli
