#include "core/chain/evidence_file.h"
#include "core/chain/json_fields.h"
#include "core/chain/limits.h"
#include "core/chain/recorded_answers.h"

namespace anchorscope::chain {
namespace {

constexpr std::string_view schema_name = "anchorscope.evidence/1";

bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }

/// A closed object: every member is one of `keys`.
void expect_only(JsonFields& in, const codec::Json& object, std::initializer_list<std::string_view> keys) {
    if (!object.is_object()) {
        return; // the first read says so
    }
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(keys, std::string_view(key)) == keys.end()) {
            in.refuse({codec::rules::json_unknown,
                       in.path(key),
                       {},
                       "not a member of " + std::string(schema_name)});
            return;
        }
    }
}

Result<Bytes> lowercase_bytes(const codec::Json& element) {
    if (!element.is_string()) {
        return fail(codec::rules::json_type, "expected a string of hex digits");
    }
    const auto& text = element.get_ref<const std::string&>();
    if (const auto upper = std::ranges::find_if(text, is_upper); upper != text.end()) {
        return fail(rules::evidence_schema, "expected lowercase hex, seen a capital at character " +
                                                std::to_string(upper - text.begin()));
    }
    return from_hex(text);
}

/// Decodes one hex string with `decode`; `place` is its path.
template<class Decode>
auto read_item(JsonFields& in, const codec::Json& element, const std::string& place, Decode decode) {
    return in.take(lowercase_bytes(element).and_then([&](const Bytes& bytes) { return decode(bytes); }),
                   place);
}

template<class Value, class Decode>
std::vector<Value> read_items(JsonFields& in, std::string_view key, Decode decode) {
    std::vector<Value> values;
    const codec::Json& items = in.array(key);
    if (items.size() > max_block_transactions) {
        in.refuse({codec::rules::json_size,
                   in.path(key),
                   {},
                   "expected at most " + std::to_string(max_block_transactions) + " items"});
    }
    for (const codec::Json& item : items) {
        if (!in.ok()) {
            break;
        }
        values.push_back(read_item(in, item, indexed(in.path(key), values.size()), decode));
    }
    return values;
}

Result<BlockEvidence> read_block(const codec::Json& object, const std::string& place, const Source& source) {
    JsonFields in(object, place);
    expect_only(in, object, {"header", "transactions", "receipts"});
    BlockEvidence block;
    block.source = source;
    if (const codec::Json* header = in.take(codec::member(object, "header", place)); header != nullptr) {
        block.header = read_item(in, *header, in.path("header"), decode_header);
    }
    block.transactions = read_items<Transaction>(in, "transactions", decode_transaction);
    block.receipts = read_items<Receipt>(in, "receipts", decode_receipt);
    block.bodies_known = block.transactions.size() == block.receipts.size();
    if (!block.bodies_known && !block.transactions.empty()) {
        in.refuse({rules::evidence_schema,
                   in.path("transactions"),
                   {},
                   "expected none or one for each of the " + std::to_string(block.receipts.size()) +
                       " receipts, seen " + std::to_string(block.transactions.size())});
    }
    if (in.ok()) {
        block.seal();
    }
    return in.finish(std::move(block));
}

std::uint64_t read_chain_id(JsonFields& in) {
    const std::string text = in.string("chain_id");
    const U256 value = in.ok() ? in.take(U256::parse_decimal(text), "chain_id") : U256{};
    const std::optional<std::uint64_t> id = value.to_u64();
    if (!id) {
        in.refuse({codec::rules::json_value, "chain_id", {}, "expected a number below 2^64"});
    }
    return id.value_or(0);
}

/// Refuses a file that is not exactly what write_evidence gives for what was read.
void expect_canonical(JsonFields& in, std::string_view text, const EvidenceFile& file) {
    const std::string canonical = write_evidence(file.chain_id, file.blocks);
    const auto [seen, expected] = std::ranges::mismatch(text, canonical);
    if (seen != text.end() || expected != canonical.end()) {
        in.refuse({rules::evidence_schema,
                   {},
                   static_cast<std::uint64_t>(seen - text.begin()),
                   "not the canonical form of its content"});
    }
}

Result<EvidenceFile> read_schema(std::string_view text, const codec::Json& root, const Source& source) {
    JsonFields in(root, {});
    expect_only(in, root, {"schema", "chain_id", "blocks"});
    if (const std::string schema = in.string("schema"); in.ok() && schema != schema_name) {
        in.refuse({rules::evidence_schema, "schema", {}, "expected \"" + std::string(schema_name) + "\""});
    }
    EvidenceFile file;
    file.chain_id = read_chain_id(in);
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
        file.blocks.push_back(in.take(read_block(object, indexed("blocks", file.blocks.size()), source)));
    }
    if (in.ok()) {
        expect_canonical(in, text, file);
    }
    return in.finish(std::move(file));
}

codec::Json block_json(const BlockEvidence& block) {
    codec::Json transactions = codec::Json::array();
    if (block.bodies_known && block.transactions.size() == block.receipts.size()) {
        for (const Transaction& transaction : block.transactions) {
            transactions.push_back(to_hex(transaction.raw));
        }
    }
    codec::Json receipts = codec::Json::array();
    for (const Receipt& receipt : block.receipts) {
        receipts.push_back(to_hex(encode_receipt(receipt)));
    }
    codec::Json json = codec::Json::object();
    json["header"] = to_hex(block.header.rlp);
    json["transactions"] = std::move(transactions);
    json["receipts"] = std::move(receipts);
    return json;
}

} // namespace

Result<EvidenceFile> read_evidence(std::string_view text, std::string_view file_name) {
    const Result<codec::Json> root = codec::parse_json(text, {max_evidence_bytes, max_evidence_depth});
    if (!root) {
        return tl::unexpected<Error>(root.error());
    }
    if (!root->is_object()) {
        return fail(codec::rules::json_type, "expected an object");
    }
    const Source source{SourceKind::file, std::string(file_name)};
    if (find_member(*root, "schema") != nullptr) {
        return read_schema(text, *root, source);
    }
    return read_recorded_answers(*root, source);
}

std::string write_evidence(std::uint64_t chain_id, std::span<const BlockEvidence> blocks) {
    codec::Json list = codec::Json::array();
    for (const BlockEvidence& block : blocks) {
        list.push_back(block_json(block));
    }
    codec::Json root = codec::Json::object();
    root["schema"] = schema_name;
    root["chain_id"] = std::to_string(chain_id);
    root["blocks"] = std::move(list);
    return root.dump(2) + '\n';
}

} // namespace anchorscope::chain
