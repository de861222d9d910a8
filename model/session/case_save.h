// One case being written to a file by a worker, with progress; can be cancelled. Limits: 1. one file an
// object;
// 2. what is written is what was known when it was made, whatever the session does meanwhile; 3. the file
// that was there stays until the new one is whole, and for good when it is cancelled or fails; 4. all signals
// come on the thread the object lives in.
#pragma once
#include "core/base/cancellation.h"
#include "model/net/mailbox.h"
#include "model/session/session.h"

namespace anchorscope::model {

class CaseSave : public QObject {
    Q_OBJECT
public:
    enum class Outcome { Saved, Cancelled, Failed };
    Q_ENUM(Outcome)

    CaseSave(Parts parts, QString path, QObject* parent = nullptr);
    /// Cancels what still runs; nothing is signalled then.
    ~CaseSave() override;
    void start();
    /// `done` still comes, and says what became of it: it may have been too late.
    void cancel();
    [[nodiscard]] const QString& path() const { return m_path; }
    /// In words that name the path; empty unless it failed.
    [[nodiscard]] const QString& error() const { return m_error; }

Q_SIGNALS:
    /// Bytes of the file; before its length is known, nothing comes.
    void progress(quint64 done, quint64 total);
    void done(anchorscope::model::CaseSave::Outcome outcome);

private:
    Parts m_parts;
    QString m_path, m_error;
    Cancellation m_cancellation;
    std::shared_ptr<Mailbox> m_mailbox;
};

} // namespace anchorscope::model
