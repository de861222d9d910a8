// Every rung of the ladder: when it passes, and each lie that must not let it pass. The samples' blocks,
// hashes and logs are recorded from a node (resources/samples/README.md); the made-up blocks are what a
// forger would write.
// Over 500 lines: the ten rungs share their cases, and each lie stands beside the honest case that it bends.
#include "core/verify/rules.h"
#include "tests/core/ladder_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using verify::Policy;

class TestLadder : public QObject {
    Q_OBJECT

    /// Every failed rung says in a few words what is wrong, and has a finding of its own.
    static void tells_failures(const Report& report) {
        for (const verify::Rung& each : report.rungs) {
            if (each.state != RungState::failed) {
                continue;
            }
            QVERIFY2(!each.summary.empty() && each.summary != "failed", each.rule.data());
            QVERIFY(each.summary.size() <= 24); // a button's width
            const auto told = std::ranges::count_if(report.findings, [&each](const Finding& finding) {
                return finding.rule == each.rule && finding.severity == Severity::error;
            });
            QVERIFY2(told == 1 || each.rule == "table.invariant", each.rule.data());
        }
    }

    static void expects(const Case& each, RungId id, const QByteArray& rung_state,
                        const QByteArray& outcome) {
        const Report report = each.report();
        tells_failures(report);
        QCOMPARE(state(report, id), rung_state);
        QCOMPARE(verdict(report), outcome);
    }
    /// A change of the anchoring receipt, in a block that fits again and is pinned, breaks exactly this rule.
    template<class Change>
    static void event_breaks(Change change, const QByteArray& rule) {
        Case each = made_case();
        change(each, each.evidence.blocks[0].receipts[1]);
        follow(each);
        expects(each, RungId::event, "failed " + rule, "mismatch");
    }
    static Hash32 anchor_hash(const Case& each) { return each.evidence.blocks[0].header.hash; }

private slots:
    // ---- the shipped samples, with the verdicts that resources/samples/README.md states
    void samples_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<QByteArray>("headline");
        QTest::addColumn<int>("status");
        QTest::newRow("good") << "deep-reentry" << QByteArray("verified")
                              << QByteArray("Verified; block pinned: sample") << 0;
        QTest::newRow("tampered") << "tampered" << QByteArray("mismatch")
                                  << QByteArray("Mismatch: the table is not the one anchored") << 1;
        QTest::newRow("unanchored") << "unanchored" << QByteArray("unproven")
                                    << QByteArray("Unproven: no anchor to compare with") << 4;
        QTest::newRow("late") << "late" << QByteArray("mismatch")
                              << QByteArray("Mismatch: anchored 3 blocks later") << 1;
        QTest::newRow("rollup") << "rollup-table" << QByteArray("verified")
                                << QByteArray("Verified; block pinned: sample") << 0;
    }
    void samples() {
        QFETCH(QString, id);
        QFETCH(QByteArray, outcome);
        QFETCH(QByteArray, headline);
        QFETCH(int, status);
        const Report report = sample(id.toStdString()).report();
        QCOMPARE(verdict(report), outcome);
        QCOMPARE(shown(report.headline), headline);
        QCOMPARE(verify::exit_status(report), status);
    }

    void good_sample_passes_every_rung_but_finality() {
        const Report report = sample("deep-reentry").report();
        for (const verify::Rung& each : report.rungs) {
            QCOMPARE(shown(name(each.state)), each.id == RungId::finality ? "not_checked" : "passed");
        }
        QCOMPARE(shown(name(rung(report, RungId::block).basis.kind)), "pinned");
        QCOMPARE(shown(name(rung(report, RungId::event).basis.kind)), "case");
        QCOMPARE(shown(report.matched->profile->id), "calldata");
        QVERIFY(report.findings.empty());
    }

    void every_policy_requires_its_rungs() {
        Case each = sample("deep-reentry");
        const std::array<std::size_t, 5> required{2, 3, 4, 5, 6}; // with table
        for (std::size_t index = 0; index < required.size(); ++index) {
            each.request.policy = static_cast<Policy>(index);
            const Report report = each.report();
            QCOMPARE(report.required.size(), required[index]);
            QCOMPARE(verdict(report), index < 4 ? "verified" : "unproven");
        }
        each.request.policy = Policy::digest;
        each.request.pins.clear();
        each.evidence = {};
        const Report digest_only = each.report();
        QCOMPARE(verdict(digest_only), "verified");
        QCOMPARE(shown(digest_only.headline), "Digest matches; event not checked");
        each.request.also = {RungId::slot};
        QCOMPARE(verdict(each.report()), "unproven");
    }

    void malformed_whatever_else() {
        using verify::BrokenPart;
        const std::vector<std::pair<BrokenPart, const char*>> parts{
            {BrokenPart::table, "Malformed: the table does not decode"},
            {BrokenPart::envelope, "Malformed: the envelope cannot be read"},
            {BrokenPart::evidence, "Malformed: the evidence file cannot be read"},
            {BrokenPart::case_file, "Malformed: the case file is not sound"},
            {BrokenPart::option, "Malformed: an option names nothing that is known"}};
        for (const auto& [part, headline] : parts) {
            Case each = sample("deep-reentry");
            each.request.malformed = Error{"hex.digit", "evidence.json: chainId", 7, "no hex"};
            each.request.broken = part;
            const Report report = each.report();
            QCOMPARE(verdict(report), "malformed");
            QCOMPARE(verify::exit_status(report), 3);
            QCOMPARE(shown(report.headline), headline);
            QVERIFY(has_finding(report, "hex.digit"));
        }
    }

    /// Bytes of no format beside a broken evidence file: the rung `table` is not what failed.
    void broken_evidence_is_not_a_broken_table() {
        Case each = made_case();
        each.request.malformed = Error{"hex.digit", "evidence.json: blocks[0]", 7, "no hex"};
        each.request.broken = verify::BrokenPart::evidence;
        const Report report = each.report();
        QCOMPARE(state(report, RungId::table), "cannot_check table.opaque");
        QVERIFY(!finding(report, "hex.digit").range); // of the file, not of the table
        each.request.broken = verify::BrokenPart::table;
        const Report broken = each.report();
        QCOMPARE(state(broken, RungId::table), "failed hex.digit");
        QCOMPARE(shown(rung(broken, RungId::table).summary), "does not decode");
        QCOMPARE(finding(broken, "hex.digit").range, (std::optional(ByteRange{7, 1})));
        tells_failures(broken);
    }

    void a_known_selector_is_never_opaque() {
        Case each = sample("deep-reentry");
        each.request.profile = digest::profile_named("file");
        each.request.envelope->digest = crypto::sha256(each.request.source->file);
        each.request.policy = Policy::digest;
        each.evidence = {};
        QCOMPARE(verdict(each.report()), "verified");
        each.request.table.reset(); // somebody forgot to say that it did not decode
        QCOMPARE(verdict(each.report()), "malformed");
    }

    // ---- table, trajectory
    void opaque_bytes_are_no_table() {
        const Report report = made_case().report();
        QCOMPARE(state(report, RungId::table), "cannot_check table.opaque");
        QCOMPARE(state(report, RungId::proof), "cannot_check table.opaque");
        QCOMPARE(verdict(report), "verified");
    }

    void an_enforced_rule_broken() {
        const Case each = sample("deep-reentry");
        verify::TablePart part = verify::examine_table(*each.request.table);
        part.findings.push_back(
            {"table.call_count", Severity::error, "entries[0]", {}, "2 calls, 3 counted"});
        const auto tree = verify::tree_for(each.request, each.evidence);
        const Report report = verify::verify(each.request, each.evidence, &part, tree.get());
        QCOMPARE(state(report, RungId::table), "failed table.invariant");
        QCOMPARE(shown(rung(report, RungId::table).summary), "1 rule broken");
        QCOMPARE(verdict(report), "mismatch");
        const Report unexamined = verify::verify(each.request, each.evidence, nullptr, tree.get());
        QCOMPARE(verdict(unexamined), "unproven");
    }

    void broken_trajectory() {
        const Report report = sample("tampered").report();
        QCOMPARE(state(report, RungId::trajectory), "failed trajectory.broken");
        const verify::Rung& trajectory = rung(report, RungId::trajectory);
        QVERIFY(trajectory.expected != trajectory.actual);
        QCOMPARE(shown(trajectory.summary), "entry 2, rollup 1"); // resources/samples/README.md
        const Finding stale = finding(report, "trajectory.broken");
        QCOMPARE(shown(stale.place), "entries[2].stateDeltas[0].currentState");
        QVERIFY(stale.range);
        const Case each = sample("tampered");
        QCOMPARE(shown(to_hex(slice(each.request.table->calldata(), *stale.range))),
                 shown(trajectory.actual));
        tells_failures(report);
    }

    void the_log_is_named_in_both_ways_of_counting() {
        const Report report = sample("deep-reentry").report();
        QCOMPARE(shown(rung(report, RungId::event).summary), "log 0 of receipt 2");
        const auto chosen = std::ranges::find(report.anchors, true, &verify::AnchorSeen::chosen);
        QVERIFY(chosen != report.anchors.end() && chosen->log_index);
        const std::string wide =
            "Log 0 of receipt 2 (log index " + std::to_string(*chosen->log_index) + " in the block)";
        QVERIFY2(rung(report, RungId::event).detail.starts_with(wide),
                 rung(report, RungId::event).detail.c_str());
    }

    /// The table that the sample `tampered` was made from: its posting stands in the sample's own block.
    static Case untampered() {
        Case each = sample("tampered");
        const auto& posting = each.evidence.blocks[0].transactions[0];
        const ByteView calldata = posting.input_bytes();
        each.request.source = source_of(to_hex(calldata));
        each.request.table = table::decode_table(each.request.source).value();
        return each;
    }

    void the_table_before_tampering_is_verified() {
        const Report report = untampered().report();
        QCOMPARE(verdict(report), "verified");
        QCOMPARE(state(report, RungId::trajectory), "passed");
        QCOMPARE(state(report, RungId::execution), "passed");
    }

    void an_entry_left_out_breaks_atomicity() {
        Case each = untampered();
        chain::BlockEvidence& block = each.evidence.blocks[0];
        auto& logs = block.receipts[0].logs; // from the last ExecutionConsumed on: the last entry's events
        const auto consumed =
            Hash32::parse("0x207e371295f3ff0efe443424ce128c96f8ecea6a25636fc38ad7c222c446699c").value();
        std::size_t last = logs.size();
        for (std::size_t index = 0; index < logs.size(); ++index) {
            last = !logs[index].topics.empty() && logs[index].topics[0] == consumed ? index : last;
        }
        QVERIFY(last < logs.size());
        logs.resize(last);
        refit(block);
        each.request.envelope->block_hash = block.header.hash;
        each.request.pins = {{77001, block.header.number, block.header.hash, "user"}};
        const Report report = each.report();
        QCOMPARE(state(report, RungId::trajectory), "failed trajectory.not_executed");
        QCOMPARE(verdict(report), "mismatch");
        QCOMPARE(shown(rung(report, RungId::trajectory).summary), "entry 2 left out");
        QCOMPARE(finding(report, "trajectory.not_executed").range,
                 std::optional(each.request.table->entries[2].range));
        tells_failures(report);
    }

    /// A break that would be whole if entry 1 was an alternative not taken, and a tree that says it was.
    static Report with_alternative(const Case& each, bool immediate_only) {
        verify::TablePart part = verify::examine_table(*each.request.table);
        transition::Tree tree = *verify::tree_for(each.request, each.evidence);
        tree.entries[1].state = transition::ExecutionState::not_executed;
        tree.entries[1].skipped_alternative = true;
        transition::TrajectoryStep& last = part.trajectories[0].steps[2];
        last.before = immediate_only ? Hash32{} : part.trajectories[0].steps[1].before;
        last.continues = false;
        return verify::verify(each.request, each.evidence, &part, &tree);
    }

    void a_skipped_alternative_is_a_finding() {
        Case each = untampered();
        const Report report = with_alternative(each, false);
        QCOMPARE(state(report, RungId::trajectory), "passed");
        QVERIFY(has_finding(report, "trajectory.skipped_alternative"));
        QCOMPARE(state(with_alternative(each, true), RungId::trajectory), "failed trajectory.broken");
        each.request.pins.clear(); // a forger's events would excuse anything
        QCOMPARE(state(with_alternative(each, false), RungId::trajectory), "failed trajectory.broken");
    }

    // ---- execution, proof
    void manager_not_stated() {
        Case each = sample("deep-reentry");
        each.request.expect.manager.reset();
        const Report report = each.report();
        QCOMPARE(state(report, RungId::proof), "not_checked manager.not_stated");
        QCOMPARE(state(report, RungId::execution), "not_checked manager.not_stated");
        QCOMPARE(state(report, RungId::slot), "cannot_check slot.table_block");
        QCOMPARE(verdict(report), "verified");
        each.request.also = {RungId::proof};
        QCOMPARE(verdict(each.report()), "unproven");
    }

    void another_manager_is_no_proof() {
        Case each = sample("deep-reentry");
        each.request.expect.manager = made_contract;
        expects(each, RungId::proof, "not_checked proof.not_found", "verified");
        expects(each, RungId::execution, "not_checked execution.table_block", "verified");
    }

    void a_batch_seen_names_no_table() {
        const Report report = sample("tampered").report();
        QCOMPARE(state(report, RungId::proof), "not_checked proof.contents");
        QCOMPARE(state(report, RungId::execution), "not_checked execution.table_block");
    }

    void other_results_than_the_table_expects() {
        Case each = sample("deep-reentry");
        chain::BlockEvidence& block = each.evidence.blocks[0];
        const auto call_result =
            Hash32::parse("0x6ab31fd4e1fedcfcbb1a56d82ca9c2aa41d65466dff790e7287a415348b75765").value();
        auto& logs = block.receipts[0].logs;
        const auto log =
            std::ranges::find_if(logs, [&](const chain::Log& one) { return one.topics[0] == call_result; });
        QVERIFY(log != logs.end());
        log->data[31] ^= 1U; // success
        refit(block);
        each.request.envelope->block_hash = block.header.hash;
        each.request.pins = {{77001, block.header.number, block.header.hash, "user"}};
        expects(each, RungId::execution, "failed execution.differs", "mismatch");
        const Report report = each.report();
        QCOMPARE(shown(rung(report, RungId::execution).summary), "entry 0 differs");
        const Finding difference = finding(report, "execution.differs");
        QCOMPARE(shown(difference.place), "entries[0].rollingHash");
        QCOMPARE(shown(to_hex(slice(each.request.table->calldata(), *difference.range))),
                 shown(each.request.table->entries[0].rolling_hash.hex()));
    }

    void proof_and_execution_need_an_authentic_block() {
        Case each = sample("deep-reentry");
        each.request.pins.clear();
        each.request.policy = Policy::inclusion;
        Report report = each.report();
        QCOMPARE(state(report, RungId::proof), "not_checked proof.block");
        QCOMPARE(state(report, RungId::execution), "not_checked proof.block");
        QCOMPARE(state(report, RungId::slot), "cannot_check slot.unauthentic");
        QCOMPARE(verdict(report), "verified"); // as required: inclusion
        QCOMPARE(shown(report.headline), "Included; block not authenticated");
        each.request.also = {RungId::proof};
        QCOMPARE(verdict(each.report()), "unproven");
        each.request.also = {RungId::execution};
        QCOMPARE(verdict(each.report()), "unproven");
    }

    void a_forged_posting_beside_a_pinned_anchor() {
        Case each = sample("late");
        each.request.slot_tolerance = 3;
        each.request.also = {RungId::proof, RungId::execution, RungId::slot};
        QCOMPARE(verdict(each.report()), "verified");
        std::erase_if(each.request.pins, [](const verify::Pin& pin) { return pin.number == 71; });
        const Report report = each.report();
        QCOMPARE(state(report, RungId::proof), "not_checked proof.block");
        QCOMPARE(state(report, RungId::slot), "cannot_check slot.unauthentic");
        QCOMPARE(verdict(report), "unproven");
    }

    void a_true_posting_beside_an_anchor_that_nobody_vouches_for() {
        Case each = sample("late");
        std::erase_if(each.request.pins, [](const verify::Pin& pin) { return pin.number == 74; });
        const Report report = each.report();
        QCOMPARE(state(report, RungId::proof), "passed");
        QCOMPARE(state(report, RungId::slot), "cannot_check slot.unauthentic");
        QCOMPARE(verdict(report), "unproven"); // not late: who knows when it was anchored
    }

    void a_reverted_posting_is_no_proof() {
        Case each = sample("late");
        chain::BlockEvidence& block = each.evidence.blocks[0];
        QCOMPARE(block.header.number, std::uint64_t{71});
        block.receipts[0].succeeded = false;
        refit(block);
        each.request.pins[0].hash = block.header.hash;
        expects(each, RungId::proof, "not_checked proof.reverted", "verified");
    }

    void a_posting_signed_for_another_chain() {
        Case each = sample("late");
        chain::BlockEvidence& block = each.evidence.blocks[0];
        const ByteView calldata = each.request.table->calldata();
        block.transactions[0] =
            make({5, *each.request.expect.manager, Bytes(calldata.begin(), calldata.end()), 0});
        refit(block);
        each.request.pins[0].hash = block.header.hash;
        expects(each, RungId::proof, "failed proof.chain_id", "mismatch");
    }

    // ---- digest
    void digest_of_other_bytes() {
        Case each = made_case();
        each.request.source = source_of("an observation that is no table!", "observation.txt");
        expects(each, RungId::digest, "failed digest.mismatch", "mismatch");
        QCOMPARE(shown(each.report().headline), "Mismatch: the bytes are not those anchored");
    }

    void the_declared_function_is_binding() {
        Case each = made_case();
        each.request.envelope->hash_function = crypto::HashFunction::keccak_256;
        expects(each, RungId::digest, "failed digest.mismatch", "mismatch");
    }

    void a_digest_alone_is_tried_with_every_function() {
        Case each = sample("deep-reentry");
        each.request.envelope.reset();
        each.request.policy = Policy::digest;
        for (const auto function : crypto::all_hash_functions) {
            each.request.expected_digest = crypto::hash(function, each.request.table->calldata());
            const Report report = each.report();
            QCOMPARE(verdict(report), "verified");
            QVERIFY(report.matched->function == function);
            QCOMPARE(report.observations.size(), std::size_t{12}); // four profiles
        }
        each.request.expected_digest = Hash32{};
        QCOMPARE(verdict(each.report()), "mismatch");
    }

    void a_profile_restricts_the_search() {
        Case each = sample("deep-reentry");
        each.request.profile = digest::profile_named("file");
        expects(each, RungId::digest, "failed digest.mismatch", "mismatch");
        Case opaque = made_case();
        opaque.request.profile = digest::profile_named("abi-batch");
        expects(opaque, RungId::digest, "cannot_check digest.profile", "unproven");
    }

    void envelope_and_user_must_expect_the_same() {
        Case each = made_case();
        each.request.expected_digest = each.request.envelope->digest;
        QCOMPARE(verdict(each.report()), "verified");
        each.request.expected_digest->bytes[31] ^= 1U;
        expects(each, RungId::digest, "failed digest.expectations_differ", "mismatch");
    }

    void nothing_expected_mentions_what_evidence_holds() {
        Case each = sample("deep-reentry");
        each.request.envelope.reset();
        const Report report = each.report();
        QCOMPARE(state(report, RungId::digest), "not_checked digest.nothing_expected");
        QCOMPARE(verdict(report), "unproven");
        QVERIFY(rung(report, RungId::digest).detail.find("in block 41") != std::string::npos);
    }

    // ---- event: each demand of ERC-8281
    void event_demands() {
        event_breaks([](Case&, chain::Receipt& receipt) { receipt.succeeded = false; }, "event.reverted");
        event_breaks([](Case& each, chain::Receipt&) { each.request.envelope->receipt_log_position = 2; },
                     "event.log_position");
        event_breaks([](Case& each,
                        chain::Receipt&) { each.request.envelope->receipt_log_position = ~std::uint64_t{0}; },
                     "event.log_position");
        event_breaks([](Case& each, chain::Receipt&) { each.request.envelope->receipt_log_position = 0; },
                     "event.topic0");
        event_breaks([](Case&, chain::Receipt& receipt) { receipt.logs[1].address.bytes[0] ^= 1U; },
                     "event.contract_mismatch");
        event_breaks([](Case&, chain::Receipt& receipt) { receipt.logs[1].topics[0].bytes[5] ^= 1U; },
                     "event.topic0");
        event_breaks([](Case&, chain::Receipt& receipt) { receipt.logs[1].topics.pop_back(); },
                     "event.topic_count");
        event_breaks([](Case&, chain::Receipt& receipt) { receipt.logs[1].topics.push_back({}); },
                     "event.topic_count");
        event_breaks([](Case&, chain::Receipt& receipt) { receipt.logs[1].topics[2].bytes[0] = 1; },
                     "event.dirty_topic");
        event_breaks([](Case&, chain::Receipt& receipt) { receipt.logs[1].data = {0}; }, "event.data");
        event_breaks([](Case&, chain::Receipt& receipt) { receipt.logs[1].topics[1].bytes[9] ^= 1U; },
                     "event.digest_mismatch");
        event_breaks([](Case&, chain::Receipt& receipt) { receipt.logs[1].topics[2].bytes[31] ^= 1U; },
                     "event.committer_mismatch");
        event_breaks([](Case& each, chain::Receipt&) { each.request.envelope->committer->bytes[3] ^= 1U; },
                     "event.committer_mismatch");
        event_breaks([](Case& each, chain::Receipt&) { each.request.envelope->block_number = 42; },
                     "event.block_number");
    }

    void event_in_another_block_than_stated() {
        Case each = made_case();
        each.request.envelope->block_hash->bytes[0] ^= 1U;
        expects(each, RungId::event, "failed event.block_hash", "mismatch");
    }

    void event_of_a_removed_log() {
        Case each = made_case();
        each.evidence.blocks[0].contradictions.push_back(
            {chain::rules::rpc_removed, "receipts[1].logs[1].removed", "true", "false"});
        expects(each, RungId::event, "failed event.removed", "mismatch");
    }

    void event_on_another_chain() {
        Case file = made_case();
        file.evidence.file_chain_id = 5;
        expects(file, RungId::event, "failed event.chain_id", "mismatch");
        Case signed_for = made_case();
        signed_for.evidence.blocks[0].transactions[0] = make({5, made_contract, {}, 0});
        follow(signed_for);
        expects(signed_for, RungId::event, "failed event.chain_id", "mismatch");
        Case claimed = made_case(); // the envelope names another chain than the transaction is signed for
        claimed.request.envelope->chain_id = 1;
        claimed.request.pins[0].chain_id.reset();
        claimed.evidence.file_chain_id.reset();
        expects(claimed, RungId::event, "failed event.chain_id", "mismatch");
        Case asked = made_case();
        asked.evidence.endpoints.push_back(endpoint("a.example:443", made_number, anchor_hash(asked)));
        asked.evidence.endpoints[0].chain_id = 1;
        expects(asked, RungId::event, "failed event.chain_id", "mismatch");
    }

    void event_against_the_users_expectations() {
        Case chain = made_case();
        chain.request.expect.chain_id = 1;
        expects(chain, RungId::event, "failed event.chain_id", "mismatch");
        Case contract = made_case();
        contract.request.expect.contract = made_committer;
        expects(contract, RungId::event, "failed event.contract_mismatch", "mismatch");
        Case committer = made_case();
        committer.request.expect.committer = made_contract;
        expects(committer, RungId::event, "failed event.committer_mismatch", "mismatch");
        for (Case* each :
             {&chain, &contract, &committer}) { // the envelope alone contradicts, without any evidence
            each->evidence = {};
            QCOMPARE(verdict(each->report()), "mismatch");
        }
    }

    void an_unknown_contract_is_named() {
        Case each = made_case();
        each.request.expect.contract.reset();
        const Report report = each.report();
        QCOMPARE(verdict(report), "verified");
        QVERIFY(has_finding(report, "contract.unknown"));
        QCOMPARE(shown(report.headline), "Verified; block pinned: user, by an unknown contract");
    }

    void a_transaction_that_is_not_in_its_block() {
        Case each = made_case(); // the envelope's own block, with all transactions, does not hold it
        each.request.envelope->tx_hash->bytes[0] ^= 1U;
        expects(each, RungId::event, "failed event.transaction_hash", "mismatch");
        each.request.envelope->block_hash.reset(); // the pinned block of that number does not hold it either
        expects(each, RungId::event, "failed event.transaction_hash", "mismatch");
        each.request.pins.clear(); // now nobody says that this is the block
        expects(each, RungId::event, "not_checked event.receipt_missing", "unproven");
    }

    void no_receipt_is_no_proof_of_absence() {
        Case each = made_case();
        each.evidence.blocks.clear();
        expects(each, RungId::event, "not_checked event.receipt_missing", "unproven");
        each.evidence.endpoints.push_back(endpoint("a.example:443", made_number, std::nullopt));
        each.evidence.endpoints[0].receipts[*each.request.envelope->tx_hash] = std::nullopt;
        expects(each, RungId::event, "not_checked event.receipt_missing", "unproven");
    }

    void a_digest_alone_searches_the_receipt() {
        Case each = made_case();
        each.request.expected_digest = each.request.envelope->digest;
        each.request.anchor_tx = each.request.envelope->tx_hash;
        each.request.envelope.reset();
        const Report report = each.report();
        QCOMPARE(verdict(report), "verified");
        QVERIFY(report.anchors[0].chosen && report.anchors[0].equal);
        QCOMPARE(report.anchors[0].position, std::size_t{1});
        each.request.anchor_tx = each.evidence.blocks[0].transactions[0].hash; // there, nothing is logged
        expects(each, RungId::event, "not_checked event.not_found", "unproven");
        each.request.anchor_tx.reset(); // anywhere in evidence
        QCOMPARE(verdict(each.report()), "verified");
        each.request.expect.contract = made_committer;
        expects(each, RungId::event, "failed event.contract_mismatch", "mismatch");
    }

    void several_logs_with_the_digest() {
        Case each = made_case();
        auto& logs = each.evidence.blocks[0].receipts[1].logs;
        logs.insert(logs.begin(), recorded_log(made_committer, each.request.envelope->digest, made_contract));
        follow(each);
        each.request.expected_digest = each.request.envelope->digest;
        each.request.anchor_tx = each.request.envelope->tx_hash;
        each.request.envelope.reset();
        const Report report = each.report();
        QCOMPARE(verdict(report), "verified"); // the one by the stated contract is chosen
        QVERIFY(has_finding(report, "event.several"));
        QVERIFY(!report.anchors[0].chosen && report.anchors[1].chosen);
    }

    void the_draft_generation_is_named_and_not_accepted() {
        Case each = made_case();
        const auto& kind = anchor::anchor_event_kinds()[1];
        QCOMPARE(shown(kind.id), "ocp.recorded-v0");
        chain::Log& log = each.evidence.blocks[0].receipts[1].logs[1];
        log.topics[0] = anchor::topic0(kind);
        log.data.assign(32, 0);
        follow(each);
        expects(each, RungId::event, "failed event.topic0", "mismatch");
        QVERIFY(has_finding(each.report(), "event.not_conformant"));
    }

    // ---- inclusion
    void contents_that_do_not_give_the_roots() {
        Case receipts = made_case();
        receipts.evidence.blocks[0].receipts[0].cumulative_gas_used += 1;
        receipts.evidence.blocks[0].seal();
        expects(receipts, RungId::inclusion, "failed inclusion.receipts_root", "mismatch");
        Case transactions = made_case();
        transactions.evidence.blocks[0].transactions[0] = make({made_chain, made_contract, {9}, 0});
        transactions.evidence.blocks[0].seal();
        expects(transactions, RungId::inclusion, "failed inclusion.transactions_root", "mismatch");
        Case fewer = made_case();
        fewer.evidence.blocks[0].transactions.erase(fewer.evidence.blocks[0].transactions.begin());
        fewer.evidence.blocks[0].seal();
        expects(fewer, RungId::inclusion, "failed inclusion.count", "mismatch");
        Case claimed = made_case();
        claimed.evidence.blocks[0].contradictions.push_back(
            {chain::rules::rpc_hash, "block.hash", Hash32{}.hex(), ""});
        expects(claimed, RungId::inclusion, "failed inclusion.block_hash", "mismatch");
    }

    void bodies_missing() {
        Case each = made_case();
        each.evidence.blocks[0].transactions.clear();
        each.evidence.blocks[0].bodies_known = false;
        each.evidence.blocks[0].seal();
        const Report report = each.report();
        QCOMPARE(state(report, RungId::event), "cannot_check event.transaction_unbound");
        QCOMPARE(state(report, RungId::inclusion), "cannot_check inclusion.bodies");
        QCOMPARE(verdict(report), "unproven");
    }

    void a_lone_receipt_proves_no_inclusion() {
        Case each = made_case();
        verify::LoneReceipt lone;
        lone.source = {chain::SourceKind::endpoint, "a.example:443"};
        lone.chain_id = made_chain;
        lone.asked = lone.transaction_hash = *each.request.envelope->tx_hash;
        lone.block_hash = *each.request.envelope->block_hash;
        lone.block_number = made_number;
        lone.receipt = each.evidence.blocks[0].receipts[1];
        each.evidence.blocks.clear();
        each.evidence.lone_receipts = {lone};
        const Report report = each.report(); // pinned, and still: nothing binds the receipt to the block
        QCOMPARE(state(report, RungId::event), "passed");
        QCOMPARE(state(report, RungId::inclusion), "not_checked inclusion.lone_receipt");
        QCOMPARE(state(report, RungId::block), "not_checked inclusion.no_block");
        QCOMPARE(verdict(report), "unproven");
        QCOMPARE(shown(report.headline), "Digest and event match; inclusion not checked");
        each.evidence.lone_receipts[0].transaction_hash.bytes[0] ^= 1U;
        expects(each, RungId::event, "failed event.transaction_hash", "mismatch");
        each.evidence.lone_receipts = {lone};
        each.evidence.lone_receipts[0].chain_id.reset();
        expects(each, RungId::event, "cannot_check event.chain_id", "unproven");
        each.evidence.lone_receipts[0].chain_id = 1;
        expects(each, RungId::event, "failed event.chain_id", "mismatch");
        each.evidence.lone_receipts = {lone};
        each.evidence.lone_receipts[0].removed = true;
        expects(each, RungId::event, "failed event.removed", "mismatch");
    }

    // ---- block
    void nobody_vouches_offline() {
        Case each = sample("deep-reentry");
        each.request.pins.clear();
        const Report report = each.report();
        QCOMPARE(state(report, RungId::block), "cannot_check block.no_authority");
        QCOMPARE(verdict(report), "unproven");
        QCOMPARE(verify::exit_status(report), 4);
        QVERIFY(report.reason.find("Pin the block or name a trusted endpoint.") != std::string::npos);
    }

    void pins() {
        Case other_hash = made_case();
        other_hash.request.pins[0].hash.bytes[0] ^= 1U;
        expects(other_hash, RungId::block, "failed block.pin", "mismatch");
        Case other_chain = made_case();
        other_chain.request.pins[0].chain_id = 1;
        expects(other_chain, RungId::block, "cannot_check block.no_authority", "unproven");
        QVERIFY(has_finding(other_chain.report(), "pin.unused"));
        Case other_number = made_case();
        other_number.request.pins[0].number = 40;
        expects(other_number, RungId::block, "cannot_check block.no_authority", "unproven");
        Case any_chain = made_case();
        any_chain.request.pins[0].chain_id.reset();
        expects(any_chain, RungId::block, "passed", "verified");
        Case contradicting = made_case();
        contradicting.request.pins.push_back({made_chain, made_number, Hash32{}, "user"});
        expects(contradicting, RungId::block, "failed block.pin", "mismatch");
        Case beside = made_case();
        beside.request.pins.push_back({made_chain, 99, Hash32{}, "user"});
        expects(beside, RungId::block, "passed", "verified");
        QVERIFY(has_finding(beside.report(), "pin.unused"));
    }

    void endpoints() {
        Case each = made_case();
        each.request.pins.clear();
        const Hash32 hash = anchor_hash(each);
        auto& endpoints = each.evidence.endpoints;
        endpoints = {endpoint("a.example:443", made_number, hash)};
        Report report = each.report();
        QCOMPARE(state(report, RungId::block), "not_checked block.only_one");
        QCOMPARE(verdict(report), "unproven");
        QCOMPARE(shown(report.headline), "Included, if a.example:443 is honest");

        endpoints.push_back(endpoint("A.example:8545", made_number, hash)); // the same host
        expects(each, RungId::block, "not_checked block.only_one", "unproven");

        endpoints.push_back(endpoint("b.example", made_number, hash));
        report = each.report();
        QCOMPARE(verdict(report), "verified");
        QCOMPARE(shown(report.headline), "Verified; block by 2 endpoints");

        endpoints.push_back(endpoint("c.example", made_number, hash));
        endpoints.back().canonical.clear(); // named, and silent
        expects(each, RungId::block, "not_checked block.no_quorum", "unproven");
        each.request.quorum = 2;
        expects(each, RungId::block, "passed", "verified");
        each.request.quorum = 1; // two at least
        endpoints = {endpoint("a.example:443", made_number, hash)};
        expects(each, RungId::block, "not_checked block.only_one", "unproven");
        endpoints[0].trusted = true;
        report = each.report();
        QCOMPARE(shown(report.headline), "Verified; block by your node a.example:443");
    }

    void one_machine_under_many_names_is_one_voice() {
        Case each = made_case();
        each.request.pins.clear();
        const Hash32 hash = anchor_hash(each);
        for (const char* name : {"127.0.0.1:8545", "localhost:8546", "LOCALHOST.:1", "127.1.2.3",
                                 "[::1]:8545", "node.localhost", "[::ffff:127.0.0.1]:80", "0.0.0.0:8545"}) {
            each.evidence.endpoints.push_back(endpoint(name, made_number, hash));
        }
        expects(each, RungId::block, "not_checked block.only_one", "unproven");
    }

    void dissent_is_shown_and_never_overruled_silently() {
        Case each = made_case();
        each.request.pins.clear();
        const Hash32 hash = anchor_hash(each);
        auto& endpoints = each.evidence.endpoints;
        endpoints = {endpoint("a.example", made_number, hash), endpoint("b.example", made_number, hash),
                     endpoint("c.example", made_number, Hash32{})};
        Report report = each.report();
        QCOMPARE(state(report, RungId::block), "not_checked block.no_quorum");
        QVERIFY(has_finding(report, "block.dissent"));
        QCOMPARE(verdict(report), "unproven");

        endpoints[2].trusted = true;
        expects(each, RungId::block, "failed block.not_canonical", "mismatch");
        endpoints = {endpoint("b.example", made_number, Hash32{}),
                     endpoint("c.example", made_number, Hash32{})};
        expects(each, RungId::block, "failed block.not_canonical", "mismatch");
        endpoints.pop_back(); // one stranger's word makes no mismatch
        expects(each, RungId::block, "not_checked block.only_one", "unproven");
        endpoints = {endpoint("a.example", made_number, hash), endpoint("a.example:1", made_number, Hash32{}),
                     endpoint("b.example", made_number, hash)}; // a host that says both
        expects(each, RungId::block, "not_checked block.only_one", "unproven");
        each.request.quorum = 2;
        endpoints = {endpoint("a.example", made_number, hash), endpoint("b.example", made_number, hash),
                     endpoint("c.example", made_number, Hash32{}),
                     endpoint("d.example", made_number, Hash32{})};
        expects(each, RungId::block, "not_checked block.no_quorum", "unproven");
    }

    void endpoints_of_unknown_chain_have_no_voice() {
        Case each = made_case();
        each.request.pins.clear();
        each.evidence.endpoints = {endpoint("a.example", made_number, anchor_hash(each)),
                                   endpoint("b.example", made_number, anchor_hash(each))};
        each.evidence.endpoints[1].chain_id.reset();
        expects(each, RungId::block, "not_checked block.only_one", "unproven");
    }

    void no_endpoint_answered() {
        Case each = made_case();
        each.request.pins.clear();
        each.evidence.blocks.clear();
        verify::EndpointState silent;
        silent.name = "a.example";
        silent.failure = "connection refused";
        each.evidence.endpoints = {silent};
        const Report report = each.report();
        QCOMPARE(verdict(report), "unproven");
        QCOMPARE(verify::exit_status(report), 5);
        QVERIFY(has_finding(report, "endpoint.failed"));
    }

    // ---- slot
    /// What an endpoint says beside the block changes no verdict, and is named where it is not so.
    void lies_told_in_passing() {
        Case each = made_case();
        const chain::BlockEvidence& block = each.evidence.blocks[0];
        const Hash32 transaction = block.transactions[1].hash;
        verify::EndpointState node = endpoint("node:8545", made_number, block.header.hash, made_number);
        node.receipts[transaction] = {transaction, block.header.hash, made_number};
        each.evidence.endpoints = {node};
        verify::LoneReceipt honest;
        honest.source = {chain::SourceKind::endpoint, "node:8545"};
        honest.chain_id = made_chain;
        honest.asked = honest.transaction_hash = transaction;
        honest.block_hash = block.header.hash;
        honest.block_number = made_number;
        honest.receipt = block.receipts[1];
        honest.receipt.type = 0; // as lone receipts are read
        honest.receipt.cumulative_gas_used = 0;
        each.evidence.lone_receipts = {honest};
        const Report sound = each.report();
        QCOMPARE(verdict(sound), "verified");
        QVERIFY(!has_finding(sound, "endpoint.receipt_differs"));
        const auto differs = [&each, &honest](auto change, std::string_view words) {
            verify::LoneReceipt lied = honest;
            change(lied);
            each.evidence.lone_receipts = {lied};
            const Report report = each.report();
            QCOMPARE(verdict(report), "verified");
            const Finding named = finding(report, "endpoint.receipt_differs");
            QVERIFY2(named.text.find(words) != std::string::npos, named.text.c_str());
            QCOMPARE(shown(named.place), "node:8545");
        };
        differs([](verify::LoneReceipt& lone) { lone.receipt.succeeded = false; }, "another status");
        differs([](verify::LoneReceipt& lone) { lone.removed = true; }, "removed");
        differs([](verify::LoneReceipt& lone) { lone.receipt.logs.pop_back(); }, "1 log instead of 2");
        differs([](verify::LoneReceipt& lone) { lone.receipt.logs[1].data = {1}; }, "another log 1");
        differs([](verify::LoneReceipt& lone) { lone.receipt.logs[0].address = made_committer; },
                "another log 0");
        differs([](verify::LoneReceipt& lone) { ++lone.block_number; }, "block 42");
        differs([](verify::LoneReceipt& lone) { lone.block_hash = {}; }, "the block hash 0x0000");
        each.evidence.lone_receipts.clear();
        each.evidence.endpoints[0].receipts[transaction].reset();
        each.evidence.blocks[0].source = {chain::SourceKind::endpoint, "node:8545"};
        each.evidence.endpoints[0].canonical[made_number].reset();
        const Report denied = each.report();
        QCOMPARE(verdict(denied), "verified"); // by the pin
        QVERIFY(has_finding(denied, "endpoint.receipt_denied"));
        QVERIFY(has_finding(denied, "endpoint.block_denied"));
    }

    void slot_by_block_numbers() {
        Case each = sample("late");
        expects(each, RungId::slot, "failed slot.late", "mismatch");
        each.request.slot_tolerance = 2;
        expects(each, RungId::slot, "failed slot.late", "mismatch");
        each.request.slot_tolerance = 3;
        expects(each, RungId::slot, "passed", "verified");
        each.request.slot_tolerance = ~std::uint64_t{0};
        expects(each, RungId::slot, "passed", "verified");
    }

    /// Table and anchor in two made-up blocks of the mainnet, `late` seconds apart.
    static Case two_blocks(std::int64_t late) {
        constexpr std::uint64_t genesis = 1606824023; // of the mainnet's beacon chain (PROTOCOL 3)
        const std::uint64_t posted = genesis + std::uint64_t{12} * 1000;
        Case each = sample("deep-reentry");
        const ByteView calldata = each.request.table->calldata();
        const auto posting =
            make({1, *each.request.expect.manager, Bytes(calldata.begin(), calldata.end()), 0});
        const auto anchoring = make({1, made_contract, {}, 1});
        each.evidence.blocks = {
            make_block(100, {posting}, {make_receipt({})}, posted),
            make_block(
                late < 0 ? 99 : 101, {anchoring},
                {make_receipt({recorded_log(*each.request.expect.contract, each.request.envelope->digest,
                                            *each.request.envelope->committer)})},
                static_cast<std::uint64_t>(static_cast<std::int64_t>(posted) + late))};
        each.evidence.file_chain_id = 1;
        anchor::Envelope& envelope = *each.request.envelope;
        envelope.chain_id = 1;
        envelope.tx_hash = anchoring.hash;
        envelope.block_number = each.evidence.blocks[1].header.number;
        envelope.block_hash = each.evidence.blocks[1].header.hash;
        each.request.pins.clear();
        for (const auto& block : each.evidence.blocks) {
            each.request.pins.push_back({1, block.header.number, block.header.hash, "user"});
        }
        return each;
    }

    void slot_by_the_clock() {
        expects(two_blocks(24), RungId::slot, "failed slot.late", "mismatch");
        QCOMPARE(shown(two_blocks(24).report().headline), "Mismatch: anchored 2 slots later");
        Case tolerated = two_blocks(24);
        tolerated.request.slot_tolerance = 2;
        expects(tolerated, RungId::slot, "passed", "verified");
        expects(two_blocks(0), RungId::slot, "passed", "verified");
        const Case before = two_blocks(-12);
        expects(before, RungId::slot, "passed", "verified");
        QVERIFY(has_finding(before.report(), "slot.pre_commitment"));
        expects(two_blocks(5), RungId::slot, "cannot_check slot.no_slot", "verified");
    }

    // ---- finality
    void finality() {
        Case each = made_case();
        const Hash32 hash = anchor_hash(each);
        each.request.policy = Policy::final_;
        expects(each, RungId::finality, "not_checked finality.not_read", "unproven");
        each.evidence.endpoints = {endpoint("a.example", made_number, hash, made_number)};
        expects(each, RungId::finality, "passed", "verified");
        QVERIFY(each.report().final_);

        each.evidence.endpoints[0].finalized_number = made_number - 1;
        expects(each, RungId::finality, "passed_not_final finality.head", "unproven");
        each.request.policy = Policy::block;
        const Report not_final = each.report();
        QCOMPARE(verdict(not_final), "verified");
        QVERIFY(!not_final.final_ && not_final.reason.starts_with("Match, not final."));

        each.evidence.endpoints[0].finalized_number.reset();
        expects(each, RungId::finality, "not_checked finality.not_read", "verified");
        each.evidence.endpoints[0].finality_unsupported = true;
        expects(each, RungId::finality, "cannot_check finality.unsupported", "verified");
        each.evidence.endpoints[0].canonical[made_number] = Hash32{};
        expects(each, RungId::finality, "not_checked finality.dissent",
                "verified"); // pinned; a stranger dissents
        each.evidence.endpoints[0].trusted = true;
        expects(each, RungId::finality, "failed finality.not_canonical", "mismatch");
    }

    void finality_rests_on_the_block() {
        Case each = made_case();
        each.request.pins.clear();
        each.request.policy = Policy::final_;
        each.evidence.endpoints = {endpoint("a.example", made_number, anchor_hash(each), 1000)};
        expects(each, RungId::finality, "not_checked finality.block", "unproven");
        each.evidence.endpoints.push_back(endpoint("b.example", made_number, anchor_hash(each), 10));
        expects(each, RungId::finality, "passed_not_final finality.head",
                "unproven"); // the lower head counts
        each.evidence.endpoints[1].finalized_number = 1000;
        expects(each, RungId::finality, "passed", "verified");
    }

    // ---- forgers
    void self_consistent_forgeries_are_never_verified() {
        Random random(8281);
        for (int round = 0; round < 200; ++round) {
            Case each = made_case();
            const std::vector<verify::Pin> true_pins = each.request.pins;
            chain::BlockEvidence& block = each.evidence.blocks[0];
            for (chain::Log& log :
                 block.receipts[1].logs) { // anything may be forged, as long as it fits together
                log.data.resize(log.topics.size() == 3 ? 0 : random() % 40);
            }
            block.receipts[0].cumulative_gas_used = random();
            block.header.timestamp = random();
            block.transactions[0] =
                make({made_chain, made_contract, random_bytes(random, random() % 50), random()});
            follow(each);
            each.request.pins = round % 2 == 0 ? std::vector<verify::Pin>{} : true_pins;
            if (round % 3 == 0) { // one liar beside
                each.evidence.endpoints = {endpoint("liar.example", made_number, block.header.hash, 1000)};
            }
            each.request.policy = round % 5 == 0 ? Policy::final_ : Policy::block;
            const Report report = each.report();
            QVERIFY(report.verdict != Verdict::verified);
            QCOMPARE(state(report, RungId::inclusion), "passed");
        }
    }

    void fields_swapped_between_two_true_blocks() {
        const Case good = sample("late"); // two pinned blocks
        Case control = good;
        control.request.slot_tolerance = 3;
        QCOMPARE(verdict(control.report()), "verified");
        const auto never = [&](auto change) {
            Case each = control;
            change(each.evidence.blocks[0], each.evidence.blocks[1]);
            each.evidence.blocks[0].seal();
            each.evidence.blocks[1].seal();
            QVERIFY(each.report().verdict != Verdict::verified);
        };
        never([](auto& a, auto& b) { std::swap(a.header, b.header); });
        never([](auto& a, auto& b) { std::swap(a.receipts, b.receipts); });
        never([](auto& a, auto& b) { std::swap(a.transactions, b.transactions); });
        never([](auto& a, auto& b) {
            std::swap(a.receipts, b.receipts);
            std::swap(a.transactions, b.transactions);
        });
        never([](auto&, auto& b) { b.receipts.clear(); });
        never([](auto&, auto& b) { b.transactions.clear(); });
        never([](auto&, auto& b) { b.receipts.push_back(b.receipts.front()); });
        never([](auto& a, auto& b) { b.receipts.front().logs = a.receipts.front().logs; });
    }

    void junk_beside_a_sound_block_does_not_hide_it() {
        Case each = made_case();
        chain::BlockEvidence junk = each.evidence.blocks[0]; // the same transactions in a forged block
        junk.receipts[1].logs.clear();
        junk.header.number = 7;
        refit(junk);
        each.evidence.blocks.insert(each.evidence.blocks.begin(), junk);
        QCOMPARE(verdict(each.report()), "verified");
        each.evidence.blocks[0].receipts.clear();
        each.evidence.blocks[0].seal();
        QCOMPARE(verdict(each.report()), "verified");
    }
};

QTEST_GUILESS_MAIN(TestLadder)
#include "test_ladder.moc"
