// Work off the thread that asks, of which only the latest matters: a new run cancels the old one, whose
// result is dropped. Limits: 1. results come on the thread the job lives in; 2. nothing comes after the job
// is gone;
// 3. work that does not look at its cancellation runs to its end, unseen.
#pragma once
#include "core/base/cancellation.h"
#include <QMutex>
#include <QObject>
#include <functional>

namespace anchorscope::model {

class LatestJob : public QObject {
public:
    explicit LatestJob(QObject* parent = nullptr);
    ~LatestJob() override;

    /// `work` in a worker, then `done` with what it gave.
    template<class T>
    void run(std::function<T(const Cancellation&)> work, std::function<void(T)> done) {
        start([work = std::move(work), done = std::move(done)](const Cancellation& cancellation) {
            auto made = std::make_shared<T>(work(cancellation));
            return std::function<void()>([made, done] { done(std::move(*made)); });
        });
    }
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

private:
    using Work = std::function<std::function<void()>(const Cancellation&)>;
    struct Door;
    void start(Work work);

    std::shared_ptr<Door> m_door; ///< through which results come back; shut when the job goes
    Cancellation m_cancellation;
    quint64 m_generation = 0;
    bool m_running = false;
};

} // namespace anchorscope::model
