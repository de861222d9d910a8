#include "core/verify/l1_reference.h"
#include "core/base/u256.h"
#include <array>

namespace anchorscope::verify {
namespace {

constexpr std::size_t max_text = 2048; ///< a pasted URL
constexpr std::size_t hash_length = 2 + 64;

struct Explorer {
    std::string_view host;
    std::uint64_t chain_id;
};
constexpr std::array explorers{
    Explorer{"etherscan.io", 1},
    Explorer{"eth.blockscout.com", 1},
    Explorer{"sepolia.etherscan.io", 11155111},
    Explorer{"eth-sepolia.blockscout.com", 11155111},
    Explorer{"hoodi.etherscan.io", 560048},
    Explorer{"eth-hoodi.blockscout.com", 560048},
    Explorer{"gnosisscan.io", 100},
    Explorer{"gnosis.blockscout.com", 100},
    Explorer{"basescan.org", 8453},
    Explorer{"arbiscan.io", 42161},
};

tl::unexpected<Error> not_understood() {
    return fail(rules::reference_syntax,
                "expected a transaction hash, a block number or hash, or an explorer's URL of one");
}

std::string_view trimmed(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

/// Decimal, or hex with 0x.
std::optional<std::uint64_t> number_of(std::string_view text) {
    const auto value = text.starts_with("0x") ? U256::parse_quantity(text) : U256::parse_decimal(text);
    return value ? value->to_u64() : std::nullopt;
}

Result<L1Reference> named(std::string_view text, L1Reference::Kind of_hash) {
    L1Reference out;
    if (text.size() == hash_length) {
        const auto hash = Hash32::parse(text);
        if (!hash) {
            return not_understood();
        }
        out.kind = of_hash;
        out.hash = *hash;
        return out;
    }
    const auto number = number_of(text);
    if (of_hash == L1Reference::Kind::transaction || !number) {
        return not_understood();
    }
    out.kind = L1Reference::Kind::block_number;
    out.number = *number;
    return out;
}

/// The text up to `end`, which is removed from `rest` with it.
std::string_view take_until(std::string_view& rest, char end) {
    const std::size_t at = std::min(rest.find(end), rest.size());
    const std::string_view out = rest.substr(0, at);
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return out;
}

Result<L1Reference> from_path(std::string_view path) {
    while (!path.empty()) {
        const std::string word = lower(take_until(path, '/'));
        std::string_view rest = path;
        const std::string_view value = take_until(rest, '/');
        if (word == "tx" || word == "txs" || word == "transaction") {
            return named(value, L1Reference::Kind::transaction);
        }
        if (word == "block" || word == "blocks") {
            return named(value, L1Reference::Kind::block_hash);
        }
    }
    return not_understood();
}

} // namespace

Result<L1Reference> parse_reference(std::string_view text) {
    text = trimmed(text);
    if (text.size() > max_text) {
        return not_understood();
    }
    const std::size_t scheme_end = text.find("://");
    if (scheme_end == std::string_view::npos) {
        return named(text, L1Reference::Kind::either_hash);
    }
    const std::string scheme = lower(text.substr(0, scheme_end));
    if (scheme != "http" && scheme != "https") {
        return not_understood();
    }
    text.remove_prefix(scheme_end + 3);
    text = text.substr(0, std::min(text.find('?'), text.size()));
    text = text.substr(0, std::min(text.find('#'), text.size()));
    std::string host = lower(take_until(text, '/'));
    host = host.substr(0, host.find(':'));
    if (host.starts_with("www.")) {
        host.erase(0, 4);
    }
    auto out = from_path(text);
    const auto* const known = std::ranges::find(explorers, host, &Explorer::host);
    if (out && known != explorers.end()) {
        out->chain_id = known->chain_id;
    }
    return out;
}

} // namespace anchorscope::verify
