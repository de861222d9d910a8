// What stands behind a call hash, as far as the events tell: tables bind calls by hash, and the manager logs
// the call when it is made.
#pragma once
#include "core/transition/tree.h"
#include "model/items/names.h"
#include <map>

namespace anchorscope::model {

/// The views point into the tree or the table, which must live as long.
struct KnownCall {
    Address target;
    bool targetIsProxy = false; ///< the account behind the proxy was not seen in these events
    std::optional<Address> source;
    std::optional<U256> value; ///< wei
    ByteView data;
};

class CallPreimages {
public:
    CallPreimages() = default;
    CallPreimages(const table::ExecutionTable& table, const transition::Tree& tree);
    /// The first call seen with that hash.
    [[nodiscard]] std::optional<KnownCall> find(const Hash32& callHash) const;

private:
    std::map<Hash32, KnownCall> m_calls;
};

/// "0x9145…ef0c.increment()  0.5 ETH".
[[nodiscard]] QString callText(const KnownCall& call, const Names& names);

} // namespace anchorscope::model
