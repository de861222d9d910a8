#include "ui/paint/report_pages.h"
#include "ui/paint/icons.h"
#include "ui/paint/report_layout.h"
#include <QPainterPath>

namespace anchorscope::paint {

model::Meaning meaningOf(report::Mark mark) {
    using model::Meaning;
    switch (mark) {
    case report::Mark::verified:
        return Meaning::Passed;
    case report::Mark::not_final:
        return Meaning::NotFinal;
    case report::Mark::warning:
        return Meaning::Warning;
    case report::Mark::mismatch:
        return Meaning::Failed;
    case report::Mark::not_checked:
        return Meaning::NotChecked;
    case report::Mark::none:
        break;
    }
    return Meaning::None;
}

ReportPages::ReportPages(const report::Document& document, const Cancellation& cancellation)
    : m_pages(ReportLayout(document, cancellation).take()) {}

void ReportPages::paint(QPainter& painter, int page) const {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const Item& item : items(page)) {
        switch (item.kind) {
        case Item::Kind::Fill:
            painter.setPen(Qt::NoPen);
            painter.setBrush(item.color);
            if (item.radius > 0) {
                painter.drawRoundedRect(item.rect, item.radius, item.radius);
            } else {
                painter.drawRect(item.rect);
            }
            break;
        case Item::Kind::Text:
            painter.setFont(item.font);
            painter.setPen(item.color);
            painter.drawText(QPointF(item.rect.left(), item.rect.top() + item.ascent), item.text);
            break;
        case Item::Kind::Status:
            drawStatus(painter, item.rect, meaningOf(item.mark), item.color);
            break;
        }
    }
    painter.restore();
}

QStringList ReportPages::texts(int page) const {
    QStringList out;
    for (const Item& item : items(page)) {
        if (item.kind == Item::Kind::Text) {
            out += item.text;
        }
    }
    return out;
}

} // namespace anchorscope::paint
