// One case being worked on: loads, examines and verifies off the UI thread, and publishes immutable parts in
// the order in which they become known, so that the window is usable while the rest is computed. Limits: 1.
// one run at a time: a new run cancels the old one; 2. late results of a cancelled run are dropped by
// generation; 3. all signals come on the thread the session lives in.
#pragma once
#include "core/table/unknown_calldata.h"
#include "core/verify/report.h"
#include "model/items/names.h"
#include "model/net/request_log.h"
#include "model/session/companions.h"
#include "model/session/opened_case.h"
#include <QDateTime>
#include <QObject>

namespace anchorscope::model {

/// What is known so far. Every pointer may be null; what is set never changes within a generation.
struct Parts {
    std::shared_ptr<const table::TableSource> source;
    std::shared_ptr<const table::ExecutionTable> table;    ///< null for opaque or malformed input
    std::shared_ptr<const digest::Slice> slice;            ///< the input is a slice: no table then
    bool isSlice = false;                                  ///< it is meant as one, sound or not
    std::shared_ptr<const table::UnknownCalldata> unknown; ///< the input is calldata of no known function
    std::shared_ptr<const verify::Request> request;
    std::shared_ptr<const verify::TablePart> examined; ///< digests, trajectories, invariant findings
    std::shared_ptr<const verify::Evidence> evidence;
    std::shared_ptr<const transition::Tree> tree;
    std::shared_ptr<const verify::Report> report;
    std::shared_ptr<const BundleOrder> order;     ///< with the report, of a table
    std::shared_ptr<const Companions> companions; ///< as read from the files, with the request
    std::shared_ptr<const OpenedCase> container;  ///< the case file that was opened; null for plain files
    std::shared_ptr<const Bytes> envelopeBytes;   ///< the envelope's file; null: none
    std::shared_ptr<const Bytes> evidenceBytes;   ///< the only evidence file, if it has a schema; else null
    std::shared_ptr<const std::vector<report::InputFile>>
        readFiles;             ///< envelope and evidence as they were read; with the request
    bool evidenceGrew = false; ///< endpoints gave blocks or headers beside what files hold
};

class Session : public QObject {
    Q_OBJECT
public:
    enum class Phase {
        empty,    ///< nothing opened: the welcome page
        loading,  ///< reading, decoding, examining
        fetching, ///< asking endpoints
        done      ///< a report is there
    };
    Q_ENUM(Phase)

    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] Phase phase() const;
    [[nodiscard]] const Parts& parts() const;
    [[nodiscard]] const CaseFiles& files() const;
    [[nodiscard]] const VerifyOptions& options() const;
    [[nodiscard]] RequestLog* requestLog() const;
    [[nodiscard]] quint64 generation() const;
    /// When the last report was made, and how long it took.
    [[nodiscard]] QDateTime checkedAt() const;
    [[nodiscard]] qint64 elapsedMs() const;
    /// Why a file could not be read at all (not found, too large); empty otherwise.
    [[nodiscard]] QString ioError() const;

    /// Opens a case and verifies it. Relative paths are resolved against the current folder.
    void open(const CaseFiles& files);
    /// Verifies again with other statements; the decoded table is kept, evidence fetched anew.
    void setOptions(const VerifyOptions& options);
    void attachEnvelope(const QString& path);
    void attachEvidence(const QString& path);
    /// Another table of the bundle, or a trace of one of its transactions: for the order, not for the
    /// verdict.
    void attachPeer(const QString& path);
    void attachTrace(const QString& path);
    /// Another table of the same file (CaseFiles::place).
    void choosePlace(const QString& place);
    /// Reads a contract's ABI: from now on its functions and errors have names, and the tables that its
    /// functions take are read (VerifyOptions::statedFormats). See abiRead.
    void readAbi(const QString& path);
    /// Reads names of addresses, instead of those before. See labelsRead.
    void readLabels(const QString& path);
    [[nodiscard]] const std::shared_ptr<const Names>& names() const;
    /// Writes what is open as a case file: table, envelope, the evidence of files and endpoints, and the
    /// parts of an opened case that nobody understands. An error in words; the file is replaced whole or not
    /// at all. Returns once it is written: windows use CaseSave.
    [[nodiscard]] tl::expected<void, QString> saveCase(const QString& path) const;
    /// From now on asks the endpoints that vouched for a report's blocks, each pollMs milliseconds, whether
    /// these still stand: where one leaves the chain, the report is dropped at once and the case verified
    /// again. 0: no more.
    void watchReorg(int pollMs);
    /// Reads the files again and verifies (F5).
    void verifyAgain();
    /// Stops the current run; what is known stays, the report of the last finished run too.
    void cancel();
    void close();

Q_SIGNALS:
    void phaseChanged(anchorscope::model::Session::Phase phase);
    void tableChanged();    ///< source and table (or why not) are known
    void examinedChanged(); ///< digests and invariant findings
    void treeChanged();     ///< may come twice: from the table alone, then from events
    void evidenceChanged();
    void reportChanged(); ///< rungs, verdict, findings
    void namesChanged();
    void abiRead(int names, int formats,
                 const QString& why); ///< why: the file was refused; empty: it was not
    void labelsRead(int count, const QString& why);
    void progress(quint64 done, quint64 total, const QString& what);
    void blockLeft(quint64 number, const QString& endpoint); ///< watchReorg: a block of the report is gone
    void finished(); ///< the run ended, with a report, an I/O error or a cancel

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::model
