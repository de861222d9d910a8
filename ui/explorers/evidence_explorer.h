// What a rung stands on: its evidence, expected beside actual.
#pragma once
#include "model/session/session.h"
#include "ui/views/selection.h"
#include <QWidget>

namespace anchorscope::ui {

class EvidenceExplorer : public QWidget {
    Q_OBJECT
public:
    EvidenceExplorer(model::Session* session, Selection* selection, QWidget* parent = nullptr);
    void showRung(verify::RungId rung);

Q_SIGNALS:
    void left(); ///< back to the tree

private:
    model::Session* m_session;
    Selection* m_selection;
};

} // namespace anchorscope::ui
