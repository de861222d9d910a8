#include "core/chain/evidence_file.h"
#include "core/chain/json_fields.h"
#include "core/chain/limits.h"
#include "core/chain/recorded_answers.h"

namespace anchorscope::chain {
namespace {

bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }

/// A closed object: every member is one of `keys`.
void expect_only(JsonFields& in, const codec::Json& object, std::initializer_list<std::string_view> keys) {
    if (!object.is_object()) {
        return; // the first read says so
    }
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(keys, std::string_view(key)) == keys.end()) {
            in.refuse({codec::rules::json_unknown, in.path(key), {}, "not a member of this schema"});
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

/// An array of at most `max` items.
const codec::Json& bounded_array(JsonFields& in, std::string_view key, std::size_t max) {
    const codec::Json& items = in.array(key);
    if (items.size() > max) {
        in.refuse({codec::rules::json_size,
                   in.path(key),
                   {},
                   "expected at most " + std::to_string(max) + " items"});
    }
    return items;
}

template<class Value, class Decode>
std::vector<Value> read_items(JsonFields& in, std::string_view key, std::size_t max, Decode decode) {
    std::vector<Value> values;
    const codec::Json& items = bounded_array(in, key, max);
    for (const codec::Json& item : items) {
        if (!in.ok()) {
            break;
        }
        values.push_back(read_item(in, item, indexed(in.path(key), values.size()), decode));
    }
    return values;
}

Header read_header(JsonFields& in, const codec::Json& object, const std::string& place) {
    const codec::Json* header = in.take(codec::member(object, "header", place));
    return header == nullptr ? Header{} : read_item(in, *header, in.path("header"), decode_header);
}

std::vector<Bytes> read_nodes(JsonFields& in, std::string_view key) {
    return read_items<Bytes>(in, key, max_proof_nodes, [](const Bytes& node) { return Result<Bytes>(node); });
}

std::vector<std::size_t> read_positions(JsonFields& in) {
    std::vector<std::size_t> positions;
    for (const codec::Json& item : bounded_array(in, "positions", max_block_transactions)) {
        if (!in.ok()) {
            break;
        }
        if (!item.is_number_unsigned() || item.get<std::uint64_t>() >= max_block_transactions) {
            in.refuse({codec::rules::json_value,
                       indexed(in.path("positions"), positions.size()),
                       {},
                       "expected a number below " + std::to_string(max_block_transactions)});
            break;
        }
        positions.push_back(item.get<std::size_t>());
    }
    return positions;
}

Result<BlockEvidence> read_part(const codec::Json& object, const std::string& place, const Source& source) {
    JsonFields in(object, place);
    expect_only(in, object, {"header", "proofs"});
    BlockPart part;
    part.header = read_header(in, object, place);
    const codec::Json* proofs = in.take(codec::member(object, "proofs", place));
    if (!in.ok()) {
        return tl::unexpected<Error>(in.error());
    }
    JsonFields inside(*proofs, in.path("proofs"));
    expect_only(inside, *proofs, {"positions", "transactions", "receipts"});
    part.positions = read_positions(inside);
    part.transaction_nodes = read_nodes(inside, "transactions");
    part.receipt_nodes = read_nodes(inside, "receipts");
    if (!inside.ok()) {
        return tl::unexpected<Error>(inside.error());
    }
    return block_from_part(std::move(part), source).map_error([&](Error error) {
        return within(in.path("proofs"), std::move(error));
    });
}

Result<BlockEvidence> read_block(const codec::Json& object, const std::string& place, const Source& source) {
    JsonFields in(object, place);
    expect_only(in, object, {"header", "transactions", "receipts"});
    BlockEvidence block;
    block.source = source;
    block.header = read_header(in, object, place);
    block.transactions =
        read_items<Transaction>(in, "transactions", max_block_transactions, decode_transaction);
    block.receipts = read_items<Receipt>(in, "receipts", max_block_transactions, decode_receipt);
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

/// A decimal number below 2^64, as a string.
std::uint64_t read_number(JsonFields& in, std::string_view key) {
    const std::string text = in.string(key);
    const U256 value = in.ok() ? in.take(U256::parse_decimal(text), in.path(key)) : U256{};
    const std::optional<std::uint64_t> number = value.to_u64();
    if (!number) {
        in.refuse({codec::rules::json_value, in.path(key), {}, "expected a number below 2^64"});
    }
    return number.value_or(0);
}

/// From the newest header down; each must be the parent of the one before.
void read_ancestry(JsonFields& in, EvidenceFile& file) {
    std::size_t index = 0;
    for (const codec::Json& item : bounded_array(in, "ancestry", max_walk)) {
        const std::string place = indexed(in.path("ancestry"), index++);
        const Bytes rlp = in.take(lowercase_bytes(item), place);
        if (in.ok() && !file.ancestry) {
            const Header newest = in.take(decode_header(rlp), place);
            file.ancestry.emplace(newest.number, newest.hash);
        }
        if (!in.ok()) {
            return;
        }
        if (const Result<void> linked = file.ancestry->append(rlp); !linked) {
            in.refuse(within(place, linked.error()));
        }
    }
}

Result<HistoryProof> read_history_proof(const codec::Json& object, const std::string& place) {
    JsonFields in(object, place);
    expect_only(in, object, {"header", "number", "account", "storage"});
    HistoryProof history;
    history.header = read_header(in, object, place);
    history.number = read_number(in, "number");
    history.proof.account_nodes = read_nodes(in, "account");
    history.proof.storage_nodes = read_nodes(in, "storage");
    if (in.ok()) {
        static_cast<void>(in.take(history.hash(), place)); // it must prove what it is there for
    }
    return in.finish(std::move(history));
}

void read_history(JsonFields& in, EvidenceFile& file) {
    for (const codec::Json& object : bounded_array(in, "history", max_history_proofs)) {
        if (!in.ok()) {
            return;
        }
        file.history.push_back(in.take(read_history_proof(object, indexed("history", file.history.size()))));
    }
}

/// Refuses a file that is not exactly what write_evidence gives for what was read.
void expect_canonical(JsonFields& in, std::string_view text, const EvidenceFile& file) {
    const std::string canonical = write_evidence(file);
    const auto [seen, expected] = std::ranges::mismatch(text, canonical);
    if (seen != text.end() || expected != canonical.end()) {
        in.refuse({rules::evidence_schema,
                   {},
                   static_cast<std::uint64_t>(seen - text.begin()),
                   "not the canonical form of its content"});
    }
}

void read_blocks(JsonFields& in, EvidenceFile& file, const Source& source, bool with_parts) {
    for (const codec::Json& object : bounded_array(in, "blocks", max_evidence_blocks)) {
        if (!in.ok()) {
            return;
        }
        const std::string place = indexed("blocks", file.blocks.size());
        const bool part = with_parts && find_member(object, "proofs") != nullptr;
        file.blocks.push_back(
            in.take(part ? read_part(object, place, source) : read_block(object, place, source)));
    }
}

Result<EvidenceFile> read_schema(std::string_view text, const codec::Json& root, const Source& source) {
    JsonFields in(root, {});
    const std::string schema = in.string("schema");
    const bool second = schema == evidence_schemas[1];
    if (in.ok() && schema != evidence_schemas[0] && !second) {
        in.refuse({rules::evidence_schema,
                   "schema",
                   {},
                   "expected \"anchorscope.evidence/1\" or \"anchorscope.evidence/2\""});
    }
    if (second) {
        expect_only(in, root, {"schema", "chain_id", "blocks", "ancestry", "history"});
    } else {
        expect_only(in, root, {"schema", "chain_id", "blocks"});
    }
    EvidenceFile file;
    file.chain_id = read_number(in, "chain_id");
    read_blocks(in, file, source, second);
    if (second && find_member(root, "ancestry") != nullptr) {
        read_ancestry(in, file);
    }
    if (second && find_member(root, "history") != nullptr) {
        read_history(in, file);
    }
    if (in.ok()) {
        expect_canonical(in, text, file);
    }
    return in.finish(std::move(file));
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

} // namespace anchorscope::chain
