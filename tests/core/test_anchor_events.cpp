// Anchor events: topics against the published constants, and the strict reading of Recorded.
#include "core/anchor/anchor_event.h"
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
        const std::array<std::pair<const char*, const char*>, 10> published{{
            {"ocp.recorded", "0xdca60c2087041cbb12d9a57628c6cad28ecbd0437e47c7ab6c3aa6e162bf4497"},
            {"ocp.recorded-v0", "0xc4010a01a103c0f58e041a8695f9aea8133f5a3714196b841ddadc216d9ac224"},
            {"erc-8263.anchor-proof", "0x9fe832d83a52f83bd7d54181e4cc7ff8b4e227cc1d3a0144376894b5df6c23cc"},
            {"eas.attested", "0x8bf46bf4cfd674fa735a3d63ec1c9ad4153f033c290341f3a588b75685141b35"},
            {"eas.timestamped", "0x5aafceeb1c7ad58e4a84898bdee37c02c0fc46e7d24e6b60e8209449f183459f"},
            {"op.output-proposed", "0xa7aaf2512769da4e444e3de247be2564225c2e7a8f74cfe528e46e17d24868e2"},
            {"op.dispute-game-created", "0x5b565efe82411da98814f356d0e7bcb8f0219b8d970307c5afb4a6903a8b2e35"},
            {"zksync.block-commit", "0x8f2916b2f2d78cc5890ead36c06c0f6d5d112c7e103589947e8e2f0d6eddb763"},
            {"linea.data-finalized-v3", "0xa0262dc79e4ccb71ceac8574ae906311ae338aa4a2044fd4ec4b99fad5ab60cb"},
            {"agglayer.verify-batches", "0xd1ec3a1216f08b6eff72e169ceb548b782db18a6614852618d86bb19f3f9b0d3"},
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
