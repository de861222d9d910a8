#include "ui/paint/roots_layout.h"
#include "core/transition/call_targets.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace anchorscope::paint {

using Metrics = RootsMetrics;

void EtherSum::add(const U256& delta) {
    bool carry = false;
    m_low = m_low.plus(delta, &carry);
    m_high += (carry ? 1 : 0) - (delta.is_negative() ? 1 : 0);
}

std::optional<U256> EtherSum::value() const {
    const bool fits = m_low.is_negative() ? m_high == -1 : m_high == 0;
    return fits ? std::optional(m_low) : std::nullopt;
}

double EtherSum::rounded() const {
    const Hash32 word = m_low.to_word();
    double low = 0;
    for (const std::uint8_t byte : word.bytes) {
        low = low * 256 + byte;
    }
    const double whole = std::ldexp(static_cast<double>(m_high), 256) + low;
    if (m_high == -1) { // the difference of two large numbers: taken exactly first
        double size = 0;
        for (const std::uint8_t byte : U256{}.minus(m_low).to_word().bytes) {
            size = size * 256 + byte;
        }
        return m_low.is_zero() ? whole : -size;
    }
    return whole;
}

namespace {

class RootsBuilder {
public:
    RootsBuilder(const std::vector<transition::Trajectory>& trajectories, const transition::Tree* tree)
        : m_trajectories(trajectories), m_tree(tree) {
        findNodes();
    }

    RootsLayout build() {
        for (const transition::Trajectory& each : m_trajectories) {
            addBand(each);
        }
        placeColumns();
        double y = Metrics::top;
        for (RootsBand& band : m_out.bands) {
            band.y = y;
            band.height = band.ether ? Metrics::ether_band : Metrics::band;
            y += band.height + Metrics::gap;
            m_out.breaks += band.breaks;
        }
        m_out.height = y;
        for (std::size_t i = 0; i < m_out.steps.size(); ++i) {
            m_out.by_node.emplace_back(m_out.steps[i].node, i);
        }
        std::ranges::sort(m_out.by_node);
        return std::move(m_out);
    }

private:
    void findNodes() {
        for (std::uint32_t i = 0; m_tree != nullptr && i < m_tree->nodes.size(); ++i) {
            const transition::Node& node = m_tree->nodes[i];
            if (node.kind == transition::NodeKind::entry && node.entry != transition::no_node) {
                if (node.entry >= m_nodes.size()) {
                    m_nodes.resize(node.entry + std::size_t{1}, transition::no_node);
                }
                if (m_nodes[node.entry] == transition::no_node) {
                    m_nodes[node.entry] = i;
                }
            }
        }
    }

    [[nodiscard]] std::uint32_t laneOf(Domain domain) const {
        if (m_tree == nullptr) {
            return static_cast<std::uint32_t>(m_out.bands.size()) + 1;
        }
        const auto found = std::ranges::lower_bound(m_tree->domains, domain);
        return static_cast<std::uint32_t>(found - m_tree->domains.begin());
    }

    [[nodiscard]] bool skipped(std::uint32_t entry) const {
        return m_tree != nullptr && entry < m_tree->entries.size() &&
               m_tree->entries[entry].skipped_alternative;
    }

    void addBand(const transition::Trajectory& trajectory) {
        RootsBand band;
        band.rollup = trajectory.rollup_id;
        band.domain = transition::domain_of(trajectory.rollup_id);
        band.lane = laneOf(band.domain);
        band.first = m_out.steps.size();
        band.stated = trajectory.stated();
        std::optional<Hash32> previous;
        for (const transition::TrajectoryStep& each : trajectory.steps) {
            RootsStep step;
            step.entry = each.entry;
            step.delta = each.delta;
            step.node = each.entry < m_nodes.size() ? m_nodes[each.entry] : each.entry + 1;
            step.before = each.before;
            step.after = each.after;
            step.ether = each.ether_delta;
            step.skipped = skipped(each.entry);
            if (!step.skipped) {
                step.first = !previous.has_value();
                if (previous && each.before && *previous != *each.before) {
                    step.expected = previous;
                    ++band.breaks;
                }
                previous = each.after;
                band.sum.add(each.ether_delta);
                band.ether = band.ether || !each.ether_delta.is_zero();
                band.least = std::min(band.least, band.sum.rounded());
                band.most = std::max(band.most, band.sum.rounded());
                ++band.taken;
            }
            step.sum = band.sum;
            m_out.steps.push_back(step);
        }
        band.result = previous;
        band.end = m_out.steps.size();
        m_out.bands.push_back(band);
    }

    [[nodiscard]] bool sameOrder() const {
        return std::ranges::all_of(m_out.bands, [this](const RootsBand& band) {
            return std::is_sorted(m_out.steps.begin() + static_cast<std::ptrdiff_t>(band.first),
                                  m_out.steps.begin() + static_cast<std::ptrdiff_t>(band.end),
                                  [](const RootsStep& a, const RootsStep& b) { return a.entry < b.entry; });
        });
    }

    /// A column is an entry, and how often it has changed the same rollup before.
    using Column = std::pair<std::uint32_t, std::uint32_t>;

    void placeColumns() {
        if (sameOrder()) {
            placeShared();
            return;
        }
        for (const RootsBand& band : m_out.bands) {
            double x = Metrics::head + Metrics::first;
            for (std::size_t i = band.first; i < band.end; ++i) {
                x += gapBefore(m_out.steps[i]);
                m_out.steps[i].x = x;
                m_out.steps[i].column = static_cast<std::uint32_t>(i - band.first);
            }
            m_out.width = std::max(m_out.width, x + Metrics::tail);
        }
    }

    [[nodiscard]] static double gapBefore(const RootsStep& step) {
        return Metrics::pitch + (step.before && (step.first || step.broken()) ? Metrics::before_room : 0);
    }

    void placeShared() {
        std::vector<Column> columns;
        std::vector<Column> of(m_out.steps.size());
        for (const RootsBand& band : m_out.bands) {
            for (std::size_t i = band.first; i < band.end; ++i) {
                const std::uint32_t entry = m_out.steps[i].entry;
                const bool again = i > band.first && of[i - 1].first == entry;
                of[i] = {entry, again ? of[i - 1].second + 1 : 0};
                columns.push_back(of[i]);
            }
        }
        std::ranges::sort(columns);
        const auto repeated = std::ranges::unique(columns);
        columns.erase(repeated.begin(), repeated.end());
        std::vector<double> places(columns.size(), 0);
        for (std::size_t i = 0; i < m_out.steps.size(); ++i) {
            const auto at = std::ranges::lower_bound(columns, of[i]) - columns.begin();
            m_out.steps[i].column = static_cast<std::uint32_t>(at);
            double& gap = places[static_cast<std::size_t>(at)];
            gap = std::max(gap, gapBefore(m_out.steps[i]));
        }
        double x = Metrics::head + Metrics::first - Metrics::pitch / 2;
        for (double& place : places) {
            x += place;
            place = x;
        }
        for (RootsStep& step : m_out.steps) {
            step.x = places[step.column];
        }
        m_out.width = x + Metrics::tail;
    }

    const std::vector<transition::Trajectory>& m_trajectories;
    const transition::Tree* m_tree;
    std::vector<std::uint32_t> m_nodes; // of entries
    RootsLayout m_out;
};

} // namespace

RootsLayout layOutRoots(const std::vector<transition::Trajectory>& trajectories,
                        const transition::Tree* tree) {
    return RootsBuilder(trajectories, tree).build();
}

QRectF RootsLayout::rect(const RootsBand& band, const RootsStep& step) const {
    const double more = !step.before || step.skipped ? 0
                        : step.broken()              ? Metrics::break_room
                        : step.first                 ? Metrics::first_room
                                                     : 0;
    const double left = step.x - Metrics::left - more;
    return {left, band.y + 6, step.x + Metrics::right - left, band.height - 12};
}

std::size_t RootsLayout::bandOf(std::size_t step) const {
    const auto after = std::ranges::upper_bound(bands, step, {}, &RootsBand::first);
    return static_cast<std::size_t>(after - bands.begin()) - 1;
}

std::optional<std::size_t> RootsLayout::bandAt(double y) const {
    const auto after = std::ranges::upper_bound(bands, y, {}, &RootsBand::y);
    if (after == bands.begin()) {
        return std::nullopt;
    }
    const auto at = static_cast<std::size_t>(after - bands.begin()) - 1;
    return y <= bands[at].y + bands[at].height ? std::optional(at) : std::nullopt;
}

std::size_t RootsLayout::firstFrom(const RootsBand& band, double x) const {
    const auto first = steps.begin() + static_cast<std::ptrdiff_t>(band.first);
    const auto end = steps.begin() + static_cast<std::ptrdiff_t>(band.end);
    const auto found =
        std::lower_bound(first, end, x, [](const RootsStep& step, double at) { return step.x < at; });
    return static_cast<std::size_t>(found - steps.begin());
}

std::optional<std::size_t> RootsLayout::stepAt(const QPointF& point) const {
    const auto band = bandAt(point.y());
    if (!band) {
        return std::nullopt;
    }
    const std::size_t step = firstFrom(bands[*band], point.x() - Metrics::column / 2);
    return step < bands[*band].end && rect(bands[*band], steps[step]).contains(point) ? std::optional(step)
                                                                                      : std::nullopt;
}

std::optional<std::size_t> RootsLayout::stepOf(std::uint32_t node) const {
    const auto found = std::ranges::lower_bound(by_node, std::pair(node, std::size_t{0}));
    return found != by_node.end() && found->first == node ? std::optional(found->second) : std::nullopt;
}

double RootsLayout::plotY(const RootsBand& band, const EtherSum& sum) const {
    const double span = band.most - band.least;
    const double share = span > 0 && std::isfinite(span) ? (sum.rounded() - band.least) / span : 0.5;
    return band.y + Metrics::plot_top + (1 - share) * Metrics::plot_height;
}

} // namespace anchorscope::paint
