#include "model/items/lanes.h"
#include "model/items/basis_words.h"
#include "model/items/texts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

constexpr std::size_t max_named = 8; // domains named in one line of text

using transition::NodeKind;

/// Calls that carry execution into their callee; lookups only read.
bool entersCallee(const transition::Node& node) {
    return node.kind == NodeKind::entry || node.kind == NodeKind::call || node.kind == NodeKind::nested;
}

struct Route {
    std::vector<Domain> stations; ///< where execution stood, from the first caller on
    quint64 crossings = 0;
    bool single = true; ///< each crossing lies inside the one before
};

Route routeOf(const transition::Tree& tree) {
    Route route;
    quint32 last = 0;
    for (quint32 i = 1; i < tree.nodes.size(); ++i) {
        const transition::Node& node = tree.nodes[i];
        if (!entersCallee(node) || node.parent >= i) {
            continue;
        }
        const Domain caller = node.kind == NodeKind::entry ? node.from : standingDomain(tree, node.parent);
        if (caller == node.to) {
            continue;
        }
        if (++route.crossings == 1) {
            route.stations = {caller};
        }
        route.single = route.single && i < tree.nodes[last].subtree_end;
        if (route.stations.size() <= max_named) {
            route.stations.push_back(node.to);
        }
        last = i;
    }
    return route;
}

QString namesOf(std::span<const Domain> domains) {
    QStringList names;
    for (const Domain domain : domains.first(std::min(domains.size(), max_named))) {
        names += textOf(domain.name());
    }
    if (domains.size() > max_named) {
        return names.join(u", "_s) + Words::tr(" and %1 more").arg(domains.size() - max_named);
    }
    const QString last = names.takeLast();
    return names.isEmpty() ? last : names.join(u", "_s) + Words::tr(" and ") + last;
}

} // namespace

Domain standingDomain(const transition::Tree& tree, quint32 node) {
    const transition::Node& at = tree.nodes[node];
    if (at.kind == NodeKind::call_return && at.returns_from < tree.nodes.size()) {
        return tree.nodes[at.returns_from].from;
    }
    return at.to;
}

Lanes::Lanes(const transition::Tree& tree) : m_domains(tree.domains) {
    for (quint32 i = 0; i < tree.nodes.size(); ++i) {
        m_domains.push_back(standingDomain(tree, i));
    }
    std::sort(m_domains.begin(), m_domains.end());
    m_domains.erase(std::unique(m_domains.begin(), m_domains.end()), m_domains.end());
    m_crossings = tree.nodes.empty() ? QString() : describeCrossings(tree);
}

QStringList Lanes::names() const {
    QStringList names;
    for (const Domain domain : m_domains) {
        names += textOf(domain.short_name());
    }
    return names;
}

int Lanes::lane(Domain domain) const {
    const auto found = std::lower_bound(m_domains.begin(), m_domains.end(), domain);
    return found != m_domains.end() && *found == domain ? static_cast<int>(found - m_domains.begin()) : 0;
}

int Lanes::laneOf(const transition::Tree& tree, quint32 node) const {
    return lane(standingDomain(tree, node));
}

QString Lanes::describeCrossings(const transition::Tree& tree) const {
    if (tree.basis == transition::TreeBasis::ambiguous) {
        if (!tree.entry_nodes.empty()) { // V1
            return Words::tr("%1; which entries end which calls is not known.").arg(namesOf(m_domains));
        }
        return Words::tr("%1; where nested frames open is not known: %2.")
            .arg(namesOf(m_domains), candidatesText(tree.candidates));
    }
    const Route route = routeOf(tree);
    if (route.crossings == 0) {
        return Words::tr("No call crosses domains.");
    }
    QString way;
    if (route.single && route.stations.size() <= max_named) {
        QStringList stations;
        for (const Domain domain : route.stations) {
            stations += textOf(domain.name());
        }
        way = stations.join(u" → "_s) + Words::tr(", and back");
    } else {
        way = namesOf(m_domains);
    }
    return Words::tr("%1: %2 %3, one atomic bundle.")
        .arg(way, numberWord(route.crossings),
             route.crossings == 1 ? Words::tr("crossing") : Words::tr("crossings"));
}

} // namespace anchorscope::model
