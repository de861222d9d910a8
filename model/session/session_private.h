// Private to the session: the state of a case, and what a run knows.
#pragma once
#include "model/net/mailbox.h"
#include "model/session/case_work.h"
#include "model/session/evidence_fetcher.h"
#include "model/session/proxies.h"
#include "model/session/session.h"
#include "model/watch/reorg_watch.h"
#include <QElapsedTimer>

namespace anchorscope::model {

/// Absolute, so that a later change of the current folder does not matter. Compiled-in paths stay.
[[nodiscard]] QString resolved(const QString& path);

class Session::Private {
public:
    explicit Private(Session* session)
        : q(session), log(new RequestLog(session)), network(new QNetworkAccessManager(session)),
          mailbox(std::make_shared<Mailbox>(session)), generation(std::make_shared<std::atomic<quint64>>(0)) {
        network->setProxyFactory(new EndpointProxies);
    }

    using Change = std::function<void(Private&)>;

    /// A run's way back to the session: dropped once the generation has moved on. For workers; copyable.
    struct Post {
        std::shared_ptr<Mailbox> mailbox;
        std::shared_ptr<std::atomic<quint64>> generation;
        quint64 mine = 0;
        Private* session = nullptr; // only touched on the session's thread

        [[nodiscard]] bool stale() const { return generation->load() != mine; }
        void operator()(Change change) const {
            mailbox->post([post = *this, change = std::move(change)] {
                if (!post.stale()) {
                    change(*post.session);
                }
            });
        }
    };

    /// The state of a case, taken back as a whole when a run is cancelled or fails.
    struct Known {
        Parts parts;
        std::optional<Error> tableError; ///< of the table alone, without envelope and evidence
        CaseFiles files;
    };

    /// What a worker needs to know of a run.
    struct Job {
        CaseFiles files;
        VerifyOptions options;
        std::optional<LoadedTable> table;                  ///< kept from the run before
        std::shared_ptr<const verify::TablePart> examined; ///< of that table
        Post post;
        Cancellation cancellation;
    };

    void run(bool reload);
    void stop();
    void setPhase(Phase next);
    void setTable(const LoadedTable& loaded);
    void setPrepared(const Prepared& prepared);
    void fetch();
    void concludeLater();
    void setConclusion(const Conclusion& conclusion);
    void attach(QStringList CaseFiles::*list, const QString& path);
    void guardReport();
    void dropReport(quint64 number, const QString& endpoint);
    void fail(const QString& why);
    void takeBack();
    void replace(const Known& next);

    static void inWorker(const Post& post, std::function<void()> step);
    static void work(const Job& job);
    static std::optional<LoadedTable> loadAndExamine(const Job& job,
                                                     std::shared_ptr<const verify::TablePart>& examined);

    Session* q;
    Known now, finished; // finished: after the last run that made a report
    VerifyOptions options;
    std::shared_ptr<const Names> names = wellKnownNames();
    RequestLog* log;
    QNetworkAccessManager* network;
    std::shared_ptr<Mailbox> mailbox;
    std::shared_ptr<std::atomic<quint64>> generation;
    Cancellation cancellation; // of the current run
    EvidenceFetcher* fetcher = nullptr;
    ReorgWatch* guard = nullptr;
    int guardMs = 0; // 0: blocks of a report are not watched
    Phase phase = Phase::empty;
    bool running = false;
    QDateTime checkedAt;
    QElapsedTimer clock;
    qint64 elapsedMs = 0;
    QString ioError;
};

} // namespace anchorscope::model
