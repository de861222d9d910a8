#include "core/verify/walks.h"

namespace anchorscope::verify {

chain::HeaderWalk& walk_from(Evidence& evidence, std::uint64_t number, const Hash32& from) {
    const auto found = std::ranges::find_if(evidence.walks, [&](const chain::HeaderWalk& walk) {
        return walk.from() == from && walk.number() == number;
    });
    return found == evidence.walks.end() ? evidence.walks.emplace_back(number, from) : *found;
}

void walk_from_pins(const Request& request, Evidence& evidence, std::span<const chain::Header> headers) {
    std::map<Hash32, const chain::Header*> known;
    for (const chain::Header& header : headers) {
        known.emplace(header.hash, &header);
    }
    for (const Pin& pin : request.pins) {
        if (!known.contains(pin.hash)) {
            continue;
        }
        chain::HeaderWalk& walk = walk_from(evidence, pin.number, pin.hash);
        auto next = known.find(walk.next_hash());
        while (next != known.end() && walk.append(next->second->rlp)) {
            next = known.find(walk.next_hash());
        }
    }
}

} // namespace anchorscope::verify
