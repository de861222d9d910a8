#include "core/anchor/envelope.h"
#include "core/codec/json.h"
#include "core/crypto/erc55.h"
#include <array>

namespace anchorscope::anchor {
namespace {

constexpr std::string_view supported_version = "erc8281/1";

/// An envelope has ten short strings; a megabyte leaves room for any number of unknown fields.
constexpr codec::JsonLimits envelope_limits{std::size_t{1} << 20U, 32};

constexpr std::array<std::string_view, 10> known_fields{
    "version", "digest",       "hash_function",        "chain_id",  "contract",
    "tx_hash", "block_number", "receipt_log_position", "committer", "block_hash"};

std::string place_of(std::string_view field) { return std::string("envelope.").append(field); }

/// 0x and 64 lowercase digits (ERC-8281 demands lower case of the digest).
Result<Hash32> read_digest(const codec::Json& object) {
    const auto text = codec::string_member(object, "digest", "envelope");
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto value = Hash32::parse(*text);
    if (!value || value->hex() != *text) {
        return fail(rules::envelope_digest, "must be 0x and 64 lowercase hex digits", {}, place_of("digest"));
    }
    return *value;
}

/// The prefix of hex text, in lower case only: 0X is no spelling that ERC-8281 knows.
bool has_prefix(std::string_view text) { return text.starts_with("0x"); }

Result<Hash32> read_hash(const codec::Json& object, std::string_view field) {
    const auto text = codec::string_member(object, field, "envelope");
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto value = Hash32::parse(*text);
    if (!value || !has_prefix(*text)) {
        return fail(rules::envelope_hash, "must be 0x and 64 hex digits", {}, place_of(field));
    }
    return *value;
}

Result<std::uint64_t> read_number(const codec::Json& object, std::string_view field) {
    const auto text = codec::string_member(object, field, "envelope");
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto value = U256::parse_decimal(*text);
    const auto small = value ? value->to_u64() : std::nullopt;
    if (!small) {
        return fail(rules::envelope_number, "must be a decimal string without leading zeros, below 2^64", {},
                    place_of(field));
    }
    return *small;
}

Result<Address> read_address(const codec::Json& object, std::string_view field) {
    const auto text = codec::string_member(object, field, "envelope");
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto value = crypto::parse_checksummed(*text);
    if (!value || !has_prefix(*text)) {
        return fail(rules::envelope_address,
                    "must be an address with a correct ERC-55 checksum: " +
                        (value ? std::string("0x expected in front") : value.error().text),
                    {}, place_of(field));
    }
    return *value;
}

Result<crypto::HashFunction> read_hash_function(const codec::Json& object) {
    const auto text = codec::string_member(object, "hash_function", "envelope");
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto function = crypto::hash_function_named(*text);
    if (!function) {
        return fail(rules::envelope_hash_function, "must be sha2-256, keccak-256 or blake2b-256", {},
                    place_of("hash_function"));
    }
    return *function;
}

Result<std::string> read_version(const codec::Json& object) {
    if (!object.is_object()) {
        return fail(codec::rules::json_type, "an envelope is a JSON object", {}, "envelope");
    }
    auto version = codec::string_member(object, "version", "envelope");
    if (version && *version != supported_version) {
        return fail(rules::envelope_version, "only erc8281/1 is read", {}, place_of("version"));
    }
    return version;
}

/// Stores a value that was read; passes an error on.
template<class T, class U>
Result<void> store(Result<T> from, U& to) {
    if (!from) {
        return tl::unexpected(std::move(from.error()));
    }
    to = std::move(*from);
    return {};
}

} // namespace

Result<Envelope> read_envelope(std::string_view text) {
    const auto json = codec::parse_json(text, envelope_limits);
    if (!json) {
        return tl::unexpected(json.error());
    }
    Envelope envelope;
    Result<void> step = store(read_version(*json), envelope.version);
    const auto then = [&step](auto read, auto& to) {
        if (step) {
            step = store(read(), to);
        }
    };
    then([&] { return read_digest(*json); }, envelope.digest);
    then([&] { return read_hash_function(*json); }, envelope.hash_function);
    then([&] { return read_number(*json, "chain_id"); }, envelope.chain_id);
    then([&] { return read_address(*json, "contract"); }, envelope.contract);
    then([&] { return read_hash(*json, "tx_hash"); }, envelope.tx_hash);
    then([&] { return read_number(*json, "block_number"); }, envelope.block_number);
    then([&] { return read_number(*json, "receipt_log_position"); }, envelope.receipt_log_position);
    then([&] { return read_address(*json, "committer"); }, envelope.committer);
    if (step && json->contains("block_hash")) {
        then([&] { return read_hash(*json, "block_hash"); }, envelope.block_hash);
    }
    if (!step) {
        return tl::unexpected(step.error());
    }
    for (const auto& [key, value] : json->items()) {
        if (std::ranges::find(known_fields, key) == known_fields.end()) {
            envelope.unknown_fields.push_back(key);
        }
    }
    return envelope;
}

std::string write_envelope(const Envelope& envelope) {
    codec::Json json;
    json["version"] = supported_version;
    json["digest"] = envelope.digest.hex();
    json["hash_function"] = crypto::name(envelope.hash_function);
    json["chain_id"] = std::to_string(envelope.chain_id);
    json["contract"] = crypto::checksummed(envelope.contract);
    json["tx_hash"] = envelope.tx_hash.hex();
    json["block_number"] = std::to_string(envelope.block_number);
    json["receipt_log_position"] = std::to_string(envelope.receipt_log_position);
    json["committer"] = crypto::checksummed(envelope.committer);
    if (envelope.block_hash) {
        json["block_hash"] = envelope.block_hash->hex();
    }
    return json.dump(2) + "\n";
}

} // namespace anchorscope::anchor
