// Work in the thread pool whose result comes back to an object's thread, or nowhere once that object is gone.
#pragma once
#include <QMutex>
#include <QThreadPool>
#include <functional>
#include <memory>

namespace anchorscope::model {

/// Shared by the object and its workers; thread-safe. The owner closes it in its destructor.
class Mailbox {
public:
    explicit Mailbox(QObject* owner) : m_owner(owner) {}
    /// Calls `message` later on the owner's thread; drops it when closed.
    void post(std::function<void()> message);
    void close();

private:
    QMutex m_mutex;
    QObject* m_owner;
};

/// Runs `work` in the global pool, then `deliver(const result&)` on the owner's thread. What `work` captures
/// must live by itself (values and shared pointers).
template<class Work, class Deliver>
void inPool(const std::shared_ptr<Mailbox>& mailbox, Work work, Deliver deliver) {
    QThreadPool::globalInstance()->start([mailbox, work = std::move(work), deliver = std::move(deliver)] {
        auto result = std::make_shared<const decltype(work())>(work());
        mailbox->post([result, deliver] { deliver(*result); });
    });
}

} // namespace anchorscope::model
