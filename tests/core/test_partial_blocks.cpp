// Parts of blocks: what they prove, that nothing follows from what they leave out, and that the ladder never
// says more of a part than of the whole block.
// Over 500 lines: one made-up block serves all of them; each part is compared with that whole.
#include "core/anchor/absence.h"
#include "core/chain/block_part.h"
#include "core/chain/limits.h"
#include "core/chain/trie_proof.h"
#include "core/report/json_report.h"
#include "core/verify/candidates.h"
#include "core/verify/rules.h"
#include "tests/core/ladder_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using chain::BlockEvidence;
using verify::Policy;

namespace {

using Positions = std::vector<std::size_t>;

BlockEvidence part_of(const BlockEvidence& block, const Positions& positions) {
    return chain::partial_of(block, positions).value();
}

/// The case with nothing but these positions of its (only) block.
Case with_part(Case each, const Positions& positions) {
    each.evidence.blocks[0] = part_of(each.evidence.blocks[0], positions);
    return each;
}

/// After a change of the only block's contents: envelope and pin that follow its new header.
void pin_again(Case& each) {
    BlockEvidence& block = each.evidence.blocks[0];
    refit(block);
    each.request.envelope->block_hash = block.header.hash;
    each.request.pins = {{made_chain, block.header.number, block.header.hash, "user"}};
}

/// The table that the sample `tampered` was made from, posted and anchored in the sample's block.
Case sound_table() {
    Case each = sample("tampered");
    const ByteView calldata = each.evidence.blocks[0].transactions[0].input_bytes();
    each.request.source = source_of(to_hex(calldata));
    each.request.table = table::decode_table(each.request.source).value();
    return each;
}

/// The same with its last entry executed by a transaction of its own: posting 0, execution 1, anchor 2.
Case three_transactions() {
    Case each = sound_table();
    BlockEvidence& block = each.evidence.blocks[0];
    auto& logs = block.receipts[0].logs;
    const Hash32 consumed = word("0x207e371295f3ff0efe443424ce128c96f8ecea6a25636fc38ad7c222c446699c");
    std::size_t last = 0;
    for (std::size_t index = 0; index < logs.size(); ++index) {
        last = !logs[index].topics.empty() && logs[index].topics[0] == consumed ? index : last;
    }
    chain::Receipt second = make_receipt({logs.begin() + static_cast<std::ptrdiff_t>(last), logs.end()});
    logs.resize(last);
    block.receipts.insert(block.receipts.begin() + 1, second);
    block.transactions.insert(block.transactions.begin() + 1, make({made_chain, made_contract, {1}, 9}));
    pin_again(each);
    return each;
}

/// How much a state claims; `failed` is no worse evidence than `passed`: both are conclusions.
int weight(RungState state) {
    return state == RungState::passed || state == RungState::passed_not_final ? 1 : 0;
}

std::string with_states(const Report& report) {
    std::string out;
    for (const verify::Rung& each : report.rungs) {
        out += std::string(name(each.state)) + ' ' + std::string(each.rule) + "; ";
    }
    return out;
}

/// All non-empty sets of positions below `count`.
std::vector<Positions> all_positions(std::size_t count) {
    std::vector<Positions> out;
    for (std::size_t mask = 1; mask < std::size_t{1} << count; ++mask) {
        Positions& positions = out.emplace_back();
        for (std::size_t at = 0; at < count; ++at) {
            if ((mask >> at & 1U) != 0) {
                positions.push_back(at);
            }
        }
    }
    return out;
}

BlockEvidence big_block(std::size_t count) {
    std::vector<chain::Transaction> transactions;
    std::vector<chain::Receipt> receipts;
    for (std::size_t index = 0; index < count; ++index) {
        transactions.push_back(make({made_chain, made_contract, {1}, index}));
        const auto number = static_cast<std::uint8_t>(index);
        std::vector<chain::Log> logs(index % 3, chain::Log{made_contract, {Hash32{}}, {number}});
        receipts.push_back(make_receipt(std::move(logs)));
        receipts.back().cumulative_gas_used = 21000 * (index + 1) + 10 * index * index;
    }
    return make_block(5, std::move(transactions), std::move(receipts));
}

} // namespace

class TestPartialBlocks : public QObject {
    Q_OBJECT

private slots:
    // ---- What a part is
    void a_part_holds_what_the_block_holds() {
        const BlockEvidence block = big_block(300);
        for (const Positions& positions :
             {Positions{0}, {299}, {0, 1, 2}, {7, 127, 128, 255, 256}, {2, 200}}) {
            const BlockEvidence part = part_of(block, positions);
            QVERIFY(part.receipts_proven && part.transactions_proven && part.bodies_known && !part.whole());
            QVERIFY(part.receipts_root == block.header.receipts_root);
            QVERIFY(part.header.hash == block.header.hash && part.positions == positions);
            for (std::size_t index = 0; index < positions.size(); ++index) {
                QCOMPARE(part.position_of(index), positions[index]);
                QVERIFY(part.receipts[index] == block.receipts[positions[index]]);
                QVERIFY(part.find_transaction(block.transactions[positions[index]].hash) == index);
            }
            QVERIFY(!part.find_transaction(block.transactions[5].hash));
            const auto again = chain::block_from_part(
                {part.header, part.positions, part.transaction_nodes, part.receipt_nodes}, part.source);
            QVERIFY2(again, again ? "" : again.error().message().c_str());
            QVERIFY(again->receipts == part.receipts && again->transactions_proven);
        }
    }

    /// Log indices and gas follow from the receipts before, where these are there.
    void derived_values() {
        const BlockEvidence block = big_block(30);
        const BlockEvidence part = part_of(block, {0, 1, 2, 10, 11, 29});
        for (std::size_t index = 0; index < part.positions.size(); ++index) {
            const std::size_t position = part.positions[index];
            const auto expected = index < 3 ? block.first_log_index(position) : std::nullopt;
            QVERIFY(part.first_log_index(index) == expected);
            const bool before = position != 10 && position != 29;
            QVERIFY(part.gas_used(index) == (before ? block.gas_used(position) : std::nullopt));
        }
        QCOMPARE(block.gas_used(0).value(), std::uint64_t{21000});
        QCOMPARE(block.gas_used(10).value(), std::uint64_t{21000 + 10 * (100 - 81)});
        QVERIFY(!block.gas_used(30));
        QCOMPARE(block.first_log_index(3).value(), std::size_t{3});
    }

    void receipts_without_bodies() {
        BlockEvidence block = big_block(20);
        block.transactions.clear();
        block.bodies_known = false;
        block.seal();
        const BlockEvidence part = part_of(block, {3, 4});
        QVERIFY(part.receipts_proven && !part.bodies_known && !part.transactions_proven);
        QVERIFY(part.transactions.empty() && part.transaction_nodes.empty());
    }

    void no_such_part() {
        const BlockEvidence block = big_block(20);
        for (const Positions& positions : {Positions{}, {20}, {3, 3}, {4, 3}, {0, 19, 20}}) {
            QCOMPARE(rule_of(chain::partial_of(block, positions)), shown(chain::rules::block_positions));
        }
        QCOMPARE(rule_of(chain::partial_of(part_of(block, {1, 2}), Positions{0})),
                 shown(chain::rules::block_unproven));
        BlockEvidence broken = block;
        broken.receipts[7].cumulative_gas_used += 1;
        broken.seal();
        QCOMPARE(rule_of(chain::partial_of(broken, Positions{0})), shown(chain::rules::block_unproven));
        broken = block;
        broken.receipts[7].cumulative_gas_used += 1; // and not sealed again
        QCOMPARE(rule_of(chain::partial_of(broken, Positions{0})), shown(chain::rules::block_unproven));
    }

    // ---- What is no part
    void every_bit_of_the_nodes_counts() {
        BlockEvidence part = part_of(big_block(40), {4, 30});
        std::size_t flips = 0;
        for (std::vector<Bytes>* nodes : {&part.receipt_nodes, &part.transaction_nodes}) {
            for (Bytes& node : *nodes) {
                for (std::size_t bit = 0; bit < 8 * node.size(); ++bit, ++flips) {
                    node[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
                    part.seal();
                    const bool receipts = nodes == &part.receipt_nodes;
                    QVERIFY(part.receipts_proven != receipts && part.transactions_proven == receipts);
                    node[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
                }
            }
        }
        QVERIFY(flips > 8000);
    }

    void forged_parts() {
        const BlockEvidence sound = part_of(big_block(40), {4, 30, 31});
        const auto proven = [&sound](auto change) {
            BlockEvidence part = sound;
            change(part);
            part.seal();
            return part.receipts_proven && part.transactions_proven;
        };
        QVERIFY(proven([](auto&) {}));
        QVERIFY(!proven([](auto& part) { part.receipts[1].succeeded = false; }));
        QVERIFY(!proven([](auto& part) { part.receipts[0].logs[0].data.push_back(1); }));
        QVERIFY(!proven([](auto& part) { std::swap(part.receipts[0], part.receipts[1]); }));
        QVERIFY(!proven([](auto& part) { std::swap(part.transactions[0], part.transactions[1]); }));
        QVERIFY(!proven([](auto& part) { part.transactions[2] = part.transactions[0]; }));
        QVERIFY(!proven([](auto& part) { part.positions[2] = 32; }));
        QVERIFY(!proven([](auto& part) { part.positions = {4, 31, 30}; }));
        QVERIFY(!proven([](auto& part) { part.positions.pop_back(); }));
        QVERIFY(!proven([](auto& part) { part.receipts.pop_back(); }));
        QVERIFY(!proven([](auto& part) { part.transactions.pop_back(); }));
        QVERIFY(!proven([](auto& part) { std::swap(part.receipt_nodes, part.transaction_nodes); }));
        QVERIFY(!proven([](auto& part) { part.receipt_nodes.push_back(part.receipt_nodes.back()); }));
        QVERIFY(!proven([](auto& part) { part.receipt_nodes.clear(); }));
        QVERIFY(!proven([](auto& part) { part.positions.clear(); })); // passed off as the whole block
        QVERIFY(!proven([](auto& part) { part.header.receipts_root.bytes[0] ^= 1U; }));
    }

    void stored_parts_that_prove_nothing() {
        const BlockEvidence block = big_block(40);
        const BlockEvidence part = part_of(block, {4, 30});
        const auto read = [&part](auto change) {
            chain::BlockPart stored{part.header, part.positions, part.transaction_nodes, part.receipt_nodes};
            change(stored);
            return rule_of(chain::block_from_part(std::move(stored), part.source));
        };
        QCOMPARE(read([](auto&) {}), QByteArray());
        QCOMPARE(read([](auto& stored) { stored.positions.clear(); }), shown(chain::rules::block_positions));
        QCOMPARE(read([](auto& stored) {
                     stored.positions = {30, 4};
                 }),
                 shown(chain::rules::block_positions));
        QCOMPARE(read([](auto& stored) {
                     stored.positions = {4, chain::max_block_transactions};
                 }),
                 shown(chain::rules::block_positions));
        QVERIFY(!read([](auto& stored) { stored.positions = {4, 29}; }).isEmpty());
        QVERIFY(!read([](auto& stored) { stored.positions = {4}; }).isEmpty());
        QVERIFY(
            !read([](auto& stored) { std::swap(stored.receipt_nodes, stored.transaction_nodes); }).isEmpty());
        std::vector<Bytes> encoded;
        for (const chain::Receipt& receipt : block.receipts) {
            encoded.push_back(chain::encode_receipt(receipt));
        }
        const std::vector<ByteView> views(encoded.begin(), encoded.end());
        const Positions behind{40}; // the path that shows that there is nothing
        const auto paths = chain::ordered_trie_paths(views, behind);
        QCOMPARE(read([&](auto& stored) {
                     stored.positions = behind;
                     stored.receipt_nodes = paths.nodes;
                 }),
                 shown(chain::rules::block_positions));
    }

    // ---- The ladder
    void the_anchors_path_is_enough() {
        const Case whole = made_case();
        const Report before = whole.report();
        const Report report = with_part(whole, {1}).report();
        QCOMPARE(with_states(report), with_states(before));
        QCOMPARE(verdict(report), "verified");
        QCOMPARE(shown(rung(before, RungId::inclusion).summary), "receipt 2 of 2");
        QCOMPARE(shown(rung(report, RungId::inclusion).summary), "receipt 2");
        QVERIFY(rung(report, RungId::inclusion).detail.find(" of 1") == std::string::npos);
        QCOMPARE(report.anchors.size(), std::size_t{1});
        QVERIFY(!report.anchors[0].log_index && report.anchors[0].receipt_position == 1 &&
                report.anchors[0].chosen);
        const Report both = with_part(whole, {0, 1}).report();
        QVERIFY(both.anchors[0].log_index == before.anchors[0].log_index && before.anchors[0].log_index);
    }

    void the_report_does_not_make_up_a_log_index() {
        const Case part = with_part(made_case(), {1});
        const codec::Json json = codec::Json::parse(report::verify_json(
            part.report(), {part.request, part.evidence, nullptr, nullptr}, {"anchorscope", "0"}));
        QVERIFY(json["anchor"]["found"]["log_index"].is_null());
        QCOMPARE(json["anchor"]["found"]["receipt"].get<int>(), 1);
    }

    /// The same header, another part: nothing at hand about the transaction is no contradiction.
    void the_anchor_is_in_another_part() {
        Case each = with_part(made_case(), {0});
        const Report report = each.report();
        QCOMPARE(state(report, RungId::event), "not_checked event.receipt_missing");
        QCOMPARE(state(report, RungId::inclusion), "not_checked event.receipt_missing");
        QCOMPARE(verdict(report), "unproven");
        QVERIFY(rung(report, RungId::event).detail.find("only 1 receipt of block 41 is at hand") !=
                std::string::npos);
        Case whole = made_case(); // of the whole block it is one
        whole.request.envelope->tx_hash->bytes[0] ^= 1U;
        QCOMPARE(state(whole.report(), RungId::event), "failed event.transaction_hash");
        whole.evidence.blocks.push_back(part_of(whole.evidence.blocks[0], {0}));
        QCOMPARE(state(whole.report(), RungId::event), "failed event.transaction_hash");
    }

    void forged_parts_are_never_verified() {
        const Case sound = with_part(made_case(), {1});
        const auto report = [&sound](auto change) {
            Case each = sound;
            change(each.evidence.blocks[0]);
            each.evidence.blocks[0].seal();
            return each.report();
        };
        const auto receipt = report([](auto& part) { part.receipts[0].logs[0].data.push_back(1); });
        QCOMPARE(state(receipt, RungId::inclusion), "failed inclusion.receipts_root");
        const auto nodes = report([](auto& part) { part.transaction_nodes.back().back() ^= 1U; });
        QCOMPARE(state(nodes, RungId::inclusion), "failed inclusion.transactions_root");
        const auto bodies = report([](auto& part) { part.bodies_known = false; });
        QVERIFY(bodies.verdict != Verdict::verified);
        const auto moved = report([](auto& part) { part.positions = {0}; });
        QVERIFY(moved.verdict == Verdict::mismatch);
        const auto whole = report([](auto& part) { part.positions.clear(); });
        QVERIFY(whole.verdict == Verdict::mismatch);
        // A forger's own header over forged tries fits together; only the pin tells.
        Case forged = made_case();
        forged.evidence.blocks[0].receipts[0].cumulative_gas_used += 1;
        refit(forged.evidence.blocks[0]);
        forged.request.envelope->block_hash = forged.evidence.blocks[0].header.hash;
        forged = with_part(forged, {1});
        QCOMPARE(state(forged.report(), RungId::inclusion), "passed");
        QCOMPARE(verdict(forged.report()), "mismatch");
        forged.request.pins.clear();
        QCOMPARE(verdict(forged.report()), "unproven");
    }

    void an_execution_that_is_not_at_hand() {
        const Case whole = three_transactions();
        const Report before = whole.report();
        QCOMPARE(verdict(before), "verified");
        QCOMPARE(state(before, RungId::execution), "passed");
        QVERIFY(rung(before, RungId::trajectory).detail.find("Every entry was executed") !=
                std::string::npos);

        Case part = with_part(whole, {0, 2});
        const Report report = part.report();
        QCOMPARE(verdict(report), "verified");
        QCOMPARE(state(report, RungId::trajectory), "passed");
        QCOMPARE(state(report, RungId::proof), "passed");
        QCOMPARE(state(report, RungId::execution), "not_checked execution.incomplete");
        const std::string& text = rung(report, RungId::trajectory).detail;
        QVERIFY(text.find("Atomicity not checked: only 2 receipts of block 51 are at hand.") !=
                std::string::npos);
        QVERIFY(text.find("Every entry") == std::string::npos);
        QVERIFY(rung(report, RungId::execution).detail.find("only 2 receipts of block 51 are at hand") !=
                std::string::npos);
        QVERIFY(!has_finding(report, "events.not_executed"));
        QVERIFY(rung(report, RungId::proof).detail.find("Transaction 1 in block 51") != std::string::npos);
        part.request.also = {RungId::execution};
        QCOMPARE(verdict(part.report()), "unproven");

        const Report shown_all = with_part(whole, {0, 1, 2}).report(); // a part that happens to be all of it
        QCOMPARE(state(shown_all, RungId::execution), "passed");
        QVERIFY(rung(shown_all, RungId::execution).detail.find("only 3 receipts of block 51 are at hand") !=
                std::string::npos);
        QVERIFY(rung(shown_all, RungId::trajectory).detail.find("Every entry was executed") !=
                std::string::npos);

        const Report none = with_part(whole, {2}).report(); // without the posting
        QCOMPARE(verdict(none), "verified");
        QCOMPARE(state(none, RungId::proof), "not_checked proof.not_found");
        QCOMPARE(state(none, RungId::execution), "not_checked execution.table_block");
    }

    /// Receipts 0, 2 and 3 are at hand: posting, execution and anchor. Between the first two stands one that
    /// may tell whose execution it is.
    void what_stands_between_posting_and_execution() {
        const auto four_transactions = [](std::vector<chain::Log> between) {
            Case each = three_transactions();
            BlockEvidence& block = each.evidence.blocks[0];
            block.receipts.insert(block.receipts.begin() + 1, make_receipt(std::move(between)));
            block.transactions.insert(block.transactions.begin() + 1,
                                      make({made_chain, made_contract, {2}, 10}));
            pin_again(each);
            return each;
        };
        const Case quiet = four_transactions({});
        QCOMPARE(state(quiet.report(), RungId::execution), "passed");
        // Another batch of the same rollups: its queue took the place of this table's.
        const Address manager = *quiet.request.expect.manager;
        const Hash32 posted = crypto::keccak256(bytes_of("BatchPosted(uint256)"));
        const Case other = four_transactions({{manager, {posted, U256(1).to_word()}, {}}});
        for (const Case& whole : {quiet, other}) {
            const Report report = with_part(whole, {0, 2, 3}).report();
            QCOMPARE(state(report, RungId::execution), "cannot_check execution.incomplete");
            QVERIFY2(rung(report, RungId::execution).detail.find("receipts 1 to 3 of the block") !=
                         std::string::npos,
                     rung(report, RungId::execution).detail.c_str());
            QVERIFY(report.verdict == Verdict::verified); // nobody requires it
            Case required = with_part(whole, {0, 2, 3});
            required.request.also = {RungId::execution};
            QCOMPARE(verdict(required.report()), "unproven");
        }
        QCOMPARE(state(with_part(quiet, {0, 1, 2}).report(), RungId::execution), "passed");
    }

    /// Everything was executed in the posting's own transaction, whose receipt is complete.
    void the_postings_receipt_alone() {
        Case whole = sound_table();
        QCOMPARE(state(whole.report(), RungId::execution), "passed");
        const std::size_t posting =
            whole.evidence.blocks[0].find_transaction(whole.evidence.blocks[0].transactions[0].hash).value();
        QCOMPARE(state(with_part(whole, {posting}).report(), RungId::execution), "passed");
        // Behind another transaction it is still complete, unless an entry was taken before the batch was
        // logged: then an earlier batch of the block may have left that entry.
        BlockEvidence& block = whole.evidence.blocks[0];
        block.receipts.insert(block.receipts.begin(), make_receipt({}));
        block.transactions.insert(block.transactions.begin(), make({made_chain, made_contract, {2}, 10}));
        pin_again(whole);
        QCOMPARE(state(whole.report(), RungId::execution), "passed");
        QCOMPARE(state(with_part(whole, {1}).report(), RungId::execution), "passed");
    }

    /// In the whole block the last entry was left out: a mismatch. In a part, that it is not seen says
    /// nothing.
    void an_entry_left_out() {
        Case whole = three_transactions();
        BlockEvidence& block = whole.evidence.blocks[0];
        block.receipts[1].logs.clear();
        pin_again(whole);
        QCOMPARE(state(whole.report(), RungId::trajectory), "failed trajectory.not_executed");
        for (const Positions& positions : all_positions(3)) {
            const Report report = with_part(whole, positions).report();
            QCOMPARE(state(report, RungId::trajectory), "passed");
            QVERIFY(rung(report, RungId::trajectory).detail.find("Every entry") == std::string::npos);
            QVERIFY(rung(report, RungId::execution).state != RungState::passed);
            QVERIFY(report.verdict != Verdict::mismatch);
        }
    }

    void a_manager_that_is_silent_in_the_part() {
        Case whole = three_transactions();
        BlockEvidence& block = whole.evidence.blocks[0];
        std::swap(block.receipts[0].logs, block.receipts[1].logs);
        block.receipts[1].logs.clear();
        block.receipts[0].logs.clear();
        pin_again(whole);
        QVERIFY(rung(whole.report(), RungId::execution).detail.find("logged nothing") != std::string::npos);
        const Report report = with_part(whole, {0, 2}).report();
        QCOMPARE(state(report, RungId::execution), "not_checked execution.incomplete");
        QVERIFY(rung(report, RungId::execution).detail.find("logged nothing") == std::string::npos);
        QVERIFY(rung(report, RungId::execution).detail.find("only 2 receipts") != std::string::npos);
    }

    /// Other results than the table's, in a part: they may be another table's, whose posting is not at hand.
    void a_difference_in_a_part() {
        Case whole = sample("deep-reentry");
        BlockEvidence& block = whole.evidence.blocks[0];
        const Hash32 call_result = word("0x6ab31fd4e1fedcfcbb1a56d82ca9c2aa41d65466dff790e7287a415348b75765");
        auto& logs = block.receipts[0].logs;
        const auto log =
            std::ranges::find_if(logs, [&](const chain::Log& one) { return one.topics[0] == call_result; });
        log->data[31] ^= 1U; // success
        pin_again(whole);
        QCOMPARE(state(whole.report(), RungId::execution), "failed execution.differs");
        const Report report = with_part(whole, {0, 1}).report();
        QCOMPARE(state(report, RungId::execution), "not_checked execution.incomplete");
        QVERIFY(rung(report, RungId::execution).detail.find("another table's") != std::string::npos);
        QVERIFY(report.verdict == Verdict::verified);
    }

    /// Another batch's execution of the same queue place, in a receipt whose own posting is not at hand: in a
    /// part it is left out, and tells nothing about this table.
    void another_tables_execution_in_a_part() {
        Case whole = three_transactions();
        BlockEvidence& block = whole.evidence.blocks[0];
        block.receipts[1].logs[0].topics[1].bytes[0] ^= 1U; // the call hash that the execution starts with
        pin_again(whole);
        QCOMPARE(state(whole.report(), RungId::execution), "failed execution.differs");
        const Report report = with_part(whole, {0, 1, 2}).report();
        QCOMPARE(state(report, RungId::execution), "not_checked execution.incomplete");
        QVERIFY(rung(report, RungId::execution).detail.find("no log at hand shows this entry") !=
                std::string::npos);
        QVERIFY(!has_finding(report, "events.differ"));
        QVERIFY(report.verdict == Verdict::verified);
    }

    /// Logs that name their receipt name it by its place in the block.
    void places_are_those_of_the_block() {
        const Case whole = three_transactions();
        const BlockEvidence part = part_of(whole.evidence.blocks[0], {1, 2});
        std::vector<Finding> findings;
        const Address manager = *whole.request.expect.manager;
        const auto events = transition::manager_events(part, 0, manager, findings);
        QVERIFY(!events.empty() && events[0].log.receipt == 0 && events[0].log.receipt_position() == 1);
        const auto of_whole = transition::manager_events(whole.evidence.blocks[0], 0, manager, findings);
        QVERIFY(of_whole.back().log.receipt_position() == 1 && !of_whole.back().log.in_block);
    }

    /// Whatever is left out: no rung passes that does not pass of the whole block, nothing fails that does
    /// not fail of it, and no sentence claims completeness that the whole block does not have.
    void a_part_never_says_more_than_the_whole() {
        std::vector<Case> cases{made_case(), three_transactions(), sound_table()};
        for (const char* id : {"deep-reentry", "tampered", "late", "unanchored", "rollup-table"}) {
            cases.push_back(sample(id));
        }
        cases.push_back(three_transactions());
        cases.back().evidence.blocks[0].receipts[1].logs.clear();
        pin_again(cases.back());
        cases.push_back(three_transactions());
        cases.back().evidence.blocks[0].receipts[2].logs.clear();
        pin_again(cases.back());
        std::size_t parts = 0;
        for (const Case& whole : cases) {
            const Report before = whole.report();
            const bool complete =
                rung(before, RungId::trajectory).detail.find("Every entry") != std::string::npos;
            for (std::size_t block = 0; block < whole.evidence.blocks.size(); ++block) {
                const BlockEvidence& all = whole.evidence.blocks[block];
                if (!all.receipts_proven || all.receipts.size() > 6) {
                    continue;
                }
                for (const Positions& positions : all_positions(all.receipts.size())) {
                    Case part = whole;
                    part.evidence.blocks[block] = part_of(all, positions);
                    const Report after = part.report();
                    for (std::size_t id = 0; id < after.rungs.size(); ++id) {
                        const RungState state = after.rungs[id].state;
                        QVERIFY2(weight(state) <= weight(before.rungs[id].state) ||
                                     before.rungs[id].rule == verify::rules::trajectory_not_executed,
                                 (with_states(before) + "\n" + with_states(after)).c_str());
                        QVERIFY2(state != RungState::failed || before.rungs[id].state == RungState::failed,
                                 (with_states(before) + "\n" + with_states(after)).c_str());
                    }
                    QVERIFY(complete ||
                            rung(after, RungId::trajectory).detail.find("Every entry") == std::string::npos);
                    ++parts;
                }
            }
        }
        QVERIFY(parts > 30);
    }

    /// Part and whole of one block beside each other: the whole one is judged.
    void the_whole_block_goes_before_its_part() {
        for (const bool part_first : {false, true}) {
            Case each = three_transactions();
            const BlockEvidence part = part_of(each.evidence.blocks[0], {0, 2});
            each.evidence.blocks.insert(
                part_first ? each.evidence.blocks.begin() : each.evidence.blocks.end(), part);
            const Report report = each.report();
            QCOMPARE(state(report, RungId::execution), "passed");
            QCOMPARE(shown(rung(report, RungId::inclusion).summary), "receipt 3 of 3");
        }
    }

    // ---- Conclusions elsewhere
    void no_absence_from_a_part() {
        const BlockEvidence block = big_block(5);
        anchor::LogSearchGoal goal;
        goal.span = {5, 5};
        goal.digests = {Hash32{}};
        anchor::AbsenceProof proof(goal);
        QCOMPARE(rule_of(proof.add(part_of(block, {0, 1, 2, 3, 4}))), shown(anchor::rules::absence_receipts));
        QVERIFY(!proof.complete());
        QCOMPARE(rule_of(proof.add(block)), QByteArray());
        QVERIFY(proof.complete());
    }

    /// Their places in the block are told, which a part does not know of all that it holds.
    void a_part_gives_no_candidates() {
        const BlockEvidence whole = made_case().evidence.blocks[0];
        QCOMPARE(verify::anchor_candidates(whole).anchors.size(), std::size_t{1});
        QVERIFY(verify::anchor_candidates(part_of(whole, {1})).anchors.empty());
        QVERIFY(verify::table_candidates(part_of(whole, {0, 1})).tables.empty());
    }

    void what_a_part_leaves_open_is_asked_for() {
        Case each = with_part(made_case(), {0}); // the anchor's transaction is elsewhere in the block
        each.request.offline = false;
        each.evidence.endpoints.push_back(endpoint("node", made_number, {}));
        each.evidence.endpoints[0].canonical.clear();
        const Hash32 hash = each.evidence.blocks[0].header.hash;
        const Hash32 anchored = each.request.envelope->tx_hash.value();
        each.evidence.endpoints[0].receipts[anchored] = {anchored, hash, made_number};
        const auto asks_block = [&hash](const Case& of) {
            return std::ranges::any_of(verify::next_needs(of.request, of.evidence),
                                       [&hash](const verify::Need& need) {
                                           return need.kind == verify::NeedKind::block && need.hash == hash;
                                       });
        };
        QVERIFY(asks_block(each));
        each.evidence.blocks.push_back(made_case().evidence.blocks[0]);
        QVERIFY(!asks_block(each));

        Case execution = with_part(three_transactions(), {0, 2});
        execution.request.offline = false;
        execution.evidence.endpoints.push_back(endpoint("node", 51, {}));
        const Hash32 posted = execution.evidence.blocks[0].header.hash;
        const auto asks_posted = [&posted](const Case& of) {
            return std::ranges::any_of(verify::next_needs(of.request, of.evidence),
                                       [&posted](const verify::Need& need) {
                                           return need.kind == verify::NeedKind::block && need.hash == posted;
                                       });
        };
        QVERIFY(!asks_posted(execution)); // nobody requires it
        execution.request.also = {RungId::execution};
        QVERIFY(asks_posted(execution));
        execution.evidence.blocks.push_back(three_transactions().evidence.blocks[0]);
        execution.evidence.blocks.back().source = {chain::SourceKind::endpoint, "node"};
        QVERIFY(!asks_posted(execution));
    }
};

QTEST_GUILESS_MAIN(TestPartialBlocks)
#include "test_partial_blocks.moc"
