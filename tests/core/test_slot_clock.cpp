#include "core/chain/slot_clock.h"
#include <QtTest>

using namespace anchorscope;
using namespace anchorscope::chain;

namespace {

Header at(std::uint64_t timestamp, const U256& difficulty = 0) {
    Header header;
    header.timestamp = timestamp;
    header.difficulty = difficulty;
    return header;
}

} // namespace

class TestSlotClock : public QObject {
    Q_OBJECT

private slots:
    void known_slots_data() {
        QTest::addColumn<quint64>("chain");
        QTest::addColumn<quint64>("timestamp");
        QTest::addColumn<quint64>("slot");
        // portal-spec-tests, beacon_block_proof-17062257.yaml
        QTest::newRow("mainnet 17062257") << quint64{1} << quint64{1681682543} << quint64{6238210};
        // First blocks after the forks: DENEB_FORK_EPOCH 269568, ELECTRA_FORK_EPOCH 364032 (consensus-specs),
        // 32 slots
        QTest::newRow("mainnet 19426587") << quint64{1} << quint64{1710338135} << quint64{269568} * 32;
        QTest::newRow("mainnet 22431084") << quint64{1} << quint64{1746612311} << quint64{364032} * 32;
        // nimbus-eth1 light-client data: the finalized beacon header's slot
        QTest::newRow("mainnet 24784163") << quint64{1} << quint64{1775039447} << quint64{14017952};
        // Genesis is slot 0 by definition; times from each network's configuration
        QTest::newRow("sepolia genesis") << quint64{11155111} << quint64{1655733600} << quint64{0};
        QTest::newRow("hoodi second slot") << quint64{560048} << quint64{1742213412} << quint64{1};
        QTest::newRow("gnosis third slot") << quint64{100} << quint64{1638993350} << quint64{2};
        QTest::newRow("chiado genesis") << quint64{10200} << quint64{1665396300} << quint64{0};
    }

    void known_slots() {
        QFETCH(quint64, chain);
        QFETCH(quint64, timestamp);
        QFETCH(quint64, slot);
        const SlotClock* clock = slot_clock(chain);
        QVERIFY(clock != nullptr);
        QCOMPARE(clock->chain_id, chain);
        QVERIFY(slot_of(*clock, at(timestamp)) == std::optional<std::uint64_t>(slot));
    }

    void no_slot_off_the_grid() {
        const SlotClock& clock = *slot_clock(1);
        QVERIFY(!slot_of(clock, at(clock.genesis + 11)));
        QVERIFY(!slot_of(clock, at(clock.genesis + 13)));
        QVERIFY(!slot_of(clock, at(clock.genesis - 12)));
        QVERIFY(!slot_of(clock, at(0)));
    }

    void no_slot_under_proof_of_work() {
        QVERIFY(!slot_of(*slot_clock(1), at(slot_clock(1)->genesis + 12, 1)));
    }

    void no_clock_for_other_chains() {
        for (const std::uint64_t chain : {0U, 10U, 8453U, 31337U, 42161U}) {
            QVERIFY(slot_clock(chain) == nullptr);
        }
    }
};

QTEST_GUILESS_MAIN(TestSlotClock)
#include "test_slot_clock.moc"
