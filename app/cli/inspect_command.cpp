// anchorscope-cli inspect: what is in a table, without asking whether it was committed.
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session_run.h"

namespace anchorscope::cli {
namespace {

constexpr std::array input_list{
    Option{"--format", "ID", "the table's format (see formats), rather than by its selector"},
    Option{"--at", "PLACE",
           "of several tables in one JSON file (broadcast, trace), the one that stands here"},
    Option{"--format-abi", "FILE", "a contract's ABI (JSON) that declares a version not known here"},
    Option{"--evidence", "FILE", "blocks with the manager's events; else evidence.json beside the table",
           true},
    Option{"--manager", "ADDRESS", "whose events tell the tree; without it the table alone does"},
    Option{"--table-tx", "HASH", "the transaction that posted the table"},
    Option{"--peer", "TABLE",
           "another table of the bundle (other side or rollup): tells the order without\nevents, and is held "
           "against this one",
           true},
    Option{"--trace", "FILE",
           "what was called inside a transaction (debug_traceTransaction, callTracer with\nlogs), in the "
           "order of the transactions; needs --manager",
           true},
    Option{"--abi", "FILE", "a contract's ABI (JSON), to name the functions and errors of calls", true},
    Option{"--proxy-code", "FILE",
           "creation code of the manager's proxies, in hex, without arguments: the senders\nthat the "
           "targets of calls see are computed; needs --manager"},
    Option{"--labels", "FILE", "names of addresses: {\"0x...\": \"Bridge\"}"},
    Option{"--steps", {}, "with --json: how every digest comes about, message by message"},
    Option{"--inputs", "FILE", "with --steps: keys and block context of the proofs"},
};
constexpr std::array groups{OptionGroup{"What is inspected", input_list}, output_options};

constexpr std::string_view text =
    R"(Shows a table decoded: its transitions as a tree in the order in which they cross domains, every
digest with its kind, and the invariants that it breaks. Works offline. What the tree rests on is said with
it: events, a trace (which sees into revert spans, lookups and failed transactions), peer tables (by the
rolling hash), or the only placement of the nested calls that is possible (solved). A tree that none of these
tells is marked ambiguous, with the number of candidates.

TABLE is a file of calldata, as bytes or as hex text; CASE a folder that holds table.hex (or
table.bin); - reads the table from standard input. A table of no known format is shown as bytes with
their digests.
)";

constexpr std::string_view examples = R"(Examples
  anchorscope-cli inspect table.hex
  anchorscope-cli inspect case/ --manager 0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512
      The tree from the events that this manager emitted, as told by case/evidence.json.
  anchorscope-cli inspect l1.hex --peer l2.hex
      Without events: the order by both tables together, and whatever one has without the other.
  anchorscope-cli inspect case/ --manager 0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512 --trace trace.json
  anchorscope-cli inspect table.hex --json | jq '.digests[] | select(.kind == "entry_hash")'
)";

model::CaseFiles files_of(const Arguments& arguments) {
    model::CaseFiles files = case_files(arguments.only("TABLE, CASE or -"));
    files.envelope.clear(); // what was committed is not asked
    files.caseEnvelope = false;
    choose_evidence(arguments, files);
    files.place = QString::fromStdString(arguments.value("--at").value_or(""));
    if (arguments.has("--trace") && !arguments.has("--manager")) {
        throw UsageError("--trace needs --manager: whose calls are followed");
    }
    for (const std::string& path : arguments.values("--peer")) {
        files.peers += readable_file("--peer", path);
    }
    for (const std::string& path : arguments.values("--trace")) {
        files.traces += readable_file("--trace", path);
    }
    return files;
}

model::VerifyOptions options_of(const Arguments& arguments) {
    model::VerifyOptions options;
    options.offline = true;
    choose_format(arguments, options);
    if (const auto manager = arguments.value("--manager")) {
        options.expect.manager = address_value("--manager", *manager);
    }
    if (const auto transaction = arguments.value("--table-tx")) {
        options.tableTx = hash_value("--table-tx", *transaction);
    }
    if (const auto inputs = arguments.value("--inputs")) {
        options.proofInputs = proof_inputs_value("--inputs", *inputs);
    }
    return options;
}

std::optional<report::ProxyCode> proxy_code(const Arguments& arguments) {
    const auto file = arguments.value("--proxy-code");
    const auto manager = address_option(arguments, "--manager");
    if (file && !manager) {
        throw UsageError("--proxy-code needs --manager: whose proxies they are");
    }
    return file ? std::optional(report::ProxyCode{*manager, code_value("--proxy-code", *file)})
                : std::nullopt;
}

int run(const Arguments& arguments) {
    const model::VerifyOptions options = options_of(arguments);
    const model::CaseFiles files = files_of(arguments);
    const report::TextStyle style = text_style(arguments);
    const table::SignatureBook book = signature_book_value("--abi", arguments.values("--abi"));
    const auto labels = arguments.value("--labels");
    const table::AddressLabels names = labels ? labels_value("--labels", *labels) : table::AddressLabels();
    model::Session session;
    run_session(session, files, options, style.quiet);

    const model::Parts& parts = session.parts();
    if (!parts.request || !parts.evidence || !parts.companions) {
        throw std::logic_error("the run ended without a request");
    }
    for (const Error& error : parts.companions->broken) {
        write_message(error.message());
    }
    if (!parts.companions->broken.empty()) {
        return exit_malformed;
    }
    report::Subject subject{*parts.request, *parts.evidence, parts.examined.get(), parts.tree.get()};
    if (const model::BundleOrder* const order = parts.order.get()) {
        subject.bundle = order->bundle ? &*order->bundle : nullptr;
        subject.joined = order->bundle ? &order->joined : nullptr;
        subject.replay = order->replay ? &*order->replay : nullptr;
    }
    const std::optional<report::ProxyCode> proxies = proxy_code(arguments);
    subject.proxy_code = proxies ? &*proxies : nullptr;
    subject.names = &book;
    subject.labels = &names;
    subject.steps = arguments.has("--steps");
    write_result(arguments.has("--json") ? report::inspect_json(subject, tool_version())
                                         : report::inspect_text(subject, style));
    if (parts.request->malformed) {
        write_message(parts.request->malformed->message());
        return exit_malformed;
    }
    return exit_success;
}

} // namespace

const Command inspect_command{
    "inspect", "TABLE|CASE|-", "show a table decoded: tree, digests, broken invariants",
    text,      groups,         examples,
    run};

} // namespace anchorscope::cli
