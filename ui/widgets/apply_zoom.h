// Puts another zoom on the whole program at once. What widgets compute when they paint or lay out follows
// paint::px by itself; what they were told when they were made (fonts, margins, gaps, fixed sizes, columns)
// is scaled here, from the measure of the design, so that going there and back changes nothing.
#pragma once
#include <QList>

namespace anchorscope::ui {

/// For every window that exists, and for those that come. Chosen rows, unfolded nodes and scroll positions
/// stay.
void applyZoom(double zoom);

/// In percent: 70, 80, … 250.
[[nodiscard]] const QList<int>& zoomSteps();
/// The step after (1) or before (-1) this zoom; the last or first one at the ends.
[[nodiscard]] int nextZoomStep(int percent, int direction);

} // namespace anchorscope::ui
