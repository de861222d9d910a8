// Envelopes of all generations: what is read keeps its generation's promises, and ERC-8281's is written and
// read again to the same.
#include "core/anchor/envelope.h"
#include <cstdlib>

namespace {

using namespace anchorscope::anchor;

/// What every reader of the result relies on.
bool is_whole(const Envelope& envelope) {
    const bool on_evm = envelope.chain_id && envelope.tx_hash;
    switch (envelope.generation) {
    case Generation::erc8281:
        return on_evm && envelope.contract && envelope.block_number && envelope.receipt_log_position &&
               envelope.committer && envelope.rule == ExtractionRule::recorded;
    case Generation::ocp_1:
        return on_evm && envelope.contract && !envelope.receipt_log_position && !envelope.rule_id.empty();
    case Generation::ocp_1_0:
        break;
    }
    const bool evm_rule =
        envelope.rule == ExtractionRule::event_log || envelope.rule == ExtractionRule::anchor_proof;
    return (on_evm || !evm_rule) && envelope.finality && !envelope.contract;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto envelope = read_envelope({reinterpret_cast<const char*>(data), size});
    if (!envelope) {
        return 0;
    }
    if (!is_whole(*envelope)) {
        std::abort();
    }
    if (envelope->generation == Generation::erc8281) {
        const std::string text = write_envelope(*envelope);
        const auto again = read_envelope(text);
        if (!again || write_envelope(*again) != text) {
            std::abort();
        }
    }
    return 0;
}
