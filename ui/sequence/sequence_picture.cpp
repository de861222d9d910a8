#include "ui/sequence/sequence_picture.h"
#include "model/items/texts.h"
#include "ui/paint/fonts.h"

namespace anchorscope::ui {

using paint::SequenceLayout;
using paint::SequencePainting;

namespace {

constexpr double margin = 20, title_height = 78;
constexpr quint32 chunk = 512; // messages between two looks at the cancellation

QFont sized(paint::Type type, int pixels) {
    QFont font = paint::hexSafe(paint::font(type));
    font.setPixelSize(pixels); // at no window's zoom
    return font;
}

struct Painted {
    SequenceLayout layout;
    std::shared_ptr<const SequenceTexts> texts;
    paint::Theme theme;
    QRectF part;
    QString title, subtitle, hash;

    void paintTitle(QPainter& painter, double width) const {
        painter.fillRect(
            QRectF(0, 0, width + 2 * margin, margin + title_height + SequencePainting::header_height),
            theme.color(paint::Ink::Panel));
        painter.setFont(sized(paint::Type::Callout, 15));
        painter.setPen(theme.color(paint::Ink::Text));
        painter.drawText(QPointF(margin, margin + 16), title);
        painter.setFont(sized(paint::Type::Caption, 12));
        painter.setPen(theme.color(paint::Ink::SecondaryText));
        painter.drawText(QPointF(margin, margin + 37), subtitle);
        painter.setFont(sized(paint::Type::MonoSmall, 11));
        painter.drawText(QPointF(margin, margin + 57), hash);
    }

    [[nodiscard]] bool paint(QPainter& painter, const paint::PictureControl& control) const {
        const paint::SequenceWords words = texts->words();
        const paint::SequenceEmphasis plain; // nothing is chosen in a picture
        const SequencePainting painting(layout, words, theme, plain);
        const double top = margin + title_height + SequencePainting::header_height;
        painter.save();
        painter.translate(margin - part.left(), top - part.top());
        painting.paintGround(painter, part);
        const quint32 first = layout.firstFrom(part.top());
        const quint32 end = layout.firstFrom(part.bottom() + paint::SequenceMetrics::pitch);
        for (quint32 at = first; at < end; at += chunk) {
            if (control.cancellation.cancelled()) {
                painter.restore();
                return false;
            }
            painting.paintMessages(painter, at, std::min(end, at + chunk));
            if (control.progress) {
                control.progress(at - first, end - first);
            }
        }
        painter.restore();
        paintTitle(painter, part.width());
        painter.save();
        painter.translate(margin, margin + title_height);
        painting.paintHeader(painter, SequencePainting::headerBoxes(layout, 1, part.left(), 1), 1,
                             SequencePainting::header_height);
        painter.fillRect(QRectF(0, SequencePainting::header_height - 1, part.width(), 1),
                         theme.color(paint::Ink::Line));
        painter.restore();
        return true;
    }
};

} // namespace

paint::Picture sequencePicture(const SequenceLayout& layout,
                               const std::shared_ptr<const SequenceTexts>& texts, QRectF part,
                               paint::Scheme scheme) {
    const ShownCase& shown = texts->shown();
    const bool whole = part.isEmpty();
    const double width = std::max(layout.width, 680.0); // the hash has its room
    part = whole ? QRectF(0, 0, width, layout.height) : part.intersected(QRectF(0, 0, width, layout.height));
    const quint32 first = layout.firstFrom(part.top());
    const quint32 end = layout.firstFrom(part.bottom());
    const QString count = QCoreApplication::translate("anchorscope::ui::SequencePicture", "%n message(s)",
                                                      nullptr, static_cast<int>(end - first));
    auto painted = std::make_shared<Painted>(Painted{layout, texts, paint::Theme(scheme), part, {}, {}, {}});
    const QString name = QString::fromStdString(shown.source->name);
    painted->title =
        whole ? QCoreApplication::translate("anchorscope::ui::SequencePicture", "Sequence of %1").arg(name)
              : QCoreApplication::translate("anchorscope::ui::SequencePicture", "Part of the sequence of %1")
                    .arg(name);
    painted->subtitle =
        QCoreApplication::translate("anchorscope::ui::SequencePicture", "%1 · %2").arg(texts->basis(), count);
    painted->hash = QCoreApplication::translate("anchorscope::ui::SequencePicture", "SHA-256 of the file %1")
                        .arg(model::hexText(shown.source->file_sha256.view()));
    paint::Picture picture;
    picture.size = {part.width() + 2 * margin,
                    part.height() + 2 * margin + title_height + SequencePainting::header_height};
    picture.ground = painted->theme.color(paint::Ink::Panel);
    picture.title = painted->title;
    picture.description = QCoreApplication::translate("anchorscope::ui::SequencePicture", "%1. %2.")
                              .arg(painted->subtitle, painted->hash);
    picture.paint = [painted](QPainter& painter, const paint::PictureControl& control) {
        return painted->paint(painter, control);
    };
    return picture;
}

} // namespace anchorscope::ui
