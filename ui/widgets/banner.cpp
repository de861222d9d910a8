#include "ui/widgets/banner.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include "ui/widgets/banner_layout.h"
#include "ui/widgets/banner_parts.h"
#include <QAccessible>
#include <QAccessibleWidget>
#include <QActionGroup>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

namespace anchorscope::ui {

using model::Meaning;
using paint::Type;

namespace {

constexpr paint::Px control_gap{8};

/// Screen readers announce a change of an alert by themselves.
class BannerAccessible : public QAccessibleWidget {
public:
    explicit BannerAccessible(QWidget* widget) : QAccessibleWidget(widget, QAccessible::AlertMessage) {}
};

QAccessibleInterface* bannerInterface(const QString& class_name, QObject* object) {
    auto* banner = class_name == QLatin1String(Banner::staticMetaObject.className())
                       ? qobject_cast<Banner*>(object)
                       : nullptr;
    return banner != nullptr ? new BannerAccessible(banner) : nullptr; // owned by QAccessible
}

int advance(Type type, const QString& text) {
    return QFontMetrics(paint::hexSafe(paint::font(type))).horizontalAdvance(text) + 1; // devices round
}

} // namespace

class Banner::Private : public QObject {
public:
    explicit Private(Banner* banner)
        : QObject(banner), owner(banner), progress(new BannerProgress(banner)),
          policy(new BannerButton(banner)), state(new BannerButton(banner)), copy(new BannerButton(banner)),
          cancel(new BannerButton(banner)) {
        policy->setGlyphs({}, paint::Glyph::ChevronDown);
        policy->setMenu(policyMenu());
        policy->setAccessibleDescription(
            Banner::tr("Which rungs must pass for the verdict to be “verified”"));
        state->setGlyphs({}, paint::Glyph::ChevronDown);
        state->setText(Banner::tr("Expect"));
        state->setMenu(stateMenu());
        state->setAccessibleDescription(Banner::tr("What you vouch for or expect"));
        copy->setGlyphs(paint::Glyph::Copy, {});
        copy->setText(Banner::tr("Copy verdict"));
        cancel->setGlyphs(paint::Glyph::Cancel, {});
        cancel->setText(Banner::tr("Cancel"));
        connect(copy, &QPushButton::clicked, banner, &Banner::copyRequested);
        connect(cancel, &QPushButton::clicked, banner, &Banner::cancelRequested);
    }

    QMenu* policyMenu() {
        struct Choice {
            const char* policy;
            QString text;
        };
        const Choice choices[] = {{"digest", Banner::tr("Digest: it equals the anchored one")},
                                  {"event", Banner::tr("Event: and the declared log carries it")},
                                  {"inclusion", Banner::tr("Inclusion: and the receipt is in the block")},
                                  {"block", Banner::tr("Block: and the block is authentic")},
                                  {"final", Banner::tr("Final: and the block is final")}};
        auto* menu = new QMenu(owner);
        policies = new QActionGroup(menu);
        for (const Choice& choice : choices) {
            QAction* action = menu->addAction(choice.text);
            action->setCheckable(true);
            action->setData(QLatin1String(choice.policy));
            policies->addAction(action);
        }
        connect(policies, &QActionGroup::triggered, owner,
                [this](const QAction* action) { Q_EMIT owner->policyChosen(action->data().toString()); });
        return menu;
    }

    QMenu* stateMenu() {
        auto* menu = new QMenu(owner);
        menu->addAction(Banner::tr("The digest that you &expect…"), owner, &Banner::digestRequested);
        menu->addAction(Banner::tr("A &block that is on the chain…"), owner, &Banner::pinRequested);
        menu->addAction(Banner::tr("&Contract, manager, endpoints…"), owner, &Banner::expectationsRequested);
        return menu;
    }

    [[nodiscard]] Meaning meaning() const {
        return text.meaning == Meaning::None ? Meaning::NotChecked : text.meaning;
    }

    void recolour() {
        const paint::BannerInk ink = paint::theme().banner(meaning());
        for (BannerButton* button : {policy, state, copy, cancel}) {
            button->setInk(ink);
        }
        progress->setInk(ink);
        owner->update();
    }

    void show() {
        progress->setVisible(text.busy);
        cancel->setVisible(text.busy);
        policy->setVisible(!text.busy);
        state->setVisible(!text.busy);
        copy->setVisible(!text.busy);
        progress->setPercent(text.percent);
        policy->setText(Banner::tr("Policy: %1").arg(text.policy));
        for (QAction* action : policies->actions()) {
            action->setChecked(action->data().toString() == text.policy);
        }
        recolour();
        place();
    }

    void place() {
        const QList<QWidget*> controls =
            text.busy ? QList<QWidget*>{progress, cancel} : QList<QWidget*>{policy, state, copy};
        BannerWidths wanted;
        wanted.headline = advance(Type::Verdict, text.headline);
        wanted.reason = advance(Type::Body, text.reason);
        wanted.details = qMax(advance(Type::Caption, text.checked), advance(Type::Caption, text.where));
        for (const QWidget* control : controls) {
            wanted.controls += control->sizeHint().width() + (control == controls.first() ? 0 : control_gap);
        }
        layout = layoutBanner(owner->width(), wanted);
        int x = layout.controls_left;
        for (QWidget* control : controls) {
            const QSize size = control->sizeHint();
            control->setGeometry(QRect(QPoint(x, (owner->height() - size.height()) / 2), size));
            x += size.width() + control_gap;
        }
        owner->update();
    }

    void announce() const {
        owner->setAccessibleName(text.reason.isEmpty() ? text.headline
                                                       : text.headline + QStringLiteral(". ") + text.reason);
        QStringList rest{text.checked, text.where};
        rest.removeAll(QString());
        owner->setAccessibleDescription(rest.join(QStringLiteral(". ")));
        QAccessibleEvent alert(owner, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
        Q_EMIT owner->announced(owner->accessibleName());
    }

    Banner* owner;
    BannerText text;
    BannerLayout layout;
    BannerProgress* progress;
    BannerButton *policy, *state, *copy, *cancel;
    QActionGroup* policies = nullptr;
};

Banner::Banner(QWidget* parent) : QWidget(parent), d(new Private(this)) {
    static const bool known = (QAccessible::installFactory(bannerInterface), true);
    Q_UNUSED(known)
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    d->show();
}

void Banner::setText(const BannerText& text) {
    if (text == d->text) {
        return;
    }
    const bool news = text.headline != d->text.headline || text.reason != d->text.reason;
    d->text = text;
    d->show();
    if (news) {
        d->announce();
    }
}

const BannerText& Banner::text() const { return d->text; }

QSize Banner::sizeHint() const { return {BannerLayout::height * 10, BannerLayout::height}; }

QSize Banner::minimumSizeHint() const { return {0, BannerLayout::height}; }

bool Banner::event(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        d->recolour();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QRect words = d->layout.headline.united(d->layout.reason);
        const bool elided = advance(Type::Verdict, d->text.headline) > words.width() ||
                            advance(Type::Body, d->text.reason) > words.width();
        const bool show = elided && words.contains(help->pos());
        QToolTip::showText(help->globalPos(), show ? accessibleName() : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

void Banner::resizeEvent(QResizeEvent*) { d->place(); }

void Banner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // as its parts stand
    const Meaning meaning = d->meaning();
    const paint::BannerInk ink = paint::theme().banner(meaning);
    painter.fillRect(rect(), ink.background);
    // A mismatch banner is all status colour: its icon takes the foreground.
    paint::drawStatus(painter, d->layout.icon_rect, meaning,
                      meaning == Meaning::Failed ? ink.foreground : paint::theme().color(meaning));
    painter.setPen(ink.foreground);
    const auto line = [&painter](Type type, const QRect& at, Qt::Alignment align, const QString& words) {
        painter.setFont(paint::hexSafe(paint::font(type)));
        painter.drawText(at, static_cast<int>(align | Qt::AlignVCenter) | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(words, Qt::ElideRight, at.width()));
    };
    line(Type::Verdict, d->layout.headline, Qt::AlignLeft, d->text.headline);
    line(Type::Body, d->layout.reason, Qt::AlignLeft, d->text.reason);
    QRect half = d->layout.details;
    half.setHeight(half.height() / 2);
    line(Type::Caption, half, Qt::AlignRight, d->text.checked);
    line(Type::Caption, half.translated(0, half.height()), Qt::AlignRight, d->text.where);
}

} // namespace anchorscope::ui
