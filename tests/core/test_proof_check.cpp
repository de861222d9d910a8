// The rung `proof` by its proof: public inputs recomputed from what an endpoint reads from contracts at the
// block of the batch, and the proof recovered to the signer named there. Keys are made here and signed with
// by libsecp256k1.
#include "core/crypto/secp256k1.h"
#include "core/digest/public_input.h"
#include "core/digest/table_digests.h"
#include "core/verify/proof_check.h"
#include "core/verify/rules.h"
#include "tests/core/eez_runs.h"
#include "tests/core/ladder_support.h"
#include <secp256k1_recovery.h>

using namespace anchorscope;
using namespace anchorscope::test;
using verify::ProofCheck;

class TestProofCheck : public QObject {
    Q_OBJECT

    static inline const Address manager = address_of(0x101), rollup_contract = address_of(0x102),
                                proof_system = address_of(7);
    static inline const Hash32 vkey = word_of(0x5eed), context_hash = word_of(0xb10c);
    static constexpr std::uint64_t context_time = 1234;

    static Bytes signed_by(const Hash32& key, const Hash32& digest) {
        secp256k1_context* context = secp256k1_context_create(SECP256K1_CONTEXT_NONE);
        secp256k1_ecdsa_recoverable_signature signature{};
        Bytes out(65);
        int recovery = 0;
        if (secp256k1_ecdsa_sign_recoverable(context, &signature, digest.bytes.data(), key.bytes.data(),
                                             nullptr, nullptr) != 1) {
            throw std::runtime_error("not signed");
        }
        secp256k1_ecdsa_recoverable_signature_serialize_compact(context, out.data(), &recovery, &signature);
        secp256k1_context_destroy(context);
        out.back() = static_cast<std::uint8_t>(27 + recovery);
        return out;
    }

    static BatchSpec batch_with(Bytes proof) {
        BatchSpec batch;
        EntrySpec entry;
        entry.deltas = {{1, 5, 6}};
        batch.entries = {entry};
        batch.proofs = {std::move(proof)};
        return batch;
    }

    static Hash32 public_inputs(const table::ExecutionTable& table) {
        const std::vector<digest::RollupInputs> inputs{{{vkey}, context_hash, U256(context_time)}};
        return digest::public_inputs_hash(digest::shared_public_input(table).value(),
                                          digest::accumulated_inputs(*table.batch, 0, inputs).value());
    }

    static Bytes concat(std::initializer_list<Hash32> words) {
        Bytes out;
        for (const Hash32& each : words) {
            append(out, each.view());
        }
        return out;
    }

    /// A signed table, a pinned block in which the manager took some batch, and what an honest endpoint
    /// reads.
    struct Stage {
        Case each;
        Address signer;
        std::map<std::pair<Address, std::string>, Bytes> truth; ///< (contract, selector) → output
    };

    static std::string selector_of(const Bytes& data) { return to_hex(ByteView(data).first(4)); }
    static std::string selector(std::string_view signature) {
        return to_hex(crypto::keccak256(bytes_of(signature)).view().first(4));
    }

    static Stage stage() {
        Stage out;
        const Hash32 key = word_of(0x4646);
        const auto unsigned_table = decoded(calldata_of(batch_with({1})));
        const Bytes proof =
            signed_by(key, public_inputs(*unsigned_table)); // proofs are not in what they prove
        out.signer = crypto::recover_address(public_inputs(*unsigned_table), proof).value();
        out.each.request.table = decoded(calldata_of(batch_with(proof)));
        out.each.request.source = out.each.request.table->source;
        out.each.request.expect.manager = manager;
        out.each.request.rollup_contracts = {{1, rollup_contract}};
        out.each.request.also = {RungId::proof};
        out.each.request.offline = false;
        const chain::Log posted{
            manager, {crypto::keccak256(bytes_of("BatchPosted(uint256)")), word_of(1)}, {}};
        out.each.evidence.blocks = {make_block(made_number, {make({made_chain, address_of(0x103), {9}, 0})},
                                               {make_receipt({posted})})};
        out.each.request.pins = {{made_chain, made_number, out.each.evidence.blocks[0].header.hash, "user"}};
        out.truth = {
            {{rollup_contract, selector("checkProofSystemsAndGetVkeys(address[])")},
             concat({word_of(32), word_of(1), vkey})},
            {{rollup_contract, selector("getTimestampAndBlockHash(uint64)")},
             concat({word_of(context_time), context_hash})},
            {{proof_system, selector("signer()")}, concat({out.signer.to_word()})},
        };
        verify::EndpointState node;
        node.name = "node.example";
        node.chain_id = made_chain;
        out.each.evidence.endpoints = {node};
        return out;
    }

    /// Answers every call that is asked for.
    static void answer(Stage& stage) {
        for (const verify::Need& need : verify::next_needs(stage.each.request, stage.each.evidence)) {
            if (need.kind != verify::NeedKind::call) {
                continue;
            }
            const auto found = stage.truth.find({need.to, selector_of(need.data)});
            stage.each.evidence.calls.push_back(
                {{chain::SourceKind::endpoint, stage.each.evidence.endpoints[need.endpoint].name},
                 need.hash,
                 need.to,
                 need.data,
                 found == stage.truth.end() ? std::nullopt : std::optional(found->second)});
        }
    }

private slots:
    void an_honest_proof() {
        Stage honest = stage();
        QCOMPARE(state(honest.each.report(), RungId::proof), "not_checked proof.contents");
        const ProofCheck open = verify::check_proofs(honest.each.request, honest.each.evidence);
        QVERIFY(open.state == ProofCheck::State::open);
        QCOMPARE(open.missing.size(), std::size_t{3});
        answer(honest);
        QCOMPARE(honest.each.evidence.calls.size(), std::size_t{3});
        const Report report = honest.each.report();
        const verify::Rung& proof = rung(report, RungId::proof);
        QVERIFY2(proof.state == RungState::passed, proof.detail.c_str());
        QVERIFY(proof.basis.kind >= verify::BasisKind::endpoint);
        QVERIFY(std::ranges::find(proof.basis.sources, "node.example") != proof.basis.sources.end());
        QVERIFY(proof.detail.find(honest.signer.hex()) != std::string::npos);
        QVERIFY(has_finding(report, "proof.verified"));
        QCOMPARE(state(report, RungId::execution), "not_checked execution.table_block"); // still not known
        const auto needs = verify::next_needs(honest.each.request, honest.each.evidence);
        QVERIFY(std::ranges::none_of(
            needs, [](const verify::Need& need) { return need.kind == verify::NeedKind::call; }));
    }

    // What a contract answers decides nothing by the word of somebody else's node.
    void a_digest_of_public_inputs_rests_on_the_node() {
        Stage honest = stage();
        honest.each.request.profile = digest::profile_named("public-inputs/0");
        honest.each.request.expected_digest = public_inputs(*honest.each.request.table);
        QCOMPARE(state(honest.each.report(), RungId::digest), "cannot_check digest.profile");
        answer(honest);
        QCOMPARE(state(honest.each.report(), RungId::digest), "not_checked digest.inputs");
        honest.each.evidence.endpoints[0].trusted = true;
        const Report report = honest.each.report();
        QCOMPARE(state(report, RungId::digest), "passed");
        QVERIFY(rung(report, RungId::digest).basis.kind == verify::BasisKind::endpoint);
        honest.each.request.expected_digest->bytes[0] ^= 1U;
        QCOMPARE(state(honest.each.report(), RungId::digest), "failed digest.mismatch");
        honest.each.evidence.endpoints[0].trusted = false;
        QCOMPARE(state(honest.each.report(), RungId::digest), "not_checked digest.inputs");
    }

    void another_signer() {
        Stage lying = stage();
        lying.truth[{proof_system, selector("signer()")}] = concat({address_of(0x999).to_word()});
        answer(lying);
        const Report report = lying.each.report();
        QCOMPARE(state(report, RungId::proof), "not_checked proof.contents");
        QVERIFY(has_finding(report, "proof.signer_differs"));
    }

    void another_context() {
        for (int word_at = 0; word_at < 2; ++word_at) {
            Stage other = stage();
            auto& output = other.truth[{rollup_contract, selector("getTimestampAndBlockHash(uint64)")}];
            output[static_cast<std::size_t>(32 * word_at + 31)] ^= 1U;
            answer(other);
            QVERIFY(has_finding(other.each.report(), "proof.signer_differs"));
            QVERIFY(rung(other.each.report(), RungId::proof).state == RungState::not_checked);
        }
    }

    void answers_of_another_form() {
        const auto vkeys = std::pair{rollup_contract, selector("checkProofSystemsAndGetVkeys(address[])")};
        const auto context = std::pair{rollup_contract, selector("getTimestampAndBlockHash(uint64)")};
        const auto signer = std::pair{proof_system, selector("signer()")};
        Bytes dirty = concat({stage().signer.to_word()});
        dirty[0] = 1;
        const std::vector<std::pair<std::pair<Address, std::string>, Bytes>> bad{
            {vkeys, {}},
            {vkeys, concat({word_of(32), word_of(0)})},
            {vkeys, concat({word_of(32), word_of(2), vkey, vkey})},
            {vkeys, concat({word_of(64), word_of(1), vkey})},
            {vkeys, concat({word_of(32), word_of(1), Hash32{}})}, // knows no key for it
            {vkeys, concat({word_of(32), word_of(1), vkey, vkey})},
            {context, concat({context_hash})},
            {context, concat({context_hash, context_hash, context_hash})},
            {signer, {}},
            {signer, concat({Hash32{}})},
            {signer, dirty},
        };
        for (const auto& [call, output] : bad) {
            Stage broken = stage();
            broken.truth[call] = output;
            answer(broken);
            const Report report = broken.each.report();
            QCOMPARE(state(report, RungId::proof), "not_checked proof.contents");
            QVERIFY(has_finding(report, "proof.not_recomputable"));
        }
    }

    void what_does_not_count() {
        Stage files = stage(); // answers in a file
        answer(files);
        for (verify::CallAnswer& call : files.each.evidence.calls) {
            call.source.kind = chain::SourceKind::file;
        }
        QVERIFY(verify::check_proofs(files.each.request, files.each.evidence).state ==
                ProofCheck::State::open);
        Stage elsewhere = stage(); // read at another block
        answer(elsewhere);
        for (verify::CallAnswer& call : elsewhere.each.evidence.calls) {
            call.block.bytes[0] ^= 1U;
        }
        QVERIFY(verify::check_proofs(elsewhere.each.request, elsewhere.each.evidence).state ==
                ProofCheck::State::open);
        Stage refused = stage(); // reverted: the rollup takes no such proof system
        refused.truth.erase({rollup_contract, selector("checkProofSystemsAndGetVkeys(address[])")});
        answer(refused);
        QCOMPARE(state(refused.each.report(), RungId::proof), "not_checked proof.contents");
        Stage unpinned = stage();
        answer(unpinned);
        unpinned.each.request.pins.clear();
        QCOMPARE(state(unpinned.each.report(), RungId::proof), "not_checked proof.block");
        Stage unstated = stage();
        answer(unstated);
        unstated.each.request.rollup_contracts.clear();
        QCOMPARE(state(unstated.each.report(), RungId::proof), "not_checked proof.contents");
        Stage no_batch = stage();
        answer(no_batch);
        no_batch.each.evidence.blocks[0].receipts[0].logs.clear();
        refit(no_batch.each.evidence.blocks[0]);
        no_batch.each.request.pins[0].hash = no_batch.each.evidence.blocks[0].header.hash;
        QCOMPARE(state(no_batch.each.report(), RungId::proof), "not_checked proof.not_found");
    }

    /// The same proof beside another table.
    void a_proof_of_another_table() {
        Stage changed = stage();
        BatchSpec batch = batch_with({});
        const ByteView proof = changed.each.request.table->batch->proofs[0];
        batch.proofs = {Bytes(proof.begin(), proof.end())};
        batch.entries[0].deltas[0].after = 7;
        changed.each.request.table = decoded(calldata_of(batch));
        changed.each.request.source = changed.each.request.table->source;
        answer(changed);
        QVERIFY(has_finding(changed.each.report(), "proof.signer_differs"));
        QVERIFY(rung(changed.each.report(), RungId::proof).state == RungState::not_checked);
    }

    // ---- proofs that are bound to a block
    void slot_bound_proofs() {
        const auto report_of = [](std::uint64_t bound, std::optional<std::uint64_t> head, bool posted) {
            Stage out = stage();
            BatchSpec batch = batch_with({1});
            batch.block_number = bound;
            const Bytes calldata = calldata_of(batch);
            out.each.request.table = decoded(calldata);
            out.each.request.source = out.each.request.table->source;
            out.each.evidence.endpoints[0].head_number = head;
            if (posted) {
                out.each.evidence.blocks = {
                    make_block(made_number, {make({made_chain, manager, calldata, 0})}, {make_receipt({})})};
                out.each.request.pins[0].hash = out.each.evidence.blocks[0].header.hash;
                out.each.request.slot_clocks = {{made_chain, "stated", 1700000000 - 24, 12, 32}};
            }
            std::string texts;
            for (const Finding& finding : out.each.report().findings) {
                texts += finding.rule.starts_with("slot.proof") ? finding.rule + ": " + finding.text : "";
            }
            return texts;
        };
        QCOMPARE(shown(report_of(0, 400, true)), "");
        QCOMPARE(shown(report_of(100, 356, false)),
                 "slot.proof_bound: The proof is bound to block 100: it can be used up to block 356.");
        QCOMPARE(shown(report_of(100, 357, false)),
                 "slot.proof_expired: Slot-bound proof expired at block 356: it is bound to block 100.");
        QCOMPARE(shown(report_of(~std::uint64_t{0}, 400, false)),
                 "slot.proof_bound: The proof is bound to the block that it is posted in, and to no other.");
        QCOMPARE(shown(report_of(~std::uint64_t{0}, {}, true)),
                 "slot.proof_expired: Slot-bound proof expired at block 41, slot 2: it is bound to that "
                 "block alone.");
        QVERIFY(report_of(~std::uint64_t{0} - 1, 5, false).find("up to block 18446744073709551615") !=
                std::string::npos); // no wrap
    }

    // ---- pre-states
    void pre_states() {
        // The recorded run `multi-call-nested` starts from the state that the rollup was created with.
        const RecordedTable recorded = recorded_table("multi-call-nested", "l1");
        const codec::Json chain_json = json_file("eez/multi-call-nested/l1/chain.json");
        Case each;
        each.request.table = recorded.table;
        each.request.source = recorded.table->source;
        each.request.expect.manager = address(chain_json.at("manager").get<std::string>());
        auto file = chain::read_evidence(chain_json.dump(), "chain.json").value();
        each.evidence.blocks = std::move(file.blocks);
        const Hash32 posting = word(recorded.oracle.at("tx").get<std::string>());
        const auto rules_of = [](const Report& report) {
            std::string out;
            for (const Finding& finding : report.findings) {
                out += finding.rule.starts_with("pre_state.") ? finding.rule + ' ' : "";
            }
            return out;
        };
        QCOMPARE(shown(rules_of(each.report())), ""); // where it was posted is not known
        for (std::size_t index = 0; index < each.evidence.blocks.size(); ++index) {
            if (const auto position = each.evidence.blocks[index].find_transaction(posting)) {
                each.evidence.traces.push_back(
                    {{chain::SourceKind::endpoint, "node.example"},
                     posting,
                     std::make_shared<const chain::CallTrace>(
                         chain::call_trace_from_rpc(
                             chain_json.at("blocks").at(index).at("traces").at(*position))
                             .value())});
            }
        }
        QCOMPARE(shown(rules_of(each.report())), "pre_state.confirmed ");
        for (chain::BlockEvidence& block : each.evidence.blocks) {
            for (chain::Receipt& receipt : block.receipts) {
                for (chain::Log& log : receipt.logs) {
                    if (log.topics[0] ==
                        crypto::keccak256(bytes_of("RollupCreated(uint256,address,bytes32)"))) {
                        log.data.back() ^= 1U;
                        refit(block);
                    }
                }
            }
        }
        QCOMPARE(shown(rules_of(each.report())), "pre_state.contradicted ");
    }
};

QTEST_GUILESS_MAIN(TestProofCheck)
#include "test_proof_check.moc"
