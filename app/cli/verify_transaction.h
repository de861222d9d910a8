// verify of a transaction: the tables in it, each with a report of its own.
#pragma once
#include "app/cli/arguments.h"
#include "core/verify/l1_reference.h"
#include <array>

namespace anchorscope::cli {

inline constexpr std::array transaction_option_list{
    Option{"--select", "N", "this table alone, as numbered in the reports"},
    Option{"--anchor-window", "N",
           "blocks before and after the table to search for its anchor, where its own\nblock holds none (0)"},
};
inline constexpr OptionGroup transaction_options{"Of a transaction", transaction_option_list};

/// The transaction that the argument names, by its hash or by an explorer's URL, where no file is called so.
[[nodiscard]] std::optional<verify::L1Reference> transaction_named(const std::string& argument);

/// One endpoint finds the tables in the transaction (in its input, in inner calls by its trace) and the
/// anchor of each; that is where to look, and nothing more: every report is made from what all endpoints show
/// anew. The exit status is the worst of the reports'. UsageError without an endpoint.
[[nodiscard]] int verify_transaction(const Arguments& arguments, const verify::L1Reference& transaction);

} // namespace anchorscope::cli
