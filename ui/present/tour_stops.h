// The stops of the guided tour: which sample, what is looked at, and what is said. Plain data.
#pragma once
#include "core/verify/rung.h"
#include <QList>
#include <QString>
#include <optional>

namespace anchorscope::ui {

struct TourStop {
    enum class Target { Banner, Rung, Tree, Details, Proof, Bytes, Step };
    QString sample; ///< id in model::samples()
    Target target = Target::Banner;
    std::optional<verify::RungId> rung; ///< of Target::Rung
    QString title, text;
};

/// Every sample that the program has comes at least once, in their order.
[[nodiscard]] QList<TourStop> tourStops();

} // namespace anchorscope::ui
