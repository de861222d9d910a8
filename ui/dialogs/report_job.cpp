#include "ui/dialogs/report_job.h"
#include "ui/paint/report_pdf.h"
#include <QSaveFile>

namespace anchorscope::ui {

namespace {

using model::KeptReport;
using model::ReportFormat;

std::shared_ptr<const MadeReport> madeFrom(const ReportOrder& order, const Cancellation& cancellation) {
    try {
        const KeptReport kept(order.parts, order.wanted, order.notes, order.command, order.checked_at);
        auto out = std::make_shared<MadeReport>();
        if (order.format == ReportFormat::Json) {
            out->bytes = QByteArray::fromStdString(kept.json());
            out->text =
                QString::fromUtf8(out->bytes.first(std::min(out->bytes.size(), ReportJob::max_shown)));
            out->cut = out->bytes.size() > ReportJob::max_shown;
            return out;
        }
        const report::Document document = kept.document();
        out->pages = std::make_shared<const paint::ReportPages>(document, cancellation);
        out->bytes = order.format == ReportFormat::Html ? QByteArray::fromStdString(kept.html())
                                                        : paint::pdfOf(document, cancellation);
        return out;
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

QString replaced(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    const bool whole = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return whole ? QString() : file.errorString();
}

} // namespace

ReportJob::ReportJob(QObject* parent) : QObject(parent), m_mailbox(std::make_shared<model::Mailbox>(this)) {}

ReportJob::~ReportJob() {
    m_cancellation.cancel();
    m_mailbox->close();
}

void ReportJob::make(ReportOrder order) {
    m_cancellation.cancel();
    m_cancellation = Cancellation();
    const quint64 mine = ++m_generation;
    setRunning(true);
    model::inPool(
        m_mailbox,
        [order = std::move(order), cancellation = m_cancellation] { return madeFrom(order, cancellation); },
        [this, mine](const std::shared_ptr<const MadeReport>& report) {
            if (mine == m_generation) {
                setRunning(false);
                Q_EMIT made(report);
            }
        });
}

void ReportJob::write(const QString& path, const QByteArray& bytes) {
    const quint64 mine = ++m_generation;
    setRunning(true);
    model::inPool(
        m_mailbox, [path, bytes] { return replaced(path, bytes); },
        [this, mine, path](const QString& error) {
            if (mine == m_generation) {
                setRunning(false);
            }
            Q_EMIT written(path, error);
        });
}

void ReportJob::cancel() {
    m_cancellation.cancel();
    ++m_generation;
    setRunning(false);
}

void ReportJob::setRunning(bool running) {
    if (std::exchange(m_running, running) != running) {
        Q_EMIT runningChanged();
    }
}

} // namespace anchorscope::ui
