#include "model/session/session.h"
#include "model/session/case_writer.h"
#include "model/session/name_files.h"
#include "model/session/session_private.h"
#include "model/words.h"
#include <QFileInfo>

namespace anchorscope::model {

QString resolved(const QString& path) { return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath(); }

namespace {

CaseFiles withWholePaths(CaseFiles files) {
    if (!files.fromBytes) {
        files.table = resolved(files.table);
    }
    files.envelope = resolved(files.envelope);
    for (QStringList* list : {&files.evidence, &files.peers, &files.traces}) {
        for (QString& path : *list) {
            path = resolved(path);
        }
    }
    return files;
}

} // namespace

Session::Session(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

Session::~Session() {
    ++*d->generation;
    d->cancellation.cancel();
    d->mailbox->close();
    delete d->fetcher; // before the network they use
    delete d->guard;
}

Session::Phase Session::phase() const { return d->phase; }
const Parts& Session::parts() const { return d->now.parts; }
const CaseFiles& Session::files() const { return d->now.files; }
const VerifyOptions& Session::options() const { return d->options; }
RequestLog* Session::requestLog() const { return d->log; }
quint64 Session::generation() const { return d->generation->load(); }
QDateTime Session::checkedAt() const { return d->checkedAt; }
qint64 Session::elapsedMs() const { return d->elapsedMs; }
QString Session::ioError() const { return d->ioError; }

void Session::open(const CaseFiles& files) {
    d->stop();
    d->finished = {};
    d->replace({{}, {}, withWholePaths(files)});
    d->run(true);
}

void Session::setOptions(const VerifyOptions& options) {
    const bool reload =
        options.format != d->options.format || options.statedFormats != d->options.statedFormats;
    d->options = options;
    if (!d->now.files.isEmpty()) {
        d->run(reload);
    }
}

void Session::attachEnvelope(const QString& path) {
    if (!d->now.files.isEmpty()) {
        d->now.files.envelope = resolved(path);
        d->run(false);
    }
}

void Session::attachEvidence(const QString& path) { d->attach(&CaseFiles::evidence, path); }
void Session::attachPeer(const QString& path) { d->attach(&CaseFiles::peers, path); }
void Session::attachTrace(const QString& path) { d->attach(&CaseFiles::traces, path); }

void Session::choosePlace(const QString& place) {
    if (!d->now.files.isEmpty()) {
        d->now.files.place = place;
        d->run(true);
    }
}

void Session::readAbi(const QString& path) {
    inPool(
        d->mailbox, [file = resolved(path)] { return model::readAbi(file); },
        [this, path](const tl::expected<AbiFile, QString>& read) {
            if (!read) {
                Q_EMIT abiRead(0, 0, read.error());
                return;
            }
            auto names = std::make_shared<Names>(*d->names);
            names->book.add(read->signatures);
            d->names = std::move(names);
            Q_EMIT namesChanged();
            if (read->formats) {
                VerifyOptions next = d->options;
                next.statedFormats = read->formats;
                next.statedFormatsFile = resolved(path);
                setOptions(next);
            }
            Q_EMIT abiRead(static_cast<int>(read->signatures.size()),
                           read->formats ? static_cast<int>(read->formats->formats().size()) : 0, {});
        });
}

void Session::readLabels(const QString& path) {
    inPool(
        d->mailbox, [file = resolved(path)] { return model::readLabels(file); },
        [this](const tl::expected<table::AddressLabels, QString>& read) {
            if (read) {
                auto names = std::make_shared<Names>(*d->names);
                names->labels = *read;
                d->names = std::move(names);
                Q_EMIT namesChanged();
            }
            Q_EMIT labelsRead(read ? static_cast<int>(read->size()) : 0, read ? QString() : read.error());
        });
}

const std::shared_ptr<const Names>& Session::names() const { return d->names; }

tl::expected<void, QString> Session::saveCase(const QString& path) const {
    auto content = caseContent(d->now.parts);
    if (!content) {
        return tl::unexpected(Words::tr("There is no case to save"));
    }
    return writeCase(path, *std::move(content));
}

void Session::watchReorg(int pollMs) {
    d->guardMs = std::max(pollMs, 0);
    if (d->guard) {
        d->guard->deleteLater();
        d->guard = nullptr;
    }
    d->guardReport();
}

void Session::verifyAgain() {
    if (!d->now.files.isEmpty()) {
        d->run(true);
    }
}

void Session::cancel() {
    if (!d->running) {
        return;
    }
    d->stop();
    d->takeBack();
}

void Session::close() {
    d->stop();
    d->finished = {};
    d->ioError.clear();
    d->replace({});
    d->setPhase(Phase::empty);
}

} // namespace anchorscope::model
