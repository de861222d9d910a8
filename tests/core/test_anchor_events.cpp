// Anchor events: topics against the published constants, and the strict reading of Recorded.
#include "core/anchor/anchor_event.h"
#include "core/anchor/declared_event.h"
#include "core/crypto/erc55.h"
#include "tests/core/core_test_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using anchor::decode_recorded;

class TestAnchorEvents : public QObject {
    Q_OBJECT

    static chain::Log good() {
        return {Address::parse("0x0c0117ac70000000000000000000000000000001").value(),
                {word("0xdca60c2087041cbb12d9a57628c6cad28ecbd0437e47c7ab6c3aa6e162bf4497"),
                 word("0x9f7f3830e030fd0c326a1f4e231c65b97583f06f264dfae60d02a6f8b775445d"),
                 word("0x000000000000000000000000c0aa17de0000000000000000000000000000beef")},
                {}};
    }

private slots:
    void topics_data() {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("topic0");
        // Published by the projects that define the events (OCP, ERC-8263, EAS, Optimism, zkSync, Linea,
        // AggLayer).
        // Arbitrum's: contract bindings and logs of the rollup at 0x4DCeB440657f21083db8aDd07665f8ddBe1DCfc0.
        // The manager's: recorded runs of the EEZ contracts.
        const std::array<std::pair<const char*, const char*>, 16> published{{
            {"ocp.recorded", "0xdca60c2087041cbb12d9a57628c6cad28ecbd0437e47c7ab6c3aa6e162bf4497"},
            {"ocp.recorded-v0", "0xc4010a01a103c0f58e041a8695f9aea8133f5a3714196b841ddadc216d9ac224"},
            {"erc-8263.anchor-proof", "0x9fe832d83a52f83bd7d54181e4cc7ff8b4e227cc1d3a0144376894b5df6c23cc"},
            {"eas.attested", "0x8bf46bf4cfd674fa735a3d63ec1c9ad4153f033c290341f3a588b75685141b35"},
            {"eas.timestamped", "0x5aafceeb1c7ad58e4a84898bdee37c02c0fc46e7d24e6b60e8209449f183459f"},
            {"op.output-proposed", "0xa7aaf2512769da4e444e3de247be2564225c2e7a8f74cfe528e46e17d24868e2"},
            {"op.dispute-game-created", "0x5b565efe82411da98814f356d0e7bcb8f0219b8d970307c5afb4a6903a8b2e35"},
            {"zksync.block-commit", "0x8f2916b2f2d78cc5890ead36c06c0f6d5d112c7e103589947e8e2f0d6eddb763"},
            {"linea.data-finalized-v3", "0xa0262dc79e4ccb71ceac8574ae906311ae338aa4a2044fd4ec4b99fad5ab60cb"},
            {"arbitrum.assertion-confirmed",
             "0xfc42829b29c259a7370ab56c8f69fce23b5f351a9ce151da453281993ec0090c"},
            {"agglayer.verify-batches", "0xd1ec3a1216f08b6eff72e169ceb548b782db18a6614852618d86bb19f3f9b0d3"},
            {"eez.batch-posted", "0xd6f8d71ce42a799b91f399271f4b0e91f85eb87fac7bb2cedd4b3a52fad36182"},
            {"eez.execution-consumed", "0x207e371295f3ff0efe443424ce128c96f8ecea6a25636fc38ad7c222c446699c"},
            {"eez.entry-executed", "0x99403777f3e390813f268a6307c0cb1b1ae83271187473a2c07e34f81e4a2936"},
            {"eez.l2-execution-performed",
             "0x0133f662c29e67eedfc9b53c0c1f657b30ebaf9748094d09fa4659d769dd4f78"},
            {"eez.state-updated", "0x3060356fe01e6782d366a741b8a2f65e53c64fefa69c21cf85ad79a846fd472e"},
        }};
        QCOMPARE(anchor::anchor_event_kinds().size(), published.size());
        for (const auto& [id, topic] : published) {
            QTest::newRow(id) << QByteArray(id) << QByteArray(topic);
        }
    }
    void topics() {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, topic0);
        const auto kinds = anchor::anchor_event_kinds();
        const auto kind = std::ranges::find(kinds, id.toStdString(), &anchor::AnchorEventKind::id);
        QVERIFY(kind != kinds.end());
        QCOMPARE(shown(anchor::topic0(*kind).hex()), topic0);
        QVERIFY(!kind->proves.empty() && !kind->limits.empty());
        QCOMPARE(kind->conformant, id == "ocp.recorded");
        QCOMPARE(kind->of_manager, id.startsWith("eez."));
        QVERIFY(!kind->of_manager ||
                kind->digest.empty()); // no event of the manager carries a table's digest
        for (const anchor::EventLayout& layout : kind->layouts) {
            QCOMPARE(shown(layout.signature()), shown(kind->signature));
            QVERIFY(kind->digest.empty() || layout.parameter(kind->digest));
            QVERIFY(kind->account.empty() || layout.parameter(kind->account));
        }
    }

    void recorded_is_read() {
        const auto recorded = decode_recorded(good()).value();
        QCOMPARE(shown(recorded.digest.hex()),
                 "0x9f7f3830e030fd0c326a1f4e231c65b97583f06f264dfae60d02a6f8b775445d");
        QCOMPARE(shown(recorded.committer.hex()), "0xc0aa17de0000000000000000000000000000beef");
    }

    void recorded_is_strict() {
        chain::Log log = good();
        log.topics[0].bytes[0] ^= 1U;
        QCOMPARE(rule_of(decode_recorded(log)), "anchor.topic0");
        log.topics.clear();
        QCOMPARE(rule_of(decode_recorded(log)), "anchor.topic0");
        for (const std::size_t count : {std::size_t{1}, std::size_t{2}, std::size_t{4}}) {
            log = good();
            log.topics.resize(count);
            QCOMPARE(rule_of(decode_recorded(log)), "anchor.topic_count");
        }
        for (std::size_t byte = 0; byte < 12; ++byte) {
            log = good();
            log.topics[2].bytes[byte] = 1;
            QCOMPARE(rule_of(decode_recorded(log)), "anchor.dirty_address_topic");
        }
        log = good();
        log.data = {0};
        QCOMPARE(rule_of(decode_recorded(log)), "anchor.data");
    }

    void kinds_are_decoded() {
        const auto recorded = anchor::read_anchor_event(good()).value();
        QCOMPARE(shown(recorded.kind->id), "ocp.recorded");
        QCOMPARE(recorded.digest.value(), good().topics[1]);
        QCOMPARE(shown(recorded.account->hex()), "0xc0aa17de0000000000000000000000000000beef");
        QCOMPARE(recorded.fields.size(), std::size_t{2});
        QCOMPARE(shown(recorded.fields[1].name), "committer");
        QCOMPARE(shown(recorded.fields[1].value), "0xc0Aa17dE0000000000000000000000000000beEf");
        QVERIFY(!anchor::read_anchor_event({}));
        chain::Log other = good();
        other.topics[0].bytes[0] ^= 1U;
        QVERIFY(!anchor::read_anchor_event(other));
    }

    void malformed_logs_say_so() {
        chain::Log dirty = good();
        dirty.topics[2].bytes[0] = 1;
        const auto event = anchor::read_anchor_event(dirty).value();
        QVERIFY(event.flaw.find("upper 12 bytes") != std::string::npos);
        QVERIFY(event.fields.empty() && !event.account);
        QCOMPARE(event.digest.value(), dirty.topics[1]);
        chain::Log two = good();
        two.topics.resize(2);
        QVERIFY(!anchor::read_anchor_event(two)->flaw.empty());
        two.topics.resize(1);
        QVERIFY(!anchor::read_anchor_event(two)->digest);
    }

    void data_and_topics_give_the_fields() {
        const auto& proof = *anchor::anchor_event_kind("erc-8263.anchor-proof");
        chain::Log log{good().address,
                       {anchor::topic0(proof), good().topics[0], good().topics[1], good().topics[2]},
                       {}};
        for (const std::uint64_t value : {2U, 64U, 3U}) {
            append(log.data, U256(value).to_word().view());
        }
        append(log.data, Hash32{}.view());
        std::ranges::fill_n(log.data.begin() + 96, 3, std::uint8_t{0xab});
        const auto event = anchor::read_anchor_event(log).value();
        QCOMPARE(shown(event.flaw), "");
        QByteArray fields;
        for (const anchor::EventField& field : event.fields) {
            fields +=
                shown(field.name) + "=" + shown(field.value.substr(0, 8)) + (field.indexed ? " i;" : ";");
        }
        QCOMPARE(fields, "kind=2;agentId=0xdca60c i;proofHash=0x9f7f38 i;operator=0xc0Aa17 i;aux=0xababab;");
        QCOMPARE(event.digest.value(), good().topics[1]);
        log.data[31] = 0;
        log.data[0] = 1; // a uint8 beyond its width
        QVERIFY(!anchor::read_anchor_event(log)->flaw.empty());
    }

    void older_shapes_are_read() {
        const auto& posted = *anchor::anchor_event_kind("eez.batch-posted");
        const Hash32 three = U256(3).to_word();
        for (const chain::Log& log :
             {chain::Log{{}, {anchor::topic0(posted), three}, {}},
              chain::Log{{}, {anchor::topic0(posted)}, Bytes(three.bytes.begin(), three.bytes.end())}}) {
            const auto event = anchor::read_anchor_event(log).value();
            QCOMPARE(shown(event.flaw), "");
            QCOMPARE(shown(event.fields[0].value), "3");
            QVERIFY(!event.digest);
        }
    }

    void layouts() {
        const auto layout =
            anchor::EventLayout::parse(
                " Made( bytes32 indexed a,uint256,(address to,bytes data)[] list , string indexed text )")
                .value();
        QCOMPARE(shown(layout.signature()), "Made(bytes32,uint256,(address,bytes)[],string)");
        QCOMPARE(shown(layout.name()), "Made");
        QCOMPARE(shown(layout.parameters()[1].name), "arg1");
        QCOMPARE(layout.parameters()[3].place, std::size_t{2});
        QCOMPARE(layout.parameters()[2].place, std::size_t{1});
        // The topic of an indexed string is its hash: any word will do.
        QVERIFY(anchor::EventLayout::parse("E(string indexed a)")
                    ->decode({{}, {crypto::keccak256(bytes_of("E(string)")), good().topics[0]}, {}}));
        for (const char* text : {"",
                                 "E",
                                 "E(",
                                 "E)",
                                 "(uint256)",
                                 "E(uint257)",
                                 "E(uint256",
                                 "E(uint256))",
                                 "E(uint256)x",
                                 "1E(uint256)",
                                 "E E(uint256)",
                                 "E(uint256,)",
                                 "E(,)",
                                 "E(uint256 a b)",
                                 "E(uint256 indexed indexed)",
                                 "E(indexed uint256)",
                                 "E(uint256 1a)",
                                 "E(uint256 a, uint256 a)",
                                 "E((uint256)",
                                 "event E(uint256)",
                                 "E(uint256 indexed,uint256 indexed,uint256 indexed,uint256 indexed)",
                                 "E(uint8,uint8,uint8,uint8,uint8,uint8,uint8,uint8,uint8,uint8,uint8,uint8,"
                                 "uint8,uint8,uint8,uint8,"
                                 "uint8)"}) {
            QVERIFY2(rule_of(anchor::EventLayout::parse(text)) == "event.declaration", text);
        }
        QCOMPARE(rule_of(anchor::EventLayout::parse("E(" + std::string(anchor::max_event_text, ' ') + ")")),
                 "event.declaration");
    }

    void declared_events() {
        const Hash32 who = good().topics[2];
        const auto event =
            anchor::parse_declared_event("Anchored(bytes32 indexed digest, address who) digest=topic1")
                .value();
        chain::Log log{good().address,
                       {crypto::keccak256(bytes_of("Anchored(bytes32,address)")), good().topics[1]},
                       Bytes(who.bytes.begin(), who.bytes.end())};
        const auto carried = anchor::carried_by(event, log).value();
        QCOMPARE(carried.digest, good().topics[1]);
        QVERIFY(!carried.account);
        log.data[0] = 1; // dirty
        QCOMPARE(rule_of(anchor::carried_by(event, log)), "anchor.data");
        log.data.pop_back();
        QCOMPARE(rule_of(anchor::carried_by(event, log)), "anchor.data");
        log.topics.push_back({});
        QCOMPARE(rule_of(anchor::carried_by(event, log)), "anchor.topic_count");
        log.topics.resize(1);
        QCOMPARE(rule_of(anchor::carried_by(event, log)), "anchor.topic_count");
        log.topics[0].bytes[0] ^= 1U;
        QCOMPARE(rule_of(anchor::carried_by(event, log)), "anchor.topic0");
    }

    void declared_words_count_in_the_head() {
        // A fixed array takes three words of the head, a byte string one.
        const auto event =
            anchor::parse_declared_event("S(uint8[3] a, bytes b, bytes32 c)   digest=word4").value();
        chain::Log log{{}, {event.layout.topic0()}, {}};
        for (const std::uint64_t value : {1U, 2U, 3U, 160U, 7U, 0U}) {
            append(log.data, U256(value).to_word().view());
        }
        QCOMPARE(anchor::carried_by(event, log)->digest, U256(7).to_word());
    }

    void declared_events_are_strict() {
        const std::string anchored = "Anchored(bytes32 indexed digest, address who, bytes32 other)";
        for (const char* good_place : {" digest=topic1", " digest=word1", "  digest=topic1"}) {
            QCOMPARE(rule_of(anchor::parse_declared_event(anchored + good_place)), "");
        }
        for (const char* place :
             {"", "digest=topic1", " digest=topic0", " digest=topic2", " digest=word0", " digest=word2",
              " digest=word01", " digest=topic01", " digest=word", " digest=", " digest=topic1 ",
              " digest=topic1x", " Digest=topic1", " digest = topic1", " digest=topic100", " digest=word+1",
              " digest=digest", " digest=topic1 digest=topic1"}) {
            QVERIFY2(rule_of(anchor::parse_declared_event(anchored + place)) == "event.declaration", place);
        }
        // Only a bytes32: the hash of an indexed string is no digest that was logged, a number is none
        // either.
        for (const char* text : {"E(string indexed a) digest=topic1", "E(uint256 indexed a) digest=topic1",
                                 "E(bytes20 indexed a) digest=topic1", "E(bytes a) digest=word0",
                                 "E(bytes32[2] a) digest=word0", "E() digest=word0"}) {
            QVERIFY2(rule_of(anchor::parse_declared_event(text)) == "event.declaration", text);
        }
    }

    void known_contracts_by_chain() {
        // ERC-8281's own list of deployments.
        const auto mainnet = crypto::parse_checksummed("0x7186599d6Eb50905ecd34346e705E4C93871143b").value();
        const auto arbitrum = crypto::parse_checksummed("0x65884e7db1E57cA2AEf0d66eFcff9c738684B02a").value();
        QVERIFY(anchor::known_contract(1, mainnet) != nullptr);
        QVERIFY(anchor::known_contract(42161, arbitrum) != nullptr);
        QVERIFY(anchor::known_contract(42161, mainnet) == nullptr);
        QVERIFY(anchor::known_contract(1, arbitrum) == nullptr);
        QVERIFY(anchor::known_contract(1, Address{}) == nullptr);
        QCOMPARE(anchor::known_contracts().size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestAnchorEvents)
#include "test_anchor_events.moc"
