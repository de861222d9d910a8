// ERC-8281: a flat object of strings; block_hash may be left out, and what is unknown is ignored.
#include "core/anchor/envelope_fields.h"

namespace anchorscope::anchor {
namespace {

constexpr std::string_view root = "envelope";

constexpr std::array<std::string_view, 10> known_fields{
    "version", "digest",       "hash_function",        "chain_id",  "contract",
    "tx_hash", "block_number", "receipt_log_position", "committer", "block_hash"};

Result<std::uint64_t> read_number(const codec::Json& object, std::string_view field) {
    const auto text = codec::string_member(object, field, root);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto value = U256::parse_decimal(*text);
    const auto small = value ? value->to_u64() : std::nullopt;
    if (!small) {
        return fail(rules::envelope_number, "must be a decimal string without leading zeros, below 2^64", {},
                    place_of(root, field));
    }
    return *small;
}

Result<crypto::HashFunction> read_hash_function(const codec::Json& object) {
    const auto text = codec::string_member(object, "hash_function", root);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto function = crypto::hash_function_named(*text);
    if (!function) {
        return fail(rules::envelope_hash_function, "must be sha2-256, keccak-256 or blake2b-256", {},
                    place_of(root, "hash_function"));
    }
    return *function;
}

} // namespace

Result<Envelope> read_erc8281(const codec::Json& object) {
    Envelope out;
    Steps steps;
    out.generation = Generation::erc8281;
    out.rule = ExtractionRule::recorded;
    steps.take([&] { return codec::string_member(object, "version", root); }, out.version);
    steps.take([&] { return read_digest(object, "digest", root, false); }, out.digest);
    steps.take([&] { return read_hash_function(object); }, out.hash_function);
    steps.take([&] { return read_number(object, "chain_id"); }, out.chain_id);
    steps.take([&] { return read_address(object, "contract", root); }, out.contract);
    steps.take([&] { return read_hash(object, "tx_hash", root); }, out.tx_hash);
    steps.take([&] { return read_number(object, "block_number"); }, out.block_number);
    steps.take([&] { return read_number(object, "receipt_log_position"); }, out.receipt_log_position);
    steps.take([&] { return read_address(object, "committer", root); }, out.committer);
    if (object.contains("block_hash")) {
        steps.take([&] { return read_hash(object, "block_hash", root); }, out.block_hash);
    }
    out.unknown_fields = unknown_members(object, known_fields);
    return std::move(steps).result(std::move(out));
}

} // namespace anchorscope::anchor
