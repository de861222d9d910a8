#include "ui/sequence/sequence_view.h"
#include "model/items/texts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/sequence/sequence_canvas.h"
#include "ui/sequence/sequence_overview.h"
#include "ui/sequence/sequence_picture.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/task_strip.h"
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QResizeEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

constexpr int bar_height = 36, side_width = 212, side_from = 860, margin = 10;

QToolButton* barButton(const QString& text, const QString& name) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

SequenceView::SequenceView(model::Session* session, Selection* selection, QWidget* parent)
    : QWidget(parent), m_session(session), m_selection(selection), m_canvas(new SequenceCanvas(selection)),
      m_overview(new SequenceOverview(m_canvas)), m_side(new QWidget),
      m_basis(new ElidedLabel(paint::Type::Caption, paint::Ink::SecondaryText)),
      m_empty(new ElidedLabel(paint::Type::Body, paint::Ink::SecondaryText)),
      m_key(barButton(tr("Key"), tr("Show overview and key"))), m_zoom(barButton({}, tr("Zoom to 100 %"))),
      m_fold(barButton(tr("Fold entries"), tr("Fold all entries"))),
      m_save(barButton(tr("Save picture"), tr("Save the diagram as a picture"))), m_strip(new TaskStrip) {
    build();
    for (const auto signal :
         {&model::Session::tableChanged, &model::Session::treeChanged, &model::Session::examinedChanged,
          &model::Session::evidenceChanged, &model::Session::reportChanged, &model::Session::namesChanged}) {
        connect(session, signal, this, &SequenceView::update);
    }
    connect(m_canvas, &SequenceCanvas::viewChanged, this, &SequenceView::refresh);
    connect(m_canvas, &SequenceCanvas::diagramChanged, this, &SequenceView::refresh);
    connect(m_strip, &TaskStrip::stopRequested, this, [this] {
        if (m_picture) {
            m_picture->cancel();
            m_strip->showStopping(tr("Stopping; the file stays as it was"));
        }
    });
    connect(m_strip, &TaskStrip::retryRequested, this, [this] {
        if (m_again) {
            m_again();
        }
    });
    update();
}

SequenceView::~SequenceView() = default;

QWidget* SequenceView::makeBar() {
    auto* bar = new QWidget;
    bar->setFixedHeight(paint::px(bar_height));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(paint::px(14), 0, paint::px(margin), 0);
    row->setSpacing(paint::px(4));
    auto* out = barButton(u"−"_s, tr("Zoom out"));
    auto* in = barButton(u"+"_s, tr("Zoom in"));
    connect(out, &QToolButton::clicked, this, [this] { m_canvas->setZoom(m_canvas->zoom() / 1.2); });
    connect(in, &QToolButton::clicked, this, [this] { m_canvas->setZoom(m_canvas->zoom() * 1.2); });
    connect(m_zoom, &QToolButton::clicked, this, [this] { m_canvas->setZoom(1); });
    m_fold->setCheckable(true);
    connect(m_fold, &QToolButton::toggled, m_canvas, &SequenceCanvas::foldEntries);
    m_key->setCheckable(true);
    connect(m_key, &QToolButton::clicked, this, [this](bool on) {
        m_side_wanted = on;
        m_side->setVisible(on);
    });
    m_save->setIcon(paint::icon(paint::Glyph::Download));
    m_save->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_save);
    const auto offer = [&](const QString& text, paint::PictureSave::Kind kind, double scale, bool whole) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, kind, scale, whole] { choosePicture(kind, scale, whole); });
    };
    offer(tr("Whole diagram as SVG…"), paint::PictureSave::Kind::Svg, 1, true);
    offer(tr("Whole diagram as PNG…"), paint::PictureSave::Kind::Png, 1, true);
    offer(tr("Whole diagram as PNG, double size…"), paint::PictureSave::Kind::Png, 2, true);
    menu->addSeparator();
    offer(tr("Visible part as SVG…"), paint::PictureSave::Kind::Svg, 1, false);
    offer(tr("Visible part as PNG…"), paint::PictureSave::Kind::Png, 1, false);
    offer(tr("Visible part as PNG, double size…"), paint::PictureSave::Kind::Png, 2, false);
    m_save->setMenu(menu);
    row->addWidget(m_basis, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{m_fold, out, m_zoom, in, m_key, m_save}) {
        row->addWidget(each);
    }
    return bar;
}

void SequenceView::build() {
    setFocusProxy(m_canvas);
    m_empty->setAlignment(Qt::AlignCenter);
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, paint::px(12), paint::px(14), paint::px(4));
    side->setSpacing(paint::px(8));
    side->addWidget(m_overview, 1);
    side->addWidget(new SequenceKey);
    m_side->setFixedWidth(paint::px(side_width));
    m_side->hide();
    auto* columns = new QHBoxLayout;
    columns->setSpacing(paint::px(6));
    columns->addWidget(m_canvas, 1);
    columns->addWidget(m_empty, 1);
    columns->addWidget(m_side);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(columns, 1);
    rows->addWidget(m_strip);
    rows->addWidget(makeBar());
    setTabOrder(m_canvas, m_fold);
}

void SequenceView::update() {
    if (!m_shown.update(*m_session)) {
        return;
    }
    m_canvas->setCase(m_shown);
    const bool usable = m_shown.usable();
    m_canvas->setVisible(usable);
    m_empty->setVisible(!usable);
    m_empty->setText(m_shown.source ? tr("There is no table here whose calls could be drawn.")
                                    : tr("Nothing is opened yet."));
    m_basis->setText(m_canvas->texts() ? m_canvas->texts()->basis() : QString());
    for (QWidget* each : std::initializer_list<QWidget*>{m_fold, m_save, m_key, m_zoom}) {
        each->setEnabled(usable);
    }
    showSide();
    refresh();
}

/// Overview and key, where there is room for them, or when they are asked for.
void SequenceView::showSide() {
    const bool room = width() >= paint::px(side_from);
    const bool shown = m_shown.usable() && m_side_wanted && room;
    m_side->setVisible(shown);
    m_key->setChecked(shown);
}

void SequenceView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showSide();
}

void SequenceView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_overview->update();
    }
}

void SequenceView::refresh() { m_zoom->setText(tr("%1 %").arg(qRound(m_canvas->zoom() * 100))); }

void SequenceView::choosePicture(paint::PictureSave::Kind kind, double scale, bool whole) {
    if (m_picture || !m_shown.usable()) {
        return;
    }
    const bool svg = kind == paint::PictureSave::Kind::Svg;
    auto* dialog =
        new QFileDialog(this, tr("Save the diagram"), {}, svg ? tr("SVG (*.svg)") : tr("PNG (*.png)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(svg ? u"svg"_s : u"png"_s);
    const QString name = QFileInfo(QString::fromStdString(m_shown.source->name)).completeBaseName();
    dialog->selectFile(tr("%1-sequence").arg(name) + (svg ? u".svg"_s : u".png"_s));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, kind, scale, whole](const QString& path) { savePicture(kind, scale, whole, path); });
    m_again = [this, kind, scale, whole] { choosePicture(kind, scale, whole); };
    dialog->open();
}

void SequenceView::savePicture(paint::PictureSave::Kind kind, double scale, bool whole, const QString& path) {
    if (m_picture || !m_canvas->texts()) {
        return;
    }
    m_canvas->ensureLaidOut();
    paint::Picture picture =
        sequencePicture(m_canvas->diagram(), m_canvas->texts(), whole ? QRectF() : m_canvas->visibleRect());
    m_picture = std::make_unique<paint::PictureSave>(std::move(picture), kind, scale, path);
    const QString name = QFileInfo(path).fileName();
    connect(m_picture.get(), &paint::PictureSave::progress, this, [this, name](quint64 done, quint64 total) {
        m_strip->showProgress(
            tr("Saving %1, %2 of %3 messages").arg(name, model::numberText(done), model::numberText(total)),
            done, total);
    });
    connect(m_picture.get(), &paint::PictureSave::done, this, &SequenceView::concludePicture);
    m_picture->start();
}

void SequenceView::concludePicture(paint::PictureSave::Outcome outcome) {
    paint::PictureSave* const ended = m_picture.release();
    ended->deleteLater(); // it is still signalling
    if (outcome == paint::PictureSave::Outcome::Failed) {
        m_strip->showFailure(tr("Not saved: %1").arg(ended->error()), tr("Save again…"));
        return;
    }
    m_strip->hide();
    if (outcome == paint::PictureSave::Outcome::Saved) {
        m_basis->setText(tr("Saved %1").arg(QFileInfo(ended->path()).fileName()));
        Q_EMIT pictureSaved(ended->path());
    }
}

} // namespace anchorscope::ui
