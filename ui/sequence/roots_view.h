// The page of the state roots: one band a rollup with its steps in the order of the entries, where they do
// not continue each other, and the ether that they move.
#pragma once
#include "ui/sequence/shown_case.h"
#include "ui/views/selection.h"
#include <QWidget>

class QToolButton;

namespace anchorscope::ui {

class ElidedLabel;
class RootsCanvas;

class RootsView : public QWidget {
    Q_OBJECT
public:
    RootsView(model::Session* session, Selection* selection, QWidget* parent = nullptr);
    [[nodiscard]] RootsCanvas* canvas() const { return m_canvas; }
    /// "2 rollups · 1 break · …", or why there is nothing to see.
    [[nodiscard]] QString summary() const;

private:
    void update();
    [[nodiscard]] QString emptyText() const;

    model::Session* m_session;
    ShownCase m_shown;
    RootsCanvas* m_canvas;
    ElidedLabel *m_empty, *m_summary;
    QToolButton *m_previous, *m_next;
};

} // namespace anchorscope::ui
