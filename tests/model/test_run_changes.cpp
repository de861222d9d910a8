// What is told of two runs over one case whose files changed in between: made by changing bytes at places
// that core's own field rows name, so that the expected paths and values are the table's.
#include "core/base/hex.h"
#include "core/synth/synth.h"
#include "core/table/field_rows.h"
#include "model/session/run_changes.h"
#include "session_watch.h"

using namespace anchorscope;
using namespace anchorscope::model;

namespace {

/// The synthetic table's bytes as a file, and what a session makes of it.
struct Case {
    explicit Case(std::uint32_t entries = 4) {
        synth::Options options;
        options.entries = entries;
        made = synth::make(options).value();
    }
    Parts run(const Bytes& calldata) {
        Watched watched;
        folder.put(u"table.hex"_s, QByteArray::fromStdString(to_hex(calldata)) + '\n');
        folder.put(u"envelope.json"_s, QByteArray::fromStdString(made.envelope_file));
        folder.put(u"evidence.json"_s, QByteArray::fromStdString(made.evidence_file));
        return watched.open(folder.path()) ? watched.session.parts() : Parts{};
    }

    synth::Synthetic made;
    Folder folder;
};

/// The first leaf of the table whose path ends like this.
table::FieldRow fieldEnding(const table::ExecutionTable& table, std::string_view end) {
    for (table::FieldRow& row : table::field_rows(table.arguments(), {}, 100'000)) {
        if (row.path.ends_with(end) && !row.value.empty()) {
            return row;
        }
    }
    return {};
}

verify::RungState stateOf(const RunChanges& changes, verify::RungId id, bool after) {
    const auto found = std::ranges::find(changes.rungs, id, &RungChange::id);
    return found == changes.rungs.end() ? verify::RungState::not_checked
           : after                      ? found->after
                                        : found->before;
}

} // namespace

class TestRunChanges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSameFilesDifferInNothing() {
        Case one;
        const Parts first = one.run(one.made.calldata), second = one.run(one.made.calldata);
        QVERIFY(first.report && second.report);
        const RunChanges changes = compareRuns(first, second);
        QVERIFY(changes.nothing());
        QVERIFY(!changes.firstByte);
        QCOMPARE(changes.entriesAfter, std::optional<quint64>(4));
    }

    void aChangedFieldIsNamedWithBothValues() {
        Case one;
        const Parts first = one.run(one.made.calldata);
        const table::FieldRow field = fieldEnding(*first.table, "].callCount");
        QVERIFY(field.range.length == 32);
        Bytes changed = one.made.calldata;
        changed[static_cast<std::size_t>(field.range.end()) - 1] ^= 0x04;
        const Parts second = one.run(changed);
        const RunChanges changes = compareRuns(first, second);
        QVERIFY(changes.tableDiffers && !changes.envelopeDiffers && !changes.evidenceDiffers);
        QCOMPARE(changes.fieldCount, qsizetype{1});
        QCOMPARE(changes.fields[0].path, QString::fromStdString(field.path));
        QCOMPARE(changes.fields[0].before, QString::fromStdString(field.value));
        QVERIFY(changes.fields[0].after != changes.fields[0].before);
        QCOMPARE(changes.fields[0].range, std::optional(field.range));
        QCOMPARE(changes.firstByte, std::optional<quint64>(field.range.end() - 1));
        QCOMPARE(stateOf(changes, verify::RungId::digest, false), verify::RungState::passed);
        QCOMPARE(stateOf(changes, verify::RungId::digest, true), verify::RungState::failed);
        QCOMPARE(changes.verdictAfter, std::optional(verify::Verdict::mismatch));
        QVERIFY(changes.appearedCount > 0);
        // and back again: what appeared goes
        const RunChanges back = compareRuns(second, first);
        QCOMPARE(back.goneCount, changes.appearedCount);
        QCOMPARE(stateOf(back, verify::RungId::digest, true), verify::RungState::passed);
    }

    void bytesBeyondWhatAValueShowsAreShownAsTheyAre() {
        Case one;
        const Parts first = one.run(one.made.calldata);
        table::FieldRow field;
        std::uint64_t size = 0;
        for (table::FieldRow& row : table::field_rows(first.table->arguments(), {}, 100'000)) {
            if (const auto cut = row.value.find("…("); row.type == "bytes" && cut != std::string::npos) {
                size = std::stoull(row.value.substr(cut + std::string_view("…(").size()));
                field = std::move(row);
                break;
            }
        }
        if (field.path.empty()) {
            QSKIP("this table has no long byte string");
        }
        const bool with_length = field.range.length >= size + 32;
        Bytes changed = one.made.calldata;
        changed[static_cast<std::size_t>(field.range.offset + (with_length ? 32 : 0) + size) - 1] ^= 0xff;
        const RunChanges changes = compareRuns(first, one.run(changed));
        QCOMPARE(changes.fieldCount, qsizetype{1});
        QCOMPARE(changes.fields[0].path, QString::fromStdString(field.path));
        QVERIFY(changes.fields[0].before != changes.fields[0].after);
    }

    void tablesOfAnotherLengthAreComparedEntryByEntry() {
        Case small(4), large(6);
        const Parts first = small.run(small.made.calldata), second = large.run(large.made.calldata);
        const RunChanges changes = compareRuns(first, second);
        QCOMPARE(changes.entriesBefore, std::optional<quint64>(4));
        QCOMPARE(changes.entriesAfter, std::optional<quint64>(6));
        const auto last = std::ranges::find(changes.fields, u"entries[5]"_s, &FieldChange::path);
        QVERIFY(last != changes.fields.end());
        QVERIFY(last->before.isEmpty() && !last->after.isEmpty() && last->range);
        const RunChanges back = compareRuns(second, first);
        const auto gone = std::ranges::find(back.fields, u"entries[5]"_s, &FieldChange::path);
        QVERIFY(gone != back.fields.end());
        QVERIFY(gone->after.isEmpty() && !gone->range);
    }

    void countingIsBounded() {
        Case one(1500);
        const Parts first = one.run(one.made.calldata);
        Bytes changed = one.made.calldata;
        for (const table::FieldRow& row : table::field_rows(first.table->arguments(), {}, 1'000'000)) {
            if (row.path.ends_with("].rollingHash")) {
                changed[static_cast<std::size_t>(row.range.end()) - 1] ^= 0x01;
            }
        }
        QElapsedTimer timer;
        timer.start();
        const RunChanges changes = compareRuns(first, one.run(changed));
        QCOMPARE(changes.fields.size(), RunChanges::max_fields);
        QCOMPARE(changes.fieldCount, RunChanges::max_counted);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
        QVERIFY(changes.appeared.size() <= RunChanges::max_findings);
    }

    void whatIsNoTableIsComparedAsBytes() {
        Folder folder;
        Watched watched;
        const auto run = [&](const QByteArray& text) {
            const QString path = folder.put(u"blob.hex"_s, text);
            return watched.open(path) ? watched.session.parts() : Parts{};
        };
        const Parts first = run("0x0011223344556677"), second = run("0x00112233445566ff88");
        const RunChanges changes = compareRuns(first, second);
        QVERIFY(changes.tableDiffers);
        QCOMPARE(changes.firstByte, std::optional<quint64>(7));
        QCOMPARE(changes.bytesBefore, quint64{8});
        QCOMPARE(changes.bytesAfter, quint64{9});
        QVERIFY(changes.fields.isEmpty());
    }

    void anEmptyRunIsNoDanger() {
        Case one;
        const Parts parts = one.run(one.made.calldata);
        QVERIFY(compareRuns({}, {}).nothing());
        QVERIFY(!compareRuns({}, parts).nothing());
        const RunChanges emptied = compareRuns(parts, {});
        QVERIFY(emptied.tableDiffers && !emptied.verdictAfter);
    }

    void otherEvidenceIsTold() {
        Case one;
        const Parts first = one.run(one.made.calldata);
        one.made.evidence_file += '\n';
        const RunChanges changes = compareRuns(first, one.run(one.made.calldata));
        QVERIFY(changes.evidenceDiffers && !changes.tableDiffers && !changes.nothing());
    }
};

QTEST_GUILESS_MAIN(TestRunChanges)
#include "test_run_changes.moc"
