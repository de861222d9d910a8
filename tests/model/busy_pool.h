// Keeps the global thread pool from starting anything, so that work lasts as long as a test wants it to.
#pragma once
#include <QSemaphore>
#include <QThreadPool>
#include <memory>

namespace anchorscope::test {

class BusyPool {
public:
    BusyPool() {
        for (int i = 0; i < QThreadPool::globalInstance()->maxThreadCount(); ++i) {
            QThreadPool::globalInstance()->start([gate = m_gate] { gate->acquire(); });
        }
    }
    ~BusyPool() { m_gate->release(QThreadPool::globalInstance()->maxThreadCount()); }
    BusyPool(const BusyPool&) = delete;
    BusyPool& operator=(const BusyPool&) = delete;
    BusyPool(BusyPool&&) = delete;
    BusyPool& operator=(BusyPool&&) = delete;

private:
    std::shared_ptr<QSemaphore> m_gate = std::make_shared<QSemaphore>();
};

} // namespace anchorscope::test
