// Where the state roots stand, as plain structs: one band a rollup, one step a state delta, in the order in
// which the entries are consumed. Entries that touch several rollups stand in one column. Limits: 1. linear
// in the deltas, times a logarithm; 2. sums of ether are exact integers, wider than 256 bits where need be;
// 3. where the rollups' orders do not fit together (V1), each band has columns of its own.
#pragma once
#include "core/transition/trajectory.h"
#include "core/transition/tree.h"
#include <QRectF>
#include <optional>

namespace anchorscope::paint {

/// Measures at zoom 1, in pixels.
struct RootsMetrics {
    static constexpr double head = 216, pitch = 132, before_room = 118, first = 24, tail = 132;
    static constexpr double top = 12, band = 108, ether_band = 150, gap = 12;
    static constexpr double track = 42, mark = 12, label = 18, entry_top = 56, delta_top = 73;
    static constexpr double plot_top = 112, plot_height = 26, column = 116;
    static constexpr double left = 14, right = 114;            ///< of a step's box, beside its mark
    static constexpr double first_room = 96, break_room = 112; ///< more at the left, for the state before
};

/// A sum of signed 256-bit amounts, exact however many there are (below 2^63).
class EtherSum {
public:
    void add(const U256& delta);
    [[nodiscard]] bool is_negative() const { return m_high < 0; }
    [[nodiscard]] bool is_zero() const { return m_high == 0 && m_low.is_zero(); }
    /// Empty where it does not fit into a signed 256-bit integer.
    [[nodiscard]] std::optional<U256> value() const;
    /// For a plot alone: rounded.
    [[nodiscard]] double rounded() const;
    friend bool operator==(const EtherSum&, const EtherSum&) = default;

private:
    U256 m_low;
    std::int64_t m_high = 0; ///< the sum is m_high · 2^256 + m_low
};

struct RootsStep {
    std::uint32_t entry = 0, delta = 0, node = 0; ///< node of the entry in the tree
    std::uint32_t column = 0;
    std::optional<Hash32> before;
    Hash32 after;
    std::optional<Hash32> expected; ///< what the step before left, where that is something else: a break
    U256 ether;
    EtherSum sum;         ///< with this step
    bool first = false;   ///< of its rollup
    bool skipped = false; ///< an alternative that was not taken: it leaves nothing behind
    double x = 0;
    [[nodiscard]] bool broken() const { return expected.has_value(); }
};

struct RootsBand {
    U256 rollup;
    Domain domain;
    std::uint32_t lane = 0;         ///< among the domains of the tree, for colour and mark
    std::size_t first = 0, end = 0; ///< of RootsLayout::steps
    std::size_t breaks = 0, taken = 0;
    bool stated = true; ///< every step says what it starts from
    bool ether = false; ///< some moves
    std::optional<Hash32> result;
    EtherSum sum;
    double least = 0, most = 0; ///< of the plot
    double y = 0, height = 0;
};

class RootsLayout {
public:
    std::vector<RootsBand> bands;
    std::vector<RootsStep> steps; ///< by band; ascending by x in each
    double width = 0, height = 0;
    std::size_t breaks = 0;

    [[nodiscard]] double trackY(const RootsBand& band) const { return band.y + RootsMetrics::track; }
    /// What is clicked and tinted for a step.
    [[nodiscard]] QRectF rect(const RootsBand& band, const RootsStep& step) const;
    [[nodiscard]] std::size_t bandOf(std::size_t step) const;
    [[nodiscard]] std::optional<std::size_t> bandAt(double y) const;
    [[nodiscard]] std::optional<std::size_t> stepAt(const QPointF& point) const;
    /// The first step of a band at or right of x; the band's end when there is none.
    [[nodiscard]] std::size_t firstFrom(const RootsBand& band, double x) const;
    /// The step of an entry: the first of any band.
    [[nodiscard]] std::optional<std::size_t> stepOf(std::uint32_t node) const;
    [[nodiscard]] double plotY(const RootsBand& band, const EtherSum& sum) const;

    std::vector<std::pair<std::uint32_t, std::size_t>> by_node; ///< node and step, ascending
};

/// Null `tree`: nothing is known to be skipped, and nodes count as if they stood in the table's order.
[[nodiscard]] RootsLayout layOutRoots(const std::vector<transition::Trajectory>& trajectories,
                                      const transition::Tree* tree);

} // namespace anchorscope::paint
