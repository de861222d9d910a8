// The proof "ocp-1": eight members, all required, and no others. Its hash is SHA-256, its network a name, and
// it states neither block nor committer nor the log's position.
#include "core/anchor/envelope_fields.h"

namespace anchorscope::anchor {
namespace {

constexpr std::string_view root = "envelope";

constexpr std::array<std::string_view, 8> known_fields{"version", "fileName", "hash",           "txHash",
                                                       "network", "contract", "extractionRule", "timestamp"};

/// The one rule that the generation has: the event of ERC-8281 with its second argument named otherwise.
constexpr std::string_view recorded_rule =
    "evm-event:Recorded(bytes32 indexed digest,address indexed recorder)";

struct Network {
    std::string_view name;
    std::uint64_t chain_id;
};
constexpr std::array networks{Network{"mainnet", 1}, Network{"homestead", 1}, Network{"sepolia", 11155111},
                              Network{"base", 8453}, Network{"base-sepolia", 84532}};

Result<std::string> read_text(const codec::Json& object, std::string_view field) {
    auto text = codec::string_member(object, field, root);
    if (text && text->empty()) {
        return fail(codec::rules::json_value, "must not be empty", {}, place_of(root, field));
    }
    return text;
}

std::optional<std::uint64_t> chain_of(std::string_view network) {
    const auto* const found = std::ranges::find(networks, network, &Network::name);
    return found == networks.end() ? std::nullopt : std::optional(found->chain_id);
}

} // namespace

Result<Envelope> read_ocp_1(const codec::Json& object) {
    Envelope out;
    Steps steps;
    out.generation = Generation::ocp_1;
    out.hash_function = crypto::HashFunction::sha2_256;
    std::string file_name;       // descriptive only
    std::uint64_t timestamp = 0; // the producer's, in milliseconds: evidence of nothing
    steps.take([&] { return read_text(object, "version"); }, out.version);
    steps.take([&] { return read_text(object, "fileName"); }, file_name);
    steps.take([&] { return read_digest(object, "hash", root, false); }, out.digest);
    steps.take([&] { return read_hash(object, "txHash", root); }, out.tx_hash);
    steps.take([&] { return read_text(object, "network"); }, out.network);
    out.chain_id = chain_of(out.network);
    steps.demand(out.chain_id.has_value(), rules::envelope_network,
                 "must be mainnet, homestead, sepolia, base or base-sepolia", place_of(root, "network"));
    steps.take([&] { return read_address(object, "contract", root); }, out.contract);
    steps.take([&] { return read_text(object, "extractionRule"); }, out.rule_id);
    steps.take([&] { return codec::u64_member(object, "timestamp", root); }, timestamp);
    out.rule = out.rule_id == recorded_rule ? ExtractionRule::recorded : ExtractionRule::unknown;
    const auto unknown = unknown_members(object, known_fields);
    steps.demand(unknown.empty(), codec::rules::json_unknown, "ocp-1 has no such member",
                 place_of(root, unknown.empty() ? std::string_view() : unknown.front()));
    return std::move(steps).result(std::move(out));
}

} // namespace anchorscope::anchor
