#include "app/cli/verify_options.h"
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
    if (const auto chain = arguments.value("--chain")) {
        out.chain_id = number_value("--chain", *chain, 0, UINT64_MAX);
    }
    const auto address = [&arguments](std::string_view option) -> std::optional<Address> {
        const auto given = arguments.value(option);
        return given ? std::optional(address_value(option, *given)) : std::nullopt;
    };
    out.contract = address("--contract");
    out.committer = address("--committer");
    out.manager = address("--manager");
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
    if (const auto quorum = arguments.value("--quorum")) {
        options.quorum = static_cast<std::size_t>(
            number_value("--quorum", *quorum, model::least_quorum, model::max_quorum));
    }
    for (const std::string& rollup : arguments.values("--rollup-contract")) {
        options.rollupContracts.insert(rollup_contract_value("--rollup-contract", rollup));
    }
    for (const std::string& clock : arguments.values("--slot-clock")) {
        options.slotClocks.push_back(slot_clock_value("--slot-clock", clock));
    }
    if (const auto slots = arguments.value("--slot-tolerance")) {
        options.slotTolerance = number_value("--slot-tolerance", *slots, 0, UINT64_MAX);
    }
}

void choose_input(const Arguments& arguments, model::VerifyOptions& options) {
    const auto hash = [&arguments](std::string_view option) -> std::optional<Hash32> {
        const auto given = arguments.value(option);
        return given ? std::optional(hash_value(option, *given)) : std::nullopt;
    };
    options.expectedDigest = hash("--expect");
    options.anchorTx = hash("--anchor-tx");
    options.tableTx = hash("--table-tx");
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
    }
    if (const auto format = arguments.value("--format")) {
        options.format = id(format_value("--format", *format).id);
    }
}

} // namespace

model::VerifyOptions verify_options(const Arguments& arguments) {
    model::VerifyOptions options;
    options.endpoints = endpoints_of(arguments);
    options.offline = arguments.has("--offline");
    if (const auto seconds = arguments.value("--timeout")) {
        options.timeoutMs =
            static_cast<int>(number_value("--timeout", *seconds, 1, max_timeout_seconds)) * 1000;
    }
    options.expect = expectations_of(arguments);
    choose_policy(arguments, options);
    choose_input(arguments, options);
    return options;
}

} // namespace anchorscope::cli
