// The steps of a run that need a processor and files, but no thread, signal or network: the session calls
// them in its worker, tests call them directly.
#pragma once
#include "core/table/unknown_calldata.h"
#include "core/verify/report.h"
#include "model/session/companions.h"
#include "model/session/opened_case.h"

namespace anchorscope::model {

inline constexpr quint64 max_envelope_bytes = quint64{1} << 20;   ///< an envelope has ten short fields
inline constexpr quint64 max_evidence_bytes = quint64{256} << 20; ///< as much JSON as core reads

/// The whole file; an error in words that name the path (not found, a folder, above `most` bytes).
[[nodiscard]] tl::expected<Bytes, QString> readFile(const QString& path, quint64 most);
/// The table's bytes, from its file or as given.
[[nodiscard]] tl::expected<Bytes, QString> readTable(const CaseFiles& files);

struct LoadedTable {
    std::shared_ptr<const table::TableSource> source;
    std::shared_ptr<const table::ExecutionTable> table; ///< null: opaque, or malformed
    std::optional<Error> malformed;
    std::shared_ptr<const OpenedCase> container;           ///< the case file that it came in; null: none
    std::shared_ptr<const digest::Slice> slice;            ///< instead of a table; null: none
    bool isSlice = false;                                  ///< meant as a slice, sound or not
    std::shared_ptr<const table::UnknownCalldata> unknown; ///< of calldata of no known function; null: none
};
/// Format and stated formats are those of the options; `place` as CaseFiles::place. Bytes of no known
/// selector are an opaque observation, unless a format was named.
[[nodiscard]] LoadedTable loadTable(const QString& name, Bytes bytes, const VerifyOptions& options,
                                    const QString& place = {});
/// The same for a file that may be a case file: then its table, with the rest beside it. A case file that is
/// not sound is malformed.
[[nodiscard]] LoadedTable loadInput(const QString& name, Bytes bytes, const VerifyOptions& options,
                                    const QString& place = {});

struct Prepared {
    std::shared_ptr<const verify::Request> request;
    std::shared_ptr<const verify::Evidence> evidence; ///< of files; one empty state for each endpoint
    std::shared_ptr<const Bytes> envelopeBytes;       ///< as they were read; null: no envelope
    std::shared_ptr<const Bytes> evidenceBytes;       ///< of the only evidence file, if it has a schema
    std::shared_ptr<const Companions> companions;
    std::shared_ptr<const std::vector<report::InputFile>> files; ///< envelope and evidence, for reports
};
/// Reads envelope and evidence and puts the user's statements together. Broken files make the request
/// malformed; unreadable ones are an error in words. Pins compiled in are added only when every evidence file
/// is that sample's.
[[nodiscard]] tl::expected<Prepared, QString> prepare(const CaseFiles& files, const VerifyOptions& options,
                                                      const LoadedTable& table);

struct Conclusion {
    std::shared_ptr<const transition::Tree> tree;
    std::shared_ptr<const verify::Report> report; ///< never by what companions tell
    std::shared_ptr<const BundleOrder> order;     ///< of a table; its tree is `tree`
};
/// What is cancelled is told as ambiguous.
[[nodiscard]] Conclusion conclude(const Prepared& prepared, const verify::TablePart* examined,
                                  const Cancellation& cancellation = {});

} // namespace anchorscope::model
