#include "core/chain/recorded_answers.h"
#include "core/chain/json_fields.h"
#include "core/chain/limits.h"
#include "core/chain/rpc_parts.h"

namespace anchorscope::chain {
namespace {

std::optional<Transaction> read_raw(JsonFields& in, const codec::Json& element, std::size_t index) {
    if (element.is_null()) {
        return std::nullopt;
    }
    const std::string place = indexed(in.path("rawTransactions"), index);
    if (!element.is_string()) {
        in.refuse({codec::rules::json_type, place, {}, "expected hex or null"});
        return std::nullopt;
    }
    const Bytes raw = in.take(from_hex(element.get_ref<const std::string&>()), place);
    if (!in.ok()) {
        return std::nullopt;
    }
    return in.take(decode_transaction(raw), place);
}

GivenBodies read_given(JsonFields& in, const codec::Json& block) {
    GivenBodies given;
    if (!in.has("rawTransactions")) {
        return given;
    }
    given.may_be_left_out = true;
    const codec::Json& raw = in.array("rawTransactions");
    const codec::Json* listed = find_member(block, "transactions");
    if (listed != nullptr && listed->size() != raw.size()) {
        in.refuse({rules::evidence_schema,
                   in.path("rawTransactions"),
                   {},
                   "expected as many as the block's transactions, seen " + std::to_string(raw.size())});
    }
    for (const codec::Json& element : raw) {
        if (!in.ok()) {
            break;
        }
        given.transactions.push_back(read_raw(in, element, given.transactions.size()));
    }
    return given;
}

Result<BlockEvidence> read_block(const codec::Json& object, const std::string& place, const Source& source) {
    JsonFields in(object, place);
    const codec::Json* block = in.take(codec::member(object, "block", place));
    const codec::Json* receipts = in.take(codec::member(object, "receipts", place));
    if (!in.ok()) {
        return tl::unexpected<Error>(in.error());
    }
    GivenBodies given = read_given(in, *block);
    if (!in.ok()) {
        return tl::unexpected<Error>(in.error());
    }
    return block_from_parts(*block, *receipts, source, std::move(given)).map_error([&](Error error) {
        return within(place, std::move(error));
    });
}

/// One for each transaction that the block lists, or null.
void read_traces(JsonFields& in, const codec::Json& block, const BlockEvidence& evidence,
                 std::vector<SuppliedTrace>& out) {
    const codec::Json& traces = in.array("traces");
    const codec::Json* listed = find_member(block, "transactions");
    if (listed == nullptr || listed->size() != traces.size()) {
        in.refuse(
            {rules::evidence_schema,
             in.path("traces"),
             {},
             "expected one for each of the block's transactions, seen " + std::to_string(traces.size())});
    }
    for (std::size_t index = 0; index < traces.size() && in.ok(); ++index) {
        if (traces[index].is_null()) {
            continue;
        }
        const std::string place = indexed(in.path("traces"), index);
        const auto hash = evidence.bodies_known ? std::optional(evidence.transactions[index].hash)
                                                : listed_hash((*listed)[index]);
        if (!hash || out.size() == max_file_traces) {
            in.refuse({rules::evidence_schema,
                       place,
                       {},
                       hash ? "expected at most " + std::to_string(max_file_traces) + " traces"
                            : std::string("a trace of a transaction that is not named")});
            return;
        }
        out.push_back({*hash, in.take(call_trace_from_rpc(traces[index], place))});
    }
}

} // namespace

Result<EvidenceFile> read_recorded_answers(const codec::Json& root, const Source& source) {
    JsonFields in(root, {});
    EvidenceFile file;
    file.chain_id = in.u64("chainId");
    if (in.has("manager")) {
        file.manager = in.address("manager");
    }
    const codec::Json& blocks = in.array("blocks");
    if (blocks.size() > max_evidence_blocks) {
        in.refuse({codec::rules::json_size,
                   "blocks",
                   {},
                   "expected at most " + std::to_string(max_evidence_blocks)});
    }
    for (const codec::Json& object : blocks) {
        if (!in.ok()) {
            break;
        }
        Result<BlockEvidence> block = read_block(object, indexed("blocks", file.blocks.size()), source);
        if (!block) {
            return tl::unexpected<Error>(std::move(block).error());
        }
        file.blocks.push_back(*std::move(block));
        if (find_member(object, "traces") != nullptr) {
            JsonFields traces(object, indexed("blocks", file.blocks.size() - 1));
            read_traces(traces, object["block"], file.blocks.back(), file.traces);
            if (!traces.ok()) {
                return tl::unexpected<Error>(traces.error());
            }
        }
    }
    return in.finish(std::move(file));
}

} // namespace anchorscope::chain
