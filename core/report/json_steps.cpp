// Digests step by step, as JSON.
#include "core/report/json_parts.h"
#include "core/transition/entry_fold.h"

namespace anchorscope::report {
namespace {

Json message_json(const digest::Preimage& message) {
    Json out = Json::array();
    for (const digest::PreimagePiece& piece : message.pieces) {
        if (const auto* const range = std::get_if<ByteRange>(&piece.content)) {
            out.push_back(Json{{"name", piece.name},
                               {"source", "calldata"},
                               {"offset", range->offset},
                               {"length", range->length}});
        } else {
            out.push_back(Json{{"name", piece.name}, {"bytes", to_hex(std::get<Bytes>(piece.content))}});
        }
    }
    return out;
}

} // namespace

std::vector<digest::StepTrace> traces_of(const Subject& subject, std::vector<Finding>* missing) {
    const verify::Request& request = subject.request;
    const transition::Tree* const tree = subject.tree;
    if (!request.table) {
        return {};
    }
    const digest::ProofInputs* const inputs = request.proof_inputs ? &*request.proof_inputs : nullptr;
    std::vector<digest::StepTrace> out = digest::table_traces(*request.table, inputs, max_traces, missing);
    if (tree != nullptr && out.size() < max_traces) {
        std::ranges::move(transition::observed_traces(*request.table, *tree, max_traces - out.size()),
                          std::back_inserter(out));
    }
    if (const ProxyCode* const code = subject.proxy_code) {
        for (const auto& account : digest::calling_accounts(*request.table)) {
            if (out.size() < max_traces) {
                out.push_back(digest::proxy_address_trace(code->manager, account, code->creation_code));
            }
        }
    }
    return out;
}

Json steps_json(std::span<const digest::StepTrace> traces) {
    Json out = Json::array();
    for (const digest::StepTrace& trace : traces) {
        Json steps = Json::array();
        for (const digest::TraceStep& step : trace.steps) {
            steps.push_back(Json{{"name", step.name},
                                 {"rule", step.rule == digest::StepRule::hash ? "hash" : "recovery"},
                                 {"before", step.before ? Json(step.before->hex()) : Json()},
                                 {"message", message_json(step.message)},
                                 {"after", step.after.hex()}});
        }
        out.push_back(Json{{"kind", digest::id(trace.kind)},
                           {"subject", trace.subject},
                           {"function", crypto::name(trace.function)},
                           {"value", trace.value().hex()},
                           {"steps", std::move(steps)}});
    }
    return out;
}

} // namespace anchorscope::report
