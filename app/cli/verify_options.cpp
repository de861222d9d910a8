#include "app/cli/verify_options.h"
#include "app/cli/input.h"
#include "app/cli/option_values.h"
#include "model/session/option_limits.h"
#include <QRegularExpression>

namespace anchorscope::cli {
namespace {

constexpr std::uint64_t max_timeout_seconds = 3600;

QList<model::EndpointChoice> endpoints_of(const Arguments& arguments) {
    QList<model::EndpointChoice> out;
    const auto add = [&out](std::string_view option, std::string_view given, bool trusted) {
        const model::EndpointChoice endpoint{endpoint_value(option, given), trusted};
        const auto same = std::ranges::find(out, endpoint.url, &model::EndpointChoice::url);
        if (same == out.end()) {
            out.append(endpoint);
        }
    };
    for (const std::string& url : arguments.values("--trust")) {
        add("--trust", url, true);
    }
    for (const std::string& url : arguments.values("--rpc")) {
        add("--rpc", url, false);
    }
    if (out.isEmpty() && !arguments.has("--offline")) {
        static const QRegularExpression separators(QStringLiteral("[\\s,]+"));
        const QStringList urls =
            qEnvironmentVariable("ANCHORSCOPE_RPC").split(separators, Qt::SkipEmptyParts);
        for (const QString& url : urls) {
            add("ANCHORSCOPE_RPC", url.toStdString(), false);
        }
    }
    return out;
}

verify::Expectations expectations_of(const Arguments& arguments) {
    verify::Expectations out;
    out.chain_id = number_option(arguments, "--chain", 0, UINT64_MAX);
    out.contract = address_option(arguments, "--contract");
    out.committer = address_option(arguments, "--committer");
    out.manager = address_option(arguments, "--manager");
    return out;
}

void choose_policy(const Arguments& arguments, model::VerifyOptions& options) {
    if (const auto policy = arguments.value("--require")) {
        options.policy = policy_value("--require", *policy);
    }
    for (const std::string& rung : arguments.values("--also")) {
        options.also.insert(rung_value("--also", rung));
    }
    for (const std::string& pin : arguments.values("--pin-block")) {
        options.pins.push_back(pin_value("--pin-block", pin));
    }
    options.quorum = number_option(arguments, "--quorum", model::least_quorum, model::max_quorum);
    for (const std::string& rollup : arguments.values("--rollup-contract")) {
        options.rollupContracts.insert(rollup_contract_value("--rollup-contract", rollup));
    }
    for (const std::string& clock : arguments.values("--slot-clock")) {
        options.slotClocks.push_back(slot_clock_value("--slot-clock", clock));
    }
    options.slotTolerance = number_option(arguments, "--slot-tolerance", 0, UINT64_MAX).value_or(0);
}

void choose_input(const Arguments& arguments, model::VerifyOptions& options) {
    options.expectedDigest = hash_option(arguments, "--expect");
    options.anchorTx = hash_option(arguments, "--anchor-tx");
    options.tableTx = hash_option(arguments, "--table-tx");
    for (const std::string& event : arguments.values("--event")) {
        options.declaredEvents.push_back(event_value("--event", event));
    }
    if (options.declaredEvents.size() > anchor::max_declared_events) {
        throw UsageError("--event: at most " + std::to_string(anchor::max_declared_events) + " events");
    }
    const auto id = [](std::string_view text_id) {
        return QString::fromUtf8(text_id.data(), static_cast<qsizetype>(text_id.size()));
    };
    if (const auto profile = arguments.value("--profile")) {
        options.profile = id(profile_value("--profile", *profile).id);
    }
    if (const auto inputs = arguments.value("--inputs")) {
        options.proofInputs = proof_inputs_value("--inputs", *inputs);
        options.proofInputsFile = readable_file("--inputs", *inputs);
    }
    choose_format(arguments, options);
}

} // namespace

model::VerifyOptions verify_options(const Arguments& arguments) {
    model::VerifyOptions options;
    options.endpoints = endpoints_of(arguments);
    options.offline = arguments.has("--offline");
    if (const auto seconds = number_option(arguments, "--timeout", 1, max_timeout_seconds)) {
        options.timeoutMs = static_cast<int>(*seconds) * 1000;
    }
    options.expect = expectations_of(arguments);
    choose_policy(arguments, options);
    choose_input(arguments, options);
    return options;
}

} // namespace anchorscope::cli
