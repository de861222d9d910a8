// What the user gave: files and statements. Read in the worker, never altered.
#pragma once
#include "core/table/stated_formats.h"
#include "core/verify/request.h"
#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace anchorscope::model {

/// The files of one case. A folder that holds table.hex (or table.bin), envelope.json and evidence.json is a
/// case laid side by side; a single file called table.hex or table.bin takes its two neighbours along. A case
/// file (*.anchorcase) brings all three in itself.
struct CaseFiles {
    QString table;    ///< or a case file
    QString envelope; ///< empty: that of the case file, if any
    QStringList evidence;
    QString place;      ///< of the table in JSON of other tools that holds several (core/table/wrapping.h)
    QStringList peers;  ///< other tables of the bundle, see companions.h
    QStringList traces; ///< answers of debug_traceTransaction (callTracer), in the order of the transactions
    bool caseEnvelope = true; ///< of a case file: its envelope counts, unless `envelope` names one
    bool caseEvidence = true; ///< of a case file: its evidence counts, beside `evidence`
    QByteArray tableBytes;    ///< instead of a file: standard input or pasted text; name is `table`
    bool fromBytes = false;

    [[nodiscard]] bool isEmpty() const { return table.isEmpty() && !fromBytes; }
    /// From a path as described above. Does not touch the file contents.
    [[nodiscard]] static CaseFiles discover(const QString& path);
};

/// One JSON-RPC endpoint of the anchor's chain. Credentials stay in the URL and are never logged or shown.
struct EndpointChoice {
    QUrl url;
    bool trusted = false;                      ///< the user's own node
    [[nodiscard]] QString displayName() const; ///< host[:port], nothing else
    friend bool operator==(const EndpointChoice&, const EndpointChoice&) = default;
};

/// Everything the user states or chooses; the defaults are those of the command line.
struct VerifyOptions {
    QList<EndpointChoice> endpoints;
    bool offline = false; ///< overrides endpoints
    verify::Policy policy = verify::Policy::block;
    std::set<verify::RungId> also;
    std::vector<verify::Pin> pins;
    verify::Expectations expect;
    std::optional<Hash32> expectedDigest, anchorTx, tableTx;
    std::vector<anchor::DeclaredEvent> declaredEvents; ///< that may anchor expectedDigest, beside Recorded
    QString profile, format;                           ///< ids; empty: search, sniff
    std::shared_ptr<const table::StatedFormats> statedFormats; ///< beside those that are known; null: none
    std::optional<digest::ProofInputs> proofInputs;            ///< for the profiles public-inputs/k
    QString statedFormatsFile, proofInputsFile; ///< where those two were read from; for reproduce.h
    std::uint64_t slotTolerance = 0;
    std::optional<std::size_t> quorum; ///< hosts that must agree; empty: all that are named
    std::vector<chain::SlotClock> slotClocks;
    std::map<std::uint64_t, Address> rollupContracts; ///< rollup id → its contract on L1
    int timeoutMs = 20000;                            ///< of one request
    int retries = 3; ///< after 429, 5xx and broken connections, with back-off

    [[nodiscard]] bool online() const { return !offline && !endpoints.isEmpty(); }
};

} // namespace anchorscope::model
