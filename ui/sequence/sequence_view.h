// Domains as lifelines, calls as arrows, over the linked selection.
#pragma once
#include "model/session/session.h"
#include "ui/views/selection.h"
#include <QWidget>

namespace anchorscope::ui {

class SequenceView : public QWidget {
    Q_OBJECT
public:
    SequenceView(model::Session* session, Selection* selection, QWidget* parent = nullptr);

private:
    model::Session* m_session;
    Selection* m_selection;
};

} // namespace anchorscope::ui
