// Lanes: one a domain, L1 first, then the rollups ascending; and the way that execution takes across them.
#pragma once
#include "core/transition/tree.h"
#include <QStringList>

namespace anchorscope::model {

/// Where execution stands once the node's transition has happened: in the callee for calls, back in the
/// caller for returns.
[[nodiscard]] Domain standingDomain(const transition::Tree& tree, quint32 node);

class Lanes {
public:
    Lanes() = default;
    explicit Lanes(const transition::Tree& tree);

    [[nodiscard]] QStringList names() const;
    [[nodiscard]] int laneOf(const transition::Tree& tree, quint32 node) const;
    /// "L1 → Rollup 1 → L1, and back: two crossings, one atomic bundle." where one call leads into the next;
    /// else the domains that take part. Crossings are counted on the way in.
    [[nodiscard]] QString crossingsText() const { return m_crossings; }

private:
    [[nodiscard]] int lane(Domain domain) const;
    [[nodiscard]] QString describeCrossings(const transition::Tree& tree) const;

    std::vector<Domain> m_domains;
    QString m_crossings;
};

} // namespace anchorscope::model
