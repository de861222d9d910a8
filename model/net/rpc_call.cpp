#include "model/net/rpc_call.h"
#include "core/chain/call_trace.h"
#include "core/chain/rpc_answers.h"
#include "core/codec/json.h"
#include "model/net/redaction.h"
#include "model/words.h"

namespace anchorscope::model {

namespace {

constexpr qint64 read_buffer_bytes = qint64{4} << 20; // what Qt may hold of an answer before we read it
constexpr qsizetype max_logged_words = 160;           // of an endpoint's own error text

std::shared_ptr<const Result<codec::Json>> failed(Error error) {
    return std::make_shared<const Result<codec::Json>>(tl::unexpected(std::move(error)));
}

/// An endpoint's words on one line, without control characters.
QString printableWords(const std::string& text) {
    QString words = QString::fromStdString(text).left(max_logged_words);
    for (QChar& letter : words) {
        letter = letter.isPrint() ? letter : QChar(u' ');
    }
    return words;
}

} // namespace

RpcCall::RpcCall(Plan plan, QObject* parent)
    : QObject(parent), m_plan(std::move(plan)), m_mailbox(std::make_shared<Mailbox>(this)) {
    m_deadline.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &RpcCall::waitForTurn);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        const QString words = Words::tr("timed out after %1 s").arg(m_plan.timeoutMs / 1000.0);
        stop({rules::net_timeout, {}, {}, words.toStdString()});
    });
}

RpcCall::~RpcCall() {
    m_mailbox->close();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
    giveTurnBack();
}

void RpcCall::start() { m_pause.start(0); }

void RpcCall::waitForTurn() {
    if (!m_plan.limiter) {
        return attempt();
    }
    m_plan.limiter->enter(this, [this] {
        m_has_turn = true;
        m_finished ? giveTurnBack() : attempt();
    });
}

void RpcCall::giveTurnBack() {
    if (std::exchange(m_has_turn, false) && m_plan.limiter) {
        m_plan.limiter->leave();
    }
}

void RpcCall::attempt() {
    ++m_attempts;
    m_answer.clear();
    m_stopped.reset();
    m_clock.start();
    m_deadline.start(m_plan.timeoutMs);
    m_reply = m_plan.network->post(m_plan.request, m_plan.body);
    m_reply->setReadBufferSize(read_buffer_bytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &RpcCall::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &RpcCall::replyFinished);
}

void RpcCall::readSome() {
    const qint64 room = m_plan.maxBytes - m_answer.size();
    m_answer += m_reply->read(room + 1);
    if (m_answer.size() > m_plan.maxBytes) {
        const QString words = Words::tr("answer above %1 bytes").arg(m_plan.maxBytes);
        stop({rules::net_size, {}, {}, words.toStdString()});
    }
}

void RpcCall::stop(Error why) {
    if (m_reply && !m_stopped) {
        m_stopped = std::move(why);
        m_reply->abort(); // replyFinished follows at once
    }
}

void RpcCall::replyFinished() {
    m_deadline.stop();
    if (!m_stopped && m_reply->bytesAvailable() > 0) {
        readSome();
    }
    QNetworkReply* const reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->deleteLater();
    m_bytes = m_answer.size();
    giveTurnBack();
    if (m_stopped) {
        record(QString::fromStdString(m_stopped->text), false);
        finish(failed(*m_stopped));
        return;
    }
    const HttpOutcome outcome = httpOutcome(*reply, m_answer);
    if (outcome.error) {
        retryOrFail(outcome);
    } else {
        parse();
    }
}

void RpcCall::retryOrFail(const HttpOutcome& outcome) {
    if (outcome.tooFast && m_plan.limiter) {
        m_plan.limiter->slowDown(retryDelayMs(m_attempts, outcome.retryAfterMs));
    }
    if (!outcome.retry || m_attempts > m_plan.retries) {
        record(outcome.words, false);
        finish(failed(*outcome.error));
        return;
    }
    if (outcome.retryAfterMs > std::min(m_plan.timeoutMs, max_retry_delay_ms)) {
        const QString words =
            Words::tr("%1, asks for a pause of %2 s").arg(outcome.words).arg(*outcome.retryAfterMs / 1000);
        record(words, false);
        finish(failed({outcome.error->rule, {}, {}, words.toStdString()}));
        return;
    }
    const int pause = retryDelayMs(m_attempts, outcome.retryAfterMs);
    record(Words::tr("%1, retry in %2 s").arg(outcome.words).arg(pause / 1000.0), false);
    m_pause.start(pause);
    m_plan.waiting(outcome.words, pause);
}

void RpcCall::parse() {
    const std::size_t depth = m_plan.method == u"debug_traceTransaction" ? chain::max_trace_json_depth
                                                                         : codec::JsonLimits{}.max_depth;
    const auto work = [answer = std::exchange(m_answer, {}), id = m_plan.id, most = m_plan.maxBytes, depth,
                       secrets = m_plan.secrets] {
        const codec::JsonLimits limits{static_cast<std::size_t>(most), depth};
        const std::string_view text(answer.constData(), static_cast<std::size_t>(answer.size()));
        Result<codec::Json> result = chain::rpc_result(text, id, limits);
        if (!result) {
            result.error().text =
                scrubbed(QString::fromStdString(result.error().text), secrets).toStdString();
        }
        return std::make_shared<const Result<codec::Json>>(std::move(result));
    };
    inPool(m_mailbox, work,
           [this](const std::shared_ptr<const Result<codec::Json>>& result) { parsed(result); });
}

void RpcCall::parsed(const std::shared_ptr<const Result<codec::Json>>& result) {
    if (result->has_value()) {
        record(Words::tr("ok"), true);
        if (m_plan.limiter) {
            m_plan.limiter->succeeded();
        }
    } else {
        const Error& error = result->error();
        const QString words = printableWords(error.text);
        if (retryWhenTooFast(error, words)) {
            return;
        }
        record(error.rule == chain::rules::rpc_error ? Words::tr("error ") + words : words, false);
    }
    finish(result);
}

/// -32005 is "limit exceeded" (EIP-1474). Of a search for logs it may mean the range: whoever searches
/// decides.
bool RpcCall::retryWhenTooFast(const Error& error, const QString& words) {
    const bool too_fast = error.rule == chain::rules::rpc_error && error.text.starts_with("-32005") &&
                          m_plan.method != u"eth_getLogs";
    if (!too_fast) {
        return false;
    }
    const int pause = retryDelayMs(m_attempts, {});
    if (m_plan.limiter) {
        m_plan.limiter->slowDown(pause);
    }
    if (m_attempts > m_plan.retries) {
        return false;
    }
    record(Words::tr("error %1, retry in %2 s").arg(words).arg(pause / 1000.0), false);
    m_pause.start(pause);
    m_plan.waiting(words, pause);
    return true;
}

void RpcCall::cancel() {
    if (m_finished) {
        return;
    }
    m_pause.stop();
    m_deadline.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
        m_bytes = m_answer.size();
        record(Words::tr("cancelled"), false);
    }
    giveTurnBack();
    m_mailbox->close();
    finish(failed({rules::net_cancelled, {}, {}, "cancelled"}));
}

void RpcCall::finish(std::shared_ptr<const Result<codec::Json>> result) {
    if (std::exchange(m_finished, true)) {
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this, result = std::move(result)] {
            const RpcClient::SharedDone done =
                std::move(m_plan.done); // `done` may delete the client, and us with it
            deleteLater();
            done(result);
        },
        Qt::QueuedConnection);
}

void RpcCall::record(const QString& outcome, bool ok) {
    if (m_plan.log) {
        m_plan.log->append({QDateTime::currentDateTime(), m_plan.endpoint, m_plan.method, outcome, ok,
                            m_clock.elapsed(), m_bytes});
    }
}

} // namespace anchorscope::model
