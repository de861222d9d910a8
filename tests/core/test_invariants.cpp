#include "core/digest/table_digests.h"
#include "core/table/field_rows.h"
#include "core/transition/invariants.h"
#include "eez_runs.h"
#include <functional>

using namespace anchorscope;
using namespace anchorscope::test;

namespace {

/// "error table.call_count entries[0].callCount", one a line.
QByteArray shown_all(const std::vector<Finding>& findings) {
    QByteArray out;
    for (const Finding& finding : findings) {
        out += shown(name(finding.severity)) + ' ' + shown(finding.rule) + ' ' + shown(finding.place) + '\n';
    }
    return out;
}

QByteArray findings_of(const Bytes& calldata) {
    return shown_all(transition::check_invariants(*decoded(calldata)));
}

/// An entry that breaks no rule.
EntrySpec good_entry() { return {.deltas = {{.before = 1, .after = 2}}, .hash = word_of(3)}; }

/// The findings of a batch with one good entry, after `change`.
QByteArray batch_findings(const std::function<void(BatchSpec&)>& change) {
    BatchSpec batch{.entries = {good_entry()}};
    change(batch);
    return findings_of(calldata_of(batch));
}

QByteArray entry_findings(const std::function<void(EntrySpec&)>& change) {
    return batch_findings([&](BatchSpec& batch) { change(batch.entries[0]); });
}

QByteArray lookup_findings(const std::function<void(LookupSpec&)>& change) {
    return entry_findings([&](EntrySpec& entry) {
        entry.calls = {{}};
        entry.count = 1;
        entry.lookups = {{.hash = word_of(9)}};
        change(entry.lookups[0]);
    });
}

const U256 huge = U256(~std::uint64_t{0}).plus(1);

} // namespace

class TestInvariants : public QObject {
    Q_OBJECT

private slots:
    void aGoodBatchHasNoFindings() {
        QCOMPARE(batch_findings([](BatchSpec&) {}), QByteArray());
        QCOMPARE(entry_findings([](EntrySpec& entry) {
                     entry.calls = {{}, {.revert_span = 2}, {}};
                     entry.nested = {{.hash = word_of(1), .count = 1}};
                     entry.count = 2;
                 }),
                 QByteArray());
    }

    void counts() {
        const QByteArray wrong = "error table.call_count entries[0].callCount\n";
        QCOMPARE(entry_findings([](EntrySpec& entry) { entry.count = 1; }), wrong);
        QCOMPARE(entry_findings([](EntrySpec& entry) {
                     entry.calls = {{}, {}};
                     entry.count = 1;
                 }),
                 wrong);
        QCOMPARE(entry_findings([](EntrySpec& entry) {
                     entry.calls = {{}};
                     entry.nested = {{.count = U256(0).minus(1)}};
                     entry.count = 2;
                 }),
                 wrong);
        QCOMPARE(lookup_findings([](LookupSpec& lookup) {
                     lookup.failed = true;
                     lookup.calls = {{}, {}};
                     lookup.count = 1;
                 }),
                 QByteArray("error table.call_count entries[0].expectedLookups[0].callCount\n"));
    }

    void nothingRunsWithoutCalls() {
        QCOMPARE(entry_findings([](EntrySpec& entry) { entry.rolling_hash = word_of(1); }),
                 QByteArray("error table.no_calls entries[0].rollingHash\n"));
        QCOMPARE(entry_findings([](EntrySpec& entry) {
                     entry.calls = {{}};
                     entry.nested = {{.count = 1}};
                 }),
                 QByteArray("error table.no_calls entries[0].expectedL1ToL2Calls\n"));
    }

    void ether() {
        const auto l2_transaction = [](const U256& first, const U256& second, std::uint64_t value) {
            return batch_findings([&](BatchSpec& batch) {
                batch.rollups = {{1, {0}}, {2, {0}}};
                batch.entries[0].hash = {};
                batch.entries[0].deltas = {{.ether = first}, {.rollup = 2, .ether = second}};
                batch.entries[0].calls = {{.value = value}};
                batch.entries[0].count = 1;
            });
        };
        QCOMPARE(l2_transaction(5, U256(0).minus(5), 0), QByteArray());
        QCOMPARE(l2_transaction(5, U256(0).minus(4), 0),
                 QByteArray("error table.ether_delta entries[0].stateDeltas\n"));
        QCOMPARE(l2_transaction(5, U256(0).minus(4), 1), QByteArray());
    }

    void proofSystems() {
        const auto with = [](std::vector<Address> systems, std::vector<std::uint64_t> indices) {
            return batch_findings([&](BatchSpec& batch) {
                batch.proof_systems = systems;
                batch.proofs.resize(systems.size());
                batch.rollups = {{1, indices}};
            });
        };
        QCOMPARE(with({address_of(1), address_of(2)}, {0, 1}), QByteArray());
        QCOMPARE(with({address_of(1), address_of(2)}, {1}),
                 QByteArray("warning table.unused_proof_system proofSystems[0]\n"));
        QCOMPARE(with({address_of(2), address_of(1)}, {0, 1}),
                 QByteArray("error table.proof_systems proofSystems[1]\n"));
        QCOMPARE(with({address_of(2), address_of(2)}, {0, 1}),
                 QByteArray("error table.proof_systems proofSystems[1]\n"));
        QCOMPARE(with({address_of(0)}, {0}), QByteArray("error table.proof_systems proofSystems[0]\n"));
        QCOMPARE(with({address_of(1)}, {1}),
                 QByteArray("error table.proof_systems rollupIdsWithProofSystems[0].proofSystemIndex[0]\n"
                            "warning table.unused_proof_system proofSystems[0]\n"));
        QCOMPARE(with({address_of(1)}, {0, 0}),
                 QByteArray("error table.proof_systems rollupIdsWithProofSystems[0].proofSystemIndex[1]\n"));
        QCOMPARE(with({address_of(1)}, {}),
                 QByteArray("error table.proof_systems rollupIdsWithProofSystems[0].proofSystemIndex\n"
                            "warning table.unused_proof_system proofSystems[0]\n"));
        QCOMPARE(with({}, {}),
                 QByteArray("error table.proof_systems proofSystems\n"
                            "error table.proof_systems rollupIdsWithProofSystems[0].proofSystemIndex\n"));
        QCOMPARE(batch_findings([](BatchSpec& batch) { batch.proofs = {}; }),
                 QByteArray("error table.proof_systems proofs\n"));
    }

    void rollups() {
        const auto with = [](const std::vector<U256>& ids) {
            return batch_findings([&](BatchSpec& batch) {
                batch.rollups.clear();
                for (const U256& id : ids) {
                    batch.rollups.push_back({id, {0}});
                }
            });
        };
        QCOMPARE(with({1, 2, 9}), QByteArray());
        QCOMPARE(with({1, 1}),
                 QByteArray("error table.proof_systems rollupIdsWithProofSystems[1].rollupId\n"));
        QCOMPARE(with({0, 1}),
                 QByteArray("error table.proof_systems rollupIdsWithProofSystems[0].rollupId\n"));
        QCOMPARE(with({1, huge}),
                 QByteArray("warning table.rollup_id_width rollupIdsWithProofSystems[1].rollupId\n"));
        QCOMPARE(with({2}),
                 QByteArray("error table.rollup_not_in_batch entries[0].destinationRollupId\n"
                            "error table.rollup_not_in_batch entries[0].stateDeltas[0].rollupId\n"));
        QCOMPARE(batch_findings([](BatchSpec& batch) { batch.lookups = {{.destination = 4}}; }),
                 QByteArray("error table.rollup_not_in_batch l1ToL2lookupCalls[0].destinationRollupId\n"));
    }

    void transientCounts() {
        const auto with = [](const U256& entries, const U256& lookups) {
            return batch_findings([&](BatchSpec& batch) {
                batch.lookups = {{}};
                batch.entries.push_back({.deltas = {{}}});
                std::swap(batch.entries[0], batch.entries[1]);
                batch.transient_entries = entries;
                batch.transient_lookups = lookups;
            });
        };
        QCOMPARE(with(0, 0), QByteArray());
        QCOMPARE(with(1, 1), QByteArray());
        QCOMPARE(with(2, 1), QByteArray("info table.transient_hook transientExecutionEntryCount\n"));
        QCOMPARE(with(0, 1), QByteArray("error table.transient_counts transientLookupCallCount\n"));
        QCOMPARE(with(1, 2), QByteArray("error table.transient_counts transientLookupCallCount\n"));
        QVERIFY(with(3, 0).startsWith("error table.transient_counts transientExecutionEntryCount\n"));
        QVERIFY(with(huge, huge).startsWith("error table.transient_counts transientExecutionEntryCount\n"));
    }

    void revertSpans() {
        const auto with = [](std::vector<CallSpec> calls) {
            return entry_findings([&](EntrySpec& entry) {
                entry.count = U256(calls.size());
                entry.calls = calls;
            });
        };
        QCOMPARE(with({{.revert_span = 2}, {}, {.revert_span = 1}}), QByteArray());
        QCOMPARE(with({{}, {.revert_span = 2}}),
                 QByteArray("warning table.revert_span entries[0].l2ToL1Calls[1].revertSpan\n"));
        QCOMPARE(with({{.revert_span = 2}, {.revert_span = 1}}),
                 QByteArray("warning table.revert_span entries[0].l2ToL1Calls[1].revertSpan\n"));
        QCOMPARE(with({{.revert_span = ~std::uint64_t{0}}, {}}),
                 QByteArray("warning table.revert_span entries[0].l2ToL1Calls[0].revertSpan\n"));
        QCOMPARE(lookup_findings([](LookupSpec& lookup) { lookup.calls = {{.revert_span = 1}}; }),
                 QByteArray(
                     "warning table.revert_span entries[0].expectedLookups[0].l2ToL1Calls[0].revertSpan\n"));
    }

    void lookups() {
        QCOMPARE(lookup_findings([](LookupSpec&) {}), QByteArray());
        QCOMPARE(lookup_findings([](LookupSpec& one) { one.rolling_hash = word_of(1); }),
                 QByteArray("warning table.static_lookup entries[0].expectedLookups[0].rollingHash\n"));
        QCOMPARE(lookup_findings([](LookupSpec& one) {
                     one.calls = {{}};
                     one.count = 1;
                 }),
                 QByteArray("warning table.static_lookup entries[0].expectedLookups[0].callCount\n"));
        QCOMPARE(
            lookup_findings([](LookupSpec& one) { one.nested = {{}}; }),
            QByteArray("warning table.static_lookup entries[0].expectedLookups[0].expectedL1ToL2Calls\n"));
        QCOMPARE(lookup_findings([](LookupSpec& one) { one.call_number = 2; }),
                 QByteArray("warning table.lookup_key entries[0].expectedLookups[0].l2ToL1CallNumber\n"));
        QCOMPARE(
            lookup_findings([](LookupSpec& one) { one.last_nested = 1; }),
            QByteArray("warning table.lookup_key entries[0].expectedLookups[0].lastL1ToL2CallConsumed\n"));
        QCOMPARE(lookup_findings([](LookupSpec& one) { one.executing = 2; }),
                 QByteArray("warning table.lookup_key entries[0].expectedLookups[0].executingLookupIndex\n"));
        QCOMPARE(entry_findings([](EntrySpec& entry) {
                     entry.calls = {{}};
                     entry.count = 1;
                     entry.lookups = {{.hash = word_of(9)}, {.hash = word_of(8)}, {.hash = word_of(9)}};
                 }),
                 QByteArray("warning table.lookup_key entries[0].expectedLookups[2].crossChainCallHash\n"));
    }

    void topLevelLookups() {
        const auto with = [](std::vector<LookupSpec> lookups) {
            return batch_findings([&](BatchSpec& batch) { batch.lookups = lookups; });
        };
        QCOMPARE(with({{.pins = {{1, 1}}}, {.pins = {{1, 2}}}, {}}), QByteArray());
        QCOMPARE(with({{.pins = {{1, 1}}}, {.pins = {{1, 1}}}}),
                 QByteArray("warning table.lookup_key l1ToL2lookupCalls[1].crossChainCallHash\n"));
        QCOMPARE(with({{}, {.pins = {{1, 1}}}, {.hash = word_of(1)}}),
                 QByteArray("warning table.lookup_shadowed l1ToL2lookupCalls[1].crossChainCallHash\n"));
    }

    void advice() {
        QCOMPARE(entry_findings([](EntrySpec& entry) { entry.deltas.clear(); }),
                 QByteArray("warning table.no_state_delta entries[0].stateDeltas\n"));
        QCOMPARE(entry_findings([](EntrySpec& entry) { entry.destination = huge; }),
                 QByteArray("warning table.rollup_id_width entries[0].destinationRollupId\n"
                            "error table.rollup_not_in_batch entries[0].destinationRollupId\n"));
        QCOMPARE(
            batch_findings([](BatchSpec& batch) {
                batch.blobs = {0, 8, 9, huge};
            }),
            QByteArray("warning table.blob_index blobIndices[2]\nwarning table.blob_index blobIndices[3]\n"));
    }

    void l2Tables() {
        QCOMPARE(findings_of(l2_calldata_of({})), QByteArray());
        QCOMPARE(findings_of(l2_calldata_of({{}})),
                 QByteArray("warning table.zero_entry_hash entries[0].proxyEntryHash\n"));
        QCOMPARE(findings_of(l2_calldata_of({{.hash = word_of(1), .count = 2}})),
                 QByteArray("error table.call_count entries[0].callCount\n"));
        QCOMPARE(findings_of(incoming_calldata_of({})), QByteArray("error table.empty_entries entries\n"));
        QCOMPARE(findings_of(incoming_calldata_of({{.hash = word_of(1)}})),
                 QByteArray("warning table.entry_hash entries[0].proxyEntryHash\n"));
        const Hash32 hash = digest::call_hash(6, address_of(0xcc), 0, bytes("01020304"), address_of(0xdd), 0);
        QCOMPARE(findings_of(incoming_calldata_of({{.hash = hash}})), QByteArray());
    }

    void findingsPointAtTheirBytes() {
        const auto table = decoded(calldata_of(
            BatchSpec{.entries = {good_entry(), {.deltas = {{.rollup = 8}}, .rolling_hash = word_of(1)}},
                      .proofs = {}}));
        const std::vector<Finding> findings = transition::check_invariants(*table);
        QCOMPARE(findings.size(), 3U);
        for (const Finding& finding : findings) {
            QVERIFY(finding.range.has_value());
            QVERIFY(!finding.text.empty());
            if (finding.range->length != 0) {
                QCOMPARE(shown(table::field_at(*table, finding.range->offset)->path), shown(finding.place));
            }
        }
        QVERIFY(findings[0].text.ends_with("(InvalidProofSystemConfig). Look at how the poster sorts proof "
                                           "systems, rollups and their indices"));
    }

    void manyFindingsAreCounted() {
        const auto findings =
            transition::check_invariants(*decoded(l2_calldata_of(std::vector<EntrySpec>(1500))));
        QCOMPARE(findings.size(), 1001U);
        QCOMPARE(shown(findings.back().text), QByteArray("500 more findings are left out"));
        QCOMPARE(findings.back().severity, Severity::warning);
    }
};

QTEST_GUILESS_MAIN(TestInvariants)
#include "test_invariants.moc"
