// The rung `event` under the rules of the older generations, on blocks made up here. Each known hole of their
// reference verifiers (PROTOCOL 2) is a case in which recompute, compare, look for the topic would pass.
#include "tests/core/ladder_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using anchor::ExtractionRule;
using anchor::Generation;

namespace {

Hash32 topic(std::string_view signature) { return crypto::keccak256(bytes_of(signature)); }

/// The made-up case with an envelope of an older generation: what it does not state is absent.
Case generation_case(Generation generation, ExtractionRule rule) {
    Case out = made_case();
    anchor::Envelope& envelope = *out.request.envelope;
    envelope.generation = generation;
    envelope.rule = rule;
    envelope.receipt_log_position.reset();
    envelope.committer.reset();
    if (generation == Generation::ocp_1) {
        envelope.block_number.reset();
        envelope.block_hash.reset();
    } else {
        envelope.contract.reset();
        envelope.finality = {12, "2026-05-19T12:00:00Z", {}};
    }
    out.request.expect.contract.reset();
    return out;
}

/// The logs of the anchoring transaction; a changed block is refitted with its pin.
std::vector<chain::Log>& logs(Case& each) { return each.evidence.blocks[0].receipts.back().logs; }

void refit_all(Case& each) {
    const bool names_block = each.request.envelope->block_hash.has_value();
    follow(each);
    if (!names_block) {
        each.request.envelope->block_hash.reset();
    }
}

Hash32 digest_of(const Case& each) { return each.request.envelope->digest; }

chain::Log proof_log(const Address& contract, const Hash32& digest, const Address& operator_) {
    Bytes data(128, 0); // uint8 1, offset 64, length 0, and a word behind
    data.resize(96);
    data[31] = 1;
    data[63] = 64;
    return {contract,
            {topic("AnchorProof(uint8,bytes32,bytes32,address,bytes)"), word("0x" + std::string(64, '7')),
             digest, operator_.to_word()},
            data};
}

} // namespace

class TestEventRules : public QObject {
    Q_OBJECT

private slots:
    void ocp_1_is_verified() {
        const Report report = generation_case(Generation::ocp_1, ExtractionRule::recorded).report();
        QCOMPARE(verdict(report), "verified");
        QVERIFY(rung(report, RungId::event).detail.find("OCP proof ocp-1") != std::string::npos);
        QVERIFY(report.headline.find("by an unknown contract") != std::string::npos); // it names itself
    }

    void event_log_is_verified() {
        const Report report = generation_case(Generation::ocp_1_0, ExtractionRule::event_log).report();
        QCOMPARE(verdict(report), "verified");
        QVERIFY(has_finding(report, "contract.unknown"));
        QVERIFY(has_finding(report, "envelope.finality"));
        QVERIFY(report.headline.find("by an unknown contract") != std::string::npos);
        QVERIFY(rung(report, RungId::event).detail.find("evm/event-log") != std::string::npos);
        QVERIFY(!has_finding(report, "event.not_conformant"));
    }

    void a_stated_contract_is_known() {
        Case each = generation_case(Generation::ocp_1_0, ExtractionRule::event_log);
        each.request.expect.contract = made_contract;
        QVERIFY(!has_finding(each.report(), "contract.unknown"));
        each.request.expect.contract = made_committer;
        QCOMPARE(state(each.report(), RungId::event), "failed event.contract_mismatch");
    }

    void every_emitter_is_listed() {
        Case each = generation_case(Generation::ocp_1_0, ExtractionRule::event_log);
        const Address other = address("0x00000000000000000000000000000000000000d7");
        logs(each).push_back(recorded_log(other, digest_of(each), made_committer));
        refit_all(each);
        const Report report = each.report();
        QCOMPARE(verdict(report), "verified");
        const auto unknown = std::ranges::find(report.findings, "contract.unknown", &Finding::rule);
        QVERIFY(unknown != report.findings.end());
        QVERIFY(unknown->text.find(crypto::checksummed(made_contract)) != std::string::npos);
        QVERIFY(unknown->text.find(crypto::checksummed(other)) != std::string::npos);
        QVERIFY(has_finding(report, "event.several"));
        each.request.expect.contract = other; // the one that is stated is the one that counts
        const Report stated = each.report();
        QCOMPARE(rung(stated, RungId::event).summary, std::string("log 2 of receipt 2"));
        QVERIFY(!has_finding(stated, "contract.unknown"));
    }

    void ocp_1_compares_the_emitting_contract() {
        Case each = generation_case(Generation::ocp_1, ExtractionRule::recorded);
        each.request.envelope->contract = made_committer;
        const Report report = each.report();
        QCOMPARE(verdict(report), "mismatch");
        QCOMPARE(state(report, RungId::event), "failed event.contract_mismatch");
        // Beside an impostor's log, that of the contract is found.
        Case both = generation_case(Generation::ocp_1, ExtractionRule::recorded);
        logs(both).insert(logs(both).begin(), recorded_log(made_committer, digest_of(both), made_committer));
        refit_all(both);
        QCOMPARE(verdict(both.report()), "verified");
        QCOMPARE(rung(both.report(), RungId::event).summary, std::string("log 2 of receipt 2"));
    }

    void erc_8263_is_read_by_its_own_rule() {
        Case each = generation_case(Generation::ocp_1_0, ExtractionRule::anchor_proof);
        QCOMPARE(state(each.report(), RungId::event), "failed event.not_found"); // Recorded is no AnchorProof
        logs(each).back() = proof_log(made_contract, digest_of(each), made_committer);
        refit_all(each);
        const Report report = each.report();
        QCOMPARE(verdict(report), "verified");
        QVERIFY(rung(report, RungId::event).detail.find("evm/erc-8263") != std::string::npos);
        // The digest as agent id is not the digest as proof hash.
        std::swap(logs(each).back().topics[1], logs(each).back().topics[2]);
        refit_all(each);
        QCOMPARE(state(each.report(), RungId::event), "failed event.digest_mismatch");
        // And no Recorded rule takes it.
        each = generation_case(Generation::ocp_1_0, ExtractionRule::event_log);
        logs(each).back() = proof_log(made_contract, digest_of(each), made_committer);
        refit_all(each);
        QCOMPARE(state(each.report(), RungId::event), "failed event.not_found");
    }

    void unknown_rules_are_never_run() {
        Case each = generation_case(Generation::ocp_1_0, ExtractionRule::unknown);
        each.request.envelope->rule_id = "evm/storage-slot 1.0.0";
        const Report report = each.report();
        QCOMPARE(verdict(report), "unproven");
        QCOMPARE(state(report, RungId::event), "cannot_check event.unknown_rule");
        QVERIFY(rung(report, RungId::event).detail.find("evm/storage-slot 1.0.0") != std::string::npos);
        QCOMPARE(verify::exit_status(report), 4);
    }

    void solana_is_explained() {
        Case each = generation_case(Generation::ocp_1_0, ExtractionRule::solana_instruction);
        anchor::Envelope& envelope = *each.request.envelope;
        envelope.chain_id.reset();
        envelope.tx_hash.reset();
        envelope.block_hash.reset();
        envelope.network = "solana:devnet";
        envelope.transaction_id = "43B5qatk";
        const Report report = each.report();
        QCOMPARE(verdict(report), "unproven");
        QCOMPARE(state(report, RungId::digest), "passed");
        QCOMPARE(state(report, RungId::event),
                 "cannot_check event.not_evm"); // though evidence holds such a log
        QVERIFY(rung(report, RungId::event).detail.find("not checkable on an EVM endpoint") !=
                std::string::npos);
    }

    void dirty_addresses_are_refused() {
        for (const auto& [generation, rule] :
             {std::pair{Generation::ocp_1, ExtractionRule::recorded},
              std::pair{Generation::ocp_1_0, ExtractionRule::event_log},
              std::pair{Generation::ocp_1_0, ExtractionRule::anchor_proof}}) {
            Case each = generation_case(generation, rule);
            if (rule == ExtractionRule::anchor_proof) {
                logs(each).back() = proof_log(made_contract, digest_of(each), made_committer);
            }
            logs(each).back().topics.back().bytes[0] = 1;
            refit_all(each);
            QCOMPARE(state(each.report(), RungId::event), "failed event.dirty_topic");
        }
    }

    void event_log_takes_what_its_letter_takes() {
        Case each = generation_case(Generation::ocp_1_0, ExtractionRule::event_log);
        logs(each).back().topics.resize(2);
        refit_all(each);
        Report report = each.report();
        QCOMPARE(verdict(report), "verified");
        QVERIFY(has_finding(report, "event.not_conformant"));
        each.request.expect.committer = made_committer; // nobody is named: it is not the one that is expected
        QCOMPARE(state(each.report(), RungId::event), "failed event.committer_mismatch");
        each = generation_case(Generation::ocp_1_0, ExtractionRule::event_log);
        logs(each).back().data = {1};
        refit_all(each);
        QVERIFY(has_finding(each.report(), "event.not_conformant"));
        each = generation_case(Generation::ocp_1_0, ExtractionRule::event_log);
        logs(each).back().topics.resize(1);
        refit_all(each);
        QCOMPARE(state(each.report(), RungId::event), "failed event.not_found");
        // ocp-1's rule names an event with two indexed arguments: no letter to take two topics by.
        each = generation_case(Generation::ocp_1, ExtractionRule::recorded);
        logs(each).back().topics.resize(2);
        refit_all(each);
        QCOMPARE(state(each.report(), RungId::event), "failed event.topic_count");
    }

    void another_digest_is_a_mismatch() {
        for (const Generation generation : {Generation::ocp_1, Generation::ocp_1_0}) {
            Case each =
                generation_case(generation, generation == Generation::ocp_1 ? ExtractionRule::recorded
                                                                            : ExtractionRule::event_log);
            logs(each).back().topics[1].bytes[0] ^= 1U;
            refit_all(each);
            QCOMPARE(state(each.report(), RungId::event), "failed event.digest_mismatch");
        }
    }

    void the_chain_is_compared() {
        for (const Generation generation : {Generation::ocp_1, Generation::ocp_1_0}) {
            Case each =
                generation_case(generation, generation == Generation::ocp_1 ? ExtractionRule::recorded
                                                                            : ExtractionRule::event_log);
            each.request.envelope->chain_id = 1;
            QCOMPARE(state(each.report(), RungId::event), "failed event.chain_id");
        }
    }

    void the_block_is_compared_where_it_is_stated() {
        Case each = generation_case(Generation::ocp_1_0, ExtractionRule::event_log);
        each.request.envelope->block_number = made_number + 1;
        QCOMPARE(state(each.report(), RungId::event), "failed event.block_number");
        each = generation_case(Generation::ocp_1_0, ExtractionRule::event_log);
        each.request.envelope->block_hash = Hash32{};
        QCOMPARE(state(each.report(), RungId::event), "failed event.block_hash");
    }

    void reverted_and_removed() {
        for (const Generation generation : {Generation::ocp_1, Generation::ocp_1_0}) {
            const auto rule =
                generation == Generation::ocp_1 ? ExtractionRule::recorded : ExtractionRule::event_log;
            Case each = generation_case(generation, rule);
            each.evidence.blocks[0].receipts.back().succeeded = false;
            refit_all(each);
            QCOMPARE(state(each.report(), RungId::event), "failed event.reverted");
            each = generation_case(generation, rule);
            chain::Contradiction removed;
            removed.rule = chain::rules::rpc_removed;
            each.evidence.blocks[0].contradictions.push_back(removed);
            QCOMPARE(state(each.report(), RungId::event), "failed event.removed");
        }
    }

    /// One endpoint and its receipt, which no header vouches for: what the reference verifiers stop at.
    void a_lone_receipt_is_not_enough() {
        Case each = generation_case(Generation::ocp_1, ExtractionRule::recorded);
        verify::LoneReceipt lone;
        lone.source = {chain::SourceKind::endpoint, "rpc.example"};
        lone.chain_id = made_chain;
        lone.asked = lone.transaction_hash = *each.request.envelope->tx_hash;
        lone.receipt = each.evidence.blocks[0].receipts.back();
        each.evidence.blocks.clear();
        each.request.pins.clear();
        each.evidence.lone_receipts.push_back(lone);
        QCOMPARE(verdict(each.report()), "unproven");
        QCOMPARE(state(each.report(), RungId::event), "passed");
        each.evidence.lone_receipts[0].transaction_hash.bytes[0] ^= 1U; // another transaction's receipt
        QCOMPARE(state(each.report(), RungId::event), "failed event.transaction_hash");
        each.evidence.lone_receipts[0] = lone;
        each.evidence.lone_receipts[0].chain_id = 1;
        QCOMPARE(state(each.report(), RungId::event), "failed event.chain_id");
        each.evidence.lone_receipts[0] = lone;
        each.evidence.lone_receipts[0].removed = true;
        QCOMPARE(state(each.report(), RungId::event), "failed event.removed");
    }

    void events_that_the_user_declares() {
        Case each = generation_case(Generation::ocp_1_0, ExtractionRule::event_log);
        const Hash32 digest = digest_of(each);
        const Hash32 who = made_committer.to_word();
        const auto declared =
            anchor::parse_declared_event("Anchored(bytes32 indexed digest, address who) digest=topic1")
                .value();
        logs(each).back() = {
            made_contract, {declared.layout.topic0(), digest}, Bytes(who.bytes.begin(), who.bytes.end())};
        refit_all(each);
        each.request.expected_digest = digest;
        each.request.anchor_tx = each.request.envelope->tx_hash;
        const auto envelope = each.request.envelope;
        each.request.envelope.reset();
        QCOMPARE(state(each.report(), RungId::event),
                 "not_checked event.not_found"); // nobody has declared it
        each.request.declared_events = {declared};
        const Report report = each.report();
        QCOMPARE(verdict(report), "verified");
        QVERIFY(has_finding(report, "event.declared"));
        QVERIFY(has_finding(report, "contract.unknown"));
        QVERIFY(report.headline.find("by an event that you declared") != std::string::npos);
        QCOMPARE(shown(report.anchors.at(0).kind), "declared");
        QVERIFY(report.anchors.at(0).chosen && report.anchors.at(0).equal);
        each.request.anchor_tx.reset(); // anywhere in evidence
        QCOMPARE(verdict(each.report()), "verified");
        each.request.expect.committer = made_committer; // the declaration names no committer
        QCOMPARE(state(each.report(), RungId::event), "failed event.committer_mismatch");
        each.request.expect.committer.reset();
        each.request.expect.contract = made_committer;
        QCOMPARE(state(each.report(), RungId::event), "failed event.contract_mismatch");
        // An envelope's rule goes before it.
        each.request.expect.contract.reset();
        each.request.envelope = envelope;
        const Report bound = each.report();
        QCOMPARE(state(bound, RungId::event), "failed event.not_found");
        QVERIFY(has_finding(bound, "event.declared_unused"));
    }

    void of_two_declarations_the_one_that_finds_the_digest() {
        Case each = generation_case(Generation::ocp_1_0, ExtractionRule::event_log);
        const Hash32 digest = digest_of(each);
        const std::string text = "Pair(bytes32 indexed one, bytes32 indexed two)";
        const auto one = anchor::parse_declared_event(text + " digest=topic1").value();
        const auto two = anchor::parse_declared_event(text + " digest=topic2").value();
        logs(each).back() = {made_contract, {one.layout.topic0(), Hash32{}, digest}, {}};
        refit_all(each);
        each.request.expected_digest = digest;
        each.request.anchor_tx = each.request.envelope->tx_hash;
        each.request.envelope.reset();
        each.request.declared_events = {one};
        QCOMPARE(state(each.report(), RungId::event), "not_checked event.not_found");
        each.request.declared_events = {one, two};
        const Report report = each.report();
        QCOMPARE(verdict(report), "verified");
        QCOMPARE(report.anchors.at(0).digest.value(), digest);
    }

    void every_kind_is_listed_with_its_fields() {
        Case each = generation_case(Generation::ocp_1_0, ExtractionRule::event_log);
        chain::Log dirty = recorded_log(made_committer, digest_of(each), made_committer);
        dirty.topics[2].bytes[0] = 1;
        logs(each).push_back(dirty);
        const Hash32 five = word("0x" + std::string(64, '5'));
        logs(each).push_back(
            {made_contract, {topic("AssertionConfirmed(bytes32,bytes32,bytes32)"), five}, Bytes(64, 9)});
        refit_all(each);
        const Report report = each.report();
        QCOMPARE(verdict(report), "verified");
        QCOMPARE(report.anchors.size(), std::size_t{3});
        QVERIFY(report.anchors[0].chosen && report.anchors[0].equal);
        QCOMPARE(shown(report.anchors[0].fields.at(0).name), "digest");
        QVERIFY(!report.anchors[1].flaw.empty() && report.anchors[1].equal && !report.anchors[1].committer);
        QVERIFY(has_finding(report, "event.not_conformant"));
        QCOMPARE(shown(report.anchors[2].kind), "arbitrum.assertion-confirmed");
        QVERIFY(!report.anchors[2].digest && !report.anchors[2].equal);
        QCOMPARE(shown(report.anchors[2].fields.at(1).name), "blockHash");
    }

    /// raw-bytes are bytes as they are: SHA-256 of the file or of the calldata that it spells, and no other.
    void raw_bytes_are_no_derived_encoding() {
        Case each = sample("deep-reentry");
        anchor::Envelope& envelope = *each.request.envelope;
        envelope.generation = Generation::ocp_1_0;
        envelope.rule = ExtractionRule::event_log;
        const ByteView calldata = each.request.table->calldata();
        const auto digest_state = [&each](ByteView bytes) {
            each.request.envelope->digest = crypto::sha256(bytes);
            return state(each.report(), RungId::digest);
        };
        QCOMPARE(digest_state(calldata), "passed");
        QCOMPARE(digest_state(each.request.source->file), "passed");
        QCOMPARE(digest_state(calldata.subspan(4)), "failed digest.mismatch");
        each.request.profile = digest::profile_named("abi-batch"); // unless the user says so
        QCOMPARE(digest_state(calldata.subspan(4)), "passed");
        each.request.profile = nullptr;
        envelope.generation = Generation::erc8281;
        QCOMPARE(digest_state(calldata.subspan(4)), "passed");
    }
};

QTEST_GUILESS_MAIN(TestEventRules)
#include "test_event_rules.moc"
