// Where the secrets of endpoints are kept: in the system's keychain, or in memory for as long as the program
// runs. Never in a file of ours.
#pragma once
#include <QHash>
#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

namespace anchorscope::model {

class SecretStore : public QObject {
    Q_OBJECT
public:
    /// No value and no words: nothing is kept under this key.
    using Read = std::function<void(std::optional<QString> value, const QString& why)>;
    /// Empty words: it is done.
    using Done = std::function<void(const QString& why)>;

    using QObject::QObject;
    /// The answer comes later, on this object's thread; never after the store is gone.
    virtual void read(const QString& key, Read done) = 0;
    virtual void write(const QString& key, const QString& value, Done done) = 0;
    virtual void remove(const QString& key, Done done) = 0;
    /// For the user: "in the system's keychain", "for this run only (…)".
    [[nodiscard]] virtual QString place() const = 0;
};

/// In memory; also what tests use.
class SessionSecrets : public SecretStore {
    Q_OBJECT
public:
    using SecretStore::SecretStore;
    void read(const QString& key, Read done) override;
    void write(const QString& key, const QString& value, Done done) override;
    void remove(const QString& key, Done done) override;
    [[nodiscard]] QString place() const override;

private:
    QHash<QString, QString> m_values;
};

/// The keychain where the program was built with it; where no keychain answers, secrets stay in memory, and
/// place() says so.
[[nodiscard]] std::unique_ptr<SecretStore> systemSecrets();

} // namespace anchorscope::model
