#include "ui/present/tour.h"
#include "model/session/samples.h"
#include "ui/views/case_view.h"
#include "ui/views/next_step.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/ladder_buttons.h"
#include "ui/widgets/ladder_words.h"
#include "ui/widgets/panel.h"
#include <QEvent>
#include <QLayout>
#include <QMainWindow>
#include <QTimer>

namespace anchorscope::ui {

using Target = TourStop::Target;

namespace {

constexpr int settle_ms = 120; ///< layouts come to rest

} // namespace

Tour::Tour(QMainWindow* window, model::Session* session, std::function<void(const QString&)> open)
    : QObject(window), m_window(window), m_session(session), m_open(std::move(open)), m_bar(new TourBar),
      m_spotlight(new Spotlight(window->centralWidget())) {
    m_bar->hide();
    window->centralWidget()->layout()->addWidget(m_bar);
    window->centralWidget()->installEventFilter(this);
    connect(m_bar, &TourBar::stepped, this, [this](int by) { go(m_at + by); });
    connect(m_bar, &TourBar::left, this, &Tour::leave);
    connect(session, &model::Session::finished, this,
            [this] { QTimer::singleShot(settle_ms, this, &Tour::light); });
}

void Tour::start() {
    m_stops = tourStops();
    m_opened.clear();
    go(0);
}

void Tour::go(int stop) {
    if (stop < 0) {
        return;
    }
    if (stop >= m_stops.size()) {
        leave();
        return;
    }
    m_at = stop;
    const TourStop& here = m_stops.at(stop);
    m_spotlight->showOn({});
    if (here.sample != m_opened) {
        m_opened = here.sample;
        for (const model::Sample& sample : model::samples()) {
            if (sample.id == here.sample) {
                m_open(sample.folder);
            }
        }
    } else {
        QTimer::singleShot(settle_ms, this, &Tour::light);
    }
    m_bar->showStop(here, stop, static_cast<int>(m_stops.size()));
}

QWidget* Tour::target(const TourStop& stop) const {
    const auto* view = m_window->findChild<CaseView*>();
    switch (stop.target) {
    case Target::Banner:
        return m_window->findChild<Banner*>();
    case Target::Rung: {
        auto* ladder = m_window->findChild<Ladder*>();
        ladder->setOpenStage(verify::stage_of(*stop.rung));
        return ladder->rungButton(*stop.rung);
    }
    case Target::Tree:
        return view->panel(CaseView::Part::Tree);
    case Target::Details:
        return view->panel(CaseView::Part::Details);
    case Target::Proof:
        return view->panel(CaseView::Part::Proof);
    case Target::Bytes:
        return view->panel(CaseView::Part::Bytes);
    case Target::Step:
        return m_window->findChild<NextStepBar*>();
    }
    return nullptr;
}

void Tour::light() {
    if (!active() || m_session->phase() != model::Session::Phase::done) {
        return;
    }
    const QWidget* lit = target(m_stops.at(m_at));
    QWidget* centre = m_window->centralWidget();
    const bool seen = lit != nullptr && lit->isVisible();
    m_spotlight->showOn(seen ? QRect(lit->mapTo(centre, QPoint(0, 0)), lit->size()) : QRect());
    m_bar->raise();     // above the veil
    m_bar->takeFocus(); // an opened case took it
}

void Tour::leave() {
    m_at = -1;
    m_bar->hide();
    m_spotlight->showOn({});
    m_window->setFocus();
}

bool Tour::eventFilter(QObject* watched, QEvent* event) {
    if (active() && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)) {
        QTimer::singleShot(settle_ms, this, &Tour::light);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace anchorscope::ui
