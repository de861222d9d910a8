#include "model/discover/log_searcher.h"
#include "core/codec/json.h"
#include "model/net/http_outcome.h"
#include "model/words.h"

namespace anchorscope::model {

LogSearcher::LogSearcher(const EndpointSetting& setting, anchor::LogSearch search, QObject* parent)
    : EndpointTask(setting, parent), m_search(std::move(search)) {}

void LogSearcher::start() {
    begin();
    next();
}

void LogSearcher::next() {
    const auto span = m_search.next();
    if (!span) {
        if (m_search.stopped() && m_lastRefusal) {
            fail(*m_lastRefusal);
        } else {
            finish();
        }
        return;
    }
    const auto covered = m_search.covered();
    Q_EMIT progress(covered ? covered->count() : 0, m_search.goal().span.count(),
                    Words::tr("Searching blocks %1 to %2").arg(span->first).arg(span->last));
    askAny("eth_getLogs", codec::Json::array({anchor::log_filter(m_search.goal(), *span)}),
           [this, span = *span](const Result<codec::Json>& answer) { answered(span, answer); });
}

void LogSearcher::answered(anchor::BlockSpan span, const Result<codec::Json>& answer) {
    if (!answer) {
        refused(span, answer.error());
        return;
    }
    std::size_t foreign = 0;
    auto hints = anchor::log_hints(m_search.goal(), span, *answer, &foreign);
    if (!hints) {
        refused(span, hints.error());
        return;
    }
    m_foreign += foreign;
    m_search.answered(*std::move(hints));
    next();
}

void LogSearcher::refused(anchor::BlockSpan span, const Error& why) {
    m_lastRefusal = why;
    m_search.refused(anchor::refusal_of(why), anchor::suggested_length(why, span));
    const int pause = m_search.pause() == 0 ? 0 : retryDelayMs(m_search.pause(), {});
    later(pause, [this] { next(); });
}

} // namespace anchorscope::model
