// The case for an audience: one idea at a time.
#pragma once
#include "model/session/session.h"
#include "ui/views/selection.h"
#include <QWidget>

namespace anchorscope::ui {

class PresentView : public QWidget {
    Q_OBJECT
public:
    PresentView(model::Session* session, Selection* selection, QWidget* parent = nullptr);
    void start();

Q_SIGNALS:
    void left();

private:
    model::Session* m_session;
    Selection* m_selection;
};

} // namespace anchorscope::ui
