#include "ui/views/window_menus.h"
#include "model/session/samples.h"
#include "ui/paint/icons.h"
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

constexpr qsizetype recent_shown = 10;

/// A name may hold an ampersand, which menus take for the mark of a key.
QString menuText(const QString& text) { return QString(text).replace(u'&', u"&&"_s); }

QString recentText(const model::Settings::Recent& each) {
    const QFileInfo file(each.path);
    const QString name = QFileInfo(file.path()).fileName() + u'/' + file.fileName();
    return each.verdict.isEmpty() ? menuText(name) : Words::tr("%1  ·  %2").arg(menuText(name), each.verdict);
}

void fillRecent(QMenu* menu, const std::function<void(const QString&)>& open, model::Settings* settings) {
    for (QAction* old : menu->actions()) {
        if (old->menu() != nullptr) {
            old->menu()->deleteLater(); // clear() leaves it behind
        }
    }
    menu->clear();
    const QList<model::Settings::Recent> cases = settings->recent();
    if (cases.isEmpty()) {
        menu->addAction(Words::tr("None yet"))->setEnabled(false);
        return;
    }
    for (const model::Settings::Recent& each : cases.first(std::min(cases.size(), recent_shown))) {
        QAction* action = menu->addAction(recentText(each), menu, [open, path = each.path] { open(path); });
        action->setToolTip(each.path);
        if (each.pinned) {
            action->setIcon(paint::icon(paint::Glyph::Pin));
        }
    }
    menu->addSeparator();
    QMenu* keep = menu->addMenu(Words::tr("&Keep in this list"));
    for (const model::Settings::Recent& each : cases) {
        QAction* action = keep->addAction(recentText(each));
        action->setCheckable(true);
        action->setChecked(each.pinned);
        QObject::connect(action, &QAction::toggled, menu,
                         [settings, path = each.path](bool pinned) { settings->pinRecent(path, pinned); });
    }
    menu->addAction(Words::tr("Remove those that are &gone"), menu,
                    [settings] { settings->forgetMissing(); });
    menu->addAction(Words::tr("&Clear"), menu, [settings] { settings->clearRecent(); });
}

} // namespace

void fillMenus(const WindowActions& actions, model::Settings* settings, const CaseView& view,
               const std::function<void(const QString&)>& open) {
    QMenu* const samples = actions.samples;
    QObject::connect(samples, &QMenu::aboutToShow, samples, [samples, open] {
        samples->clear();
        for (const model::Sample& sample : model::samples()) {
            samples->addAction(sample.title, samples, [open, folder = sample.folder] { open(folder); });
        }
    });
    QMenu* const recent = actions.recent;
    QObject::connect(recent, &QMenu::aboutToShow, recent,
                     [recent, open, settings] { fillRecent(recent, open, settings); });
    addPanels(actions.panels, view);
}

} // namespace anchorscope::ui
