#include "model/session/case_writer.h"
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

using chain::BlockEvidence;

Bytes bytesOf(std::string_view text) {
    const ByteView view = bytes_of(text);
    return {view.begin(), view.end()};
}

bool mayBeStored(const BlockEvidence& block) {
    return block.source.kind != chain::SourceKind::endpoint || block.receipts_proven;
}

/// By number and hash; of the same block the one that shows most comes first.
bool goesBefore(const BlockEvidence& a, const BlockEvidence& b) {
    const auto key = [](const BlockEvidence& block) {
        return std::tuple(block.header.number, block.header.hash, !block.receipts_proven, !block.whole(),
                          !block.transactions_proven, block.positions);
    };
    return key(a) < key(b);
}

/// Whether `b` shows nothing that `a`, which goes before it, does not.
bool covers(const BlockEvidence& a, const BlockEvidence& b) {
    return a.header.hash == b.header.hash && (a.whole() || a.positions == b.positions);
}

/// The chain that the evidence is of: what the files say, else what is verified, else what an endpoint says.
std::optional<std::uint64_t> chainOf(const Parts& parts) {
    if (parts.evidence->file_chain_id) {
        return parts.evidence->file_chain_id;
    }
    if (parts.report && parts.report->chain_id) {
        return parts.report->chain_id;
    }
    const auto& endpoints = parts.evidence->endpoints;
    const auto said =
        std::ranges::find_if(endpoints, [](const auto& each) { return each.chain_id.has_value(); });
    return said == endpoints.end() ? std::nullopt : said->chain_id;
}

/// Blocks of an endpoint that speaks of another chain have no place in the evidence.
bool isOfChain(const BlockEvidence& block, const verify::Evidence& evidence, std::uint64_t chain) {
    if (block.source.kind != chain::SourceKind::endpoint) {
        return true;
    }
    const auto endpoint =
        std::ranges::find(evidence.endpoints, block.source.name, &verify::EndpointState::name);
    return endpoint != evidence.endpoints.end() && endpoint->chain_id == chain;
}

/// The user's statements go before those of the opened case; what samples bring along is nobody's statement.
casefile::Settings settingsOf(const Parts& parts) {
    casefile::Settings settings = parts.container ? parts.container->settings : casefile::Settings();
    const verify::Expectations& expect = parts.request->expect;
    if (expect.chain_id) {
        settings.chain_id = expect.chain_id;
    }
    if (expect.contract && !expect.built_in) {
        settings.contract = expect.contract;
    }
    if (expect.manager && !expect.built_in) {
        settings.manager = expect.manager;
    }
    return settings;
}

/// What files and endpoints gave, and a walk in the file that starts at no pin.
void gatherEvidence(const Parts& parts, CaseContent& content) {
    content.evidenceChain = chainOf(parts);
    if (!content.evidenceChain) {
        return;
    }
    std::ranges::copy_if(parts.evidence->blocks, std::back_inserter(content.blocks),
                         [&](const BlockEvidence& block) {
                             return isOfChain(block, *parts.evidence, *content.evidenceChain);
                         });
    const auto& walks = parts.evidence->walks;
    const auto longest = std::ranges::max_element(
        walks, {}, [](const chain::HeaderWalk& walk) { return walk.headers().size(); });
    if (longest != walks.end() && !longest->headers().empty()) {
        content.ancestry = *longest;
    }
    content.history = parts.evidence->history;
    if (parts.evidenceBytes) {
        const std::string_view text{reinterpret_cast<const char*>(parts.evidenceBytes->data()),
                                    parts.evidenceBytes->size()};
        if (auto file = chain::read_evidence(text, "evidence.json"); file && !content.ancestry) {
            content.ancestry = std::move(file->ancestry);
        }
    }
}

casefile::Case caseOf(CaseContent content) {
    using namespace casefile;
    Case value;
    value.parts.push_back(
        {std::string(content.tableIsHex ? names::table_hex : names::table_bin), std::move(content.table)});
    if (content.envelope) {
        value.parts.push_back({std::string(names::envelope), *std::move(content.envelope)});
    }
    if (content.evidence) {
        value.parts.push_back({std::string(names::evidence), *std::move(content.evidence)});
    } else if (content.evidenceChain) {
        const chain::EvidenceFile file{*content.evidenceChain,
                                       {},
                                       storableBlocks(std::move(content.blocks)),
                                       std::move(content.ancestry),
                                       std::move(content.history)};
        if (!file.blocks.empty()) {
            value.parts.push_back({std::string(names::evidence), bytesOf(chain::write_evidence(file))});
        }
    }
    if (!content.settings.is_empty()) {
        value.parts.push_back({std::string(names::settings), bytesOf(write_settings(content.settings))});
    }
    std::ranges::move(content.otherParts, std::back_inserter(value.parts));
    return value;
}

QString at(const QString& path, const QString& what) { return u"%1: %2"_s.arg(path, what); }

/// A file's bytes in steps; what stands at `path` is replaced at the very end.
tl::expected<Written, QString> replaced(const QString& path, const Bytes& bytes,
                                        const WriteControl& control) {
    constexpr std::size_t step = std::size_t{1} << 22U; // a few milliseconds of any disk
    QSaveFile file(path);
    bool sound = file.open(QIODevice::WriteOnly);
    for (std::size_t done = 0; sound && done < bytes.size() && !control.cancellation.cancelled();) {
        const std::size_t size = std::min(step, bytes.size() - done);
        sound = file.write(reinterpret_cast<const char*>(bytes.data() + done), static_cast<qint64>(size)) ==
                static_cast<qint64>(size);
        done += size;
        if (control.progress) {
            control.progress(done, bytes.size());
        }
    }
    if (sound && control.cancellation.cancelled()) {
        return Written::cancelled; // what was written so far goes with the object
    }
    if (!sound || !file.commit()) {
        return tl::unexpected(at(path, file.errorString()));
    }
    return Written::whole;
}

tl::expected<Written, QString> writeParts(const QString& path, const casefile::Case& value,
                                          const WriteControl& control) {
    const Result<Bytes> bytes = casefile::write_case(value);
    if (!bytes) {
        return tl::unexpected(at(path, QString::fromStdString(bytes.error().message())));
    }
    return replaced(path, *bytes, control);
}

} // namespace

std::vector<BlockEvidence> storableBlocks(std::vector<BlockEvidence> blocks) {
    std::erase_if(blocks, [](const BlockEvidence& block) { return !mayBeStored(block); });
    std::ranges::stable_sort(blocks, goesBefore);
    std::vector<BlockEvidence> out;
    for (BlockEvidence& block : blocks) {
        if (std::ranges::none_of(out, [&block](const auto& kept) { return covers(kept, block); })) {
            out.push_back(std::move(block));
        }
    }
    return out;
}

std::optional<CaseContent> caseContent(const Parts& parts) {
    if (!parts.source || !parts.request || !parts.evidence) {
        return {};
    }
    CaseContent content;
    content.table = parts.source->file;
    content.tableIsHex = parts.source->is_hex;
    if (parts.envelopeBytes) {
        content.envelope = *parts.envelopeBytes;
    }
    if (parts.evidenceBytes && !parts.evidenceGrew) {
        content.evidence = *parts.evidenceBytes;
    } else {
        gatherEvidence(parts, content);
    }
    content.settings = settingsOf(parts);
    if (parts.container) {
        content.otherParts = parts.container->unknownParts();
    }
    return content;
}

Result<Bytes> caseBytes(CaseContent content) { return casefile::write_case(caseOf(std::move(content))); }

tl::expected<Written, QString> writeCase(const QString& path, CaseContent content,
                                         const WriteControl& control) {
    if (control.cancellation.cancelled()) {
        return Written::cancelled;
    }
    return writeParts(path, caseOf(std::move(content)), control);
}

tl::expected<void, QString> writeCase(const QString& path, CaseContent content) {
    return writeCase(path, caseOf(std::move(content)));
}

tl::expected<void, QString> writeCase(const QString& path, const casefile::Case& value) {
    const auto written = writeParts(path, value, {}); // nobody cancels it
    return written ? tl::expected<void, QString>() : tl::unexpected(written.error());
}

} // namespace anchorscope::model
