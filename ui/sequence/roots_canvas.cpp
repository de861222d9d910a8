#include "ui/sequence/roots_canvas.h"
#include "model/items/texts.h"
#include "ui/paint/scale.h"
#include "ui/widgets/accessible_role.h"
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextDocument>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using paint::RootsBand;
using paint::RootsMetrics;
using paint::RootsPainting;
using paint::RootsStep;

RootsCanvas::RootsCanvas(Selection* selection, QWidget* parent)
    : QAbstractScrollArea(parent), m_selection(selection) {
    setFrameShape(NoFrame);
    setAccessibleRole(this, QAccessible::Graphic);
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight); // time runs the same way in every language
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("State roots of each rollup"));
    connect(selection, &Selection::changed, this, [this](const Choice& choice, Selection::Aspect aspect) {
        if (aspect == Selection::Aspect::Place) {
            followSelection(choice);
        }
    });
}

void RootsCanvas::setCase(const ShownCase& shown) {
    m_shown = shown;
    m_emphasis = {};
    m_emphasis.focused = hasFocus();
    const bool usable = shown.table && shown.examined;
    m_layout =
        usable ? paint::layOutRoots(shown.examined->trajectories, shown.tree.get()) : paint::RootsLayout();
    spread();
    followSelection(m_selection->choice());
}

void RootsCanvas::spread() {
    const double unit = paint::px(1.0);
    const int wide = static_cast<int>(std::min(m_layout.width * unit, 2.0e9));
    horizontalScrollBar()->setRange(0, std::max(0, wide - viewport()->width()));
    horizontalScrollBar()->setPageStep(std::max(1, viewport()->width() - qRound(RootsMetrics::head * unit)));
    horizontalScrollBar()->setSingleStep(qRound(RootsMetrics::pitch * unit));
    verticalScrollBar()->setRange(
        0, std::max(0, static_cast<int>(m_layout.height * unit) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(paint::px(40));
    viewport()->update();
}

QPointF RootsCanvas::toLayout(QPointF point) const {
    return QPointF(point.x() + horizontalScrollBar()->value(), point.y() + verticalScrollBar()->value()) /
           paint::px(1.0);
}

QRectF RootsCanvas::rectOf(std::size_t step) const {
    const double unit = paint::px(1.0);
    const QRectF rect = m_layout.rect(m_layout.bands[m_layout.bandOf(step)], m_layout.steps[step]);
    return {rect.left() * unit - horizontalScrollBar()->value(),
            rect.top() * unit - verticalScrollBar()->value(), rect.width() * unit, rect.height() * unit};
}

std::optional<std::size_t> RootsCanvas::stepAt(QPointF point) const {
    return point.x() < RootsMetrics::head * paint::px(1.0) ? std::nullopt : m_layout.stepAt(toLayout(point));
}

void RootsCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const paint::Theme& theme = paint::theme();
    painter.fillRect(viewport()->rect(), theme.color(paint::Ink::Panel));
    const double unit = paint::px(1.0);
    const QPointF corner = toLayout({0, 0});
    const QRectF clip(corner, QSizeF(viewport()->width(), viewport()->height()) / unit);
    painter.scale(unit, unit);
    painter.translate(-corner);
    const RootsPainting painting(m_layout, theme, m_emphasis);
    painting.paint(painter, clip);
    painting.paintHeads(painter, clip, corner.x());
}

void RootsCanvas::reveal(std::size_t step) {
    const double unit = paint::px(1.0);
    const RootsStep& at = m_layout.steps[step];
    const RootsBand& band = m_layout.bands[m_layout.bandOf(step)];
    const double reach = (RootsMetrics::pitch / 2 + RootsMetrics::before_room) * unit;
    const double x = at.x * unit - horizontalScrollBar()->value();
    if (x - reach < RootsMetrics::head * unit || x + RootsMetrics::pitch * unit > viewport()->width()) {
        const double third = RootsMetrics::head * unit + reach;
        horizontalScrollBar()->setValue(qRound(at.x * unit - third));
    }
    const double top = band.y * unit, bottom = (band.y + band.height) * unit;
    if (top < verticalScrollBar()->value()) {
        verticalScrollBar()->setValue(qRound(top - RootsMetrics::gap * unit));
    } else if (bottom > verticalScrollBar()->value() + viewport()->height()) {
        verticalScrollBar()->setValue(qRound(bottom + RootsMetrics::gap * unit) - viewport()->height());
    }
}

void RootsCanvas::followSelection(const Choice& choice) {
    quint32 entry = choice.node.value_or(transition::no_node); // the entry that the node belongs to
    const transition::Tree* tree = m_shown.tree.get();
    while (tree != nullptr && entry < tree->nodes.size() &&
           tree->nodes[entry].kind != transition::NodeKind::entry) {
        entry = tree->nodes[entry].parent;
    }
    if (tree == nullptr || entry >= tree->nodes.size()) {
        entry = transition::no_node;
    }
    const bool moved = entry != m_emphasis.chosen;
    m_emphasis.chosen = entry;
    const bool same = m_emphasis.current && *m_emphasis.current < m_layout.steps.size() &&
                      m_layout.steps[*m_emphasis.current].node == entry;
    if (!same) {
        m_emphasis.current = entry == transition::no_node ? std::nullopt : m_layout.stepOf(entry);
    }
    if (moved && m_emphasis.current) {
        reveal(*m_emphasis.current);
    }
    const QString text = m_emphasis.current ? spoken(*m_emphasis.current) : QString();
    if (text != accessibleDescription()) {
        setAccessibleDescription(text);
    }
    viewport()->update();
}

void RootsCanvas::choose(std::size_t step) {
    m_emphasis.current = step;
    reveal(step);
    m_selection->chooseNode(m_layout.steps[step].node);
    setAccessibleDescription(spoken(step)); // the same entry may stand in several bands
    viewport()->update();
}

QString RootsCanvas::spoken(std::size_t step) const {
    const RootsStep& at = m_layout.steps[step];
    const RootsBand& band = m_layout.bands[m_layout.bandOf(step)];
    const QString before = at.before ? model::shortHexText(at.before->view()) : tr("a state not stated");
    QString text = tr("Rollup %1, entry %2: from %3 to %4")
                       .arg(model::textOf(band.rollup.decimal()))
                       .arg(at.entry)
                       .arg(before, model::shortHexText(at.after.view()));
    if (at.skipped) {
        text = tr("%1; alternative not taken").arg(text);
    } else if (at.broken()) {
        text = tr("%1; break: the step before left %2").arg(text, model::shortHexText(at.expected->view()));
    }
    return at.ether.is_zero() ? text : tr("%1; ether %2").arg(text, RootsPainting::etherWords(at.ether));
}

QString RootsCanvas::tip(std::size_t step) const {
    const RootsStep& at = m_layout.steps[step];
    const RootsBand& band = m_layout.bands[m_layout.bandOf(step)];
    QStringList lines{tr("Rollup %1 · entry %2").arg(model::textOf(band.rollup.decimal())).arg(at.entry)};
    if (at.skipped) {
        lines += tr("Alternative not taken: it leaves no state behind.");
    }
    if (at.broken()) {
        lines += tr("Break: the step before left");
        lines += model::hexText(at.expected->view());
    }
    lines += tr("before %1").arg(at.before ? model::hexText(at.before->view()) : tr("not stated"));
    lines += tr("after %1").arg(model::hexText(at.after.view()));
    lines += tr("ether %1").arg(RootsPainting::weiWords(at.ether));
    lines += tr("sum %1").arg(RootsPainting::weiWords(at.sum));
    return lines.join(u'\n');
}

/// The step of the band above or below that lies nearest.
void RootsCanvas::stepBand(int by) {
    const auto band = static_cast<qint64>(m_layout.bandOf(*m_emphasis.current)) + by;
    if (band < 0 || band >= static_cast<qint64>(m_layout.bands.size())) {
        return;
    }
    const RootsBand& next = m_layout.bands[static_cast<std::size_t>(band)];
    if (next.first == next.end) {
        return;
    }
    const double x = m_layout.steps[*m_emphasis.current].x;
    std::size_t at = std::min(m_layout.firstFrom(next, x), next.end - 1);
    if (at > next.first && x - m_layout.steps[at - 1].x < m_layout.steps[at].x - x) {
        --at;
    }
    choose(at);
}

bool RootsCanvas::walkBreaks(int by) {
    const auto count = static_cast<qint64>(m_layout.steps.size());
    qint64 at = m_emphasis.current ? static_cast<qint64>(*m_emphasis.current) + by : by > 0 ? 0 : count - 1;
    for (; at >= 0 && at < count; at += by) {
        if (m_layout.steps[static_cast<std::size_t>(at)].broken()) {
            choose(static_cast<std::size_t>(at));
            return true;
        }
    }
    return false;
}

bool RootsCanvas::handleKey(int key) {
    if (!m_emphasis.current) {
        const bool moves = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up ||
                           key == Qt::Key_Down || key == Qt::Key_Home;
        if (moves) {
            choose(0);
        }
        return moves;
    }
    const std::size_t at = *m_emphasis.current;
    const RootsBand& band = m_layout.bands[m_layout.bandOf(at)];
    switch (key) {
    case Qt::Key_Left:
        choose(std::max(at, band.first + 1) - 1);
        return true;
    case Qt::Key_Right:
        choose(std::min(at + 1, band.end - 1));
        return true;
    case Qt::Key_Up:
        stepBand(-1);
        return true;
    case Qt::Key_Down:
        stepBand(1);
        return true;
    case Qt::Key_Home:
        choose(band.first);
        return true;
    case Qt::Key_End:
        choose(band.end - 1);
        return true;
    default:
        return false;
    }
}

void RootsCanvas::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (m_layout.steps.empty() || !plain || !handleKey(event->key())) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool RootsCanvas::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        switch (plain ? key->key() : 0) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Home:
        case Qt::Key_End:
            event->accept();
            return true;
        default:
            break;
        }
    }
    return QAbstractScrollArea::event(event);
}

void RootsCanvas::mousePressEvent(QMouseEvent* event) {
    const auto step = stepAt(event->position());
    if (event->button() == Qt::LeftButton && step) {
        choose(*step);
    }
}

void RootsCanvas::hover(std::optional<std::size_t> step) {
    if (step == m_emphasis.hovered) {
        return;
    }
    m_emphasis.hovered = step;
    std::optional<ByteRange> range;
    if (step && m_shown.table) {
        const RootsStep& at = m_layout.steps[*step];
        range = m_shown.table->entries[at.entry].deltas[at.delta].range;
    }
    m_selection->preview(range);
    viewport()->update();
}

void RootsCanvas::mouseMoveEvent(QMouseEvent* event) { hover(stepAt(event->position())); }

bool RootsCanvas::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) {
        hover(std::nullopt);
    } else if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto step = stepAt(help->pos());
        QToolTip::showText(help->globalPos(), step ? Qt::convertFromPlainText(tip(*step)) : QString(),
                           viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

/// Where only the steps go on, the wheel moves along them.
void RootsCanvas::wheelEvent(QWheelEvent* event) {
    if (verticalScrollBar()->maximum() == 0 && event->angleDelta().x() == 0 &&
        event->modifiers() == Qt::NoModifier) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() -
                                        event->angleDelta().y() * horizontalScrollBar()->singleStep() / 120);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void RootsCanvas::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    spread();
}

void RootsCanvas::focusInEvent(QFocusEvent* event) {
    m_emphasis.focused = true;
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void RootsCanvas::focusOutEvent(QFocusEvent* event) {
    m_emphasis.focused = false;
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

void RootsCanvas::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        spread();
    }
}

} // namespace anchorscope::ui
