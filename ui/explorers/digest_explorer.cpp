#include "ui/explorers/digest_explorer.h"

namespace anchorscope::ui {

DigestExplorer::DigestExplorer(model::Session* session, Selection* selection, QWidget* parent)
    : QWidget(parent), m_session(session), m_selection(selection) {
    Q_UNUSED(m_session)
    Q_UNUSED(m_selection)
}

void DigestExplorer::showDigest(int /*row*/) {}

} // namespace anchorscope::ui
