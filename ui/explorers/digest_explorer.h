// A digest's preimage as fields and bytes, and the steps of its fold.
#pragma once
#include "model/session/session.h"
#include "ui/views/selection.h"
#include <QWidget>

namespace anchorscope::ui {

class DigestExplorer : public QWidget {
    Q_OBJECT
public:
    DigestExplorer(model::Session* session, Selection* selection, QWidget* parent = nullptr);
    /// Row of the list of digests (model::DigestModel).
    void showDigest(int row);

Q_SIGNALS:
    void left(); ///< back to the tree

private:
    model::Session* m_session;
    Selection* m_selection;
};

} // namespace anchorscope::ui
