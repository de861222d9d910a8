#include "core/codec/abi_signature.h"
#include "core/crypto/hash_function.h"

namespace anchorscope::codec {
namespace {

constexpr std::size_t max_name = 256;

constexpr bool is_name_char(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

} // namespace

AbiSelector AbiSignature::selector() const {
    const Hash32 hash = crypto::keccak256(bytes_of(text()));
    AbiSelector out{};
    std::copy_n(hash.bytes.begin(), out.size(), out.begin());
    return out;
}

Result<AbiSignature> parse_signature(std::string_view declaration, AbiItemKind kind) {
    const std::size_t open = std::min(declaration.find('('), declaration.size());
    const std::string_view name = declaration.substr(0, open);
    const bool named = !name.empty() && name.size() <= max_name && (name[0] < '0' || name[0] > '9') &&
                       std::ranges::all_of(name, is_name_char);
    if (!named || open == declaration.size()) {
        return fail(rules::abi_declaration, "expected a name and its parameters in parentheses", 0);
    }
    Result<AbiType> inputs = AbiType::parse(declaration.substr(open));
    if (!inputs) {
        return tl::unexpected(inputs.error());
    }
    const AbiTypeNode& root = inputs->node(inputs->root());
    if (root.kind != AbiKind::tuple || !root.name.empty()) {
        return fail(rules::abi_declaration, "expected nothing behind the parameters", open);
    }
    return AbiSignature{kind, std::string(name), *std::move(inputs)};
}

} // namespace anchorscope::codec
