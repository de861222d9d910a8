// What the sequence diagram says: on its arrows, in its tips, and aloud. Holds what it reads from;
// thread-safe.
#pragma once
#include "model/items/node_checks.h"
#include "model/items/node_words.h"
#include "ui/paint/sequence_painting.h"
#include "ui/sequence/shown_case.h"

namespace anchorscope::ui {

class SequenceTexts {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::SequenceTexts)
public:
    /// `shown` must be usable.
    explicit SequenceTexts(ShownCase shown);

    [[nodiscard]] paint::SequenceText message(const paint::SequenceMessage& message) const;
    [[nodiscard]] QString root(const paint::SequenceRoot& root) const;
    [[nodiscard]] QString caption(Domain domain) const;
    /// Lines of a tip: kind and words whole, direction, check and why.
    [[nodiscard]] QString tip(quint32 node) const;
    /// "Step 4: L1 calls Rollup 1, Counter.increment(), passed"; counted from 1 over the messages.
    [[nodiscard]] QString spoken(const paint::SequenceMessage& message, quint32 step) const;
    /// "Order by events"; where it is not known, how many are possible.
    [[nodiscard]] QString basis() const;
    /// As the painting wants them; the object must outlive what it gives.
    [[nodiscard]] paint::SequenceWords words() const;
    [[nodiscard]] const ShownCase& shown() const { return m_shown; }

private:
    [[nodiscard]] QString deed(const paint::SequenceMessage& message) const;

    ShownCase m_shown;
    model::NodeWords m_words;
    model::NodeChecks m_checks;
};

} // namespace anchorscope::ui
