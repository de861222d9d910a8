// A search for logs (core/anchor/log_search) carried out on one endpoint. What it finds are hints.
#pragma once
#include "core/anchor/log_search.h"
#include "model/discover/endpoint_task.h"

namespace anchorscope::model {

class LogSearcher : public EndpointTask {
    Q_OBJECT
public:
    LogSearcher(const EndpointSetting& setting, anchor::LogSearch search, QObject* parent = nullptr);
    void start() override;
    /// As far as it has come; can be saved and taken up again.
    [[nodiscard]] const anchor::LogSearch& search() const { return m_search; }
    /// Logs in answers that were not asked for.
    [[nodiscard]] quint64 foreignLogs() const { return m_foreign; }

private:
    void next();
    void answered(anchor::BlockSpan span, const Result<codec::Json>& answer);
    void refused(anchor::BlockSpan span, const Error& why);

    anchor::LogSearch m_search;
    quint64 m_foreign = 0;
    std::optional<Error> m_lastRefusal;
};

} // namespace anchorscope::model
