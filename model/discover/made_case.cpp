#include "model/discover/made_case.h"
#include "core/chain/block_part.h"
#include "core/chain/evidence_file.h"
#include "model/session/case_writer.h"
#include "model/words.h"
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

QByteArray bytesOf(const std::string& text) { return QByteArray::fromStdString(text); }

std::string_view textOf(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QString tableName(const MadeCase& made) { return made.hexText ? u"table.hex"_s : u"table.bin"_s; }

/// The rungs that have to hold offline, from the bytes that will be stored.
Result<void> check(const MadeCase& made) {
    verify::Request request;
    verify::Evidence evidence;
    auto source =
        table::load_source(tableName(made).toStdString(), Bytes(made.table.begin(), made.table.end()));
    if (!source) {
        return tl::unexpected<Error>(source.error());
    }
    request.source = std::make_shared<const table::TableSource>(*std::move(source));
    auto table = table::decode_table(request.source);
    if (table) {
        request.table = *table;
    } else if (table.error().rule != table::rules::table_unknown) {
        return tl::unexpected<Error>(table.error());
    }
    request.policy = verify::Policy::inclusion;
    auto file = chain::read_evidence(textOf(made.evidence), "evidence.json");
    if (!file) {
        return tl::unexpected<Error>(file.error());
    }
    evidence.blocks = std::move(file->blocks);
    evidence.file_chain_id = file->chain_id;
    if (made.envelope.isEmpty()) {
        return {};
    }
    auto envelope = anchor::read_envelope(textOf(made.envelope));
    if (!envelope) {
        return tl::unexpected<Error>(envelope.error());
    }
    request.envelope = *std::move(envelope);
    request.envelope_name = "envelope.json";
    const verify::Report report = verify::verify(request, evidence, nullptr, nullptr);
    for (const auto id : {verify::RungId::digest, verify::RungId::event, verify::RungId::inclusion}) {
        const verify::Rung& rung = report.rungs[static_cast<std::size_t>(id)];
        if (rung.state != verify::RungState::passed) {
            return fail(rules::made_case_check, rung.detail, {}, std::string(name(id)));
        }
    }
    return {};
}

casefile::Case contentOf(const MadeCase& made) {
    using namespace casefile;
    const auto part = [](std::string_view name, const QByteArray& bytes) {
        return Part{std::string(name), Bytes(bytes.begin(), bytes.end())};
    };
    Case value{{part(made.hexText ? names::table_hex : names::table_bin, made.table),
                part(names::evidence, made.evidence)}};
    if (!made.envelope.isEmpty()) {
        value.parts.push_back(part(names::envelope, made.envelope));
    }
    const casefile::Settings settings{made.chainId, made.contract, made.manager};
    value.parts.push_back(part(names::settings, bytesOf(write_settings(settings))));
    return value;
}

} // namespace

Result<MadeCase> makeCase(const table::TableSource& table, const chain::BlockEvidence* block,
                          const chain::BlockEvidence* anchorBlock,
                          const std::optional<verify::AnchorMatch>& match, std::uint64_t chainId,
                          const std::optional<Address>& manager) {
    MadeCase out;
    out.table = QByteArray(reinterpret_cast<const char*>(table.file.data()),
                           static_cast<qsizetype>(table.file.size()));
    out.hexText = table.is_hex;
    out.chainId = chainId;
    out.manager = manager;
    std::vector<chain::BlockEvidence> blocks;
    if (block != nullptr) {
        blocks.push_back(*block); // whole: execution needs all that the manager logged in it
    }
    if (match && anchorBlock != nullptr &&
        (block == nullptr || block->header.hash != anchorBlock->header.hash)) {
        auto part = chain::partial_of(*anchorBlock, std::array{match->anchor.receipt});
        if (!part) {
            return tl::unexpected<Error>(part.error());
        }
        blocks.push_back(*std::move(part));
    }
    std::ranges::stable_sort(blocks, {}, [](const auto& each) { return each.header.number; });
    out.evidence = bytesOf(chain::write_evidence(chainId, blocks));
    if (match && anchorBlock != nullptr) {
        out.contract = match->anchor.contract;
        out.envelope =
            bytesOf(anchor::write_envelope(verify::envelope_of(*match, anchorBlock->header, chainId)));
    }
    if (const auto checked = check(out); !checked) {
        return tl::unexpected<Error>(checked.error());
    }
    return out;
}

tl::expected<void, QString> replaceFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return tl::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    }
    return {};
}

tl::expected<void, QString> writeCaseFolder(const MadeCase& made, const QString& path) {
    const QFileInfo target(path);
    if (target.exists()) {
        return tl::unexpected(Words::tr("%1 is there already").arg(path));
    }
    const QDir parent = target.dir();
    if (!parent.exists()) {
        return tl::unexpected(Words::tr("%1 is not there").arg(parent.path()));
    }
    // Beside its place, so that it comes there whole, by one renaming.
    QTemporaryDir folder(parent.filePath(u".%1-XXXXXX"_s.arg(target.fileName())));
    if (!folder.isValid()) {
        return tl::unexpected(u"%1: %2"_s.arg(path, folder.errorString()));
    }
    std::vector<std::pair<QString, QByteArray>> parts{{tableName(made), made.table},
                                                      {u"evidence.json"_s, made.evidence}};
    if (!made.envelope.isEmpty()) {
        parts.emplace_back(u"envelope.json"_s, made.envelope);
    }
    for (const auto& [name, bytes] : parts) {
        if (auto written = replaceFile(folder.filePath(name), bytes); !written) {
            return written;
        }
    }
    constexpr auto permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner |
                                 QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                 QFileDevice::ExeOther;
    QFile::setPermissions(folder.path(), permissions);
    if (!QDir().rename(folder.path(), path)) {
        return tl::unexpected(Words::tr("%1 cannot be written").arg(path));
    }
    folder.setAutoRemove(false);
    return {};
}

Result<Bytes> caseFileOf(const MadeCase& made) { return casefile::write_case(contentOf(made)); }

tl::expected<void, QString> writeCaseFile(const MadeCase& made, const QString& path) {
    if (QFileInfo::exists(path)) {
        return tl::unexpected(Words::tr("%1 is there already").arg(path));
    }
    return writeCase(path, contentOf(made));
}

tl::expected<void, QString> writeMadeCase(const MadeCase& made, const QString& path) {
    return path.endsWith(case_suffix, Qt::CaseInsensitive) ? writeCaseFile(made, path)
                                                           : writeCaseFolder(made, path);
}

} // namespace anchorscope::model
