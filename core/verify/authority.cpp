#include "core/verify/authority.h"
#include "core/verify/rules.h"
#include "core/verify/wording.h"

namespace anchorscope::verify {
namespace {

using Voucher = Authority::Voucher;

/// DESIGN: a quorum is at least two endpoints on different hosts.
constexpr std::size_t smallest_quorum = 2;

std::string block_name(const chain::Header& header) { return "block " + std::to_string(header.number); }

/// The votes of the endpoints that the user has not declared trusted, one a host.
struct Poll {
    std::set<std::string> named, agree, differ;
    std::vector<std::string> agreeing, differing; // as named, for the user
};

Poll poll_of(const Evidence& evidence, std::optional<std::uint64_t> chain, const chain::Header& header) {
    Poll poll;
    for (const EndpointState& endpoint : evidence.endpoints) {
        const std::string host = host_of(endpoint.name);
        poll.named.insert(host);
        const Vote vote = vote_of(endpoint, chain, header);
        if (vote == Vote::agrees && poll.agree.insert(host).second) {
            poll.agreeing.push_back(endpoint.name);
        }
        if (vote == Vote::differs && poll.differ.insert(host).second) {
            poll.differing.push_back(endpoint.name);
        }
    }
    for (const std::string& host : poll.differ) { // a host that says both does not agree
        poll.agree.erase(host);
    }
    std::erase_if(poll.agreeing,
                  [&poll](const std::string& name) { return !poll.agree.contains(host_of(name)); });
    return poll;
}

Authority failure(std::string_view rule, std::string detail, std::string expected,
                  const chain::Header& header) {
    Authority out;
    out.state = RungState::failed;
    out.rule = rule;
    out.detail = std::move(detail);
    out.expected = std::move(expected);
    out.actual = header.hash.hex();
    return out;
}

Authority vouched(Voucher voucher, std::vector<std::string> sources, std::string detail) {
    Authority out;
    out.state = RungState::passed;
    out.voucher = voucher;
    out.sources = std::move(sources);
    out.detail = std::move(detail);
    return out;
}

Authority open(RungState state, std::string_view rule, std::string detail) {
    Authority out;
    out.state = state;
    out.rule = rule;
    out.detail = std::move(detail);
    return out;
}

/// By the pin itself, or through headers.
std::optional<PinnedHash> walked_hash(const Pin& pin, const Evidence& evidence,
                                      std::optional<std::uint64_t> chain, std::uint64_t number) {
    if (pin_applies(pin, chain, number)) {
        return PinnedHash{pin.hash, pin.label};
    }
    if (!pin_applies(pin, chain, pin.number) || pin.number < number) {
        return {};
    }
    for (const chain::HeaderWalk& walk : evidence.walks) {
        const bool from_pin = walk.from() == pin.hash && walk.number() == pin.number;
        if (const auto hash = from_pin ? walk.hash_at(number) : std::nullopt) {
            return PinnedHash{*hash, cat({pin.label, ", by block ", std::to_string(pin.number), " through ",
                                          counted(pin.number - number, "header", "headers")})};
        }
    }
    return {};
}

std::string pin_contradicts(const Pin& pin, const PinnedHash& pinned, const chain::Header& header) {
    if (pin.number != header.number) {
        return cat({"The headers from the pinned block ", std::to_string(pin.number),
                    " lead to another block than this one at height ", std::to_string(header.number), " (",
                    pinned.label, ")."});
    }
    return cat({"The pin for ", block_name(header), " (", pin.label, ") is another hash",
                pin.chain_id ? "." : "; if it is meant for another chain, pin CHAIN:NUMBER:HASH."});
}

std::optional<Authority> by_pin(const Request& request, const Evidence& evidence,
                                std::optional<std::uint64_t> chain, const chain::Header& header) {
    std::vector<std::string> labels;
    for (const Pin& pin : request.pins) {
        const auto pinned = pinned_hash(pin, evidence, chain, header.number);
        if (!pinned) {
            continue;
        }
        if (pinned->hash != header.hash) {
            return failure(rules::block_pin, pin_contradicts(pin, *pinned, header), pinned->hash.hex(),
                           header);
        }
        if (std::ranges::find(labels, pinned->label) == labels.end()) {
            labels.push_back(pinned->label);
        }
    }
    if (labels.empty()) {
        return {};
    }
    std::string detail = cat({"The hash of ", block_name(header), " is pinned: ", listed(labels), "."});
    return vouched(Voucher::pin, std::move(labels), std::move(detail));
}

std::optional<Authority> by_own_node(const Evidence& evidence, std::optional<std::uint64_t> chain,
                                     const chain::Header& header) {
    std::vector<std::string> agreeing;
    for (const EndpointState& endpoint : evidence.endpoints) {
        const Vote vote = endpoint.trusted ? vote_of(endpoint, chain, header) : Vote::silent;
        if (vote == Vote::differs) {
            return failure(rules::block_not_canonical,
                           cat({"Your node ", endpoint.name, " has another block at that height: ",
                                block_name(header), " is not on its chain."}),
                           endpoint.canonical.at(header.number)->hex(), header);
        }
        if (vote == Vote::agrees) {
            agreeing.push_back(endpoint.name);
        }
    }
    if (agreeing.empty()) {
        return {};
    }
    std::string detail = cat(
        {"Your node ", listed(agreeing), " has this hash at height ", std::to_string(header.number), "."});
    return vouched(Voucher::trusted, std::move(agreeing), std::move(detail));
}

/// Loopback has many spellings (RFC 6761, section 6.3; RFC 5735; RFC 4291): all of them are one host.
bool is_this_machine(std::string_view host) {
    return host == "localhost" || host.ends_with(".localhost") || host.starts_with("127.") ||
           host == "[::1" || host == "[0:0:0:0:0:0:0:1" || host.starts_with("[::ffff:127.") ||
           host == "0.0.0.0";
}

Hash32 first_dissent(const Evidence& evidence, std::optional<std::uint64_t> chain,
                     const chain::Header& header) {
    for (const EndpointState& endpoint : evidence.endpoints) {
        if (vote_of(endpoint, chain, header) == Vote::differs) {
            return *endpoint.canonical.at(header.number);
        }
    }
    return {};
}

std::string dissent_words(const Poll& poll) {
    return poll.differing.empty()
               ? std::string()
               : cat({" ", listed(poll.differing), poll.differing.size() == 1 ? " has" : " have",
                      " another block at that height."});
}

/// The largest number of hosts that name one and the same other block.
std::size_t largest_dissent(const Evidence& evidence, std::optional<std::uint64_t> chain,
                            const chain::Header& header) {
    std::map<Hash32, std::set<std::string>> hosts;
    std::size_t largest = 0;
    for (const EndpointState& endpoint : evidence.endpoints) {
        if (vote_of(endpoint, chain, header) == Vote::differs) {
            auto& same = hosts[*endpoint.canonical.at(header.number)];
            same.insert(host_of(endpoint.name));
            largest = std::max(largest, same.size());
        }
    }
    return largest;
}

Authority minority(const Poll& poll, std::size_t needed) {
    Authority out;
    out.state = RungState::not_checked;
    out.sources = poll.agreeing;
    if (poll.agree.size() == 1) {
        out.voucher = Voucher::single;
        out.rule = rules::block_only_one;
        out.detail = cat({"Only ", poll.agreeing.front(), " says so."});
    } else {
        out.rule = rules::block_no_quorum;
        out.detail =
            cat({std::to_string(poll.agree.size()), " of ", counted(poll.named.size(), "host", "hosts"),
                 " agree, ", std::to_string(needed), " are needed."});
    }
    out.detail += dissent_words(poll);
    return out;
}

Authority by_quorum(const Request& request, const Evidence& evidence, std::optional<std::uint64_t> chain,
                    const chain::Header& header) {
    const Poll poll = poll_of(evidence, chain, header);
    const std::size_t needed = std::max(request.quorum.value_or(poll.named.size()), smallest_quorum);
    const bool outvoted = request.quorum ? poll.differ.size() >= poll.agree.size() : !poll.differ.empty();
    if (poll.agree.size() >= needed && !outvoted) {
        return vouched(Voucher::quorum, poll.agreeing,
                       cat({counted(poll.agree.size(), "endpoint", "endpoints"),
                            " on different hosts agree: ", listed(poll.agreeing), ".", dissent_words(poll)}));
    }
    const bool other_quorum = request.quorum && largest_dissent(evidence, chain, header) >= needed;
    if (!poll.agree.empty() && (!other_quorum || poll.agree.size() >= needed)) {
        return minority(poll, needed);
    }
    if (poll.differ.size() >= smallest_quorum) {
        return failure(rules::block_not_canonical,
                       cat({listed(poll.differing), " have another block at that height: ",
                            block_name(header), " is not on their chain."}),
                       first_dissent(evidence, chain, header).hex(), header);
    }
    if (!poll.differ.empty()) {
        return open(
            RungState::not_checked, rules::block_only_one,
            cat({poll.differing.front(), " has another block at that height, and nobody else was asked."}));
    }
    return evidence.endpoints.empty() ? open(RungState::cannot_check, rules::block_no_authority,
                                             cat({"Nobody vouches for the hash of ", block_name(header),
                                                  ": there is no pin, and no endpoint was asked."}))
                                      : open(RungState::not_checked, rules::block_no_authority,
                                             cat({"No endpoint has said which block stands at height ",
                                                  std::to_string(header.number), "."}));
}

} // namespace

Basis Authority::basis() const {
    if (voucher == Voucher::nobody) {
        return {};
    }
    return {voucher == Voucher::pin ? BasisKind::pinned : BasisKind::endpoint, sources};
}

Vote vote_of(const EndpointState& endpoint, std::optional<std::uint64_t> chain, const chain::Header& header) {
    const auto answer = endpoint.canonical.find(header.number);
    if (!endpoint.chain_id || answer == endpoint.canonical.end()) {
        return Vote::silent;
    }
    if (chain && *endpoint.chain_id != *chain) {
        return Vote::other_chain;
    }
    if (!answer->second) {
        return Vote::absent;
    }
    return *answer->second == header.hash ? Vote::agrees : Vote::differs;
}

std::string host_of(std::string_view endpoint_name) {
    if (const std::size_t scheme = endpoint_name.find("://"); scheme != std::string_view::npos) {
        endpoint_name.remove_prefix(scheme + 3);
    }
    endpoint_name = endpoint_name.substr(0, endpoint_name.find_first_of("/?#"));
    if (const std::size_t user = endpoint_name.rfind('@'); user != std::string_view::npos) {
        endpoint_name.remove_prefix(user + 1);
    }
    const bool bracketed = endpoint_name.starts_with('['); // [2001:db8::1]:8545
    const std::size_t end = bracketed ? endpoint_name.find(']') : endpoint_name.find(':');
    std::string host(endpoint_name.substr(0, end));
    for (char& letter : host) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    while (host.ends_with('.')) {
        host.pop_back();
    }
    return is_this_machine(host) ? std::string("localhost") : host;
}

bool pin_applies(const Pin& pin, std::optional<std::uint64_t> chain, std::uint64_t number) {
    return pin.number == number && (!pin.chain_id || !chain || *pin.chain_id == *chain);
}

std::optional<PinnedHash> pinned_hash(const Pin& pin, const Evidence& evidence,
                                      std::optional<std::uint64_t> chain, std::uint64_t number) {
    if (auto walked = walked_hash(pin, evidence, chain, number)) {
        return walked;
    }
    for (const chain::HistoryProof& proof : evidence.history) {
        const auto later =
            proof.number == number ? walked_hash(pin, evidence, chain, proof.header.number) : std::nullopt;
        const auto hash = later && later->hash == proof.header.hash
                              ? std::optional(proof.hash())
                              : std::nullopt; // proven anew: what is kept is no more than a claim
        if (hash && *hash) {
            return PinnedHash{
                **hash, cat({later->label, ", by the state of block ", std::to_string(proof.header.number)})};
        }
    }
    return {};
}

Authority authority_of(const Request& request, const Evidence& evidence, std::optional<std::uint64_t> chain,
                       const chain::Header& header) {
    Authority out;
    if (auto pinned = by_pin(request, evidence, chain, header)) {
        out = *std::move(pinned);
    } else if (auto own = by_own_node(evidence, chain, header)) {
        out = *std::move(own);
    } else {
        out = by_quorum(request, evidence, chain, header);
    }
    Poll poll = poll_of(evidence, chain, header);
    out.dissenting = std::move(poll.differing);
    out.asked = poll.named.size();
    return out;
}

} // namespace anchorscope::verify
