// block: the hash of the anchor's block is authentic. Never on the word of a case, an evidence file or an
// envelope.
#include "core/verify/rung_context.h"

namespace anchorscope::verify {

Rung check_block(const RungContext& context) {
    const chain::BlockEvidence* block = context.anchor_block();
    if (block == nullptr) {
        return not_checked(RungId::block, rules::inclusion_no_block, "no block",
                           context.anchor.lone
                               ? "A single receipt binds no block: its block hash is only a claim."
                               : "No evidence holds the block of the anchor.");
    }
    const Authority& authority = *context.anchor_authority;
    switch (authority.state) {
    case RungState::passed:
        return passed(RungId::block, authority.basis(), cat({"block ", std::to_string(block->header.number)}),
                      authority.detail);
    case RungState::failed:
        return failed(RungId::block, authority.rule, authority.basis(), authority.detail, authority.expected,
                      authority.actual);
    case RungState::not_checked:
    case RungState::passed_not_final: // no authority has this state
        return not_checked(RungId::block, authority.rule,
                           authority.voucher == Authority::Voucher::single
                               ? cat({"only ", authority.sources.front()})
                               : std::string("no agreement"),
                           authority.detail);
    case RungState::cannot_check:
        break;
    }
    return cannot_check(RungId::block, authority.rule, "nobody vouches", authority.detail);
}

} // namespace anchorscope::verify
