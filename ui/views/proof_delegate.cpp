#include "ui/views/proof_delegate.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/views/proof_view.h"
#include "ui/views/status_delegate.h"
#include <QListView>
#include <QPainter>
#include <QRegularExpression>

namespace anchorscope::ui {

namespace {

constexpr paint::Px icon{20}, text_left{48}, margin{14}, above{5}, line{18};

int leastHeight() { return 2 * line + 2 * above; }

/// Long hashes by their first and last bytes; the clipboard and the tool tip have them whole.
QString shortened(QString text) {
    static const QRegularExpression hash(
        QStringLiteral("0x([0-9a-fA-F]{8})[0-9a-fA-F]{16,}([0-9a-fA-F]{8})"));
    return text.replace(hash, QStringLiteral("0x\\1…\\2"));
}

QFont captionFont(const QString& text) {
    const QFont font = paint::font(paint::Type::Caption);
    return text.contains(QLatin1String("0x")) ? paint::hexSafe(font) : font;
}

bool isUnfolded(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto* view = qobject_cast<const QListView*>(option.widget);
    return view != nullptr && view->currentIndex() == index;
}

int textWidth(const QStyleOptionViewItem& option) {
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    return std::max(paint::px(80), width - text_left - margin);
}

} // namespace

QString ProofDelegate::second(const RungStatement& rung, bool unfolded) const {
    if (!unfolded || rung.detail.isEmpty()) {
        return shortened(rung.basis);
    }
    QString text = rung.detail;
    if (!rung.expected.isEmpty()) {
        text += QLatin1Char('\n') + tr("expected %1").arg(rung.expected);
    }
    if (!rung.actual.isEmpty()) {
        text += QLatin1Char('\n') + tr("found %1").arg(rung.actual);
    }
    return shortened(text);
}

QSize ProofDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto rung = index.data(ProofView::StatementRole).value<RungStatement>();
    if (!isUnfolded(option, index)) {
        return {0, leastHeight()};
    }
    const QString text = second(rung, true);
    const QRect box = QFontMetrics(captionFont(text))
                          .boundingRect(QRect(0, 0, textWidth(option), 4000), Qt::TextWordWrap, text);
    return {0, std::max(leastHeight(), above + line + box.height() + 2 + above)};
}

void ProofDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const auto rung = index.data(ProofView::StatementRole).value<RungStatement>();
    const paint::Theme& theme = paint::theme();
    const bool selected = option.state.testFlag(QStyle::State_Selected), unfolded = isUnfolded(option, index);
    const QRect rect = option.rect;
    painter->save();
    painter->setLayoutDirection(Qt::LeftToRight); // as its parts stand
    painter->fillRect(rect, rowBackground(selected, false));
    if (selected) {
        painter->fillRect(QRect(rect.topLeft(), QSize(RowMetrics::accent_bar, rect.height())),
                          theme.color(paint::Ink::Accent));
    }
    const double axis = rect.left() + margin + icon / 2.0, centre = rect.top() + leastHeight() / 2.0;
    const QColor rail = theme.color(paint::Ink::ControlLine);
    if (index.row() > 0) {
        painter->fillRect(QRectF(axis - 0.5, rect.top(), 1, centre - icon / 2.0 - 4 - rect.top()), rail);
    }
    if (index.row() + 1 < index.model()->rowCount()) {
        const double from = centre + icon / 2.0 + 4;
        painter->fillRect(QRectF(axis - 0.5, from, 1, rect.bottom() + 1 - from), rail);
    }
    painter->setRenderHint(QPainter::Antialiasing);
    const bool failed = rung.meaning == model::Meaning::Failed;
    const QColor wrong = theme.color(selected ? paint::Ink::MismatchOnSelection : paint::Ink::Mismatch);
    paint::drawStatus(*painter, QRectF(axis - icon / 2.0, centre - icon / 2.0, icon, icon), rung.meaning,
                      failed ? wrong : theme.color(rung.meaning));

    const int width = rect.width() - text_left - margin;
    const QRect title(rect.left() + text_left, rect.top() + above, width, line);
    painter->setFont(paint::font(paint::Type::BodyBold));
    painter->setPen(failed ? wrong : theme.color(paint::Ink::Text));
    painter->drawText(title, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(rung.statement, Qt::ElideRight, width));
    const QString text = second(rung, unfolded);
    painter->setFont(captionFont(text));
    painter->setPen(theme.color(unfolded ? paint::Ink::Text : paint::Ink::SecondaryText));
    const QRect below(title.left(), title.bottom() + 1, width, rect.bottom() - title.bottom() - above);
    if (unfolded) {
        painter->drawText(below, Qt::AlignTop | Qt::TextWordWrap, text);
    } else {
        painter->drawText(below, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, width));
    }
    painter->restore();
}

} // namespace anchorscope::ui
