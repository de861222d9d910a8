#include "core/digest/digest_kind.h"

namespace anchorscope::digest {
namespace {

struct Names {
    std::string_view name, id;
};

Names names(DigestKind kind) {
    switch (kind) {
    case DigestKind::call_hash:
        return {"call hash", "call_hash"};
    case DigestKind::action_hash:
        return {"action hash", "action_hash"};
    case DigestKind::entry_hash:
        return {"entry hash", "entry_hash"};
    case DigestKind::lookup_hash:
        return {"lookup hash", "lookup_hash"};
    case DigestKind::rolling_hash:
        return {"rolling hash", "rolling_hash"};
    case DigestKind::static_lookup_hash:
        return {"static-lookup hash", "static_lookup_hash"};
    case DigestKind::accumulated_inputs:
        return {"accumulated inputs", "accumulated_inputs"};
    case DigestKind::public_inputs_hash:
        return {"public-inputs hash", "public_inputs_hash"};
    case DigestKind::recovered_signer:
        return {"recovered signer", "recovered_signer"};
    case DigestKind::proxy_address:
        return {"proxy address", "proxy_address"};
    case DigestKind::shared_public_input:
        return {"shared public input", "shared_public_input"};
    case DigestKind::observation:
        return {"observation digest", "observation"};
    }
    return {};
}

} // namespace

std::string_view name(DigestKind kind) { return names(kind).name; }

std::string_view id(DigestKind kind) { return names(kind).id; }

} // namespace anchorscope::digest
