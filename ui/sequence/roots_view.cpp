#include "ui/sequence/roots_view.h"

namespace anchorscope::ui {

RootsView::RootsView(model::Session* session, Selection* selection, QWidget* parent)
    : QWidget(parent), m_session(session), m_selection(selection) {
    Q_UNUSED(m_session)
    Q_UNUSED(m_selection)
}

} // namespace anchorscope::ui
