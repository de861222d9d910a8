// Observation digests: the bytes that a commitment profile takes, by what they are.
#include "core/digest/entry_root.h"
#include "core/digest/state_roots.h"
#include "core/digest/table_digests.h"
#include "core/table/field_names.h"
#include "model/explore/explore_parts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

constexpr std::uint64_t selector_bytes = 4, word = 32;

class ObservationSteps {
public:
    ObservationSteps(const Parts& parts, const digest::ObservationDigest& digest)
        : m_parts(parts), m_digest(digest), m_observation(digest.observation) {
        m_out.kind = Words::tr("observation digest");
        m_out.subject = textOf(digest.profile->id);
        m_out.function = digest.function;
        m_out.table = parts.table;
        m_out.keep = {parts.source, parts.table, parts.slice, m_observation.owned};
        m_out.base = m_observation.bytes;
        m_out.told = digest::needs_inputs(*digest.profile) ? Told::Stated : Told::Computed;
    }

    ExploredDigest make() {
        const std::string_view id = m_digest.profile->id;
        digest::Preimage message = id == "entry-root"          ? entryRoot(crypto::HashFunction::sha2_256)
                                   : id == "entry-root-keccak" ? entryRoot(crypto::HashFunction::keccak_256)
                                   : id == "state-roots"       ? stateRoots()
                                   : id == "abi-entries"       ? abiEntries()
                                   : digest::needs_inputs(*m_digest.profile) ? publicInputs()
                                                                             : plain();
        if (message.bytes(m_out.base) != Bytes(m_observation.bytes.begin(), m_observation.bytes.end())) {
            message = {}; // the pieces must be the very bytes that were observed
            m_out.base = m_observation.bytes;
            m_out.inCalldata = false;
            m_out.steps.clear();
            message.source("bytes", {0, m_observation.bytes.size()});
        }
        m_out.steps.push_back(hashedStep(textOf(crypto::name(m_digest.function)), std::move(message),
                                         m_out.base, m_digest.function));
        m_out.value = m_out.steps.back().after;
        compare();
        return std::move(m_out);
    }

private:
    void overCalldata() {
        m_out.base = m_parts.table ? m_parts.table->calldata() : m_parts.source->bytes();
        m_out.inCalldata = true;
    }

    /// Whole files, the calldata, the batch, canonical JSON.
    digest::Preimage plain() {
        digest::Preimage message;
        const bool file = m_observation.origin == digest::ObservationOrigin::file;
        const bool same = file && m_parts.source->bytes().data() == m_observation.bytes.data();
        if (m_observation.origin == digest::ObservationOrigin::calldata || same) {
            overCalldata();
            const ByteRange range = file ? ByteRange{0, m_out.base.size()} : m_observation.range;
            const bool table = m_parts.table && !m_parts.table->format->declaration.starts_with("()");
            if (table && range.offset == 0 && range.length > selector_bytes) {
                message.source("selector", {0, selector_bytes});
                message.source("arguments", {selector_bytes, range.length - selector_bytes});
            } else {
                message.source(table ? "arguments" : "bytes", range);
            }
            return message;
        }
        message.source(file                                                         ? "text of the file"
                       : m_observation.origin == digest::ObservationOrigin::derived ? "derived bytes"
                                                                                    : "bytes",
                       {0, m_observation.bytes.size()});
        return message;
    }

    digest::Preimage abiEntries() {
        overCalldata();
        digest::Preimage message;
        message.literal("offset word", U256(word).to_word().view());
        const table::FieldNames names = table::field_names(*m_parts.table->format);
        message.source("entries", table::table_body(m_parts.table->arguments())[names.entries].encoding());
        return message;
    }

    /// The domain, the size and the root; of small tables the tree that leads there.
    digest::Preimage entryRoot(crypto::HashFunction function) {
        const ByteView bytes = m_observation.bytes;
        digest::Preimage message;
        const std::size_t tail = 2 * word;
        if (bytes.size() <= tail) {
            return message;
        }
        if (m_parts.table && m_parts.table->entries.size() <= max_tree_leaves) {
            addTree(function);
        }
        message.literal("domain and zero byte", bytes.first(bytes.size() - tail));
        message.literal("number of entries", bytes.subspan(bytes.size() - tail, word));
        message.literal("root", bytes.last(word));
        return message;
    }

    void addTree(crypto::HashFunction function) {
        const std::vector<Hash32> hashes = digest::entry_hashes(*m_parts.table);
        std::vector<Hash32> level;
        for (std::size_t i = 0; i < hashes.size(); ++i) {
            constexpr std::array<std::uint8_t, 1> prefix{0};
            digest::Preimage leaf;
            leaf.literal("prefix", prefix);
            leaf.literal("entry hash", hashes[i].view());
            m_out.steps.push_back(
                hashedStep(Words::tr("leaf of entry %1").arg(i), std::move(leaf), m_out.base, function));
            level.push_back(m_out.steps.back().after);
        }
        while (level.size() > 1) {
            level = above(level, function);
        }
    }

    std::vector<Hash32> above(const std::vector<Hash32>& level, crypto::HashFunction function) {
        constexpr std::array<std::uint8_t, 1> prefix{1};
        std::vector<Hash32> out;
        for (std::size_t i = 0; i + 1 < level.size(); i += 2) {
            digest::Preimage node;
            node.literal("prefix", prefix);
            node.literal("left", level[i].view());
            node.literal("right", level[i + 1].view());
            m_out.steps.push_back(hashedStep(Words::tr("node"), std::move(node), m_out.base, function));
            out.push_back(m_out.steps.back().after);
        }
        if (level.size() % 2 != 0) {
            out.push_back(level.back());
        }
        return out;
    }

    digest::Preimage stateRoots() {
        digest::Preimage message;
        const ByteView bytes = m_observation.bytes;
        const auto changes = m_parts.table ? digest::state_changes(*m_parts.table) : std::nullopt;
        const std::size_t tail = changes ? (2 + 3 * changes->size()) * word : 0;
        if (!changes || bytes.size() <= tail) {
            return message;
        }
        message.literal("domain and zero byte", bytes.first(bytes.size() - tail));
        message.literal("offset word", U256(word).to_word().view());
        message.literal("number of rollups", U256(changes->size()).to_word().view());
        for (const digest::StateChange& change : *changes) {
            const std::string rollup = " of rollup " + change.rollup_id.decimal();
            message.literal("rollupId", change.rollup_id.to_word().view());
            message.literal(std::string("state before").append(rollup), change.before.view());
            message.literal(std::string("state after").append(rollup), change.after.view());
        }
        return message;
    }

    digest::Preimage publicInputs() {
        digest::Preimage message;
        if (m_observation.bytes.size() == 2 * word) {
            message.literal("sharedPublicInput", m_observation.bytes.first(word));
            message.literal("acc", m_observation.bytes.last(word));
        }
        return message;
    }

    /// Green only where the report says so.
    void compare() {
        const verify::Report& report = *m_parts.report;
        if (!report.expected_digest) {
            return;
        }
        const auto state = report.rungs.at(static_cast<std::size_t>(verify::RungId::digest)).state;
        const bool equal = m_out.value == *report.expected_digest;
        const bool envelope = m_parts.request && m_parts.request->envelope;
        DigestComparison out{envelope ? Words::tr("Stated by the envelope") : Words::tr("Expected by you"),
                             *report.expected_digest,
                             {},
                             Meaning::None,
                             {}};
        if (equal) {
            out.result = Words::tr("Equal");
            out.meaning = state == verify::RungState::passed ? Meaning::Passed : Meaning::NotChecked;
        } else if (!report.matched && state == verify::RungState::failed) {
            out.result = Words::tr("Mismatch");
            out.meaning = Meaning::Failed;
        } else {
            out.result = Words::tr("Another digest");
        }
        out.detail = textOf(report.rungs.at(static_cast<std::size_t>(verify::RungId::digest)).detail);
        m_out.comparisons.push_back(std::move(out));
    }

    const Parts& m_parts;
    const digest::ObservationDigest& m_digest;
    const digest::Observation& m_observation;
    ExploredDigest m_out;
};

} // namespace

Explored exploreObservation(const Parts& parts, const DigestId& id) {
    const QStringList names = id.parts();
    if (id.kind != u"observation" || names.size() < 2 || !parts.report || !parts.source) {
        return std::nullopt;
    }
    for (const digest::ObservationDigest& each : parts.report->observations) {
        const bool named = each.profile && textOf(crypto::name(each.function)) == names.front() &&
                           textOf(each.profile->id) == id.subject.section(u':', 1);
        if (named) {
            return ObservationSteps(parts, each).make();
        }
    }
    return std::nullopt;
}

} // namespace anchorscope::model
