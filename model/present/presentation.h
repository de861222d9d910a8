// A case as slides, one idea each: what the bundle is, each transition with the rolling hash building up, the
// states that move, and the rungs in order, to the verdict. A pure function of the session's parts; what a
// slide shows is made when it is asked for. Limits: at most max_steps transitions have a slide of their own,
// the slide after them says how many follow.
#pragma once
#include "core/digest/rolling_hash.h"
#include "core/verify/rung.h"
#include "model/items/lanes.h"
#include "model/items/meaning.h"
#include "model/items/node_words.h"
#include "model/session/session.h"
#include <map>

namespace anchorscope::model {

enum class SlideKind { Nothing, Bundle, Step, More, States, Rung, Verdict };

/// One step of a rolling hash: keccak(before ‖ tag ‖ number [‖ success ‖ what came back]).
struct FoldShown {
    QString name;   ///< "call 1 begins"
    QString before; ///< shortened; "0" at the start
    QString tag, number;
    QString result; ///< of a call's end: "success, uint256 1"; empty in other steps
    QString after;
};

/// A fold that has ended, beside what the table says.
struct FoldEnd {
    QString entry;            ///< "entry 0"
    QString computed, stated; ///< shortened; computed is empty where it could not be
    Meaning meaning = Meaning::None;
    QString words; ///< "Equal to the table’s", "The table says another"
};

/// An arrow between lanes.
struct Arrow {
    quint32 node = 0;
    int from = 0, to = 0;
    QString label;
    bool back = false;            ///< a return
    bool coming = false;          ///< not yet told
    quint32 answers = ~quint32{}; ///< of a return: the node it comes back from
};

struct SlideFact {
    QString label, value;
    bool mono = false;
    Meaning meaning = Meaning::None;
};

struct Slide {
    SlideKind kind = SlideKind::Nothing;
    QString title, text;
    std::optional<quint32> node;        ///< of the tree
    std::optional<verify::RungId> rung; ///< of a rung's slide
    QList<Arrow> arrows;                ///< a window of them; the last that is not coming is the slide's own
    QStringList lanes;                  ///< names of all lanes, L1 first
    std::optional<FoldShown> earlier, fold;
    std::optional<FoldEnd> end;
    QString unseen; ///< why no fold is shown
    QList<SlideFact> facts;
};

class Presentation {
public:
    static constexpr quint32 max_steps = 1000; ///< nobody steps through more

    Presentation() = default;
    Presentation(const Parts& parts, std::shared_ptr<const Names> names);

    [[nodiscard]] int count() const { return static_cast<int>(m_plan.size()); }
    /// Of 0 to count() - 1.
    [[nodiscard]] Slide slide(int index) const;
    /// The slide of a node, or of what is nearest before it; the first where there is none.
    [[nodiscard]] int slideOf(quint32 node) const;

private:
    struct Planned {
        SlideKind kind = SlideKind::Nothing;
        quint32 what = 0; ///< node, rung
    };
    /// Where a node's steps stand in its entry's fold.
    struct FoldPlace {
        std::size_t begin = 0, end = 0;
    };
    struct EntryFold {
        std::vector<digest::FoldStep> steps;
        std::vector<Hash32> after;
        std::map<quint32, FoldPlace> places;
    };

    [[nodiscard]] bool hasPassed(verify::RungId rung) const;
    [[nodiscard]] Slide bundleSlide() const;
    [[nodiscard]] Slide stepSlide(quint32 node) const;
    [[nodiscard]] Slide moreSlide() const;
    [[nodiscard]] Slide statesSlide() const;
    [[nodiscard]] QString stepTitle(quint32 node) const;
    [[nodiscard]] QString stepText(quint32 node) const;
    [[nodiscard]] QList<Arrow> arrowsUpTo(quint32 node) const;
    [[nodiscard]] Arrow arrowOf(quint32 node) const;
    [[nodiscard]] std::shared_ptr<const EntryFold> foldOf(quint32 entry) const;
    [[nodiscard]] QStringList laneNames() const;
    void addFold(Slide& slide, quint32 node) const;
    [[nodiscard]] std::optional<std::size_t> foldStep(const EntryFold& fold, quint32 node) const;
    [[nodiscard]] std::optional<FoldEnd> foldEnd(quint32 node, const EntryFold* fold) const;

    Parts m_parts;
    NodeWords m_words;
    Lanes m_lanes;
    std::vector<Planned> m_plan;
    mutable std::pair<quint32, std::shared_ptr<const EntryFold>> m_fold{~quint32{},
                                                                        nullptr}; // the last asked for
};

} // namespace anchorscope::model
