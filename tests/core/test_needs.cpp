// What is asked, of whom and in which order, played against endpoints that answer, lie or stay silent. The
// loop must end whatever they do.
#include "core/verify/walks.h"
#include "tests/core/ladder_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using verify::Need;
using verify::NeedKind;
using verify::next_needs;
using verify::Policy;

class TestNeeds : public QObject {
    Q_OBJECT

    /// How an endpoint answers; by default as an honest node that has the one block.
    struct Node {
        Node() = default;
        Node(const char* named, std::uint64_t chain = made_chain) // NOLINT(google-explicit-constructor)
            : name(named), chain_id(chain) {}

        std::string name;
        std::uint64_t chain_id = made_chain;
        bool dead = false, knows_receipt = true, knows_block = true, other_block = false,
             other_receipt = false;
        bool raw_block = false; ///< gives consensus bytes
        bool no_finality = false, broken_roots = false, other_canonical = false;
        std::vector<chain::Header> headers; ///< that it gives by hash, newest first
        std::set<NeedKind> asked;
        std::size_t count = 0;
    };

    /// The anchored block as the nodes have it.
    struct Chain {
        Case truth = made_case();
        [[nodiscard]] const chain::BlockEvidence& block() const { return truth.evidence.blocks[0]; }
        [[nodiscard]] Hash32 transaction() const { return block().transactions[1].hash; }
    };

    static Case online(const std::vector<Node>& nodes) {
        Case out = made_case();
        out.request.offline = false;
        out.request.pins.clear();
        out.request.envelope->block_hash.reset();
        out.evidence = {};
        for (const Node& node : nodes) {
            verify::EndpointState state;
            state.name = node.name;
            out.evidence.endpoints.push_back(state);
        }
        return out;
    }

    static void answer(const Chain& chain, Node& node, const Need& need, Evidence& evidence) {
        node.asked.insert(need.kind);
        ++node.count;
        verify::EndpointState& state = evidence.endpoints[need.endpoint];
        if (node.dead) {
            state.failure = "connection refused";
            return;
        }
        switch (need.kind) {
        case NeedKind::chain_id:
            state.chain_id = node.chain_id;
            break;
        case NeedKind::receipt_location:
            state.receipts[need.hash].reset();
            if (node.knows_receipt) {
                Hash32 named = need.hash;
                named.bytes[0] ^= node.other_receipt ? 1U : 0U;
                state.receipts[need.hash] = {named, chain.block().header.hash, chain.block().header.number};
            }
            break;
        case NeedKind::block:
            if (!node.knows_block) {
                state.missing_blocks.insert(need.hash);
                break;
            }
            evidence.blocks.push_back(chain.block());
            evidence.blocks.back().source = {chain::SourceKind::endpoint, node.name};
            if (node.other_block) {
                evidence.blocks.back().header.timestamp += 1;
                refit(evidence.blocks.back());
            }
            if (node.broken_roots) {
                evidence.blocks.back().receipts[0].cumulative_gas_used += 1;
                evidence.blocks.back().seal();
            }
            break;
        case NeedKind::canonical_hash:
            state.canonical[need.number] = chain.block().header.hash;
            state.canonical[need.number]->bytes[0] ^= node.other_canonical ? 1U : 0U;
            break;
        case NeedKind::finalized_head:
            state.finality_unsupported = node.no_finality;
            if (!node.no_finality) {
                state.finalized_number = 1000;
            }
            break;
        case NeedKind::header:
            give_headers(node, need, evidence);
            break;
        case NeedKind::history_proof:
            state.missing_histories.insert({need.hash, need.number});
            break;
        case NeedKind::call:
            evidence.calls.push_back(
                {{chain::SourceKind::endpoint, node.name}, need.hash, need.to, need.data, std::nullopt});
            break;
        case NeedKind::trace:
            state.missing_traces.insert(need.hash);
            break;
        case NeedKind::raw_block:
            if (node.raw_block) {
                evidence.blocks.push_back(chain.block());
                evidence.blocks.back().source = {chain::SourceKind::endpoint, node.name};
            } else {
                state.missing_raw_blocks.insert(need.hash);
            }
            break;
        case NeedKind::rollup_logs:
            evidence.rollup_searches.push_back(
                {{chain::SourceKind::endpoint, node.name}, need.to, {}, true, {}});
            break;
        }
    }

    /// A Frontier header.
    static chain::Header header_on(const Hash32& parent, std::uint64_t number) {
        codec::RlpWriter out;
        out.open_list();
        out.bytes(parent.bytes);
        out.bytes(Hash32{}.bytes);
        out.bytes(Address{}.bytes);
        for (int root = 0; root < 3; ++root) {
            out.bytes(Hash32{}.bytes);
        }
        out.bytes(chain::Bloom{});
        for (const std::uint64_t value :
             {std::uint64_t{1}, number, std::uint64_t{1}, std::uint64_t{0}, number}) {
            out.u64(value);
        }
        out.bytes({});
        out.bytes(Hash32{}.bytes);
        out.bytes(std::array<std::uint8_t, 8>{});
        out.close_list();
        return chain::decode_header(out.take()).value();
    }

    /// At most two at once, so that a walk takes rounds.
    static void give_headers(Node& node, const Need& need, Evidence& evidence) {
        const auto first = std::ranges::find(node.headers, need.hash, &chain::Header::hash);
        if (first == node.headers.end()) {
            evidence.endpoints[need.endpoint].missing_headers.insert(need.hash);
            return;
        }
        chain::HeaderWalk* walk = nullptr;
        for (chain::HeaderWalk& known : evidence.walks) {
            walk = known.next_hash() == need.hash ? &known : walk;
        }
        walk = walk == nullptr ? &verify::walk_from(evidence, need.number, need.hash) : walk;
        for (auto next = first; next != node.headers.end() && next - first < 2; ++next) {
            static_cast<void>(walk->append(next->rlp));
        }
    }

    /// Asks until nothing is needed; fails the test when that does not end.
    static Report play(std::vector<Node>& nodes, Case& each) {
        const Chain chain;
        for (int round = 0; round < 50; ++round) {
            const auto needs = next_needs(each.request, each.evidence);
            if (needs.empty()) {
                return each.report();
            }
            std::map<std::size_t, std::size_t> per_endpoint;
            for (const Need& need : needs) {
                if (++per_endpoint[need.endpoint] > verify::max_needs_per_endpoint) {
                    QTest::qFail("too many needs", __FILE__, __LINE__);
                }
                answer(chain, nodes[need.endpoint], need, each.evidence);
            }
        }
        QTest::qFail("never ends", __FILE__, __LINE__);
        return {};
    }
    static Report play(std::vector<Node>& nodes, Policy policy = Policy::block) {
        Case each = online(nodes);
        each.request.policy = policy;
        return play(nodes, each);
    }

private slots:
    /// What no endpoint can give as JSON is asked for as consensus bytes, of those that could not, once.
    void consensus_bytes_are_the_last_resort() {
        std::vector<Node> sound{{"a.example"}, {"b.example"}};
        sound[0].broken_roots = true;
        play(sound);
        QVERIFY(!sound[0].asked.contains(NeedKind::raw_block)); // the other one had it
        for (const bool offered : {false, true}) {
            std::vector<Node> nodes{{"a.example"}, {"b.example"}};
            nodes[0].knows_block = false;
            nodes[1].broken_roots = true;
            nodes[1].raw_block = offered;
            const Report report = play(nodes);
            QVERIFY(nodes[0].asked.contains(NeedKind::raw_block));
            QVERIFY(nodes[1].asked.contains(NeedKind::raw_block));
            QCOMPARE(verdict(report), offered ? "verified" : "mismatch"); // what JSON told is contradictory
        }
    }

    void nothing_is_asked_in_vain() {
        std::vector<Node> nodes{{"a.example"}};
        Case each = online(nodes);
        each.request.policy = Policy::digest;
        QVERIFY(next_needs(each.request, each.evidence).empty());
        each.request.policy = Policy::block;
        each.request.offline = true;
        QVERIFY(next_needs(each.request, each.evidence).empty());
        each.request.offline = false;
        each.request.malformed = Error{"json.syntax", {}, {}, "broken"};
        QVERIFY(next_needs(each.request, each.evidence).empty());
    }

    void the_chain_comes_first() {
        std::vector<Node> nodes{{"a.example"}, {"b.example"}};
        const Case each = online(nodes);
        const auto needs = next_needs(each.request, each.evidence);
        QCOMPARE(needs.size(), std::size_t{2});
        QVERIFY(needs[0].kind == NeedKind::chain_id && needs[1].kind == NeedKind::chain_id);
        QVERIFY(needs[0].endpoint != needs[1].endpoint);
    }

    void one_node_sends_the_block_all_vote() {
        std::vector<Node> nodes{{"a.example"}, {"b.example"}};
        const Report report = play(nodes);
        QCOMPARE(verdict(report), "verified");
        QCOMPARE(shown(report.headline), "Verified; block by 2 endpoints");
        QVERIFY(report.final_);
        QVERIFY(nodes[0].asked.contains(NeedKind::block) && !nodes[1].asked.contains(NeedKind::block));
        QVERIFY(!nodes[1].asked.contains(NeedKind::receipt_location));
        QVERIFY(nodes[1].asked.contains(NeedKind::canonical_hash));
        QCOMPARE(nodes[0].count, std::size_t{5});
    }

    void weaker_policies_ask_less() {
        std::vector<Node> nodes{{"a.example"}};
        const Report report = play(nodes, Policy::inclusion);
        QCOMPARE(verdict(report), "verified");
        QVERIFY(!nodes[0].asked.contains(NeedKind::canonical_hash));
        QVERIFY(!nodes[0].asked.contains(NeedKind::finalized_head));
    }

    void evidence_at_hand_is_not_asked_for() {
        std::vector<Node> nodes{{"a.example"}, {"b.example"}};
        Case each = online(nodes);
        each.evidence.blocks = made_case().evidence.blocks;
        QCOMPARE(verdict(play(nodes, each)), "verified");
        for (const Node& node : nodes) {
            QVERIFY(!node.asked.contains(NeedKind::receipt_location) &&
                    !node.asked.contains(NeedKind::block));
            QVERIFY(node.asked.contains(NeedKind::canonical_hash));
        }
    }

    void a_node_of_another_chain_is_asked_nothing_more() {
        std::vector<Node> nodes{{"a.example", 1}, {"b.example"}, {"c.example"}};
        const Report report = play(nodes);
        QCOMPARE(state(report, RungId::event), "failed event.chain_id");
        QCOMPARE(nodes[0].count, std::size_t{1});
    }

    void silence() {
        std::vector<Node> nodes{{"a.example"}, {"b.example"}};
        nodes[0].dead = nodes[1].dead = true;
        const Report report = play(nodes);
        QCOMPARE(verify::exit_status(report), 5);
        QCOMPARE(nodes[0].count, std::size_t{1});
    }

    void the_next_node_is_asked_where_one_fails() {
        std::vector<Node> nodes{{"a.example"}, {"b.example"}, {"c.example"}};
        nodes[0].knows_receipt = false;
        QCOMPARE(verdict(play(nodes)), "verified");
        QVERIFY(nodes[1].asked.contains(NeedKind::receipt_location));

        nodes = {{"a.example"}, {"b.example"}};
        nodes[0].knows_block = false;
        QCOMPARE(verdict(play(nodes)), "verified");
        QVERIFY(nodes[1].asked.contains(NeedKind::block));

        nodes = {{"a.example"}, {"b.example"}};
        nodes[0].broken_roots = true;
        QCOMPARE(verdict(play(nodes)), "verified");
        QVERIFY(nodes[1].asked.contains(NeedKind::block));
    }

    void a_block_that_was_not_asked_for_ends_it() {
        std::vector<Node> nodes{{"a.example"}, {"b.example"}};
        nodes[0].other_block = nodes[1].other_block = true;
        const Report report = play(nodes);
        QVERIFY(report.verdict != Verdict::verified);
    }

    void the_receipt_of_another_transaction_is_not_followed() {
        std::vector<Node> nodes{{"a.example"}, {"b.example"}};
        nodes[0].other_receipt = nodes[1].other_receipt = true;
        const Report report = play(nodes);
        QCOMPARE(verdict(report), "unproven");
        QVERIFY(has_finding(report, "endpoint.transaction_hash"));
        QVERIFY(!nodes[0].asked.contains(NeedKind::block));
    }

    void the_envelopes_own_block_where_no_receipt_is_found() {
        std::vector<Node> nodes{{"a.example"}, {"b.example"}};
        nodes[0].knows_receipt = nodes[1].knows_receipt = false;
        Case each = online(nodes);
        each.request.envelope->block_hash = Chain().block().header.hash;
        QCOMPARE(verdict(play(nodes, each)), "verified");
    }

    void the_posting_is_looked_for_too() {
        std::vector<Node> nodes{{"a.example"}};
        Case each = online(nodes);
        each.request.table_tx = word("0x" + std::string(64, '7'));
        each.evidence.endpoints[0].chain_id = made_chain;
        const auto needs = next_needs(each.request, each.evidence);
        QCOMPARE(needs.size(), std::size_t{2});
        QVERIFY(needs[1].kind == NeedKind::receipt_location && needs[1].hash == *each.request.table_tx);
    }

    /// The first node's block is on no other's chain: they are asked for theirs, each once.
    void a_contested_block_is_looked_for_elsewhere() {
        std::vector<Node> nodes{{"a.example"}, {"b.example"}, {"c.example"}};
        nodes[1].other_canonical = nodes[2].other_canonical = true;
        QCOMPARE(verdict(play(nodes)), "unproven");
        for (const Node& node : nodes) {
            QVERIFY(node.asked.contains(NeedKind::receipt_location));
        }
        nodes = {{"a.example"}, {"b.example"}};
        QCOMPARE(verdict(play(nodes)), "verified");
        QVERIFY(
            !nodes[1].asked.contains(NeedKind::receipt_location)); // where nobody contests it, nobody else is
    }

    void headers_from_a_pin_down_to_the_block() {
        const Chain chain;
        std::vector<chain::Header> headers;
        Hash32 parent = chain.block().header.hash;
        for (std::uint64_t number = made_number + 1; number <= made_number + 9; ++number) {
            headers.insert(headers.begin(), header_on(parent, number));
            parent = headers.front().hash;
        }
        const auto pinned = [&](std::vector<Node>& nodes) {
            Case each = online(nodes);
            each.request.pins = {{made_chain, made_number + 9, parent, "user"}};
            return play(nodes, each);
        };
        std::vector<Node> nodes{{"a.example"}};
        nodes[0].headers = headers;
        QCOMPARE(shown(pinned(nodes).headline),
                 "Verified; block pinned: user, by block 50 through 9 headers");
        nodes = {
            {"a.example"}, {"b.example"}, {"c.example"}}; // one after the other, from where the first stops
        nodes[0].headers = {headers.begin(), headers.begin() + 3};
        nodes[2].headers = {headers.begin() + 2, headers.end()};
        QCOMPARE(verdict(pinned(nodes)), "verified");
        nodes = {{"a.example"}};
        nodes[0].headers = {headers.begin(), headers.begin() + 8};
        QCOMPARE(verdict(pinned(nodes)), "unproven"); // and it ends
    }

    void every_mixture_of_nodes_ends() {
        Random random(1);
        for (int round = 0; round < 500; ++round) {
            std::vector<Node> nodes(1 + random() % 4);
            for (std::size_t index = 0; index < nodes.size(); ++index) {
                Node& node = nodes[index];
                node.name = std::string(1, static_cast<char>('a' + random() % 3)) +
                            ".example:" + std::to_string(index);
                node.chain_id = random() % 5 == 0 ? 1 : made_chain;
                node.dead = random() % 6 == 0;
                node.knows_receipt = random() % 4 != 0;
                node.knows_block = random() % 4 != 0;
                node.other_block = random() % 4 == 0;
                node.other_receipt = random() % 5 == 0;
                node.broken_roots = random() % 4 == 0;
                node.no_finality = random() % 3 == 0;
                node.other_canonical = random() % 4 == 0;
            }
            const Report report = play(nodes, static_cast<Policy>(random() % 5));
            for (const Node& node : nodes) {
                QVERIFY(node.count <= verify::max_needs_per_endpoint);
            }
            if (report.verdict == Verdict::verified && report.policy >= Policy::block) {
                std::set<std::string> hosts; // nobody vouched but these, and no node was trusted
                for (const Node& node : nodes) {
                    hosts.insert(node.name.substr(0, 1));
                }
                QVERIFY(hosts.size() >= 2);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestNeeds)
#include "test_needs.moc"
