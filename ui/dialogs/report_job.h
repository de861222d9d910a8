// A report being made or written by a worker; can be cancelled. Limits: 1. one job at a time an object, a new
// one cancels the old; 2. signals come on the object's thread, late results are dropped; 3. a file is
// replaced whole or not at all.
#pragma once
#include "model/net/mailbox.h"
#include "model/report/kept_report.h"
#include "ui/paint/report_pages.h"
#include <QObject>

namespace anchorscope::ui {

/// What a report is made from; copied, so that the session may go on.
struct ReportOrder {
    model::Parts parts;
    model::ReportParts wanted;
    std::vector<report::Note> notes;
    std::string command;
    QDateTime checked_at;
    model::ReportFormat format = model::ReportFormat::Pdf;
};

struct MadeReport {
    QByteArray bytes;                                ///< the file
    std::shared_ptr<const paint::ReportPages> pages; ///< of JSON none
    QString text;                                    ///< of JSON its beginning, else empty
    bool cut = false;                                ///< the text goes on
};

class ReportJob : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype max_shown =
        200'000; ///< of a text: some forty pages, a field shows them at once

    explicit ReportJob(QObject* parent = nullptr);
    ~ReportJob() override;
    void make(ReportOrder order);
    void write(const QString& path, const QByteArray& bytes);
    void cancel();
    [[nodiscard]] bool running() const { return m_running; }

Q_SIGNALS:
    void made(const std::shared_ptr<const anchorscope::ui::MadeReport>& report); ///< null: not enough memory
    void written(const QString& path, const QString& error); ///< error: empty where it was
    void runningChanged();

private:
    void setRunning(bool running);

    std::shared_ptr<model::Mailbox> m_mailbox;
    Cancellation m_cancellation;
    quint64 m_generation = 0;
    bool m_running = false;
};

} // namespace anchorscope::ui
