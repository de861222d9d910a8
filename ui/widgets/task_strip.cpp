#include "ui/widgets/task_strip.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/widgets/elided_label.h"
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace anchorscope::ui {

using model::Meaning;

namespace {

constexpr paint::Px strip_height{44}, margin{16}, icon{16}, gap{12}, bar_width{220};
constexpr int whole = 1000; // steps of the bar: sizes above 2^31 have to fit

} // namespace

TaskStrip::TaskStrip(QWidget* parent)
    : QFrame(parent), m_text(new ElidedLabel(paint::Type::Body, paint::Ink::Text)), m_bar(new QProgressBar),
      m_stop(new QPushButton(tr("Stop"))), m_retry(new QPushButton), m_close(new QToolButton) {
    setFixedHeight(strip_height);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(margin + icon + gap, 0, margin, 0);
    row->setSpacing(gap);
    m_bar->setFixedWidth(bar_width);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_close->setIcon(paint::icon(paint::Glyph::Close));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Put this message away"));
    m_close->setAccessibleName(tr("Put this message away"));
    m_close->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_text, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{m_bar, m_stop, m_retry, m_close}) {
        row->addWidget(each);
    }
    connect(m_stop, &QPushButton::clicked, this, &TaskStrip::stopRequested);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT retryRequested();
    });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

QString TaskStrip::text() const { return m_text->text(); }

void TaskStrip::arrange(const QString& text, bool failed) {
    m_failed = failed;
    m_text->setText(text);
    m_bar->setVisible(!failed);
    m_stop->setVisible(!failed);
    m_stop->setEnabled(true);
    m_retry->setVisible(failed);
    m_close->setVisible(failed);
    setAccessibleName(text);
    show();
    update();
}

void TaskStrip::showProgress(const QString& text, quint64 done, quint64 total) {
    arrange(text, false);
    m_bar->setRange(0, total == 0 ? 0 : whole);
    m_bar->setValue(total == 0 ? 0 : static_cast<int>(done * whole / total));
}

void TaskStrip::showStopping(const QString& text) {
    arrange(text, false);
    m_bar->setRange(0, 0);
    m_stop->setEnabled(false);
}

void TaskStrip::showFailure(const QString& text, const QString& retry) {
    m_retry->setText(retry);
    arrange(text, true);
}

void TaskStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const paint::Theme& theme = paint::theme();
    painter.fillRect(rect(), theme.color(paint::Ink::Panel));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(paint::Ink::Line));
    const QRectF place(margin, (height() - icon) / 2.0, icon, icon);
    if (m_failed) {
        paint::drawStatus(painter, place, Meaning::Failed, theme.color(Meaning::Failed));
    } else {
        paint::drawGlyph(painter, place, paint::Glyph::File, theme.color(paint::Ink::SecondaryText));
    }
}

} // namespace anchorscope::ui
