#include "core/casefile/settings.h"
#include "core/codec/json.h"
#include "core/crypto/erc55.h"

namespace anchorscope::casefile {
namespace {

constexpr std::string_view schema_name = "anchorscope.settings/1";
constexpr std::string_view place = "settings.json";
/// Four short members.
constexpr codec::JsonLimits settings_limits{4096, 4};

std::optional<Address> address_of(const codec::Json& object, const char* key) {
    const auto text = codec::string_member(object, key, place);
    const auto address = text ? crypto::parse_checksummed(*text) : tl::unexpected(text.error());
    return address ? std::optional(*address) : std::nullopt;
}

std::optional<std::uint64_t> number_of(const codec::Json& object, const char* key) {
    const auto text = codec::string_member(object, key, place);
    const auto number = text ? U256::parse_decimal(*text) : tl::unexpected(text.error());
    return number ? number->to_u64() : std::nullopt;
}

} // namespace

Result<Settings> read_settings(std::string_view text) {
    const auto json = codec::parse_json(text, settings_limits);
    if (!json) {
        return tl::unexpected(json.error());
    }
    Settings settings;
    settings.chain_id = number_of(*json, "chain_id");
    settings.contract = address_of(*json, "contract");
    settings.manager = address_of(*json, "manager");
    if (write_settings(settings) != text) { // whatever was left out or misread is missing there
        return fail(rules::case_settings, "not the canonical form of " + std::string(schema_name));
    }
    return settings;
}

std::string write_settings(const Settings& settings) {
    codec::Json json = codec::Json::object();
    json["schema"] = schema_name;
    if (settings.chain_id) {
        json["chain_id"] = std::to_string(*settings.chain_id);
    }
    if (settings.contract) {
        json["contract"] = crypto::checksummed(*settings.contract);
    }
    if (settings.manager) {
        json["manager"] = crypto::checksummed(*settings.manager);
    }
    return json.dump(2) + '\n';
}

} // namespace anchorscope::casefile
