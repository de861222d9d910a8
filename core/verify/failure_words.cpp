#include "core/verify/failure_words.h"
#include "core/verify/rules.h"
#include <algorithm>
#include <array>

namespace anchorscope::verify {
namespace {

struct Words {
    std::string_view rule, text;
};

constexpr std::array words{
    Words{rules::table_undecoded, "not decoded"},
    Words{rules::table_invariant, "a rule is broken"},
    Words{rules::trajectory_broken, "a state is stale"},
    Words{rules::trajectory_not_executed, "an entry left out"},
    Words{rules::execution_differs, "an entry differs"},
    Words{rules::proof_chain_id, "another chain"},
    Words{rules::proof_block, "another block"},
    Words{rules::digest_mismatch, "another digest"},
    Words{rules::digest_expectations, "two digests stated"},
    Words{rules::event_not_found, "not found"},
    Words{rules::event_reverted, "reverted"},
    Words{rules::event_log_position, "no such log"},
    Words{rules::event_contract_mismatch, "another contract"},
    Words{rules::event_topic0, "another event"},
    Words{rules::event_topic_count, "count of topics"},
    Words{rules::event_dirty_topic, "dirty topic"},
    Words{rules::event_data, "unexpected data"},
    Words{rules::event_digest_mismatch, "another digest"},
    Words{rules::event_committer_mismatch, "another committer"},
    Words{rules::event_block_number, "another block"},
    Words{rules::event_block_hash, "another block"},
    Words{rules::event_chain_id, "another chain"},
    Words{rules::event_removed, "removed"},
    Words{rules::event_transaction_hash, "not its receipt"},
    Words{rules::inclusion_receipts_root, "receipts differ"},
    Words{rules::inclusion_transactions_root, "transactions differ"},
    Words{rules::inclusion_count, "counts differ"},
    Words{rules::inclusion_block_hash, "header differs"},
    Words{rules::block_pin, "another hash pinned"},
    Words{rules::block_not_canonical, "another block there"},
    Words{rules::slot_late, "late"},
    Words{rules::finality_not_canonical, "no longer canonical"},
};

} // namespace

std::string_view failure_words(std::string_view rule) {
    const auto found = std::ranges::find(words, rule, &Words::rule);
    return found == words.end() ? std::string_view("failed") : found->text;
}

} // namespace anchorscope::verify
