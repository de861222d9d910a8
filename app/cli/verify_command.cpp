// anchorscope-cli verify: the whole ladder.
#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/verify_options.h"
#include "app/cli/verify_run.h"
#include "app/cli/verify_transaction.h"

namespace anchorscope::cli {
namespace {

constexpr std::array result_list{
    Option{"--save-case", "FILE", "also write what was verified as a case file, with the evidence that came"},
};
constexpr OptionGroup result_options{"What is kept", result_list};
constexpr std::array groups{
    input_options,  reading_options,     authority_options, expectation_options,
    policy_options, transaction_options, result_options,    output_options,
};

constexpr std::string_view text =
    R"(Checks a table and its commitment rung by rung: table, trajectory, execution; proof; digest, event,
inclusion, block, slot, finality. Each is passed, failed, not checked, or cannot be checked, and
says why and on whose word.

TABLE is a file of calldata, as bytes or as hex text. CASE is a case file (*.anchorcase), or a folder that
holds table.hex (or table.bin) and, beside it, envelope.json and evidence.json. - reads standard input.
TXHASH is a transaction's hash, or the URL of an explorer's page about one: an endpoint finds the tables in
it, as its input or in inner calls, and the anchors in its block; each table has a report of its own (with
--json, in the list "reports"), and the exit status is the worst of them.

The network is used only with --rpc, --trust or the environment variable ANCHORSCOPE_RPC (endpoints,
separated by spaces or commas, asked where neither option is given). No file ever authenticates a
block: that takes a pin, a node of your own, or two endpoints on different hosts.
)";

constexpr std::string_view examples = R"(Examples
  anchorscope-cli verify case/
      Offline. Digest, event and inclusion are checked; whether the block is real is not: unproven, 4
      (but for the samples shipped with the program, whose blocks it knows).
  anchorscope-cli verify case/ --pin-block 1:22869878:0x4a1f...
      The same with a block hash that you have from somewhere you trust: verified, 0.
  anchorscope-cli verify case/ --rpc https://one.example --rpc https://two.example
      Two hosts have to agree on the block.
  anchorscope-cli verify case/ --trust http://127.0.0.1:8545 --save-case a.anchorcase
      Keeps what the endpoint showed, for others to verify offline against a block hash of their own.
  anchorscope-cli verify table.hex --expect 0x8e79... --anchor-tx 0x6b4f... --trust http://127.0.0.1:8545
      Without an envelope: the digest you expect and the transaction that anchored it.
  anchorscope-cli verify case/ --trust http://127.0.0.1:8545 --manager 0xe7f1... --also proof --also execution
      Also: the manager accepted exactly this table, and what it executed is what the table says.
  anchorscope-cli verify 0x6b4f... --rpc https://one.example --rpc https://two.example --anchor-window 7200
      The tables in that transaction, whose anchors may stand in blocks around it.
  anchorscope-cli verify - --require digest --expect 0x8e79... --json <table.hex
      The digest alone, as JSON.
)";

int run(const Arguments& arguments) {
    if (const auto transaction = transaction_named(arguments.only("TABLE, CASE, TXHASH or -"))) {
        return verify_transaction(arguments, *transaction);
    }
    for (const Option& option : transaction_option_list) {
        if (arguments.has(option.name)) {
            throw UsageError(std::string(option.name) + " goes with a transaction only");
        }
    }
    const model::VerifyOptions options = verify_options(arguments);
    const Verified one =
        verify_one(arguments, verified_files(arguments, "TABLE, CASE, TXHASH or -"), options);
    write_result(one.report);
    return one.status;
}

} // namespace

const Command verify_command{"verify",
                             "TABLE|CASE|TXHASH|-",
                             "check a table against its commitment, rung by rung",
                             text,
                             groups,
                             examples,
                             run};

} // namespace anchorscope::cli
