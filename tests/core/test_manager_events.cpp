#include "core/crypto/hash_function.h"
#include "core/transition/event_segments.h"
#include "eez_runs.h"
#include <map>
#include <set>

using namespace anchorscope;
using namespace anchorscope::test;
using namespace anchorscope::transition;

namespace {

Hash32 topic(std::string_view signature) { return crypto::keccak256(bytes_of(signature)); }

/// A log with words as topics behind topic 0 and words as data.
chain::Log log_of(std::string_view signature, std::vector<Hash32> topics, const std::vector<Hash32>& data) {
    chain::Log log;
    log.topics = {topic(signature)};
    log.topics.insert(log.topics.end(), topics.begin(), topics.end());
    for (const Hash32& one : data) {
        append(log.data, one.view());
    }
    return log;
}

QByteArray rule(const chain::Log& log) { return rule_of(decode_manager_event(log, {})); }

constexpr std::string_view call_result = "CallResult(uint256,uint256,bool,bytes)";

} // namespace

class TestManagerEvents : public QObject {
    Q_OBJECT

private slots:
    // Topics as in the contracts' ABI (EEZ main, June 2026).
    void topicsAreThoseOfTheContracts() {
        const std::map<std::string, std::vector<QByteArray>> expected{
            {"BatchPosted", {"0xd6f8d71ce42a799b91f399271f4b0e91f85eb87fac7bb2cedd4b3a52fad36182"}},
            {"ExecutionConsumed",
             {"0x207e371295f3ff0efe443424ce128c96f8ecea6a25636fc38ad7c222c446699c",
              "0x3dceeacc8a13c778202e5ca05ce0e4c3c0ed24b80176b733146eccd9f997a564"}},
            {"CallResult", {"0x6ab31fd4e1fedcfcbb1a56d82ca9c2aa41d65466dff790e7287a415348b75765"}},
            {"L1ToL2CallConsumed", {"0x42786c7bc78ade509acb090cd423789393469a0b9568926b50c1d1a716429385"}},
            {"OutgoingCallConsumed", {"0x80513f7b9405af555758577842e50301e8c8903bc1d44d05f54075b4dd6fa001"}},
            {"EntryExecuted", {"0x99403777f3e390813f268a6307c0cb1b1ae83271187473a2c07e34f81e4a2936"}},
            {"RevertSpanExecuted", {"0xf805bc66587a02266edd3197dc8dc57351fa8ae0b55a1e75f270f70d80159a7c"}},
            {"ImmediateEntrySkipped", {"0x62cc6fa8d0d1b1170559640dfa2d36932712a5d761c0924ea23aabf3b602cb3c"}},
            {"L2TXExecuted", {"0x110e37308dbd81a8e4d42e316af40e7cf78577d19f52c170928664fe4a6a377f"}},
            {"CrossChainCallExecuted",
             {"0xad4275800b3b34f59dea39a4bd58ae171a852e3555a2ed1a6f9bad83eb6fb598"}},
            {"CrossChainProxyCreated",
             {"0x318838c0aec28d3eb1d3a48be7a8b2576548cde8922741021503e81b01a4c447"}},
            {"L2ExecutionPerformed", {"0x0133f662c29e67eedfc9b53c0c1f657b30ebaf9748094d09fa4659d769dd4f78"}},
            {"StateUpdated", {"0x3060356fe01e6782d366a741b8a2f65e53c64fefa69c21cf85ad79a846fd472e"}},
            {"RollupCreated", {"0x65aca4a0612183373cd8f999716ed850923221124a6c3b5c55b90e964cbe34d9"}},
            {"IncomingCrossChainCallExecuted",
             {"0xafa266cedf4da8643ef46a0fd533583cd38fe3762b2041b0ebdbd032594dece5"}},
            {"ExecutionTableLoaded", {"0x21308ad7ef0fc59e2833a7359701342f27a35f3273aa2f83a37bf57a873ecc95"}},
        };
        std::map<std::string, std::vector<QByteArray>> listed;
        for (const EventSignature& event : manager_event_signatures()) {
            QVERIFY(event.signature.starts_with(event.name));
            listed[std::string(event.name)].push_back(shown(topic(event.signature).hex()));
        }
        QVERIFY(listed == expected);
    }

    void everyRecordedLogIsKnown() {
        std::set<std::string_view> met;
        for (const RecordedTable& recorded : recorded_tables()) {
            for (const ManagerEvent& event : recorded.all_events) {
                QVERIFY(!std::holds_alternative<UnknownEvent>(event.body));
                met.insert(event_name(event.body));
            }
        }
        QCOMPARE(met.size(), 13U); // all but immediate entries' skips, state updates and nothing unknown
    }

    void readsTopicsAndData() {
        const auto event = decode_manager_event(
            log_of(call_result, {word_of(3), word_of(4)},
                   {word_of(1), word_of(64), word_of(2), Hash32::from(bytes("abcd" + std::string(60, '0')))}),
            {1, 2, 3});
        QVERIFY(event);
        const auto& result = std::get<CallResult>(event->body);
        QCOMPARE(result.entry_index, U256(3));
        QCOMPARE(result.call_number, U256(4));
        QVERIFY(result.success);
        QCOMPARE(result.return_data, bytes("abcd"));
        QVERIFY(event->log == (LogRef{1, 2, 3}));
        QCOMPARE(shown(describe(*event)), QByteArray("CallResult, receipts[2].logs[3]"));
    }

    void batchPostedOfBothVersions() {
        for (const chain::Log& log : {log_of("BatchPosted(uint256)", {word_of(5)}, {}),
                                      log_of("BatchPosted(uint256)", {}, {word_of(5)})}) {
            const auto event = decode_manager_event(log, {});
            QVERIFY(event);
            QCOMPARE(std::get<BatchPosted>(event->body).rollup_count, U256(5));
        }
    }

    void otherShapesAreRefused() {
        const std::vector<Hash32> topics{word_of(3), word_of(4)};
        const std::vector<Hash32> data{word_of(1), word_of(64), word_of(0)};
        QCOMPARE(rule(log_of(call_result, topics, data)), QByteArray());
        QCOMPARE(rule(log_of(call_result, {word_of(3)}, data)), QByteArray("event.shape"));
        QCOMPARE(rule(log_of(call_result, {word_of(3), word_of(4), word_of(5)}, data)),
                 QByteArray("event.shape"));
        QCOMPARE(rule(log_of(call_result, topics, {word_of(1)})), QByteArray("event.shape"));
        QCOMPARE(rule(log_of(call_result, topics, {word_of(2), word_of(64), word_of(0)})),
                 QByteArray("event.shape"));
        QCOMPARE(rule(log_of("BatchPosted(uint256)", {word_of(5)}, {word_of(5)})), QByteArray("event.shape"));
        // an address topic with dirty upper bytes
        const std::string_view created = "CrossChainProxyCreated(address,address,uint256)";
        QCOMPARE(rule(log_of(created, {word_of(1), word_of(2), word_of(3)}, {})), QByteArray());
        Hash32 dirty = word_of(2);
        dirty.bytes[11] = 1;
        QCOMPARE(rule(log_of(created, {word_of(1), dirty, word_of(3)}, {})), QByteArray("event.shape"));
    }

    void othersAreUnknown() {
        QVERIFY(std::holds_alternative<UnknownEvent>(decode_manager_event({}, {})->body));
        const auto event = decode_manager_event(log_of("Transfer(address,address,uint256)", {}, {}), {});
        QCOMPARE(std::get<UnknownEvent>(event->body).topic0, topic("Transfer(address,address,uint256)"));
    }

    void onlyTheManagersLogsCount() {
        const Address manager = address_of(1);
        chain::Log log = log_of("BatchPosted(uint256)", {word_of(5)}, {});
        chain::BlockEvidence block;
        block.receipts.resize(2);
        block.receipts[1].logs.push_back(log);
        log.address = manager;
        block.receipts[1].logs.push_back(log);
        log.topics.push_back(word_of(1));
        block.receipts[1].logs.push_back(log);
        std::vector<Finding> findings;
        const auto events = manager_events(block, 4, manager, findings);
        QCOMPARE(events.size(), 1U);
        QVERIFY(events[0].log == (LogRef{4, 1, 1}));
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(shown(findings[0].place), QByteArray("receipts[1].logs[2]"));
        QCOMPARE(shown(findings[0].rule), QByteArray("event.shape"));
        QCOMPARE(findings[0].severity, Severity::error);
    }
};

QTEST_GUILESS_MAIN(TestManagerEvents)
#include "test_manager_events.moc"
