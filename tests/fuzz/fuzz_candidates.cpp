// Tables in hostile inputs: whatever is found lies inside, decodes to its own bytes, and overlaps nothing.
// Also anchors in logs of any shape, searches' answers and saved states, and what users paste.
#include "core/anchor/anchor_event.h"
#include "core/anchor/log_search.h"
#include "core/codec/json.h"
#include "core/codec/rlp.h"
#include "core/verify/anchor_candidates.h"
#include "core/verify/candidates.h"
#include "core/verify/l1_reference.h"
#include <cstdlib>

using namespace anchorscope;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

chain::Transaction carrying(ByteView input) {
    codec::RlpWriter out;
    out.open_list();
    for (int zero = 0; zero < 3; ++zero) { // nonce, gas price, gas
        out.u64(0);
    }
    out.bytes(Address{}.bytes);
    out.u64(0);
    out.bytes(input);
    out.u64(27);
    out.u64(1);
    out.u64(1);
    out.close_list();
    return chain::decode_transaction(out.take()).value();
}

void check_input(ByteView input) {
    chain::BlockEvidence block;
    block.transactions.push_back(carrying(input));
    block.receipts.emplace_back();
    block.transactions_proven = block.receipts_proven = true;
    std::uint64_t end = 0;
    for (const auto& found : verify::table_candidates(block).tables) {
        require(found.range.offset >= end && found.range.end() <= input.size());
        require(equal(found.table->calldata(), slice(input, found.range)));
        end = found.range.end();
    }
}

/// One log: four topics, of which the first is a known kind's, and whatever follows as its data.
void check_log(ByteView bytes) {
    static const std::vector declared{
        anchor::parse_declared_event("Stored(address who, bytes32 digest) digest=word1").value()};
    const auto kinds = anchor::anchor_event_kinds();
    chain::Log log;
    const std::size_t pick = bytes.empty() ? 0 : bytes[0];
    log.topics = {pick < kinds.size() ? anchor::topic0(kinds[pick]) : declared[0].layout.topic0()};
    const std::size_t topics = bytes.size() < 2 ? 0 : std::size_t{bytes[1]} % 4;
    for (std::size_t i = 0; i < topics && bytes.size() >= 2 + 32 * (i + 1); ++i) {
        log.topics.push_back(Hash32::from(bytes.subspan(2 + 32 * i, 32)));
    }
    const ByteView data = bytes.subspan(std::min(bytes.size(), 2 + 32 * (log.topics.size() - 1)));
    log.data.assign(data.begin(), data.end());
    chain::BlockEvidence block;
    block.receipts.emplace_back().logs = {log};
    block.receipts_proven = true;
    for (const auto& found : verify::anchor_candidates(block, declared).anchors) {
        const auto kind = anchor::anchor_event_kind(found.kind);
        require(kind == nullptr || kind->digest.empty() != found.digest.has_value());
    }
}

void check_text(std::string_view text) {
    static_cast<void>(verify::parse_reference(text));
    const anchor::LogSearchGoal goal{1, {Hash32{}}, {}, {0, 1000}, 500};
    if (const auto search = anchor::LogSearch::resume(goal, text)) {
        const auto again = anchor::LogSearch::resume(goal, search->state());
        require(again && again->state() == search->state());
    }
    const auto json = codec::parse_json(text);
    if (json) {
        static_cast<void>(anchor::log_hints(goal, goal.span, *json));
    }
    static_cast<void>(anchor::suggested_length({"rpc.error", {}, {}, std::string(text)}, {0, 1000}));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    check_input({data, size});
    check_log({data, size});
    check_text({reinterpret_cast<const char*>(data), size});
    return 0;
}
