#include "ui/widgets/welcome_parts.h"
#include "ui/paint/boxes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace anchorscope::ui {

using model::Meaning;
using paint::Ink;
using paint::Type;

namespace {

constexpr paint::Px row_height{36}, row_padding{20}, row_icon{16}, row_gap{12};
constexpr paint::Px card_padding{18}, card_title{24}, card_gap{8};

QFont face(Type type) { return paint::hexSafe(paint::font(type)); }

/// "deep-reentry/table.hex": the folder tells cases apart whose files share a name.
QString shortPath(const QString& path) {
    const QFileInfo file(path);
    const QString folder = QFileInfo(file.path()).fileName();
    return folder.isEmpty() || folder == QStringLiteral(".") ? file.fileName()
                                                             : folder + u'/' + file.fileName();
}

} // namespace

Meaning meaningOfVerdict(const QString& words) {
    struct Known {
        const char* start;
        Meaning meaning;
    };
    // Longer beginnings first: "Match, not final" is no mismatch.
    constexpr Known known[] = {{"verified", Meaning::Passed},
                               {"match, not final", Meaning::NotFinal},
                               {"mismatch", Meaning::Failed},
                               {"unproven", Meaning::Warning},
                               {"malformed", Meaning::Failed}};
    for (const Known& verdict : known) {
        if (words.startsWith(QLatin1String(verdict.start), Qt::CaseInsensitive)) {
            return verdict.meaning;
        }
    }
    return Meaning::None;
}

WelcomeCard::WelcomeCard(bool target, QWidget* parent) : QFrame(parent), m_target(target) {}

void WelcomeCard::setHighlighted(bool highlighted) {
    m_highlighted = highlighted;
    update();
}

void WelcomeCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const paint::Theme& theme = paint::theme();
    const QColor fill = theme.color(m_highlighted ? Ink::Selection : Ink::Panel);
    if (!m_target) {
        paint::drawBox(painter, rect(), paint::panel_radius, fill, theme.color(Ink::Line));
        return;
    }
    constexpr paint::PxF dash_width{1.5};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    QPen pen(theme.color(Ink::Accent), dash_width, m_highlighted ? Qt::SolidLine : Qt::CustomDashLine);
    if (!m_highlighted) {
        pen.setDashPattern({8 / dash_width, 5 / dash_width});
        pen.setCapStyle(Qt::FlatCap);
    }
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), paint::panel_radius, paint::panel_radius);
}

WelcomeButton::WelcomeButton(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void WelcomeButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

RecentRow::RecentRow(const QString& path, const QString& verdict, bool pinned, QWidget* parent)
    : WelcomeButton(parent), m_name(shortPath(path)),
      m_verdict(QCoreApplication::translate("anchorscope::ui::VerdictText", verdict.toUtf8().constData())),
      m_pinned(pinned), m_meaning(meaningOfVerdict(verdict)) {
    if (!m_verdict.isEmpty()) {
        m_verdict[0] = m_verdict[0].toUpper();
    }
    setToolTip(path);
    setAccessibleName(m_verdict.isEmpty() ? m_name : tr("%1: %2").arg(m_name, m_verdict));
    setAccessibleDescription(pinned ? tr("%1, kept in this list").arg(path) : path);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RecentRow::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* keep = menu->addAction(tr("Keep in this list"));
    keep->setCheckable(true);
    keep->setChecked(m_pinned);
    connect(keep, &QAction::toggled, this, &RecentRow::pinChosen, Qt::QueuedConnection);
    menu->popup(event->globalPos());
}

QSize RecentRow::sizeHint() const { return {2 * row_padding + row_icon + row_gap, row_height}; }

void RecentRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // as its parts stand
    const paint::Theme& theme = paint::theme();
    if (underMouse() || isDown()) {
        painter.fillRect(rect(), theme.color(isDown() ? Ink::Selection : Ink::Header));
    }
    if (hasFocus()) {
        paint::drawBox(painter, QRectF(rect()).adjusted(paint::px(8), 2, -paint::px(8), -2),
                       paint::control_radius, {}, theme.color(Ink::Accent), 1.5);
    }
    const QRectF icon(row_padding, (height() - row_icon) / 2.0, row_icon, row_icon);
    if (m_meaning == Meaning::None) {
        paint::drawGlyph(painter, icon, paint::Glyph::File, theme.color(Ink::SecondaryText));
    } else {
        paint::drawStatus(painter, icon, m_meaning, theme.color(m_meaning));
    }
    painter.setFont(face(Type::Caption));
    painter.setPen(theme.color(Ink::SecondaryText));
    const int verdict_width = painter.fontMetrics().horizontalAdvance(m_verdict);
    QRect words = rect().adjusted(row_padding + row_icon + row_gap, 0, -row_padding, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, m_verdict);
    words.setRight(words.right() - verdict_width - row_gap);
    if (m_pinned) {
        const QRectF pin(words.right() - row_icon, (height() - row_icon) / 2.0, row_icon, row_icon);
        paint::drawGlyph(painter, pin, paint::Glyph::Pin, theme.color(Ink::SecondaryText));
        words.setRight(words.right() - row_icon - row_gap);
    }
    painter.setFont(face(Type::Body));
    painter.setPen(theme.color(Ink::Text));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_name, Qt::ElideMiddle, words.width()));
}

SampleCard::SampleCard(const QString& title, const QString& text, Meaning meaning, const QString& verdict,
                       QWidget* parent)
    : WelcomeButton(parent), m_title(title), m_text(text), m_verdict(verdict), m_meaning(meaning) {
    setAccessibleName(title);
    setAccessibleDescription(tr("%1 Expected verdict: %2.").arg(QString(text).replace(u'\n', u' '), verdict));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize SampleCard::sizeHint() const {
    const QFontMetrics body(face(Type::Body));
    int widest = static_cast<int>(paint::chipSize(m_verdict).width());
    for (const QString& line : m_text.split(u'\n')) {
        widest = qMax(widest, body.horizontalAdvance(line));
    }
    widest =
        qMax(widest, QFontMetrics(face(Type::Callout)).horizontalAdvance(m_title)) + 2 * card_padding + 2;
    return {widest, heightForWidth(widest)};
}

int SampleCard::heightForWidth(int width) const {
    const QRect room(0, 0, width - 2 * card_padding, 10000);
    const int text = QFontMetrics(face(Type::Body)).boundingRect(room, Qt::TextWordWrap, m_text).height();
    return 2 * card_padding - 2 + card_title + card_gap / 2 + text + 2 * card_gap +
           static_cast<int>(paint::chipSize(m_verdict).height());
}

void SampleCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // as its parts stand
    const paint::Theme& theme = paint::theme();
    const Ink line = hasFocus() || underMouse() ? Ink::Accent : Ink::Line;
    paint::drawBox(painter, rect(), paint::panel_radius, theme.color(isDown() ? Ink::Selection : Ink::Panel),
                   theme.color(line), hasFocus() ? 2 : 1);
    const QRect inside =
        rect().adjusted(card_padding, card_padding - paint::px(4), -card_padding, -card_padding);
    painter.setFont(face(Type::Callout));
    painter.setPen(theme.color(Ink::Text));
    painter.drawText(QRect(inside.topLeft(), QSize(inside.width(), card_title)),
                     Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_title, Qt::ElideRight, inside.width()));
    painter.setFont(face(Type::Body));
    painter.setPen(theme.color(Ink::SecondaryText));
    painter.drawText(inside.adjusted(0, card_title + card_gap / 2, 0, 0), Qt::TextWordWrap, m_text);
    const QSizeF chip = paint::chipSize(m_verdict);
    paint::drawChip(painter, QPointF(inside.left(), inside.bottom() + 1 - chip.height()), m_meaning,
                    m_verdict);
}

} // namespace anchorscope::ui
