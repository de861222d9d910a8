// Step traces: each step's value follows from its message, the last is the digest, and messages are put
// together as the contracts do. Values of the recorded tables: ethers v6 (oracle.json).
#include "core/crypto/secp256k1.h"
#include "core/digest/step_trace.h"
#include "eez_runs.h"
#include <botan/hash.h>

using namespace anchorscope;
using namespace anchorscope::test;
using digest::DigestKind;
using digest::FoldTag;
using digest::StepTrace;

namespace {

Hash32 botan_keccak(const Bytes& message) {
    const auto hash = Botan::HashFunction::create_or_throw("Keccak-1600(256)");
    hash->update(message);
    Hash32 out;
    hash->final(out.bytes.data());
    return out;
}

Bytes joined(const std::vector<Bytes>& parts) {
    Bytes out;
    for (const Bytes& part : parts) {
        append(out, part);
    }
    return out;
}

Bytes of(const Hash32& hash) { return {hash.bytes.begin(), hash.bytes.end()}; }

QByteArray pieces(const digest::TraceStep& step) {
    QByteArray out;
    for (const digest::PreimagePiece& piece : step.message.pieces) {
        out += (out.isEmpty() ? "" : ", ") + shown(piece.name);
    }
    return out;
}

constexpr std::string_view inputs_text =
    R"({"schema":"anchorscope.public-inputs/1","rollups":[)"
    R"({"rollupId":"1","vkeys":["0x0000000000000000000000000000000000000000000000000000000000000011",)"
    R"("0x0000000000000000000000000000000000000000000000000000000000000012"],)"
    R"("blockHash":"0x0000000000000000000000000000000000000000000000000000000000000022","timestamp":"51"},)"
    R"({"rollupId":"2","vkeys":["0x0000000000000000000000000000000000000000000000000000000000000013"],)"
    R"("blockHash":"0x0000000000000000000000000000000000000000000000000000000000000023","timestamp":"52"}]})";

std::shared_ptr<const table::ExecutionTable> two_systems(Bytes proof) {
    return decoded(calldata_of(BatchSpec{.entries = {{.calls = {{}}}},
                                         .lookups = {{}},
                                         .proof_systems = {address_of(7), address_of(8)},
                                         .rollups = {{U256(1), {0, 1}}, {U256(2), {1}}},
                                         .call_data = {1, 2, 3},
                                         .proofs = {{1}, std::move(proof)}}));
}

} // namespace

class TestStepTrace : public QObject {
    Q_OBJECT

private slots:
    void recorded_tables_trace_to_their_digests() {
        for (const RecordedTable& recorded : recorded_tables()) {
            const std::vector<StepTrace> traces = digest::table_traces(*recorded.table, nullptr, 1000);
            const std::vector<digest::Digest> digests = digest::table_digests(*recorded.table);
            QCOMPARE(traces.size(), digests.size());
            for (std::size_t i = 0; i < traces.size(); ++i) {
                QVERIFY(digest::holds(traces[i], recorded.table->calldata()));
                QVERIFY(traces[i].kind == digests[i].kind);
                QCOMPARE(traces[i].subject, digests[i].subject);
                QCOMPARE(traces[i].value(), digests[i].value);
            }
        }
    }

    void a_changed_step_does_not_hold() {
        const auto table = two_systems({1});
        const digest::ProofInputs inputs = digest::read_proof_inputs(inputs_text, "f").value();
        const StepTrace good = *digest::accumulator_trace(*table, 1, inputs);
        QVERIFY(digest::holds(good, table->calldata()) && good.steps.size() == 2);
        StepTrace changed = good;
        changed.steps[0].after.bytes[0] ^= 1U;
        QVERIFY(!digest::holds(changed, table->calldata()));
        changed = good; // both steps sound, but the second goes on from elsewhere
        changed.steps.erase(changed.steps.begin());
        QVERIFY(!digest::holds(changed, table->calldata()));
        changed = good;
        changed.steps[1].before = word_of(3);
        QVERIFY(!digest::holds(changed, table->calldata()));
    }

    // PROTOCOL 1.4: each step's message, hashed by Botan.
    void rolling_hashes_name_tag_and_number() {
        const Bytes returned{0xaa, 0xbb};
        const std::vector<digest::FoldStep> steps{{FoldTag::call_begin, 1, false, {}},
                                                  {FoldTag::nested_begin, 1, false, {}},
                                                  {FoldTag::nested_end, 1, false, {}},
                                                  {FoldTag::call_end, 1, true, returned}};
        const StepTrace trace = digest::rolling_hash_trace("entries[0]", steps);
        QCOMPARE(trace.value(), digest::rolling_hash(steps));
        QVERIFY(digest::holds(trace, {}));
        Hash32 value;
        for (const std::uint8_t tag : std::array<std::uint8_t, 3>{1, 3, 4}) {
            value = botan_keccak(joined({of(value), {tag}, of(word_of(1))}));
        }
        value = botan_keccak(joined({of(value), {2}, of(word_of(1)), {1}, returned}));
        QCOMPARE(trace.value(), value);
        QCOMPARE(shown(trace.steps[3].name), QByteArray("CALL_END 1"));
        QCOMPARE(pieces(trace.steps[3]), QByteArray("rolling hash, tag, number, success, return data"));
        QCOMPARE(digest::rolling_hash_trace("entries[0]", {}).value(), Hash32{});
    }

    void static_lookups_fold_without_tags() {
        const Bytes first{1, 2, 3};
        const std::vector<digest::CallOutcome> outcomes{{true, first}, {false, {}}};
        const StepTrace trace = digest::static_lookup_trace("lookups[0]", outcomes);
        const Hash32 one = botan_keccak(joined({of(Hash32{}), {1}, first}));
        QCOMPARE(trace.steps[0].after, one);
        QCOMPARE(trace.value(), botan_keccak(joined({of(one), {0}})));
        QCOMPARE(digest::static_lookup_hash(outcomes), trace.value());
        QVERIFY(digest::holds(trace, {}));
        QCOMPARE(digest::static_lookup_hash({}), Hash32{}); // no calls: 0
        QVERIFY(trace.kind == DigestKind::static_lookup_hash);
    }

    void accumulators_go_from_rollup_to_rollup() {
        const auto table = two_systems({1});
        const digest::ProofInputs inputs = digest::read_proof_inputs(inputs_text, "f").value();
        const StepTrace trace = *digest::accumulator_trace(*table, 1, inputs);
        Hash32 acc;
        acc = botan_keccak(
            joined({of(acc), of(word_of(1)), of(word_of(0x12)), of(word_of(0x22)), of(word_of(51))}));
        QCOMPARE(trace.steps[0].after, acc);
        acc = botan_keccak(
            joined({of(acc), of(word_of(2)), of(word_of(0x13)), of(word_of(0x23)), of(word_of(52))}));
        QCOMPARE(trace.value(), acc);
        QCOMPARE(shown(trace.steps[1].name), QByteArray("rollup 2"));
        const StepTrace hash = *digest::public_inputs_trace(*table, 1, inputs);
        QCOMPARE(hash.value(),
                 botan_keccak(joined({of(digest::shared_public_input(*table).value()), of(acc)})));
        QCOMPARE(digest::accumulator_trace(*table, 0, inputs)->steps.size(), 1U);
        QVERIFY(!digest::accumulator_trace(*table, 2, inputs));
    }

    void the_shared_input_is_hashed_piece_by_piece() {
        const auto table = two_systems({1});
        const StepTrace trace = digest::shared_public_input_trace(*table).value();
        QCOMPARE(trace.steps.size(), 2U);
        QCOMPARE(trace.steps[0].after, botan_keccak({1, 2, 3}));
        QCOMPARE(std::get<ByteRange>(trace.steps[0].message.pieces.at(0).content).length, 3U);
        QCOMPARE(trace.value(), digest::shared_public_input(*table).value());
        QVERIFY(digest::holds(trace, table->calldata()));
        QVERIFY(!digest::shared_public_input_trace(*decoded(l2_calldata_of({{}}))));
    }

    // A signature of nobody in particular: recovery gives some address, and the trace says which.
    void a_signature_is_recovered_as_a_step() {
        const digest::ProofInputs inputs = digest::read_proof_inputs(inputs_text, "f").value();
        Bytes proof(65, 1);
        proof.back() = 27;
        const auto table = two_systems(proof);
        QVERIFY(!digest::recovery_trace(*table, 0, inputs)); // a proof of one byte
        const StepTrace trace = digest::recovery_trace(*table, 1, inputs).value();
        const Hash32 hash = digest::public_inputs_trace(*table, 1, inputs)->value();
        QCOMPARE(trace.value(), crypto::recover_address(hash, proof).value().to_word());
        QVERIFY(digest::holds(trace, table->calldata()));
        StepTrace changed = trace;
        changed.steps[0].after = word_of(1);
        QVERIFY(!digest::holds(changed, table->calldata()));
        QByteArrayList kinds;
        for (const StepTrace& one : digest::table_traces(*table, &inputs, 100)) {
            kinds += shown(digest::id(one.kind)) + ' ' + shown(one.subject);
            QVERIFY(digest::holds(one, table->calldata()));
        }
        QCOMPARE(kinds,
                 QByteArrayList({"entry_hash entries[0]", "call_hash entries[0].calls[0]",
                                 "lookup_hash lookups[0]", "shared_public_input batch",
                                 "accumulated_inputs proofSystems[0]", "public_inputs_hash proofSystems[0]",
                                 "accumulated_inputs proofSystems[1]", "public_inputs_hash proofSystems[1]",
                                 "recovered_signer proofs[1]"}));
        QCOMPARE(digest::table_traces(*table, &inputs, 3).size(), 3U);
    }
};

QTEST_GUILESS_MAIN(TestStepTrace)
#include "test_step_trace.moc"
