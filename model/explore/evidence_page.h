// What a rung of the ladder stands on, as a page: in words for who is no specialist, the evidence itself part
// by part, and what was expected beside what was found. Everything is recomputed here from the evidence's
// bytes; the verdict is the report's, and nothing on a page is greener than it. Limits: a card has at most
// max_card_rows rows, and says how many it leaves out; the rest is bounded by the evidence's own limits.
#pragma once
#include "core/base/cancellation.h"
#include "model/items/table_models.h"
#include "model/items/texts.h"
#include "model/session/session.h"

namespace anchorscope::model {

inline constexpr std::size_t max_card_rows = 2000;

/// A node on a path through a trie.
struct PathNode {
    QString kind;      ///< "Branch"
    QString reference; ///< the hash by which the one above names it, shortened; "inside the node above"
    QString note;      ///< "the root: equals receiptsRoot", "child at nibble 0"
    QString bytes;     ///< "f8 51 a0 7a3e … 80 80"
    QString step;      ///< nibbles of the key that it uses up: "0"; empty at the end
    QString result;    ///< "Matches", "Not at hand"
    Meaning meaning = Meaning::None;
    QString copy; ///< hash and all bytes
    QString error;
};

/// One part of the evidence.
struct EvidenceCard {
    QString title, caption;
    QStringList headers; ///< of rows; none: a path
    QList<int> widths;   ///< of the columns; 0: takes the rest
    QList<CellTableModel::Row> rows;
    QList<PathNode> path;
    QString summary; ///< below: "Every node hashes to the reference in the node above it."
    QString empty;   ///< what is missing, where there are neither rows nor path
    int offsetColumn = -1;
    int spareColumn = -1; ///< left out where there is little room
    int current = -1;     ///< the row that matters
    bool isPath = false;
};

/// One value that was expected, and what was found.
struct EvidenceComparison {
    QString name;
    QString expected, expectedFrom;
    QString actual, actualFrom;
    Meaning meaning = Meaning::None;
    QString result{};        ///< "Equal", "Differs"
    QString digest{};        ///< id of the digest that can be explored
    int card = -1, row = -1; ///< where it stands
};

struct EvidencePage {
    verify::RungId rung{};
    verify::RungState state = verify::RungState::not_checked;
    bool reported = false;     ///< there is a report
    QString title;             ///< "Inclusion"
    QString checked;           ///< what was checked
    QString says;              ///< who says so
    QString wrong;             ///< what would have to be true for this to be wrong
    QString detail;            ///< the report's sentence
    QString missing;           ///< of a rung that was not or cannot be checked: what is missing; else empty
    QList<EvidenceCard> cards; ///< three at most
    QList<EvidenceComparison> comparisons;
    QString source; ///< "evidence in evidence.json, 1 block"
};

/// Off the UI thread where evidence is large. Without a report an empty page that says so.
[[nodiscard]] EvidencePage evidencePage(const Parts& parts, verify::RungId rung,
                                        const Cancellation& cancellation = {});
/// The page as text for a clipboard: whole values, nothing shortened.
[[nodiscard]] QString evidenceText(const EvidencePage& page);

} // namespace anchorscope::model
