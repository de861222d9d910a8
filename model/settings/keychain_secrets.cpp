// The system's keychain, through QtKeychain (built only where that is installed). A keychain that does not
// answer (none runs, access denied) costs nothing: secrets then stay in memory.
#include "model/settings/secret_store.h"
#include "model/words.h"
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

const QString service = u"anchorscope"_s;

class KeychainSecrets : public SecretStore {
public:
    void read(const QString& key, Read done) override {
        auto* job = new QKeychain::ReadPasswordJob(service, this);
        job->setKey(key);
        connect(job, &QKeychain::Job::finished, this, [this, job, key, done = std::move(done)] {
            if (job->error() == QKeychain::NoError) {
                done(job->textData(), {});
            } else {
                note(*job);
                m_session.read(key, done); // it may be there since this session could not write it
            }
        });
        job->start();
    }

    void write(const QString& key, const QString& value, Done done) override {
        auto* job = new QKeychain::WritePasswordJob(service, this);
        job->setKey(key);
        job->setTextData(value);
        connect(job, &QKeychain::Job::finished, this, [this, job, key, value, done = std::move(done)] {
            if (job->error() == QKeychain::NoError) {
                done({});
            } else {
                note(*job);
                m_session.write(key, value, done);
            }
        });
        job->start();
    }

    void remove(const QString& key, Done done) override {
        auto* job = new QKeychain::DeletePasswordJob(service, this);
        job->setKey(key);
        connect(job, &QKeychain::Job::finished, this, [this, job, key, done = std::move(done)] {
            note(*job);
            m_session.remove(key, done);
        });
        job->start();
    }

    [[nodiscard]] QString place() const override {
        return m_trouble.isEmpty() ? Words::tr("in the system's keychain")
                                   : Words::tr("for this run only (%1)").arg(m_trouble);
    }

private:
    void note(const QKeychain::Job& job) {
        const QKeychain::Error error = job.error();
        if (error != QKeychain::NoError && error != QKeychain::EntryNotFound) {
            m_trouble = Words::tr("the system's keychain does not answer");
        }
    }

    SessionSecrets m_session;
    QString m_trouble;
};

} // namespace

std::unique_ptr<SecretStore> systemSecrets() { return std::make_unique<KeychainSecrets>(); }

} // namespace anchorscope::model
