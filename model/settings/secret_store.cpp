#include "model/settings/secret_store.h"
#include "model/words.h"

namespace anchorscope::model {

namespace {

void later(QObject* owner, std::function<void()> what) {
    QMetaObject::invokeMethod(owner, std::move(what), Qt::QueuedConnection);
}

} // namespace

void SessionSecrets::read(const QString& key, Read done) {
    const auto found = m_values.constFind(key);
    std::optional<QString> value;
    if (found != m_values.constEnd()) {
        value = *found;
    }
    later(this, [done = std::move(done), value] { done(value, {}); });
}

void SessionSecrets::write(const QString& key, const QString& value, Done done) {
    m_values.insert(key, value);
    later(this, [done = std::move(done)] { done({}); });
}

void SessionSecrets::remove(const QString& key, Done done) {
    m_values.remove(key);
    later(this, [done = std::move(done)] { done({}); });
}

QString SessionSecrets::place() const { return Words::tr("for this run only (there is no keychain)"); }

#ifndef ANCHORSCOPE_KEYCHAIN
std::unique_ptr<SecretStore> systemSecrets() { return std::make_unique<SessionSecrets>(); }
#endif

} // namespace anchorscope::model
