#include "ui/views/filter_field.h"
#include "model/filter/filter_lexer.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include "ui/paint/theme.h"
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace anchorscope::ui {

using paint::px;

FilterField::FilterField(QWidget* parent) : QLineEdit(parent) {
    setFrame(false);
    setFont(paint::hexSafe(paint::font(paint::Type::Body)));
    setMaxLength(static_cast<int>(model::max_filter_length));
    setContextMenuPolicy(Qt::DefaultContextMenu);
}

void FilterField::setProblem(std::optional<std::pair<qsizetype, qsizetype>> place) {
    m_problem = place;
    update();
}

/// The cursor's place is known to the line alone, the rest follows from the font.
int FilterField::left(qsizetype unit) const {
    const QFontMetrics metrics(font());
    const QRect cursor = cursorRect();
    return cursor.center().x() + metrics.horizontalAdvance(text(), static_cast<int>(unit)) -
           metrics.horizontalAdvance(text(), cursorPosition());
}

bool FilterField::event(QEvent* event) {
    if (event->type() == QEvent::KeyPress && m_handler && m_handler(static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (!m_problem || text().isEmpty()) {
        return;
    }
    const auto [at, length] = *m_problem;
    const QFontMetrics metrics(font());
    const int least = px(7);
    const double begin = left(at);
    const double end =
        std::max<double>(length > 0 ? left(std::min(at + length, text().size())) : 0, begin + least);
    const double base = (height() + metrics.height()) / 2.0 - px(1), step = px(2.0);
    QPainterPath wave(QPointF(begin, base));
    bool up = true;
    for (double x = begin + step; x <= end; x += step, up = !up) {
        wave.lineTo(x, up ? base - step : base);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect());
    painter.setPen(QPen(paint::theme().color(paint::Ink::Warning), px(1.25), Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    painter.drawPath(wave);
}

} // namespace anchorscope::ui
