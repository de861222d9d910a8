// Counts down while endpoints are given a pause before the next try: "node:8545: HTTP 429, retrying in 2 s".
#pragma once
#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace anchorscope::model {

class RetryClock : public QObject {
    Q_OBJECT
public:
    explicit RetryClock(QObject* parent = nullptr);
    /// An endpoint pauses from now on; told at once, then several times a second until the pause is over.
    void pause(const QString& endpoint, const QString& why, int milliseconds);
    void stop();

Q_SIGNALS:
    void ticked(const QString& words);

private:
    struct Pause {
        QString why;
        QDeadlineTimer until;
    };
    void tick();

    QTimer m_timer;
    QHash<QString, Pause> m_pauses; // by endpoint
};

} // namespace anchorscope::model
