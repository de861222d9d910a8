#include "core/table/own_domain.h"
#include "core/table/call_message.h"

namespace anchorscope::table {
namespace {

/// Ids tried at once: enough lanes for hash_many, few enough to stop early, for most ids are small.
constexpr std::uint64_t ids_at_once = 32;

CallMessage message_to(std::uint64_t id, const IncomingCall& incoming) {
    return {id, incoming.destination, incoming.value, incoming.data, incoming.source, incoming.source_rollup};
}

/// The id in [first, end) that gives the hash, or `end`.
std::uint64_t find_between(std::uint64_t first, std::uint64_t end, const IncomingCall& incoming,
                           const Hash32& entry_hash) {
    std::vector<CallMessage> tries;
    tries.reserve(static_cast<std::size_t>(end - first));
    crypto::MessageList messages;
    for (std::uint64_t id = first; id < end; ++id) {
        tries.push_back(message_to(id, incoming));
        tries.back().add_to(messages);
    }
    std::vector<Hash32> hashes(tries.size());
    crypto::hash_many(crypto::HashFunction::keccak_256, messages, hashes);
    return first + static_cast<std::uint64_t>(std::ranges::find(hashes, entry_hash) - hashes.begin());
}

} // namespace

Domain recover_own_domain(const IncomingCall& incoming, const Hash32& entry_hash) {
    const std::uint64_t affordable = max_domain_search_bytes / message_to(0, incoming).length();
    const std::uint64_t last = std::clamp<std::uint64_t>(affordable, 1, max_domain_search - 1);
    for (std::uint64_t first = 1; first <= last; first += ids_at_once) {
        const std::uint64_t end = std::min(first + ids_at_once, last + 1);
        const std::uint64_t found = find_between(first, end, incoming, entry_hash);
        if (found < end) {
            return Domain{found};
        }
    }
    return Domain{};
}

} // namespace anchorscope::table
