#include "model/session/retry_clock.h"
#include "model/words.h"

namespace anchorscope::model {

namespace {

constexpr int tick_ms = 250; // no second is skipped

} // namespace

RetryClock::RetryClock(QObject* parent) : QObject(parent) {
    m_timer.setInterval(tick_ms);
    connect(&m_timer, &QTimer::timeout, this, &RetryClock::tick);
}

void RetryClock::pause(const QString& endpoint, const QString& why, int milliseconds) {
    m_pauses.insert(endpoint, {why, QDeadlineTimer(milliseconds)});
    m_timer.start();
    tick();
}

void RetryClock::stop() {
    m_pauses.clear();
    m_timer.stop();
}

/// Of several, the one that is waited for longest.
void RetryClock::tick() {
    m_pauses.removeIf([](const auto& each) { return each.value().until.hasExpired(); });
    if (m_pauses.isEmpty()) {
        m_timer.stop();
        return;
    }
    auto last = m_pauses.cbegin();
    for (auto each = m_pauses.cbegin(); each != m_pauses.cend(); ++each) {
        last = each->until > last->until ? each : last;
    }
    const qint64 seconds = (last->until.remainingTime() + 999) / 1000;
    Q_EMIT ticked(Words::tr("%1: %2, retrying in %3 s").arg(last.key(), last->why).arg(seconds));
}

} // namespace anchorscope::model
