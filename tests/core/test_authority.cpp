// Who vouches for a block: quorums with liars, dissent field by field, parent walks from a pin, traces. Every
// case here is one in which a careless verifier would say "verified".
#include "core/verify/dissent.h"
#include "core/verify/walks.h"
#include "tests/core/ladder_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using verify::Vote;

class TestAuthority : public QObject {
    Q_OBJECT

    static const chain::Header& anchor_header(const Case& each) { return each.evidence.blocks[0].header; }

    /// A London header on top of `parent`.
    static chain::Header child_of(const Hash32& parent, std::uint64_t number,
                                  std::uint64_t timestamp = 1700000012, const Hash32& state_root = {}) {
        codec::RlpWriter out;
        out.open_list();
        out.bytes(parent.bytes);
        out.bytes(Hash32{}.bytes);
        out.bytes(Address{}.bytes);
        for (const Hash32& root : {state_root, Hash32{}, Hash32{}}) {
            out.bytes(root.bytes);
        }
        out.bytes(chain::Bloom{});
        for (const std::uint64_t value :
             {std::uint64_t{0}, number, std::uint64_t{1}, std::uint64_t{0}, timestamp}) {
            out.u64(value);
        }
        out.bytes({});
        out.bytes(Hash32{}.bytes);
        out.bytes(std::array<std::uint8_t, 8>{});
        out.u64(7);
        out.close_list();
        return chain::decode_header(out.take()).value();
    }

    /// `count` headers on top of the anchor's block, newest first.
    static std::vector<chain::Header> descendants(const Case& each, std::size_t count) {
        std::vector<chain::Header> out;
        Hash32 parent = anchor_header(each).hash;
        for (std::size_t index = 0; index < count; ++index) {
            out.insert(out.begin(), child_of(parent, made_number + 1 + index));
            parent = out.front().hash;
        }
        return out;
    }

    static Case pinned_above(std::size_t count, std::vector<chain::Header>& headers) {
        Case each = made_case();
        headers = descendants(each, count);
        each.request.pins = {{made_chain, made_number + count, headers.front().hash, "user"}};
        return each;
    }

    /// An endpoint with a whole header at the anchor's height.
    static verify::EndpointState with_header(const char* name, const chain::Header& header) {
        verify::EndpointState out = endpoint(name, header.number, header.hash);
        out.headers.emplace(header.number, header);
        return out;
    }

    static std::string texts(const Report& report, std::string_view rule) {
        std::string out;
        for (const Finding& finding : report.findings) {
            out += finding.rule == rule ? finding.text + '\n' : "";
        }
        return out;
    }

    static Hash32 word_of(std::uint64_t low) { return U256(low).to_word(); }

    /// The state of a block `gap` above the anchor's, in which the history contract holds `kept` for the
    /// anchor's height, beside other accounts and words.
    static chain::HistoryProof history(const Case& each, std::uint64_t gap, const Hash32& kept,
                                       const Hash32& code_hash = chain::history_code_hash()) {
        const auto hashed = [](ByteView key) {
            const Hash32 hash = crypto::keccak256(key);
            return Bytes(hash.bytes.begin(), hash.bytes.end());
        };
        const auto word_rlp = [](const Hash32& value) {
            codec::RlpWriter out;
            out.bytes(U256::from_word(value).to_be_minimal());
            return out.take();
        };
        const Hash32 slot = chain::history_slot(anchor_header(each).number);
        const std::vector<Bytes> paths{hashed(slot.view())};
        const auto storage = chain::trie_paths(
            {{paths[0], word_rlp(kept)}, {hashed(word_of(5).view()), word_rlp(word_of(6))}}, paths);
        codec::RlpWriter account;
        account.open_list();
        account.u64(1);
        account.u64(0);
        account.bytes(storage.root.bytes);
        account.bytes(code_hash.bytes);
        account.close_list();
        const std::vector<Bytes> accounts{hashed(chain::history_contract().view())};
        const auto state = chain::trie_paths(
            {{accounts[0], account.take()}, {hashed(Address{}.view()), word_rlp(word_of(1))}}, accounts);
        return {child_of(Hash32{}, anchor_header(each).number + gap, 1700001200, state.root),
                anchor_header(each).number,
                {state.nodes, storage.nodes}};
    }

private slots:
    // ---- quorum
    void one_liar_of_three() {
        Case each = made_case();
        each.request.pins.clear();
        const chain::Header& header = anchor_header(each);
        const chain::Header lie = child_of(Hash32{}, made_number, header.timestamp + 12);
        each.evidence.endpoints = {with_header("a.example", header), with_header("b.example", header),
                                   with_header("liar.example", lie)};
        QCOMPARE(state(each.report(), RungId::block), "not_checked block.no_quorum"); // all have to agree
        each.request.quorum = 2;
        const Report report = each.report();
        QCOMPARE(verdict(report), "verified");
        QCOMPARE(shown(report.headline), "Verified; block by 2 of 3 endpoints, 1 dissents");
        const std::string dissent = texts(report, "block.dissent");
        QVERIFY2(dissent.find("liar.example has another block at height 41: " + lie.hash.hex()) !=
                     std::string::npos,
                 dissent.c_str());
        QVERIFY2(dissent.find("timestamp is 1700000012, not 1700000000") != std::string::npos,
                 dissent.c_str());
        QVERIFY2(dissent.find("receiptsRoot is " + Hash32{}.hex() + ", not " + header.receipts_root.hex()) !=
                     std::string::npos,
                 dissent.c_str());
        QVERIFY(dissent.find("parentHash") == std::string::npos); // the same in both
        QVERIFY(rung(report, RungId::block).detail.find("liar.example has another block") !=
                std::string::npos);
        each.request.quorum = 3;
        QCOMPARE(state(each.report(), RungId::block), "not_checked block.no_quorum");
    }

    /// Nothing can tell that the two lie; but the third is never kept silent about, and a pin ends it.
    void two_consistent_liars() {
        Case each = made_case(); // what the liars say is what stands in evidence
        each.request.pins.clear();
        const chain::Header& lie = anchor_header(each);
        const chain::Header truth = child_of(Hash32{}, made_number);
        each.evidence.endpoints = {with_header("liar-1.example", lie), with_header("liar-2.example", lie),
                                   with_header("honest.example", truth)};
        each.request.quorum = 2;
        const Report report = each.report();
        QCOMPARE(verdict(report), "verified");
        QVERIFY(report.headline.ends_with("2 of 3 endpoints, 1 dissents"));
        each.request.quorum = 3;
        QCOMPARE(verdict(each.report()), "unproven");
        each.request.quorum = 2;
        each.request.pins = {{made_chain, made_number, truth.hash, "user"}};
        QCOMPARE(state(each.report(), RungId::block), "failed block.pin");
        QCOMPARE(verdict(each.report()), "mismatch");
    }

    /// The block in evidence is the single liar's: the quorum has another one.
    void a_quorum_for_another_block_fails() {
        Case each = made_case();
        each.request.pins.clear();
        const chain::Header truth = child_of(Hash32{}, made_number);
        each.evidence.endpoints = {with_header("liar.example", anchor_header(each)),
                                   with_header("a.example", truth), with_header("b.example", truth)};
        QCOMPARE(state(each.report(), RungId::block), "not_checked block.only_one");
        each.request.quorum = 2;
        QCOMPARE(state(each.report(), RungId::block), "failed block.not_canonical");
        each.evidence.endpoints[2] =
            with_header("b.example", child_of(Hash32{}, made_number, 5)); // no two agree
        QCOMPARE(state(each.report(), RungId::block), "not_checked block.only_one");
    }

    void pins_and_own_nodes_name_dissent_too() {
        Case each = made_case();
        const chain::Header other = child_of(Hash32{}, made_number);
        each.evidence.endpoints = {with_header("a.example", other)};
        QCOMPARE(shown(each.report().headline), "Verified; block pinned: user, 1 dissents");
        each.request.pins.clear();
        each.evidence.endpoints.push_back(with_header("own.example", anchor_header(each)));
        each.evidence.endpoints.back().trusted = true;
        QCOMPARE(shown(each.report().headline), "Verified; block by your node own.example, 1 dissents");
    }

    /// The hosts of a chosen quorum speak for finality too; where all have to agree, a dissenter holds it up.
    void finality_by_the_quorum() {
        Case each = made_case();
        each.request.pins.clear();
        each.request.policy = verify::Policy::final_;
        const chain::Header& header = anchor_header(each);
        each.evidence.endpoints = {with_header("a.example", header), with_header("b.example", header),
                                   with_header("liar.example", child_of(Hash32{}, made_number))};
        for (verify::EndpointState& state : each.evidence.endpoints) {
            state.finalized_number = 1000;
            state.safe_number = 1020;
        }
        QCOMPARE(state(each.report(), RungId::finality), "not_checked finality.dissent");
        each.request.quorum = 2;
        const Report report = each.report();
        QCOMPARE(state(report, RungId::finality), "passed");
        QVERIFY(rung(report, RungId::finality).detail.find("Safe head: 1020.") != std::string::npos);
        each.evidence.endpoints[1].finalized_number = made_number - 1;
        QCOMPARE(state(each.report(), RungId::finality), "passed_not_final finality.head");
        QCOMPARE(verdict(each.report()), "unproven");
    }

    void fields_of_other_forks() {
        const chain::Header london = child_of(Hash32{}, 1);
        chain::Header frontier = london;
        QVERIFY(verify::differing_fields(london, frontier).empty());
        frontier.fields.pop_back();
        const auto fields = verify::differing_fields(london, frontier);
        QCOMPARE(fields.size(), std::size_t{1});
        QCOMPARE(shown(fields[0].name), "baseFeePerGas");
        QCOMPARE(shown(fields[0].here), "7");
        QCOMPARE(shown(fields[0].there), "none");
        QCOMPARE(shown(verify::differing_fields(frontier, london)[0].here), "none");
    }

    // ---- parent walks
    void a_walk_carries_a_pin() {
        std::vector<chain::Header> headers;
        Case each = pinned_above(20, headers);
        QCOMPARE(state(each.report(), RungId::block), "cannot_check block.no_authority");
        QVERIFY(has_finding(each.report(), "pin.unused"));
        verify::walk_from_pins(each.request, each.evidence, headers);
        const Report report = each.report();
        QCOMPARE(verdict(report), "verified");
        QVERIFY(rung(report, RungId::block).basis.kind == verify::BasisKind::pinned);
        QCOMPARE(shown(report.headline), "Verified; block pinned: user, by block 61 through 20 headers");
        QVERIFY(!has_finding(report, "pin.unused"));
        each.request.pins[0].chain_id = 1; // a pin of another chain says nothing here
        QCOMPARE(state(each.report(), RungId::block), "cannot_check block.no_authority");
    }

    void a_walk_in_any_order_is_the_same() {
        std::vector<chain::Header> headers;
        Case each = pinned_above(20, headers);
        std::ranges::shuffle(headers, Random(2935));
        verify::walk_from_pins(each.request, each.evidence, headers);
        QCOMPARE(verdict(each.report()), "verified");
    }

    /// Every header of the walk is needed, and none can be replaced.
    void a_forged_walk_is_refused() {
        std::vector<chain::Header> headers;
        const Case whole = pinned_above(6, headers);
        for (std::size_t index = 0; index < headers.size(); ++index) {
            std::vector<chain::Header> less = headers;
            less.erase(less.begin() + static_cast<std::ptrdiff_t>(index));
            Case each = whole;
            verify::walk_from_pins(each.request, each.evidence, less);
            QVERIFY(each.report().verdict == Verdict::unproven);

            std::vector<chain::Header> forged = headers; // claims the hash of the one it stands for
            forged[index] = child_of(index + 1 < headers.size() ? headers[index + 1].hash : Hash32{},
                                     headers[index].number, 99);
            forged[index].hash = headers[index].hash;
            each = whole;
            verify::walk_from_pins(each.request, each.evidence, forged);
            QVERIFY(each.report().verdict == Verdict::unproven);

            forged[index] = headers[index]; // the number of another
            forged[index].number += 1;
            each = whole;
            each.request.pins[0].number += 1;
            verify::walk_from_pins(each.request, each.evidence, forged);
            QVERIFY(each.report().verdict == Verdict::unproven);
        }
    }

    /// The headers lead to another block at that height.
    void a_walk_that_passes_by_is_a_mismatch() {
        Case each = made_case();
        const chain::Header beside = child_of(Hash32{}, made_number);
        const chain::Header pinned = child_of(beside.hash, made_number + 1);
        each.request.pins = {{made_chain, made_number + 1, pinned.hash, "user"}};
        const std::vector headers{pinned};
        verify::walk_from_pins(each.request, each.evidence, headers);
        const Report report = each.report();
        QCOMPARE(state(report, RungId::block), "failed block.pin");
        QCOMPARE(shown(rung(report, RungId::block).expected), shown(beside.hash.hex()));
        // Also where another pin fits.
        each.request.pins.push_back({made_chain, made_number, anchor_header(each).hash, "user"});
        QCOMPARE(state(each.report(), RungId::block), "failed block.pin");
    }

    void walks_create_no_authority() {
        std::vector<chain::Header> headers;
        Case each = pinned_above(3, headers);
        verify::walk_from_pins(each.request, each.evidence, headers);
        each.request.pins.clear(); // the same evidence, and nobody vouches for where it starts
        QCOMPARE(state(each.report(), RungId::block), "cannot_check block.no_authority");
        each.request.pins = {{made_chain, made_number + 3, Hash32{}, "user"}};
        QCOMPARE(state(each.report(), RungId::block), "cannot_check block.no_authority");
    }

    void limits_of_a_walk() {
        Hash32 parent;
        std::vector<chain::Header> headers;
        for (std::uint64_t number = 1; number <= chain::max_walk + 1; ++number) {
            headers.push_back(child_of(parent, number));
            parent = headers.back().hash;
        }
        chain::HeaderWalk walk(headers.size(), parent);
        for (auto header = headers.rbegin(); header + 1 != headers.rend(); ++header) {
            QVERIFY(walk.append(header->rlp));
        }
        QCOMPARE(walk.hash_at(1), std::optional(headers.front().hash));
        QVERIFY(!walk.hash_at(0) && !walk.hash_at(headers.size() + 1));
        QCOMPARE(rule_of(walk.append(headers.front().rlp)), "walk.limit");
        chain::HeaderWalk low(1, headers.front().hash);
        QVERIFY(low.append(headers.front().rlp));
        QCOMPARE(low.hash_at(0), std::optional(Hash32{}));
        QCOMPARE(rule_of(low.append(headers.front().rlp)), "walk.limit"); // below the first block
        chain::HeaderWalk other(2, headers.front().hash);
        QCOMPARE(rule_of(other.append(headers.front().rlp)), "walk.link"); // right hash, wrong number
        QVERIFY(!other.append(bytes("0xc0")));
    }

    // ---- the history contract
    void the_history_contract_carries_a_pin() {
        Case each = made_case();
        const chain::HistoryProof proof = history(each, 100, anchor_header(each).hash);
        each.request.pins = {{made_chain, made_number + 100, proof.header.hash, "user"}};
        QCOMPARE(verdict(each.report()), "unproven");
        each.evidence.history = {proof};
        QCOMPARE(shown(each.report().headline), "Verified; block pinned: user, by the state of block 141");
        const auto open_with = [&each](const std::function<void(chain::HistoryProof&)>& change) {
            Case changed = each;
            change(changed.evidence.history[0]);
            return verdict(changed.report()) == "unproven";
        };
        QVERIFY(open_with([](auto& forged) { forged.proof.storage_nodes.back().back() ^= 1U; }));
        QVERIFY(open_with([](auto& forged) { forged.proof.account_nodes.back().back() ^= 1U; }));
        QVERIFY(open_with([](auto& forged) { forged.proof.storage_nodes.clear(); }));
        QVERIFY(open_with([](auto& forged) { forged.number -= 1; }));
        QVERIFY(open_with([](auto& forged) { forged.header.hash.bytes[0] ^= 1U; })); // another block's state
        QVERIFY(open_with([](auto& forged) { forged.header.number += 1; }));
        each.request.pins[0].chain_id = 1;
        QCOMPARE(verdict(each.report()), "unproven");
        each.request.pins.clear(); // it creates no authority
        QCOMPARE(verdict(each.report()), "unproven");
    }

    void the_history_contract_holds_another_hash() {
        Case each = made_case();
        const chain::HistoryProof proof = history(each, 100, word_of(0xabcdef));
        each.evidence.history = {proof};
        each.request.pins = {{made_chain, made_number + 100, proof.header.hash, "user"}};
        QCOMPARE(state(each.report(), RungId::block), "failed block.pin");
    }

    /// On such a chain the same words are whatever that contract stores: no wrong pin, and no right one
    /// either.
    void another_contract_at_the_history_contracts_address() {
        for (const bool right : {false, true}) {
            Case each = made_case();
            const Hash32 kept = right ? anchor_header(each).hash : word_of(0xabcdef);
            const auto proof = history(each, 100, kept, crypto::keccak256(bytes_of("code")));
            each.evidence.history = {proof};
            each.request.pins = {{made_chain, made_number + 100, proof.header.hash, "user"}};
            QVERIFY2(state(each.report(), RungId::block).startsWith("cannot_check"),
                     state(each.report(), RungId::block).constData());
            QCOMPARE(verdict(each.report()), "unproven");
        }
    }

    /// The pinned block's own header first, since its state may hold the hash; then the proof, then all
    /// headers.
    void what_is_asked_for_a_pin_far_above() {
        Case each = made_case();
        const chain::HistoryProof proof = history(each, 100, anchor_header(each).hash);
        each.request.pins = {{made_chain, made_number + 100, proof.header.hash, "user"}};
        each.request.offline = false;
        each.evidence.endpoints = {endpoint("node.example", made_number, {}, 1)};
        const auto only_need = [&each] {
            const auto needs = verify::next_needs(each.request, each.evidence);
            return needs.size() == 1 ? needs[0] : verify::Need{};
        };
        QVERIFY(only_need().kind == verify::NeedKind::header && only_need().count == 1);
        verify::walk_from_pins(each.request, each.evidence, std::vector{proof.header});
        QVERIFY(only_need().kind == verify::NeedKind::history_proof && only_need().number == made_number);
        Case proven = each;
        proven.evidence.history = {proof};
        QVERIFY(verify::next_needs(proven.request, proven.evidence).empty());
        each.evidence.endpoints[0].missing_histories.insert({proof.header.hash, made_number});
        QVERIFY(only_need().kind == verify::NeedKind::header && only_need().count == 99);
    }

    void beyond_the_window_nothing_is_held() {
        Case each = made_case();
        const chain::HistoryProof proof =
            history(each, chain::history_window_blocks + 1, anchor_header(each).hash);
        each.evidence.history = {proof};
        each.request.pins = {{made_chain, proof.header.number, proof.header.hash, "user"}};
        QCOMPARE(verdict(each.report()), "unproven");
    }

    // ---- slot clocks
    void slot_clocks() {
        const auto clock = verify::parse_slot_clock("77001:1700000000:12:16").value();
        QCOMPARE(clock.chain_id, made_chain);
        QCOMPARE(clock.slots_per_epoch, std::uint64_t{16});
        QCOMPARE(verify::parse_slot_clock("1:2:3").value().seconds_per_slot, std::uint64_t{3});
        for (const char* bad : {"", "1", "1:2", "1:2:0", "1:2:3:0", "1:2:3:4:5", "1:2:x", "1::3", ":1:2:3",
                                "1:2:3:", "01:2:3", "1:2:-3", "1:2:18446744073709551616"}) {
            QCOMPARE(rule_of(verify::parse_slot_clock(bad)), "slot_clock.syntax");
        }
    }
};

QTEST_GUILESS_MAIN(TestAuthority)
#include "test_authority.moc"
