// How fast one endpoint is asked. Shared by all clients that use the same network and speak to the same host
// and port. Limits: 1. at most max_in_flight requests at once; 2. after a refusal for haste (HTTP 429,
// -32005) nothing is sent until the pause is over, and then with a growing distance between requests; 3.
// every success brings the distance down again.
#pragma once
#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>
#include <deque>
#include <functional>

namespace anchorscope::model {

class RateLimiter : public QObject {
    Q_OBJECT
public:
    static constexpr int max_in_flight = 8;       ///< what public endpoints take from one address
    static constexpr int first_distance_ms = 100; ///< after the first refusal: ten requests a second
    static constexpr int max_distance_ms = 5000;

    /// The limiter of `endpoint` (host[:port]); lives as long as `network`.
    [[nodiscard]] static RateLimiter* of(QNetworkAccessManager* network, const QString& endpoint);

    explicit RateLimiter(QObject* parent = nullptr);
    /// Calls `turn`, at once or later, when it is the caller's turn; never once `caller` is gone. Each turn
    /// taken has to be given back by leave().
    void enter(QObject* caller, std::function<void()> turn);
    void leave();
    /// The endpoint refused for haste and asks for this pause.
    void slowDown(int pauseMs);
    void succeeded();

    [[nodiscard]] int inFlight() const { return m_in_flight; }
    [[nodiscard]] int distanceMs() const { return m_distance; }

private:
    struct Waiting {
        QPointer<QObject> caller;
        std::function<void()> turn;
    };
    void pump();

    std::deque<Waiting> m_waiting;
    QTimer m_timer;
    qint64 m_next = 0; ///< not before this, in milliseconds of m_clock
    QElapsedTimer m_clock;
    int m_in_flight = 0;
    int m_distance = 0;
};

} // namespace anchorscope::model
