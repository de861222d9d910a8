// The envelope "ocp": "1.0": nested objects, a CAIP-2 chain id, digest without 0x, and a named extraction
// rule. It states no contract. Chains that are no EVM chains are read, to say why they cannot be checked
// here.
#include "core/anchor/envelope_fields.h"

namespace anchorscope::anchor {
namespace {

using codec::Json;

constexpr std::string_view root = "envelope";
constexpr std::string_view evm_prefix = "evm/";
constexpr std::string_view caip2_evm = "eip155";

constexpr std::array<std::string_view, 6> root_fields{"ocp",        "chain",      "commitment",
                                                      "ledger_ref", "extraction", "meta"};
constexpr std::array<std::string_view, 2> chain_fields{"id", "namespace"};
constexpr std::array<std::string_view, 3> commitment_fields{"digest", "hash_function", "serialization"};
constexpr std::array<std::string_view, 4> ledger_fields{"transaction_id", "block_height", "block_hash",
                                                        "finality"};
constexpr std::array<std::string_view, 2> extraction_fields{"rule_id", "rule_version"};
constexpr std::array<std::string_view, 3> finality_fields{"depth", "assertion_time_utc", "commitment"};

/// CAIP-2: a namespace of 3 to 8 characters of [-a-z0-9], a colon, a reference of 1 to 32 of [-_a-zA-Z0-9].
struct Caip2 {
    std::string_view space, reference;
};
std::optional<Caip2> caip2(std::string_view id) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const std::size_t colon = id.find(':');
    if (colon == std::string_view::npos) {
        return {};
    }
    const Caip2 out{id.substr(0, colon), id.substr(colon + 1)};
    const bool sizes = out.space.size() >= 3 && out.space.size() <= 8 && !out.reference.empty() &&
                       out.reference.size() <= 32;
    const bool space =
        std::ranges::all_of(out.space, [&](char c) { return c == '-' || digit(c) || lower(c); });
    const bool reference = std::ranges::all_of(
        out.reference, [&](char c) { return c == '-' || c == '_' || digit(c) || lower(c) || upper(c); });
    return sizes && space && reference ? std::optional(out) : std::nullopt;
}

/// The one hash function and the one serialization of this generation.
Result<std::string> read_only(const Json& object, std::string_view field, std::string_view parent,
                              std::string_view only, std::string_view rule) {
    auto text = codec::string_member(object, field, parent);
    if (text && *text != only) {
        return fail(rule, std::string("must be ").append(only), {}, place_of(parent, field));
    }
    return text;
}

Result<const Json*> read_object(const Json& object, std::string_view field) {
    auto out = codec::member(object, field, root);
    if (out && !(*out)->is_object()) {
        return fail(codec::rules::json_type, "must be an object", {}, place_of(root, field));
    }
    return out;
}

Result<ClaimedFinality> read_finality(const Json& ledger) {
    const std::string place = place_of(root, "ledger_ref.finality");
    const auto object = codec::member(ledger, "finality", place_of(root, "ledger_ref"));
    if (!object) {
        return tl::unexpected(object.error());
    }
    const auto depth = codec::u64_member(**object, "depth", place);
    auto time = codec::string_member(**object, "assertion_time_utc", place);
    if (!depth || !time) {
        return tl::unexpected(!depth ? depth.error() : time.error());
    }
    ClaimedFinality out{*depth, std::move(*time), {}};
    if ((*object)->contains("commitment")) {
        auto level = codec::string_member(**object, "commitment", place);
        if (!level) {
            return tl::unexpected(level.error());
        }
        out.commitment = std::move(*level);
    }
    return out;
}

ExtractionRule rule_of(std::string_view id, std::string_view version) {
    if (version != "1.0.0") { // of a rule, nothing but the version that is known
        return ExtractionRule::unknown;
    }
    for (const ExtractionRule rule :
         {ExtractionRule::event_log, ExtractionRule::anchor_proof, ExtractionRule::solana_instruction}) {
        if (id == name(rule)) {
            return rule;
        }
    }
    return ExtractionRule::unknown;
}

/// "solana" of "solana/instruction-data".
std::string_view space_of(std::string_view rule_id) { return rule_id.substr(0, rule_id.find('/')); }

void read_chain(const Json& object, Steps& steps, Envelope& out) {
    const std::string place = place_of(root, "chain");
    std::string space;
    steps.take([&] { return codec::string_member(object, "id", place); }, out.network);
    steps.take([&] { return codec::string_member(object, "namespace", place); }, space);
    const auto id = caip2(out.network);
    steps.demand(id.has_value(), rules::envelope_chain, "must be a CAIP-2 chain id like eip155:1",
                 place_of(place, "id"));
    if (steps.failed()) {
        return;
    }
    if (id->space != caip2_evm) {
        steps.demand(space == id->space, rules::envelope_chain, "must be the namespace of the chain's id",
                     place_of(place, "namespace"));
        return;
    }
    steps.demand(space == "evm" || space == caip2_evm, rules::envelope_chain, "must be evm for this chain id",
                 place_of(place, "namespace"));
    const auto number = U256::parse_decimal(id->reference);
    out.chain_id = number ? number->to_u64() : std::nullopt;
    steps.demand(out.chain_id.has_value(), rules::envelope_number,
                 "the reference of an eip155 chain must be a decimal number below 2^64",
                 place_of(place, "id"));
}

void read_commitment(const Json& object, Steps& steps, Envelope& out) {
    const std::string place = place_of(root, "commitment");
    std::string fixed;
    out.hash_function = crypto::HashFunction::sha2_256;
    steps.take([&] { return read_digest(object, "digest", place, true); }, out.digest);
    steps.take(
        [&] {
            return read_only(object, "hash_function", place, crypto::name(out.hash_function),
                             rules::envelope_hash_function);
        },
        fixed);
    steps.take(
        [&] { return read_only(object, "serialization", place, "raw-bytes", rules::envelope_serialization); },
        fixed);
}

void read_ledger(const Json& object, Steps& steps, Envelope& out) {
    const std::string place = place_of(root, "ledger_ref");
    steps.take([&] { return codec::u64_member(object, "block_height", place); }, out.block_number);
    steps.take([&] { return read_finality(object); }, out.finality);
    if (out.chain_id) {
        steps.take([&] { return read_hash(object, "transaction_id", place); }, out.tx_hash);
        steps.take([&] { return read_hash(object, "block_hash", place); }, out.block_hash);
        return;
    }
    std::string block; // of another kind of chain: it may be empty
    steps.take([&] { return codec::string_member(object, "transaction_id", place); }, out.transaction_id);
    steps.take([&] { return codec::string_member(object, "block_hash", place); }, block);
}

void read_extraction(const Json& object, Steps& steps, Envelope& out) {
    const std::string place = place_of(root, "extraction");
    std::string version;
    steps.take([&] { return codec::string_member(object, "rule_id", place); }, out.rule_id);
    steps.take([&] { return codec::string_member(object, "rule_version", place); }, version);
    const bool evm_rule = out.rule_id.starts_with(evm_prefix);
    const bool other_rule = out.rule_id == name(ExtractionRule::solana_instruction);
    steps.demand(!evm_rule || out.chain_id, rules::envelope_rule, "an evm rule reads no other kind of chain",
                 place_of(place, "rule_id"));
    steps.demand(!other_rule || space_of(out.rule_id) == out.network.substr(0, out.network.find(':')),
                 rules::envelope_rule, "the rule reads another kind of chain", place_of(place, "rule_id"));
    out.rule = rule_of(out.rule_id, version);
    out.rule_id.append(" ").append(version);
}

void note_unknown(const Json& object, std::span<const std::string_view> known, std::string_view prefix,
                  Envelope& out) {
    const auto names = unknown_members(object, known, prefix);
    out.unknown_fields.insert(out.unknown_fields.end(), names.begin(), names.end());
}

} // namespace

Result<Envelope> read_ocp_1_0(const Json& object) {
    Envelope out;
    Steps steps;
    out.generation = Generation::ocp_1_0;
    const Json* chain = nullptr;
    const Json* commitment = nullptr;
    const Json* ledger = nullptr;
    const Json* extraction = nullptr;
    const Json* meta = nullptr; // when it was written and by which version: evidence of nothing
    steps.take([&] { return codec::string_member(object, "ocp", root); }, out.version);
    steps.take([&] { return read_object(object, "chain"); }, chain);
    steps.take([&] { return read_object(object, "commitment"); }, commitment);
    steps.take([&] { return read_object(object, "ledger_ref"); }, ledger);
    steps.take([&] { return read_object(object, "extraction"); }, extraction);
    steps.take([&] { return read_object(object, "meta"); }, meta);
    if (!steps.failed()) {
        read_chain(*chain, steps, out);
        read_commitment(*commitment, steps, out);
        read_ledger(*ledger, steps, out);
        read_extraction(*extraction, steps, out);
    }
    if (!steps.failed()) {
        note_unknown(object, root_fields, {}, out);
        note_unknown(*chain, chain_fields, "chain.", out);
        note_unknown(*commitment, commitment_fields, "commitment.", out);
        note_unknown(*ledger, ledger_fields, "ledger_ref.", out);
        note_unknown((*ledger)["finality"], finality_fields, "ledger_ref.finality.", out);
        note_unknown(*extraction, extraction_fields, "extraction.", out);
    }
    return std::move(steps).result(std::move(out));
}

} // namespace anchorscope::anchor
