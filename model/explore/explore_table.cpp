// Hashes of a table's parts, of what its proofs are bound to, and of a slice's entries.
#include "core/crypto/erc55.h"
#include "core/digest/older_inputs.h"
#include "core/digest/slice_entries.h"
#include "model/explore/explore_parts.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

bool isKind(const DigestId& id, digest::DigestKind kind) { return id.kind == textOf(digest::id(kind)); }

const table::Call* callIn(std::span<const table::Call> calls, std::string_view rest) {
    const auto index = takeIndex(rest, ".calls");
    return index && rest.empty() && *index < calls.size() ? &calls[*index] : nullptr;
}

/// The call of "….calls[1]" or "….lookups[0].calls[1]" below a frame.
const table::Call* callBelow(std::span<const table::Call> calls, std::span<const table::Lookup> lookups,
                             std::string_view rest) {
    const auto lookup = takeIndex(rest, ".lookups");
    return !lookup                    ? callIn(calls, rest)
           : *lookup < lookups.size() ? callIn(lookups[*lookup].calls, rest)
                                      : nullptr;
}

const table::Call* callOf(const table::ExecutionTable& table, std::string_view subject) {
    if (const auto entry = takeIndex(subject, "entries")) {
        return *entry < table.entries.size()
                   ? callBelow(table.entries[*entry].calls, table.entries[*entry].lookups, subject)
                   : nullptr;
    }
    const auto lookup = takeIndex(subject, "lookups");
    return lookup && *lookup < table.lookups.size()
               ? callBelow(table.lookups[*lookup].calls, table.lookups[*lookup].lookups, subject)
               : nullptr;
}

/// Drafts hash calls in ways of their own, and an unknown domain hashes none.
bool hashesCalls(const table::ExecutionTable& table) {
    return table.format->scheme == table::Scheme::partitioned && table.executing_domain().known();
}

const digest::ProofInputs* inputsOf(const Parts& parts) {
    return parts.request && parts.request->proof_inputs ? &*parts.request->proof_inputs : nullptr;
}

std::optional<std::span<const Hash32>> blobsOf(const digest::ProofInputs* inputs) {
    return inputs ? std::optional(std::span<const Hash32>(inputs->blob_hashes)) : std::nullopt;
}

/// Of main's proofs: shared, then acc_k, the hash and its signer by proof system.
std::vector<digest::StepTrace> proofTraces(const Parts& parts) {
    std::vector<digest::StepTrace> out;
    const table::ExecutionTable& table = *parts.table;
    const digest::ProofInputs* inputs = inputsOf(parts);
    const std::size_t systems = inputs && table.batch ? table.batch->proof_systems.size() : 0;
    for (std::size_t k = 0; k < std::min<std::size_t>(systems, 64); ++k) {
        for (auto* const make :
             {digest::accumulator_trace, digest::public_inputs_trace, digest::recovery_trace}) {
            if (auto trace = make(table, k, *inputs)) {
                out.push_back(*std::move(trace));
            }
        }
    }
    return out;
}

const digest::SliceEntry* sliceEntry(const Parts& parts, const DigestId& id) {
    bool number = false;
    const quint64 index = id.subject.toULongLong(&number);
    if (!parts.slice || !number || id.kind != u"slice_entry") {
        return nullptr;
    }
    const auto found = std::ranges::find(parts.slice->entries, index, &digest::SliceEntry::index);
    return found == parts.slice->entries.end() ? nullptr : &*found;
}

} // namespace

Explored exploreOfTable(const Parts& parts, const DigestId& id) {
    if (!parts.table) {
        return std::nullopt;
    }
    const table::ExecutionTable& table = *parts.table;
    const std::string subject = id.subject.toStdString();
    std::string_view rest = subject;
    if (isKind(id, digest::DigestKind::call_hash)) {
        const table::Call* call = hashesCalls(table) ? callOf(table, subject) : nullptr;
        return call ? Explored(explored(digest::call_hash_trace(table, *call, subject), parts.table,
                                        Told::Computed))
                    : std::nullopt;
    }
    if (isKind(id, digest::DigestKind::entry_hash) && table::hashes_structs(*table.format)) {
        const auto entry = takeIndex(rest, "entries");
        return entry && rest.empty() && *entry < table.entries.size()
                   ? Explored(explored(digest::entry_hash_trace(table, *entry), parts.table, Told::Computed))
                   : std::nullopt;
    }
    if (isKind(id, digest::DigestKind::lookup_hash) && table::hashes_structs(*table.format)) {
        const auto lookup = takeIndex(rest, "lookups");
        return lookup && rest.empty() && *lookup < table.lookups.size()
                   ? Explored(
                         explored(digest::lookup_hash_trace(table, *lookup), parts.table, Told::Computed))
                   : std::nullopt;
    }
    if (isKind(id, digest::DigestKind::action_hash)) {
        const auto entry = takeIndex(rest, "entries");
        return entry && *entry < table.entries.size() && table.entries[*entry].next_action
                   ? Explored(explored(digest::action_hash_trace(table, *entry), parts.table, Told::Computed))
                   : std::nullopt;
    }
    return std::nullopt;
}

Explored exploreOfProofs(const Parts& parts, const DigestId& id) {
    using digest::DigestKind;
    if (!parts.table) {
        return std::nullopt;
    }
    const digest::ProofInputs* inputs = inputsOf(parts);
    if (isKind(id, DigestKind::shared_public_input) && id.subject == u"batch") {
        if (auto trace = digest::shared_public_input_trace(*parts.table, blobsOf(inputs))) {
            const bool blobs = inputs && !inputs->blob_hashes.empty();
            return explored(*std::move(trace), parts.table, blobs ? Told::Stated : Told::Computed);
        }
    }
    const auto wanted = [&id](const digest::StepTrace& trace) {
        return id.kind == textOf(digest::id(trace.kind)) && id.subject == textOf(trace.subject);
    };
    std::vector<digest::StepTrace> traces = proofTraces(parts);
    if (digest::has_older_inputs(*parts.table->format)) {
        std::ranges::move(digest::older_traces(*parts.table, inputs, max_more_digests, nullptr),
                          std::back_inserter(traces));
    }
    for (digest::StepTrace& trace : traces) {
        if (wanted(trace)) {
            return explored(std::move(trace), parts.table, inputs ? Told::Stated : Told::Computed);
        }
    }
    return std::nullopt;
}

void addProofs(const Parts& parts, std::vector<NamedDigest>& out) {
    if (!parts.table) {
        return;
    }
    std::vector<digest::StepTrace> traces = proofTraces(parts);
    if (digest::has_older_inputs(*parts.table->format)) {
        std::ranges::move(digest::older_traces(*parts.table, inputsOf(parts), max_more_digests, nullptr),
                          std::back_inserter(traces));
    }
    for (const digest::StepTrace& trace : traces) {
        if (out.size() < max_more_digests) {
            const QString subject = textOf(trace.subject);
            out.push_back({textOf(digest::id(trace.kind)) + u':' + subject, textOf(digest::name(trace.kind)),
                           subject, trace.value()});
        }
    }
}

Explored exploreSlice(const Parts& parts, const DigestId& id) {
    const digest::SliceEntry* entry = sliceEntry(parts, id);
    if (!entry) {
        return std::nullopt;
    }
    const digest::Slice& slice = *parts.slice;
    ExploredDigest out;
    out.kind = Words::tr("Merkle root");
    out.subject = Words::tr("entry %1 of the slice").arg(entry->index);
    out.function = slice.tree;
    out.base = entry->encoding;
    out.keep.push_back(parts.slice);
    digest::Preimage message;
    message.literal("offset word", U256(32).to_word().view());
    message.source("entry", {0, entry->encoding.size()});
    out.steps.push_back(hashedStep(Words::tr("entry hash"), std::move(message), out.base));
    addMerklePath(out.steps, slice.tree, out.steps.back().after, entry->index, slice.count, entry->path);
    out.value = out.steps.back().after;
    const bool equal = out.value == slice.root;
    out.comparisons.push_back({Words::tr("Root that the slice states"), slice.root,
                               equal ? Words::tr("Leads to it") : Words::tr("Leads elsewhere"),
                               equal ? Meaning::None : Meaning::Failed,
                               Words::tr("Whether this root is the anchored one, the rung “digest” says.")});
    return out;
}

void addSlice(const Parts& parts, std::vector<NamedDigest>& out) {
    for (std::size_t i = 0; parts.slice && i < parts.slice->entries.size() && out.size() < max_more_digests;
         ++i) {
        const quint64 index = parts.slice->entries[i].index;
        out.push_back({u"slice_entry:%1"_s.arg(index), Words::tr("Merkle root"),
                       Words::tr("by the path of entry %1").arg(index), parts.slice->root});
    }
}

} // namespace anchorscope::model
