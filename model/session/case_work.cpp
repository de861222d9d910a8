#include "model/session/case_work.h"
#include "core/chain/evidence_file.h"
#include "core/codec/json.h"
#include "core/crypto/erc55.h"
#include "core/verify/walks.h"
#include "model/session/samples.h"
#include "model/words.h"
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

constexpr std::string_view option_unknown = "option.unknown";    // a format or profile of no such name
constexpr std::string_view evidence_chain = "evidence.chain_id"; // two files speak of different chains
constexpr std::string_view case_hint = "case.settings";          // what the maker of a case stated

std::string nameOf(const QString& path) { return QFileInfo(path).fileName().toStdString(); }

std::string_view textOf(const Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The error with the file's name in front of its place.
Error inFile(const std::string& file, Error error) {
    error.place = error.place.empty() ? file : file + ": " + error.place;
    return error;
}

/// What was loaded but stands for no table: hex text that does not decode, or nothing at all.
std::shared_ptr<const table::TableSource> undecoded(const QString& name, Bytes bytes) {
    auto source = std::make_shared<table::TableSource>();
    source->name = name.toStdString();
    source->file_sha256 = crypto::sha256(bytes);
    source->file = std::move(bytes);
    return source;
}

/// What of the first file did not decode.
verify::BrokenPart brokenPart(const Error& error) {
    return error.rule == option_unknown      ? verify::BrokenPart::option
           : error.rule.starts_with("case.") ? verify::BrokenPart::case_file
                                             : verify::BrokenPart::table;
}

void readSlice(LoadedTable& loaded) {
    loaded.isSlice = true;
    Result<digest::Slice> slice = digest::read_slice(textOf(loaded.source->file));
    if (slice) {
        loaded.slice = std::make_shared<const digest::Slice>(std::move(*slice));
    } else {
        loaded.malformed = inFile(loaded.source->name, slice.error());
    }
}

verify::Request requestOf(const VerifyOptions& options, const LoadedTable& table) {
    verify::Request request;
    request.source = table.source;
    if (table.container) {
        request.case_file = table.container->file;
    }
    request.table = table.table;
    request.malformed = table.malformed;
    request.slice = table.slice;
    request.broken = table.isSlice     ? verify::BrokenPart::slice
                     : table.malformed ? brokenPart(*table.malformed)
                                       : verify::BrokenPart::table;
    request.expected_digest = options.expectedDigest;
    request.anchor_tx = options.anchorTx;
    request.declared_events = options.declaredEvents;
    request.table_tx = options.tableTx;
    request.proof_inputs = options.proofInputs;
    request.expect = options.expect;
    request.policy = options.policy;
    request.also = options.also;
    request.pins = options.pins;
    request.slot_tolerance = options.slotTolerance;
    request.quorum = options.quorum;
    request.slot_clocks = options.slotClocks;
    request.rollup_contracts = options.rollupContracts;
    request.offline = !options.online();
    if (!options.profile.isEmpty()) {
        const std::string profile = options.profile.toStdString();
        request.profile = digest::profile_named(profile);
        if (!request.profile && !request.malformed) {
            request.malformed = Error{option_unknown, "profile", {}, "no profile is called " + profile};
            request.broken = verify::BrokenPart::option;
        }
    }
    return request;
}

/// Collects the evidence files of a case.
class EvidenceFiles {
public:
    EvidenceFiles(verify::Request& request, verify::Evidence& evidence)
        : m_request(request), m_evidence(evidence) {}

    void add(const std::string& name, const Bytes& bytes) {
        const Hash32 sha256 = crypto::sha256(bytes);
        m_files.push_back({"evidence", name, bytes.size(), sha256});
        const Sample* sample = sampleOfEvidence(sha256);
        m_sample = m_count++ == 0 || sample == m_sample ? sample : nullptr;
        m_only =
            textOf(bytes).starts_with("{\n  \"schema\"") ? std::make_shared<const Bytes>(bytes) : nullptr;
        Result<chain::EvidenceFile> file = chain::read_evidence(textOf(bytes), name);
        if (!file) {
            refuse(inFile(name, file.error()), verify::BrokenPart::evidence);
            return;
        }
        if (m_evidence.file_chain_id && *m_evidence.file_chain_id != file->chain_id) {
            m_evidence.findings.push_back({std::string(evidence_chain),
                                           Severity::error,
                                           name,
                                           {},
                                           "evidence of chain " + std::to_string(file->chain_id) +
                                               " beside evidence of chain " +
                                               std::to_string(*m_evidence.file_chain_id)});
        }
        m_evidence.file_chain_id = m_evidence.file_chain_id.value_or(file->chain_id);
        std::ranges::move(file->blocks, std::back_inserter(m_evidence.blocks));
        std::ranges::move(file->history, std::back_inserter(m_evidence.history));
        for (chain::SuppliedTrace& each : file->traces) {
            m_evidence.traces.push_back({{chain::SourceKind::file, name},
                                         each.transaction,
                                         std::make_shared<const chain::CallTrace>(std::move(each.trace))});
        }
        if (file->ancestry) {
            for (const auto& header : file->ancestry->headers()) {
                m_ancestors.push_back(*header);
            }
        }
    }

    /// The bytes of the only file, if it is in a form that has one spelling.
    [[nodiscard]] std::shared_ptr<const Bytes> onlyFile() const { return m_count == 1 ? m_only : nullptr; }

    /// The envelope among the files of reports.
    void note(report::InputFile file) { m_files.push_back(std::move(file)); }
    [[nodiscard]] std::vector<report::InputFile> files() const { return m_files; }

    void refuse(Error error, verify::BrokenPart part) {
        if (!m_request.malformed) {
            m_request.malformed = std::move(error);
            m_request.broken = part;
        }
    }

    /// Headers of files lead from the user's pins to older blocks; they vouch for nothing by themselves.
    void walkFromPins() { verify::walk_from_pins(m_request, m_evidence, m_ancestors); }

    /// A sample's evidence brings the sample's pins, and its contracts where the user stated none.
    void addSamplePins() {
        if (!m_sample) {
            return;
        }
        m_request.pins.insert(m_request.pins.end(), m_sample->pins.begin(), m_sample->pins.end());
        verify::Expectations& expect = m_request.expect;
        if (!expect.contract && !expect.manager) {
            expect.contract = m_sample->contract;
            expect.manager = m_sample->manager;
            expect.built_in = true;
        }
    }

private:
    verify::Request& m_request;
    verify::Evidence& m_evidence;
    const Sample* m_sample = nullptr;
    int m_count = 0;
    std::shared_ptr<const Bytes> m_only; // of the last one
    std::vector<chain::Header> m_ancestors;
    std::vector<report::InputFile> m_files;
};

struct NamedBytes {
    std::string name;
    std::shared_ptr<const Bytes> bytes; ///< null: none
};

/// The envelope's file, else the case's part.
tl::expected<NamedBytes, QString> envelopeOf(const CaseFiles& files, const OpenedCase* container) {
    if (!files.envelope.isEmpty()) {
        auto bytes = readFile(files.envelope, max_envelope_bytes);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        return NamedBytes{nameOf(files.envelope), std::make_shared<const Bytes>(std::move(*bytes))};
    }
    const casefile::Part* const part =
        container && files.caseEnvelope ? container->part(casefile::names::envelope) : nullptr;
    return part ? NamedBytes{part->name, std::make_shared<const Bytes>(part->bytes)} : NamedBytes();
}

void addEnvelope(const NamedBytes& given, verify::Request& request, EvidenceFiles& files) {
    request.envelope_name = given.name;
    files.note({"envelope", given.name, given.bytes->size(), crypto::sha256(*given.bytes)});
    Result<anchor::Envelope> envelope =
        given.bytes->size() > max_envelope_bytes
            ? fail(codec::rules::json_size, "expected at most " + std::to_string(max_envelope_bytes))
            : anchor::read_envelope(textOf(*given.bytes));
    if (envelope) {
        request.envelope = std::move(*envelope);
    } else {
        files.refuse(inFile(request.envelope_name, envelope.error()), verify::BrokenPart::envelope);
    }
}

tl::expected<void, QString> addEvidence(const CaseFiles& files, const OpenedCase* container,
                                        EvidenceFiles& evidence) {
    const casefile::Part* const part =
        container && files.caseEvidence ? container->part(casefile::names::evidence) : nullptr;
    if (part) {
        evidence.add(part->name, part->bytes);
    }
    for (const QString& path : files.evidence) {
        const auto bytes = readFile(path, max_evidence_bytes);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        evidence.add(nameOf(path), *bytes);
    }
    return {};
}

/// What the maker of a case stated is shown, and decides nothing.
std::optional<Finding> hintOf(const OpenedCase& container) {
    const casefile::Settings& settings = container.settings;
    if (settings.is_empty()) {
        return {};
    }
    std::string stated;
    const auto add = [&stated](std::string_view what, const std::string& value) {
        stated.append(stated.empty() ? "" : ", ").append(what).append(" ").append(value);
    };
    if (settings.chain_id) {
        add("chain", std::to_string(*settings.chain_id));
    }
    if (settings.contract) {
        add("contract", crypto::checksummed(*settings.contract));
    }
    if (settings.manager) {
        add("manager", crypto::checksummed(*settings.manager));
    }
    return Finding{std::string(case_hint),
                   Severity::info,
                   container.file.name,
                   {},
                   "the case states " + stated + "; a hint, state what you expect yourself"};
}

} // namespace

tl::expected<Bytes, QString> readFile(const QString& path, quint64 most) {
    QFile file(path);
    if (QFileInfo(path).isDir()) {
        return tl::unexpected(Words::tr("%1 is a folder without table.hex or table.bin").arg(path));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return tl::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    }
    Bytes bytes;
    bytes.reserve(static_cast<std::size_t>(
        std::min<quint64>(static_cast<quint64>(std::max<qint64>(file.size(), 0)), most)));
    constexpr qint64 step = qint64{1} << 20;
    for (QByteArray part = file.read(step); !part.isEmpty(); part = file.read(step)) {
        bytes.insert(bytes.end(), part.begin(), part.end());
        if (bytes.size() > most) {
            return tl::unexpected(
                Words::tr("%1 is larger than %2 bytes, the most that is read").arg(path).arg(most));
        }
    }
    if (file.error() != QFileDevice::NoError) {
        return tl::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    }
    return bytes;
}

tl::expected<Bytes, QString> readTable(const CaseFiles& files) {
    if (!files.fromBytes) {
        return readFile(files.table, table::max_source_bytes);
    }
    if (static_cast<quint64>(files.tableBytes.size()) > table::max_source_bytes) {
        return tl::unexpected(Words::tr("%1 is larger than %2 bytes, the most that is read")
                                  .arg(files.table)
                                  .arg(table::max_source_bytes));
    }
    return Bytes(files.tableBytes.begin(), files.tableBytes.end());
}

namespace {

const table::TableFormat* formatNamed(const std::string& id, const table::StatedFormats* stated) {
    if (const table::TableFormat* known = table::format_named(id); known || !stated) {
        return known;
    }
    const auto found = std::ranges::find(stated->formats(), id, &table::TableFormat::id);
    return found == stated->formats().end() ? nullptr : &*found;
}

} // namespace

LoadedTable loadTable(const QString& name, Bytes bytes, const VerifyOptions& options, const QString& place) {
    LoadedTable loaded;
    const QString& format = options.format;
    const table::TableFormat* wanted =
        format.isEmpty() ? nullptr : formatNamed(format.toStdString(), options.statedFormats.get());
    if (!format.isEmpty() && !wanted) {
        loaded.malformed = Error{option_unknown, "format", {}, "no format is called " + format.toStdString()};
    }
    Result<table::TableSource> source = table::load_source(name.toStdString(), bytes, place.toStdString());
    if (!source) {
        loaded.source = undecoded(name, std::move(bytes));
        loaded.malformed = source.error();
        return loaded;
    }
    source->stated = options.statedFormats;
    loaded.source = std::make_shared<const table::TableSource>(std::move(*source));
    if (loaded.malformed) {
        return loaded;
    }
    if (digest::announces_slice(textOf(loaded.source->file))) {
        readSlice(loaded);
        return loaded;
    }
    auto decoded = table::decode_table(loaded.source, wanted);
    if (decoded) {
        loaded.table = std::move(*decoded);
    } else if (wanted || decoded.error().rule != table::rules::table_unknown) {
        loaded.malformed = decoded.error();
    } else if (auto unknown = table::explain_unknown(loaded.source->bytes())) {
        loaded.unknown = std::make_shared<const table::UnknownCalldata>(*std::move(unknown));
    }
    return loaded;
}

LoadedTable loadInput(const QString& name, Bytes bytes, const VerifyOptions& options, const QString& place) {
    if (!isCaseFile(name, bytes)) {
        return loadTable(name, std::move(bytes), options, place);
    }
    Result<UnpackedCase> unpacked = unpackCase(name, bytes);
    LoadedTable loaded;
    if (!unpacked) {
        loaded.source = undecoded(name, std::move(bytes));
        loaded.malformed = unpacked.error();
        return loaded;
    }
    bytes = {}; // a case is held once
    loaded = loadTable(QString::fromStdString(unpacked->table.name), std::move(unpacked->table.bytes),
                       options, place);
    loaded.container = unpacked->rest;
    return loaded;
}

tl::expected<Prepared, QString> prepare(const CaseFiles& files, const VerifyOptions& options,
                                        const LoadedTable& table) {
    verify::Request request = requestOf(options, table);
    verify::Evidence evidence;
    EvidenceFiles evidenceFiles(request, evidence);
    const OpenedCase* const container = table.container.get();
    const auto envelope = envelopeOf(files, container);
    if (!envelope) {
        return tl::unexpected(envelope.error());
    }
    if (envelope->bytes) {
        addEnvelope(*envelope, request, evidenceFiles);
    }
    if (const auto added = addEvidence(files, container, evidenceFiles); !added) {
        return tl::unexpected(added.error());
    }
    if (const auto hint = container ? hintOf(*container) : std::nullopt) {
        evidence.findings.push_back(*hint);
    }
    evidenceFiles.addSamplePins();
    evidenceFiles.walkFromPins();
    if (options.online()) {
        for (const EndpointChoice& endpoint : options.endpoints) {
            verify::EndpointState state;
            state.name = endpoint.displayName().toStdString();
            state.trusted = endpoint.trusted;
            evidence.endpoints.push_back(std::move(state));
        }
    }
    return Prepared{std::make_shared<const verify::Request>(std::move(request)),
                    std::make_shared<const verify::Evidence>(std::move(evidence)),
                    envelope->bytes,
                    evidenceFiles.onlyFile(),
                    readCompanions(files),
                    std::make_shared<const std::vector<report::InputFile>>(evidenceFiles.files())};
}

Conclusion conclude(const Prepared& prepared, const verify::TablePart* examined,
                    const Cancellation& cancellation) {
    const verify::Request& request = *prepared.request;
    Conclusion conclusion;
    conclusion.tree = verify::tree_for(request, *prepared.evidence);
    conclusion.report = std::make_shared<const verify::Report>(
        verify::verify(request, *prepared.evidence, examined, conclusion.tree.get()));
    if (request.table) {
        std::vector<Finding> told; // with the tree of the ladder
        transition::TreeSources sources = verify::tree_sources(request, *prepared.evidence, told);
        sources.cancellation = cancellation;
        conclusion.order = orderOf(request.table, prepared.companions, conclusion.tree, std::move(sources));
        conclusion.tree = conclusion.order->tree;
    }
    return conclusion;
}

} // namespace anchorscope::model
