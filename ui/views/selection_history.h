// The places that were chosen, to go back and forward among. Limits: 1. the last max_places; 2. a walk from
// row to row is one place, its end; 3. a place that does not exist any more is passed over; 4. it begins anew
// when nothing is chosen any more, as when another case is opened.
#pragma once
#include "ui/views/selection.h"

namespace anchorscope::ui {

class SelectionHistory : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype max_places = 200;

    struct Visit {
        model::Place place;
        std::optional<verify::RungId> rung;
        bool walked = false; ///< reached from the row next to it
    };

    /// `selection` must outlive it.
    explicit SelectionHistory(Selection* selection, QObject* parent = nullptr);
    [[nodiscard]] bool canGo(int step) const;
    /// -1: the place before; 1: back again; more goes further. False where no place on the way exists.
    bool go(int step);
    [[nodiscard]] const QList<Visit>& visits() const { return m_visits; }
    [[nodiscard]] qsizetype current() const { return m_at; } ///< index; -1: none

Q_SIGNALS:
    void changed();

private:
    void record(const Choice& choice);

    Selection* m_selection;
    QList<Visit> m_visits;
    qsizetype m_at = -1;
    bool m_going = false;
};

} // namespace anchorscope::ui
