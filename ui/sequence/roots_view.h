// The trajectory of state roots, one band a rollup.
#pragma once
#include "model/session/session.h"
#include "ui/views/selection.h"
#include <QWidget>

namespace anchorscope::ui {

class RootsView : public QWidget {
    Q_OBJECT
public:
    RootsView(model::Session* session, Selection* selection, QWidget* parent = nullptr);

private:
    model::Session* m_session;
    Selection* m_selection;
};

} // namespace anchorscope::ui
