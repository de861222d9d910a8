#include "ui/paint/icons.h"
#include "ui/paint/status_shapes.h"
#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QSvgRenderer>
#include <functional>
#include <memory>

// Resources of a static library are initialised by hand, from outside any namespace.
static void initIconResources() { Q_INIT_RESOURCE(anchorscope_icons); }

namespace anchorscope::paint {

using model::Meaning;

namespace {

const char* fileName(Glyph glyph) {
    switch (glyph) {
    case Glyph::Open:
        return "open";
    case Glyph::Link:
        return "link";
    case Glyph::Shield:
        return "shield";
    case Glyph::Compare:
        return "compare";
    case Glyph::Report:
        return "report";
    case Glyph::Note:
        return "note";
    case Glyph::Filter:
        return "filter";
    case Glyph::Copy:
        return "copy";
    case Glyph::ChevronRight:
        return "chevron-right";
    case Glyph::ChevronLeft:
        return "chevron-left";
    case Glyph::ChevronDown:
        return "chevron-down";
    case Glyph::Close:
        return "close";
    case Glyph::Float:
        return "float";
    case Glyph::Download:
        return "download";
    case Glyph::Server:
        return "server";
    case Glyph::Play:
        return "play";
    case Glyph::Pin:
        return "pin";
    case Glyph::Paste:
        return "paste";
    case Glyph::Settings:
        return "settings";
    case Glyph::Help:
        return "help";
    case Glyph::Refresh:
        return "refresh";
    case Glyph::Cancel:
        return "cancel";
    case Glyph::Key:
        return "key";
    case Glyph::Clock:
        return "clock";
    case Glyph::File:
        return "file";
    case Glyph::Eye:
        return "eye";
    case Glyph::Sun:
        return "sun";
    case Glyph::Moon:
        return "moon";
    }
    return "";
}

QByteArray source(Glyph glyph) {
    static const bool ready = (initIconResources(), true);
    QFile file(QStringLiteral(":/anchorscope/icons/%1.svg").arg(QLatin1String(fileName(glyph))));
    return ready && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One parsed drawing a glyph and colour; themes know few colours, so the table stays small.
QSvgRenderer& renderer(Glyph glyph, const QColor& color) {
    static QHash<QPair<int, QRgb>, std::shared_ptr<QSvgRenderer>> renderers;
    auto& found = renderers[{static_cast<int>(glyph), color.rgb()}];
    if (!found) {
        found =
            std::make_shared<QSvgRenderer>(source(glyph).replace("currentColor", color.name().toLatin1()));
    }
    return *found;
}

using Draw = std::function<void(QPainter&, const QRectF&, QIcon::Mode)>;

/// Paints on demand in the colours of the theme in use. Caches nothing, so a new scheme shows at once.
class Engine : public QIconEngine {
public:
    explicit Engine(Draw draw) : m_draw(std::move(draw)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const int side = qMin(rect.width(), rect.height());
        QRectF square(0, 0, side, side);
        square.moveTopLeft(rect.topLeft() + QPoint((rect.width() - side) / 2, (rect.height() - side) / 2));
        m_draw(*painter, square, mode);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new Engine(m_draw); }
    QString key() const override { return QStringLiteral("anchorscope"); }

private:
    Draw m_draw;
};

struct MeaningWords {
    Q_DECLARE_TR_FUNCTIONS(Meaning)
};

QColor statusColor(Meaning meaning, QIcon::Mode mode) {
    if (mode == QIcon::Disabled) {
        return theme().color(Ink::DisabledText);
    }
    return mode == QIcon::Selected ? theme().colorOnSelection(meaning) : theme().color(meaning);
}

} // namespace

void drawStatus(QPainter& painter, const QRectF& rect, Meaning meaning, const QColor& color) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.fillPath(statusShape(meaning, qMin(rect.width(), rect.height())), color);
    painter.restore();
}

QIcon statusIcon(Meaning meaning) {
    if (meaning == Meaning::None) {
        return {};
    }
    return QIcon(new Engine([meaning](QPainter& painter, const QRectF& rect, QIcon::Mode mode) {
        drawStatus(painter, rect, meaning, statusColor(meaning, mode));
    }));
}

void drawGlyph(QPainter& painter, const QRectF& rect, Glyph glyph, const QColor& color) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    renderer(glyph, color).render(&painter, rect);
    painter.restore();
}

QIcon icon(Glyph glyph) { return icon(glyph, Ink::Accent); }

QIcon icon(Glyph glyph, Ink ink) {
    return QIcon(new Engine([glyph, ink](QPainter& painter, const QRectF& rect, QIcon::Mode mode) {
        drawGlyph(painter, rect, glyph, theme().color(mode == QIcon::Disabled ? Ink::DisabledText : ink));
    }));
}

QString words(Meaning meaning) {
    switch (meaning) {
    case Meaning::None:
        return {};
    case Meaning::Passed:
        return MeaningWords::tr("Passed");
    case Meaning::NotFinal:
        return MeaningWords::tr("Not final");
    case Meaning::Failed:
        return MeaningWords::tr("Failed");
    case Meaning::NotChecked:
        return MeaningWords::tr("Not checked");
    case Meaning::CannotCheck:
        return MeaningWords::tr("Cannot be checked");
    case Meaning::Warning:
        return MeaningWords::tr("Warning");
    case Meaning::Info:
        return MeaningWords::tr("Note");
    }
    return {};
}

} // namespace anchorscope::paint
