#include "core/anchor/anchor_event.h"
#include "core/anchor/anchor_kinds.h"
#include "core/crypto/hash_function.h"

namespace anchorscope::anchor {
namespace {

/// A parameter that is declared, or none: the registry's own spelling is checked by the tests.
std::optional<Hash32> word_of(const std::vector<EventField>& fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &EventField::name);
    return found == fields.end() ? std::nullopt : found->word;
}

/// Where the digest would stand in a log that is malformed.
std::optional<Hash32> misplaced_digest(const AnchorEventKind& kind, const chain::Log& log) {
    const EventLayout& layout = kind.layouts.front();
    const auto index = layout.parameter(kind.digest);
    if (!index) {
        return {};
    }
    const EventParameter& parameter = layout.parameters()[*index];
    if (parameter.indexed) {
        return parameter.place < log.topics.size() ? std::optional(log.topics[parameter.place])
                                                   : std::nullopt;
    }
    const ByteView word = slice(log.data, {32 * parameter.place, 32});
    return word.size() == 32 ? std::optional(Hash32::from(word)) : std::nullopt;
}

std::vector<AnchorEventKind> made_ready() {
    std::vector<AnchorEventKind> out;
    for (const KindEntry& entry : kind_entries()) {
        AnchorEventKind kind;
        kind.id = entry.id;
        kind.proves = entry.proves;
        kind.limits = entry.limits;
        kind.conformant = entry.conformant;
        kind.of_manager = entry.of_manager;
        kind.digest = entry.digest;
        kind.account = entry.account;
        kind.declaration = entry.declaration;
        kind.layouts.push_back(EventLayout::parse(entry.declaration).value());
        if (!entry.older.empty()) {
            kind.layouts.push_back(EventLayout::parse(entry.older).value());
        }
        kind.signature = kind.layouts.front().signature();
        out.push_back(std::move(kind));
    }
    return out;
}

// ERC-8281's deployments (PROTOCOL 2).
constexpr Address mainnet_contract{{0x71, 0x86, 0x59, 0x9d, 0x6e, 0xb5, 0x09, 0x05, 0xec, 0xd3,
                                    0x43, 0x46, 0xe7, 0x05, 0xe4, 0xc9, 0x38, 0x71, 0x14, 0x3b}};
constexpr Address arbitrum_contract{{0x65, 0x88, 0x4e, 0x7d, 0xb1, 0xe5, 0x7c, 0xa2, 0xae, 0xf0,
                                     0xd6, 0x6e, 0xfc, 0xff, 0x9c, 0x73, 0x86, 0x84, 0xb0, 0x2a}};
constexpr std::array contracts{
    KnownContract{1, mainnet_contract, "ERC-8281 on Ethereum"},
    KnownContract{42161, arbitrum_contract, "ERC-8281 on Arbitrum One"},
};

} // namespace

std::span<const AnchorEventKind> anchor_event_kinds() {
    static const std::vector<AnchorEventKind> all = made_ready();
    return all;
}

const AnchorEventKind* anchor_event_kind(std::string_view id) {
    const auto kinds = anchor_event_kinds();
    const auto found = std::ranges::find(kinds, id, &AnchorEventKind::id);
    return found == kinds.end() ? nullptr : &*found;
}

Hash32 topic0(const AnchorEventKind& kind) { return kind.layouts.front().topic0(); }

std::optional<ReadEvent> read_anchor_event(const chain::Log& log) {
    const auto kinds = anchor_event_kinds();
    const auto kind = log.topics.empty() ? kinds.end() : std::ranges::find(kinds, log.topics[0], topic0);
    if (kind == kinds.end()) {
        return {};
    }
    ReadEvent out;
    out.kind = &*kind;
    for (const EventLayout& layout : kind->layouts) {
        auto fields = layout.decode(log);
        if (fields) {
            out.fields = *std::move(fields);
            out.digest = word_of(out.fields, kind->digest);
            if (const auto account = word_of(out.fields, kind->account)) {
                out.account = Address::from_word(*account);
            }
            out.flaw.clear();
            return out;
        }
        out.flaw = out.flaw.empty() ? fields.error().text : out.flaw;
    }
    out.digest = misplaced_digest(*kind, log);
    return out;
}

Result<RecordedAnchor> decode_recorded(const chain::Log& log) {
    static const Hash32 recorded = topic0(anchor_event_kinds().front());
    if (log.topics.empty() || log.topics[0] != recorded) {
        return fail(rules::anchor_topic0, "not the event Recorded(bytes32,address)");
    }
    if (log.topics.size() != 3) {
        return fail(rules::anchor_topic_count,
                    "Recorded(bytes32,address) has exactly three topics, this log has " +
                        std::to_string(log.topics.size()));
    }
    const auto committer = Address::from_word(log.topics[2]);
    if (!committer) {
        return fail(rules::anchor_dirty_topic, "the upper 12 bytes of the committer's topic must be zero");
    }
    if (!log.data.empty()) {
        return fail(rules::anchor_data, "Recorded(bytes32,address) has no data, this log has " +
                                            std::to_string(log.data.size()) + " bytes");
    }
    return RecordedAnchor{log.topics[1], *committer};
}

const KnownContract* known_contract(std::uint64_t chain_id, const Address& address) {
    const auto found = std::ranges::find_if(contracts, [&](const KnownContract& contract) {
        return contract.chain_id == chain_id && contract.address == address;
    });
    return found == contracts.end() ? nullptr : &*found;
}

std::vector<KnownContract> known_contracts() { return {contracts.begin(), contracts.end()}; }

} // namespace anchorscope::anchor
