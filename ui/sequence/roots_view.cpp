#include "ui/sequence/roots_view.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/sequence/roots_canvas.h"
#include "ui/widgets/elided_label.h"
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

RootsView::RootsView(model::Session* session, Selection* selection, QWidget* parent)
    : QWidget(parent), m_session(session), m_canvas(new RootsCanvas(selection)),
      m_empty(new ElidedLabel(paint::Type::Body, paint::Ink::SecondaryText)),
      m_summary(new ElidedLabel(paint::Type::Caption, paint::Ink::SecondaryText)),
      m_previous(new QToolButton), m_next(new QToolButton) {
    setFocusProxy(m_canvas);
    m_empty->setAlignment(Qt::AlignCenter);
    auto* bar = new QWidget;
    bar->setFixedHeight(paint::px(36));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(paint::px(14), 0, paint::px(10), 0);
    row->addWidget(m_summary, 1);
    m_previous->setText(tr("Previous break"));
    m_next->setText(tr("Next break"));
    for (QToolButton* button : {m_previous, m_next}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(button->text());
        const int by = button == m_next ? 1 : -1;
        connect(button, &QToolButton::clicked, m_canvas, [this, by] { m_canvas->walkBreaks(by); });
        row->addWidget(button);
    }
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_canvas, 1);
    rows->addWidget(m_empty, 1);
    rows->addWidget(bar);
    for (const auto signal : {&model::Session::tableChanged, &model::Session::treeChanged,
                              &model::Session::examinedChanged, &model::Session::reportChanged}) {
        connect(session, signal, this, &RootsView::update);
    }
    update();
}

void RootsView::update() {
    if (!m_shown.update(*m_session) && !m_empty->text().isEmpty()) {
        return;
    }
    m_canvas->setCase(m_shown);
    const bool any = !m_canvas->bands().steps.empty();
    m_canvas->setVisible(any);
    m_empty->setVisible(!any);
    m_empty->setText(emptyText());
    m_summary->setText(any ? summary() : QString());
    for (QToolButton* button : {m_previous, m_next}) {
        button->setVisible(m_canvas->bands().breaks > 0);
    }
}

QString RootsView::emptyText() const {
    return !m_shown.source  ? tr("Nothing is opened yet.")
           : !m_shown.table ? tr("There is no table here whose states could be followed.")
                            : tr("This table changes no state of a rollup.");
}

QString RootsView::summary() const {
    const paint::RootsLayout& bands = m_canvas->bands();
    const QString rollups = tr("%n rollup(s)", nullptr, static_cast<int>(bands.bands.size()));
    const bool stated = std::ranges::all_of(bands.bands, &paint::RootsBand::stated);
    const QString breaks = bands.breaks > 0 ? tr("%n break(s)", nullptr, static_cast<int>(bands.breaks))
                           : stated         ? tr("every state continues the one before")
                                            : tr("this version does not state where steps start");
    return tr("%1 · %2 · computed from the table alone").arg(rollups, breaks);
}

} // namespace anchorscope::ui
