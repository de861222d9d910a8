#include "ui/paint/report_pdf.h"
#include "ui/paint/fonts.h"
#include "ui/paint/report_pages.h"
#include <QBuffer>
#include <QCryptographicHash>
#include <QDateTime>
#include <QGuiApplication>
#include <QHashFunctions>
#include <QMutex>
#include <QPageSize>
#include <QPdfWriter>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace anchorscope::paint {

namespace {

/// When it was checked, else the time of the newest block that it tells of, else 1970.
QDateTime dateOf(const report::Document& document) {
    const QDateTime checked = QDateTime::fromString(QString::fromStdString(document.checked_at), Qt::ISODate);
    return checked.isValid() ? checked.toUTC()
                             : QDateTime::fromSecsSinceEpoch(static_cast<qint64>(document.as_of), Qt::UTC);
}

/// Overwrites what stands between `before` and `after`, wherever that is, where it is as long as `value`: the
/// offsets of the file's cross-reference table stay true.
void overwrite(QByteArray& pdf, const QByteArray& before, const QByteArray& after, const QByteArray& value) {
    for (qsizetype at = pdf.indexOf(before); at >= 0; at = pdf.indexOf(before, at + before.size())) {
        const qsizetype begin = at + before.size(), end = pdf.indexOf(after, begin);
        if (end - begin == value.size()) {
            pdf.replace(begin, value.size(), value);
        }
    }
}

/// Qt writes the clock and a random id into every PDF, as text.
void makeReproducible(QByteArray& pdf, const report::Document& document) {
    const QDateTime date = dateOf(document);
    const QByteArray name = QCryptographicHash::hash(QByteArray::fromStdString(
                                                         document.sha256 + document.headline + document.tool),
                                                     QCryptographicHash::Sha256)
                                .toHex();
    overwrite(pdf, "/CreationDate (D:", ")", date.toString(u"yyyyMMddhhmmss"_s).toLatin1() + "Z");
    for (const char* const attribute : {"xmp:CreateDate=\"", "xmp:ModifyDate=\""}) {
        const QByteArray stamp = date.toString(u"yyyy-MM-ddThh:mm:ss"_s).toLatin1();
        overwrite(pdf, attribute, "\"", stamp + 'Z');
        overwrite(pdf, attribute, "\"", stamp + "+00:00");
    }
    overwrite(pdf, "/CreationDate (D:", ")", date.toString(u"yyyyMMddhhmmss"_s).toLatin1() + "+00'00'");
    const QByteArray uuid = name.left(8) + '-' + name.mid(8, 4) + "-4" + name.mid(13, 3) + "-8" +
                            name.mid(17, 3) + '-' + name.mid(20, 12);
    overwrite(pdf, "uuid:", "\"", uuid);
    overwrite(pdf, "uuid:", "<", uuid);
    overwrite(pdf, "/ID [ <", ">", name.left(32));
    overwrite(pdf, "> <", "> ]", name.left(32));
}

/// Qt keeps a PDF's fonts in a table whose order is that of its hashes: with one seed, always the same.
class OneSeed {
public:
    OneSeed() : m_lock(&mutex()) { QHashSeed::setDeterministicGlobalSeed(); }
    ~OneSeed() { QHashSeed::resetRandomGlobalSeed(); }
    Q_DISABLE_COPY_MOVE(OneSeed)

private:
    static QMutex& mutex() {
        static QMutex one;
        return one;
    }
    QMutexLocker<QMutex> m_lock;
};

} // namespace

QByteArray pdfOf(const report::Document& document, const Cancellation& cancellation) {
    const ReportPages pages(document, cancellation);
    if (pages.count() == 0) {
        return {};
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        const OneSeed seed;
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setResolution(units_per_inch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        writer.setTitle(QString::fromStdString(document.verdict + ": " + document.subject));
        writer.setCreator(QString::fromStdString(document.tool));
        QPainter painter(&writer);
        for (int page = 0; page < pages.count(); ++page) {
            if (cancellation.cancelled()) {
                return {};
            }
            if (page > 0) {
                writer.newPage();
            }
            pages.paint(painter, page);
        }
    }
    QByteArray pdf = buffer.data();
    makeReproducible(pdf, document);
    return pdf;
}

std::unique_ptr<QCoreApplication> pdfApplication(int& argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen"); // needs no display
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    (void)loadFonts();
    return application;
}

} // namespace anchorscope::paint
