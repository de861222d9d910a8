// A painted picture being written to a file by a worker: SVG, or PNG at some scale. Limits: 1. one file an
// object; 2. PNG pictures have at most max_pixels and max_side a side: larger ones are refused in words,
// never tried; SVG has no limit; 3. the file that was there stays until the new one is whole, and for good
// when it is cancelled or fails; 4. all signals come on the thread the object lives in.
#pragma once
#include "core/base/cancellation.h"
#include "model/net/mailbox.h"
#include <QImage>
#include <QObject>
#include <QPainter>
#include <QSizeF>

namespace anchorscope::paint {

struct PictureControl {
    Cancellation cancellation;
    std::function<void(quint64 done, quint64 total)> progress;
};

/// What is painted. Everything in it must be safe to use on another thread.
struct Picture {
    QSizeF size; ///< at scale 1
    QColor ground;
    QString title, description;
    /// False: cancelled on the way.
    std::function<bool(QPainter&, const PictureControl&)> paint;
};

class PictureSave : public QObject {
    Q_OBJECT
public:
    enum class Kind { Svg, Png };
    Q_ENUM(Kind)
    enum class Outcome { Saved, Cancelled, Failed };
    Q_ENUM(Outcome)
    static constexpr qint64 max_pixels = 64'000'000; ///< 256 MB while it is painted
    static constexpr int max_side = 32'000;          ///< QImage paints no further than 32 767

    PictureSave(Picture picture, Kind kind, double scale, QString path, QObject* parent = nullptr);
    /// Cancels what still runs; nothing is signalled then.
    ~PictureSave() override;
    void start();
    /// `done` still comes, and says what became of it.
    void cancel();
    [[nodiscard]] const QString& path() const { return m_path; }
    /// In words that name the path; empty unless it failed.
    [[nodiscard]] const QString& error() const { return m_error; }
    /// Why a PNG of that size is not made; empty: it is.
    [[nodiscard]] static QString tooLarge(QSizeF size, double scale);

Q_SIGNALS:
    void progress(quint64 done, quint64 total);
    void done(anchorscope::paint::PictureSave::Outcome outcome);

private:
    Picture m_picture;
    Kind m_kind;
    double m_scale;
    QString m_path, m_error;
    Cancellation m_cancellation;
    std::shared_ptr<model::Mailbox> m_mailbox;
};

} // namespace anchorscope::paint
