#include "model/explore/latest_job.h"
#include <QThreadPool>

namespace anchorscope::model {

struct LatestJob::Door {
    QMutex mutex;
    LatestJob* job = nullptr;
};

LatestJob::LatestJob(QObject* parent) : QObject(parent), m_door(std::make_shared<Door>()) {
    m_door->job = this;
}

LatestJob::~LatestJob() {
    m_cancellation.cancel();
    const QMutexLocker lock(&m_door->mutex);
    m_door->job = nullptr;
}

void LatestJob::cancel() {
    m_cancellation.cancel();
    ++m_generation;
    m_running = false;
}

void LatestJob::start(Work work) {
    cancel();
    m_cancellation = Cancellation();
    m_running = true;
    QThreadPool::globalInstance()->start(
        [door = m_door, work = std::move(work), stop = m_cancellation, generation = m_generation] {
            const std::function<void()> done = work(stop);
            const QMutexLocker lock(&door->mutex);
            if (door->job == nullptr) {
                return;
            }
            LatestJob* const job = door->job;
            QMetaObject::invokeMethod(
                job,
                [job, done, generation] {
                    if (generation == job->m_generation) {
                        job->m_running = false;
                        done();
                    }
                },
                Qt::QueuedConnection);
        });
}

} // namespace anchorscope::model
