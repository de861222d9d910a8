#include "core/verify/dissent.h"

namespace anchorscope::verify {
namespace {

constexpr std::size_t longest_shown = 64; ///< bytes; longer fields (the bloom) are shown cut

constexpr std::array<std::string_view, 8> quantities{"difficulty",  "number",       "gasLimit",
                                                     "gasUsed",     "timestamp",    "baseFeePerGas",
                                                     "blobGasUsed", "excessBlobGas"};

std::string value_of(const chain::Header& header, const chain::HeaderField& field) {
    const ByteView payload = slice(header.rlp, field.range);
    if (std::ranges::find(quantities, field.name) != quantities.end() && payload.size() <= 32) {
        return U256::from_be(payload).decimal();
    }
    return payload.size() > longest_shown ? to_hex_short(payload) : to_hex(payload);
}

std::string value_at(const chain::Header& header, std::size_t index) {
    return index < header.fields.size() ? value_of(header, header.fields[index]) : std::string("none");
}

ByteView payload_at(const chain::Header& header, std::size_t index) {
    return index < header.fields.size() ? slice(header.rlp, header.fields[index].range) : ByteView{};
}

Finding finding(std::string text) {
    return {std::string(rules::block_dissent), Severity::warning, "block", {}, std::move(text)};
}

} // namespace

std::vector<FieldDifference> differing_fields(const chain::Header& here, const chain::Header& there) {
    std::vector<FieldDifference> out;
    const auto& longer = here.fields.size() < there.fields.size() ? there.fields : here.fields;
    const std::size_t both = std::min(here.fields.size(), there.fields.size());
    for (std::size_t index = 0; index < longer.size(); ++index) {
        if (index >= both || !equal(payload_at(here, index), payload_at(there, index))) {
            out.push_back({longer[index].name, value_at(here, index), value_at(there, index)});
        }
    }
    return out;
}

std::vector<Finding> dissents(const RungContext& context, const chain::BlockEvidence* block) {
    std::vector<Finding> out;
    if (block == nullptr) {
        return out;
    }
    const chain::Header& header = block->header;
    for (const EndpointState& endpoint : context.evidence.endpoints) {
        const Vote vote = vote_of(endpoint, context.chain, header);
        const std::string number = std::to_string(header.number);
        if (vote == Vote::absent) {
            out.push_back(finding(cat({endpoint.name, " has no block at height ", number, "."})));
        }
        if (vote != Vote::differs) {
            continue;
        }
        out.push_back(
            finding(cat({endpoint.name, " has another block at height ", number, ": ",
                         endpoint.canonical.at(header.number)->hex(), ", not ", header.hash.hex(), "."})));
        const auto told = endpoint.headers.find(header.number);
        if (told == endpoint.headers.end()) {
            continue;
        }
        for (const FieldDifference& field : differing_fields(header, told->second)) {
            out.push_back(finding(cat({endpoint.name, ", block ", number, ": ", field.name, " is ",
                                       field.there, ", not ", field.here, "."})));
        }
    }
    return out;
}

} // namespace anchorscope::verify
