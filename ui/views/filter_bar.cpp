#include "ui/views/filter_bar.h"
#include "model/filter/filter_words.h"
#include "model/items/texts.h"
#include "ui/paint/boxes.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/views/filter_field.h"
#include "ui/views/filter_menu.h"
#include "ui/views/filter_popup.h"
#include "ui/widgets/elided_label.h"
#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::Setting;
using paint::Ink;
using paint::px;
using Mode = NodeFilter::Mode;

namespace {

constexpr int bar_height = 30, widest = 560, narrowest = 200, inset = 11, icon = 16, button = 24;

QToolButton* toolButton(paint::Glyph glyph, const QString& name, QWidget* parent) {
    auto* made = new QToolButton(parent);
    made->setIcon(paint::icon(glyph));
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    made->setAccessibleName(name);
    made->setToolTip(name);
    return made;
}

} // namespace

FilterBar::FilterBar(model::Settings* settings, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_book(settings) {
    build();
    layOut();
    setFilter(nullptr);
}

FilterBar::~FilterBar() = default;

void FilterBar::build() {
    m_field = new FilterField(this);
    m_field->setPlaceholderText(tr("Filter: domain == 2 && state != passed"));
    m_field->setAccessibleName(tr("Filter"));
    m_popup = new FilterPopup(m_field);
    m_count = new ElidedLabel(paint::Type::Caption, Ink::SecondaryText, this);
    m_all = toolButton(paint::Glyph::Eye, tr("Show all rows and highlight those that match"), this);
    m_all->setCheckable(true);
    m_clear = toolButton(paint::Glyph::Close, tr("Clear the filter"), this);
    m_more = toolButton(paint::Glyph::ChevronDown, tr("Saved and recent filters"), this);
    m_menu = new FilterMenu(&m_book, this);
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    row->addWidget(m_clear);
    row->addWidget(m_all);
    row->addWidget(m_more);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    m_field->setKeyHandler([this](QKeyEvent* event) { return takeKey(*event); });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (m_filter) {
            m_filter->setText(text);
        }
    });
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString& text) {
        text.isEmpty() ? m_popup->hide() : offer(); // all that there is only when asked for
    });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        m_field->clear();
        focusField();
    });
    connect(m_all, &QToolButton::toggled, this, &FilterBar::toggleMode);
    connect(m_more, &QToolButton::clicked, this,
            [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + px(4)))); });
    connect(m_menu, &FilterMenu::chosen, this, [this](const QString& filter) {
        m_field->setText(filter);
        m_book.use(filter);
        focusField();
    });
}

void FilterBar::layOut() {
    layout()->setContentsMargins(px(inset + icon + 6), px(2), px(3), px(2));
    layout()->setSpacing(px(2));
    m_field->setFont(paint::hexSafe(paint::font(paint::Type::Body)));
    for (QToolButton* each : {m_clear, m_all, m_more}) {
        each->setFixedSize(px(button), px(button));
        each->setIconSize(QSize(px(14), px(14)));
    }
    m_count->setContentsMargins(px(6), 0, px(4), 0);
    updateGeometry();
}

QSize FilterBar::sizeHint() const { return {px(widest), px(bar_height)}; }

QSize FilterBar::minimumSizeHint() const { return {px(narrowest), px(bar_height)}; }

void FilterBar::setFilter(NodeFilter* filter) {
    if (m_filter) {
        m_filter->disconnect(this);
    }
    m_filter = filter;
    if (filter != nullptr) {
        const bool all = m_settings->get(Setting::FilterMode).toString() == u"highlight";
        filter->setMode(all ? Mode::Highlight : Mode::Hide);
        connect(filter, &NodeFilter::textChanged, this, &FilterBar::showText);
        connect(filter, &NodeFilter::stateChanged, this, &FilterBar::showState);
        connect(filter, &NodeFilter::changed, this, &FilterBar::showState);
    }
    setEnabled(filter != nullptr);
    showText();
}

void FilterBar::setKeys(const QKeySequence& keys) {
    m_keys = keys.toString(QKeySequence::NativeText);
    update();
}

void FilterBar::focusField() {
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::showText() {
    const QString text = m_filter ? m_filter->text() : QString();
    if (text != m_field->text()) {
        m_field->setText(text);
    }
    showState();
}

QString FilterBar::countText() const {
    if (!m_filter || m_filter->text().trimmed().isEmpty() || m_filter->problem()) {
        return {};
    }
    if (m_filter->isRunning() && m_filter->percent() > 0) {
        return tr("%1 %").arg(m_filter->percent());
    }
    const auto& matches = m_filter->matches();
    return matches
               ? tr("%1 of %2").arg(model::numberText(matches->count()), model::numberText(matches->size()))
               : QString();
}

void FilterBar::showState() {
    const bool empty = m_field->text().isEmpty();
    const std::optional<model::FilterProblem> problem = m_filter ? m_filter->problem() : std::nullopt;
    const QString why = problem ? model::filterProblemPlaced(*problem, m_field->text().size()) : QString();
    m_field->setProblem(problem ? std::optional(std::pair(static_cast<qsizetype>(problem->at),
                                                          static_cast<qsizetype>(problem->length)))
                                : std::nullopt);
    const QString count = countText();
    m_count->setText(count);
    m_count->setVisible(!count.isEmpty());
    m_clear->setVisible(!empty);
    m_all->setVisible(!empty);
    const QSignalBlocker quiet(m_all);
    m_all->setChecked(m_filter && m_filter->mode() == Mode::Highlight);
    m_menu->setCurrent(m_field->text(), !problem);
    const QString said = !why.isEmpty() ? why : !count.isEmpty() ? tr("%1 rows match").arg(count) : QString();
    m_field->setToolTip(why);
    if (said != m_field->accessibleDescription()) {
        m_field->setAccessibleDescription(said);
        QAccessibleEvent event(m_field, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    if (why != std::exchange(m_problem, why)) {
        Q_EMIT problemChanged(why);
    }
    update();
}

void FilterBar::toggleMode(bool all) {
    m_settings->set(Setting::FilterMode, all ? u"highlight"_s : u"hide"_s);
    if (m_filter) {
        m_filter->setMode(all ? Mode::Highlight : Mode::Hide);
    }
}

void FilterBar::offer() {
    if (m_filter) {
        m_filter->learnVocabulary(); // what comes late is offered with the next key
        m_popup->offer(m_filter->vocabulary());
    }
}

bool FilterBar::takeKey(const QKeyEvent& event) {
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (event.key()) {
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_popup->hasCurrent() || !m_popup->take()) {
            accept();
        }
        return true;
    case Qt::Key_Tab:
        return plain && m_popup->take();
    case Qt::Key_Down:
        if (plain) {
            offer();
        }
        return plain;
    default:
        return false;
    }
}

void FilterBar::accept() {
    m_popup->hide();
    if (m_filter && !m_filter->problem()) {
        m_book.use(m_field->text());
        Q_EMIT left(!m_field->text().trimmed().isEmpty());
    }
}

/// First what is offered goes, then the filter, then the focus.
void FilterBar::leave() {
    if (m_popup->isShown()) {
        m_popup->hide();
    } else if (!m_field->text().isEmpty()) {
        m_field->clear();
    } else {
        Q_EMIT left(false);
    }
}

void FilterBar::paintEvent(QPaintEvent*) {
    const paint::Theme& theme = paint::theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool wrong = !m_problem.isEmpty();
    const bool active = m_filter && m_filter->matches() && !wrong;
    const bool focused = m_field->hasFocus();
    const QColor field = theme.color(theme.scheme() == paint::Scheme::Light ? Ink::Panel : Ink::Header);
    const QColor fill = !isEnabled() ? theme.color(Ink::Header)
                        : wrong      ? theme.chip(model::Meaning::Warning).background
                        : active     ? paint::mixed(field, theme.color(Ink::Selection), 0.45)
                                     : field;
    const QColor line = theme.color(!isEnabled()        ? Ink::Line
                                    : wrong             ? Ink::Warning
                                    : focused || active ? Ink::Accent
                                                        : Ink::ControlLine);
    paint::drawBox(painter, rect(), paint::control_radius, fill, line, focused ? px(2.0) : 1);
    const QRectF at(px(inset), (height() - px(icon)) / 2.0, px(icon), px(icon));
    if (wrong) {
        paint::drawStatus(painter, at, model::Meaning::Warning, theme.color(model::Meaning::Warning));
    } else {
        paint::drawGlyph(painter, at, paint::Glyph::Filter,
                         theme.color(!isEnabled() ? Ink::DisabledText
                                     : active     ? Ink::Accent
                                                  : Ink::SecondaryText));
    }
    paintKeys(painter);
}

/// The key that leads here, as long as there is nothing else to show.
void FilterBar::paintKeys(QPainter& painter) const {
    if (!m_field->text().isEmpty() || m_field->hasFocus() || m_keys.isEmpty() || !isEnabled()) {
        return;
    }
    const paint::Theme& theme = paint::theme();
    const QFont font = paint::font(paint::Type::Small);
    const QFontMetrics metrics(font);
    const QSizeF size(metrics.horizontalAdvance(m_keys) + px(14), px(18));
    const QRectF box(m_more->x() - px(4) - size.width(), (height() - size.height()) / 2.0, size.width(),
                     size.height());
    if (box.left() <
        m_field->x() + QFontMetrics(m_field->font()).horizontalAdvance(m_field->placeholderText())) {
        return; // no room beside what the field says
    }
    paint::drawBox(painter, box, px(4), theme.color(Ink::Header), theme.color(Ink::Line), 1);
    painter.setFont(font);
    painter.setPen(theme.color(Ink::SecondaryText));
    painter.drawText(box, Qt::AlignCenter, m_keys);
}

void FilterBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        layOut();
    }
    update();
}

} // namespace anchorscope::ui
