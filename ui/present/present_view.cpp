#include "ui/present/present_view.h"

namespace anchorscope::ui {

PresentView::PresentView(model::Session* session, Selection* selection, QWidget* parent)
    : QWidget(parent), m_session(session), m_selection(selection) {
    Q_UNUSED(m_session)
    Q_UNUSED(m_selection)
}

void PresentView::start() {}

} // namespace anchorscope::ui
