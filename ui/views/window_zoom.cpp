#include "ui/views/window_zoom.h"
#include "ui/widgets/apply_zoom.h"
#include <QCoreApplication>
#include <QMainWindow>

namespace anchorscope::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::WindowZoom)
};

} // namespace

void connectZoom(QMainWindow* window, const WindowActions& actions, model::Settings* settings,
                 const std::function<void(const QString&)>& said) {
    const auto take = [settings, said, actions](int percent) {
        settings->set(model::Setting::ZoomPercent, percent);
        applyZoom(percent / 100.0);
        actions.zoom_in->setEnabled(percent < zoomSteps().last());
        actions.zoom_out->setEnabled(percent > zoomSteps().first());
        said(Words::tr("Zoom %1 %").arg(percent));
    };
    const auto now = [settings] { return settings->get(model::Setting::ZoomPercent).toInt(); };
    // Ctrl+= is Ctrl++ without Shift.
    actions.zoom_in->setShortcuts(QKeySequence::keyBindings(QKeySequence::ZoomIn) +
                                  QList{QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    QObject::connect(actions.zoom_in, &QAction::triggered, window, [=] { take(nextZoomStep(now(), 1)); });
    QObject::connect(actions.zoom_out, &QAction::triggered, window, [=] { take(nextZoomStep(now(), -1)); });
    QObject::connect(actions.zoom_reset, &QAction::triggered, window, [=] { take(100); });
}

} // namespace anchorscope::ui
