// The runs of a session: what is done in the worker, and what becomes of it on the session's thread.
#include "model/session/session_private.h"
#include "model/words.h"
#include <QFileInfo>

namespace anchorscope::model {

namespace {

bool holdsMore(const verify::Evidence& after, const verify::Evidence& before) {
    const auto headers = [](const verify::Evidence& evidence) {
        std::size_t count = 0;
        for (const chain::HeaderWalk& walk : evidence.walks) {
            count += walk.headers().size();
        }
        return count;
    };
    return after.blocks.size() != before.blocks.size() || headers(after) != headers(before);
}

} // namespace

// ---- In the worker ----

/// Memory is the one thing that can run out on a valid input; it ends the run, not the program.
void Session::Private::inWorker(const Post& post, std::function<void()> step) {
    QThreadPool::globalInstance()->start([post, step = std::move(step)] {
        try {
            if (!post.stale()) {
                step();
            }
        } catch (const std::bad_alloc&) {
            post([](Private& d) { d.fail(Words::tr("Not enough memory for this case")); });
        }
    });
}

std::optional<LoadedTable>
Session::Private::loadAndExamine(const Job& job, std::shared_ptr<const verify::TablePart>& examined) {
    const QString name = QFileInfo(job.files.table).fileName();
    job.post([name](Private& d) { Q_EMIT d.q->progress(0, 0, Words::tr("Reading %1").arg(name)); });
    auto bytes = readTable(job.files);
    if (!bytes) {
        job.post([why = bytes.error()](Private& d) { d.fail(why); });
        return {};
    }
    const LoadedTable loaded = loadInput(name, std::move(*bytes), job.options, job.files.place);
    job.post([loaded](Private& d) { d.setTable(loaded); });
    if (!loaded.table || job.post.stale()) {
        return loaded;
    }
    job.post([](Private& d) { Q_EMIT d.q->progress(0, 0, Words::tr("Recomputing digests")); });
    examined = std::make_shared<const verify::TablePart>(verify::examine_table(*loaded.table));
    job.post([examined](Private& d) {
        d.now.parts.examined = examined;
        Q_EMIT d.q->examinedChanged();
    });
    auto tree = std::make_shared<const transition::Tree>(transition::build_tree(*loaded.table, {}));
    job.post([tree](Private& d) {
        d.now.parts.tree = tree;
        Q_EMIT d.q->treeChanged();
    });
    return loaded;
}

void Session::Private::work(const Job& job) {
    std::shared_ptr<const verify::TablePart> examined = job.examined;
    const std::optional<LoadedTable> table = job.table ? job.table : loadAndExamine(job, examined);
    if (!table || job.post.stale()) {
        return;
    }
    const auto prepared = prepare(job.files, job.options, *table);
    if (!prepared) {
        job.post([why = prepared.error()](Private& d) { d.fail(why); });
        return;
    }
    job.post([ready = *prepared](Private& d) { d.setPrepared(ready); });
    if (job.options.online() && !prepared->request->malformed) {
        job.post([](Private& d) { d.fetch(); });
    } else if (!job.post.stale()) {
        job.post([conclusion = conclude(*prepared, examined.get(), job.cancellation)](Private& d) {
            d.setConclusion(conclusion);
        });
    }
}

// ---- On the session's thread ----

void Session::Private::run(bool reload) {
    stop();
    running = true;
    ioError.clear();
    clock.start();
    Job job{now.files, options, {}, {}, {mailbox, generation, generation->load(), this}, cancellation};
    if (!reload && now.parts.source && (!now.parts.table || now.parts.examined)) {
        job.table = LoadedTable{now.parts.source, now.parts.table,   now.tableError,   now.parts.container,
                                now.parts.slice,  now.parts.isSlice, now.parts.unknown};
        job.examined = now.parts.examined;
    }
    setPhase(Phase::loading);
    inWorker(job.post, [job] { work(job); });
}

void Session::Private::stop() {
    ++*generation;
    cancellation.cancel();
    cancellation = {};
    running = false;
    if (fetcher) {
        fetcher->cancel();
        fetcher->deleteLater();
        fetcher = nullptr;
    }
    if (guard) {
        guard->disconnect(q);
        guard->deleteLater();
        guard = nullptr;
    }
}

void Session::Private::setPhase(Phase next) {
    if (std::exchange(phase, next) != next) {
        Q_EMIT q->phaseChanged(next);
    }
}

void Session::Private::setTable(const LoadedTable& loaded) {
    now.parts = {};
    now.parts.source = loaded.source;
    now.parts.table = loaded.table;
    now.parts.container = loaded.container;
    now.parts.slice = loaded.slice;
    now.parts.isSlice = loaded.isSlice;
    now.parts.unknown = loaded.unknown;
    now.tableError = loaded.malformed;
    Q_EMIT q->tableChanged();
}

void Session::Private::setPrepared(const Prepared& prepared) {
    now.parts.request = prepared.request;
    now.parts.evidence = prepared.evidence;
    now.parts.envelopeBytes = prepared.envelopeBytes;
    now.parts.evidenceBytes = prepared.evidenceBytes;
    now.parts.evidenceGrew = false;
    now.parts.companions = prepared.companions;
    now.parts.readFiles = prepared.files;
    now.parts.order.reset();
    now.parts.report.reset(); // its indices count in the evidence before
    Q_EMIT q->evidenceChanged();
}

void Session::Private::fetch() {
    setPhase(Phase::fetching);
    fetcher = new EvidenceFetcher(options, now.parts.request, now.parts.evidence, log, network, q);
    connect(fetcher, &EvidenceFetcher::progress, q, &Session::progress);
    connect(fetcher, &EvidenceFetcher::evidenceChanged, q, [this] {
        now.parts.evidenceGrew =
            now.parts.evidenceGrew || holdsMore(*fetcher->evidence(), *now.parts.evidence);
        now.parts.evidence = fetcher->evidence();
        Q_EMIT q->evidenceChanged();
    });
    connect(fetcher, &EvidenceFetcher::done, q, [this] { concludeLater(); });
    fetcher->start();
}

void Session::Private::concludeLater() {
    std::exchange(fetcher, nullptr)->deleteLater();
    const Post post{mailbox, generation, generation->load(), this};
    const Prepared prepared{now.parts.request,       now.parts.evidence,   now.parts.envelopeBytes,
                            now.parts.evidenceBytes, now.parts.companions, now.parts.readFiles};
    inWorker(post, [post, prepared, examined = now.parts.examined, stopping = cancellation] {
        post([conclusion = conclude(prepared, examined.get(), stopping)](Private& d) {
            d.setConclusion(conclusion);
        });
    });
}

void Session::Private::setConclusion(const Conclusion& conclusion) {
    running = false;
    now.parts.tree = conclusion.tree;
    now.parts.report = conclusion.report;
    now.parts.order = conclusion.order;
    finished = now;
    checkedAt = QDateTime::currentDateTime();
    elapsedMs = clock.elapsed();
    const quint64 mine = generation->load();
    Q_EMIT q->treeChanged();
    Q_EMIT q->reportChanged();
    if (generation->load() == mine) { // no listener has begun something else
        guardReport();
        setPhase(Phase::done);
        Q_EMIT q->finished();
    }
}

void Session::Private::attach(QStringList CaseFiles::*list, const QString& path) {
    const QString file = resolved(path);
    if (!now.files.isEmpty()) {
        if (!(now.files.*list).contains(file)) {
            now.files.*list += file;
        }
        run(false);
    }
}

/// Blocks of the report with the endpoints that said in this run that they are canonical.
void Session::Private::guardReport() {
    if (guardMs == 0 || guard || running || !now.parts.report || !now.parts.evidence || !options.online()) {
        return;
    }
    const verify::Evidence& evidence = *now.parts.evidence;
    std::vector<ReorgWatch::Voucher> vouchers;
    const auto count =
        std::min(evidence.endpoints.size(), static_cast<std::size_t>(options.endpoints.size()));
    for (std::size_t i = 0; i < count; ++i) {
        ReorgWatch::Voucher voucher{options.endpoints[static_cast<qsizetype>(i)], {}};
        if (voucher.endpoint.displayName().toStdString() != evidence.endpoints[i].name) {
            continue;
        }
        for (const auto& index : {now.parts.report->anchor_block, now.parts.report->table_block}) {
            if (!index) {
                continue;
            }
            const chain::Header& header = evidence.blocks[*index].header;
            const auto said = evidence.endpoints[i].canonical.find(header.number);
            if (said != evidence.endpoints[i].canonical.end() && said->second == header.hash) {
                voucher.blocks.push_back({header.number, header.hash});
            }
        }
        if (!voucher.blocks.empty()) {
            vouchers.push_back(std::move(voucher));
        }
    }
    if (!vouchers.empty()) {
        guard = new ReorgWatch(std::move(vouchers), guardMs, options.timeoutMs, log, network, q);
        connect(guard, &ReorgWatch::left, q,
                [this](quint64 number, const QString& endpoint) { dropReport(number, endpoint); });
        guard->start();
    }
}

/// The verdict is void from this moment, whatever the new run will say, and no cancelled run brings it back.
void Session::Private::dropReport(quint64 number, const QString& endpoint) {
    now.parts.report.reset();
    now.parts.order.reset();
    finished = {};
    const quint64 mine = generation->load();
    Q_EMIT q->reportChanged();
    Q_EMIT q->blockLeft(number, endpoint);
    if (generation->load() == mine) {
        run(false);
    }
}

void Session::Private::fail(const QString& why) {
    running = false;
    ioError = why;
    takeBack();
}

void Session::Private::takeBack() {
    replace(finished.parts.report ? finished : now);
    setPhase(now.parts.source ? Phase::done : Phase::empty);
    Q_EMIT q->finished();
}

void Session::Private::replace(const Known& next) {
    now = Known(next);
    Q_EMIT q->tableChanged();
    Q_EMIT q->examinedChanged();
    Q_EMIT q->treeChanged();
    Q_EMIT q->evidenceChanged();
    Q_EMIT q->reportChanged();
}

} // namespace anchorscope::model
