#include "ui/explorers/evidence_explorer.h"

namespace anchorscope::ui {

EvidenceExplorer::EvidenceExplorer(model::Session* session, Selection* selection, QWidget* parent)
    : QWidget(parent), m_session(session), m_selection(selection) {
    Q_UNUSED(m_session)
    Q_UNUSED(m_selection)
}

void EvidenceExplorer::showRung(verify::RungId /*rung*/) {}

} // namespace anchorscope::ui
