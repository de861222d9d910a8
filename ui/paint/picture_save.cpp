#include "ui/paint/picture_save.h"
#include "model/items/texts.h"
#include <QImageWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <cmath>

namespace anchorscope::paint {

namespace {

struct Result {
    PictureSave::Outcome outcome = PictureSave::Outcome::Failed;
    QString error;
};

bool paintSvg(QIODevice& file, const Picture& picture, const PictureControl& control) {
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    const QSize size(static_cast<int>(std::ceil(picture.size.width())),
                     static_cast<int>(std::ceil(picture.size.height())));
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setResolution(96); // one unit of the picture is one pixel of CSS
    generator.setTitle(picture.title);
    generator.setDescription(picture.description);
    QPainter painter(&generator);
    painter.fillRect(QRectF(QPointF(0, 0), picture.size), picture.ground);
    return picture.paint(painter, control);
}

bool paintPng(QImage& image, const Picture& picture, double scale, const PictureControl& control) {
    image.fill(picture.ground);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    return picture.paint(painter, control);
}

Result written(const Picture& picture, PictureSave::Kind kind, double scale, const QString& path,
               const PictureControl& control) {
    QSaveFile file(path); // beside the old one, and in its place once it is whole
    const auto failed = [&path](const QString& why) {
        return Result{PictureSave::Outcome::Failed, PictureSave::tr("%1: %2").arg(path, why)};
    };
    if (!file.open(QIODevice::WriteOnly)) {
        return failed(file.errorString());
    }
    bool whole = true;
    if (kind == PictureSave::Kind::Svg) {
        whole = paintSvg(file, picture, control);
    } else {
        QImage image(QSize(static_cast<int>(std::ceil(picture.size.width() * scale)),
                           static_cast<int>(std::ceil(picture.size.height() * scale))),
                     QImage::Format_RGB32);
        if (image.isNull()) {
            return failed(PictureSave::tr("not enough memory for the picture"));
        }
        whole = paintPng(image, picture, scale, control);
        image.setText(QStringLiteral("Title"), picture.title);
        image.setText(QStringLiteral("Description"), picture.description);
        QImageWriter writer(&file, "png");
        if (whole && !writer.write(image)) {
            return failed(writer.errorString());
        }
    }
    if (!whole || control.cancellation.cancelled()) {
        file.cancelWriting();
        return {PictureSave::Outcome::Cancelled, {}};
    }
    return file.commit() ? Result{PictureSave::Outcome::Saved, {}} : failed(file.errorString());
}

} // namespace

PictureSave::PictureSave(Picture picture, Kind kind, double scale, QString path, QObject* parent)
    : QObject(parent), m_picture(std::move(picture)), m_kind(kind), m_scale(scale), m_path(std::move(path)),
      m_mailbox(std::make_shared<model::Mailbox>(this)) {}

PictureSave::~PictureSave() {
    m_cancellation.cancel();
    m_mailbox->close();
}

QString PictureSave::tooLarge(QSizeF size, double scale) {
    const double wide = std::ceil(size.width() * scale), high = std::ceil(size.height() * scale);
    if (wide <= max_side && high <= max_side && wide * high <= static_cast<double>(max_pixels)) {
        return {};
    }
    return tr("a PNG of the whole would have %1 × %2 pixels; the most are %3 a side and %4 million in all. "
              "Save SVG, fold what is not needed, or save the visible part.")
        .arg(model::numberText(static_cast<quint64>(wide)), model::numberText(static_cast<quint64>(high)),
             model::numberText(max_side), model::numberText(max_pixels / 1'000'000));
}

void PictureSave::start() {
    const QString refused = m_kind == Kind::Png ? tooLarge(m_picture.size, m_scale) : QString();
    if (!refused.isEmpty()) {
        m_error = tr("%1: %2").arg(m_path, refused);
        m_mailbox->post([this] { Q_EMIT done(Outcome::Failed); });
        return;
    }
    PictureControl control;
    control.cancellation = m_cancellation;
    control.progress = [this, mailbox = m_mailbox](quint64 now, quint64 total) {
        mailbox->post([this, now, total] { Q_EMIT progress(now, total); }); // dropped once this is gone
    };
    model::inPool(
        m_mailbox,
        [picture = std::move(m_picture), kind = m_kind, scale = m_scale, path = m_path, control] {
            return written(picture, kind, scale, path, control);
        },
        [this](const Result& result) {
            m_error = result.error;
            Q_EMIT done(result.outcome);
        });
    m_picture = {};
}

void PictureSave::cancel() { m_cancellation.cancel(); }

} // namespace anchorscope::paint
