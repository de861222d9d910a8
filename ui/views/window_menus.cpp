#include "ui/views/window_menus.h"
#include "model/session/samples.h"
#include "ui/widgets/panel.h"
#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::WindowMenus)
};

void addPanels(QMenu* menu, const CaseView& view) {
    const std::initializer_list<std::pair<CaseView::Part, QString>> panels{
        {CaseView::Part::Details, Words::tr("&Details")},
        {CaseView::Part::Proof, Words::tr("&What was proven")},
        {CaseView::Part::Bytes, Words::tr("&Preimage bytes and digests")},
        {CaseView::Part::Anchors, Words::tr("&Anchors, findings, endpoint log")}};
    for (const auto& [part, text] : panels) {
        QAction* toggle = menu->addAction(text);
        toggle->setCheckable(true);
        toggle->setChecked(true);
        QObject::connect(toggle, &QAction::toggled, view.panel(part), &QWidget::setVisible);
    }
}

} // namespace

void fillMenus(const WindowActions& actions, const model::Settings& settings, const CaseView& view,
               const std::function<void(const QString&)>& open) {
    QMenu* const samples = actions.samples;
    QObject::connect(samples, &QMenu::aboutToShow, samples, [samples, open] {
        samples->clear();
        for (const model::Sample& sample : model::samples()) {
            samples->addAction(sample.title, samples, [open, folder = sample.folder] { open(folder); });
        }
    });
    QMenu* const recent = actions.recent;
    QObject::connect(recent, &QMenu::aboutToShow, recent, [recent, open, &settings] {
        recent->clear();
        for (const model::Settings::Recent& each : settings.recent()) {
            recent->addAction(u"%1  ·  %2"_s.arg(QFileInfo(each.path).fileName(), each.verdict), recent,
                              [open, path = each.path] { open(path); });
        }
        if (recent->isEmpty()) {
            recent->addAction(Words::tr("None yet"))->setEnabled(false);
        }
    });
    addPanels(actions.panels, view);
}

} // namespace anchorscope::ui
