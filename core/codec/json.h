// Strict JSON for envelopes, evidence and endpoints' answers: UTF-8, one value, no duplicate keys, no
// comments, bounded depth, numbers kept exact (an integer that does not fit 64 bits is refused, not rounded).
#pragma once
#include "core/base/address.h"
#include "core/base/u256.h"
#include "core/codec/json_fwd.h"
#include <nlohmann/json.hpp>

namespace anchorscope::codec {

namespace rules {
inline constexpr std::string_view json_syntax = "json.syntax";
inline constexpr std::string_view json_duplicate = "json.duplicate_key";
inline constexpr std::string_view json_depth = "json.depth";
inline constexpr std::string_view json_number = "json.number"; ///< a fraction or an integer beyond 64 bits
inline constexpr std::string_view json_size = "json.size";
inline constexpr std::string_view json_missing = "json.missing"; ///< a required member is absent
inline constexpr std::string_view json_type = "json.type";       ///< another type than the field's
inline constexpr std::string_view json_value = "json.value";     ///< right type, wrong content
inline constexpr std::string_view json_unknown =
    "json.unknown"; ///< a member that a closed schema does not know
} // namespace rules

[[nodiscard]] Result<Json> parse_json(std::string_view text, const JsonLimits& limits = {});

/// A member that must be there. `place` is the path of `object`, for the error.
[[nodiscard]] Result<const Json*> member(const Json& object, std::string_view key, std::string_view place);
[[nodiscard]] Result<std::string> string_member(const Json& object, std::string_view key,
                                                std::string_view place);
[[nodiscard]] Result<Hash32> hash_member(const Json& object, std::string_view key, std::string_view place);
[[nodiscard]] Result<Address> address_member(const Json& object, std::string_view key,
                                             std::string_view place);
[[nodiscard]] Result<Bytes> bytes_member(const Json& object, std::string_view key, std::string_view place);
/// JSON-RPC quantity ("0x1c").
[[nodiscard]] Result<U256> quantity_member(const Json& object, std::string_view key, std::string_view place);
[[nodiscard]] Result<std::uint64_t> u64_member(const Json& object, std::string_view key,
                                               std::string_view place);

} // namespace anchorscope::codec
