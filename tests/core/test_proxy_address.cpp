// Addresses of cross-chain proxies: CREATE2 by the examples of EIP-1014, and what the manager feeds it.
#include "core/crypto/hash_function.h"
#include "core/digest/proxy_address.h"
#include "table_maker.h"
#include <QTest>

using namespace anchorscope;
using namespace anchorscope::test;
using namespace anchorscope::digest;

class TestProxyAddress : public QObject {
    Q_OBJECT
private slots:
    void examplesOfTheEip_data() {
        QTest::addColumn<QByteArray>("deployer");
        QTest::addColumn<QByteArray>("salt");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("address");
        const auto row = [](const char* name, const char* deployer, const char* salt, const char* code,
                            const char* address) {
            QTest::newRow(name) << QByteArray(deployer) << QByteArray(salt) << QByteArray(code)
                                << QByteArray(address);
        };
        const char* const none = "0x0000000000000000000000000000000000000000";
        const char* const zero = "0x0000000000000000000000000000000000000000000000000000000000000000";
        row("0", none, zero, "0x00", "0x4d1a2e2bb4f88f0250f26ffff098b0b30b26bf38");
        row("1", "0xdeadbeef00000000000000000000000000000000", zero, "0x00",
            "0xb928f69bb1d91cd65274e3c79d8986362984fda3");
        row("2", "0xdeadbeef00000000000000000000000000000000",
            "0x000000000000000000000000feed000000000000000000000000000000000000", "0x00",
            "0xd04116cdd17bebe565eb2422f2497e06cc1c9833");
        row("3", none, zero, "0xdeadbeef", "0x70f2b2914a2a4b783faefb75f459a580616fcb5e");
        row("4", "0x00000000000000000000000000000000deadbeef",
            "0x00000000000000000000000000000000000000000000000000000000cafebabe", "0xdeadbeef",
            "0x60f3f640a8508fc6a86d45df051962668e1e8ac7");
        row("6", none, zero, "0x", "0xe33c0c7f7df4809055c3eba6c09cfe4baf1bd9e0");
    }
    void examplesOfTheEip() {
        QFETCH(const QByteArray, deployer);
        QFETCH(const QByteArray, salt);
        QFETCH(const QByteArray, code);
        QFETCH(const QByteArray, address);
        const Bytes bytes = from_hex(code.toStdString()).value();
        QCOMPARE(QByteArray::fromStdString(create2_address(Address::parse(deployer.toStdString()).value(),
                                                           Hash32::parse(salt.toStdString()).value(),
                                                           crypto::keccak256(bytes))
                                               .hex()),
                 address);
    }

    // Joined by hand: abi.encodePacked(uint256, address), then the code with three words behind it.
    void ofAnAccount() {
        const Address manager = address_of(0xe7f1), original = address_of(0xbeef);
        const Bytes code{0x60, 0x80, 0x60, 0x40};
        Bytes packed(32);
        packed[31] = 5;
        append(packed, original.view());
        Bytes creation = code;
        for (const std::uint64_t low : {0xe7f1U, 0xbeefU, 5U}) {
            append(creation, word_of(low).view());
        }
        const Address expected =
            create2_address(manager, crypto::keccak256(packed), crypto::keccak256(creation));
        const ProxiedAccount account{original, U256(5)};
        QCOMPARE(proxy_address(manager, account, code).hex(), expected.hex());
        QVERIFY(proxy_address(manager, {original, U256(6)}, code) != expected);

        const StepTrace trace = proxy_address_trace(manager, account, code);
        QVERIFY(holds(trace, {}));
        QCOMPARE(trace.steps.size(), std::size_t{3});
        QCOMPARE(Address::from(trace.value().view().subspan(12)).hex(), expected.hex());
    }

    void accountsOfATable() {
        BatchSpec batch;
        EntrySpec entry;
        entry.calls = {{.source_rollup = 1}, {.source_rollup = 2}, {.source_rollup = 1}};
        LookupSpec lookup;
        lookup.calls = {{.source_rollup = 3}};
        entry.lookups = {lookup};
        batch.entries = {entry};
        const auto accounts = calling_accounts(*decoded(calldata_of(batch)));
        QCOMPARE(accounts.size(), std::size_t{3});
        for (std::size_t i = 0; i < accounts.size(); ++i) {
            QCOMPARE(accounts[i], (ProxiedAccount{address_of(0xbb), U256(i + 1)}));
        }
    }
};

QTEST_GUILESS_MAIN(TestProxyAddress)
#include "test_proxy_address.moc"
