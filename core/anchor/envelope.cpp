#include "core/anchor/envelope.h"
#include "core/anchor/envelope_fields.h"
#include "core/crypto/erc55.h"
#include <cassert>

namespace anchorscope::anchor {
namespace {

/// An envelope has some ten short strings; a megabyte leaves room for any number of unknown fields.
constexpr codec::JsonLimits envelope_limits{std::size_t{1} << 20U, 32};

/// A generation, and the member that tells it.
struct Reader {
    Generation generation;
    std::string_view member, version, title;
    Result<Envelope> (*read)(const codec::Json& object);
};
constexpr std::array readers{
    Reader{Generation::ocp_1, "version", "ocp-1", "OCP proof ocp-1", read_ocp_1},
    Reader{Generation::ocp_1_0, "ocp", "1.0", "OCP envelope 1.0", read_ocp_1_0},
    Reader{Generation::erc8281, "version", "erc8281/1", "ERC-8281 envelope", read_erc8281},
};

const Reader& reader_of(Generation generation) {
    return *std::ranges::find(readers, generation, &Reader::generation);
}

constexpr std::array<std::string_view, 5> rule_names{"recorded", "evm/event-log", "evm/erc-8263",
                                                     "solana/instruction-data", "unknown"};

} // namespace

std::string_view name(Generation generation) {
    return generation == Generation::ocp_1_0 ? "ocp-1.0" : reader_of(generation).version;
}

std::string_view title(Generation generation) { return reader_of(generation).title; }

std::string_view name(ExtractionRule rule) { return rule_names[static_cast<std::size_t>(rule)]; }

Result<Envelope> read_envelope(std::string_view text) {
    const auto json = codec::parse_json(text, envelope_limits);
    if (!json) {
        return tl::unexpected(json.error());
    }
    if (!json->is_object()) {
        return fail(codec::rules::json_type, "an envelope is a JSON object", {}, "envelope");
    }
    const std::string_view member = json->contains("ocp") && !json->contains("version") ? "ocp" : "version";
    const auto version = codec::string_member(*json, member, "envelope");
    if (!version) {
        return tl::unexpected(version.error());
    }
    for (const Reader& reader : readers) {
        if (reader.member == member && reader.version == *version) {
            return reader.read(*json);
        }
    }
    return fail(rules::envelope_version,
                R"(only "version": "erc8281/1", "version": "ocp-1" and "ocp": "1.0" are read)", {},
                place_of("envelope", member));
}

std::string write_envelope(const Envelope& envelope) {
    assert(envelope.generation == Generation::erc8281 && envelope.chain_id && envelope.contract &&
           envelope.tx_hash && envelope.block_number && envelope.receipt_log_position && envelope.committer);
    codec::Json json;
    json["version"] = reader_of(Generation::erc8281).version;
    json["digest"] = envelope.digest.hex();
    json["hash_function"] = crypto::name(envelope.hash_function);
    json["chain_id"] = std::to_string(envelope.chain_id.value());
    json["contract"] = crypto::checksummed(envelope.contract.value());
    json["tx_hash"] = envelope.tx_hash.value().hex();
    json["block_number"] = std::to_string(envelope.block_number.value());
    json["receipt_log_position"] = std::to_string(envelope.receipt_log_position.value());
    json["committer"] = crypto::checksummed(envelope.committer.value());
    if (envelope.block_hash) {
        json["block_hash"] = envelope.block_hash->hex();
    }
    return json.dump(2) + "\n";
}

} // namespace anchorscope::anchor
