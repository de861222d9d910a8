#include "ui/sequence/sequence_overview.h"
#include "ui/paint/boxes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include "ui/sequence/sequence_canvas.h"
#include <QMouseEvent>
#include <QPainter>

namespace anchorscope::ui {

using paint::Ink;
using paint::MessageKind;
using paint::SequenceLayout;
using paint::SequenceMetrics;
using paint::SequencePainting;

namespace {

constexpr double margin = 8, most_stretch = 0.35;
constexpr int key_row = 27, key_rows = 8, key_mark = 46;

} // namespace

SequenceOverview::SequenceOverview(SequenceCanvas* canvas, QWidget* parent)
    : QWidget(parent), m_canvas(canvas) {
    setAccessibleName(tr("Overview of the sequence diagram"));
    setLayoutDirection(Qt::LeftToRight);
    connect(canvas, &SequenceCanvas::viewChanged, this, qOverload<>(&QWidget::update));
    connect(canvas, &SequenceCanvas::diagramChanged, this, [this] {
        m_picture = QPixmap();
        update();
    });
}

double SequenceOverview::stretchX() const {
    const double width = m_canvas->diagram().width;
    return width > 0 ? (this->width() - 2 * margin) / width : 1;
}

double SequenceOverview::stretchY() const {
    const double high = m_canvas->diagram().height;
    return high > 0 ? std::min((height() - 2 * margin) / high, most_stretch) : 1;
}

QRectF SequenceOverview::window() const {
    const QRectF seen = m_canvas->visibleRect();
    const SequenceLayout& layout = m_canvas->diagram();
    const double top = margin + seen.top() * stretchY();
    const double high =
        std::max(6.0, std::min(seen.bottom(), layout.height) * stretchY() - seen.top() * stretchY());
    const double left = std::clamp(seen.left(), 0.0, layout.width) * stretchX();
    const double right = std::clamp(seen.right(), 0.0, layout.width) * stretchX();
    return {margin / 2 + left, top - 3, right - left + margin, high + 6};
}

/// One message for each half pixel at most.
void SequenceOverview::makePicture() {
    const double ratio = devicePixelRatioF();
    m_picture = QPixmap(size() * ratio);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::transparent);
    const SequenceLayout& layout = m_canvas->diagram();
    if (layout.messages.empty()) {
        return;
    }
    const paint::Theme& theme = paint::theme();
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto x = [&](double at) { return margin + at * stretchX(); };
    const auto y = [&](double at) { return margin + at * stretchY(); };
    for (std::size_t lane = 0; lane < layout.lifelines.size(); ++lane) {
        painter.setPen(
            QPen(paint::mixed(theme.color(Ink::Panel), theme.lane(static_cast<int>(lane)), 0.5), 1));
        const double at = x(layout.lifelines[lane].x);
        painter.drawLine(QPointF(at, y(0)), QPointF(at, y(layout.height)));
    }
    const auto most = static_cast<std::size_t>(std::max(1, 2 * height()));
    const std::size_t stride = std::max<std::size_t>(1, layout.messages.size() / most);
    for (std::size_t i = 0; i < layout.messages.size(); i += stride) {
        const paint::SequenceMessage& message = layout.messages[i];
        if (message.kind == MessageKind::Span || message.toSelf()) {
            continue;
        }
        QColor color = theme.lane(static_cast<int>(message.to));
        color.setAlphaF(message.kind == MessageKind::Return ? 0.45F : 0.9F);
        painter.setPen(QPen(color, message.kind == MessageKind::Return ? 1 : 1.5));
        painter.drawLine(QPointF(x(layout.lifelines[message.from].x), y(message.y)),
                         QPointF(x(layout.lifelines[message.to].x), y(message.y)));
    }
    for (const paint::SequenceRoot& root : layout.roots) {
        if (root.broken) {
            painter.fillRect(QRectF(x(layout.lifelines[root.lane].x) - 3, y(root.y) - 1.5, 6, 3),
                             theme.color(Ink::Mismatch));
        }
    }
}

void SequenceOverview::paintEvent(QPaintEvent*) {
    if (m_picture.isNull()) {
        makePicture();
    }
    QPainter painter(this);
    const paint::Theme& theme = paint::theme();
    const double bottom = margin + m_canvas->diagram().height * stretchY() + margin;
    const QRectF whole(0.5, 0.5, width() - 1, std::min<double>(height() - 1, bottom));
    paint::drawBox(painter, whole, paint::control_radius, theme.color(Ink::Panel), theme.color(Ink::Line));
    if (m_canvas->diagram().messages.empty()) {
        return;
    }
    const QRectF seen = window().intersected(whole);
    paint::drawBox(painter, seen, 4, paint::mixed(theme.color(Ink::Panel), theme.color(Ink::Selection), 0.35),
                   theme.color(Ink::Accent), 1.5);
    painter.drawPixmap(0, 0, m_picture);
    if (m_canvas->current() < m_canvas->diagram().messages.size()) { // where the chosen one lies
        const double y = margin + m_canvas->diagram().messages[m_canvas->current()].y * stretchY();
        painter.fillRect(QRectF(1.5, y - 1.5, 5, 3), theme.color(Ink::Accent));
    }
}

void SequenceOverview::resizeEvent(QResizeEvent*) { m_picture = QPixmap(); }

void SequenceOverview::moveTo(double y) { m_canvas->showFrom((y - m_held - margin + 3) / stretchY()); }

void SequenceOverview::mousePressEvent(QMouseEvent* event) {
    const QRectF seen = window();
    m_held = seen.contains(event->position()) ? event->position().y() - seen.top() : seen.height() / 2;
    moveTo(event->position().y());
}

void SequenceOverview::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton)) {
        moveTo(event->position().y());
    }
}

SequenceKey::SequenceKey(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Key of the sequence diagram"));
    setAccessibleDescription(
        tr("Solid arrows are calls, in the colour of the domain that is called. Dashed arrows "
           "are returns, dotted ones lookups. Boxes are frames of nested calls, hatched parts "
           "are rolled back."));
}

QSize SequenceKey::sizeHint() const { return {paint::px(196), paint::px(key_row * key_rows + 8)}; }

void SequenceKey::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double unit = paint::px(1.0);
    painter.scale(unit, unit);
    const paint::Theme& theme = paint::theme();
    const SequenceLayout empty;
    const paint::SequenceWords words;
    const paint::SequenceEmphasis plain;
    const SequencePainting painting(empty, words, theme, plain);
    const QColor l1 = theme.lane(0), rollup = theme.lane(1), quiet = theme.color(Ink::SecondaryText);
    const QStringList texts{tr("call, the callee’s colour"), tr("return"),
                            tr("lookup, only reads"),        tr("code of a domain runs"),
                            tr("frame of a nested call"),    tr("effects rolled back"),
                            tr("state root from here on"),   tr("folds and unfolds")};
    painter.setFont(SequencePainting::labelFont());
    for (int row = 0; row < texts.size(); ++row) {
        const double y = 4 + key_row * (row + 0.5);
        const QRectF mark(2, y - 9, key_mark - 8, 18);
        switch (row) {
        case 0:
            SequencePainting::drawArrow(painter, QLineF(mark.left(), y, mark.right(), y), MessageKind::Call,
                                        rollup);
            break;
        case 1:
            SequencePainting::drawArrow(painter, QLineF(mark.right(), y, mark.left(), y), MessageKind::Return,
                                        l1);
            break;
        case 2:
            SequencePainting::drawArrow(painter, QLineF(mark.left(), y, mark.right(), y), MessageKind::Lookup,
                                        rollup);
            break;
        case 3:
            paint::drawBox(painter, QRectF(mark.center().x() - 5, mark.top(), 10, 18), 3,
                           paint::mixed(theme.color(Ink::Panel), l1, 0.2), l1);
            break;
        case 4:
            paint::drawBox(painter, mark, 4, theme.color(Ink::Header), theme.color(Ink::ControlLine));
            break;
        case 5:
            painting.drawHatch(painter, mark.adjusted(0, 0, -10, 0));
            SequencePainting::drawBracket(painter, mark.right(), mark.top(), mark.bottom(), quiet);
            break;
        case 6:
            paint::drawBox(painter, QRectF(mark.center().x() - 9, y - 1.5, 18, 3), 1.5, rollup);
            break;
        default:
            painter.setPen(QPen(quiet, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPolyline(QPolygonF({{mark.center().x() - 4, y - 2},
                                            {mark.center().x(), y + 2},
                                            {mark.center().x() + 4, y - 2}}));
            break;
        }
        painter.setPen(theme.color(Ink::Text));
        painter.drawText(QRectF(key_mark + 4, y - 10, 220, 20), Qt::AlignLeft | Qt::AlignVCenter, texts[row]);
    }
}

} // namespace anchorscope::ui
