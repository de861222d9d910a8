#include "model/net/rate_limiter.h"
#include <algorithm>

namespace anchorscope::model {

RateLimiter* RateLimiter::of(QNetworkAccessManager* network, const QString& endpoint) {
    auto* limiter = network->findChild<RateLimiter*>(endpoint, Qt::FindDirectChildrenOnly);
    if (!limiter) {
        limiter = new RateLimiter(network);
        limiter->setObjectName(endpoint);
    }
    return limiter;
}

RateLimiter::RateLimiter(QObject* parent) : QObject(parent) {
    m_clock.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RateLimiter::pump);
}

void RateLimiter::enter(QObject* caller, std::function<void()> turn) {
    m_waiting.push_back({caller, std::move(turn)});
    pump();
}

void RateLimiter::leave() {
    m_in_flight = std::max(0, m_in_flight - 1);
    pump();
}

void RateLimiter::slowDown(int pauseMs) {
    m_distance = std::clamp(m_distance * 2, first_distance_ms, max_distance_ms);
    m_next = std::max(m_next, m_clock.elapsed() + pauseMs);
}

void RateLimiter::succeeded() {
    m_distance = m_distance <= first_distance_ms / 4 ? 0 : m_distance - m_distance / 4;
}

void RateLimiter::pump() {
    while (!m_waiting.empty() && m_in_flight < max_in_flight) {
        if (!m_waiting.front().caller) {
            m_waiting.pop_front();
            continue;
        }
        if (const qint64 wait = m_next - m_clock.elapsed(); wait > 0) {
            m_timer.start(static_cast<int>(wait));
            return;
        }
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_in_flight;
        m_next = m_clock.elapsed() + m_distance;
        next.turn();
    }
}

} // namespace anchorscope::model
