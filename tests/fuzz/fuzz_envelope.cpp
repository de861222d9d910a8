// Envelopes of all generations, declarations of events, and logs as all of them read these. What is read
// keeps its promises; ERC-8281's envelope is written and read again to the same. The first byte chooses: an
// envelope, a declaration with a log behind it, or a log alone.
#include "core/anchor/anchor_event.h"
#include "core/anchor/declared_event.h"
#include <cstdlib>

using namespace anchorscope;
using namespace anchorscope::anchor;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// What every reader of the result relies on.
bool is_whole(const Envelope& envelope) {
    const bool on_evm = envelope.chain_id && envelope.tx_hash;
    switch (envelope.generation) {
    case Generation::erc8281:
        return on_evm && envelope.contract && envelope.block_number && envelope.receipt_log_position &&
               envelope.committer && envelope.rule == ExtractionRule::recorded;
    case Generation::ocp_1:
        return on_evm && envelope.contract && !envelope.receipt_log_position && !envelope.rule_id.empty() &&
               (envelope.rule == ExtractionRule::recorded || envelope.rule == ExtractionRule::unknown);
    case Generation::ocp_1_0:
        break;
    }
    const bool evm_rule =
        envelope.rule == ExtractionRule::event_log || envelope.rule == ExtractionRule::anchor_proof;
    return (on_evm || !evm_rule) && envelope.rule != ExtractionRule::recorded && envelope.finality &&
           !envelope.contract;
}

void check_envelope(std::string_view text) {
    const auto envelope = read_envelope(text);
    if (!envelope) {
        return;
    }
    require(is_whole(*envelope));
    if (envelope->generation == Generation::erc8281) {
        const std::string written = write_envelope(*envelope);
        const auto again = read_envelope(written);
        require(again && write_envelope(*again) == written);
    }
}

/// Topics (their number in the first byte) and the rest as data. Half of the numbers put `topic0` first.
chain::Log log_from(ByteView bytes, const Hash32& topic0) {
    chain::Log out;
    if (bytes.empty()) {
        return out;
    }
    const std::size_t count = bytes[0] % 5U;
    if (count > 0 && bytes[0] >= 128) {
        out.topics.push_back(topic0);
    }
    std::size_t at = 1;
    for (; out.topics.size() < count && at + 32 <= bytes.size(); at += 32) {
        out.topics.push_back(Hash32::from(bytes.subspan(at, 32)));
    }
    out.data.assign(bytes.begin() + static_cast<std::ptrdiff_t>(std::min(at, bytes.size())), bytes.end());
    return out;
}

/// Every rule and every kind reads the log, or says why not; what they agree to call conformant is the same.
void check_log(const chain::Log& log) {
    const auto strict = carried_by(ExtractionRule::recorded, log);
    const auto letter = carried_by(ExtractionRule::event_log, log);
    if (strict) {
        require(letter && letter->digest == strict->digest && letter->account == strict->account &&
                letter->departure.empty());
    }
    if (letter) {
        require(raw_digest(ExtractionRule::event_log, log) == letter->digest);
        require(letter->departure.empty() == strict.has_value());
    }
    const auto proof = carried_by(ExtractionRule::anchor_proof, log);
    require(!proof || (!letter && raw_digest(ExtractionRule::anchor_proof, log) == proof->digest));
    require(!carried_by(ExtractionRule::unknown, log) &&
            !carried_by(ExtractionRule::solana_instruction, log));
    const auto event = read_anchor_event(log);
    if (event && event->flaw.empty()) {
        require(event->fields.size() == event->kind->layouts.front().parameters().size());
        require(event->digest.has_value() == !event->kind->digest.empty());
    }
    if (strict) {
        require(event && event->flaw.empty() && event->digest == strict->digest);
    }
}

/// The declaration ends at the first newline; the log is behind it.
void check_declaration(std::string_view text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const auto event = parse_declared_event(text.substr(0, end));
    if (!event) {
        return;
    }
    const auto parameters = event->layout.parameters();
    require(event->digest < parameters.size() && parameters[event->digest].type == "bytes32");
    require(EventLayout::parse(event->layout.signature()).value().signature() == event->layout.signature());
    const chain::Log log =
        log_from(bytes_of(text.substr(std::min(end + 1, text.size()))), event->layout.topic0());
    const auto fields = event->layout.decode(log);
    const auto carried = carried_by(*event, log);
    require(fields.has_value() == carried.has_value());
    require(!fields ||
            (fields->size() == parameters.size() && (*fields)[event->digest].word == carried->digest));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const ByteView rest(data + 1, size - 1);
    const std::string_view text(reinterpret_cast<const char*>(rest.data()), rest.size());
    if (data[0] == 'd') {
        check_declaration(text);
    } else if (data[0] == 'l' && !rest.empty()) {
        const auto kinds = anchor_event_kinds();
        check_log(log_from(rest.subspan(1), topic0(kinds[rest[0] % kinds.size()])));
    } else {
        check_envelope({reinterpret_cast<const char*>(data), size});
    }
    return 0;
}
