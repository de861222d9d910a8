#include "model/net/mailbox.h"
#include <QMutexLocker>

namespace anchorscope::model {

void Mailbox::post(std::function<void()> message) {
    const QMutexLocker lock(&m_mutex);
    if (m_owner) {
        QMetaObject::invokeMethod(m_owner, std::move(message), Qt::QueuedConnection);
    }
}

void Mailbox::close() {
    const QMutexLocker lock(&m_mutex);
    m_owner = nullptr;
}

} // namespace anchorscope::model
