// What verify and batch share: the options that say on whose word, what is expected and what is required, and
// the session's options made from them. A new option of verification goes into one of these lists, and into
// verify_options().
#pragma once
#include "app/cli/arguments.h"
#include "model/session/case_inputs.h"
#include <array>

namespace anchorscope::cli {

inline constexpr std::array reading_option_list{
    Option{"--format", "ID", "the table's format (see formats), rather than by its selector"},
    Option{"--at", "PLACE",
           "of several tables in one JSON file (broadcast, trace), the one that stands here"},
    Option{"--format-abi", "FILE", "a contract's ABI (JSON) that declares a version not known here"},
    Option{
        "--profile", "ID",
        "which bytes were committed (see formats); else every profile\nthat covers the whole table is tried"},
    Option{"--inputs", "FILE", "keys and block context of the proofs, for --profile public-inputs/k"},
};
inline constexpr std::array authority_option_list{
    Option{"--rpc", "URL", "an endpoint of L1; all of them have to agree, on two hosts at least", true},
    Option{"--trust", "URL", "the same, your own node: its word on the block is enough", true},
    Option{"--quorum", "N", "hosts that have to agree, 2 at least; else all that are named"},
    Option{"--pin-block", "PIN",
           "[CHAIN:]NUMBER:HASH, a block hash that you vouch for, and with it its ancestors", true},
    Option{"--offline", {}, "ask no endpoint, whatever --rpc, --trust and ANCHORSCOPE_RPC say"},
    Option{"--timeout", "SECONDS", "for one request, 1 to 3600 (20)"},
};
inline constexpr std::array expectation_option_list{
    Option{"--chain", "ID", "the chain of the anchor"},
    Option{"--contract", "ADDRESS", "the contract that emits the anchor event"},
    Option{"--committer", "ADDRESS", "whom the contract names as committer"},
    Option{"--manager", "ADDRESS", "the rollups' manager; without it proof and execution are not checked"},
    Option{"--rollup-contract", "ROLLUP",
           "ID=ADDRESS, a rollup's contract on L1, to recompute its proofs with", true},
    Option{"--slot-clock", "CLOCK", "CHAIN:GENESIS:SECONDS[:SLOTS_PER_EPOCH], of a chain that is not known",
           true},
};
inline constexpr std::uint64_t max_anchor_window = 1'000'000; ///< blocks around a table, some months

/// Of the commands that look for anchors; read by verify_options().
inline constexpr Option declared_event_option{
    "--event", "DECL",
    "an event of your own that counts as an anchor (of --expect):\n\"Name(TYPE [indexed] [NAME], ...) "
    "digest=topicN\" or "
    "digest=wordN",
    true};
inline constexpr std::array policy_option_list{
    Option{"--require", "POLICY",
           "digest, event, inclusion, block (the default) or final;\neach requires those before it too"},
    Option{"--also", "RUNG", "require this rung too: trajectory, execution, proof, slot, ...", true},
    Option{"--slot-tolerance", "N", "slots that the anchor may come after the table's block (0)"},
};

/// How a table is read, whatever its file.
inline constexpr OptionGroup reading_options{"How tables are read", reading_option_list};
inline constexpr OptionGroup authority_options{"On whose word", authority_option_list};
inline constexpr OptionGroup expectation_options{"What you expect (a difference fails the rung)",
                                                 expectation_option_list};
inline constexpr OptionGroup policy_options{"What is required", policy_option_list};

/// What the options say; those that a command does not declare keep their defaults. ANCHORSCOPE_RPC counts
/// where neither --rpc nor --trust nor --offline is given.
[[nodiscard]] model::VerifyOptions verify_options(const Arguments& arguments);

} // namespace anchorscope::cli
