#include "model/session/run_changes.h"
#include "core/base/hex.h"
#include "core/table/field_rows.h"
#include "model/items/texts.h"
#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

using table::ExecutionTable;

ByteView calldataOf(const Parts& parts) { return parts.source ? parts.source->bytes() : ByteView(); }

std::optional<std::uint64_t> firstDifference(ByteView before, ByteView after) {
    const auto at = std::ranges::mismatch(before, after);
    if (at.in1 == before.end() && at.in2 == after.end()) {
        return std::nullopt;
    }
    return static_cast<std::uint64_t>(at.in2 - after.begin());
}

QString bytesText(ByteView bytes) { return QString::fromStdString(to_hex(bytes)); }

/// The word of 32 bytes, counted from the part's start, that holds the byte.
ByteRange wordAround(std::uint64_t offset, ByteRange part) {
    constexpr std::uint64_t word = 32;
    const std::uint64_t start = part.offset + (offset - part.offset) / word * word;
    return {start, std::min(word, part.end() - start)};
}

/// Finds what differs in two parts of the same length, one in each table.
class FieldComparison {
public:
    FieldComparison(const ExecutionTable& before, const ExecutionTable& after, RunChanges& changes)
        : m_before(before), m_after(after), m_changes(changes) {}

    [[nodiscard]] bool full() const { return m_changes.fieldCount >= RunChanges::max_counted; }

    void add(FieldChange change) {
        ++m_changes.fieldCount;
        if (m_changes.fields.size() < RunChanges::max_fields) {
            m_changes.fields += std::move(change);
        }
    }

    void compare(ByteRange before, ByteRange after) {
        const ByteView old_bytes = slice(m_before.calldata(), before),
                       new_bytes = slice(m_after.calldata(), after);
        std::size_t done = 0;
        while (!full()) {
            const auto at = std::ranges::mismatch(old_bytes.subspan(done), new_bytes.subspan(done));
            if (at.in2 == new_bytes.end()) {
                return;
            }
            const auto place = static_cast<std::uint64_t>(at.in2 - new_bytes.begin());
            const ByteRange told = tell(before.offset + place, before, after.offset + place, after);
            done = static_cast<std::size_t>(std::max(told.end() - after.offset, place + 1));
            done = std::min(done, new_bytes.size());
        }
    }

private:
    /// Adds what stands at these places; the range of the new calldata that this covers.
    ByteRange tell(std::uint64_t old_place, ByteRange before, std::uint64_t new_place, ByteRange after) {
        const auto old_field = table::field_at(m_before, old_place);
        const auto new_field = table::field_at(m_after, new_place);
        const bool same_field = old_field && new_field && old_field->path == new_field->path &&
                                !old_field->value.empty() && !new_field->value.empty();
        if (same_field && old_field->value != new_field->value) {
            add({textOf(new_field->path), textOf(old_field->value), textOf(new_field->value),
                 new_field->range});
            return new_field->range;
        }
        // A length or an offset, padding, or bytes further in than values are shown.
        const ByteRange old_word = wordAround(old_place, before), new_word = wordAround(new_place, after);
        add({new_field ? textOf(new_field->path) : QString(), bytesText(slice(m_before.calldata(), old_word)),
             bytesText(slice(m_after.calldata(), new_word)), new_word});
        return new_word;
    }

    const ExecutionTable& m_before;
    const ExecutionTable& m_after;
    RunChanges& m_changes;
};

QString sizeText(std::uint64_t bytes) { return u"%1 bytes"_s.arg(bytes); }

/// One list of parts (entries, lookups) against the other, by their places.
template<class Part, class Path>
void compareLists(FieldComparison& fields, std::span<const Part> before, std::span<const Part> after,
                  ByteView old_bytes, ByteView new_bytes, Path path) {
    const std::size_t common = std::min(before.size(), after.size());
    for (std::size_t i = 0; i < common && !fields.full(); ++i) {
        const ByteRange was = before[i].range, is = after[i].range;
        if (equal(slice(old_bytes, was), slice(new_bytes, is))) {
            continue;
        }
        if (was.length == is.length) {
            fields.compare(was, is);
        } else {
            fields.add({path(i), sizeText(was.length), sizeText(is.length), is});
        }
    }
    for (std::size_t i = common; i < before.size() && !fields.full(); ++i) {
        fields.add({path(i), sizeText(before[i].range.length), {}, std::nullopt});
    }
    for (std::size_t i = common; i < after.size() && !fields.full(); ++i) {
        fields.add({path(i), {}, sizeText(after[i].range.length), after[i].range});
    }
}

void compareTables(const ExecutionTable& before, const ExecutionTable& after, RunChanges& changes) {
    changes.entriesBefore = before.entries.size();
    changes.entriesAfter = after.entries.size();
    if (before.format != after.format) {
        return;
    }
    FieldComparison fields(before, after, changes);
    const ByteView old_bytes = before.calldata(), new_bytes = after.calldata();
    if (old_bytes.size() == new_bytes.size()) {
        fields.compare({0, old_bytes.size()}, {0, new_bytes.size()});
        return;
    }
    const ExecutionTable& longer_entries = before.entries.size() > after.entries.size() ? before : after;
    compareLists(fields, before.entries, after.entries, old_bytes, new_bytes,
                 [&](std::size_t i) { return textOf(longer_entries.entry_path(i)); });
    const ExecutionTable& longer_lookups = before.lookups.size() > after.lookups.size() ? before : after;
    compareLists(fields, before.lookups, after.lookups, old_bytes, new_bytes,
                 [&](std::size_t i) { return textOf(longer_lookups.lookup_path(i)); });
}

/// A finding as far as it is the same one in another run.
using FindingKey = std::tuple<std::string_view, std::string_view, std::string_view>;

std::set<FindingKey> keysOf(const std::vector<Finding>& findings) {
    std::set<FindingKey> keys;
    for (const Finding& each : findings) {
        keys.emplace(each.rule, each.place, each.text);
    }
    return keys;
}

void onlyIn(const std::vector<Finding>& findings, const std::set<FindingKey>& others, QList<Finding>& list,
            qsizetype& count) {
    for (const Finding& each : findings) {
        if (!others.contains({each.rule, each.place, each.text})) {
            ++count;
            if (list.size() < RunChanges::max_findings) {
                list += each;
            }
        }
    }
}

void compareReports(const verify::Report& before, const verify::Report& after, RunChanges& changes) {
    changes.verdictBefore = before.verdict;
    changes.verdictAfter = after.verdict;
    for (std::size_t i = 0; i < verify::rung_count; ++i) {
        if (before.rungs[i].state != after.rungs[i].state) {
            changes.rungs += RungChange{after.rungs[i].id, before.rungs[i].state, after.rungs[i].state};
        }
    }
    onlyIn(after.findings, keysOf(before.findings), changes.appeared, changes.appearedCount);
    onlyIn(before.findings, keysOf(after.findings), changes.gone, changes.goneCount);
}

bool sameBytes(const std::shared_ptr<const Bytes>& before, const std::shared_ptr<const Bytes>& after) {
    return before == after || (before && after && *before == *after);
}

/// What identifies the blocks that files and endpoints gave.
std::vector<Hash32> blocksOf(const Parts& parts) {
    std::vector<Hash32> hashes;
    if (parts.evidence) {
        for (const chain::BlockEvidence& block : parts.evidence->blocks) {
            hashes.push_back(block.header.hash);
        }
    }
    return hashes;
}

} // namespace

bool RunChanges::nothing() const {
    return !tableDiffers && !envelopeDiffers && !evidenceDiffers && rungs.isEmpty() && appearedCount == 0 &&
           goneCount == 0 && verdictBefore == verdictAfter;
}

RunChanges compareRuns(const Parts& before, const Parts& after) {
    RunChanges changes;
    const ByteView old_bytes = calldataOf(before), new_bytes = calldataOf(after);
    changes.bytesBefore = old_bytes.size();
    changes.bytesAfter = new_bytes.size();
    changes.firstByte = firstDifference(old_bytes, new_bytes);
    changes.tableDiffers = changes.firstByte.has_value();
    changes.envelopeDiffers = !sameBytes(before.envelopeBytes, after.envelopeBytes);
    changes.evidenceDiffers =
        !sameBytes(before.evidenceBytes, after.evidenceBytes) || blocksOf(before) != blocksOf(after);
    if (before.table && after.table) {
        if (changes.tableDiffers) {
            compareTables(*before.table, *after.table, changes);
        } else {
            changes.entriesBefore = changes.entriesAfter = after.table->entries.size();
        }
    }
    if (before.report && after.report) {
        compareReports(*before.report, *after.report, changes);
    } else {
        changes.verdictBefore = before.report ? std::optional(before.report->verdict) : std::nullopt;
        changes.verdictAfter = after.report ? std::optional(after.report->verdict) : std::nullopt;
    }
    return changes;
}

} // namespace anchorscope::model
