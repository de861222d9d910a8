// Paints laid out state roots, or the part of them in a clip. Breaks have an icon, words and a colour.
// Limits: work in proportion to what is visible.
#pragma once
#include "ui/paint/roots_layout.h"
#include "ui/paint/theme.h"
#include <QCoreApplication>
#include <QPainter>

namespace anchorscope::paint {

struct RootsEmphasis {
    std::uint32_t chosen = transition::no_node; ///< node of an entry
    std::optional<std::size_t> current;         ///< step that keys move
    std::optional<std::size_t> hovered;
    bool focused = false;
};

class RootsPainting {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::paint::RootsPainting)
public:
    /// What is given must outlive it.
    RootsPainting(const RootsLayout& layout, const Theme& theme, const RootsEmphasis& emphasis);
    /// Bands and steps in the clip, in the layout's coordinates; its first `head` pixels lie under the heads.
    /// A state that was left behind at the left is named where its line comes into sight.
    void paint(QPainter& painter, const QRectF& clip) const;
    /// The rollups' names and sums, which stay at `left` while the steps move.
    void paintHeads(QPainter& painter, const QRectF& clip, double left) const;

    /// "+0.5 ETH", "−12 wei", "0 ETH"; sums beyond 256 bits say so.
    [[nodiscard]] static QString etherWords(const U256& signed_wei);
    [[nodiscard]] static QString etherWords(const EtherSum& sum);
    /// The exact number of wei: "+500000000000000000 wei".
    [[nodiscard]] static QString weiWords(const U256& signed_wei);
    [[nodiscard]] static QString weiWords(const EtherSum& sum);
    /// "3 steps, no break".
    [[nodiscard]] static QString bandWords(const RootsBand& band);

private:
    void paintTrack(QPainter& painter, const RootsBand& band, std::size_t from, std::size_t to) const;
    void paintStep(QPainter& painter, const RootsBand& band, std::size_t index, double left) const;
    void paintStates(QPainter& painter, const RootsBand& band, std::size_t index, double left) const;
    void paintStart(QPainter& painter, const RootsBand& band, const QRectF& clip) const;
    [[nodiscard]] double stateX(const RootsBand& band, std::size_t index, double left) const;
    void paintPlot(QPainter& painter, const RootsBand& band, std::size_t from, std::size_t to) const;

    const RootsLayout& m_layout;
    const Theme& m_theme;
    const RootsEmphasis& m_emphasis;
};

} // namespace anchorscope::paint
