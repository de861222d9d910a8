#include "ui/widgets/apply_zoom.h"
#include "ui/paint/scale.h"
#include "ui/widgets/apply_theme.h"
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QMainWindow>
#include <QPoint>
#include <QPointer>
#include <QResizeEvent>
#include <QScreen>
#include <QScrollBar>
#include <QSplitter>
#include <QToolBar>

namespace anchorscope::ui {

namespace {

constexpr const char* ledger_name = "anchorscope_zoom"; ///< pairs (pixels set, pixels of the design)

/// Scales the measures of one object. It remembers what each was in the design, in the order of asking; where
/// somebody else set another value since, the design is that value at the zoom left.
class Ledger {
public:
    Ledger(QObject* object, double from, double to)
        : m_object(object), m_known(object->property(ledger_name).value<QList<QPoint>>()), m_from(from),
          m_to(to) {}
    ~Ledger() { m_object->setProperty(ledger_name, QVariant::fromValue(m_pairs)); }
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;

    int operator()(int pixels) {
        const QPoint known = m_known.value(m_pairs.size(), {-1, 0});
        const int design = known.x() == pixels ? known.y() : qRound(pixels / m_from);
        const int scaled = pixels <= 1 ? pixels : qMax(1, qRound(design * m_to)); // lines stay one pixel
        m_pairs.append({scaled, design});
        return scaled;
    }
    QSize operator()(const QSize& size) {
        const int width = (*this)(size.width());
        return {width, (*this)(size.height())};
    }
    QMargins operator()(const QMargins& margins) {
        const int left = (*this)(margins.left()), top = (*this)(margins.top());
        const int right = (*this)(margins.right());
        return {left, top, right, (*this)(margins.bottom())};
    }

private:
    QObject* m_object;
    QList<QPoint> m_known, m_pairs;
    double m_from, m_to;
};

struct Zoom {
    double from, to;
};

void scaleBox(QBoxLayout& box, Ledger& scaled) {
    box.setSpacing(scaled(box.spacing()));
    for (int i = 0; i < box.count(); ++i) {
        if (QSpacerItem* spacer = box.itemAt(i)->spacerItem(); spacer != nullptr) {
            const QSize size = scaled(spacer->sizeHint());
            const QSizePolicy policy = spacer->sizePolicy();
            spacer->changeSize(size.width(), size.height(), policy.horizontalPolicy(),
                               policy.verticalPolicy());
        }
    }
}

void scaleGrid(QGridLayout& grid, Ledger& scaled) {
    grid.setHorizontalSpacing(scaled(grid.horizontalSpacing()));
    grid.setVerticalSpacing(scaled(grid.verticalSpacing()));
    for (int column = 0; column < grid.columnCount(); ++column) {
        grid.setColumnMinimumWidth(column, scaled(grid.columnMinimumWidth(column)));
    }
    for (int row = 0; row < grid.rowCount(); ++row) {
        grid.setRowMinimumHeight(row, scaled(grid.rowMinimumHeight(row)));
    }
}

void scaleLayout(QLayout& layout, const Zoom& zoom) {
    QList<QLayout*> waiting{&layout};
    while (!waiting.isEmpty()) {
        QLayout* each = waiting.takeLast();
        Ledger scaled(each, zoom.from, zoom.to);
        each->setContentsMargins(scaled(each->contentsMargins()));
        if (auto* box = qobject_cast<QBoxLayout*>(each); box != nullptr) {
            scaleBox(*box, scaled);
        } else if (auto* grid = qobject_cast<QGridLayout*>(each); grid != nullptr) {
            scaleGrid(*grid, scaled);
        } else if (auto* form = qobject_cast<QFormLayout*>(each); form != nullptr) {
            form->setHorizontalSpacing(scaled(form->horizontalSpacing()));
            form->setVerticalSpacing(scaled(form->verticalSpacing()));
        }
        for (int i = 0; i < each->count(); ++i) {
            if (QLayout* inner = each->itemAt(i)->layout(); inner != nullptr) {
                waiting.append(inner);
            }
        }
    }
}

void scaleHeader(QHeaderView& header, Ledger& scaled) {
    header.setMinimumSectionSize(scaled(header.minimumSectionSize()));
    header.setDefaultSectionSize(scaled(header.defaultSectionSize()));
    for (int i = 0; header.orientation() == Qt::Horizontal && i < header.count(); ++i) {
        const int size = scaled(header.sectionSize(i));
        if (header.sectionResizeMode(i) != QHeaderView::Stretch && !header.isSectionHidden(i)) {
            header.resizeSection(i, size);
        }
    }
}

/// A window keeps the place that the user gave it; a dialog grows as far as its screen goes.
void scaleWindow(QWidget& window, Ledger& scaled) {
    const QSize size = scaled(window.size());
    const QScreen* screen = window.screen();
    window.resize(screen != nullptr ? size.boundedTo(screen->availableSize().expandedTo(window.size()))
                                    : size);
}

void scaleSizes(QWidget& widget, Ledger& scaled) {
    const QSize least = scaled(widget.minimumSize()), most = widget.maximumSize();
    const QSize widest(most.width() < QWIDGETSIZE_MAX ? scaled(most.width()) : most.width(),
                       most.height() < QWIDGETSIZE_MAX ? scaled(most.height()) : most.height());
    widget.setMaximumSize(widest.expandedTo(least));
    widget.setMinimumSize(least);
}

/// Fonts that widgets were given. A new style sheet puts them back, so they are set after it.
using Fonts = QList<std::pair<QPointer<QWidget>, QFont>>;

void noteFont(QWidget& widget, Ledger& scaled, Fonts& fonts) {
    QFont font = widget.font();
    if (widget.testAttribute(Qt::WA_SetFont) && (font.resolveMask() & QFont::SizeResolved) != 0 &&
        font.pixelSize() > 0) {
        font.setPixelSize(scaled(font.pixelSize()));
        fonts.append({&widget, font});
    }
}

void scaleWidget(QWidget& widget, const Zoom& zoom, Fonts& fonts) {
    Ledger scaled(&widget, zoom.from, zoom.to);
    noteFont(widget, scaled, fonts);
    if (qobject_cast<QMainWindow*>(&widget) == nullptr) {
        scaleSizes(widget, scaled);
        widget.setContentsMargins(scaled(widget.contentsMargins()));
        if (widget.isWindow() && widget.windowType() == Qt::Dialog) {
            scaleWindow(widget, scaled);
        }
    }
    if (auto* button = qobject_cast<QAbstractButton*>(&widget); button != nullptr) {
        button->setIconSize(scaled(button->iconSize()));
    } else if (auto* bar = qobject_cast<QToolBar*>(&widget); bar != nullptr) {
        bar->setIconSize(scaled(bar->iconSize()));
    } else if (auto* splitter = qobject_cast<QSplitter*>(&widget); splitter != nullptr) {
        splitter->setHandleWidth(scaled(splitter->handleWidth()));
    } else if (auto* header = qobject_cast<QHeaderView*>(&widget); header != nullptr) {
        scaleHeader(*header, scaled);
    }
    // The layouts of a main window and of a bar are Qt's own.
    if (widget.layout() != nullptr && qobject_cast<QMainWindow*>(&widget) == nullptr &&
        qobject_cast<QToolBar*>(&widget) == nullptr) {
        scaleLayout(*widget.layout(), zoom);
    }
}

/// Widgets of the program that lay themselves out when they are resized do so again.
void layOutAgain(QWidget& widget) {
    if (!QLatin1String(widget.metaObject()->className()).startsWith(QLatin1String("anchorscope::"))) {
        return;
    }
    widget.updateGeometry();
    auto* area = qobject_cast<QAbstractScrollArea*>(&widget);
    QWidget* told = area != nullptr ? area->viewport() : &widget;
    QResizeEvent again(told->size(), told->size());
    QCoreApplication::sendEvent(told, &again);
}

/// Views whose chosen row is in sight: it stays there.
using Views = QList<QPointer<QAbstractItemView>>;

void noteView(QWidget& widget, Views& views) {
    auto* view = qobject_cast<QAbstractItemView*>(&widget);
    if (view != nullptr && view->currentIndex().isValid() &&
        view->viewport()->rect().intersects(view->visualRect(view->currentIndex()))) {
        views.append(view);
    }
}

template<class Do>
void forEachWidget(Do act) {
    for (QWidget* top : QApplication::topLevelWidgets()) {
        act(*top);
        for (QWidget* each : top->findChildren<QWidget*>()) {
            act(*each);
        }
    }
}

} // namespace

void applyZoom(double zoom) {
    const double from = paint::zoom();
    paint::setZoom(zoom);
    const double to = paint::zoom();
    if (from == to) {
        return;
    }
    paint::setZoom(from); // what a widget takes from the style is read as it stands
    Fonts fonts;
    Views views;
    forEachWidget([&](QWidget& each) {
        noteView(each, views);
        scaleWidget(each, {from, to}, fonts);
    });
    paint::setZoom(to);
    applyTheme(paint::theme().scheme());
    for (const auto& [widget, font] : std::as_const(fonts)) {
        widget->setFont(font);
    }
    forEachWidget(layOutAgain);
    for (const auto& view : std::as_const(views)) {
        view->scrollTo(view->currentIndex());
    }
}

const QList<int>& zoomSteps() {
    static const QList<int> steps{70, 80, 90, 100, 110, 125, 150, 175, 200, 225, 250};
    return steps;
}

int nextZoomStep(int percent, int direction) {
    const QList<int>& steps = zoomSteps();
    if (direction > 0) {
        const auto next = std::ranges::upper_bound(steps, percent);
        return next == steps.end() ? steps.last() : *next;
    }
    const auto at = std::ranges::lower_bound(steps, percent);
    return at == steps.begin() ? steps.first() : *std::prev(at);
}

} // namespace anchorscope::ui
