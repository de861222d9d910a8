#include "ui/sequence/sequence_view.h"

namespace anchorscope::ui {

SequenceView::SequenceView(model::Session* session, Selection* selection, QWidget* parent)
    : QWidget(parent), m_session(session), m_selection(selection) {
    Q_UNUSED(m_session)
    Q_UNUSED(m_selection)
}

} // namespace anchorscope::ui
